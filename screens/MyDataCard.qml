// One thing that can be done with somebody's data: what it is, what it says now, and the button.
pragma ComponentBehavior: Bound

import QtQuick

Rectangle {
    id: card

    required property string title
    required property string words
    required property string action
    required property string name
    required property bool bad
    required property int letter

    signal tapped

    color: Theme.surface
    radius: Theme.radius

    Words {
        id: head

        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: Math.round(Theme.title * 1.4)
        minimumPixelSize: Theme.body
        text: card.title
        width: button.x - 3 * Theme.gap
        x: 2 * Theme.gap
        y: Theme.gap
    }
    Words {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.top: head.bottom
        color: card.bad ? Theme.noticeText : Theme.soft
        font.pixelSize: card.letter
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.smallest
        objectName: card.name + "-words"
        text: card.words
        verticalAlignment: Text.AlignTop
        width: button.x - 3 * Theme.gap
        wrapMode: Text.WordWrap
        x: 2 * Theme.gap
    }
    BigButton {
        id: button

        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        label: card.action
        objectName: card.name
        width: Math.max(implicitWidth, 2.6 * Theme.touch)

        onTapped: card.tapped()
    }
}
