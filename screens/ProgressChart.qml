// A row of results over time: a dot for each, joined by a line.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Switchback

Rectangle {
    id: chart

    required property ProgressModel view
    readonly property int letter: Theme.small

    color: Theme.surface
    radius: Theme.radius

    Words {
        id: title

        color: Theme.soft
        font.pixelSize: Theme.body
        objectName: "chart-title"
        text: chart.view.chartTitle
        x: 2 * Theme.gap
        y: Theme.gap
    }
    Item {
        id: plot

        readonly property list<point> places: chart.view.chartPoints.map(place => Qt.point(place.x * plot.width, place.y * plot.height))

        anchors.bottomMargin: 2.2 * chart.letter
        anchors.fill: parent
        anchors.leftMargin: 4 * chart.letter
        anchors.rightMargin: 3 * chart.letter
        anchors.topMargin: title.height + 1.2 * chart.letter

        Shape {
            anchors.fill: parent
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                fillColor: "transparent"
                strokeColor: Theme.accent
                strokeWidth: 2 * Theme.hairline

                PathPolyline {
                    path: plot.places
                }
            }
        }
        Repeater {
            model: plot.places

            delegate: Rectangle {
                required property point modelData

                color: Theme.text
                height: width
                radius: width / 2
                width: Math.round(Theme.body * 0.55)
                x: modelData.x - width / 2
                y: modelData.y - height / 2
            }
        }
    }
    Words {
        font.pixelSize: chart.letter
        objectName: "chart-highest"
        text: chart.view.chartHighest
        x: 2 * Theme.gap
        y: plot.y - height / 2
    }
    Words {
        font.pixelSize: chart.letter
        objectName: "chart-lowest"
        text: chart.view.chartLowest
        x: 2 * Theme.gap
        y: plot.y + plot.height - height / 2
    }
    Words {
        color: Theme.soft
        font.pixelSize: chart.letter
        text: chart.view.chartFirst
        x: plot.x - chart.letter
        y: plot.y + plot.height + 0.5 * chart.letter
    }
    Words {
        anchors.right: plot.right
        anchors.rightMargin: -chart.letter
        color: Theme.soft
        font.pixelSize: chart.letter
        text: chart.view.chartLast
        y: plot.y + plot.height + 0.5 * chart.letter
    }
}
