// Every measurement of the session: its value, or why there is none; turned like a book.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: list

    required property MeasureSheet sheet
    readonly property real lineHeight: Math.round(Theme.body * (Theme.portrait ? 3.6 : 2.7))
    readonly property int room: Math.floor((turner.y - 3 * Theme.gap) / lineHeight)

    color: Theme.surface
    objectName: "measure-sheet"
    radius: Theme.radius
    visible: sheet.isOpen

    Component.onCompleted: sheet.lines.fit(room, room)
    onRoomChanged: sheet.lines.fit(room, room)

    // No touch gets through to what is below.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Repeater {
        model: list.sheet.lines.rows

        delegate: MeasureLine {
            height: list.lineHeight
            width: list.width - Theme.corner - 6 * Theme.gap
            x: 3 * Theme.gap + Theme.leftCorner
            y: 2 * Theme.gap + index * list.lineHeight
        }
    }
    TurnPages {
        id: turner

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: 2 * Theme.gap
        anchors.right: parent.right
        lines: list.sheet.lines
        name: "measures"
    }
    BigButton {
        anchors.bottom: parent.bottom
        anchors.margins: 2 * Theme.gap
        anchors.right: parent.right
        label: qsTr("Close")
        objectName: "measures-close"
        primary: true
        width: Math.max(implicitWidth, 3 * Theme.touch)

        onTapped: list.sheet.turn(false)
    }
}
