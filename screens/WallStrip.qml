// Above the wall's tiles: whom to look at first; while all is well, what runs and what time it is.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: strip

    required property Board board
    readonly property WallModel wall: board.wall
    readonly property bool calm: names.count === 0
    // Room for three names is kept, so that no tile moves when somebody is named.
    readonly property int lines: Theme.portrait ? 3 : 1
    readonly property int lineHeight: Math.round(Theme.shortSide * (Theme.portrait ? 0.07 : 0.075))

    implicitHeight: lines * lineHeight + (lines - 1) * Theme.gap

    Words {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.top: parent.top
        font.pixelSize: Math.round(strip.lineHeight * 0.62)
        font.weight: Font.DemiBold
        height: strip.lineHeight
        objectName: "wall-clock"
        text: strip.board.header.clock
    }
    Words {
        id: more

        anchors.right: Theme.portrait ? parent.right : clock.left
        anchors.rightMargin: Theme.portrait ? Theme.gap : 2 * Theme.gap
        anchors.top: Theme.portrait ? clock.bottom : parent.top
        color: Theme.soft
        font.pixelSize: Math.round(strip.lineHeight * 0.46)
        font.weight: Font.DemiBold
        height: strip.lineHeight
        objectName: "wall-more"
        text: strip.wall.more
        visible: text !== ""
    }
    Item {
        id: room

        readonly property real cell: Theme.portrait ? width : (width - 2 * Theme.gap) / 3

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: Theme.portrait || !more.visible ? clock.left : more.left
        anchors.rightMargin: 2 * Theme.gap
        anchors.top: parent.top

        Repeater {
            id: names

            model: strip.wall.needs

            delegate: WallNeed {
                height: strip.lineHeight
                width: room.cell
                x: Theme.portrait ? 0 : index * (room.cell + Theme.gap)
                y: Theme.portrait ? index * (strip.lineHeight + Theme.gap) : 0
            }
        }
        Words {
            id: title

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            elide: Text.ElideRight
            font.pixelSize: Math.round(strip.lineHeight * 0.58)
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            height: strip.lineHeight
            minimumPixelSize: Theme.body
            objectName: "wall-title"
            text: strip.board.header.title
            visible: strip.calm
            width: Math.min(implicitWidth, parent.width * (Theme.portrait ? 1 : 0.5))
        }
        // A device that has failed is the coach's business too.
        Words {
            anchors.left: Theme.portrait ? parent.left : title.right
            anchors.leftMargin: Theme.portrait ? Theme.gap : 3 * Theme.gap
            anchors.right: parent.right
            anchors.top: Theme.portrait ? title.bottom : parent.top
            color: Theme.noticeText
            elide: Text.ElideRight
            font.pixelSize: Math.round(strip.lineHeight * 0.32)
            height: strip.lineHeight
            maximumLineCount: 2
            objectName: "wall-notice"
            text: strip.board.header.notices.length > 0 ? strip.board.header.notices[0] : ""
            visible: strip.calm
            wrapMode: Text.WordWrap
        }
    }
}
