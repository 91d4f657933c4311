// A button for wet fingers: at least nine millimetres, and another finger on the glass is no harm.
// It sinks at once when it is touched; while it cannot be pressed it is an outline with soft words.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: button

    property string label
    property string detail
    property bool primary: false
    // In the colour of the stop sign.
    property bool alarming: false
    property color colour: Theme.text
    property real labelSize: Theme.body * 1.1
    property real detailSize: Theme.small

    readonly property bool filled: enabled && (alarming || primary)
    readonly property color inked: alarming ? Theme.ink : Theme.accentInk

    signal tapped

    Accessible.name: label
    Accessible.role: Accessible.Button
    implicitHeight: Theme.touch
    implicitWidth: Math.max(Theme.touch, natural.width + 4 * Theme.gap, naturalDetail.width + 4 * Theme.gap)

    Accessible.onPressAction: button.tapped()

    Rectangle {
        anchors.fill: parent
        anchors.margins: handler.pressed ? 2 * Theme.hairline : 0
        border.color: button.filled ? "transparent" : Theme.outline
        border.width: button.filled ? 0 : Theme.hairline
        color: button.filled ? (button.alarming ? Theme.stop : Theme.accent) : button.enabled ? Theme.raised : "transparent"
        radius: Theme.radius

        Rectangle {
            anchors.fill: parent
            color: button.filled ? button.inked : Theme.text
            opacity: !handler.pressed ? 0 : button.filled && !button.alarming ? 0.22 : 0.14
            radius: parent.radius
        }
    }
    // Never through Column: the letters shrink and break to what room there is, not the other way.
    TextMetrics {
        id: natural

        font.pixelSize: button.labelSize
        font.weight: Font.DemiBold
        text: button.label
    }
    TextMetrics {
        id: naturalDetail

        font.pixelSize: button.detailSize
        text: button.detail
    }
    Words {
        id: head

        readonly property real most: button.height - 2 * Theme.hairline - (detailed.visible ? detailed.height : 0)

        anchors.horizontalCenter: parent.horizontalCenter
        color: button.filled ? button.inked : button.enabled ? button.colour : Theme.soft
        font.pixelSize: button.labelSize
        font.weight: Font.DemiBold
        fontSizeMode: Text.Fit
        height: detailed.visible ? Math.min(most, natural.height * 1.1) : most
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.smallest
        text: button.label
        width: parent.width - 2 * Theme.gap
        wrapMode: Text.WordWrap
        y: (parent.height - height - (detailed.visible ? detailed.height : 0)) / 2
    }
    Words {
        id: detailed

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: head.bottom
        color: button.filled ? button.inked : handler.pressed ? Theme.text : Theme.soft
        font.pixelSize: button.detailSize
        fontSizeMode: Text.HorizontalFit
        height: naturalDetail.height
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.smallest
        text: button.detail
        visible: button.detail !== ""
        width: parent.width - 2 * Theme.gap
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: button.tapped()
    }
}
