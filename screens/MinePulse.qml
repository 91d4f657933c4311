// Where to go, the heart rate as large as it can be, its zone, and where it stands in the band.
pragma ComponentBehavior: Bound

import QtQuick

Rectangle {
    id: pulse

    required property MineBody mine
    readonly property int pad: 2 * Theme.gap
    readonly property real free: height - way.height - zoneRow.height - 3 * pad
    readonly property real digits: width - 2 * pad - (mine.gauged ? gauge.width + pad : 0)
    readonly property int size: Math.round(Math.min(digits / 2.1, free / 0.86))

    clip: true
    color: Theme.quiet(mine.level)
    radius: Theme.radius

    WayStrip {
        id: way

        aside: pulse.mine.aside
        height: Math.round(Math.min(pulse.height * 0.3, pulse.width * 0.26))
        level: pulse.mine.level
        reading: pulse.mine.reading
        sign: pulse.mine.sign
        urgent: pulse.mine.urgent
        width: parent.width
        word: pulse.mine.word
    }
    Row {
        id: zoneRow

        anchors.left: parent.left
        anchors.margins: pulse.pad
        anchors.top: way.bottom
        height: Math.round(pulse.mine.reading * 1.5)
        spacing: pulse.pad

        Rectangle {
            color: Theme.zone(pulse.mine.level)
            height: parent.height
            radius: height * 0.25
            visible: pulse.mine.zone !== ""
            width: zoneText.implicitWidth + pulse.mine.reading

            Words {
                id: zoneText

                anchors.centerIn: parent
                color: Theme.ink
                font.pixelSize: pulse.mine.reading
                font.weight: Font.Bold
                objectName: "mine-zone"
                text: pulse.mine.zone
            }
        }
        Words {
            font.pixelSize: pulse.mine.reading * 0.72
            height: parent.height
            objectName: "mine-estimated"
            text: qsTr("estimated")
            visible: pulse.mine.estimated
        }
        LowBattery {
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.text
            height: pulse.mine.reading * 0.7
            objectName: "mine-battery"
            visible: pulse.mine.battery
        }
    }
    // Over the number's end, where it costs its digits no room.
    Words {
        color: Theme.text
        font.pixelSize: Math.round(pulse.mine.reading * 0.9)
        font.weight: Font.Medium
        height: zoneRow.height
        objectName: "mine-unit"
        text: pulse.mine.unit
        visible: text !== "" && pulse.mine.note === "" && x > zoneRow.x + zoneRow.width + pulse.pad
        x: middle.x + middle.width - implicitWidth
        y: zoneRow.y
    }
    Item {
        id: middle

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: pulse.pad
        anchors.top: zoneRow.bottom
        width: pulse.digits

        Words {
            anchors.centerIn: parent
            font.letterSpacing: -0.03 * pulse.size
            font.pixelSize: pulse.size
            font.weight: Font.Bold
            height: parent.height
            objectName: "mine-number"
            opacity: pulse.mine.faded ? 0.4 : 1
            text: pulse.mine.number
            visible: pulse.mine.note === ""
        }
        Words {
            anchors.fill: parent
            font.pixelSize: Math.round(Math.min(pulse.digits / 5.2, pulse.free / 2.6))
            font.weight: Font.DemiBold
            fontSizeMode: Text.Fit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.title
            objectName: "mine-note"
            text: pulse.mine.note
            visible: pulse.mine.note !== ""
            wrapMode: Text.WordWrap
        }
    }
    BandGauge {
        id: gauge

        anchors.bottom: parent.bottom
        anchors.margins: pulse.pad
        anchors.right: parent.right
        anchors.top: way.bottom
        beyond: pulse.mine.beyond
        faded: pulse.mine.faded
        high: pulse.mine.high
        highest: pulse.mine.highest
        level: pulse.mine.wanted
        low: pulse.mine.low
        lowest: pulse.mine.lowest
        marked: pulse.mine.marked
        marker: pulse.mine.marker
        reading: Math.round(pulse.mine.reading * 1.1)
        visible: pulse.mine.gauged
        width: reading * 5.2
    }
}
