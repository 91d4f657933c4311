// One strap of the club's that a guest may take: its number, as large as it is written on it.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    // Roles of the model, GuestStrap in guest_view.py.
    required property int index
    required property int number
    required property string word
    required property bool heard
    required property bool battery

    property int touched: 0

    signal tapped(int number)

    Accessible.name: number
    Accessible.role: Accessible.Button
    objectName: "guest-strap-" + number

    Accessible.onPressAction: tile.tapped(tile.number)

    Rectangle {
        anchors.fill: parent
        border.color: tile.heard ? Theme.accent : Theme.outline
        border.width: (tile.heard ? 2 : 1) * Theme.hairline
        color: tile.heard ? Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.22)) : Theme.surface
        radius: Theme.radius
    }
    Words {
        id: digits

        anchors.horizontalCenter: parent.horizontalCenter
        font.pixelSize: Math.round(Math.min(parent.height * 0.5, 1.4 * Theme.plenty))
        font.weight: Font.Bold
        text: tile.number
        y: (parent.height - height - word.height) / 2
    }
    Words {
        id: word

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: digits.bottom
        color: tile.battery ? Theme.noticeText : tile.heard ? Theme.accent : Theme.soft
        font.pixelSize: Theme.body
        font.weight: tile.heard ? Font.DemiBold : Font.Normal
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.tiniest
        text: tile.word
        width: parent.width - 2 * Theme.gap
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: 0.22
        radius: Theme.radius
        visible: handler.pressed
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        // Another strap may take this place while the finger is down: the one that was seen counts.
        onPressedChanged: {
            if (handler.pressed)
                tile.touched = tile.number;
        }
        onTapped: tile.tapped(tile.touched)
    }
}
