// The club's straps: to take one in the middle of a session, to give one back, to add one.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property ShelfModel view

    readonly property bool several: view.straps.turns
    // As few columns as still show every strap: fewer columns are larger tiles.
    readonly property int mostColumns: Math.max(1, Math.floor((width + Theme.gap) / (4 * Theme.touch + Theme.gap)))
    readonly property int fewestColumns: Math.min(mostColumns, Math.ceil((width + Theme.gap) / (7 * Theme.touch + Theme.gap)))
    readonly property int columns: Math.max(fewestColumns, Math.min(mostColumns, Math.ceil(view.straps.total / rowRoom)))
    readonly property real leastHeight: 1.5 * Theme.touch
    // The strap's own line is always left room for: nothing moves under a finger when it comes.
    readonly property real gridHeight: height - grid.y - Theme.touch - Theme.gap
    readonly property int rowRoom: Math.max(1, Math.floor((gridHeight + Theme.gap) / (leastHeight + Theme.gap)))
    readonly property real tileWidth: (width - (columns - 1) * Theme.gap) / columns
    readonly property int shownRows: Math.min(rowRoom, Math.max(1, Math.ceil(view.straps.total / columns)))
    readonly property real tileHeight: Math.min(2.6 * Theme.touch, (gridHeight - (shownRows - 1) * Theme.gap) / shownRows)
    readonly property real chipWidth: 3.2 * Theme.touch
    readonly property int chipRoom: Math.floor((width - appeared.width) / (chipWidth + Theme.gap))
    readonly property int capacity: mostColumns * rowRoom

    function fit() {
        view.fit(chipRoom);
        view.straps.fit(capacity, capacity);
    }

    Component.onCompleted: {
        fit();
        view.refresh();
    }
    onCapacityChanged: fit()
    onChipRoomChanged: fit()

    PageHead {
        id: head

        title: page.view.title
        titleRoom: width - 2.6 * Theme.touch - (add.visible ? add.width : 0)
        width: parent.width

        onBack: page.view.goBack()

        BigButton {
            id: add

            anchors.right: parent.right
            label: qsTr("Add a strap")
            objectName: "add-strap"
            primary: page.view.straps.total === 0
            visible: !page.view.chooses && !page.view.adding

            onTapped: page.view.addStrap()
        }
    }
    NoticeBar {
        id: notice

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: visible ? Theme.gap : 0
        height: implicitHeight
        notices: page.view.notices
    }
    Item {
        id: fresh

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: notice.bottom
        anchors.topMargin: Theme.gap
        height: visible ? Theme.touch : 0
        visible: page.view.chooses && page.view.hasFresh

        Words {
            id: appeared

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.soft
            font.pixelSize: Theme.body
            leftPadding: Theme.gap
            rightPadding: 2 * Theme.gap
            text: qsTr("Just\nappeared")
        }
        Repeater {
            model: page.view.fresh

            delegate: StrapChip {
                height: Theme.touch
                width: page.chipWidth
                x: appeared.width + index * (page.chipWidth + Theme.gap)

                onTapped: page.view.askWear(strap)
            }
        }
    }
    Item {
        id: grid

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: fresh.bottom
        anchors.topMargin: Theme.gap
        opacity: page.view.pending ? 0.4 : 1
        visible: !page.view.adding

        Repeater {
            model: page.view.straps.rows

            delegate: PoolTile {
                height: page.tileHeight
                width: page.tileWidth
                x: (index % page.columns) * (page.tileWidth + Theme.gap)
                y: Math.floor(index / page.columns) * (page.tileHeight + Theme.gap)

                onTapped: number => page.view.touchStrap(number)
            }
        }
        EmptyState {
            advice: page.view.empty
            anchors.centerIn: parent
            name: "no-straps"
            sign: "shelf"
            title: page.view.empty === "" ? "" : qsTr("No club strap yet")
            width: Math.min(parent.width - 4 * Theme.gap, 13 * Theme.touch)
        }
    }
    ShelfBar {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        turns: page.several
        view: page.view
        visible: !page.view.adding
    }
    ShelfAdd {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: fresh.bottom
        anchors.topMargin: Theme.gap
        pending: page.view.pending
        view: page.view.add
        visible: page.view.adding
    }
}
