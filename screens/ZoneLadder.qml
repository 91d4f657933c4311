// What comes out of all that is known of a heart: the zones, the hardest at the top, the ceiling.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: panel

    required property PeopleCardModel view
    readonly property bool lying: width > 1.6 * height
    readonly property real wordsHeight: origin.implicitHeight + ceiling.implicitHeight + 3 * Theme.gap

    color: Theme.surface
    objectName: "zone-ladder"
    radius: Theme.radius

    Item {
        id: rungs

        readonly property real barWidth: width - 4 * Theme.gap

        height: panel.lying ? parent.height - 4 * Theme.gap : parent.height - panel.wordsHeight - 5 * Theme.gap
        visible: repeater.count > 0
        width: panel.lying ? parent.width * 0.5 : parent.width - 4 * Theme.gap
        x: 2 * Theme.gap
        y: 2 * Theme.gap

        Repeater {
            id: repeater

            model: panel.view.rungs

            delegate: RungBar {
                height: rungs.height / repeater.count - Theme.hairline
                width: rungs.barWidth
                y: index * rungs.height / repeater.count
            }
        }
        // The ceiling points at its place from beside the ladder, so that no number lies under it.
        Words {
            font.pixelSize: Theme.headline
            height: Theme.headline
            objectName: "ceiling-mark"
            text: "◂"
            visible: panel.view.ceilingAt >= 0
            x: rungs.barWidth
            y: Math.round(panel.view.ceilingAt * rungs.height - height / 2)
        }
    }
    Words {
        id: origin

        color: repeater.count > 0 ? Theme.soft : Theme.text
        font.pixelSize: repeater.count > 0 ? Theme.body : Math.round(Theme.title * 0.9)
        objectName: "zones-origin"
        text: panel.view.origin
        width: (panel.lying ? parent.width - (rungs.visible ? rungs.width + rungs.x : 0) : parent.width) - 4 * Theme.gap
        wrapMode: Text.Wrap
        x: panel.lying && rungs.visible ? rungs.x + rungs.width + 2 * Theme.gap : 2 * Theme.gap
        y: panel.lying || !rungs.visible ? 3 * Theme.gap : rungs.y + rungs.height + 2 * Theme.gap
    }
    Words {
        id: ceiling

        color: Theme.soft
        font.pixelSize: Theme.body
        objectName: "ceiling-words"
        text: (panel.view.ceilingAt >= 0 ? "◂ " : "") + panel.view.ceiling
        width: origin.width
        wrapMode: Text.Wrap
        x: origin.x
        y: origin.y + origin.implicitHeight + Theme.gap
    }
}
