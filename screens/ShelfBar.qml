// Below the shelf: what can be done with the strap that was touched, else the way to more straps.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: bar

    required property ShelfModel view
    required property bool turns
    readonly property bool open: view.chosen !== ""

    height: Theme.touch

    Row {
        anchors.fill: parent
        spacing: Theme.gap
        visible: bar.turns && !bar.open

        TurnButton {
            back: true
            lines: bar.view.straps
            objectName: "pool-before"
            width: (bar.width - Theme.gap) / 2
        }
        TurnButton {
            back: false
            lines: bar.view.straps
            objectName: "pool-after"
            width: (bar.width - Theme.gap) / 2
        }
    }
    Words {
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: drop.visible ? drop.left : close.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.smallest
        objectName: "pool-chosen"
        text: bar.view.chosen
        visible: bar.open
    }
    BigButton {
        id: drop

        anchors.right: close.left
        anchors.rightMargin: Theme.gap
        colour: Theme.danger
        enabled: !bar.view.pending
        label: qsTr("Remove")
        objectName: "pool-drop"
        visible: bar.open && !bar.view.taken

        onTapped: bar.view.askDrop()
    }
    BigButton {
        id: close

        anchors.right: back.visible ? back.left : parent.right
        anchors.rightMargin: back.visible ? Theme.gap : 0
        label: qsTr("Close")
        objectName: "pool-close"
        visible: bar.open

        onTapped: bar.view.closeStrap()
    }
    BigButton {
        id: back

        anchors.right: parent.right
        enabled: !bar.view.pending
        label: qsTr("Given back")
        labelSize: Theme.body * 1.2
        objectName: "pool-give-back"
        primary: true
        visible: bar.open && bar.view.taken
        width: Math.max(implicitWidth, 3 * Theme.touch)

        onTapped: bar.view.giveBack()
    }
}
