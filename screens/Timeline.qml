// The whole workout in one line: width is time, height is intensity, colour is the zone asked for.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: timeline

    required property TimelineModel view
    property bool plain: false // only the shape, without words
    property bool captioned: !plain
    readonly property bool running: view.index >= 0
    readonly property int captionHeight: plain ? 0 : Math.round(Theme.small * 1.35)

    Item {
        id: room

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: caption.bottom

        Repeater {
            model: timeline.view.blocks

            delegate: TimelineBlock {
                current: index === timeline.view.index
                done: index < timeline.view.index
                height: room.height
                nameHeight: timeline.captionHeight
                width: Math.max(1, share * room.width - Theme.hairline)
                x: begin * room.width
            }
        }
        Rectangle {
            color: Theme.background
            height: nowLine.height
            opacity: 0.6
            visible: timeline.running
            width: nowLine.x
        }
        Rectangle {
            id: nowLine

            color: Theme.text
            height: parent.height - timeline.captionHeight
            objectName: "now"
            visible: timeline.running
            width: 2 * Theme.hairline
            x: Math.min(parent.width - width, timeline.view.at * parent.width)
        }
    }
    Words {
        id: caption

        color: timeline.running ? Theme.text : Theme.soft
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        height: timeline.captioned ? timeline.captionHeight : 0
        objectName: "caption"
        text: timeline.view.caption
        visible: timeline.captioned
        x: timeline.running ? Math.max(0, Math.min(timeline.width - width, nowLine.x - width / 2)) : 0
    }
}
