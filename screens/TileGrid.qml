// The athletes, in as many columns as make their numbers largest.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: grid

    required property Board board

    readonly property int columns: board.columns(tiles.count, width, height, Theme.gap)
    readonly property int rows: Math.max(1, Math.ceil(tiles.count / columns))
    readonly property real tileWidth: Math.floor((width - (columns - 1) * Theme.gap) / columns)
    readonly property real tileHeight: Math.floor((height - (rows - 1) * Theme.gap) / rows)

    Repeater {
        id: tiles

        model: grid.board.tiles

        delegate: Tile {
            height: grid.tileHeight
            size: grid.board.numberSize(grid.tileWidth, grid.tileHeight, Theme.plenty)
            traces: grid.board.traces
            wide: grid.board.isWide(grid.tileWidth, grid.tileHeight)
            width: grid.tileWidth
            x: (index % grid.columns) * (grid.tileWidth + Theme.gap)
            y: Math.floor(index / grid.columns) * (grid.tileHeight + Theme.gap)

            onSwapped: grid.board.swap(swap, athlete)
            onTapped: grid.board.walk.openTile(athlete)
        }
    }
}
