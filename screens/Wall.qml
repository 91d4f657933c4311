// What a coach reads from five metres: whom to look at, everybody's tile, the class's line.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: wall

    required property Board board
    // On a touchscreen a touch leads on; a second display takes none.
    property bool touchable: false
    readonly property bool idle: board.header.empty && !board.controls.live
    readonly property bool climbing: board.wall.climbed !== ""
    readonly property int barHeight: Math.round(Theme.shortSide * 0.1)

    // Beside a tile, too: whatever is not an athlete leads to the pages.
    TapHandler {
        enabled: wall.touchable
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: wall.board.wall.open()
    }
    WallIdle {
        anchors.fill: parent
        board: wall.board
        visible: wall.idle
    }
    Item {
        anchors.fill: parent
        visible: !wall.idle

        WallStrip {
            id: strip

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.rightMargin: wall.touchable ? Theme.touch + 2 * Theme.gap : 0
            anchors.top: parent.top
            board: wall.board
            height: implicitHeight
        }
        TileGrid {
            anchors.bottom: bar.top
            anchors.bottomMargin: Theme.gap
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: strip.bottom
            anchors.topMargin: Theme.gap
            board: wall.board
            classStep: wall.board.wall.classStep
            enabled: wall.touchable
            plenty: Math.round(Theme.shortSide * 0.1)
            touchable: wall.touchable
        }
        Item {
            id: bar

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            height: Theme.portrait ? 2 * wall.barHeight + Theme.gap : wall.barHeight

            Item {
                id: now

                height: wall.barHeight
                visible: wall.board.header.step !== ""
                width: visible ? (Theme.portrait ? parent.width * 0.45 : parent.width * 0.2) : 0

                Words {
                    id: step

                    color: Theme.soft
                    elide: Text.ElideRight
                    font.pixelSize: Math.round(wall.barHeight * 0.3)
                    fontSizeMode: Text.HorizontalFit
                    height: Math.round(wall.barHeight * 0.4)
                    minimumPixelSize: Theme.tiniest
                    objectName: "wall-step"
                    text: wall.board.header.step
                    width: parent.width
                    x: Theme.gap
                }
                Words {
                    anchors.bottom: parent.bottom
                    anchors.top: step.bottom
                    font.pixelSize: Math.round(wall.barHeight * 0.54)
                    font.weight: Font.Bold
                    objectName: "wall-left"
                    text: wall.board.header.remaining
                    x: Theme.gap
                }
            }
            Timeline {
                anchors.bottom: parent.bottom
                anchors.left: Theme.portrait ? parent.left : now.right
                anchors.leftMargin: Theme.portrait ? 0 : 2 * Theme.gap
                anchors.right: Theme.portrait || !climb.visible ? parent.right : climb.left
                anchors.rightMargin: Theme.portrait ? 0 : 2 * Theme.gap
                height: wall.barHeight
                view: wall.board.timeline
            }
            WallClimb {
                id: climb

                anchors.right: parent.right
                height: wall.barHeight
                wall: wall.board.wall
                width: Theme.portrait ? parent.width * 0.5 : parent.width * 0.27
            }
        }
    }
}
