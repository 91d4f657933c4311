// Numbers above, zones and curve beside each other or below each other, and the way home.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: summary

    // Roles of the model, SummaryFace in summary_view.py.
    required property int index
    required property int athlete
    required property string who
    required property string workout
    required property string ended
    required property string duration
    required property string mean
    required property string highest
    required property string lowest
    required property string inside
    required property bool measuring
    required property bool measured
    required property string progress
    required property string remark
    required property string zoneless
    required property string saved
    required property bool trouble
    required property bool drawn
    required property real topAt
    required property real meanAt
    required property real bottomAt

    required property SummaryModel view
    readonly property int reading: Math.round(Theme.shortSide * 0.036)
    readonly property real room: foot.y - Theme.gap - zones.y

    Item {
        id: head

        height: Math.max(Math.round(Theme.title * 1.7), Theme.corner > 0 ? Theme.touch : 0)
        width: parent.width - Theme.corner

        Words {
            id: name

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideRight
            font.pixelSize: Theme.title * 1.2
            font.weight: Font.Bold
            objectName: "summary-name"
            text: summary.ended === "finished" ? "Well done, " + summary.who : summary.who
            width: Math.min(implicitWidth, parent.width * 0.5)
        }
        Words {
            anchors.left: name.right
            anchors.leftMargin: 3 * Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.soft
            elide: Text.ElideRight
            font.pixelSize: Theme.title
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignRight
            minimumPixelSize: Theme.body
            objectName: "summary-workout"
            text: summary.workout + " · " + summary.ended
        }
    }
    Row {
        id: facts

        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        height: Math.round(summary.reading * 3.4)
        spacing: Theme.gap
        width: parent.width

        Repeater {
            id: numbers

            model: summary.view.numbers

            delegate: Fact {
                height: facts.height
                width: (facts.width - (numbers.count - 1) * facts.spacing) / Math.max(1, numbers.count)
            }
        }
    }
    Rectangle {
        id: zones

        anchors.top: facts.bottom
        anchors.topMargin: Theme.gap
        color: Theme.surface
        height: Theme.portrait && summary.drawn ? Math.round(summary.room * 0.45) : summary.room
        radius: Theme.radius
        width: Theme.portrait || !summary.drawn ? parent.width : Math.round(parent.width * 0.42)

        ZoneBars {
            anchors.fill: parent
            anchors.margins: 2 * Theme.gap
            bars: summary.view.bars
            reading: summary.reading
            visible: summary.zoneless === ""
        }
        Words {
            anchors.fill: parent
            anchors.margins: 4 * Theme.gap
            font.pixelSize: summary.reading
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.2
            objectName: "summary-zoneless"
            text: summary.zoneless
            visible: summary.zoneless !== ""
            wrapMode: Text.WordWrap
        }
    }
    SummaryCurve {
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: Theme.portrait ? parent.left : zones.right
        anchors.leftMargin: Theme.portrait ? 0 : Theme.gap
        anchors.right: parent.right
        anchors.top: Theme.portrait ? zones.bottom : zones.top
        anchors.topMargin: Theme.portrait ? Theme.gap : 0
        summary: summary
        visible: summary.drawn
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        height: Math.max(done.height, notes.height)
        width: parent.width

        Column {
            id: notes

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: more.left
            anchors.rightMargin: 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter

            Words {
                color: summary.trouble ? Theme.noticeText : Theme.text
                font.pixelSize: Math.round(summary.reading * 0.9)
                font.weight: Font.DemiBold
                objectName: "summary-saved"
                text: summary.saved
                width: parent.width
                wrapMode: Text.WordWrap
            }
            Words {
                font.pixelSize: Math.round(summary.reading * 0.8)
                objectName: "summary-progress"
                text: summary.progress
                visible: text !== ""
                width: parent.width
                wrapMode: Text.WordWrap
            }
            Words {
                color: Theme.soft
                font.pixelSize: Math.round(summary.reading * 0.8)
                objectName: "summary-remark"
                text: summary.remark
                visible: text !== ""
                width: parent.width
                wrapMode: Text.WordWrap
            }
        }
        BigButton {
            id: more

            anchors.right: way.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            enabled: summary.measured
            label: summary.measuring ? "measuring…" : "More"
            objectName: "summary-more"
            visible: summary.measured || summary.measuring
            width: visible ? Math.max(implicitWidth, 1.6 * Theme.touch) : 0

            onTapped: summary.view.sheet.turn(true)
        }
        BigButton {
            id: way

            anchors.right: done.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            label: "Progress"
            objectName: "summary-to-progress"

            onTapped: summary.view.openProgress()
        }
        BigButton {
            id: done

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            label: "Done"
            objectName: "summary-done"
            primary: true
            width: Math.max(implicitWidth, (Theme.portrait ? 1.8 : 3) * Theme.touch)

            onTapped: summary.view.done()
        }
    }
}
