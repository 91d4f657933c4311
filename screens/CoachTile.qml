// One coach: a name to touch.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    required property int coach
    required property string name
    required property string detail
    required property bool locked
    required property bool chosen

    signal tapped

    Accessible.name: name
    Accessible.role: Accessible.Button
    objectName: "coach-" + coach

    Accessible.onPressAction: tile.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: tile.chosen ? Theme.accent : Theme.outline
        border.width: (tile.chosen ? 2 : 1) * Theme.hairline
        color: tile.chosen ? Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.2)) : Theme.surface
        radius: Theme.radius

        Rectangle {
            anchors.fill: parent
            color: Theme.text
            opacity: handler.pressed ? 0.18 : 0
            radius: parent.radius
        }
    }
    Rectangle {
        id: disc

        anchors.left: parent.left
        anchors.leftMargin: 3 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.raised
        height: width
        radius: width / 2
        width: Math.min(parent.height - 4 * Theme.gap, 1.1 * Theme.touch)

        Words {
            anchors.centerIn: parent
            color: Theme.accent
            font.pixelSize: disc.width * 0.46
            font.weight: Font.Bold
            text: tile.name.charAt(0)
        }
    }
    Column {
        anchors.left: disc.right
        anchors.leftMargin: 3 * Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            font.pixelSize: Theme.title * 1.15
            font.weight: Font.DemiBold
            fontSizeMode: Text.Fit
            height: Math.min(implicitHeight, tile.height - 3 * Theme.gap - (tile.detail === "" ? 0 : 1.5 * Theme.body))
            minimumPixelSize: Theme.smallest
            objectName: "coach-tile-name"
            text: tile.name
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            color: tile.locked ? Theme.danger : Theme.soft
            font.pixelSize: Theme.body
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.smallest
            objectName: "coach-tile-detail"
            text: tile.detail
            visible: text !== ""
            width: parent.width
        }
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: tile.tapped()
    }
}
