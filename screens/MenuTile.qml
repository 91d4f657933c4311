// One of the coach's pages: a sign, its name, and what can be done there.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    required property string page
    required property string label
    required property string detail
    required property string sign
    required property bool alarm
    // Only where the sign, the name and two lines below it fit one under the other.
    readonly property bool tall: height > Math.max(2.6 * Theme.touch, 1.15 * Theme.touch + 6 * Theme.gap + 1.3 * Theme.title + 2.6 * Theme.body)

    signal tapped

    Accessible.name: label
    Accessible.role: Accessible.Button
    objectName: "menu-" + page

    Accessible.onPressAction: tile.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: tile.alarm ? Theme.danger : Theme.outline
        border.width: (tile.alarm ? 2 : 1) * Theme.hairline
        color: tile.alarm ? Theme.alarm : Theme.surface
        radius: 2 * Theme.radius

        Rectangle {
            anchors.fill: parent
            color: Theme.text
            opacity: handler.pressed ? 0.16 : 0
            radius: parent.radius
        }
    }
    Rectangle {
        id: disc

        color: Qt.tint(Theme.raised, Qt.alpha(Theme.accent, 0.1))
        height: width
        radius: 2 * Theme.radius
        width: Math.min(1.15 * Theme.touch, tile.height - 4 * Theme.gap)
        x: 2.5 * Theme.gap
        y: tile.tall ? 2.5 * Theme.gap : (tile.height - height) / 2

        MenuSign {
            anchors.centerIn: parent
            colour: tile.alarm ? Theme.danger : Theme.accent
            height: width
            sign: tile.sign
            width: disc.width * 0.62
        }
    }
    Column {
        spacing: Theme.gap / 2
        width: tile.width - x - 2 * Theme.gap
        x: tile.tall ? 2.5 * Theme.gap : disc.x + disc.width + 2.5 * Theme.gap
        y: tile.tall ? Math.max(disc.y + disc.height + Theme.gap, tile.height - height - 2.5 * Theme.gap) : (tile.height - height) / 2

        Words {
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
            objectName: "menu-label"
            text: tile.label
            width: parent.width
        }
        Words {
            color: tile.alarm ? Theme.danger : Theme.soft
            font.pixelSize: Theme.body
            font.weight: tile.alarm ? Font.DemiBold : Font.Normal
            fontSizeMode: Text.Fit
            height: Math.min(implicitHeight, Math.ceil(2.5 * Theme.body))
            minimumPixelSize: Theme.smallest
            objectName: "menu-detail"
            text: tile.detail
            width: parent.width
            wrapMode: Text.WordWrap
        }
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: tile.tapped()
    }
}
