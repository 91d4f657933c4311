// One strap that is on nobody's name yet.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: chip

    // Roles of the model, StrapRow in roster_pages.py.
    required property int index
    required property int strap
    required property string title
    required property string word
    required property bool battery

    signal tapped

    Accessible.name: title
    Accessible.role: Accessible.Button
    objectName: "strap-" + strap

    Accessible.onPressAction: chip.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.accent
        border.width: Theme.hairline
        color: handler.pressed ? Theme.outline : Theme.surface
        radius: Theme.radius
    }
    Column {
        anchors.centerIn: parent

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            font.pixelSize: Theme.body
            font.weight: Font.DemiBold
            text: chip.title
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 2 * Theme.gap

            Words {
                color: Theme.soft
                font.pixelSize: Theme.small
                text: chip.word
            }
            LowBattery {
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.noticeText
                height: Theme.small * 0.8
                objectName: "strap-battery"
                visible: chip.battery
            }
        }
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: chip.tapped()
    }
}
