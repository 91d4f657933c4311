// The club's mountain in the evening: the sun behind far ridges, and a path that winds up.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: hill

    readonly property real w: width
    readonly property real h: height
    readonly property real foot: 0.72 * h
    readonly property bool tall: Theme.portrait
    // Where the near hill is highest, and how high.
    readonly property real topX: (tall ? 0.7 : 0.78) * w
    readonly property real topY: (tall ? 0.45 : 0.3) * h
    readonly property real bend: (h - topY) / 6

    function mixed(share: real): color {
        return Qt.tint(Theme.background, Qt.alpha(Theme.accent, share));
    }

    clip: true

    Rectangle {
        anchors.fill: parent

        gradient: Gradient {
            GradientStop {
                color: Theme.background
                position: 0
            }
            GradientStop {
                color: Qt.tint(Theme.background, Qt.alpha(Theme.zones[4], 0.3))
                position: 0.75
            }
        }
    }
    Rectangle {
        color: Qt.tint(Theme.background, Qt.alpha(Theme.zones[4], 0.75))
        height: width
        radius: width / 2
        width: 0.26 * Math.min(hill.w, hill.h)
        x: (hill.tall ? 0.16 : 0.57) * hill.w
        y: (hill.tall ? 0.47 : 0.14) * hill.h
    }
    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        // Far ridges.
        ShapePath {
            fillColor: hill.mixed(0.16)
            startX: 0
            startY: hill.h * 0.62
            strokeWidth: -1

            PathCubic {
                control1X: hill.w * 0.12
                control1Y: hill.h * 0.5
                control2X: hill.w * 0.2
                control2Y: hill.h * 0.56
                x: hill.w * 0.3
                y: hill.h * 0.6
            }
            PathCubic {
                control1X: hill.w * 0.44
                control1Y: hill.h * 0.66
                control2X: hill.w * 0.5
                control2Y: hill.h * 0.5
                x: hill.w * 0.6
                y: hill.h * 0.54
            }
            PathCubic {
                control1X: hill.w * 0.74
                control1Y: hill.h * 0.6
                control2X: hill.w * 0.86
                control2Y: hill.h * 0.46
                x: hill.w
                y: hill.h * 0.52
            }
            PathLine {
                x: hill.w
                y: hill.h
            }
            PathLine {
                x: 0
                y: hill.h
            }
        }
        // The near hill.
        ShapePath {
            fillColor: hill.mixed(0.34)
            startX: 0
            startY: hill.h * 0.86
            strokeWidth: -1

            PathCubic {
                control1X: hill.w * 0.34
                control1Y: hill.h * 0.8
                control2X: hill.topX - 0.2 * hill.w
                control2Y: hill.topY
                x: hill.topX
                y: hill.topY
            }
            PathCubic {
                control1X: hill.topX + 0.12 * hill.w
                control1Y: hill.topY
                control2X: hill.w * 0.94
                control2Y: hill.h * 0.56
                x: hill.w
                y: hill.h * 0.6
            }
            PathLine {
                x: hill.w
                y: hill.h
            }
            PathLine {
                x: 0
                y: hill.h
            }
        }
        // The path.
        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            startX: hill.topX - 0.16 * hill.w
            startY: hill.h
            strokeColor: Theme.surface
            strokeWidth: Math.max(5, 0.011 * hill.w)

            PathLine {
                x: hill.topX + 0.17 * hill.w
                y: hill.h - hill.bend
            }
            PathLine {
                x: hill.topX - 0.16 * hill.w
                y: hill.h - 2 * hill.bend
            }
            PathLine {
                x: hill.topX + 0.13 * hill.w
                y: hill.h - 3 * hill.bend
            }
            PathLine {
                x: hill.topX - 0.1 * hill.w
                y: hill.h - 4 * hill.bend
            }
            PathLine {
                x: hill.topX + 0.07 * hill.w
                y: hill.h - 5 * hill.bend
            }
            PathLine {
                x: hill.topX
                y: hill.topY + 0.12 * hill.bend
            }
        }
        // Somebody is up already: a flag on the top.
        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            startX: hill.topX
            startY: hill.topY + 0.1 * hill.bend
            strokeColor: Theme.text
            strokeWidth: Math.max(2, 0.004 * hill.w)

            PathLine {
                x: hill.topX
                y: hill.topY - 0.55 * hill.bend
            }
        }
        ShapePath {
            fillColor: Theme.zones[5]
            startX: hill.topX
            startY: hill.topY - 0.58 * hill.bend
            strokeWidth: -1

            PathLine {
                x: hill.topX + 0.55 * hill.bend
                y: hill.topY - 0.42 * hill.bend
            }
            PathLine {
                x: hill.topX
                y: hill.topY - 0.24 * hill.bend
            }
        }
    }
}
