// What a setting is called, and in fewer words what it does.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: line

    required property string key
    required property string label
    required property string hint

    objectName: "setting-" + key

    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            font.pixelSize: Theme.title * 0.9
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.smallest
            objectName: "setting-label"
            text: line.label
            width: parent.width
        }
        Words {
            color: Theme.soft
            font.pixelSize: Theme.body * 0.9
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.smallest
            objectName: "setting-hint"
            text: line.hint
            visible: text !== ""
            width: parent.width
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Math.ceil(Theme.gap / 2)
        anchors.left: parent.left
        color: Theme.raised
        height: Theme.hairline
        width: parent.parent.width
    }
}
