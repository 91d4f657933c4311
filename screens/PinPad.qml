// A PIN: whose it is, a dot for each digit, what is wrong with it, and twelve large keys.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: pad

    required property PinPadModel view
    readonly property bool beside: width > 1.15 * height
    readonly property real keyWidth: Math.min(Math.max(2.5 * Theme.touch, 0.2 * Theme.shortSide), (beside ? width * 0.52 : width) / 3)
    // Words and keys share what is left of the height in thirds, or stand in the middle side by side.
    readonly property real third: Math.max(0, (height - words.height - 4 * keyHeight) / 3)
    readonly property real keyHeight: Math.min(Math.max(1.6 * Theme.touch, 0.15 * Theme.shortSide), (beside ? height : height - words.height - 3 * Theme.gap) / 4)

    Column {
        id: words

        spacing: 2.5 * Theme.gap
        width: pad.beside ? pad.width - keys.width - 8 * Theme.gap : pad.width - 4 * Theme.gap
        x: 2 * Theme.gap
        y: pad.beside ? Math.max(0, (pad.height - height) / 2) : pad.third

        Words {
            font.pixelSize: Theme.headline
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            objectName: "pin-prompt"
            text: pad.view.prompt
            width: parent.width
            wrapMode: Text.Wrap
        }
        Row {
            id: dots

            anchors.horizontalCenter: parent.horizontalCenter
            objectName: "pin-dots"
            spacing: 2.5 * Theme.gap

            Repeater {
                model: pad.view.places

                Rectangle {
                    required property int index
                    readonly property bool filled: index < pad.view.count

                    border.color: pad.view.wrong && !filled ? Theme.danger : Theme.outline
                    border.width: filled ? 0 : 2 * Theme.hairline
                    color: filled ? Theme.accent : "transparent"
                    height: width
                    radius: width / 2
                    width: Math.round(Theme.title * 0.85)
                }
            }
        }
        // Its room is kept, so that nothing moves when there is something to say.
        Rectangle {
            color: pad.view.wrong ? Theme.notice : "transparent"
            height: Math.max(sentence.implicitHeight, 2.6 * Theme.title) + 2 * Theme.gap
            radius: Theme.radius
            width: parent.width

            Words {
                id: sentence

                anchors.fill: parent
                anchors.leftMargin: 2 * Theme.gap
                anchors.rightMargin: 2 * Theme.gap
                color: pad.view.wrong ? Theme.noticeText : Theme.soft
                font.pixelSize: (Theme.body + Theme.title) / 2
                font.weight: pad.view.wrong ? Font.DemiBold : Font.Normal
                horizontalAlignment: Text.AlignHCenter
                objectName: "pin-sentence"
                text: pad.view.sentence
                wrapMode: Text.Wrap
            }
        }
    }
    Item {
        id: keys

        enabled: !pad.view.closed
        height: 4 * pad.keyHeight
        width: 3 * pad.keyWidth
        x: pad.beside ? pad.width - width - 4 * Theme.gap : (pad.width - width) / 2
        y: pad.beside ? (pad.height - height) / 2 : pad.height - height - pad.third

        Repeater {
            model: pad.visible ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "backspace", "0", "enter"] : []

            PinKey {
                required property int index
                required property string modelData

                code: modelData
                height: pad.keyHeight
                ready: pad.view.ready
                width: pad.keyWidth
                x: (index % 3) * pad.keyWidth
                y: Math.floor(index / 3) * pad.keyHeight

                onStruck: pad.view.press(code)
            }
        }
    }
}
