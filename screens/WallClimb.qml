// The mountain of the evening with its height, and what that is as high as.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: climb

    required property WallModel wall

    visible: wall.climbed !== ""

    Mountain {
        id: picture

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        filled: climb.wall.filled
        height: Math.round(parent.height * 0.86)
        width: Math.min(Math.round(height * 1.5), Math.round(parent.width * 0.28))
    }
    Words {
        id: figure

        anchors.left: picture.right
        anchors.leftMargin: 2 * Theme.gap
        anchors.right: parent.right
        font.pixelSize: Math.round(climb.height * 0.42)
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: Math.round(climb.height * 0.44)
        minimumPixelSize: Theme.smallest
        objectName: "climbed"
        text: climb.wall.climbed
        y: climb.height * 0.04
    }
    Words {
        anchors.bottom: parent.bottom
        anchors.left: figure.left
        anchors.right: parent.right
        anchors.top: figure.bottom
        color: Theme.soft
        font.pixelSize: Math.round(climb.height * 0.2)
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.tiniest
        objectName: "compared"
        text: climb.wall.compared
        verticalAlignment: Text.AlignTop
        wrapMode: Text.WordWrap
    }
}
