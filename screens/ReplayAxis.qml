// The steps of a past session in time: a finger anywhere on it is the new now, and may move.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: axis

    required property ReplayModel view
    readonly property real now: view.place + 1e-6
    readonly property int names: blocks.count > 0 ? Math.round(Theme.small * 1.5) : 0
    readonly property real knob: Math.round(0.34 * Theme.touch)

    Accessible.name: qsTr("Time")
    Accessible.role: Accessible.Slider
    objectName: "replay-timeline"

    Rectangle {
        anchors.fill: parent
        color: Theme.raised
        radius: Theme.radius
    }
    Repeater {
        id: blocks

        model: axis.view.blocks

        delegate: TimelineBlock {
            current: axis.now >= begin && axis.now < begin + share
            height: axis.height
            nameHeight: axis.names
            width: Math.max(1, share * axis.width - Theme.hairline)
            x: begin * axis.width
        }
    }
    // What is over is dimmed.
    Rectangle {
        color: Theme.background
        height: parent.height - axis.names
        opacity: 0.45
        width: axis.view.place * parent.width
    }
    Repeater {
        model: axis.view.marks

        delegate: ReplayMark {
            x: place * axis.width - width / 2
        }
    }
    Rectangle {
        color: Theme.text
        height: parent.height + Theme.gap - axis.names
        radius: width / 2
        width: 4 * Theme.hairline
        x: axis.view.place * (parent.width - width)
        y: -Theme.gap

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            border.color: Theme.background
            border.width: 2 * Theme.hairline
            color: Theme.accent
            height: width
            radius: width / 2
            width: 2 * axis.knob
            y: (parent.height - height) / 2
        }
    }
    PointHandler {
        onPointChanged: {
            if (active)
                axis.view.scrub(Math.max(0, Math.min(1, point.position.x / axis.width)));
        }
    }
}
