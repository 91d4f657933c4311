// The workouts to choose from, as many at a time as there is room for.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: list

    required property ChooseModel view

    readonly property int count: view.cards.total
    readonly property int rowRoom: Math.max(1, Math.floor((height + Theme.gap) / ((Theme.portrait ? 1.1 : 1.3) * Theme.touch + Theme.gap)))
    readonly property int mostColumns: Math.max(1, Math.min(2, Math.floor(width / (4.6 * Theme.touch))))
    readonly property int columns: count > rowRoom ? mostColumns : 1
    readonly property int room: mostColumns * rowRoom
    // Whatever does not fit leaves the last row to the buttons that turn the page.
    readonly property int turnedRoom: mostColumns * (rowRoom - 1)
    readonly property int rows: Math.min(rowRoom, Math.ceil(count / columns))
    readonly property real cardWidth: (width - (columns - 1) * Theme.gap) / columns
    readonly property real cardHeight: Math.min(2 * Theme.touch, (height + Theme.gap) / rows - Theme.gap)

    function fit() {
        view.cards.fit(room, turnedRoom);
    }

    Component.onCompleted: fit()
    onRoomChanged: fit()
    onTurnedRoomChanged: fit()

    Repeater {
        model: list.view.cards.rows

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
        visible: list.view.cards.turns

        TurnButton {
            back: true
            height: list.cardHeight
            lines: list.view.cards
            objectName: "workouts-before"
            width: (list.width - Theme.gap) / 2
        }
        TurnButton {
            anchors.right: parent.right
            back: false
            height: list.cardHeight
            lines: list.view.cards
            objectName: "workouts-after"
            width: (list.width - Theme.gap) / 2
        }
    }
}
