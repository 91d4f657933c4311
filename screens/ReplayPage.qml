// A past session once more: which one, at which second, and everybody's curve with a line for now.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property ReplayModel view
    readonly property real lineHeight: 1.25 * Theme.touch
    readonly property real axisHeight: Math.round(1.15 * Theme.touch)
    readonly property int sessionRoom: Math.max(1, Math.floor((body.height + Theme.gap) / (lineHeight + Theme.gap)))
    // The axis stands under the curves where they stand in one column.
    readonly property real rowsHeight: body.height - axisHeight - 3 * Theme.gap
    readonly property int high: Math.max(1, Math.floor((rowsHeight + Theme.gap) / (1.15 * Theme.touch + Theme.gap)))
    readonly property int columns: !Theme.portrait && view.lines.total > high ? 2 : 1
    readonly property int athleteRoom: high * (Theme.portrait ? 1 : 2)
    readonly property int deep: Math.ceil(lines.count / columns)
    readonly property real rowHeight: Math.min(rowsHeight, (rowsHeight + Theme.gap) / Math.max(1, deep) - Theme.gap)
    readonly property real rowWidth: (body.width - (columns - 1) * 2 * Theme.gap) / columns
    readonly property bool stacked: Theme.portrait && rowHeight > 3 * Theme.touch
    readonly property real factsWidth: Math.max((Theme.portrait ? 4.3 : 5.2) * Theme.touch, rowWidth * (columns === 1 ? 0.3 : 0.42))
    readonly property real axisX: view.isLarge ? 2.2 * Theme.title : stacked ? 2 * Theme.gap : columns === 1 ? factsWidth : 0

    function fit() {
        view.sessions.fit(sessionRoom, sessionRoom);
        view.lines.fit(athleteRoom, athleteRoom);
    }

    Component.onCompleted: {
        fit();
        view.refresh();
    }
    onAthleteRoomChanged: fit()
    onSessionRoomChanged: fit()

    PageHead {
        id: head

        title: page.view.title
        titleRoom: (time.text === "" ? width : time.x) - 2.4 * Theme.touch - 3 * Theme.gap
        width: parent.width

        onBack: page.view.back()

        Words {
            id: time

            anchors.right: parent.right
            anchors.rightMargin: 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            font.features: {
                "tnum": 1
            }
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            objectName: "replay-clock"
            text: page.view.clock
        }
    }
    Item {
        id: body

        anchors.bottom: keys.visible ? keys.top : parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap

        Repeater {
            model: page.view.sessions.rows

            delegate: ExportLine {
                height: page.lineHeight
                ticks: false
                width: body.width
                y: index * (page.lineHeight + Theme.gap)

                onTapped: page.view.choose(session)
            }
        }
        Repeater {
            id: lines

            model: page.view.lines.rows

            delegate: ReplayRow {
                factsWidth: page.factsWidth
                height: page.rowHeight
                stacked: page.stacked
                view: page.view
                visible: !page.view.isLarge && page.view.isLoaded
                width: page.rowWidth
                x: Math.floor(index / page.deep) * (page.rowWidth + 2 * Theme.gap)
                y: (index % page.deep) * (page.rowHeight + Theme.gap)

                onTapped: page.view.look(athlete)
            }
        }
        Repeater {
            model: page.view.faces

            delegate: ReplayLarge {
                height: page.rowsHeight
                view: page.view
                width: body.width
            }
        }
        EmptyState {
            action: page.view.failed ? qsTr("Try again") : ""
            actionName: "replay-again"
            advice: page.view.advice
            anchors.centerIn: parent
            name: "replay-empty"
            sign: "replay"
            title: page.view.empty
            width: Math.min(parent.width - 8 * Theme.gap, 13 * Theme.touch)
            wrong: page.view.failed

            onTapped: page.view.again()
        }
        ReplayAxis {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gap
            height: page.axisHeight
            view: page.view
            visible: page.view.isLoaded
            width: body.width - x - 2 * Theme.gap
            x: page.axisX
        }
        Words {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gap
            color: Theme.soft
            font.pixelSize: Theme.small
            fontSizeMode: Text.Fit
            height: page.axisHeight
            minimumPixelSize: Theme.smallest
            objectName: "replay-hint"
            text: qsTr("Drag through the time. Touch somebody to see them alone.")
            visible: page.view.isLoaded && !page.view.isLarge && page.columns === 1 && !page.stacked
            width: page.factsWidth - 4 * Theme.gap
            wrapMode: Text.Wrap
            x: Theme.gap
        }
    }
    ReplayKeys {
        id: keys

        anchors.bottom: parent.bottom
        height: implicitHeight
        view: page.view
        width: parent.width
    }
}
