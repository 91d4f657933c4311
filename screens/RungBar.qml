// One zone of somebody's ladder: its name and the beats it spans, on its colour.
pragma ComponentBehavior: Bound

import QtQuick

Rectangle {
    id: rung

    // Roles of the model, Rung in people_view.py.
    required property int index
    required property string title
    required property int level
    required property string range

    color: Theme.zone(level)
    objectName: "rung-" + title

    Words {
        color: Theme.ink
        font.pixelSize: Math.min(Theme.headline, Math.round(rung.height * 0.6))
        font.weight: Font.Bold
        height: parent.height
        text: rung.title
        x: 2 * Theme.gap
    }
    Words {
        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.gap
        color: Theme.ink
        font.features: {
            "tnum": 1
        }
        font.pixelSize: Math.min(Theme.title, Math.round(rung.height * 0.55))
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: parent.height
        horizontalAlignment: Text.AlignRight
        minimumPixelSize: Theme.smallest
        objectName: "rung-range-" + rung.title
        text: rung.range
        width: parent.width - 3 * Theme.touch * 0.4 - 4 * Theme.gap
    }
}
