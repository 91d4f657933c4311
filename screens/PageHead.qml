// The top of a page that is not home: the way back at the left, what the page is about, and more.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: head

    property string title
    property real titleRoom: width - backButton.width - 3 * Theme.gap

    // What a page adds at the right keeps clear of the stop sign.
    default property alias content: inner.data

    signal back

    implicitHeight: Theme.touch

    Item {
        id: inner

        height: parent.height
        width: parent.width - Theme.corner
        x: Theme.leftCorner

        BigButton {
            id: backButton

            label: qsTr("‹ Back")
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
            width: Math.min(implicitWidth, head.titleRoom - Theme.corner)
        }
    }
}
