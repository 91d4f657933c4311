// The heart rate of the whole session over the band that guided it, with minutes and bpm.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: chart

    required property SummaryBody summary
    readonly property int letter: Math.round(summary.reading * 0.72)

    color: Theme.surface
    radius: Theme.radius

    Item {
        id: plot

        readonly property int every: Math.ceil(5 * chart.letter * marks.count / Math.max(1, plot.width))

        anchors.fill: parent
        anchors.bottomMargin: chart.letter * 2
        anchors.leftMargin: chart.letter * 2.8
        anchors.rightMargin: 2 * Theme.gap
        anchors.topMargin: 2 * Theme.gap

        Repeater {
            id: marks

            model: chart.summary.view.ticks

            delegate: TickMark {
                every: plot.every
                height: plot.height
                letter: chart.letter
                room: plot.width
                x: place * plot.width
            }
        }
        Repeater {
            model: [chart.summary.topAt, chart.summary.meanAt, chart.summary.bottomAt]

            delegate: Rectangle {
                required property real modelData

                color: Theme.outline
                height: Theme.hairline
                width: plot.width
                y: modelData * plot.height
            }
        }
        Trace {
            anchors.fill: parent
            athlete: chart.summary.athlete
            band: Qt.alpha(Theme.soft, 0.3)
            ghost: Qt.alpha(Theme.text, 0.7)
            line: Theme.text
            source: chart.summary.view.traces
            stroke: Math.max(2, chart.summary.reading / 9)
            whole: true
            // On paper the light ones would not be seen.
            zones: Theme.zones.map(zone => Theme.light ? Qt.darker(zone, 1.5) : zone).join(" ")
        }
    }
    // The thin line is told by its name, not by its colour; a session begins low: there is room.
    Words {
        anchors.left: plot.left
        anchors.leftMargin: Theme.gap
        anchors.top: plot.top
        color: Theme.soft
        font.pixelSize: chart.letter
        objectName: "summary-ghost"
        text: qsTr("thin line: last time")
        visible: chart.summary.haunted
    }
    Item {
        id: levels

        readonly property real mean: plot.height * chart.summary.meanAt
        readonly property real highest: plot.height * chart.summary.topAt
        readonly property real lowest: plot.height * chart.summary.bottomAt
        readonly property real line: chart.letter * 1.25

        anchors.left: parent.left
        anchors.right: plot.left
        anchors.rightMargin: Theme.gap
        y: plot.y

        Words {
            color: Theme.soft
            font.pixelSize: chart.letter
            height: levels.line
            horizontalAlignment: Text.AlignRight
            objectName: "level-highest"
            text: chart.summary.highest
            width: parent.width
            y: Math.max(-Theme.gap, levels.highest - height / 2)
        }
        Words {
            color: Theme.text
            font.pixelSize: chart.letter
            font.weight: Font.DemiBold
            height: levels.line
            horizontalAlignment: Text.AlignRight
            objectName: "level-mean"
            text: chart.summary.mean
            // Too near the others it gives way: the number stands above as well.
            visible: levels.mean - levels.highest > levels.line && levels.lowest - levels.mean > levels.line
            width: parent.width
            y: levels.mean - height / 2
        }
        Words {
            color: Theme.soft
            font.pixelSize: chart.letter
            height: levels.line
            horizontalAlignment: Text.AlignRight
            objectName: "level-lowest"
            text: chart.summary.lowest
            visible: levels.lowest - levels.highest > levels.line
            width: parent.width
            y: Math.min(plot.height - height, levels.lowest - height / 2)
        }
    }
}
