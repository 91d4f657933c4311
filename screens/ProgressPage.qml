// How one athlete's training goes: three leaves, each with lines to read, one with a small chart.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property ProgressModel view
    required property WalkModel walk
    readonly property real lineHeight: Math.round(Theme.body * 3.2)
    readonly property bool charted: view.tab === "trend" && view.chartPoints.length > 0
    readonly property int room: Math.floor((height - lines.y - Theme.gap) / lineHeight)
    readonly property int turnedRoom: Math.floor((height - Theme.touch - lines.y - Theme.gap) / lineHeight)

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
        width: parent.width
        wrapMode: Text.WordWrap
    }
    ProgressChart {
        id: chart

        anchors.top: countdown.visible ? countdown.bottom : tabs.bottom
        anchors.topMargin: visible ? 2 * Theme.gap : 0
        height: visible ? Math.round((page.height - y) * 0.42) : 0
        view: page.view
        visible: page.charted
        width: parent.width
    }
    Item {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: chart.bottom
        anchors.topMargin: 2 * Theme.gap

        Repeater {
            model: page.view.lines.rows

            delegate: ProgressLine {
                height: page.lineHeight
                width: lines.width
                y: index * height
            }
        }
    }
    Words {
        anchors.centerIn: parent
        color: Theme.soft
        font.pixelSize: Theme.title
        horizontalAlignment: Text.AlignHCenter
        objectName: "progress-empty"
        text: page.view.empty
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
        name: "progress"
        width: parent.width

        onTurned: by => page.view.lines.page(by)
    }
}
