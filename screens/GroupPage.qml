// Home: everybody's tiles with the class's timeline and buttons, or the idle screen.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property Board board
    readonly property real barHeight: Math.max(Theme.touch, Math.round(Theme.shortSide * 0.112))
    readonly property bool idle: board.header.empty && !board.controls.live

    NoticeBar {
        id: notices

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: page.idle ? parent.top : header.bottom
        anchors.topMargin: page.idle ? 0 : Theme.gap
        height: implicitHeight
        notices: page.board.header.notices
    }
    StrapCard {
        id: question

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: notices.visible ? notices.bottom : page.idle ? parent.top : header.bottom
        anchors.topMargin: page.idle && !notices.visible ? 0 : Theme.gap
        height: implicitHeight
        view: page.board.strapQuestion
    }
    IdleScreen {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: question.visible ? question.bottom : notices.visible ? notices.bottom : parent.top
        view: page.board.header
        visible: page.idle

        onTapIn: page.board.walk.goTapIn()
    }
    Header {
        id: header

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        controls: page.board.controls
        height: implicitHeight
        stop: page.board.stop
        view: page.board.header
        visible: !page.idle
        workouts: page.board.workouts
    }
    TileGrid {
        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: question.visible ? question.bottom : notices.visible ? notices.bottom : header.bottom
        anchors.topMargin: Theme.gap
        board: page.board
        visible: !page.idle
    }
    Item {
        id: bar

        readonly property int count: 1 + controls.count
        readonly property real share: (width - devices.width - count * Theme.gap) / count

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.portrait ? page.barHeight + Theme.gap + Theme.touch : page.barHeight
        visible: !page.idle

        BigButton {
            id: tapIn

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.leftMargin: devices.width + Theme.gap
            height: Theme.portrait ? Theme.touch : page.barHeight
            label: "Tap in"
            objectName: "tap-in"
            width: Theme.portrait ? bar.share : Math.max(implicitWidth, 2 * Theme.touch)

            onTapped: page.board.walk.goTapIn()
        }
        Timeline {
            anchors.left: Theme.portrait ? parent.left : tapIn.right
            anchors.leftMargin: Theme.portrait ? 0 : 2 * Theme.gap
            anchors.right: Theme.portrait ? parent.right : controls.left
            anchors.rightMargin: Theme.portrait ? 0 : 2 * Theme.gap
            height: page.barHeight
            view: page.board.timeline
        }
        Controls {
            id: controls

            anchors.bottom: parent.bottom
            anchors.right: parent.right
            model: page.board.controls
            stretch: Theme.portrait
            width: Theme.portrait ? parent.width - devices.width - tapIn.width - 2 * Theme.gap : implicitWidth
        }
    }
    DevicesChip {
        id: devices

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        height: page.idle || Theme.portrait ? Theme.touch : page.barHeight
        view: page.board.devices
        walk: page.board.walk
    }
}
