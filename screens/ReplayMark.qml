// Somebody needed a word then.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: mark

    // Roles of the model, Mark in replay_view.py.
    required property int index
    required property real place

    height: width
    width: Math.round(Theme.body * 1.1)
    y: -height / 3

    Sign {
        anchors.fill: parent
        colour: Theme.stop
        hole: Theme.ink
        kind: "alarm"
    }
}
