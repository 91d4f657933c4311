// The workouts to choose from, as many at a time as there is room for.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: list

    required property ChooseModel view

    readonly property bool turns: view.hasBefore || view.hasMore
    readonly property int rowRoom: Math.max(1, Math.floor((height + Theme.gap) / (1.3 * Theme.touch + Theme.gap)))
    readonly property int mostColumns: Math.max(1, Math.min(2, Math.floor(width / (4.6 * Theme.touch))))
    readonly property int columns: view.count > rowRoom ? mostColumns : 1
    // Whatever does not fit leaves the last row to the buttons that turn the page.
    readonly property int room: columns * (view.count > columns * rowRoom ? rowRoom - 1 : rowRoom)
    readonly property int rows: Math.min(rowRoom, Math.ceil(view.count / columns))
    readonly property real cardWidth: (width - (columns - 1) * Theme.gap) / columns
    readonly property real cardHeight: Math.min(2 * Theme.touch, (height + Theme.gap) / rows - Theme.gap)

    Repeater {
        model: list.view.cards

        delegate: WorkoutChoice {
            height: list.cardHeight
            sketch: list.view.sketch(place) as TimelineModel
            width: list.cardWidth
            x: (index % list.columns) * (list.cardWidth + Theme.gap)
            y: Math.floor(index / list.columns) * (list.cardHeight + Theme.gap)

            onTapped: list.view.choose(place)
        }
    }
    Item {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: list.cardHeight
        visible: list.turns

        BigButton {
            enabled: list.view.hasBefore
            height: list.cardHeight
            label: "‹"
            labelSize: Theme.title * 1.4
            objectName: "workouts-before"
            width: (list.width - Theme.gap) / 2

            onTapped: list.view.backward()
        }
        BigButton {
            anchors.right: parent.right
            enabled: list.view.hasMore
            height: list.cardHeight
            label: "›"
            labelSize: Theme.title * 1.4
            objectName: "workouts-after"
            width: (list.width - Theme.gap) / 2

            onTapped: list.view.forward()
        }
    }
}
