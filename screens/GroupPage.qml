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
        evening: page.board.idle
        view: page.board.header
        visible: page.idle

        onGuest: page.board.walk.goGuest()
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
    GreetCard {
        id: greeting

        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        height: implicitHeight
        view: page.board.greet
        visible: !page.idle && view.count > 0
        z: 1
    }
    TileGrid {
        // While anything runs no tile moves: the card lies over the last row for its moment.
        anchors.bottom: greeting.visible && !page.board.controls.live ? greeting.top : bar.top
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
        readonly property real share: (width - devices.width - (Theme.portrait ? 0 : coach.width) - count * Theme.gap) / count

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.portrait ? page.barHeight + Theme.gap + Theme.touch : page.barHeight
        visible: !page.idle

        BigButton {
            id: tapIn

            LayoutMirroring.enabled: Theme.leftHanded
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.leftMargin: devices.width + (Theme.portrait ? 0 : coach.width) + Theme.gap
            height: Theme.portrait ? Theme.touch : page.barHeight
            label: qsTr("Tap in")
            objectName: "tap-in"
            width: Theme.portrait ? bar.share : Math.max(implicitWidth, 2 * Theme.touch)

            onTapped: page.board.walk.goTapIn()
        }
        Timeline {
            LayoutMirroring.enabled: Theme.leftHanded
            anchors.left: Theme.portrait ? parent.left : tapIn.right
            anchors.leftMargin: Theme.portrait ? coach.width + Theme.gap : 2 * Theme.gap
            anchors.right: Theme.portrait ? parent.right : controls.left
            anchors.rightMargin: Theme.portrait ? 0 : 2 * Theme.gap
            height: page.barHeight
            view: page.board.timeline
        }
        Controls {
            id: controls

            LayoutMirroring.enabled: Theme.leftHanded
            anchors.bottom: parent.bottom
            anchors.right: parent.right
            model: page.board.controls
            stretch: Theme.portrait
            width: Theme.portrait ? parent.width - devices.width - tapIn.width - 2 * Theme.gap : implicitWidth
        }
    }
    DevicesChip {
        id: devices

        LayoutMirroring.enabled: Theme.leftHanded
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        height: page.idle || Theme.portrait ? Theme.touch : page.barHeight
        view: page.board.devices
        walk: page.board.walk
    }
    CoachButton {
        id: coach

        // By x: an anchor that is taken away in the idle screen's favour leaves its width behind.
        readonly property real away: page.idle ? parent.width - width : Theme.portrait ? 0 : devices.width

        anchors.bottom: parent.bottom
        anchors.bottomMargin: !page.idle && Theme.portrait ? Theme.touch + Theme.gap : 0
        height: page.idle ? Theme.touch : page.barHeight
        walk: page.board.walk
        x: Theme.leftHanded ? parent.width - width - away : away
    }
}
