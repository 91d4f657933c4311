// One entry of somebody's card: what it is, what is known, and a word beside it.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    // Roles of the model, CardTile in people_view.py.
    required property int index
    required property string item
    required property string label
    required property string value
    required property string note
    required property bool attention

    signal tapped

    Accessible.name: label
    Accessible.role: Accessible.Button
    objectName: "card-" + item

    Accessible.onPressAction: tile.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: tile.attention ? Theme.noticeText : Theme.outline
        border.width: (tile.attention ? 2 : 1) * Theme.hairline
        color: Theme.raised
        radius: Theme.radius
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: 0.22
        radius: Theme.radius
        visible: handler.pressed
    }
    Words {
        id: caption

        color: Theme.soft
        font.pixelSize: Theme.body
        fontSizeMode: Text.Fit
        height: parent.height * 0.36
        minimumPixelSize: Theme.tiniest
        text: tile.label
        verticalAlignment: Text.AlignBottom
        width: parent.width - 3 * Theme.gap
        wrapMode: Text.Wrap
        x: 1.5 * Theme.gap
    }
    Words {
        id: worth

        color: tile.value === "" ? Theme.soft : Theme.text
        elide: Text.ElideRight
        font.pixelSize: Theme.title
        font.weight: tile.value === "" ? Font.Normal : Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: parent.height * (tile.note === "" ? 0.54 : 0.36)
        minimumPixelSize: Math.round(Theme.body * 0.9)
        objectName: "card-value-" + tile.item
        text: tile.value === "" ? "–" : tile.value
        width: caption.width
        x: caption.x
        y: caption.height
    }
    Words {
        color: tile.attention ? Theme.noticeText : Theme.soft
        elide: Text.ElideRight
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        height: parent.height * 0.24
        minimumPixelSize: Theme.smallest
        objectName: "card-note-" + tile.item
        text: tile.note
        verticalAlignment: Text.AlignTop
        visible: tile.note !== ""
        width: caption.width
        x: caption.x
        y: worth.y + worth.height
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: tile.tapped()
    }
}
