// A strap of the club gets its number: first the number written on it, then which one it is.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: panel

    required property ShelfAddModel view
    required property bool pending
    readonly property real keyWidth: Math.min(2 * Theme.touch, (width - 5 * Theme.gap) / 6)

    Row {
        id: steps

        anchors.horizontalCenter: parent.horizontalCenter
        height: 1.5 * Theme.touch
        spacing: Theme.gap

        Repeater {
            model: [-10, -1, 0, 1, 10]

            delegate: Item {
                id: place

                required property int modelData

                height: steps.height
                width: modelData === 0 ? 2 * panel.keyWidth : panel.keyWidth

                BigButton {
                    anchors.fill: parent
                    label: (place.modelData < 0 ? "−" : "+") + Math.abs(place.modelData)
                    labelSize: Theme.title
                    objectName: "pool-number" + (place.modelData < 0 ? "-minus" : "-plus") + (Math.abs(place.modelData) === 1 ? "" : "-10")
                    visible: place.modelData !== 0

                    onTapped: panel.view.nudge(place.modelData)
                }
                Words {
                    anchors.centerIn: parent
                    font.pixelSize: steps.height * 0.8
                    font.weight: Font.Bold
                    objectName: "pool-number"
                    text: panel.view.number > 0 ? panel.view.number : "–"
                    visible: place.modelData === 0
                }
            }
        }
    }
    Words {
        id: ask

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: steps.bottom
        anchors.topMargin: 2 * Theme.gap
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        objectName: "pool-ask"
        text: panel.view.number === 0 ? qsTr("All numbers are taken: remove a strap from the shelf first.") : straps.count === 0 ? qsTr("Now put on strap %1, or wet its pads and hold them: it appears here.").arg(panel.view.number) : qsTr("Which of these is strap %1?").arg(panel.view.number)
        wrapMode: Text.Wrap
    }
    Item {
        id: places

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: ask.bottom
        anchors.topMargin: 2 * Theme.gap
        opacity: panel.pending ? 0.4 : 1

        Repeater {
            id: straps

            model: panel.view.seats

            delegate: StrapTile {
                required property int index

                height: Math.min(2 * Theme.touch, (places.height - Theme.gap) / 2)
                width: (places.width - Theme.gap) / 2
                x: (index % 2) * (width + Theme.gap)
                y: Math.floor(index / 2) * (height + Theme.gap)

                onTapped: number => panel.view.choose(number)
            }
        }
    }
}
