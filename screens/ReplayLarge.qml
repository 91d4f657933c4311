// One athlete of a past session alone: the numbers of the moment above the curve of all of it.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: large

    // Roles of the model, ReplayFace in replay_view.py.
    required property int index
    required property int athlete
    required property string bpm
    required property int level
    required property string zone
    required property string sign
    required property string verdict
    required property string step
    required property string band
    required property string facts
    required property string inside
    required property string words
    required property ReplayModel view
    property real edgeRoom: 2.2 * Theme.title
    readonly property real headHeight: (Theme.portrait ? 4.2 : 2.4) * Theme.touch
    readonly property color warned: sign === "alarm" ? Theme.danger : sign === "in" ? Theme.good : Theme.text

    ReplayPill {
        id: pill

        bpm: large.bpm
        height: 2.4 * Theme.touch - Theme.gap
        level: large.level
        objectName: "replay-large"
        valueName: "replay-large-bpm"
        width: 3.4 * Theme.touch
        zone: large.zone
    }
    Column {
        id: now

        height: pill.height
        width: Theme.portrait ? parent.width - x : (parent.width - x) * 0.5
        x: pill.width + 3 * Theme.gap
        y: (pill.height - childrenRect.height) / 2

        Item {
            height: verdict.height
            width: parent.width

            Sign {
                anchors.verticalCenter: parent.verticalCenter
                colour: large.warned
                height: width
                kind: large.sign
                visible: large.sign !== ""
                width: Theme.title
            }
            Words {
                id: verdict

                readonly property real before: large.sign === "" ? 0 : 1.4 * Theme.title

                color: large.warned
                font.pixelSize: Theme.headline
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                height: Math.ceil(Theme.headline * 1.3)
                minimumPixelSize: Theme.small
                objectName: "replay-large-verdict"
                text: large.verdict
                width: parent.width - before
                x: before
            }
        }
        Words {
            font.pixelSize: Theme.title
            fontSizeMode: Text.HorizontalFit
            height: Math.ceil(Theme.title * 1.3)
            minimumPixelSize: Theme.small
            objectName: "replay-large-band"
            text: large.band === "" ? large.step : qsTr("%1, target %2").arg(large.step).arg(large.band)
            width: parent.width
        }
        Words {
            color: Theme.soft
            font.pixelSize: Theme.body
            fontSizeMode: Text.HorizontalFit
            height: Math.ceil(Theme.body * 1.3)
            minimumPixelSize: Theme.smallest
            objectName: "replay-large-facts"
            text: large.facts
            visible: text !== ""
            width: parent.width
        }
        Words {
            color: Theme.soft
            font.pixelSize: Theme.body
            fontSizeMode: Text.HorizontalFit
            height: Math.ceil(Theme.body * 1.3)
            minimumPixelSize: Theme.smallest
            objectName: "replay-large-inside"
            text: large.inside
            visible: text !== ""
            width: parent.width
        }
    }
    // When they needed a word, and why.
    Item {
        height: Theme.portrait ? large.headHeight - pill.height - 2 * Theme.gap : pill.height
        width: Theme.portrait ? parent.width : parent.width - x
        x: Theme.portrait ? 0 : now.x + now.width + 2 * Theme.gap
        y: Theme.portrait ? pill.height + Theme.gap : 0

        Words {
            color: large.words === "" ? Theme.soft : Theme.danger
            font.features: {
                "tnum": 1
            }
            font.pixelSize: Theme.body
            fontSizeMode: Text.Fit
            height: parent.height
            minimumPixelSize: Theme.smallest
            objectName: "replay-large-words"
            text: large.words === "" ? qsTr("Never needed a word.") : large.words
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    Rectangle {
        color: Theme.surface
        height: parent.height - y
        radius: Theme.radius
        width: parent.width
        y: large.headHeight

        Item {
            id: plot

            height: parent.height - 2 * Theme.gap
            width: parent.width - large.edgeRoom - 2 * Theme.gap
            x: large.edgeRoom
            y: Theme.gap

            ReplayTrace {
                anchors.fill: parent
                athlete: large.athlete
                colours: large.view ? [Theme.text, Theme.outline, Theme.stop].concat(Theme.zones.map(zone => Theme.light ? Qt.darker(zone, 1.5) : zone)).join(" ") : ""
                large: true
                source: large.view.source
                stroke: Math.max(2, Theme.body / 6)
            }
            Rectangle {
                color: Theme.text
                height: parent.height
                width: 3 * Theme.hairline
                x: Math.round(large.view.place * (parent.width - width))
            }
            Repeater {
                model: large.view.heights

                delegate: ReplayEdge {
                    room: plot.height
                    width: large.edgeRoom - Theme.gap
                    x: -large.edgeRoom
                }
            }
        }
    }
}
