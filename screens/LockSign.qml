// A lock: not for this athlete, or not here.
import QtQuick

Item {
    id: lock

    required property color colour

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        border.color: lock.colour
        border.width: Math.max(2, Math.round(lock.width * 0.14))
        color: "transparent"
        height: lock.height * 0.62
        radius: width / 2
        width: lock.width * 0.66
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: lock.colour
        height: lock.height * 0.56
        radius: lock.width * 0.1
        width: lock.width
    }
}
