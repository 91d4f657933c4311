// How long in one zone: its name, a bar and the time.
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
    readonly property real begin: letter * 6.7
    readonly property real most: width - begin - letter * 4

    Words {
        color: bar.level < 0 ? Theme.soft : Theme.text
        font.pixelSize: bar.letter
        height: parent.height
        text: bar.title
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        border.color: bar.level < 0 ? Theme.soft : "transparent"
        border.width: bar.level < 0 ? Theme.hairline : 0
        color: bar.level < 0 ? "transparent" : Theme.zone(bar.level)
        height: parent.height * 0.66
        radius: Math.min(Theme.radius, width / 2)
        visible: bar.share > 0
        width: Math.max(2, bar.share * bar.most)
        x: bar.begin
    }
    Words {
        color: bar.level < 0 ? Theme.soft : Theme.text
        font.pixelSize: bar.letter
        font.weight: Font.DemiBold
        height: parent.height
        objectName: "spent-" + bar.index
        text: bar.spent
        x: bar.begin + bar.share * bar.most + bar.letter * 0.4
    }
}
