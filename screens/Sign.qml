// Where to go, as a drawn shape: triangle up or down, a dot in the band, three dots on the way in;
// a diamond with a mark in it is an alarm.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: sign

    required property string kind
    required property color colour
    // What is written into the diamond: the colour of what lies below.
    property color hole: Theme.background

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        visible: sign.kind === "up" || sign.kind === "down"

        ShapePath {
            id: triangle

            readonly property real base: sign.kind === "up" ? sign.height * 0.92 : sign.height * 0.08
            readonly property real tip: sign.height - base

            fillColor: sign.colour
            startX: sign.width / 2
            startY: tip
            strokeWidth: -1

            PathLine {
                x: sign.width
                y: triangle.base
            }
            PathLine {
                x: 0
                y: triangle.base
            }
        }
    }
    Rectangle {
        anchors.centerIn: parent
        color: sign.colour
        height: width
        radius: width / 2
        visible: sign.kind === "in"
        width: Math.round(Math.min(sign.width, sign.height) * 0.5)
    }
    Rectangle {
        anchors.centerIn: parent
        color: sign.colour
        height: width
        radius: width * 0.1
        rotation: 45
        visible: sign.kind === "alarm"
        width: Math.round(Math.min(sign.width, sign.height) * 0.7)
    }
    // Drawn, so that nobody takes it for writing.
    Column {
        anchors.centerIn: parent
        spacing: sign.height * 0.06
        visible: sign.kind === "alarm"

        Rectangle {
            color: sign.hole
            height: sign.height * 0.34
            radius: width / 2
            width: sign.width * 0.11
        }
        Rectangle {
            color: sign.hole
            height: width
            radius: width / 2
            width: sign.width * 0.11
        }
    }
    Row {
        anchors.centerIn: parent
        spacing: Math.round(sign.width * 0.14)
        visible: sign.kind === "easing"

        Repeater {
            model: 3

            Rectangle {
                color: sign.colour
                height: width
                radius: width / 2
                width: Math.round(sign.width * 0.18)
            }
        }
    }
}
