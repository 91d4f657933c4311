// Everybody has been stopped: step off, whatever page it was. The ways on are small and far apart.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: cover

    required property StopModel stop

    color: Theme.stop
    objectName: "stop-cover"
    visible: stop.covers

    // No touch gets through to what is below.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Column {
        anchors.left: parent.left
        anchors.margins: 6 * Theme.gap
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -Theme.touch / 2
        spacing: 4 * Theme.gap

        Words {
            color: Theme.ink
            font.pixelSize: Math.round(cover.width * 0.17)
            font.weight: Font.Black
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.title
            objectName: "step-off-now"
            text: qsTr("STEP OFF")
            width: parent.width
        }
        Words {
            color: Theme.ink
            font.pixelSize: Math.round(Theme.title * 1.4)
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            objectName: "stop-sentence"
            text: qsTr("Everybody stops. Feet onto the side rails, hold on, switch the machine off. What has been recorded is kept.")
            width: parent.width
            wrapMode: Text.WordWrap
        }
    }
    BigButton {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: 3 * Theme.gap
        enabled: !cover.stop.question.asked
        label: qsTr("Go on")
        objectName: "go-on"
        width: 2.4 * Theme.touch

        onTapped: cover.stop.goOn()
    }
    BigButton {
        anchors.bottom: parent.bottom
        anchors.margins: 3 * Theme.gap
        anchors.right: parent.right
        colour: Theme.danger
        enabled: !cover.stop.question.asked
        label: qsTr("End all")
        objectName: "end-all"
        width: 2.4 * Theme.touch

        onTapped: cover.stop.endAll()
    }
    QuestionCard {
        anchors.fill: parent
        model: cover.stop.question
    }
}
