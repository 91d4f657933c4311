// The band as a stretch of an upright scale, and the heart rate as a pointer on it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: gauge

    // Places are fractions of the scale, 0 at its lower end.
    required property real low
    required property real high
    required property string lowest
    required property string highest
    required property bool marked
    required property real marker
    required property int beyond
    required property bool faded
    required property int level
    required property int reading
    readonly property real side: reading * 1.25
    readonly property real reach: height - 2 * side

    function placed(part: real): real {
        return side + (1 - part) * reach;
    }

    Rectangle {
        id: track

        color: Theme.background
        height: gauge.reach + gauge.side
        radius: width * 0.2
        width: gauge.reading * 1.5
        x: gauge.side * 1.1
        y: gauge.side / 2
    }
    Rectangle {
        id: band

        border.color: Theme.text
        border.width: 2 * Theme.hairline
        color: gauge.level < 0 ? Theme.zoneless : Theme.zone(gauge.level)
        height: gauge.placed(gauge.low) - y
        objectName: "gauge-band"
        width: track.width
        x: track.x
        y: gauge.placed(gauge.high)
    }
    Words {
        anchors.left: track.right
        anchors.leftMargin: Theme.gap
        font.pixelSize: gauge.reading
        font.weight: Font.DemiBold
        height: gauge.reading
        objectName: "gauge-high"
        text: gauge.highest
        y: band.y - height * (band.height < 2.4 * gauge.reading ? 0.75 : 0)
    }
    Words {
        anchors.left: track.right
        anchors.leftMargin: Theme.gap
        font.pixelSize: gauge.reading
        font.weight: Font.DemiBold
        height: gauge.reading
        objectName: "gauge-low"
        text: gauge.lowest
        y: band.y + band.height - height * (band.height < 2.4 * gauge.reading ? 0.25 : 1)
    }
    Item {
        id: pointer

        height: gauge.side
        objectName: "gauge-marker"
        opacity: gauge.faded ? 0.4 : 1
        visible: gauge.marked
        width: track.x + track.width
        y: gauge.placed(gauge.marker) - height / 2

        Shape {
            height: gauge.side
            preferredRendererType: Shape.CurveRenderer
            visible: gauge.beyond === 0
            width: gauge.side

            ShapePath {
                fillColor: Theme.text
                startX: 0
                startY: 0
                strokeWidth: -1

                PathLine {
                    x: gauge.side
                    y: gauge.side / 2
                }
                PathLine {
                    x: 0
                    y: gauge.side
                }
            }
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            border.color: Theme.background
            border.width: Theme.hairline
            color: Theme.text
            height: Math.max(4, gauge.reading * 0.24)
            visible: gauge.beyond === 0
            width: track.width
            x: track.x
        }
        Sign {
            colour: Theme.text
            height: gauge.side
            kind: gauge.beyond > 0 ? "up" : gauge.beyond < 0 ? "down" : ""
            objectName: "gauge-beyond"
            width: gauge.side
            x: track.x + (track.width - width) / 2
        }
    }
}
