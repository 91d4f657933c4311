// How one athlete's training goes: three leaves, each with lines to read, one with a small chart.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property ProgressModel view
    required property WalkModel walk
    readonly property real lineHeight: Math.round(Theme.body * 3.8)
    readonly property bool charted: view.tab === "trend" && view.chartCount > 0
    // Where a leaf begins: from here its room is reckoned, not from what is laid out in it.
    readonly property real begin: Theme.margin + (countdown.visible ? countdown.y + countdown.height : tabs.y + tabs.height)
    readonly property int room: charted ? 3 : Math.floor((height - begin) / lineHeight)
    readonly property int turnedRoom: charted ? 3 : Math.floor((height - Theme.touch - Theme.gap - begin) / lineHeight)
    // Few lines are large lines; under a chart they leave it more than half.
    readonly property real free: charted ? (height - begin) * 0.46 : height - begin - (view.lines.turns ? Theme.touch + Theme.gap : 0)
    readonly property real shownHeight: Math.max(lineHeight, Math.min(2.2 * lineHeight, free / Math.max(1, charted ? view.lines.total : shown.count)))

    function fit() {
        view.lines.fit(room, turnedRoom);
    }

    Component.onCompleted: {
        fit();
        view.refresh();
    }
    onRoomChanged: fit()
    onTurnedRoomChanged: fit()

    PageHead {
        id: head

        title: page.view.name
        titleRoom: width - 3.4 * Theme.touch - ways.width
        width: parent.width

        onBack: page.walk.goBack()

        Row {
            id: ways

            anchors.right: parent.right
            spacing: Theme.gap

            BigButton {
                label: qsTr("My workouts")
                objectName: "to-history"

                onTapped: page.view.openHistory()
            }
            BigButton {
                label: qsTr("My data")
                objectName: "to-my-data"

                onTapped: page.view.openMyData()
            }
        }
    }
    Row {
        id: tabs

        readonly property real share: (width - 2 * spacing) / 3

        anchors.top: head.bottom
        anchors.topMargin: 2 * Theme.gap
        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: [
                {
                    "tab": "trend",
                    "label": qsTr("Trend")
                },
                {
                    "tab": "done",
                    "label": qsTr("Done so far")
                },
                {
                    "tab": "week",
                    "label": qsTr("This week")
                }
            ]

            delegate: BigButton {
                id: leaf

                required property var modelData

                label: modelData.label
                objectName: "tab-" + modelData.tab
                primary: page.view.tab === modelData.tab
                width: tabs.share

                onTapped: page.view.turnTo(leaf.modelData.tab)
            }
        }
    }
    Words {
        id: countdown

        anchors.top: tabs.bottom
        anchors.topMargin: 2 * Theme.gap
        font.pixelSize: Math.round((Theme.title + Theme.body) / 2)
        font.weight: Font.DemiBold
        objectName: "countdown"
        text: page.view.countdown
        visible: text !== "" && page.view.tab === "week"
        width: parent.width - 2 * x
        wrapMode: Text.WordWrap
        x: 2 * Theme.gap
    }
    ProgressChart {
        id: chart

        anchors.top: countdown.visible ? countdown.bottom : tabs.bottom
        anchors.topMargin: visible ? 2 * Theme.gap : 0
        height: page.charted ? page.height - page.begin - Theme.margin - Math.min(page.view.lines.total, 3) * page.shownHeight + Theme.gap : 0
        view: page.view
        visible: page.charted
        width: parent.width
    }
    Item {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: chart.bottom
        anchors.topMargin: Theme.margin

        Repeater {
            id: shown

            model: page.view.lines.rows

            delegate: ProgressLine {
                height: page.shownHeight
                width: lines.width
                y: index * height
            }
        }
    }
    EmptyState {
        action: page.view.closed ? qsTr("Ask a coach") : ""
        actionName: "progress-coach"
        advice: page.view.advice
        anchors.horizontalCenter: parent.horizontalCenter
        name: "progress-empty"
        sign: page.view.closed ? "coaches" : page.view.tab === "week" ? "planner" : "protocols"
        title: page.view.empty
        width: Math.min(parent.width - 2 * Theme.room, 18 * Theme.touch)
        wrong: page.view.troubled
        y: page.begin + (page.height - page.begin - height) / 2

        onTapped: page.view.askCoach()
    }
    TurnPages {
        anchors.bottom: parent.bottom
        lines: page.view.lines
        name: "progress"
        width: parent.width
    }
}
