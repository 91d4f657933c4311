// Colours, spacing, type sizes and motion of the whole window: the only place that names one.
pragma Singleton

import QtQuick

QtObject {
    id: theme

    // Set by Main.qml.
    property real windowWidth: 1280
    property real windowHeight: 720
    property real diagonalInch: 0
    // As wide as the stop sign and the air before it, on the pages where it lies over the corner.
    property real corner: 0
    // The stop sign over everything is the one that counts: a page draws none of its own.
    property bool stopAbove: false
    // Paper while nobody is here and nothing runs; night as soon as somebody trains.
    property bool light: false
    property bool reducedMotion: false
    // The stop sign and the buttons are at the left, the numbers at the right.
    property bool leftHanded: false

    readonly property real shortSide: Math.min(windowWidth, windowHeight)
    readonly property bool portrait: windowHeight > windowWidth
    // What of the corner is at the left.
    readonly property real leftCorner: leftHanded ? corner : 0

    // Fingers are measured in millimetres: 9 of them, on a panel of 7 inches unless told otherwise.
    readonly property real pixelsPerMm: Math.hypot(windowWidth, windowHeight) / (25.4 * (diagonalInch > 0 ? diagonalInch : (Math.max(windowWidth, windowHeight) > 1280 ? 24 : 7)))
    readonly property int touch: Math.max(48, Math.ceil(9 * pixelsPerMm), Math.round(shortSide * 0.074))

    // How long something takes to move, ms; nothing that moves says what a still picture does not.
    readonly property int motion: reducedMotion ? 0 : 160

    // -- room: gap between things, margin around them, room between groups, air between blocks
    readonly property int gap: Math.max(4, Math.round(shortSide * 0.0085))
    readonly property int margin: gap * 2
    readonly property int room: gap * 4
    readonly property int air: gap * 8
    readonly property int radius: Math.round(gap * 1.5)
    readonly property int hairline: Math.max(1, Math.round(shortSide / 540))

    // -- letters: small asides, body, title, a page's headline, a figure, and the idle clock
    readonly property int small: Math.max(11, Math.round(shortSide * 0.0225))
    readonly property int body: Math.max(13, Math.round(shortSide * 0.0275))
    readonly property int title: Math.max(18, Math.round(shortSide * 0.038))
    readonly property int headline: Math.round(title * 1.3)
    readonly property int plenty: Math.round(shortSide * 0.076)
    readonly property int display: Math.round(shortSide * 0.22)
    readonly property int smallest: 11
    readonly property int tiniest: 9

    // -- colours: text and soft are read on background, surface and raised; ink on zones and stop;
    // accentInk on accent; noticeText on notice; danger on alarm, too
    readonly property color background: light ? "#EEF2F7" : "#0A0D11"
    readonly property color surface: light ? "#FFFFFF" : "#161B22"
    readonly property color raised: light ? "#E1E7EF" : "#232B36"
    readonly property color outline: light ? "#798695" : "#3A4553"
    readonly property color zoneless: light ? "#BFC8D3" : "#566273"
    readonly property color text: light ? "#10161D" : "#F2F5F8"
    readonly property color soft: light ? "#38434F" : "#B3BECA"
    readonly property color ink: "#0A0D11"
    readonly property color dusk: "#7C8794" // read on ink, in a dark room
    readonly property color accent: light ? "#3B46B4" : "#B4C0FF"
    readonly property color accentInk: light ? "#FFFFFF" : "#0A0D11"
    readonly property color good: light ? "#17705A" : "#2E9E83"
    readonly property color danger: light ? "#A3231A" : "#FFB4A8"
    readonly property color alarm: light ? "#FFDCD6" : "#4A1E1A"
    readonly property color stop: "#FF5A4A"
    readonly property color notice: light ? "#FFEBB8" : "#3B3115"
    readonly property color noticeText: light ? "#5F4300" : "#FFE2A0"
    readonly property color scrim: light ? "#B0202833" : "#D0050709"

    // Below the first zone, and zones 1 to 5: told apart by any eye. Written on in ink.
    readonly property list<color> zones: ["#8D99A6", "#D9DEE5", "#7CC4F0", "#2E9E83", "#F2C230", "#E8604C"]

    // The colour of how a device is; its sign's shape and its word say the same.
    function health(verdict: string): color {
        return verdict === "problem" ? danger : verdict === "note" ? noticeText : good;
    }

    // The colour of zone 1 to 5; 0 is below the first, less is no zone.
    function zone(level: int): color {
        return level < 0 ? outline : zones[level];
    }

    // The same, quiet enough for sixteen of them to be looked at together.
    function quiet(level: int): color {
        return level < 0 ? raised : Qt.tint(surface, Qt.alpha(zones[level], 0.34));
    }
}
