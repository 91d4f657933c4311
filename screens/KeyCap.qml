// One key: it counts when the finger comes down, and shows above the finger what it was.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: cap

    required property string code
    required property string label
    required property real column
    required property int line
    required property real span
    required property bool letter
    required property bool lit
    property string struckLabel
    // The key may say something else before the finger is lifted.
    property string struckCode
    readonly property bool held: handler.pressed && struckCode === code
    readonly property bool drawn: code === "shift" || code === "backspace"
    readonly property bool primary: code === "next"
    readonly property real textSize: letter ? Math.min(height * 0.42, width * 0.5) : Math.min(1.1 * Theme.title, width * 0.3)
    readonly property bool filled: held || (primary && lit)

    signal struck
    signal lingered

    Accessible.name: drawn ? code : label
    Accessible.role: Accessible.Button
    objectName: "key-" + (letter ? label : code)
    visible: code !== ""
    z: over.bubbling ? 1 : 0

    Accessible.onPressAction: cap.struck()

    Rectangle {
        anchors.fill: parent
        anchors.margins: Math.ceil(Theme.gap / 2)
        border.color: cap.held || cap.lit ? Theme.accent : Theme.outline
        border.width: (cap.held || cap.lit ? 2 : 1) * Theme.hairline
        color: cap.filled ? Theme.accent : cap.letter ? Theme.raised : Theme.surface
        radius: Theme.radius

        Words {
            anchors.centerIn: parent
            color: cap.filled ? Theme.accentInk : Theme.text
            font.pixelSize: cap.textSize
            font.weight: cap.letter ? Font.Medium : Font.DemiBold
            text: cap.label
            visible: !cap.drawn
        }
    }
    // What few keys have, or a key only while a finger is on it: there are forty of them, and they
    // are all made before the page is seen.
    Loader {
        id: over

        readonly property bool bubbling: cap.letter && (handler.pressed || linger.running)

        active: cap.drawn || bubbling
        anchors.fill: parent
        sourceComponent: cap.drawn ? drawing : bubble
    }
    Component {
        id: drawing

        Item {
            KeySign {
                anchors.centerIn: parent
                code: cap.code
                colour: cap.held ? Theme.accentInk : Theme.text
                filled: cap.lit
                height: (Math.min(cap.height, cap.width) - 2 * Math.ceil(Theme.gap / 2)) * 0.42
                width: height
            }
            Timer {
                id: again

                interval: 450
                repeat: true
                running: cap.held && cap.code === "backspace" && cap.enabled

                onRunningChanged: again.interval = 450
                onTriggered: {
                    again.interval = 90;
                    cap.struck();
                }
            }
        }
    }
    Component {
        id: bubble

        Item {
            Rectangle {
                id: balloon

                anchors.bottom: parent.top
                anchors.bottomMargin: -Theme.gap
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.accent
                height: parent.height * 1.15
                objectName: "bubble"
                radius: Theme.radius
                width: parent.width

                Words {
                    anchors.centerIn: parent
                    color: Theme.accentInk
                    font.pixelSize: Math.min(balloon.height * 0.7, balloon.width * 0.8)
                    font.weight: Font.Bold
                    objectName: "struck"
                    text: cap.struckLabel
                }
            }
            Timer {
                interval: 500
                running: cap.held && cap.enabled

                onTriggered: cap.lingered()
            }
        }
    }
    // A quick tap is seen, too.
    Timer {
        id: linger

        interval: 180
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onPressedChanged: {
            if (handler.pressed) {
                cap.struckCode = cap.code;
                cap.struckLabel = cap.label;
                linger.restart();
                if (!cap.primary)
                    cap.struck();
            }
        }
        // This one changes what is under the finger, so it waits until the finger is away.
        onTapped: {
            if (cap.primary)
                cap.struck();
        }
    }
}
