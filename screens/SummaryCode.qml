// The numbers as a code: a telephone reads them as plain text, without any network.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: card

    required property string text
    required property int reading
    property string hint: qsTr("Scan to keep your numbers")
    // As small as a telephone still reads it.
    readonly property real least: code.modules * Math.max(3, Math.ceil(0.7 * Theme.pixelsPerMm - 0.000001))
    readonly property real below: Math.round(reading * 2)
    readonly property real side: Math.max(0, Math.min(width - 2 * Theme.gap, height - below - 2 * Theme.gap))

    color: Theme.surface
    objectName: "summary-code"
    radius: Theme.radius

    QrCode {
        id: code

        height: card.side
        objectName: "qr-code"
        text: card.text
        width: card.side
        x: Math.round((card.width - width) / 2)
        y: Math.round((card.height - height - card.below) / 2)
    }
    Words {
        id: words

        anchors.top: code.bottom
        color: Theme.soft
        font.pixelSize: Math.round(card.reading * 0.8)
        fontSizeMode: Text.Fit
        height: card.below
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.smallest
        text: card.hint
        width: parent.width - 2 * x
        wrapMode: Text.WordWrap
        x: Theme.gap
    }
}
