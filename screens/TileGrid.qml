// The athletes, in as many columns as make their numbers largest.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: grid

    required property Board board
    property real plenty: Theme.plenty
    property bool touchable: true
    property string classStep: ""
    // At half a hertz, and by a clock instead of an animation: nothing is drawn in between.
    property bool lit: true
    readonly property bool calling: {
        for (let place = 0; place < tiles.count; ++place) {
            const tile = tiles.itemAt(place) as Tile;
            if (tile !== null && tile.called)
                return true;
        }
        return false;
    }

    readonly property int columns: board.columns(tiles.count, width, height, Theme.gap)
    readonly property int rows: Math.max(1, Math.ceil(tiles.count / columns))
    readonly property real tileWidth: Math.floor((width - (columns - 1) * Theme.gap) / columns)
    readonly property real tileHeight: Math.floor((height - (rows - 1) * Theme.gap) / rows)

    function placeAt(place: int): point {
        return Qt.point((place % columns) * (tileWidth + Theme.gap), Math.floor(place / columns) * (tileHeight + Theme.gap));
    }

    Timer {
        interval: 1000
        repeat: true
        running: grid.calling && grid.visible && Theme.motion > 0

        onRunningChanged: grid.lit = true
        onTriggered: grid.lit = !grid.lit
    }
    Repeater {
        id: tiles

        model: grid.board.tiles

        delegate: Tile {
            classStep: grid.classStep
            height: grid.tileHeight
            lit: grid.lit
            placeAt: grid.placeAt
            size: grid.board.numberSize(grid.tileWidth, grid.tileHeight, grid.plenty)
            touchable: grid.touchable
            traces: grid.board.traces
            wide: grid.board.isWide(grid.tileWidth, grid.tileHeight)
            width: grid.tileWidth
            x: (index % grid.columns) * (grid.tileWidth + Theme.gap)
            y: Math.floor(index / grid.columns) * (grid.tileHeight + Theme.gap)

            onSwapped: (place, whom) => grid.board.swap(place, whom)
            onTapped: whom => grid.board.walk.openTile(whom)
        }
    }
}
