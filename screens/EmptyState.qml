// Where a list has nothing to show: why, what to do, and the one button that does it.
pragma ComponentBehavior: Bound

import QtQuick

Column {
    id: empty

    required property string sign
    required property string title
    property string advice
    property string action
    // What the button is called in tests, and what the words are called.
    property string actionName
    property string name: "empty"
    property bool wrong: false

    signal tapped

    spacing: 3 * Theme.gap
    visible: title !== ""

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        color: empty.wrong ? Theme.alarm : Qt.tint(Theme.raised, Qt.alpha(Theme.accent, 0.1))
        height: width
        radius: width / 2
        width: Math.round(Math.min(2.6 * Theme.touch, 0.3 * Theme.shortSide))

        MenuSign {
            anchors.centerIn: parent
            colour: empty.wrong ? Theme.danger : Theme.accent
            height: width
            sign: empty.sign
            width: Math.round(parent.width * 0.5)
        }
    }
    Words {
        font.pixelSize: Theme.headline
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        objectName: empty.name
        text: empty.title
        width: parent.width
        wrapMode: Text.Wrap
    }
    Words {
        color: Theme.soft
        font.pixelSize: (Theme.body + Theme.title) / 2
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 1.2
        objectName: empty.name + "-advice"
        text: empty.advice
        visible: text !== ""
        width: parent.width
        wrapMode: Text.Wrap
    }
    BigButton {
        anchors.horizontalCenter: parent.horizontalCenter
        height: 1.3 * Theme.touch
        label: empty.action
        labelSize: Theme.title
        objectName: empty.actionName
        primary: true
        visible: empty.action !== ""
        width: Math.min(parent.width, Math.max(implicitWidth, 5 * Theme.touch))

        onTapped: empty.tapped()
    }
}
