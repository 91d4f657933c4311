// Colours, spacing and type sizes of the whole window: the only place that names one.
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

    readonly property real shortSide: Math.min(windowWidth, windowHeight)
    readonly property bool portrait: windowHeight > windowWidth

    // Fingers are measured in millimetres: 9 of them, on a panel of 7 inches unless told otherwise.
    readonly property real pixelsPerMm: Math.hypot(windowWidth, windowHeight) / (25.4 * (diagonalInch > 0 ? diagonalInch : (Math.max(windowWidth, windowHeight) > 1280 ? 24 : 7)))
    readonly property int touch: Math.max(48, Math.ceil(9 * pixelsPerMm), Math.round(shortSide * 0.074))

    readonly property int gap: Math.max(4, Math.round(shortSide * 0.0085))
    readonly property int margin: gap * 2
    readonly property int radius: gap
    readonly property int hairline: Math.max(1, Math.round(shortSide / 540))

    readonly property int small: Math.max(11, Math.round(shortSide * 0.0225))
    readonly property int body: Math.max(13, Math.round(shortSide * 0.0275))
    readonly property int title: Math.max(18, Math.round(shortSide * 0.038))
    readonly property int plenty: Math.round(shortSide * 0.076)
    readonly property int smallest: 11
    readonly property int tiniest: 9

    readonly property color background: "#0A0D11"
    readonly property color surface: "#161B22"
    readonly property color raised: "#232B36"
    readonly property color outline: "#3A4553"
    readonly property color zoneless: "#647182"
    readonly property color text: "#F2F5F8"
    readonly property color soft: "#A7B3C0"
    readonly property color ink: "#0A0D11"
    readonly property color accent: "#B4C0FF"
    readonly property color danger: "#FFB4A8"
    readonly property color alarm: "#4A1E1A"
    readonly property color stop: "#FF5A4A"
    readonly property color notice: "#3B3115"
    readonly property color noticeText: "#FFE2A0"
    readonly property color scrim: "#D0050709"

    readonly property list<color> zones: ["#8D99A6", "#D9DEE5", "#7CC4F0", "#2E9E83", "#F2C230", "#E8604C"]

    // The colour of how a device is; its sign's shape and its word say the same.
    function health(verdict: string): color {
        return verdict === "problem" ? danger : verdict === "note" ? noticeText : zones[3];
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
