// One workout in the coach's list: its name, how long, and whose it is; or why it cannot be used.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    // Roles of the model, ProtocolRow in protocols_view.py.
    required property int index
    required property string key
    required property string title
    required property string length
    required property string mark
    required property bool wrong

    signal tapped

    Accessible.name: title
    Accessible.role: Accessible.Button
    objectName: "protocol-" + key

    Accessible.onPressAction: tile.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: tile.wrong ? Theme.danger : Theme.outline
        border.width: Theme.hairline
        color: tile.wrong ? Theme.alarm : Theme.raised
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
        id: name

        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.body * 1.15)
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: parent.height * 0.52
        minimumPixelSize: Theme.body
        objectName: "protocol-name-" + tile.index
        text: tile.title
        verticalAlignment: Text.AlignBottom
        width: parent.width - 4 * Theme.gap - (badge.visible ? badge.width + Theme.gap : 0)
        x: 2 * Theme.gap
    }
    // Whose it is is read, not guessed from a colour.
    Rectangle {
        id: badge

        border.color: tile.wrong ? "transparent" : Theme.accent
        border.width: Theme.hairline
        color: "transparent"
        height: whose.height + Theme.gap
        radius: height / 2
        visible: tile.mark !== ""
        width: whose.implicitWidth + 3 * Theme.gap
        x: parent.width - width - 1.5 * Theme.gap
        y: name.y + name.height - height

        Words {
            id: whose

            anchors.centerIn: parent
            color: tile.wrong ? Theme.danger : Theme.accent
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            objectName: "protocol-mark"
            text: (tile.wrong ? "! " : "") + tile.mark
        }
    }
    Words {
        color: tile.wrong ? Theme.text : Theme.soft
        elide: Text.ElideRight
        font.pixelSize: Theme.body
        fontSizeMode: Text.HorizontalFit
        height: parent.height - y - Theme.gap
        minimumPixelSize: Theme.smallest
        objectName: "protocol-aside-title-" + tile.index
        text: tile.length
        verticalAlignment: Text.AlignTop
        width: parent.width - 4 * Theme.gap
        x: 2 * Theme.gap
        y: name.height + Theme.gap / 2
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: tile.tapped()
    }
}
