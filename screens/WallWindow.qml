// The second display: the wall alone, for the coach. No touch on it changes anything.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Window {
    id: window

    required property Board board
    property real diagonalInch: 43

    color: Theme.background
    height: 1080
    title: qsTr("Switchback: the wall")
    width: 1920

    Binding {
        property: "windowWidth"
        target: Theme
        value: window.width
    }
    Binding {
        property: "windowHeight"
        target: Theme
        value: window.height
    }
    Binding {
        property: "diagonalInch"
        target: Theme
        value: window.diagonalInch
    }
    Binding {
        property: "light"
        target: Theme
        value: window.board.header.empty && !window.board.stop.stoppable && !window.board.stop.stopped
    }
    Binding {
        property: "reducedMotion"
        target: Theme
        value: window.board.reducedMotion
    }
    Wall {
        anchors.fill: parent
        anchors.margins: Theme.gap
        board: window.board
        enabled: false
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.stop
        objectName: "wall-stop"
        visible: window.board.stop.stopped

        Words {
            anchors.fill: parent
            anchors.margins: 4 * Theme.gap
            color: Theme.ink
            font.pixelSize: Math.round(window.width * 0.17)
            font.weight: Font.Black
            fontSizeMode: Text.Fit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.title
            text: qsTr("STEP OFF")
        }
    }
}
