// The step: how long still, what to set and what to think of, the own curve, and what comes next.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: task

    required property MineBody mine
    readonly property int reading: mine.reading
    readonly property int pad: 2 * Theme.gap
    // With the stations above and the pace below it, or a set to log, the clock is a little smaller.
    readonly property real clockSize: mine.lifting || mine.pace !== "" && mine.view.stations.pages.count > 0 ? 2.3 : 3.4

    color: Theme.surface
    radius: Theme.radius

    Column {
        id: lines

        anchors.left: parent.left
        anchors.margins: task.pad
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Math.round(task.reading * 0.25)

        Words {
            elide: Text.ElideRight
            font.pixelSize: Math.round(task.reading * 1.1)
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.round(task.reading * 0.7)
            objectName: "mine-step"
            text: task.mine.step
            width: parent.width
        }
        Item {
            height: Math.round(task.reading * (task.clockSize - 0.4))
            visible: task.mine.remaining !== ""
            width: parent.width

            Words {
                id: remaining

                font.letterSpacing: -0.06 * task.reading
                font.pixelSize: Math.round(task.reading * task.clockSize)
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                height: parent.height
                minimumPixelSize: task.reading
                objectName: "mine-remaining"
                text: task.mine.remaining
                width: Math.min(implicitWidth, parent.width - tense.width - task.pad)
            }
            Words {
                id: tense

                anchors.baseline: remaining.baseline
                anchors.left: remaining.right
                anchors.leftMargin: task.pad
                color: Theme.soft
                font.pixelSize: task.reading
                objectName: "mine-tense"
                text: task.mine.tense
            }
        }
        Words {
            color: Theme.soft
            font.pixelSize: Math.round(task.reading * 0.9)
            objectName: "mine-ending"
            text: task.mine.ending
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WordWrap
        }
        MineGrade {
            mine: task.mine
            visible: task.mine.grade !== ""
            width: parent.width
        }
        MinePace {
            mine: task.mine
            visible: task.mine.pace !== ""
            width: parent.width
        }
        Words {
            font.pixelSize: task.reading
            font.weight: Font.Medium
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
            objectName: "mine-dose"
            text: task.mine.dose
            visible: text !== ""
            width: parent.width
        }
    }
    Item {
        id: cueLine

        readonly property bool fits: y + height <= (task.mine.lifting ? lift.y : after.y)

        anchors.left: lines.left
        anchors.right: lines.right
        anchors.top: lines.bottom
        anchors.topMargin: lines.spacing
        height: Math.min(whole.implicitHeight, Math.max(2 * task.reading, after.y - y))
        visible: task.mine.cue !== "" && (fits || task.mine.alarm || !task.mine.lifting)

        Rectangle {
            color: task.mine.alarm ? Theme.stop : Theme.accent
            height: parent.height
            radius: task.mine.alarm ? Theme.radius : width / 2
            width: task.mine.alarm ? parent.width : Math.round(task.reading * 0.2)
        }
        Sign {
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.ink
            height: width
            hole: Theme.stop
            kind: "alarm"
            objectName: "mine-alarm"
            visible: task.mine.alarm
            width: Math.round(task.reading * 1.3)
            x: Theme.gap
        }
        // As high as it would like to be.
        Words {
            id: whole

            font: cue.font
            text: cue.text
            visible: false
            width: cue.width
            wrapMode: Text.WordWrap
        }
        Words {
            id: cue

            color: task.mine.alarm ? Theme.ink : Theme.text
            font.pixelSize: Math.round(task.reading * 0.95)
            font.weight: task.mine.alarm ? Font.Bold : Font.Normal
            fontSizeMode: Text.Fit
            height: parent.height
            minimumPixelSize: Theme.smallest
            objectName: "mine-cue"
            text: task.mine.cue
            width: parent.width - x
            wrapMode: Text.WordWrap
            x: Math.round(task.reading * (task.mine.alarm ? 1.8 : 0.6))
        }
    }
    MineSets {
        id: lift

        anchors.bottom: after.top
        anchors.bottomMargin: task.pad / 2
        anchors.left: parent.left
        anchors.margins: task.pad
        anchors.right: parent.right
        reading: task.reading
        view: task.mine.view.lift
        visible: task.mine.lifting && view.shown
    }
    Trace {
        anchors.bottom: task.mine.lifting ? lift.top : after.top
        anchors.left: parent.left
        anchors.margins: task.pad / 2
        anchors.right: parent.right
        athlete: task.mine.athlete
        band: Qt.alpha(task.mine.wanted < 0 ? Theme.soft : Theme.zone(task.mine.wanted), 0.5)
        ghost: Qt.alpha(Theme.text, 0.65)
        // Never less than nothing: it may still be painted once when the lines above need its room.
        height: Math.max(1, (task.mine.lifting ? lift.y : after.y) - (cueLine.visible ? cueLine.y + cueLine.height : lines.y + lines.height) - task.pad)
        line: Theme.text
        revision: task.mine.revision
        source: task.mine.view.traces
        stroke: Math.max(1.5, task.reading / 9)
        visible: task.mine.revision > 0 && !task.mine.lifting && height > 1.8 * task.reading
    }
    Flow {
        id: after

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: task.pad
        anchors.right: parent.right
        spacing: Math.round(task.reading * 0.35)

        Words {
            color: task.mine.soon ? Theme.text : Theme.soft
            elide: Text.ElideRight
            font.pixelSize: Math.round(task.reading * 0.85)
            font.weight: task.mine.soon ? Font.DemiBold : Font.Normal
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.smallest
            objectName: "mine-next"
            text: task.mine.after
            width: Math.min(implicitWidth, parent.width)
        }
        Words {
            color: Theme.text
            elide: Text.ElideRight
            font.pixelSize: Math.round(task.reading * 0.85)
            font.weight: task.mine.soon ? Font.DemiBold : Font.Normal
            objectName: "mine-ahead"
            text: task.mine.ahead
            visible: text !== ""
            width: Math.min(implicitWidth, parent.width)
        }
    }
}
