// The numbers as a code: a telephone reads them as plain text, without any network.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: card

    required property string text
    required property int reading
    // As small as a telephone still reads it.
    readonly property real least: code.modules * Math.max(3, Math.ceil(0.7 * Theme.pixelsPerMm - 0.000001))
    readonly property real below: Math.round(reading * 1.5)

    color: Theme.surface
    objectName: "summary-code"
    radius: Theme.radius

    QrCode {
        id: code

        anchors.bottom: words.top
        anchors.left: parent.left
        anchors.margins: Theme.gap
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottomMargin: 0
        objectName: "qr-code"
        text: card.text
    }
    Words {
        id: words

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap / 2
        color: Theme.soft
        font.pixelSize: Math.round(card.reading * 0.8)
        fontSizeMode: Text.HorizontalFit
        height: card.below - Theme.gap
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.smallest
        text: qsTr("Scan to keep your numbers")
        width: parent.width - 2 * x
        x: Theme.gap
    }
}
