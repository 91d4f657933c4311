// The window: header, notices, tiles, timeline and buttons, for every shape of screen.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Window {
    id: window

    required property Board board
    property real diagonalInch: 0
    readonly property real barHeight: Math.max(Theme.touch, Math.round(Theme.shortSide * 0.112))

    color: Theme.background
    height: 720
    title: "Switchback"
    width: 1280

    Binding {
        property: "windowWidth"
        target: Theme
        value: window.width
    }
    Binding {
        property: "windowHeight"
        target: Theme
        value: window.height
    }
    Binding {
        property: "diagonalInch"
        target: Theme
        value: window.diagonalInch
    }
    Item {
        anchors.fill: parent
        anchors.margins: Theme.gap
        enabled: !window.board.question.asked

        Header {
            id: header

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            controls: window.board.controls
            height: implicitHeight
            view: window.board.header
            workouts: window.board.workouts
        }
        NoticeBar {
            id: notices

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            anchors.topMargin: Theme.gap
            height: implicitHeight
            notices: window.board.header.notices
        }
        TileGrid {
            id: grid

            anchors.bottom: bar.top
            anchors.bottomMargin: Theme.gap
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: notices.visible ? notices.bottom : header.bottom
            anchors.topMargin: Theme.gap
            board: window.board
        }
        EmptyRoom {
            anchors.centerIn: grid
            view: window.board.header
            visible: window.board.header.empty
            width: grid.width - 8 * Theme.gap
        }
        Item {
            id: bar

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            height: Theme.portrait ? window.barHeight + Theme.gap + Theme.touch : window.barHeight

            Timeline {
                anchors.left: parent.left
                anchors.right: Theme.portrait ? parent.right : controls.left
                anchors.rightMargin: Theme.portrait ? 0 : 2 * Theme.gap
                height: window.barHeight
                view: window.board.timeline
            }
            Controls {
                id: controls

                anchors.bottom: parent.bottom
                anchors.right: parent.right
                model: window.board.controls
                stretch: Theme.portrait
                width: Theme.portrait ? parent.width : implicitWidth
            }
        }
    }
    QuestionCard {
        anchors.fill: parent
        model: window.board.question
    }
}
