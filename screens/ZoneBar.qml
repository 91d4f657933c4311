// How long in one zone: its name and the time, and below them a bar.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: bar

    // Roles of the model, ZoneShare in summary_view.py.
    required property int index
    required property string title
    required property int level
    required property real share
    required property string spent

    property int letter: Theme.body
    readonly property real line: Math.round(letter * 1.3)
    readonly property real thick: Math.max(4, Math.min(letter * 0.8, height - line - Theme.gap))

    Words {
        color: bar.level < 0 ? Theme.soft : Theme.text
        font.pixelSize: bar.letter
        fontSizeMode: Text.HorizontalFit
        height: bar.line
        minimumPixelSize: Theme.smallest
        text: bar.title
        width: parent.width - time.width - Theme.gap
    }
    Words {
        id: time

        anchors.right: parent.right
        color: bar.level < 0 ? Theme.soft : Theme.text
        font.pixelSize: bar.letter
        font.weight: Font.DemiBold
        height: bar.line
        objectName: "spent-" + bar.index
        text: bar.spent
    }
    Rectangle {
        color: Theme.raised
        height: bar.thick
        radius: height / 2
        width: parent.width
        y: bar.line
    }
    Rectangle {
        border.color: bar.level < 0 || Theme.light ? Theme.soft : "transparent"
        border.width: bar.level < 0 || Theme.light ? Theme.hairline : 0
        color: bar.level < 0 ? "transparent" : Theme.zone(bar.level)
        height: bar.thick
        radius: height / 2
        visible: bar.share > 0
        width: Math.max(height, bar.share * parent.width)
        y: bar.line
    }
}
