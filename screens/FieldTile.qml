// One thing to fill in: what it is, what has been entered, and whether the keys are for it.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    required property string name
    required property string label
    required property string value
    required property string hint
    required property bool active
    required property bool wrong
    readonly property color line: wrong ? Theme.danger : active ? Theme.accent : Theme.outline

    signal tapped

    Accessible.name: label
    Accessible.role: Accessible.EditableText
    objectName: "field-" + name

    Accessible.onPressAction: tile.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: tile.line
        border.width: (tile.active || tile.wrong ? 2 : 1) * Theme.hairline
        color: tile.active ? Qt.tint(Theme.surface, Qt.alpha(tile.line, 0.16)) : Theme.surface
        radius: Theme.radius
    }
    Column {
        anchors.left: parent.left
        anchors.leftMargin: 2 * Theme.gap
        anchors.right: mark.left
        anchors.verticalCenter: parent.verticalCenter

        Words {
            color: tile.active ? Theme.text : Theme.soft
            font.pixelSize: Theme.body
            text: tile.label
        }
        Item {
            height: value.height
            width: parent.width

            Words {
                id: value

                color: tile.value === "" ? Theme.soft : Theme.text
                elide: Text.ElideLeft
                font.pixelSize: Theme.title
                font.weight: tile.value === "" ? Font.Normal : Font.DemiBold
                fontSizeMode: Text.HorizontalFit
                height: Math.round(Theme.title * 1.25)
                minimumPixelSize: Theme.body * 0.85
                objectName: "value"
                text: tile.value === "" && !tile.active ? tile.hint : tile.value
                width: Math.min(implicitWidth, parent.width - 3 * caret.width)
            }
            // Where the next letter goes.
            Rectangle {
                id: caret

                anchors.verticalCenter: parent.verticalCenter
                color: Theme.accent
                height: Theme.title
                objectName: "caret"
                visible: tile.active
                width: 2 * Theme.hairline
                x: tile.value === "" ? 0 : value.paintedWidth + width
            }
        }
    }
    Words {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.danger
        font.pixelSize: Theme.title * 1.2
        font.weight: Font.Bold
        text: tile.wrong ? "!" : ""
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: tile.tapped()
    }
}
