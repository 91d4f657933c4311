// A value between two signs: one touch less, one touch more.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: nudge

    required property string value
    required property string name
    required property string less
    required property string more
    property int reading: Theme.body

    signal nudged(int by)

    BigButton {
        height: parent.height
        label: "−"
        labelSize: nudge.reading
        objectName: nudge.less
        width: Theme.touch

        onTapped: nudge.nudged(-1)
    }
    Words {
        anchors.fill: parent
        anchors.leftMargin: Theme.touch
        anchors.rightMargin: Theme.touch
        font.pixelSize: nudge.reading
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.tiniest
        objectName: nudge.name
        text: nudge.value
        wrapMode: Text.WordWrap
    }
    BigButton {
        anchors.right: parent.right
        height: parent.height
        label: "+"
        labelSize: nudge.reading
        objectName: nudge.more
        width: Theme.touch

        onTapped: nudge.nudged(1)
    }
}
