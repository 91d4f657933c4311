// The way through a list that is longer than its room.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: turner

    required property bool hasBefore
    required property bool hasMore
    required property string name

    signal turned(int by)

    implicitHeight: Theme.touch

    BigButton {
        id: before

        enabled: turner.hasBefore
        label: "‹"
        labelSize: Theme.title * 1.4
        objectName: turner.name + "-before"
        visible: turner.hasBefore || turner.hasMore
        width: 1.6 * Theme.touch

        onTapped: turner.turned(-1)
    }
    BigButton {
        anchors.left: before.right
        anchors.leftMargin: Theme.gap
        enabled: turner.hasMore
        label: "›"
        labelSize: Theme.title * 1.4
        objectName: turner.name + "-after"
        visible: turner.hasBefore || turner.hasMore
        width: 1.6 * Theme.touch

        onTapped: turner.turned(1)
    }
}
