// The wall while nobody is here: the time, and the mountain of the evening.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: idle

    required property Board board
    readonly property bool climbed: board.wall.climbed !== ""

    Mountain {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        filled: idle.climbed ? idle.board.wall.filled : 0
        height: parent.height * 0.42
        width: parent.width * 0.84
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 2 * Theme.gap
        width: parent.width - 8 * Theme.gap
        y: Theme.shortSide * 0.05

        Words {
            font.pixelSize: Theme.shortSide * (/\d/.test(text) ? 0.26 : 0.075)
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            height: Theme.shortSide * 0.25
            horizontalAlignment: Text.AlignHCenter
            objectName: "wall-clock"
            text: idle.board.header.clock
            width: parent.width
        }
        Words {
            font.pixelSize: Theme.shortSide * 0.075
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.body
            objectName: "climbed"
            text: idle.climbed ? qsTr("%1 climbed together today").arg(idle.board.wall.climbed) : qsTr("Put on your strap, and the hill is yours.")
            width: parent.width
        }
        Words {
            color: Theme.soft
            font.pixelSize: Theme.shortSide * 0.042
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.smallest
            objectName: "compared"
            text: idle.board.wall.compared
            visible: idle.climbed
            width: parent.width
        }
    }
}
