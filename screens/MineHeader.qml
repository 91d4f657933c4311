// Whose view it is and what is trained; or what is wrong with the kiosk.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: header

    required property MineBody mine

    Words {
        id: name

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        font.pixelSize: Theme.title * 1.15
        font.weight: Font.Bold
        objectName: "mine-name"
        text: header.mine.who
        width: Math.min(implicitWidth, parent.width * 0.4)
    }
    Words {
        anchors.left: name.right
        anchors.leftMargin: 3 * Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.soft
        elide: Text.ElideRight
        font.pixelSize: Theme.title
        horizontalAlignment: Text.AlignRight
        objectName: "mine-workout"
        text: header.mine.company === "" ? header.mine.workout : header.mine.workout + " · " + header.mine.company
        visible: header.mine.notice === ""
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: name.right
        anchors.leftMargin: 3 * Theme.gap
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.notice
        radius: Theme.radius
        visible: header.mine.notice !== ""

        Words {
            anchors.fill: parent
            anchors.leftMargin: 2 * Theme.gap
            anchors.rightMargin: 2 * Theme.gap
            color: Theme.noticeText
            elide: Text.ElideRight
            font.pixelSize: Theme.title
            fontSizeMode: Text.Fit
            maximumLineCount: 2
            minimumPixelSize: Theme.smallest
            objectName: "mine-notice"
            text: header.mine.notice
            wrapMode: Text.Wrap
        }
    }
}
