// One person the coach should look at: a sign, the name, and why in words.
pragma ComponentBehavior: Bound

import QtQuick

Rectangle {
    id: need

    // Roles of the model, NeedRow in wall_view.py.
    required property int index
    required property int athlete
    required property string name
    required property string reason
    required property string sign
    required property int level
    required property bool alarm

    readonly property color ground: alarm ? Theme.stop : level >= 0 ? Theme.zone(level) : Theme.raised
    readonly property color inked: alarm || level >= 0 ? Theme.ink : Theme.text
    readonly property int pad: Math.round(height * 0.16)

    color: ground
    objectName: "need-" + index
    radius: Theme.radius

    Sign {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: need.pad * 1.2
        anchors.verticalCenter: parent.verticalCenter
        colour: need.inked
        height: width
        hole: need.ground
        kind: need.sign
        width: Math.round(need.height * (need.alarm ? 0.72 : 0.54))
    }
    Words {
        id: who

        anchors.left: mark.right
        anchors.leftMargin: need.pad
        color: need.inked
        elide: Text.ElideRight
        font.pixelSize: Math.round(need.height * 0.58)
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: parent.height
        minimumPixelSize: Math.max(Theme.tiniest, need.height * 0.3)
        objectName: "need-name"
        text: need.name
        width: Math.min(implicitWidth, (parent.width - x) * 0.45)
    }
    Words {
        anchors.left: who.right
        anchors.leftMargin: need.pad
        anchors.right: parent.right
        anchors.rightMargin: need.pad
        color: need.inked
        font.pixelSize: Math.round(need.height * 0.44)
        font.weight: Font.Medium
        fontSizeMode: Text.Fit
        height: parent.height
        lineHeight: 0.9
        maximumLineCount: 3
        minimumPixelSize: Theme.tiniest
        objectName: "need-reason"
        text: need.reason
        wrapMode: Text.WordWrap
    }
}
