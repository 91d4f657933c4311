// One athlete of a past session at its present second, beside the curve of all of it.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: line

    // Roles of the model, ReplayLine in replay_view.py.
    required property int index
    required property int athlete
    required property string name
    required property string bpm
    required property int level
    required property string zone
    required property string sign
    required property string verdict
    required property string step
    required property ReplayModel view
    property real factsWidth: width * 0.36
    readonly property bool tall: height > 1.7 * Theme.touch
    // Upright there is more height than width: the curve lies below the words.
    property bool stacked: false
    readonly property real headHeight: stacked ? 1.6 * Theme.touch : height - 2 * Theme.gap
    readonly property color warned: sign === "alarm" ? Theme.danger : sign === "in" ? Theme.good : Theme.text
    readonly property real pillWidth: Math.min(2.1 * Theme.touch, factsWidth * 0.36)

    signal tapped

    Accessible.name: name + ": " + bpm + " " + verdict
    Accessible.role: Accessible.Button
    objectName: "replay-row-" + athlete

    Accessible.onPressAction: line.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: line.sign === "alarm" ? Theme.danger : Theme.outline
        border.width: line.sign === "alarm" ? 2 * Theme.hairline : 0
        color: line.sign === "alarm" ? Theme.alarm : Theme.surface
        radius: Theme.radius

        Rectangle {
            anchors.fill: parent
            color: Theme.text
            opacity: handler.pressed ? 0.14 : 0
            radius: parent.radius
        }
    }
    ReplayPill {
        bpm: line.bpm
        height: Math.min(line.headHeight, 1.7 * Theme.touch)
        level: line.level
        objectName: "replay-pill-" + line.athlete
        valueName: "replay-bpm-" + line.athlete
        width: line.pillWidth
        x: Theme.gap
        y: Theme.gap + (line.headHeight - height) / 2
        zone: line.zone
    }
    Column {
        id: facts

        width: (line.stacked ? line.width : line.factsWidth) - x - Theme.gap
        x: line.pillWidth + 3 * Theme.gap
        y: Theme.gap + (line.headHeight - height) / 2

        Words {
            elide: Text.ElideRight
            font.pixelSize: Math.round(Theme.body * (line.tall ? 1.4 : 1.15))
            font.weight: Font.DemiBold
            objectName: "replay-name-" + line.athlete
            text: line.name
            width: parent.width
        }
        Item {
            height: verdict.height
            width: parent.width

            Sign {
                anchors.verticalCenter: parent.verticalCenter
                colour: line.warned
                height: width
                kind: line.sign
                visible: line.sign !== ""
                width: Math.round(Theme.small * 0.9)
            }
            Words {
                id: verdict

                readonly property real before: line.sign === "" ? 0 : 1.4 * Theme.small

                color: line.warned
                font.pixelSize: line.tall ? Theme.body : Theme.small
                font.weight: line.sign === "alarm" ? Font.Bold : Font.Normal
                fontSizeMode: Text.HorizontalFit
                height: Math.ceil(font.pixelSize * 1.35)
                minimumPixelSize: Theme.tiniest
                objectName: "replay-verdict-" + line.athlete
                text: line.verdict
                width: parent.width - before
                x: before
            }
        }
        Words {
            color: Theme.soft
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            height: Math.ceil(Theme.small * 1.35)
            minimumPixelSize: Theme.tiniest
            objectName: "replay-step-" + line.athlete
            text: line.step
            visible: line.tall && text !== ""
            width: parent.width
        }
    }
    Item {
        height: parent.height - y - Theme.gap
        width: parent.width - x - 2 * Theme.gap
        x: line.stacked ? 2 * Theme.gap : line.factsWidth
        y: line.stacked ? line.headHeight + 2 * Theme.gap : Theme.gap

        ReplayTrace {
            anchors.fill: parent
            athlete: line.athlete
            colours: line.view ? [Theme.text, Theme.outline, Theme.stop].concat(Theme.zones.map(zone => Theme.light ? Qt.darker(zone, 1.5) : zone)).join(" ") : ""
            source: line.view.source
            stroke: Math.max(1.5, Math.min(Theme.body / 6, line.height / 42))
        }
        Rectangle {
            color: Theme.text
            height: parent.height
            width: 2 * Theme.hairline
            x: Math.round(line.view.place * (parent.width - width))
        }
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: line.tapped()
    }
}
