// The pad to type the speed: large signs, every touch counts at once, the heart rate stays in view.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: pad

    required property SpeedPadModel view
    required property int reading
    readonly property real share: (width - 5 * Theme.gap) / 4
    readonly property real keyHeight: Math.max(Theme.touch, Math.min(2 * Theme.touch, (height - value.height - 5 * Theme.gap) / 2))

    color: Theme.surface
    radius: Theme.radius

    // No touch gets through to what is below.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Item {
        id: value

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.gap
        height: Math.round(Math.min(3.4 * pad.reading, pad.height - 2 * Theme.touch - 5 * Theme.gap))
        width: number.implicitWidth + unit.implicitWidth + 2 * Theme.gap

        Words {
            id: number

            font.pixelSize: Math.round(value.height * 0.86)
            font.weight: Font.Bold
            height: parent.height
            objectName: "speed-value"
            text: pad.view.value
        }
        Words {
            id: unit

            anchors.baseline: number.baseline
            anchors.left: number.right
            anchors.leftMargin: 2 * Theme.gap
            color: Theme.soft
            font.pixelSize: pad.reading
            text: pad.view.unit
        }
    }
    Row {
        id: signs

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: value.bottom
        anchors.topMargin: Theme.gap
        spacing: Theme.gap

        Repeater {
            model: [
                {
                    "steps": -2,
                    "name": "speed-minus-5"
                },
                {
                    "steps": -1,
                    "name": "speed-minus"
                },
                {
                    "steps": 1,
                    "name": "speed-plus"
                },
                {
                    "steps": 2,
                    "name": "speed-plus-5"
                }
            ]

            delegate: BigButton {
                id: key

                required property var modelData
                readonly property int steps: modelData.steps

                height: pad.keyHeight
                label: (steps < 0 ? "−" : "+") + (Math.abs(steps) === 1 ? pad.view.small : pad.view.large)
                labelSize: pad.reading
                objectName: modelData.name
                width: pad.share

                onTapped: pad.view.nudge(key.steps)
            }
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: signs.bottom
        anchors.topMargin: Theme.gap
        spacing: Theme.gap

        BigButton {
            enabled: pad.view.clearable
            height: pad.keyHeight
            label: qsTr("Clear")
            labelSize: pad.reading
            objectName: "speed-clear"
            width: 2 * pad.share + Theme.gap

            onTapped: pad.view.clear()
        }
        BigButton {
            height: pad.keyHeight
            label: qsTr("Done")
            labelSize: pad.reading
            objectName: "speed-done"
            primary: true
            width: 2 * pad.share + Theme.gap

            onTapped: pad.view.done()
        }
    }
}
