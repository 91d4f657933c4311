// All coaches as tiles; more than fit are drawn up with a finger.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Flickable {
    id: list

    required property Rows coaches
    readonly property int columns: Math.max(1, Math.floor((width + Theme.gap) / (Math.min(width, 5.2 * Theme.touch) + Theme.gap)))
    // Whole pixels, or the clip takes the last border away.
    readonly property real tileWidth: Math.floor((width - (columns - 1) * Theme.gap) / columns)
    // A few in the middle of much room, where the eye is.
    property bool centred: false
    readonly property real above: centred ? Math.max(0, (height - contentHeight) / 3) : 0
    readonly property real tileHeight: Math.max(1.8 * Theme.touch, 2.8 * Theme.title)

    signal touched(int coach)

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: Math.ceil(tiles.count / columns) * (tileHeight + Theme.gap) - Theme.gap
    interactive: contentHeight > height

    Repeater {
        id: tiles

        model: list.coaches

        delegate: CoachTile {
            required property int index

            height: list.tileHeight
            width: list.tileWidth
            x: (index % list.columns) * (list.tileWidth + Theme.gap)
            y: list.above + Math.floor(index / list.columns) * (list.tileHeight + Theme.gap)

            onTapped: list.touched(coach)
        }
    }
}
