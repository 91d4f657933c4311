// One athlete of a past session at its present second, beside the curve of all of it.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: line

    // Roles of the model, ReplayLine in replay_view.py.
    required property int index
    required property int athlete
    required property string name
    required property string bpm
    required property string verdict
    required property bool inside
    required property string step
    required property ReplayModel view
    property real factsWidth: width * 0.36

    color: Theme.surface
    radius: Theme.radius

    Words {
        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.body * 1.2)
        font.weight: Font.DemiBold
        height: parent.height * 0.5
        text: line.name
        width: line.factsWidth * 0.62
        x: 2 * Theme.gap
    }
    Words {
        color: Theme.soft
        elide: Text.ElideRight
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        height: parent.height * 0.42
        minimumPixelSize: Theme.smallest
        text: line.step
        verticalAlignment: Text.AlignTop
        width: line.factsWidth * 0.5
        x: 2 * Theme.gap
        y: parent.height * 0.5
    }
    Words {
        font.features: {
            "tnum": 1
        }
        font.pixelSize: Theme.headline
        font.weight: Font.Bold
        height: parent.height * 0.55
        horizontalAlignment: Text.AlignRight
        objectName: "replay-bpm-" + line.athlete
        text: line.bpm
        width: line.factsWidth - 3 * Theme.gap
    }
    Words {
        color: line.inside ? Theme.good : Theme.text
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        height: parent.height * 0.4
        horizontalAlignment: Text.AlignRight
        minimumPixelSize: Theme.smallest
        objectName: "replay-verdict-" + line.athlete
        text: line.verdict
        verticalAlignment: Text.AlignTop
        width: line.factsWidth * 0.48
        x: line.factsWidth * 0.52 - 3 * Theme.gap
        y: parent.height * 0.55
    }
    Item {
        height: parent.height - 2 * Theme.gap
        width: parent.width - x
        x: line.factsWidth
        y: Theme.gap

        ReplayTrace {
            anchors.fill: parent
            athlete: line.athlete
            color: Theme.accent
            source: line.view.source
        }
        Rectangle {
            color: Theme.text
            height: parent.height
            width: 2 * Theme.hairline
            x: Math.round(line.view.place * parent.width)
        }
    }
}
