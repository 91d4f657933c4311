// One athlete chooses: the workouts, the chosen one large with their own bands, and how to begin.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property ChooseModel view
    required property WalkModel walk
    required property TagCardModel tag

    readonly property bool tall: Theme.portrait
    readonly property real lineHeight: Math.round(Theme.body * 1.75)

    function fit() {
        view.fit(Math.floor(detail.linesRoom / lineHeight));
    }

    Component.onCompleted: {
        fit();
        view.refresh();
    }

    PageHead {
        id: head

        title: page.view.name
        titleRoom: width - strap.width - battery.width - 3.5 * Theme.touch
        width: parent.width

        onBack: page.view.homework.shown ? page.view.homework.close() : page.walk.goBack()

        Words {
            id: strap

            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.soft
            font.pixelSize: Theme.title
            objectName: "strap"
            text: page.view.strap
        }
        LowBattery {
            id: battery

            anchors.right: strap.left
            anchors.rightMargin: 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.noticeText
            height: Theme.title * 0.6
            objectName: "choose-battery"
            visible: page.view.battery
        }
    }
    NoticeBar {
        id: notice

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        height: implicitHeight
        notices: page.view.notices
    }
    AnotherStrap {
        id: another

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: notice.visible ? notice.bottom : head.bottom
        anchors.topMargin: visible ? Theme.gap : 0
        height: visible ? Theme.touch : 0
        view: page.view
        visible: page.view.another !== ""
    }
    StationPicks {
        id: stations

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: another.bottom
        anchors.topMargin: visible ? Theme.gap : 0
        height: visible ? implicitHeight : 0
        view: page.view.stations
        visible: view.pages.count > 0
    }
    // What kind of workout: all of them would be a list to search.
    Grid {
        id: tabs

        readonly property int count: kinds.count
        // One line where the words have room for it.
        readonly property int lines: width / Math.max(1, count) < 1.5 * Theme.touch ? 2 : 1
        readonly property real share: (width + spacing) / columns - spacing

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: stations.bottom
        anchors.topMargin: visible ? Theme.gap : 0
        columns: Math.max(1, Math.ceil(count / lines))
        height: visible ? lines * (Theme.touch + spacing) - spacing : 0
        spacing: Theme.gap
        visible: count > 0

        Repeater {
            id: kinds

            model: page.view.tabs

            delegate: WorkoutTab {
                id: kind

                width: tabs.share

                onTapped: page.view.chooseTab(kind.place)
            }
        }
    }
    WorkoutList {
        id: cards

        anchors.bottom: page.tall ? undefined : buttons.top
        anchors.bottomMargin: 2 * Theme.gap
        anchors.left: parent.left
        anchors.top: tabs.bottom
        anchors.topMargin: Theme.gap
        height: page.tall ? (page.height - y) * (stations.visible ? 0.38 : 0.42) : 0
        view: page.view
        width: page.tall ? parent.width : Math.round(parent.width * 0.42)
    }
    WorkoutDetail {
        id: detail

        anchors.bottom: buttons.top
        anchors.bottomMargin: 2 * Theme.gap
        anchors.left: page.tall ? parent.left : cards.right
        anchors.leftMargin: page.tall ? 0 : 3 * Theme.gap
        anchors.right: parent.right
        anchors.top: page.tall ? cards.bottom : cards.top
        anchors.topMargin: page.tall ? 3 * Theme.gap : 0
        lineHeight: page.lineHeight
        view: page.view

        onLinesRoomChanged: page.fit()
    }
    EmptyState {
        advice: qsTr("Tell the staff: the files of the workouts are missing or cannot be read.")
        anchors.horizontalCenter: parent.horizontalCenter
        name: "choose-empty"
        sign: "protocols"
        title: page.view.cards.total === 0 ? qsTr("There is no workout to choose from") : ""
        width: Math.min(parent.width - 2 * Theme.room, 18 * Theme.touch)
        wrong: true
        y: cards.y + (buttons.y - cards.y - height) / 2
    }
    StartButtons {
        id: buttons

        anchors.bottom: parent.bottom
        tag: page.tag
        view: page.view
        width: parent.width
    }
    HomeworkSheet {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        view: page.view.homework
    }
}
