// Which station to start on; whoever is on one is named.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: picks

    required property StationPickModel view
    readonly property int mostColumns: Math.max(1, Math.floor((width + Theme.gap) / (2.4 * Theme.touch + Theme.gap)))
    readonly property int columns: Math.max(1, Math.min(view.pages.count, mostColumns))
    readonly property real share: (width - (columns - 1) * Theme.gap) / columns
    // More than two rows would leave no room for the workouts.
    readonly property int room: 2 * mostColumns
    readonly property bool several: view.pages.count > room
    readonly property real buttonWidth: Math.min(6 * Theme.touch, share)

    implicitHeight: Math.ceil(Math.min(room, view.pages.count) / columns) * (Theme.touch + Theme.gap) - Theme.gap

    Component.onCompleted: view.pages.fit(room)
    onRoomChanged: view.pages.fit(room)

    Repeater {
        model: picks.view.pages.rows

        delegate: StationButton {
            objectName: "station-" + place
            picks: true
            width: picks.buttonWidth
            x: (index % picks.columns) * (width + Theme.gap)
            y: Math.floor(index / picks.columns) * (Theme.touch + Theme.gap)

            onTapped: picks.view.pick(place)
        }
    }
    BigButton {
        label: qsTr("More")
        objectName: "more-stations"
        visible: picks.several
        width: picks.buttonWidth
        x: (picks.columns - 1) * (width + Theme.gap)
        y: Theme.touch + Theme.gap

        onTapped: picks.view.turn()
    }
}
