// What one athlete may do: pause, end a step of an own clock, leave, look at the others.
pragma ComponentBehavior: Bound

import QtQuick

Row {
    id: buttons

    required property MineBody mine
    readonly property int count: (mine.live ? 3 : 0) + (skip.visible ? 1 : 0) + 1
    readonly property real share: (width - (count - 1) * spacing) / count

    spacing: Theme.gap

    // The first of the row: when its words grow the others stay where they are.
    BigButton {
        label: buttons.mine.another ? qsTr("Swap strap") : qsTr("Strap")
        objectName: "swap-strap"
        primary: buttons.mine.another
        visible: buttons.mine.live
        width: Theme.portrait ? buttons.share : Math.max(implicitWidth, 1.6 * Theme.touch)

        onTapped: buttons.mine.view.openShelf()
    }
    BigButton {
        enabled: buttons.mine.pausable
        label: buttons.mine.paused ? qsTr("Resume") : qsTr("Pause")
        objectName: "mine-pause"
        primary: buttons.mine.paused && buttons.mine.pausable
        visible: buttons.mine.live
        width: Theme.portrait ? buttons.share : Math.max(implicitWidth, 1.6 * Theme.touch)

        onTapped: buttons.mine.view.togglePause()
    }
    BigButton {
        id: skip

        label: buttons.mine.onward
        objectName: "mine-skip"
        primary: buttons.mine.awaited
        visible: label !== ""
        width: Theme.portrait ? buttons.share : Math.max(implicitWidth, 1.6 * Theme.touch)

        onTapped: buttons.mine.view.skip()
    }
    BigButton {
        colour: Theme.danger
        label: qsTr("Leave")
        objectName: "mine-leave"
        visible: buttons.mine.live
        width: Theme.portrait ? buttons.share : Math.max(implicitWidth, 1.6 * Theme.touch)

        onTapped: buttons.mine.view.askLeave()
    }
    BigButton {
        label: qsTr("Group")
        objectName: "to-group"
        width: Theme.portrait ? buttons.share : Math.max(implicitWidth, 1.6 * Theme.touch)

        onTapped: buttons.mine.view.toGroup()
    }
}
