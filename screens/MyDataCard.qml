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

    // Upright the button is below the words, as wide as the card: there is more height than width.
    readonly property bool stacked: Theme.portrait
    readonly property real inner: stacked ? width - 4 * Theme.gap : button.x - 3 * Theme.gap

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
        width: card.inner
        x: 2 * Theme.gap
        y: Theme.gap
    }
    Words {
        height: (card.stacked ? button.y : card.height) - y - Theme.gap
        color: card.bad ? Theme.noticeText : Theme.soft
        font.pixelSize: card.letter
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.smallest
        objectName: card.name + "-words"
        text: card.words
        verticalAlignment: card.stacked ? Text.AlignVCenter : Text.AlignTop
        width: card.inner
        wrapMode: Text.WordWrap
        x: 2 * Theme.gap
        y: head.y + head.height
    }
    BigButton {
        id: button

        height: Math.min(1.4 * Theme.touch, Math.max(Theme.touch, card.height * 0.5))
        label: card.action
        labelSize: Math.round((Theme.body + Theme.title) / 2)
        objectName: card.name
        width: card.stacked ? card.width - 4 * Theme.gap : Math.max(implicitWidth, 2.6 * Theme.touch)
        x: card.width - width - 2 * Theme.gap
        y: card.stacked ? card.height - height - 2 * Theme.gap : (card.height - height) / 2

        onTapped: card.tapped()
    }
}
