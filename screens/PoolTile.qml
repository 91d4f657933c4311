// One strap of the club: its number, who has it, and how its battery is.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    // Roles of the model, PoolRow in shelf_view.py.
    required property int index
    required property int number
    required property string holder
    required property bool taken
    required property bool mine
    required property string battery
    required property bool low
    required property string used
    required property bool air
    required property bool chosen

    property int touched: 0
    readonly property bool lit: chosen || mine

    signal tapped(int number)

    Accessible.name: number
    Accessible.role: Accessible.Button
    objectName: "pool-" + number

    Accessible.onPressAction: tile.tapped(tile.number)

    Rectangle {
        anchors.fill: parent
        border.color: tile.lit ? Theme.accent : Theme.outline
        border.width: (tile.lit ? 2 : 1) * Theme.hairline
        color: tile.lit ? Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.28)) : tile.taken ? Theme.background : Theme.raised
        radius: Theme.radius
    }
    Words {
        id: digits

        anchors.verticalCenter: parent.verticalCenter
        color: tile.taken && !tile.lit ? Theme.soft : Theme.text
        font.pixelSize: Math.round(Math.min(tile.height * 0.62, tile.width * 0.24))
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        leftPadding: Theme.gap
        text: tile.number
        width: Math.round(tile.width * 0.35)
    }
    Column {
        id: lines

        readonly property int size: Math.max(Theme.smallest, Math.min(Theme.title, tile.width * 0.075, Math.round(tile.height * 0.19)))

        anchors.left: digits.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            elide: Text.ElideRight
            font.pixelSize: lines.size * 1.15
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.smallest
            objectName: "pool-holder"
            text: tile.holder
            width: parent.width
        }
        Row {
            spacing: 1.5 * Theme.gap
            width: parent.width

            LowBattery {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.noticeText
                height: lines.size * 0.7
                objectName: "pool-low"
                visible: tile.low
            }
            Words {
                color: tile.low ? Theme.noticeText : tile.lit ? Theme.text : Theme.soft
                font.pixelSize: lines.size
                font.weight: tile.low ? Font.DemiBold : Font.Normal
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.smallest
                objectName: "pool-battery"
                text: tile.battery
                width: parent.width - (sign.visible ? sign.width + parent.spacing : 0)
            }
        }
        Row {
            spacing: 1.5 * Theme.gap
            width: parent.width

            Rectangle {
                id: dot

                anchors.verticalCenter: parent.verticalCenter
                color: Theme.accent
                height: width
                radius: width / 2
                visible: tile.air
                width: Math.round(lines.size * 0.5)
            }
            Words {
                color: tile.lit ? Theme.text : tile.air ? Theme.accent : Theme.soft
                font.pixelSize: lines.size
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.smallest
                objectName: "pool-used"
                text: tile.air ? qsTr("on the air") : tile.used
                width: parent.width - (dot.visible ? dot.width + parent.spacing : 0)
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: 0.22
        radius: Theme.radius
        visible: handler.pressed
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        // Another strap may take this place while the finger is down: the one that was seen counts.
        onPressedChanged: {
            if (handler.pressed)
                tile.touched = tile.number;
        }
        onTapped: tile.tapped(tile.touched)
    }
}
