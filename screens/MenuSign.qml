// The drawn signs of the coach's pages, each on a field of 24 by 24.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: mark

    required property string sign
    required property color colour
    readonly property var lines: ({
            "people": "M9 11 A3.5 3.5 0 1 1 9 4 A3.5 3.5 0 1 1 9 11 M2.5 20 C2.5 15.5 5 14 9 14 C13 14 15.5 15.5 15.5 20 M16 4.5 A3.2 3.2 0 0 1 16 10.5 M18 14.4 C20.4 15.2 21.5 17 21.5 20",
            "planner": "M4 6 H20 V20 H4 Z M4 10.5 H20 M8.5 3.5 V7.5 M15.5 3.5 V7.5 M8 14 H10 M14 14 H16 M8 17 H10",
            "protocols": "M2.5 20 H6 V15 H10 V11 H14 V6 H18 V20 H21.5",
            "devices": "M4 18 L14 12 L20 12 M4 18 V21 M20 12 V21 M2.5 21 H21.5 M14 12 L16 4 H19",
            "shelf": "M12 20 C6 15.5 3 12.5 3 9 C3 6.5 5 4.5 7.5 4.5 C9.5 4.5 11 5.5 12 7 C13 5.5 14.5 4.5 16.5 4.5 C19 4.5 21 6.5 21 9 C21 12.5 18 15.5 12 20 M6.5 11 H9.5 L11 8.5 L13 13.5 L14.5 11 H17.5",
            "exports": "M12 3.5 V14.5 M7.5 10.5 L12 15 L16.5 10.5 M4 15.5 V20 H20 V15.5",
            "imports": "M12 14.5 V3.5 M7.5 8 L12 3.5 L16.5 8 M4 15.5 V20 H20 V15.5",
            "replay": "M4.5 12 A7.5 7.5 0 1 0 7 6.4 M7.2 2.8 V6.8 H11.2 M10.2 9 L15.5 12 L10.2 15 Z",
            "coaches": "M8 12 A4.5 4.5 0 1 1 8 3 A4.5 4.5 0 1 1 8 12 M11.3 10.6 L20.5 19.8 M17 16.3 L19.4 13.9 M14.3 13.6 L16.4 11.5",
            "settings": "M3.5 7 H9 M15 7 H20.5 M12 10 A3 3 0 1 1 12 4 A3 3 0 1 1 12 10 M3.5 17 H5 M11 17 H20.5 M8 20 A3 3 0 1 1 8 14 A3 3 0 1 1 8 20",
            "health": "M2.5 13 H7 L9.5 6 L14 19 L16.5 13 H21.5",
            "wipe": "M5 19 C5 14 9 14 9 10 V6 A2 2 0 0 1 13 6 V10 C13 14 17 14 17 19 Z M5 19 H19 M19 4 L20.5 5.5 M20 8.5 H21.5 M16.5 3 V1.8"
        })

    Shape {
        height: 24
        preferredRendererType: Shape.CurveRenderer
        scale: mark.width / 24
        transformOrigin: Item.TopLeft
        width: 24

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            strokeColor: mark.colour
            strokeWidth: 1.7

            PathSvg {
                path: mark.lines[mark.sign] ?? ""
            }
        }
    }
}
