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

            Item {
                height: Math.max(title.height, alarm.visible ? alarm.height : 0)
                width: parent.width

                Sign {
                    id: alarm

                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.danger
                    height: Math.round(Theme.title * 1.7)
                    hole: Theme.surface
                    kind: "alarm"
                    objectName: "question-alarm"
                    visible: scrim.model.alarming
                    width: height
                }
                Words {
                    id: title

                    anchors.verticalCenter: parent.verticalCenter
                    font.pixelSize: Theme.title
                    font.weight: Font.Bold
                    objectName: "question-title"
                    text: scrim.model.title
                    width: parent.width - x
                    wrapMode: Text.Wrap
                    x: scrim.model.alarming ? Math.round(Theme.title * 1.7) + 2 * Theme.gap : 0
                }
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

                // What is safe comes first, and is the larger one where the other cannot be undone.
                BigButton {
                    label: scrim.model.no
                    objectName: "no"
                    primary: scrim.model.alarming
                    width: (answers.width - answers.spacing) * (scrim.model.alarming ? 0.58 : 0.5)

                    onTapped: scrim.model.answerNo()
                }
                BigButton {
                    colour: scrim.model.alarming ? Theme.danger : Theme.text
                    label: scrim.model.yes
                    objectName: "yes"
                    primary: !scrim.model.alarming
                    width: answers.width - answers.spacing - (answers.width - answers.spacing) * (scrim.model.alarming ? 0.58 : 0.5)

                    onTapped: scrim.model.answerYes()
                }
            }
        }
    }
}
