// The name of a zone where it begins, beside a large curve.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: edge

    // Roles of the model, Tick in summary_view.py.
    required property int index
    required property real place
    required property string title
    property real room: 0

    height: name.height
    y: Math.min(place * room, room) - height

    Words {
        id: name

        color: Theme.soft
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        height: Math.ceil(Theme.small * 1.2)
        horizontalAlignment: Text.AlignRight
        objectName: "replay-edge-" + edge.index
        text: edge.title
        visible: edge.y >= 0
        width: parent.width
    }
}
