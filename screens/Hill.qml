// A hill with a path that winds up it, dark enough to read over.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: hill

    readonly property real summit: height * 0.52
    readonly property real bend: Math.max(height - summit, 1) / 5

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: Theme.surface
            startX: 0
            startY: hill.height * 0.86
            strokeWidth: -1

            PathCubic {
                control1X: hill.width * 0.3
                control1Y: hill.height * 0.84
                control2X: hill.width * 0.55
                control2Y: hill.summit
                x: hill.width * 0.74
                y: hill.summit
            }
            PathCubic {
                control1X: hill.width * 0.86
                control1Y: hill.summit
                control2X: hill.width * 0.92
                control2Y: hill.height * 0.66
                x: hill.width
                y: hill.height * 0.7
            }
            PathLine {
                x: hill.width
                y: hill.height
            }
            PathLine {
                x: 0
                y: hill.height
            }
        }
        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            startX: hill.width * 0.34
            startY: hill.height
            strokeColor: Theme.raised
            strokeWidth: Math.max(4, hill.width * 0.009)

            PathLine {
                x: hill.width * 0.9
                y: hill.height - hill.bend
            }
            PathLine {
                x: hill.width * 0.52
                y: hill.height - 2 * hill.bend
            }
            PathLine {
                x: hill.width * 0.86
                y: hill.height - 3 * hill.bend
            }
            PathLine {
                x: hill.width * 0.66
                y: hill.height - 4 * hill.bend
            }
            PathLine {
                x: hill.width * 0.74
                y: hill.summit + hill.bend * 0.15
            }
        }
    }
}
