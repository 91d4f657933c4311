// The way to the devices: quiet while all is well, loud when something is wrong.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: chip

    required property DevicesModel view
    required property WalkModel walk

    Accessible.name: view.label
    Accessible.role: Accessible.Button
    implicitHeight: Theme.touch
    implicitWidth: Math.max(Theme.touch, words.implicitWidth + 4 * Theme.gap)
    objectName: "devices"

    Accessible.onPressAction: chip.walk.goDevices()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.danger
        border.width: chip.view.loud ? 2 * Theme.hairline : 0
        color: chip.view.loud ? Theme.alarm : "transparent"
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
        spacing: Theme.gap / 2

        HealthSign {
            anchors.horizontalCenter: parent.horizontalCenter
            height: width
            opacity: chip.view.loud ? 1 : 0.7
            verdict: chip.view.loud ? "problem" : "ok"
            width: Math.max(Theme.body, Math.round(0.3 * Theme.touch))
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            color: chip.view.loud ? Theme.danger : Theme.soft
            font.pixelSize: chip.view.loud ? Theme.body : Theme.small
            font.weight: chip.view.loud ? Font.Bold : Font.Normal
            objectName: "devices-label"
            text: chip.view.label
        }
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: chip.walk.goDevices()
    }
}
