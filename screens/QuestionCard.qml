// A question over everything else; nothing below it can be touched until it is answered.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: scrim

    required property QuestionModel model

    color: Theme.scrim
    visible: model.asked

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.outline
        border.width: Theme.hairline
        color: Theme.surface
        height: column.implicitHeight + 8 * Theme.gap
        objectName: "question"
        radius: 2 * Theme.radius
        width: Math.min(parent.width - 8 * Theme.gap, 11 * Theme.touch)

        Column {
            id: column

            anchors.centerIn: parent
            spacing: 3 * Theme.gap
            width: parent.width - 8 * Theme.gap

            Words {
                font.pixelSize: Theme.title
                font.weight: Font.Bold
                objectName: "question-title"
                text: scrim.model.title
                width: parent.width
                wrapMode: Text.Wrap
            }
            Words {
                color: Theme.soft
                font.pixelSize: (Theme.body + Theme.title) / 2
                lineHeight: 1.2
                objectName: "question-body"
                text: scrim.model.body
                width: parent.width
                wrapMode: Text.Wrap
            }
            Row {
                id: answers

                spacing: 2 * Theme.gap
                width: parent.width

                BigButton {
                    label: scrim.model.no
                    objectName: "no"
                    width: (answers.width - answers.spacing) / 2

                    onTapped: scrim.model.answerNo()
                }
                BigButton {
                    label: scrim.model.yes
                    objectName: "yes"
                    primary: true
                    width: (answers.width - answers.spacing) / 2

                    onTapped: scrim.model.answerYes()
                }
            }
        }
    }
}
