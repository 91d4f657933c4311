// Before the session: why another strap would be better, and the way to the club's.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: bar

    required property ChooseModel view

    color: Theme.notice
    radius: Theme.radius

    LowBattery {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: 2 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.noticeText
        height: Theme.title * 0.6
        visible: bar.view.battery
    }
    Words {
        anchors.left: sign.visible ? sign.right : parent.left
        anchors.leftMargin: 2 * Theme.gap
        anchors.right: take.visible ? take.left : parent.right
        anchors.rightMargin: 2 * Theme.gap
        color: Theme.noticeText
        font.pixelSize: Theme.title
        font.weight: Font.Medium
        fontSizeMode: Text.HorizontalFit
        height: parent.height
        minimumPixelSize: Theme.smallest
        objectName: "another-strap"
        text: bar.view.another
    }
    BigButton {
        id: take

        anchors.right: parent.right
        label: qsTr("Club straps")
        objectName: "swap-strap"
        primary: true
        visible: bar.view.lends

        onTapped: bar.view.openShelf()
    }
}
