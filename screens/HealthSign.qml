// How a device is, as a drawn shape: a ring with a tick, a square with an i, a triangle with a !.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: sign

    required property string verdict
    readonly property color colour: Theme.health(verdict)
    readonly property real side: Math.min(width, height)

    Rectangle {
        anchors.centerIn: parent
        border.color: sign.colour
        border.width: Math.max(2, sign.side * 0.09)
        color: "transparent"
        height: width
        radius: width / 2
        visible: sign.verdict === "ok"
        width: sign.side * 0.94
    }
    Shape {
        anchors.centerIn: parent
        height: sign.side
        preferredRendererType: Shape.CurveRenderer
        visible: sign.verdict === "ok"
        width: sign.side

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            startX: sign.side * 0.29
            startY: sign.side * 0.52
            strokeColor: sign.colour
            strokeWidth: Math.max(2, sign.side * 0.11)

            PathLine {
                x: sign.side * 0.44
                y: sign.side * 0.67
            }
            PathLine {
                x: sign.side * 0.72
                y: sign.side * 0.35
            }
        }
    }
    Rectangle {
        anchors.centerIn: parent
        color: sign.colour
        height: width
        radius: width * 0.16
        visible: sign.verdict === "note"
        width: sign.side * 0.88
    }
    Shape {
        anchors.centerIn: parent
        height: sign.side
        preferredRendererType: Shape.CurveRenderer
        visible: sign.verdict === "problem"
        width: sign.side

        ShapePath {
            fillColor: sign.colour
            startX: sign.side / 2
            startY: sign.side * 0.02
            strokeWidth: -1

            PathLine {
                x: sign.side
                y: sign.side * 0.95
            }
            PathLine {
                x: 0
                y: sign.side * 0.95
            }
        }
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.background
        font.pixelSize: Math.max(8, Math.round(sign.side * 0.66))
        font.weight: Font.Black
        text: sign.verdict === "note" ? "i" : "!"
        visible: sign.verdict !== "ok"
        y: (parent.height - height) / 2 + (sign.verdict === "problem" ? sign.side * 0.1 : 0)
    }
}
