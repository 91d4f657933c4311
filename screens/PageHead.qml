// The top of a page that is not home: the way back at the left, what the page is about, and more.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: head

    property string title
    property real titleRoom: width - backButton.width - 3 * Theme.gap

    signal back

    implicitHeight: Theme.touch

    BigButton {
        id: backButton

        label: "‹ Back"
        objectName: "back"

        onTapped: head.back()
    }
    Words {
        anchors.left: backButton.right
        anchors.leftMargin: 3 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        font.pixelSize: Theme.title * 1.2
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.body
        objectName: "page-title"
        text: head.title
        width: Math.min(implicitWidth, head.titleRoom)
    }
}
