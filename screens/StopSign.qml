// Stops everybody at the first touch: an octagon, in the corner, away from every other button.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Switchback

Item {
    id: sign

    required property StopModel stop
    // Over whatever lies over the page.
    property bool above: false
    readonly property real cut: width * 0.29

    Accessible.name: qsTr("Stop all")
    Accessible.role: Accessible.Button
    height: Theme.touch
    objectName: above || !Theme.stopAbove ? "stop-all" : ""
    opacity: above || !Theme.stopAbove ? 1 : 0
    width: Theme.touch

    Accessible.onPressAction: sign.stop.stop()

    Shape {
        anchors.fill: parent
        // The line around it is drawn half outside.
        scale: 1 - 4 * Theme.hairline / sign.width
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: Theme.stop
            startX: sign.cut
            startY: 0
            strokeColor: Theme.text
            strokeWidth: 2 * Theme.hairline

            PathLine {
                x: sign.width - sign.cut
                y: 0
            }
            PathLine {
                x: sign.width
                y: sign.cut
            }
            PathLine {
                x: sign.width
                y: sign.height - sign.cut
            }
            PathLine {
                x: sign.width - sign.cut
                y: sign.height
            }
            PathLine {
                x: sign.cut
                y: sign.height
            }
            PathLine {
                x: 0
                y: sign.height - sign.cut
            }
            PathLine {
                x: 0
                y: sign.cut
            }
            PathLine {
                x: sign.cut
                y: 0
            }
        }
    }
    Words {
        anchors.fill: parent
        anchors.margins: Theme.hairline
        color: Theme.ink
        font.pixelSize: Math.round(sign.width * 0.3)
        font.weight: Font.Black
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.tiniest
        text: qsTr("STOP")
    }
    // Counts when the finger comes down: nobody in a fright lifts it neatly.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onPressedChanged: if (pressed)
            sign.stop.stop()
    }
}
