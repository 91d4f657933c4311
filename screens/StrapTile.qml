// A strap that has just appeared; an empty place while there is none.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    required property int number
    required property string detail
    required property bool chosen
    property int touched: 0

    signal tapped(int number)

    Accessible.name: number
    Accessible.role: Accessible.RadioButton
    objectName: number > 0 ? "strap-" + number : ""

    Accessible.onPressAction: tile.tapped(tile.number)

    Rectangle {
        anchors.fill: parent
        border.color: tile.chosen ? Theme.accent : Theme.outline
        border.width: (tile.chosen ? 2 : 1) * Theme.hairline
        color: tile.chosen ? Qt.tint(Theme.raised, Qt.alpha(Theme.accent, 0.28)) : Theme.raised
        radius: Theme.radius
        visible: tile.number > 0

        Rectangle {
            anchors.fill: parent
            color: Theme.text
            opacity: handler.pressed ? 0.22 : 0
            radius: parent.radius
        }
        Column {
            anchors.centerIn: parent

            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                font.pixelSize: Theme.title * 1.2
                font.weight: Font.Bold
                text: tile.number
            }
            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.soft
                font.pixelSize: Theme.body
                text: tile.detail
            }
        }
    }
    TapHandler {
        id: handler

        enabled: tile.number > 0
        gesturePolicy: TapHandler.ReleaseWithinBounds

        // Another strap may take this place while the finger is down: the one that was seen counts.
        onPressedChanged: {
            if (handler.pressed)
                tile.touched = tile.number;
        }
        onTapped: tile.tapped(tile.touched)
    }
}
