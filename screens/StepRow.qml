// One line of the chosen workout: the step, how long, and where this athlete's heart should be.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: line

    // Roles of the model, StepLine in workouts.py.
    required property int index
    required property string title
    required property string times
    required property string span
    required property string target
    required property int level

    readonly property real size: Math.max(Theme.body, Math.min(Theme.title, height * 0.5))

    Rectangle {
        id: zone

        anchors.verticalCenter: parent.verticalCenter
        color: line.level < 0 ? "transparent" : Theme.zone(line.level)
        height: Math.round(line.size * 1.2)
        radius: height * 0.25
        width: Math.round(line.size * 1.7)

        Words {
            anchors.centerIn: parent
            color: Theme.ink
            font.pixelSize: line.size * 0.82
            font.weight: Font.Bold
            text: line.level < 0 ? "" : "Z" + line.level
        }
    }
    Words {
        anchors.left: zone.right
        anchors.leftMargin: 1.5 * Theme.gap
        anchors.right: span.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        font.pixelSize: line.size
        objectName: "step-name"
        text: line.times === "" ? line.title : line.times + " " + line.title
    }
    Words {
        id: span

        anchors.right: target.left
        anchors.rightMargin: 2 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.soft
        font.pixelSize: line.size
        objectName: "step-span"
        text: line.span
    }
    Words {
        id: target

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: line.size
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignRight
        minimumPixelSize: Theme.smallest
        objectName: "step-target"
        text: line.target
        width: Math.round(line.size * 7.8)
    }
}
