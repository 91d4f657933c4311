// One picture to take home: the figures, the curve in its zones, the code that holds the numbers.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: summary

    // Roles of the model, SummaryFace in summary_view.py.
    required property int index
    required property int athlete
    required property string who
    required property string title
    required property string workout
    required property string day
    required property string ended
    required property string duration
    required property string mean
    required property string highest
    required property string lowest
    required property string inside
    required property bool measuring
    required property bool measured
    required property string kind
    required property string progress
    required property string remark
    required property string zoneless
    required property string saved
    required property bool trouble
    required property bool drawn
    required property real topAt
    required property real meanAt
    required property real bottomAt
    required property bool haunted
    required property string code
    required property bool guest
    required property bool past

    required property SummaryModel view
    readonly property int reading: Math.round(Theme.shortSide * 0.036)
    readonly property real room: foot.y - Theme.gap - middle.y
    // The code needs what it needs to be read; what is left is for the zones and the curve.
    readonly property real codeWidth: Math.max(code.least, Theme.portrait ? 0 : Math.min(room - code.below, width * 0.24)) + 2 * Theme.gap

    SummaryHead {
        id: head

        summary: summary
        width: parent.width - Theme.corner
        x: Theme.leftCorner
    }
    Item {
        id: facts

        // On an upright screen two lines of them: the numbers are what is read first.
        readonly property int lines: Theme.portrait && numbers.count > 3 ? 2 : 1
        readonly property real factHeight: Math.round(summary.reading * (Theme.portrait ? 4.4 : Theme.shortSide < 600 ? 3.9 : 4.8))
        readonly property int across: Math.max(1, Math.ceil(numbers.count / lines))

        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        height: lines * (factHeight + Theme.gap) - Theme.gap
        width: parent.width

        Repeater {
            id: numbers

            model: summary.view.numbers

            delegate: Fact {
                readonly property int line: Math.floor(index / facts.across)
                // The line that has fewer of them is as wide as the other.
                readonly property int beside: Math.max(1, Math.min(facts.across, numbers.count - line * facts.across))

                height: facts.factHeight
                width: (facts.width + Theme.gap) / beside - Theme.gap
                x: (index - line * facts.across) * (width + Theme.gap)
                y: line * (height + Theme.gap)
            }
        }
    }
    Item {
        id: middle

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: facts.bottom
        anchors.topMargin: Theme.gap
        height: summary.room
    }
    SummaryCurve {
        height: Theme.portrait ? middle.height - zones.height - Theme.gap : middle.height
        summary: summary
        visible: summary.drawn
        width: Theme.portrait ? middle.width : middle.width - zones.width - summary.codeWidth - 2 * Theme.gap
        x: Theme.portrait ? 0 : zones.width + Theme.gap
        y: middle.y
    }
    Rectangle {
        id: zones

        color: Theme.surface
        height: !Theme.portrait ? middle.height : summary.drawn ? Math.max(code.least + code.below + 2 * Theme.gap, middle.height * 0.42) : middle.height
        radius: Theme.radius
        width: Theme.portrait ? middle.width - summary.codeWidth - Theme.gap : summary.drawn ? Math.round(middle.width * 0.27) : middle.width - summary.codeWidth - Theme.gap
        y: middle.y + middle.height - height

        ZoneBars {
            anchors.fill: parent
            anchors.margins: 2 * Theme.gap
            bars: summary.view.bars
            reading: summary.reading
            visible: summary.zoneless === ""
        }
        Words {
            anchors.fill: parent
            anchors.margins: 2 * Theme.gap
            font.pixelSize: summary.reading
            fontSizeMode: Text.Fit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.smallest
            objectName: "summary-zoneless"
            text: summary.zoneless
            visible: summary.zoneless !== ""
            wrapMode: Text.WordWrap
        }
    }
    SummaryCode {
        id: code

        height: zones.height
        reading: summary.reading
        text: summary.code
        width: summary.codeWidth
        x: parent.width - width
        y: zones.y
    }
    SummaryFoot {
        id: foot

        anchors.bottom: parent.bottom
        summary: summary
        width: parent.width
    }
}
