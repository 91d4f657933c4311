// Our own keyboard: letters, accents and signs in four lines, or a number pad.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: board

    required property KeyboardModel view

    // What a hand reaches without moving: on a large screen the keys do not fill the width.
    readonly property real unit: Math.min(width / view.columns, (view.isPad ? 2.6 : 1.9) * Theme.touch)
    readonly property real lineHeight: Math.min(height / 4, 1.65 * Theme.touch)
    readonly property real inset: (width - unit * view.columns) / 2

    opacity: enabled ? 1 : 0.4

    Binding {
        property: "narrow"
        target: board.view
        value: board.width < 10 * Theme.touch
        when: board.width > 0
    }
    Timer {
        interval: 5000
        running: board.view.varied !== ""

        onTriggered: board.view.letGo()
    }
    // A keyboard that is not seen has no keys: some pages ask for a name rarely, and they are many.
    Repeater {
        model: board.visible ? board.view.keys : null

        delegate: KeyCap {
            id: cap

            height: board.lineHeight
            width: span * board.unit
            x: board.inset + column * board.unit
            y: board.height - (4 - line) * board.lineHeight

            onLingered: board.view.hold(cap.code)
            onStruck: board.view.press(cap.code)
        }
    }
}
