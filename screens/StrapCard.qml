// Whose strap is this? It takes room of its own and covers nobody's number.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: card

    required property StrapQuestionModel view
    readonly property real share: (width - 2 * pad - (people.count - 1) * Theme.gap) / Math.max(1, people.count)
    readonly property int pad: 2 * Theme.gap

    border.color: Theme.accent
    border.width: Theme.hairline
    color: Theme.surface
    implicitHeight: view.asked ? sentence.implicitHeight + answers.height + 3 * pad : 0
    objectName: "strap-question"
    radius: Theme.radius
    visible: view.asked

    Words {
        id: sentence

        anchors.left: parent.left
        anchors.margins: card.pad
        anchors.right: parent.right
        anchors.top: parent.top
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
        objectName: "strap-sentence"
        text: card.view.sentence
        wrapMode: Text.Wrap
    }
    Row {
        id: answers

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: card.pad
        height: 1.25 * Theme.touch
        spacing: Theme.gap

        Repeater {
            id: people

            model: card.view.owners

            delegate: OwnerButton {
                height: answers.height
                width: card.share

                onTapped: card.view.answer(athlete)
            }
        }
    }
}
