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
        Words {
            id: notice

            anchors.top: head.bottom
            anchors.topMargin: visible ? Theme.gap : 0
            color: Theme.noticeText
            font.pixelSize: Theme.body
            objectName: "history-notice"
            text: page.view.notice
            visible: text !== ""
            width: parent.width - 2 * x
            wrapMode: Text.WordWrap
            x: Theme.gap
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
        Words {
            anchors.centerIn: parent
            color: Theme.soft
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            objectName: "history-message"
            text: page.view.message
            visible: text !== ""
            width: parent.width * 0.8
            wrapMode: Text.WordWrap
        }
        PageTurner {
            id: turner

            anchors.bottom: parent.bottom
            // Where nothing is to be turned its room is for lines.
            height: hasBefore || hasMore ? Theme.touch : 0
            hasBefore: page.view.lines.hasBefore
            hasMore: page.view.lines.hasMore
            name: "history"
            width: parent.width

            onTurned: by => page.view.lines.page(by)
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
