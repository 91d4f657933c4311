// One workout to choose.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: chip

    required property int index
    required property string title
    required property string length
    property bool chosen: false

    signal tapped

    Accessible.name: title
    Accessible.role: Accessible.RadioButton
    height: Theme.touch
    objectName: "chip-" + index
    width: Math.max(Theme.touch, words.implicitWidth + 4 * Theme.gap)

    Accessible.onPressAction: chip.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: chip.chosen ? Theme.accent : Theme.outline
        border.width: chip.chosen ? 2 * Theme.hairline : Theme.hairline
        color: chip.chosen ? Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.28)) : Theme.surface
        radius: Theme.radius
    }
    Column {
        id: words

        anchors.centerIn: parent

        Words {
            font.pixelSize: Theme.body
            font.weight: chip.chosen ? Font.DemiBold : Font.Medium
            text: chip.title
        }
        Words {
            color: Theme.soft
            font.pixelSize: Theme.small
            text: chip.length
        }
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: chip.tapped()
    }
}
