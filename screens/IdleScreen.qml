// What the glass shows when nobody is here: the time, and in one sentence what to do.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: idle

    required property HeaderModel view

    signal tapIn

    Hill {
        anchors.fill: parent
        anchors.margins: -Theme.gap // to the edges of the glass
    }
    Column {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 3 * Theme.gap
        width: parent.width - 8 * Theme.gap
        y: Math.max(0, (parent.height - height) * 0.36)

        Words {
            font.pixelSize: Theme.shortSide * 0.22
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            height: 0.95 * Theme.shortSide * 0.22
            horizontalAlignment: Text.AlignHCenter
            objectName: "clock"
            text: idle.view.clock
            width: parent.width
        }
        Words {
            font.pixelSize: Theme.title * 1.3
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            objectName: "empty"
            text: "Put on your strap: you appear here by yourself. Or tap in."
            width: parent.width
            wrapMode: Text.Wrap
        }
        Item {
            height: Theme.gap
            width: 1
        }
        BigButton {
            anchors.horizontalCenter: parent.horizontalCenter
            height: Math.max(1.5 * Theme.touch, 0.16 * Theme.shortSide)
            label: "Tap in"
            labelSize: Theme.title * 1.4
            objectName: "tap-in"
            primary: true
            width: Math.min(parent.width, Math.max(6 * Theme.touch, 0.55 * Theme.shortSide))

            onTapped: idle.tapIn()
        }
        Words {
            color: Theme.soft
            font.pixelSize: Theme.body * 1.1
            horizontalAlignment: Text.AlignHCenter
            objectName: "straps"
            text: idle.view.straps
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
