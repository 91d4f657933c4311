// Over the whole window: darker while nobody is here, and locked while the glass is being wiped.
// What alarms is still to be read below it, and STOP still stops.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: glass

    required property GlassModel view
    required property StopModel stop

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
        objectName: "dimmed"
        opacity: 0.82
        visible: glass.view.dimmed

        // What is below takes no touch, so that the one that wakes the glass presses nothing.
        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds

            onPressedChanged: {
                if (pressed)
                    glass.view.wake();
            }
        }
    }
    // Nobody has been here for long, or it is night: the screen rests.
    Rectangle {
        anchors.fill: parent
        color: Theme.ink
        objectName: "asleep"
        visible: glass.view.asleep

        Column {
            spacing: Theme.gap
            width: Math.min(parent.width * 0.6, 12 * Theme.touch)
            x: Theme.gap + (parent.width - width - 2 * Theme.gap) * glass.view.across
            y: Theme.gap + (parent.height - height - 2 * Theme.gap) * glass.view.down

            Words {
                color: Theme.dusk
                font.pixelSize: Theme.headline
                font.weight: Font.DemiBold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.body
                objectName: "asleep-clock"
                text: glass.view.clock
                width: parent.width
            }
            Words {
                color: Theme.dusk
                font.pixelSize: Theme.body
                objectName: "asleep-notice"
                text: glass.view.notice
                visible: text !== ""
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }
    Item {
        anchors.fill: parent
        objectName: "wiping"
        visible: glass.view.wiping

        Rectangle {
            anchors.fill: parent
            color: Theme.scrim
            opacity: 0.6
        }
        Rectangle {
            id: card

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 4 * Theme.gap
            anchors.horizontalCenter: parent.horizontalCenter
            border.color: Theme.outline
            border.width: Theme.hairline
            color: Theme.surface
            height: Math.max(words.height, hold.height) + 6 * Theme.gap
            radius: 2 * Theme.radius
            width: Math.min(parent.width - 4 * Theme.gap, 13 * Theme.touch)

            Words {
                id: seconds

                anchors.left: parent.left
                anchors.leftMargin: 3 * Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.plenty * 1.5
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignHCenter
                minimumPixelSize: Theme.smallest
                objectName: "wiping-seconds"
                text: glass.view.seconds
                width: Theme.plenty * 2
            }
            Column {
                id: words

                anchors.left: seconds.right
                anchors.leftMargin: 2 * Theme.gap
                anchors.right: hold.left
                anchors.rightMargin: 2 * Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.gap

                Words {
                    font.pixelSize: Theme.title
                    font.weight: Font.Bold
                    objectName: "wiping-title"
                    text: qsTr("Wipe the glass")
                    width: parent.width
                    wrapMode: Text.Wrap
                }
                Words {
                    color: Theme.soft
                    font.pixelSize: Theme.body
                    objectName: "wiping-words"
                    text: glass.stop.stoppable ? qsTr("No touch counts but STOP: keep the cloth away from it.") : qsTr("No touch counts until then.")
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
            Rectangle {
                id: hold

                anchors.right: parent.right
                anchors.rightMargin: 3 * Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                border.color: Theme.accent
                border.width: 3 * Theme.hairline
                color: glass.view.held ? Theme.accent : "transparent"
                height: width
                objectName: "wiping-hold"
                radius: width / 2
                width: 2 * Theme.touch

                Words {
                    anchors.fill: parent
                    anchors.margins: parent.width * 0.14
                    color: glass.view.held ? Theme.accentInk : Theme.text
                    font.pixelSize: Theme.body
                    font.weight: Font.DemiBold
                    fontSizeMode: Text.Fit
                    horizontalAlignment: Text.AlignHCenter
                    minimumPixelSize: Theme.smallest
                    text: qsTr("Hold for 2\u00a0s to end")
                    wrapMode: Text.WordWrap
                }
                TapHandler {
                    gesturePolicy: TapHandler.ReleaseWithinBounds

                    onPressedChanged: glass.view.hold(pressed)
                }
            }
        }
    }
}
