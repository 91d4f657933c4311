// The way to what coaches may do: small, quiet, and the same wherever it stands.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: button

    required property WalkModel walk

    Accessible.name: qsTr("Coach")
    Accessible.role: Accessible.Button
    implicitHeight: Theme.touch
    implicitWidth: Math.max(Theme.touch, word.implicitWidth + 4 * Theme.gap)
    objectName: "coach"

    Accessible.onPressAction: button.walk.goCoach()

    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: handler.pressed ? 0.22 : 0
        radius: Theme.radius
    }
    Column {
        anchors.centerIn: parent
        spacing: Theme.gap / 2

        MenuSign {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.soft
            height: width
            sign: "coaches"
            width: Math.max(Theme.body, Math.round(0.34 * Theme.touch))
        }
        Words {
            id: word

            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.soft
            font.pixelSize: Theme.small
            objectName: "coach-label"
            text: qsTr("Coach")
        }
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: button.walk.goCoach()
    }
}
