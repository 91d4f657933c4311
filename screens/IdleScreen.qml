// What the glass shows when nobody is here: the hill in the evening, the time, and what to do.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: idle

    required property HeaderModel view
    required property IdleModel evening

    readonly property bool tall: Theme.portrait
    // Where something is asked above, the clock gives way.
    readonly property real clockRoom: tall ? height : 0.255 * height
    readonly property real buttonHeight: Math.max(1.5 * Theme.touch, 0.15 * Theme.shortSide)

    signal guest
    signal tapIn

    Hill {
        anchors.fill: parent
        anchors.margins: -Theme.gap // to the edges of the glass
        anchors.topMargin: idle.y > 0 ? Theme.gap : -Theme.gap // below what is asked
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.room
        spacing: Theme.margin
        width: idle.tall ? parent.width - 2 * Theme.room : parent.width * 0.56
        y: idle.tall ? parent.height * 0.07 : Math.max(Theme.gap, (hint.y - height) * 0.42)

        Words {
            color: Theme.soft
            elide: Text.ElideRight
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            objectName: "idle-club"
            text: idle.evening.club
            visible: text !== ""
            width: parent.width
        }
        Words {
            id: clock

            font.pixelSize: Math.min(idle.evening.isClockSet ? Theme.display * 1.15 : Theme.display * 0.5, idle.clockRoom)
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            height: font.pixelSize
            minimumPixelSize: Theme.headline
            objectName: "clock"
            text: idle.view.clock
            width: parent.width

            // The ink of a 1 begins later than that of the words below.
            transform: Translate {
                x: -Math.max(0, ink.tightBoundingRect.x)
            }

            TextMetrics {
                id: ink

                font: clock.font
                text: idle.view.clock
            }
        }
        Words {
            font.pixelSize: Theme.headline * 1.25
            font.weight: Font.DemiBold
            objectName: "empty"
            text: qsTr("Put on your strap: you appear here by yourself.")
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            color: Theme.soft
            font.pixelSize: Theme.title
            font.weight: Font.Medium
            objectName: "tonight"
            text: idle.evening.tonight
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    // -- what to do ---------------------------------------------------------------------------------
    Words {
        id: hint

        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.margin
        anchors.left: buttons.left
        color: Theme.text
        font.pixelSize: Theme.body * 1.15
        objectName: "straps"
        text: idle.view.straps
        visible: words.y + words.height <= y // where something long is asked above, it gives way
        width: parent.width - 2 * Theme.room
        wrapMode: Text.Wrap
    }
    Row {
        id: buttons

        readonly property real room: Math.min(parent.width - 2 * Theme.room, 1.35 * Theme.shortSide)

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.touch + 2 * Theme.margin // over what stands in the corners
        anchors.left: parent.left
        anchors.leftMargin: Theme.room
        spacing: Theme.margin

        BigButton {
            detail: qsTr("by your name or your tag")
            detailSize: Theme.body
            height: idle.buttonHeight
            label: qsTr("Tap in")
            labelSize: Theme.headline * 1.1
            objectName: "tap-in"
            primary: true
            width: (buttons.room - buttons.spacing) * 0.6

            onTapped: idle.tapIn()
        }
        BigButton {
            detail: qsTr("just for tonight")
            detailSize: Theme.body
            height: idle.buttonHeight
            label: qsTr("Guest")
            labelSize: Theme.headline * 1.1
            objectName: "guest"
            width: (buttons.room - buttons.spacing) * 0.4

            onTapped: idle.guest()
        }
    }
}
