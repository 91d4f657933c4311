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
    required property string unit
    required property string share
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
    required property int glide

    property Traces traces: null
    // Where the tile of that place is.
    property var placeAt: null
    // Goes on and off while somebody is called for; always on where nothing may move.
    property bool lit: true
    // Whom the finger saw when it came down, whoever is here when it is lifted.
    property int aimed: 0

    property real size: 60
    property bool wide: false
    // Somebody may touch it; where nobody can, nothing asks for it.
    property bool touchable: true
    // What the class does, where that is said once for all of them.
    property string classStep: ""

    readonly property bool loud: loudness === 2
    readonly property bool called: alert !== ""
    // Before there is a curve its room is the number's.
    readonly property bool traced: revision > 0
    readonly property bool beside: wide && traced
    readonly property int pad: Math.max(4, Math.round(size * 0.12))
    readonly property int lineSize: Math.max(Theme.smallest, Math.round(Math.min(size * 0.28, Theme.title * (wide ? 2 : 1.6))))

    // In a small tile there is no room for a finger: its page has the button then.
    readonly property bool swaps: touchable && swap >= 0 && height >= 2.6 * Theme.touch && width >= 2.4 * Theme.touch

    readonly property real swapRoom: swaps ? swapButton.height + Theme.gap : 0

    signal tapped(int athlete)
    signal swapped(int place, int athlete)

    Accessible.name: name
    Accessible.role: Accessible.Button
    objectName: "tile-" + athlete
    visible: occupied
    z: called ? 1 : 0

    transform: Translate {
        id: shift

    }

    Accessible.onPressAction: tile.tapped(tile.athlete)
    // From where it was to where it is, as long as nothing runs.
    onGlideChanged: {
        if (glide < 0 || placeAt === null || Theme.motion === 0)
            return;
        const from = placeAt(glide % 1000);
        slideX.from = from.x - tile.x;
        slideY.from = from.y - tile.y;
        slide.restart();
    }

    ParallelAnimation {
        id: slide

        NumberAnimation {
            id: slideX

            duration: Theme.motion
            easing.type: Easing.OutCubic
            property: "x"
            target: shift
            to: 0
        }
        NumberAnimation {
            id: slideY

            duration: Theme.motion
            easing.type: Easing.OutCubic
            property: "y"
            target: shift
            to: 0
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        radius: Theme.radius
    }
    TileHead {
        id: head

        // Where there is no curve its room is the number's.
        height: tile.beside ? tile.height : body.curved ? implicitHeight : Math.max(implicitHeight, tile.height - body.linesHeight - tile.swapRoom)
        tile: tile
        width: tile.beside ? Math.round(tile.width * 0.46) : tile.width
    }
    TileBody {
        id: body

        room: (tile.beside ? tile.height : tile.height - head.implicitHeight) - tile.swapRoom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: tile.swapRoom
        anchors.left: tile.beside ? head.right : parent.left
        anchors.right: parent.right
        anchors.top: tile.beside ? parent.top : head.bottom
        tile: tile
    }
    Rectangle {
        anchors.fill: parent
        border.color: tile.loud ? Theme.zone(tile.level) : Theme.text
        border.width: tile.loudness === 0 ? 0 : tile.loud ? Math.max(3, tile.pad / 2) : Math.max(1, tile.pad / 5)
        color: "transparent"
        radius: Theme.radius
        visible: tile.loudness > 0 && !tile.called
    }
    // Called for: the frame grows out into the gap between the tiles, and covers nothing.
    Rectangle {
        readonly property int rim: Math.max(3, Theme.gap - 1)

        anchors.fill: parent
        anchors.margins: -rim
        border.color: tile.lit ? Theme.text : Theme.stop
        border.width: rim + 2 * Theme.hairline
        color: "transparent"
        objectName: "called"
        radius: Theme.radius + rim
        visible: tile.called
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

        onPressedChanged: if (pressed)
            tile.aimed = tile.athlete
        onTapped: tile.tapped(tile.aimed)
    }
    StationButton {
        id: swapButton

        anchors.bottom: parent.bottom
        anchors.left: tile.beside ? head.right : parent.left
        anchors.margins: Theme.gap
        anchors.right: parent.right
        aside: tile.rival === "" ? "" : qsTr("%1 steps off").arg(tile.rival)
        chosen: false
        height: Math.max(Theme.touch, Math.min(1.5 * Theme.touch, tile.height * 0.2))
        index: 0
        objectName: "swap-" + tile.swap
        place: tile.swap
        primary: true
        title: tile.take
        visible: tile.swaps

        onTapped: tile.swapped(tile.swap, tile.athlete)
    }
}
