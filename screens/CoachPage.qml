// Everything that a coach may do, in large tiles, and the way out.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property CoachMenuModel view
    readonly property int columns: Theme.portrait ? 2 : tiles.count > 4 ? 3 : 2
    readonly property int rows: Math.max(1, Math.ceil(tiles.count / columns))
    readonly property real tileWidth: (width - (columns - 1) * 2 * Theme.gap) / columns
    readonly property real tileHeight: Math.min(Math.max(3.4 * Theme.touch, 0.34 * Theme.shortSide), (height - head.height - 3 * Theme.gap - (rows - 1) * 2 * Theme.gap) / rows)

    PageHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        title: page.view.name
        titleRoom: width - signOut.width - 2.4 * Theme.touch - 6 * Theme.gap

        onBack: page.view.signOut()

        BigButton {
            id: signOut

            anchors.right: parent.right
            label: qsTr("Sign out")
            objectName: "sign-out"

            onTapped: page.view.signOut()
        }
    }
    Item {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: 3 * Theme.gap

        Repeater {
            id: tiles

            model: page.view.rows

            delegate: MenuTile {
                id: tile

                required property int index

                height: page.tileHeight
                width: page.tileWidth
                x: (index % page.columns) * (page.tileWidth + 2 * Theme.gap)
                y: Math.floor(index / page.columns) * (page.tileHeight + 2 * Theme.gap)

                onTapped: page.view.open(tile.page)
            }
        }
    }
}
