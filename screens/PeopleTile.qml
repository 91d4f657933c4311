// One person of the roster as coaches look for them: the name, the heart in numbers, what to do.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    // Roles of the model, PersonLine in people_view.py.
    required property int index
    required property int athlete
    required property string name
    required property string heart
    required property string mark
    required property bool attention
    readonly property bool bare: heart === "" && mark === ""

    signal tapped

    Accessible.name: name
    Accessible.role: Accessible.Button
    objectName: "people-" + athlete

    Accessible.onPressAction: tile.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.outline
        border.width: Theme.hairline
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
        id: title

        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.title * 1.05)
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: tile.bare ? parent.height : parent.height * 0.56
        minimumPixelSize: Theme.body
        text: tile.name
        verticalAlignment: tile.bare ? Text.AlignVCenter : Text.AlignBottom
        width: parent.width - 4 * Theme.gap
        x: 2 * Theme.gap
    }
    Words {
        id: line

        elide: Text.ElideRight
        color: tile.attention ? Theme.noticeText : Theme.soft
        font.pixelSize: Theme.body
        font.weight: tile.attention ? Font.DemiBold : Font.Normal
        fontSizeMode: Text.HorizontalFit
        height: parent.height * 0.36
        minimumPixelSize: Theme.tiniest
        objectName: "people-mark-" + tile.athlete
        text: (tile.attention ? "! " : "") + tile.mark + (tile.mark !== "" && tile.heart !== "" ? "  ·  " : "") + tile.heart
        verticalAlignment: Text.AlignTop
        visible: !tile.bare
        width: title.width
        x: title.x
        y: title.height
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: tile.tapped()
    }
}
