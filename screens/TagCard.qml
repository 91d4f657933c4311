// A tag becomes somebody's: hold it to the reader, and what came of it.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: scrim

    required property TagCardModel view

    color: Theme.scrim
    visible: view.shown

    Rectangle {
        anchors.centerIn: parent
        border.color: scrim.view.refused ? Theme.danger : Theme.outline
        border.width: Theme.hairline
        color: Theme.surface
        height: column.implicitHeight + 8 * Theme.gap
        objectName: "tag-card"
        radius: 2 * Theme.radius
        width: Math.min(parent.width - 8 * Theme.gap, 11 * Theme.touch)

        Column {
            id: column

            anchors.centerIn: parent
            spacing: 4 * Theme.gap
            width: parent.width - 8 * Theme.gap

            Words {
                font.pixelSize: Theme.title * 1.2
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                objectName: "tag-sentence"
                text: scrim.view.sentence
                width: parent.width
                wrapMode: Text.Wrap
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.gap

                BigButton {
                    height: 1.25 * Theme.touch
                    label: qsTr("Try again")
                    objectName: "tag-again"
                    primary: true
                    visible: scrim.view.refused
                    width: Math.max(implicitWidth, 3 * Theme.touch)

                    onTapped: scrim.view.begin()
                }
                BigButton {
                    height: 1.25 * Theme.touch
                    label: scrim.view.waiting ? qsTr("Cancel") : qsTr("Close")
                    objectName: "tag-cancel"
                    primary: !scrim.view.waiting && !scrim.view.refused
                    width: Math.max(implicitWidth, 3 * Theme.touch)

                    onTapped: scrim.view.close()
                }
            }
        }
    }
}
