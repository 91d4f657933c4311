// Which station to start on; whoever is on one is named.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: picks

    required property StationPickModel view
    readonly property int columns: Math.max(1, Math.min(view.count, Math.floor((width + Theme.gap) / (2.4 * Theme.touch + Theme.gap))))
    readonly property real share: (width - (columns - 1) * Theme.gap) / columns

    implicitHeight: Math.ceil(view.count / columns) * (Theme.touch + Theme.gap) - Theme.gap

    Repeater {
        model: picks.view.rows

        delegate: StationButton {
            objectName: "station-" + place
            picks: true
            width: Math.min(6 * Theme.touch, picks.share)
            x: (index % picks.columns) * (width + Theme.gap)
            y: Math.floor(index / picks.columns) * (Theme.touch + Theme.gap)

            onTapped: picks.view.pick(place)
        }
    }
}
