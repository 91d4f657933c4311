// A key of the PIN pad: a digit counts when the finger comes down, and no sign shows which it was.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: key

    required property string code
    property bool ready: false
    readonly property bool enter: code === "enter"
    readonly property bool back: code === "backspace"
    readonly property bool filled: enter && ready

    signal struck

    Accessible.name: enter ? qsTr("OK") : back ? qsTr("Delete") : code
    Accessible.role: Accessible.Button
    objectName: "pin-" + code
    opacity: enabled ? 1 : 0.35

    Accessible.onPressAction: key.struck()

    Rectangle {
        anchors.fill: parent
        anchors.margins: Math.ceil(Theme.gap / 2)
        readonly property color usual: key.filled ? Theme.accent : key.enter || key.back ? "transparent" : Theme.surface

        border.color: key.filled ? "transparent" : Theme.outline
        border.width: Theme.hairline
        color: !handler.pressed ? usual : Qt.tint(usual, Qt.alpha(key.filled ? Theme.accentInk : Theme.text, 0.18))
        radius: Theme.radius

        Words {
            anchors.centerIn: parent
            color: key.filled ? Theme.accentInk : key.enter ? Theme.soft : Theme.text
            font.pixelSize: Math.min(parent.height * 0.46, parent.width * 0.42)
            font.weight: Font.DemiBold
            text: key.enter ? qsTr("OK") : key.code
            visible: !key.back
        }
        Loader {
            active: key.back
            anchors.centerIn: parent
            height: Math.min(parent.height, parent.width) * 0.34
            width: height

            sourceComponent: KeySign {
                code: "backspace"
                colour: Theme.text
            }
        }
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onPressedChanged: {
            if (handler.pressed && !key.enter)
                key.struck();
        }
        // This one changes what is under the finger, so it waits until the finger is away.
        onTapped: {
            if (key.enter)
                key.struck();
        }
    }
}
