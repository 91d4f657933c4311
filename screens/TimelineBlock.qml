// One step of the workout: a bar, and its name below where there is room for it.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: block

    // Roles of the model, Block in timeline.py.
    required property int index
    required property string title
    required property real begin
    required property real share
    required property real rise
    required property int level

    property bool current: false
    property bool done: false
    property int nameHeight: 0

    Rectangle {
        anchors.bottom: name.top
        // On paper the light zones would not be seen.
        border.color: Qt.darker(color, 1.7)
        border.width: Theme.light ? Theme.hairline : 0
        color: block.level < 0 ? Theme.zoneless : Theme.zone(block.level)
        height: Math.max(Theme.gap, block.rise * (block.height - block.nameHeight))
        opacity: block.current ? 1 : 0.72
        radius: Math.min(Theme.radius / 2, width / 2)
        width: parent.width
    }
    Words {
        id: name

        anchors.bottom: parent.bottom
        color: block.current ? Theme.text : Theme.soft
        font.pixelSize: Theme.small
        font.weight: block.current ? Font.DemiBold : Font.Normal
        height: block.nameHeight
        opacity: block.done ? 0.85 : 1
        text: block.title
        visible: block.nameHeight > 0 && implicitWidth + Theme.gap <= block.width
    }
}
