// Time in each zone as bars, the hardest zone on top.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Column {
    id: list

    required property Rows bars
    required property int reading
    readonly property real line: Math.min(height / Math.max(1, rows.count), reading * 2.8)
    readonly property int letter: Math.round(Math.min(reading, line * 0.5))

    topPadding: (height - line * rows.count) / 2

    Repeater {
        id: rows

        model: list.bars

        delegate: ZoneBar {
            height: list.line
            letter: list.letter
            width: list.width
        }
    }
}
