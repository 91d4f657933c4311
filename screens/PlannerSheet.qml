// What could be planned for one person's day; one touch plans it.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: sheet

    required property PlannerSheetModel view
    readonly property int columns: Math.max(1, Math.floor(width / (5.4 * Theme.touch)))
    readonly property real lineHeight: 1.35 * Theme.touch
    readonly property int rows: Math.max(1, Math.floor((list.height + Theme.gap) / (lineHeight + Theme.gap)))
    readonly property int room: rows * columns

    color: Theme.surface
    objectName: "plan-sheet"
    radius: Theme.radius

    Component.onCompleted: view.options.fit(room, room)
    onRoomChanged: view.options.fit(room, room)

    // No touch gets through to what is below.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Words {
        id: now

        font.pixelSize: Theme.body
        fontSizeMode: Text.HorizontalFit
        height: Theme.title * 1.4
        minimumPixelSize: Theme.smallest
        objectName: "plan-now"
        text: sheet.view.now
        width: parent.width - 4 * Theme.gap
        x: 2 * Theme.gap
        y: Theme.gap
    }
    Item {
        id: list

        readonly property real tileWidth: (width - (sheet.columns - 1) * Theme.gap) / sheet.columns

        height: foot.y - y - Theme.gap
        width: parent.width - 4 * Theme.gap
        x: 2 * Theme.gap
        y: now.y + now.height + Theme.gap

        Repeater {
            model: sheet.view.options.rows

            delegate: PlannerOption {
                height: sheet.lineHeight
                width: list.tileWidth
                x: (index % sheet.columns) * (list.tileWidth + Theme.gap)
                y: Math.floor(index / sheet.columns) * (sheet.lineHeight + Theme.gap)

                onTapped: sheet.view.choose(key)
            }
        }
    }
    Item {
        id: foot

        height: Theme.touch
        width: list.width
        x: list.x
        y: parent.height - height - 2 * Theme.gap

        TurnPages {
            lines: sheet.view.options
            name: "options"
            width: parent.width * 0.5
        }
        BigButton {
            anchors.right: parent.right
            enabled: sheet.view.filled
            label: qsTr("Nothing planned")
            objectName: "plan-free"
            width: Math.max(implicitWidth, parent.width * 0.3)

            onTapped: sheet.view.free()
        }
    }
}
