// One thing about the machine: what, how it is, and what to do; a sign as well as a colour.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: line

    required property string what
    required property string title
    required property string message
    required property string value
    required property string verdict
    readonly property bool bad: verdict === "problem"

    height: Math.ceil(words.height + 2 * Theme.gap)
    objectName: "health-" + what

    Rectangle {
        anchors.bottomMargin: Theme.hairline
        anchors.fill: parent
        color: line.bad ? Theme.alarm : line.verdict === "note" ? Theme.notice : Theme.surface
        radius: Theme.radius
    }
    HealthSign {
        id: sign

        height: width
        verdict: line.verdict
        width: 1.3 * Theme.title
        x: 1.5 * Theme.gap
        y: (parent.height - height) / 2
    }
    Item {
        id: words

        height: Theme.portrait ? head.height + said.height : Math.max(head.height, said.height)
        width: parent.width - x - 2 * Theme.gap
        x: sign.x + sign.width + 2 * Theme.gap
        y: Theme.gap

        Column {
            id: head

            width: Theme.portrait ? parent.width : 0.25 * parent.width
            y: Theme.portrait ? 0 : (parent.height - height) / 2

            Words {
                font.pixelSize: Theme.body * 1.1
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.smallest
                objectName: "health-title"
                text: line.title
                width: parent.width
            }
            Words {
                color: Theme.soft
                font.pixelSize: Theme.body
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.smallest
                objectName: "health-value"
                text: line.value
                visible: text !== ""
                width: parent.width
            }
        }
        Words {
            id: said

            font.pixelSize: Theme.body * 1.05
            objectName: "health-message"
            text: line.message
            width: Theme.portrait ? parent.width : 0.74 * parent.width
            wrapMode: Text.Wrap
            x: parent.width - width
            y: Theme.portrait ? head.height : (parent.height - height) / 2
        }
    }
}
