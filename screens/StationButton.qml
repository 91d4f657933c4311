// One station: to take it, to step off it, or to start on it.
pragma ComponentBehavior: Bound

import QtQuick

BigButton {
    id: station

    // Roles of the model, StationRow in stations.py.
    required property int index
    required property int place
    required property string title
    required property string aside
    required property bool chosen

    property bool picks: false

    Accessible.name: title

    Rectangle {
        anchors.fill: parent
        border.color: Theme.accent
        border.width: 2 * Theme.hairline
        color: Qt.alpha(Theme.accent, 0.28)
        radius: Theme.radius
        visible: station.picks && station.chosen
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 4 * Theme.gap

        Words {
            elide: Text.ElideRight
            color: station.filled ? station.inked : Theme.text
            font.pixelSize: Math.round(Math.min(1.3 * Theme.body, station.height * 0.38))
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.smallest
            objectName: "station-title"
            text: station.title
            width: parent.width
        }
        Words {
            color: station.filled ? station.inked : station.picks && station.chosen ? Theme.text : Theme.soft
            elide: Text.ElideRight
            font.pixelSize: Math.round(Math.min(Theme.body, station.height * 0.3))
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.smallest
            objectName: "station-aside"
            text: station.aside
            width: parent.width
        }
    }
}
