// Over the own page: when to stop at once, or what else can be done for this athlete.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: sheet

    required property CareModel care
    readonly property bool unwell: care.sheet === "unwell"
    readonly property int columns: Theme.portrait ? 2 : 3

    color: unwell ? Theme.alarm : Theme.surface
    objectName: "care-sheet"
    radius: Theme.radius
    visible: care.sheet !== ""

    // No touch gets through to what is below.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Words {
        id: title

        font.pixelSize: Theme.title
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        height: Theme.title * (Theme.portrait && sheet.unwell ? 2.6 : 1.5)
        minimumPixelSize: Theme.body
        objectName: "care-title"
        text: sheet.unwell ? sheet.care.heading : qsTr("For %1").arg(sheet.care.name)
        width: parent.width - 2 * x
        wrapMode: Text.WordWrap
        x: 3 * Theme.gap
        y: 2 * Theme.gap
    }
    Column {
        id: list

        readonly property real line: (call.y - y - Theme.gap) / Math.max(1, signs.count)

        visible: sheet.unwell
        width: parent.width - 2 * x
        x: 3 * Theme.gap
        y: title.y + title.height + Theme.gap

        Repeater {
            id: signs

            model: sheet.care.stopList

            Item {
                id: line

                required property int index
                required property string modelData

                height: list.line
                width: list.width

                Sign {
                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.danger
                    height: width
                    hole: Theme.alarm
                    kind: "alarm"
                    width: Math.round(Theme.body * 1.3)
                }
                Words {
                    font.pixelSize: Math.round(Theme.body * 1.3)
                    fontSizeMode: Text.Fit
                    height: parent.height
                    minimumPixelSize: Theme.small
                    objectName: "stop-" + line.index
                    text: line.modelData
                    width: parent.width - x
                    wrapMode: Text.WordWrap
                    x: Math.round(Theme.body * 2)
                }
            }
        }
    }
    Words {
        id: call

        anchors.bottom: help.top
        anchors.bottomMargin: Theme.gap
        font.pixelSize: Math.round(Theme.body * 1.2)
        font.weight: Font.DemiBold
        objectName: "care-call"
        text: sheet.unwell ? sheet.care.call : sheet.care.note
        width: parent.width - 2 * x
        wrapMode: Text.WordWrap
        x: 3 * Theme.gap
    }
    Row {
        id: help

        readonly property real share: (width - 2 * spacing) / 3

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 2 * Theme.gap
        height: 1.25 * Theme.touch
        spacing: 2 * Theme.gap
        width: parent.width - 2 * x
        x: 3 * Theme.gap

        BigButton {
            alarming: true
            height: parent.height
            label: qsTr("Stop me")
            labelSize: Theme.title
            objectName: "stop-me"
            visible: sheet.unwell
            width: help.share

            onTapped: sheet.care.stopMe()
        }
        BigButton {
            height: parent.height
            label: qsTr("Cool down")
            labelSize: Theme.title
            objectName: "cool-down"
            visible: sheet.unwell
            width: help.share

            onTapped: sheet.care.coolDown()
        }
        BigButton {
            height: parent.height
            label: qsTr("Close")
            labelSize: Theme.title
            objectName: "care-close"
            width: sheet.unwell ? help.share : help.width

            onTapped: sheet.care.close()
        }
    }
    Grid {
        id: more

        readonly property real share: (width - (columns - 1) * spacing) / columns
        readonly property int lines: Math.ceil(5 / columns)
        // As large as there is room for: no thumb is steady on a hill.
        readonly property real keyHeight: Math.max(Theme.touch, Math.min(3 * Theme.touch, (call.y - y - (lines + 1) * spacing) / lines))

        columns: sheet.columns
        spacing: 2 * Theme.gap
        visible: !sheet.unwell
        width: parent.width - 2 * x
        x: 3 * Theme.gap
        y: title.y + title.height + 2 * Theme.gap

        BigButton {
            height: more.keyHeight
            label: qsTr("Skip this step")
            labelSize: Theme.title
            objectName: "more-skip"
            width: more.share

            onTapped: sheet.care.skip()
        }
        BigButton {
            height: more.keyHeight
            label: qsTr("+1 min")
            labelSize: Theme.title
            objectName: "more-extend"
            width: more.share

            onTapped: sheet.care.extend()
        }
        BigButton {
            height: more.keyHeight
            label: qsTr("Cool down now")
            labelSize: Theme.title
            objectName: "more-cool-down"
            width: more.share

            onTapped: sheet.care.coolDown()
        }
        BigButton {
            height: more.keyHeight
            label: qsTr("Another strap")
            labelSize: Theme.title
            objectName: "more-strap"
            width: more.share

            onTapped: sheet.care.openShelf()
        }
        BigButton {
            height: more.keyHeight
            label: qsTr("My progress")
            labelSize: Theme.title
            objectName: "more-progress"
            width: more.share

            onTapped: sheet.care.openProgress()
        }
    }
}
