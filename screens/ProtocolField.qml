// One thing about the chosen step, and what it is now; a touch brings its buttons.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    // Roles of the model, EditField in protocols_edit_view.py.
    required property int index
    required property string key
    required property string label
    required property string value
    required property bool chosen

    signal tapped

    Accessible.name: label
    Accessible.role: Accessible.Button
    objectName: "edit-field-" + key

    Accessible.onPressAction: tile.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: tile.chosen ? Theme.accent : Theme.outline
        border.width: (tile.chosen ? 3 : 1) * Theme.hairline
        color: tile.chosen ? Qt.tint(Theme.raised, Qt.alpha(Theme.accent, 0.16)) : handler.pressed ? Theme.raised : Theme.surface
        radius: Theme.radius
    }
    Words {
        id: head

        color: Theme.soft
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        height: parent.height * 0.42
        minimumPixelSize: Theme.tiniest
        text: tile.label
        verticalAlignment: Text.AlignBottom
        width: parent.width - 3 * Theme.gap
        x: 1.5 * Theme.gap
    }
    Words {
        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.body * 1.15)
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: parent.height - head.height
        minimumPixelSize: Theme.smallest
        objectName: "edit-value-" + tile.key + "-name"
        text: tile.value
        width: head.width
        x: head.x
        y: head.height
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: tile.tapped()
    }
}
