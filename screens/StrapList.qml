// Which strap: those that have just appeared, or none yet, or its number by hand.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: list

    required property AddPersonModel view
    readonly property real tileHeight: Math.min(2 * Theme.touch, (places.height - Theme.gap) / 2)
    readonly property real tileWidth: (places.width - Theme.gap) / 2

    opacity: enabled ? 1 : 0.4

    Item {
        id: places

        anchors.bottom: others.top
        anchors.bottomMargin: 2 * Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Column {
            anchors.centerIn: parent
            spacing: 2 * Theme.gap
            visible: straps.count === 0
            width: parent.width - 4 * Theme.gap

            Words {
                font.pixelSize: Theme.title * 1.2
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                objectName: "put-on"
                text: qsTr("Put on your strap now: it appears here.")
                width: parent.width
                wrapMode: Text.Wrap
            }
            Words {
                color: Theme.soft
                font.pixelSize: (Theme.body + Theme.title) / 2
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Wet the pads first; it takes a few seconds.")
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
        Repeater {
            id: straps

            model: list.view.straps

            delegate: StrapTile {
                required property int index

                height: list.tileHeight
                width: list.tileWidth
                x: (index % 2) * (width + Theme.gap)
                y: Math.floor(index / 2) * (height + Theme.gap)

                onTapped: number => list.view.chooseStrap(number)
            }
        }
    }
    Row {
        id: others

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap

        BigButton {
            height: 1.25 * Theme.touch
            label: qsTr("No strap yet")
            objectName: "no-strap"
            width: list.tileWidth

            onTapped: list.view.noStrap()
        }
        BigButton {
            height: 1.25 * Theme.touch
            label: qsTr("Type its number")
            objectName: "type-strap"
            width: list.tileWidth

            onTapped: list.view.typeStrap()
        }
    }
}
