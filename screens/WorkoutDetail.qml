// The chosen workout: its timeline drawn large, and its steps with this athlete's own bands.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: detail

    required property ChooseModel view
    required property real lineHeight
    readonly property bool crowded: banner.visible || ranges.visible
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
        height: Math.round(Math.min(4 * Theme.touch, detail.height * (detail.crowded ? 0.2 : 0.34)))
        view: detail.view.timeline
    }
    // What it will feel like; how it was, and the one change.
    Column {
        id: about

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: timeline.bottom
        anchors.topMargin: Theme.gap
        height: visible ? implicitHeight : 0
        visible: detail.view.feel !== "" || detail.view.last !== ""

        Words {
            id: feel

            color: Theme.soft
            font.pixelSize: Theme.body
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.smallest
            objectName: "workout-feel"
            text: detail.view.feel
            visible: text !== ""
            width: parent.width
        }
        Words {
            id: last

            color: Theme.accent
            font.pixelSize: Theme.body
            font.weight: Font.DemiBold
            objectName: "workout-last"
            text: detail.view.last
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    // Why it is not simply to be started, and what a coach should weigh.
    Rectangle {
        id: banner

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: about.bottom
        anchors.topMargin: visible ? 1.5 * Theme.gap : 0
        color: detail.view.locked ? Theme.alarm : Theme.notice
        height: visible ? Math.max(said.implicitHeight + 2 * Theme.gap, vouch.visible || home.visible ? vouch.height + 2 * Theme.gap : 0) : 0
        objectName: "offer-banner"
        radius: Theme.radius
        visible: detail.view.banner !== "" || vouch.visible

        LockSign {
            id: lock

            anchors.left: parent.left
            anchors.leftMargin: 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.text
            height: 1.4 * width
            visible: detail.view.locked
            width: visible ? Math.round(Theme.body * 1.1) : 0
        }
        Words {
            id: said

            anchors.left: lock.right
            anchors.leftMargin: 2 * Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: 2 * Theme.gap + Math.max(vouch.visible ? vouch.width + Theme.gap : 0, home.visible ? home.width + Theme.gap : 0)
            anchors.verticalCenter: parent.verticalCenter
            color: detail.view.locked ? Theme.text : Theme.noticeText
            font.pixelSize: Math.round(Theme.body * (text.length > 260 ? 0.85 : 1))
            objectName: "offer-words"
            text: detail.view.banner
            wrapMode: Text.WordWrap
        }
        BigButton {
            id: vouch

            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            label: detail.view.vouching
            objectName: "vouch"
            visible: label !== ""

            onTapped: detail.view.vouch()
        }
        BigButton {
            id: home

            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            label: detail.view.outside
            objectName: "take-home"
            primary: true
            visible: label !== ""

            onTapped: detail.view.takeHome()
        }
    }
    Grid {
        id: ranges

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: banner.bottom
        anchors.topMargin: visible ? 1.5 * Theme.gap : 0
        columns: 2
        height: visible ? implicitHeight : 0
        spacing: Theme.gap
        visible: offered.count > 0

        Repeater {
            id: offered

            model: detail.view.ranges

            delegate: RangeNudge {
                height: Theme.touch
                width: (ranges.width - ranges.spacing) / 2

                onNudged: by => detail.view.nudgeRange(place, by)
            }
        }
    }
    Item {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: ranges.bottom
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
