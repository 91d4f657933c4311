// A row of results over time: a dot for each, joined by a line.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Switchback

Rectangle {
    id: chart

    required property ProgressModel view
    readonly property int letter: Theme.body

    color: Theme.surface
    radius: Theme.radius

    Words {
        id: title

        color: Theme.soft
        font.pixelSize: Math.round((Theme.body + Theme.title) / 2)
        objectName: "chart-title"
        text: chart.view.chartTitle
        width: chart.width - 4 * Theme.gap
        wrapMode: Text.WordWrap
        x: 2 * Theme.gap
        y: Theme.gap
    }
    Item {
        id: plot

        readonly property list<point> places: chart.view.chartCount > 0 ? chart.view.chartPlaces(plot.width, plot.height) : []

        anchors.bottomMargin: 2.2 * chart.letter
        anchors.fill: parent
        anchors.leftMargin: 4 * chart.letter
        anchors.rightMargin: 3 * chart.letter
        anchors.topMargin: title.height + 1.4 * chart.letter

        Repeater {
            model: [0, 0.5, 1]

            delegate: Rectangle {
                required property real modelData

                color: Theme.outline
                height: Theme.hairline
                opacity: 0.6
                width: plot.width
                y: Math.round(modelData * plot.height)
            }
        }

        Shape {
            anchors.fill: parent
            preferredRendererType: Shape.CurveRenderer

            // What is below the line: how far it has come is seen before it is read.
            ShapePath {
                fillColor: Qt.alpha(Theme.accent, 0.14)
                strokeWidth: -1

                PathPolyline {
                    path: plot.places.length > 1 ? [Qt.point(plot.places[0].x, plot.height), ...plot.places, Qt.point(plot.places[plot.places.length - 1].x, plot.height)] : []
                }
            }
            ShapePath {
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                joinStyle: ShapePath.RoundJoin
                strokeColor: Theme.accent
                strokeWidth: Math.max(2, Theme.body * 0.16)

                PathPolyline {
                    path: plot.places
                }
            }
        }
        // Dots that would touch each other are a line: of those there is only the newest.
        Repeater {
            id: dots

            model: plot.places.length * Theme.body > plot.width ? plot.places.slice(-1) : plot.places

            delegate: Rectangle {
                required property int index
                required property point modelData
                // The newest is the one that the number below tells of.
                readonly property bool newest: index === dots.count - 1

                border.color: Theme.surface
                border.width: newest ? 2 * Theme.hairline : 0
                color: newest ? Theme.accent : Theme.text
                height: width
                radius: width / 2
                width: Math.round(Theme.body * (newest ? 1.1 : 0.55))
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
