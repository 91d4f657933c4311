// Whoever has just come: their name, and at one touch what is due today.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: card

    required property GreetModel view
    readonly property int across: Theme.portrait ? 1 : Math.max(1, view.count)
    readonly property int down: Theme.portrait ? Math.max(1, view.count) : 1
    readonly property real rowHeight: Math.max(1.25 * Theme.touch, Math.round(0.13 * Theme.shortSide))

    implicitHeight: down * (rowHeight + Theme.gap) - Theme.gap

    Repeater {
        model: card.view.greetings

        delegate: GreetRow {
            height: card.rowHeight
            width: (card.width - (card.across - 1) * Theme.gap) / card.across
            x: (index % card.across) * (width + Theme.gap)
            y: Math.floor(index / card.across) * (height + Theme.gap)

            onTapped: athlete => card.view.start(athlete)
        }
    }
}
