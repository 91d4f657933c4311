// Where to go, as a drawn shape: triangle up or down, a dot in the band, three dots on the way in;
// three bars, each higher than the last, where the effort leads and the heart does not; a diamond with a mark in it is an alarm. Of what a coach looks after: a strap, a slope, a clock.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: sign

    required property string kind
    required property color colour
    // What is written into the diamond: the colour of what lies below.
    property color hole: Theme.background

    // One of them is made, not all: there are two signs on every tile.
    Loader {
        readonly property var shapes: ({
                "up": triangle,
                "down": triangle,
                "in": dot,
                "alarm": diamond,
                "easing": dots,
                "effort": stairs,
                "strap": strap,
                "grade": slope,
                "wait": clock
            })

        anchors.centerIn: parent
        sourceComponent: shapes[sign.kind] ?? null
    }
    Component {
        id: triangle

        Shape {
            height: sign.height
            preferredRendererType: Shape.CurveRenderer
            width: sign.width

            ShapePath {
                id: arrow

                readonly property real base: sign.kind === "up" ? sign.height * 0.92 : sign.height * 0.08
                readonly property real tip: sign.height - base

                fillColor: sign.colour
                startX: sign.width / 2
                startY: tip
                strokeWidth: -1

                PathLine {
                    x: sign.width
                    y: arrow.base
                }
                PathLine {
                    x: 0
                    y: arrow.base
                }
            }
        }
    }
    Component {
        id: dot

        Rectangle {
            color: sign.colour
            height: width
            radius: width / 2
            width: Math.round(Math.min(sign.width, sign.height) * 0.5)
        }
    }
    Component {
        id: diamond

        Item {
            height: sign.height
            width: sign.width

            Rectangle {
                anchors.centerIn: parent
                color: sign.colour
                height: width
                radius: width * 0.1
                rotation: 45
                width: Math.round(Math.min(sign.width, sign.height) * 0.7)
            }
            // Drawn, so that nobody takes it for writing.
            Column {
                anchors.centerIn: parent
                spacing: sign.height * 0.06

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
        }
    }
    Component {
        id: dots

        Row {
            spacing: Math.round(sign.width * 0.14)

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
    // A strap: a belt with a gap where the heart should be heard.
    Component {
        id: strap

        Rectangle {
            id: belt

            border.color: sign.colour
            border.width: Math.max(2, sign.width * 0.11)
            color: "transparent"
            height: Math.round(sign.height * 0.5)
            radius: height / 2
            width: sign.width

            Rectangle {
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                color: sign.hole
                height: Math.ceil(2 * belt.border.width)
                width: parent.width * 0.34
            }
        }
    }
    Component {
        id: stairs

        Item {
            height: sign.height
            width: sign.width

            Repeater {
                model: 3

                Rectangle {
                    required property int index

                    color: sign.colour
                    height: Math.round(parent.height * (0.3 + 0.22 * index))
                    radius: width * 0.2
                    width: Math.round(parent.width * 0.22)
                    x: Math.round(parent.width * (0.08 + 0.31 * index))
                    y: Math.round(parent.height * 0.87) - height
                }
            }
        }
    }
    Component {
        id: slope

        Shape {
            height: sign.height
            preferredRendererType: Shape.CurveRenderer
            width: sign.width

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
    }
    Component {
        id: clock

        Rectangle {
            id: face

            border.color: sign.colour
            border.width: Math.max(2, sign.width * 0.11)
            color: "transparent"
            height: width
            radius: width / 2
            width: Math.round(Math.min(sign.width, sign.height) * 0.86)

            Rectangle {
                color: sign.colour
                height: parent.height * 0.3
                width: face.border.width
                x: (parent.width - width) / 2
                y: parent.height * 0.24
            }
            Rectangle {
                color: sign.colour
                height: face.border.width
                width: parent.width * 0.26
                x: (parent.width - face.border.width) / 2
                y: parent.height * 0.24 + parent.height * 0.3 - height
            }
        }
    }
}
