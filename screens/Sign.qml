// Where to go, as a drawn shape: triangle up or down, a dot in the band, three dots on the way in;
// a diamond with a mark in it is an alarm. Of what a coach looks after: a strap, a slope, a clock.
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
    // A strap: a belt with a gap where the heart should be heard.
    Rectangle {
        anchors.centerIn: parent
        border.color: sign.colour
        border.width: Math.max(2, sign.width * 0.11)
        color: "transparent"
        height: Math.round(sign.height * 0.5)
        radius: height / 2
        visible: sign.kind === "strap"
        width: sign.width

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            color: sign.hole
            height: Math.ceil(2 * parent.border.width)
            width: parent.width * 0.34
        }
    }
    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        visible: sign.kind === "grade"

        ShapePath {
            fillColor: sign.colour
            startX: 0
            startY: sign.height * 0.86
            strokeWidth: -1

            PathLine {
                x: sign.width
                y: sign.height * 0.86
            }
            PathLine {
                x: sign.width
                y: sign.height * 0.26
            }
        }
    }
    Rectangle {
        anchors.centerIn: parent
        border.color: sign.colour
        border.width: Math.max(2, sign.width * 0.11)
        color: "transparent"
        height: width
        radius: width / 2
        visible: sign.kind === "wait"
        width: Math.round(Math.min(sign.width, sign.height) * 0.86)

        Rectangle {
            color: sign.colour
            height: parent.height * 0.3
            width: parent.border.width
            x: (parent.width - width) / 2
            y: parent.height * 0.24
        }
        Rectangle {
            color: sign.colour
            height: parent.border.width
            width: parent.width * 0.26
            x: (parent.width - parent.border.width) / 2
            y: parent.height * 0.24 + parent.height * 0.3 - height
        }
    }
}
