// Somebody's own past sessions, newest first; one of them opens over the list.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property HistoryModel view
    readonly property real lineHeight: Math.max(Theme.touch, Math.round(Theme.body * (Theme.portrait ? 3.6 : 2.8))) + Theme.gap
    readonly property int room: Math.floor((height - lines.y - Theme.gap) / lineHeight)
    readonly property int turnedRoom: Math.floor((height - Theme.touch - lines.y - Theme.gap) / lineHeight)

    function fit() {
        view.lines.fit(room, turnedRoom);
    }

    Component.onCompleted: fit()
    onRoomChanged: fit()
    onTurnedRoomChanged: fit()

    Item {
        anchors.fill: parent
        visible: !page.view.isOpen

        PageHead {
            id: head

            title: page.view.title
            titleRoom: width - 3 * Theme.touch
            width: parent.width

            onBack: page.view.goBack()
        }
        Rectangle {
            id: notice

            anchors.top: head.bottom
            anchors.topMargin: visible ? 2 * Theme.gap : 0
            color: Theme.notice
            height: refusal.implicitHeight + 2 * Theme.margin
            radius: Theme.radius
            visible: page.view.notice !== ""
            width: parent.width

            Words {
                id: refusal

                anchors.verticalCenter: parent.verticalCenter
                color: Theme.noticeText
                font.pixelSize: Math.round((Theme.body + Theme.title) / 2)
                objectName: "history-notice"
                text: page.view.notice
                width: parent.width - 2 * x
                wrapMode: Text.WordWrap
                x: Theme.margin
            }
        }
        Item {
            id: lines

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: notice.visible ? notice.bottom : head.bottom
            anchors.topMargin: 2 * Theme.gap

            Repeater {
                model: page.view.lines.rows

                delegate: HistoryLine {
                    height: page.lineHeight - Theme.gap
                    reading: page.view.opening === session
                    width: lines.width
                    y: index * page.lineHeight

                    onTapped: page.view.open(session)
                }
            }
        }
        EmptyState {
            advice: page.view.advice
            anchors.centerIn: parent
            name: "history-message"
            sign: page.view.troubled ? "devices" : page.view.reading ? "replay" : "planner"
            title: page.view.message
            width: Math.min(parent.width - 2 * Theme.room, 18 * Theme.touch)
            wrong: page.view.troubled
        }
        TurnPages {
            anchors.bottom: parent.bottom
            lines: page.view.lines
            name: "history"
            width: parent.width
        }
    }
    Loader {
        active: page.view.isOpen
        anchors.fill: parent

        sourceComponent: SummaryPage {
            view: page.view.summary
        }
    }
}
