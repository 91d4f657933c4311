// A button for wet fingers: at least nine millimetres, and another finger on the glass is no harm.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: button

    property string label
    property string detail
    property bool primary: false
    // In the colour of the stop sign.
    property bool alarming: false
    property color colour: Theme.text
    property real labelSize: Theme.body * 1.1
    property real detailSize: Theme.small

    signal tapped

    Accessible.name: label
    Accessible.role: Accessible.Button
    implicitHeight: Theme.touch
    implicitWidth: Math.max(Theme.touch, words.implicitWidth + 4 * Theme.gap)

    Accessible.onPressAction: button.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: button.primary || button.alarming ? "transparent" : Theme.outline
        border.width: button.primary || button.alarming ? 0 : Theme.hairline
        color: button.alarming ? Theme.stop : button.primary ? (button.enabled ? Theme.accent : Theme.raised) : Theme.raised
        radius: Theme.radius

        Rectangle {
            anchors.fill: parent
            color: Theme.text
            opacity: handler.pressed ? 0.22 : 0
            radius: parent.radius
        }
    }
    Column {
        id: words

        anchors.centerIn: parent

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            color: !button.enabled ? Theme.soft : button.primary || button.alarming ? Theme.ink : button.colour
            font.pixelSize: button.labelSize
            font.weight: Font.DemiBold
            text: button.label
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            color: button.primary && button.enabled ? Theme.ink : Theme.soft
            font.pixelSize: button.detailSize
            text: button.detail
            visible: button.detail !== ""
        }
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: button.tapped()
    }
}
