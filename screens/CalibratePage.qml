// Calibrating an incline sensor: what to do now, what the sensor says meanwhile, and the way on.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property CalibrateModel view
    required property WalkModel walk

    readonly property real buttonHeight: Math.max(Theme.touch, Math.round(0.12 * Theme.shortSide))
    readonly property bool steady: view.verdict === "ok"

    PageHead {
        id: head

        title: qsTr("Calibrate")
        width: parent.width

        onBack: page.walk.goBack()

        Words {
            id: progress

            anchors.right: parent.right
            anchors.rightMargin: 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.soft
            font.pixelSize: Theme.title
            objectName: "level-progress"
            text: page.view.progress
        }
    }
    NoticeBar {
        id: notice

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        height: implicitHeight
        notices: page.view.trouble === "" ? [] : [page.view.trouble]
    }
    Item {
        id: body

        anchors.bottom: buttons.top
        anchors.bottomMargin: 2 * Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: notice.visible ? notice.bottom : head.bottom
        anchors.topMargin: 2 * Theme.gap

        Column {
            id: text

            spacing: 2 * Theme.gap
            width: (Theme.portrait ? body.width : 0.58 * body.width) - x - Theme.gap
            x: 2 * Theme.gap
            y: 2 * Theme.gap

            Words {
                font.pixelSize: Theme.title * 1.5
                font.weight: Font.Bold
                objectName: "level-todo"
                text: page.view.todo
                width: parent.width
                wrapMode: Text.Wrap
            }
            Words {
                color: Theme.soft
                font.pixelSize: Theme.title
                objectName: "level-hint"
                text: page.view.hint
                width: parent.width
                wrapMode: Text.Wrap
            }
            GradePad {
                typed: page.view.typed
                visible: page.view.step === "grade"
                width: parent.width

                onAdjusted: by => page.view.adjust(by)
            }
        }
        // What is to be done, without reading.
        Deck {
            readonly property real room: body.height - text.y - text.height - 4 * Theme.gap

            colour: Theme.accent
            height: Math.min(room, 0.42 * Math.min(text.width, 8 * Theme.touch))
            objectName: "level-deck"
            raised: page.view.step === "raised" || page.view.step === "grade"
            visible: !Theme.portrait && room > 1.4 * Theme.touch
            width: height / 0.42
            x: text.x + (text.width - width) / 2
            y: text.y + text.height + 2 * Theme.gap + (room - height) / 2
        }
        Rectangle {
            anchors.right: parent.right
            color: Theme.surface
            height: body.height - y
            radius: Theme.radius
            width: Theme.portrait ? body.width : 0.42 * body.width - Theme.gap
            y: Theme.portrait ? text.y + text.height + 3 * Theme.gap : 0

            Column {
                anchors.centerIn: parent
                spacing: Theme.gap
                width: parent.width - 4 * Theme.gap

                Deck {
                    anchors.horizontalCenter: parent.horizontalCenter
                    height: 3 * Theme.touch
                    objectName: "level-deck-above"
                    raised: page.view.step === "raised" || page.view.step === "grade"
                    visible: Theme.portrait && body.height > 9 * Theme.touch
                    width: height / 0.42
                }
                Item {
                    height: 3 * Theme.gap
                    visible: Theme.portrait
                    width: 1
                }
                Words {
                    color: Theme.soft
                    font.pixelSize: Theme.title
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "level-station"
                    text: qsTr("%1 says").arg(page.view.station)
                    width: parent.width
                    wrapMode: Text.Wrap
                }
                Words {
                    font.pixelSize: 0.1 * Theme.shortSide
                    font.weight: Font.Bold
                    fontSizeMode: Text.HorizontalFit
                    height: 0.125 * Theme.shortSide
                    horizontalAlignment: Text.AlignHCenter
                    minimumPixelSize: Theme.title
                    objectName: "level-first"
                    text: page.view.first
                    width: parent.width
                }
                Words {
                    color: page.view.step === "flat" || page.view.step === "raised" ? Theme.text : Theme.soft
                    font.pixelSize: Theme.title * 1.2
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "level-second"
                    text: page.view.second
                    width: parent.width
                }
                Item {
                    height: Theme.gap
                    width: 1
                }
                HealthSign {
                    anchors.horizontalCenter: parent.horizontalCenter
                    height: width
                    verdict: page.view.verdict
                    width: 1.4 * Theme.title
                }
                Words {
                    color: Theme.health(page.view.verdict)
                    font.pixelSize: (Theme.body + Theme.title) / 2
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "level-steady"
                    text: page.view.word
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    Row {
        id: buttons

        readonly property bool first: page.view.step === "flat"
        readonly property bool grade: page.view.step === "grade"
        readonly property bool done: page.view.step === "done"
        readonly property int count: first ? 1 : page.view.step === "raised" ? 2 : 3
        readonly property real share: (width - (count - 1) * spacing) / count

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 2 * Theme.gap

        BigButton {
            height: page.buttonHeight
            labelSize: Theme.body * 1.25
            label: qsTr("Undo")
            objectName: "level-undo"
            visible: buttons.done
            width: buttons.share

            onTapped: page.view.undo()
        }
        BigButton {
            height: page.buttonHeight
            labelSize: Theme.body * 1.25
            label: buttons.done ? qsTr("Again") : qsTr("Start again")
            objectName: "level-again"
            visible: !buttons.first
            width: buttons.share

            onTapped: page.view.again()
        }
        BigButton {
            enabled: !page.view.blocked
            height: page.buttonHeight
            labelSize: Theme.body * 1.25
            label: qsTr("It is flat")
            objectName: "level-flat"
            primary: page.steady
            visible: buttons.first
            width: buttons.share

            onTapped: page.view.flat()
        }
        BigButton {
            enabled: !page.view.blocked
            height: page.buttonHeight
            labelSize: Theme.body * 1.25
            label: qsTr("It is raised")
            objectName: "level-raised"
            primary: page.steady
            visible: page.view.step === "raised"
            width: buttons.share

            onTapped: page.view.raised()
        }
        BigButton {
            enabled: !page.view.blocked
            height: page.buttonHeight
            labelSize: Theme.body * 1.25
            label: qsTr("I don’t know it")
            objectName: "level-skip"
            visible: buttons.grade
            width: buttons.share

            onTapped: page.view.skip()
        }
        BigButton {
            enabled: !page.view.blocked
            height: page.buttonHeight
            labelSize: Theme.body * 1.25
            label: qsTr("Save with %1 %").arg(page.view.typed)
            objectName: "level-save"
            primary: page.steady
            visible: buttons.grade
            width: buttons.share

            onTapped: page.view.save()
        }
        BigButton {
            height: page.buttonHeight
            labelSize: Theme.body * 1.25
            label: qsTr("Done")
            objectName: "level-done"
            primary: true
            visible: buttons.done
            width: buttons.share

            onTapped: page.walk.goBack()
        }
    }
}
