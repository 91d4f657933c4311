// The drawn signs on keys: an arrow for shift, a crossed-out tag for backspace.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: sign

    required property string code
    required property color colour
    property bool filled: false

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        visible: sign.code === "shift"

        ShapePath {
            fillColor: sign.filled ? sign.colour : "transparent"
            joinStyle: ShapePath.RoundJoin
            strokeColor: sign.colour
            strokeWidth: Math.max(1.5, sign.height * 0.09)

            PathPolyline {
                path: [Qt.point(0.5, 0.05), Qt.point(0.95, 0.5), Qt.point(0.7, 0.5), Qt.point(0.7, 0.95), Qt.point(0.3, 0.95), Qt.point(0.3, 0.5), Qt.point(0.05, 0.5), Qt.point(0.5, 0.05)].map(at => Qt.point(at.x * sign.width, at.y * sign.height))
            }
        }
    }
    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        visible: sign.code === "backspace"

        ShapePath {
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            strokeColor: sign.colour
            strokeWidth: Math.max(1.5, sign.height * 0.09)

            PathPolyline {
                path: [Qt.point(0.02, 0.5), Qt.point(0.34, 0.14), Qt.point(1.1, 0.14), Qt.point(1.1, 0.86), Qt.point(0.34, 0.86), Qt.point(0.02, 0.5)].map(at => Qt.point(at.x * sign.width, at.y * sign.height))
            }
            PathMove {
                x: sign.width * 0.5
                y: sign.height * 0.34
            }
            PathLine {
                x: sign.width * 0.84
                y: sign.height * 0.66
            }
            PathMove {
                x: sign.width * 0.84
                y: sign.height * 0.34
            }
            PathLine {
                x: sign.width * 0.5
                y: sign.height * 0.66
            }
        }
    }
}
