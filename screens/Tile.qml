// One athlete: head with name, zone, number and sign; below or beside it the curve and the step.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: tile

    // Roles of the model, TileFace in faces.py.
    required property int index
    required property int athlete
    required property bool occupied
    required property string name
    required property string number
    required property bool faded
    required property string zone
    required property int level
    required property string sign
    required property string word
    required property int loudness
    required property string target
    required property string note
    required property string step
    required property bool doing
    required property string remaining
    required property string grade
    required property string hint
    required property bool battery
    required property bool resting
    required property string station
    required property int swap
    required property string take
    required property string rival
    required property string alert
    required property string place
    required property int revision

    property Traces traces: null
    property real size: 60
    property bool wide: false

    readonly property bool loud: loudness === 2
    // Before there is a curve its room is the number's.
    readonly property bool beside: wide && revision > 0
    readonly property int pad: Math.max(4, Math.round(size * 0.12))
    readonly property int lineSize: Math.max(Theme.smallest, Math.round(Math.min(size * 0.28, Theme.title * (wide ? 2 : 1.6))))

    // In a small tile there is no room for a finger: its page has the button then.
    readonly property bool swaps: swap >= 0 && height >= 2.6 * Theme.touch && width >= 2.4 * Theme.touch

    signal tapped
    signal swapped

    Accessible.name: name
    Accessible.role: Accessible.Button
    objectName: "tile-" + athlete
    visible: occupied

    Accessible.onPressAction: tile.tapped()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        radius: Theme.radius
    }
    TileHead {
        id: head

        // Where there is no curve its room is the number's.
        height: tile.beside ? tile.height : body.curved ? implicitHeight : Math.max(implicitHeight, tile.height - body.linesHeight - (tile.swaps ? swapButton.height + Theme.gap : 0))
        tile: tile
        width: tile.beside ? Math.round(tile.width * 0.46) : tile.width
    }
    TileBody {
        id: body

        room: (tile.beside ? tile.height : tile.height - head.implicitHeight) - (tile.swaps ? swapButton.height + Theme.gap : 0)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: tile.swaps ? swapButton.height + Theme.gap : 0
        anchors.left: tile.beside ? head.right : parent.left
        anchors.right: parent.right
        anchors.top: tile.beside ? parent.top : head.bottom
        tile: tile
    }
    Rectangle {
        anchors.fill: parent
        border.color: tile.alert !== "" ? Theme.stop : tile.loud ? Theme.zone(tile.level) : Theme.text
        border.width: tile.loudness === 0 ? 0 : tile.loud ? Math.max(3, tile.pad / 2) : Math.max(1, tile.pad / 5)
        color: "transparent"
        radius: Theme.radius
        visible: tile.loudness > 0
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: 0.16
        radius: Theme.radius
        visible: handler.pressed
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: tile.tapped()
    }
    StationButton {
        id: swapButton

        anchors.bottom: parent.bottom
        anchors.left: tile.beside ? head.right : parent.left
        anchors.margins: Theme.gap
        anchors.right: parent.right
        aside: tile.rival === "" ? "" : tile.rival + " steps off"
        chosen: false
        height: Math.max(Theme.touch, Math.min(1.5 * Theme.touch, tile.height * 0.2))
        index: 0
        objectName: "swap-" + tile.swap
        place: tile.swap
        primary: true
        title: tile.take
        visible: tile.swaps

        onTapped: tile.swapped()
    }
}
