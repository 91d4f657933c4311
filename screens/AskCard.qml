// One question to the athlete of the page: to be read, answered by one touch, or left.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: card

    required property AskModel ask
    readonly property int pad: 3 * Theme.gap
    // Of an effort's ten numbers no row is shorter than the others.
    readonly property int columns: keys.count === 10 ? 5 : Theme.portrait ? 4 : 6
    readonly property real inner: width - 2 * pad

    color: Theme.surface
    objectName: "ask-card"
    visible: ask.asked

    // No touch gets through to what is below.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Words {
        id: sentence

        font.pixelSize: Math.round(Theme.title * 1.15)
        font.weight: Font.Bold
        objectName: "ask-sentence"
        text: card.ask.sentence
        width: card.inner - Theme.corner
        wrapMode: Text.WordWrap
        x: card.pad + Theme.leftCorner
        y: card.pad
    }
    Column {
        id: points

        readonly property real line: (answers.y - y - Theme.gap) / Math.max(1, list.count)

        width: card.inner
        x: card.pad
        y: sentence.y + sentence.height + Theme.gap

        Repeater {
            id: list

            model: card.ask.points

            Item {
                id: point

                required property int index
                required property string modelData

                height: points.line
                width: points.width

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.soft
                    height: width
                    radius: width / 2
                    width: Math.round(Theme.body * 0.4)
                }
                Words {
                    font.pixelSize: Math.round(Theme.body * 1.25)
                    fontSizeMode: Text.Fit
                    height: parent.height
                    minimumPixelSize: Theme.small
                    objectName: "ask-point-" + point.index
                    text: point.modelData
                    width: parent.width - x
                    wrapMode: Text.WordWrap
                    x: Math.round(Theme.body * 1.1)
                }
            }
        }
    }
    Item {
        id: answers

        readonly property int count: keys.count
        readonly property bool row: card.ask.few && !Theme.portrait
        readonly property int across: card.ask.few ? (row ? Math.max(1, count) : 1) : card.columns
        readonly property int rows: card.ask.number !== "" ? 1 : Math.ceil(count / across)
        readonly property real share: (width - (across - 1) * Theme.gap) / across
        // A sheet to read leaves its answers what it must; a plain question is answered by large keys.
        readonly property real free: skip.y - sentence.y - sentence.height - 2 * card.pad
        readonly property real keyHeight: list.count > 0 ? 1.35 * Theme.touch : Math.max(1.2 * Theme.touch, Math.min(2.6 * Theme.touch, free / rows - Theme.gap))
        // A sheet to read has its answers at the bottom, a plain question below its sentence.
        readonly property real below: card.height - height - skip.height - 2 * card.pad - Theme.gap

        height: rows * (keyHeight + Theme.gap)
        width: card.inner
        x: card.pad
        y: list.count > 0 ? below : sentence.y + sentence.height + card.pad + Math.max(0, (free - height) / 2)

        Repeater {
            id: keys

            model: card.ask.answers

            delegate: AnswerButton {
                height: answers.keyHeight
                width: answers.share
                x: (index % answers.across) * (answers.share + Theme.gap)
                y: Math.floor(index / answers.across) * (answers.keyHeight + Theme.gap)

                onTapped: card.ask.answer(place)
            }
        }
        Nudge {
            height: answers.keyHeight
            less: "ask-less"
            more: "ask-more"
            name: "ask-number"
            reading: Math.round(Theme.title * 1.4)
            value: card.ask.number
            visible: value !== ""
            width: parent.width * 0.55

            onNudged: by => card.ask.nudge(by)
        }
        BigButton {
            anchors.right: parent.right
            height: answers.keyHeight
            label: qsTr("That many")
            labelSize: Theme.title
            objectName: "ask-submit"
            primary: true
            visible: card.ask.number !== ""
            width: parent.width * 0.4

            onTapped: card.ask.submit()
        }
    }
    BigButton {
        id: skip

        anchors.bottom: parent.bottom
        anchors.bottomMargin: card.pad
        anchors.right: parent.right
        anchors.rightMargin: card.pad
        height: Theme.touch
        label: card.ask.skippable ? qsTr("Not now") : qsTr("Back")
        objectName: "ask-skip"
        width: Math.max(implicitWidth, 2.4 * Theme.touch)

        onTapped: card.ask.skip()
    }
}
