// How fast, and who says so; a touch on it opens the pad where nothing measures it.
pragma ComponentBehavior: Bound

import QtQuick

Row {
    id: pace

    required property MineBody mine
    readonly property bool both: mine.cadence !== ""

    height: Math.max(mine.typable ? Theme.touch : 0, Math.round(2 * mine.reading))
    spacing: Theme.gap

    Item {
        id: speed

        Accessible.name: pace.mine.pace
        Accessible.role: pace.mine.typable ? Accessible.Button : Accessible.StaticText
        height: parent.height
        objectName: pace.mine.typable ? "type-speed" : ""
        width: pace.both ? Math.round(pace.width * 0.4) : pace.width

        Accessible.onPressAction: pace.mine.view.pad.open()

        Rectangle {
            anchors.fill: parent
            border.color: Theme.outline
            border.width: Theme.hairline
            color: handler.pressed ? Theme.outline : Theme.raised
            radius: Theme.radius
            visible: pace.mine.typable
        }
        MineReading {
            anchors.fill: parent
            anchors.leftMargin: pace.mine.typable ? 2 * Theme.gap : 0
            caption: pace.mine.source
            reading: pace.mine.reading
            value: pace.mine.pace
            words: "mine-pace"
        }
        TapHandler {
            id: handler

            enabled: pace.mine.typable
            gesturePolicy: TapHandler.ReleaseWithinBounds

            onTapped: pace.mine.view.pad.open()
        }
    }
    MineReading {
        caption: pace.mine.counted
        height: parent.height
        reading: pace.mine.reading
        value: pace.mine.cadence
        visible: pace.both
        width: pace.width - speed.width - pace.spacing
        words: "mine-cadence"
    }
}
