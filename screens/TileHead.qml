// The part of a tile that is read from far away.
pragma ComponentBehavior: Bound

import QtQuick

Rectangle {
    id: head

    required property Tile tile
    readonly property real size: tile.size
    readonly property bool urgent: tile.loudness > 0 && tile.word !== ""
    readonly property bool alarmed: tile.alert !== ""
    readonly property color ink: tile.loud || alarmed ? Theme.ink : Theme.text
    readonly property int nameHeight: Math.max(tile.lineSize * 1.3, size * 0.42)
    readonly property int numberHeight: Math.round(size * 0.84)
    readonly property int targetHeight: Math.round(tile.lineSize * 1.3)
    readonly property bool targetFits: tile.wide || tile.height - tile.swapRoom > tile.size * 2.35

    color: alarmed ? Theme.stop : tile.resting ? Theme.raised : tile.loud ? Theme.zone(tile.level) : Theme.quiet(tile.level)
    implicitHeight: nameHeight + numberHeight + (targetFits ? targetHeight : 0) + tile.pad
    radius: Theme.radius

    Item {
        anchors.centerIn: parent
        height: head.implicitHeight - head.tile.pad
        width: parent.width - 2 * head.tile.pad

        Words {
            id: name

            anchors.left: parent.left
            anchors.right: marks.left
            anchors.rightMargin: head.tile.pad / 2
            color: head.ink
            elide: Text.ElideRight
            font.pixelSize: head.tile.lineSize * 1.2
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            height: head.nameHeight
            minimumPixelSize: Math.max(Theme.tiniest, head.tile.lineSize * 0.75)
            objectName: "name"
            text: head.tile.name
        }
        Row {
            id: marks

            anchors.right: parent.right
            anchors.verticalCenter: name.verticalCenter
            spacing: head.tile.pad / 2

            LowBattery {
                anchors.verticalCenter: parent.verticalCenter
                colour: head.ink
                height: head.tile.lineSize * 0.6
                objectName: "battery"
                visible: head.tile.battery
            }
            Rectangle {
                border.color: head.ink
                border.width: Theme.hairline
                color: "transparent"
                height: stationText.implicitHeight
                radius: height * 0.25
                visible: head.tile.station !== "" && head.width > 9 * head.tile.lineSize
                width: stationText.implicitWidth + head.tile.lineSize * 0.5

                Words {
                    id: stationText

                    anchors.centerIn: parent
                    color: head.ink
                    font.pixelSize: Math.max(Theme.smallest, head.tile.lineSize * 0.92)
                    font.weight: Font.DemiBold
                    objectName: "station"
                    text: head.tile.station
                }
            }
            Rectangle {
                color: head.tile.loud || head.alarmed ? Theme.ink : Theme.zone(head.tile.level)
                height: zoneText.implicitHeight
                radius: height * 0.25
                visible: head.tile.zone !== ""
                width: zoneText.implicitWidth + head.tile.lineSize * 0.5

                Words {
                    id: zoneText

                    anchors.centerIn: parent
                    color: head.tile.loud || head.alarmed ? Theme.zone(head.tile.level) : Theme.ink
                    font.pixelSize: Math.max(Theme.smallest, head.tile.lineSize * 0.92)
                    font.weight: Font.Bold
                    objectName: "zone"
                    text: head.tile.zone
                }
            }
        }
        Item {
            id: middle

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: name.bottom
            height: head.numberHeight

            Words {
                id: number

                anchors.left: parent.left
                anchors.leftMargin: -0.05 * head.size // a one has much air before it
                anchors.verticalCenter: parent.verticalCenter
                color: head.ink
                font.letterSpacing: -0.03 * head.size
                font.pixelSize: head.size
                font.weight: Font.Bold
                height: parent.height
                objectName: "number"
                opacity: head.tile.faded ? 0.55 : 1
                text: head.tile.number
                visible: head.tile.note === ""
            }
            Words {
                anchors.baseline: number.baseline
                anchors.left: number.right
                anchors.leftMargin: 0.06 * head.size
                color: head.ink
                font.pixelSize: Math.round(head.size * 0.42)
                font.weight: Font.DemiBold
                objectName: "unit"
                opacity: number.opacity
                text: head.tile.unit
                visible: number.visible && text !== ""
            }
            Words {
                anchors.fill: parent
                anchors.rightMargin: aside.width > 0 ? aside.width + head.tile.pad / 2 : 0
                color: head.ink
                font.pixelSize: Math.max(Theme.smallest, Math.min(head.size * 0.36, head.tile.lineSize * 1.5))
                font.weight: Font.Medium
                fontSizeMode: Text.Fit
                minimumPixelSize: Theme.tiniest
                objectName: "note"
                text: head.tile.note
                visible: head.tile.note !== ""
                wrapMode: Text.WordWrap
            }
            Column {
                id: aside

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Math.round(head.size * 0.04)

                Sign {
                    anchors.horizontalCenter: parent.horizontalCenter
                    colour: head.ink
                    height: width
                    hole: head.color
                    kind: head.tile.sign
                    objectName: "sign"
                    opacity: number.opacity
                    width: head.tile.sign === "" ? 0 : Math.round(head.size * (head.alarmed ? 0.58 : head.tile.share === "" ? 0.52 : 0.46))
                }
                Words {
                    id: shareText

                    anchors.horizontalCenter: parent.horizontalCenter
                    color: head.ink
                    font.pixelSize: Math.max(Theme.tiniest, Math.round(head.size * 0.24))
                    font.weight: Font.Medium
                    objectName: "share"
                    opacity: head.tile.faded ? 0.75 : 1
                    text: head.tile.share
                    visible: text !== "" && !head.alarmed
                }
            }
        }
        Item {
            id: both

            // Where only one has room, the word is for those who should do something.
            readonly property bool fit: target.implicitWidth + word.implicitWidth + head.tile.pad <= width

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: middle.bottom
            height: head.targetHeight
            visible: head.targetFits

            Words {
                id: target

                anchors.left: parent.left
                color: head.ink
                font.pixelSize: head.tile.lineSize
                height: parent.height
                objectName: "target"
                text: head.tile.target
                visible: both.fit || !head.urgent
            }
            Words {
                id: word

                anchors.right: parent.right
                color: head.ink
                font.pixelSize: head.tile.lineSize
                font.weight: Font.DemiBold
                height: parent.height
                objectName: "word"
                text: head.tile.word
                visible: both.fit || head.urgent
            }
        }
    }
}
