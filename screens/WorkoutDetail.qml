// The chosen workout: its timeline drawn large, and its steps with this athlete's own bands.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: detail

    required property ChooseModel view
    required property real lineHeight
    readonly property real linesRoom: height - lines.y - (note.visible ? note.implicitHeight + Theme.gap : 0)
    // Few steps are written larger than many.
    readonly property real roomyLine: Math.min(1.6 * lineHeight, linesRoom / Math.max(1, steps.count))

    Words {
        id: title

        anchors.left: parent.left
        anchors.right: length.left
        anchors.rightMargin: 2 * Theme.gap
        elide: Text.ElideRight
        font.pixelSize: Theme.title
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.body
        objectName: "workout-title"
        text: detail.view.title
    }
    Words {
        id: length

        anchors.baseline: title.baseline
        anchors.right: parent.right
        color: Theme.soft
        font.pixelSize: Theme.body
        objectName: "workout-length"
        text: detail.view.length
    }
    Timeline {
        id: timeline

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: title.bottom
        anchors.topMargin: Theme.gap
        captioned: false
        height: Math.round(Math.min(4 * Theme.touch, detail.height * 0.34))
        view: detail.view.timeline
    }
    Item {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: timeline.bottom
        anchors.topMargin: 2 * Theme.gap

        Repeater {
            id: steps

            model: detail.view.lines

            delegate: StepRow {
                height: detail.roomyLine
                width: lines.width
                y: index * height
            }
        }
    }
    Words {
        id: note

        anchors.bottom: parent.bottom
        color: Theme.noticeText
        font.pixelSize: Theme.body
        objectName: "zones-note"
        text: detail.view.note
        visible: text !== ""
        width: parent.width
        wrapMode: Text.Wrap
    }
}
