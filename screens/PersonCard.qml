// One person as a coach sees them: what is known, what comes of it, and the entry that is open.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: card

    required property PeopleCardModel view
    readonly property int columns: Theme.portrait || width >= 12 * Theme.touch ? 3 : 2
    readonly property int rows: Math.ceil(15 / columns)
    readonly property real sideWidth: Theme.portrait ? width : Math.round(Math.min(width * 0.34, 5 * Theme.touch))

    ZoneLadder {
        id: zones

        height: Theme.portrait ? Math.round(parent.height * 0.27) : parent.height
        view: card.view
        visible: !card.view.isTyping
        width: card.sideWidth
    }
    Item {
        id: rest

        height: parent.height - y
        width: parent.width - x
        x: Theme.portrait || !zones.visible ? 0 : zones.width + 2 * Theme.gap
        y: Theme.portrait && zones.visible ? zones.height + 2 * Theme.gap : 0

        Item {
            id: grid

            readonly property real tileWidth: (width - (card.columns - 1) * Theme.gap) / card.columns
            readonly property real tileHeight: Math.min(2 * Theme.touch, (height - (card.rows - 1) * Theme.gap) / card.rows)

            anchors.fill: parent
            visible: !card.view.isOpen

            Repeater {
                model: card.view.tiles

                delegate: CardTile {
                    height: grid.tileHeight
                    width: grid.tileWidth
                    x: (index % card.columns) * (grid.tileWidth + Theme.gap)
                    y: Math.floor(index / card.columns) * (grid.tileHeight + Theme.gap)

                    onTapped: card.view.open(item)
                }
            }
        }
        Repeater {
            model: card.view.sheets

            delegate: PersonSheet {
                height: rest.height
                view: card.view
                width: rest.width
            }
        }
    }
}
