// A coach is made, or gets another PIN: first the name, then the PIN twice.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: form

    required property CoachFormModel view

    Item {
        anchors.fill: parent
        visible: form.view.naming

        Column {
            id: top

            anchors.left: parent.left
            anchors.margins: 2 * Theme.gap
            anchors.right: parent.right
            spacing: 1.5 * Theme.gap

            Words {
                color: Theme.soft
                font.pixelSize: (Theme.body + Theme.title) / 2
                objectName: "coach-prompt"
                text: qsTr("The name of the coach, as everybody knows them")
                width: parent.width
                wrapMode: Text.Wrap
            }
            Rectangle {
                border.color: Theme.accent
                border.width: 2 * Theme.hairline
                color: Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.12))
                height: Math.max(1.1 * Theme.touch, 2 * Theme.headline)
                radius: Theme.radius
                width: parent.width

                Words {
                    id: name

                    anchors.left: parent.left
                    anchors.leftMargin: 3 * Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    elide: Text.ElideLeft
                    font.pixelSize: Theme.headline
                    font.weight: Font.DemiBold
                    objectName: "coach-name"
                    text: form.view.name
                    width: Math.min(implicitWidth, parent.width - 6 * Theme.gap)
                }
                Rectangle {
                    anchors.left: name.right
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.accent
                    height: Theme.headline
                    width: 2 * Theme.hairline
                }
            }
            Words {
                color: Theme.noticeText
                font.pixelSize: (Theme.body + Theme.title) / 2
                font.weight: Font.DemiBold
                objectName: "coach-trouble"
                text: form.view.trouble
                visible: text !== ""
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
        Keyboard {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: top.bottom
            anchors.topMargin: 2 * Theme.gap
            view: form.view.keyboard
        }
    }
    PinPad {
        anchors.fill: parent
        view: form.view.pad
        visible: !form.view.naming
    }
}
