// A line at a round minute, and its name below where it has room.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tick

    // Roles of the model, Tick in summary_view.py.
    required property int index
    required property real place
    required property string title

    property int letter: Theme.body
    property real room: 0
    // Where every name would run into the next, each so many-th has one.
    property int every: 1

    Rectangle {
        color: Theme.raised
        height: parent.height + tick.letter * 0.3
        width: Theme.hairline
    }
    Words {
        color: Theme.soft
        font.pixelSize: tick.letter
        height: tick.letter * 1.3
        text: tick.title
        visible: tick.index % tick.every === 0 && tick.x + x + width <= tick.room + Theme.gap
        x: Math.max(-tick.x, -width / 2)
        y: parent.height + tick.letter * 0.45
    }
}
