// Where to go: the sign, the word and how far. Bright only when something should change.
pragma ComponentBehavior: Bound

import QtQuick

Rectangle {
    id: strip

    required property string sign
    required property string word
    required property string aside
    required property bool urgent
    required property int level
    required property int reading
    readonly property bool halted: sign === "paused"
    readonly property color ink: urgent || halted ? Theme.ink : Theme.text

    color: urgent ? Theme.zone(Math.max(1, level)) : halted ? Theme.accent : Qt.tint(Theme.quiet(level), Qt.alpha(Theme.background, 0.45))
    radius: Theme.radius

    Item {
        id: shape

        readonly property real side: Math.round(Math.min(strip.height * 0.66, strip.width * 0.2))

        anchors.left: parent.left
        anchors.leftMargin: strip.sign === "" ? 0 : 3.5 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        height: side
        width: strip.sign === "" ? 0 : side

        Sign {
            anchors.fill: parent
            colour: strip.ink
            hole: strip.color
            kind: strip.sign
            objectName: "mine-sign"
        }
        Row {
            anchors.centerIn: parent
            spacing: shape.side * 0.22
            visible: strip.halted

            Repeater {
                model: 2

                Rectangle {
                    color: strip.ink
                    height: shape.side * 0.8
                    radius: width * 0.2
                    width: shape.side * 0.24
                }
            }
        }
    }
    Column {
        anchors.left: shape.right
        anchors.leftMargin: 3 * Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            color: strip.ink
            font.pixelSize: Math.round(strip.height * (strip.aside === "" ? 0.6 : 0.5))
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            height: Math.round(font.pixelSize * 1.12)
            minimumPixelSize: strip.reading
            objectName: "mine-word"
            text: strip.word
            width: parent.width
        }
        Words {
            color: strip.ink
            font.pixelSize: Math.round(Math.min(strip.reading * 1.05, strip.height * 0.27))
            font.weight: Font.Medium
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            objectName: "mine-aside"
            text: strip.aside
            visible: strip.aside !== ""
            width: parent.width
        }
    }
}
