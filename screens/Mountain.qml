// What all have climbed today, as a mountain that fills up: nobody's share is to be seen.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: mountain

    // Of its height, 0 to 1.
    required property real filled

    component Massif: Shape {
        id: massif

        required property color colour

        height: mountain.height
        preferredRendererType: Shape.CurveRenderer
        width: mountain.width

        ShapePath {
            fillColor: massif.colour
            startX: 0
            startY: mountain.height
            strokeWidth: -1

            PathLine {
                x: mountain.width * 0.17
                y: mountain.height * 0.62
            }
            PathLine {
                x: mountain.width * 0.25
                y: mountain.height * 0.68
            }
            PathLine {
                x: mountain.width * 0.54
                y: 0
            }
            PathLine {
                x: mountain.width * 0.64
                y: mountain.height * 0.24
            }
            PathLine {
                x: mountain.width * 0.7
                y: mountain.height * 0.2
            }
            PathLine {
                x: mountain.width * 0.86
                y: mountain.height * 0.62
            }
            PathLine {
                x: mountain.width * 0.91
                y: mountain.height * 0.6
            }
            PathLine {
                x: mountain.width
                y: mountain.height
            }
        }
    }

    Massif {
        colour: Theme.zoneless
    }
    Item {
        anchors.bottom: parent.bottom
        clip: true
        height: Math.round(parent.height * Math.min(1, mountain.filled))
        objectName: "filled"
        visible: height > 0 // in software a clip of nothing clips nothing
        width: parent.width

        Massif {
            anchors.bottom: parent.bottom
            colour: Theme.accent
        }
    }
}
