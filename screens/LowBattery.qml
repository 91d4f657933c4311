// A nearly empty battery lying on its side.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: battery

    required property color colour
    readonly property real stroke: Math.max(1, height / 9)

    width: height * 1.9

    Rectangle {
        border.color: battery.colour
        border.width: battery.stroke
        color: "transparent"
        height: parent.height
        radius: 2 * battery.stroke
        width: parent.width - 2 * battery.stroke
    }
    Rectangle {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: battery.colour
        height: parent.height * 0.45
        width: 1.5 * battery.stroke
    }
    Rectangle {
        color: battery.colour
        height: parent.height - 4 * battery.stroke
        width: parent.width * 0.16
        x: 2 * battery.stroke
        y: 2 * battery.stroke
    }
}
