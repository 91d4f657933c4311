// One choice of a setting, side by side with the others; the one in use is filled and has a tick.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: option

    required property int line
    required property int place
    required property int across
    required property string label
    required property bool chosen

    signal tapped

    Accessible.checked: chosen
    Accessible.name: label
    Accessible.role: Accessible.RadioButton
    objectName: "option-" + line + "-" + place

    Accessible.onPressAction: option.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: option.chosen ? "transparent" : Theme.outline
        border.width: option.chosen ? 0 : Theme.hairline
        bottomLeftRadius: option.place === 0 ? Theme.radius : 0
        bottomRightRadius: option.place === option.across - 1 ? Theme.radius : 0
        color: option.chosen ? Theme.accent : Theme.surface
        topLeftRadius: option.place === 0 ? Theme.radius : 0
        topRightRadius: option.place === option.across - 1 ? Theme.radius : 0

        Rectangle {
            anchors.fill: parent
            color: option.chosen ? Theme.accentInk : Theme.text
            opacity: handler.pressed ? 0.18 : 0
        }
    }
    // A tick in the corner: not by its colour alone.
    Words {
        color: Theme.accentInk
        font.pixelSize: Theme.body
        font.weight: Font.Bold
        objectName: "option-tick"
        text: "✓"
        visible: option.chosen
        x: Theme.gap
        y: Theme.gap / 2
    }
    Words {
        anchors.fill: parent
        anchors.leftMargin: 1.5 * Theme.gap
        anchors.rightMargin: 1.5 * Theme.gap
        color: option.chosen ? Theme.accentInk : Theme.text
        font.pixelSize: Theme.body * 1.1
        font.weight: option.chosen ? Font.Bold : Font.Medium
        fontSizeMode: Text.Fit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.smallest
        objectName: "option-label"
        text: option.label
        wrapMode: Text.WordWrap
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: option.tapped()
    }
}
