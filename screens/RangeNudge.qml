// One range of the chosen workout: its values one after the other.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: nudge

    // Roles of the model, RangeRow in offered.py.
    required property int index
    required property int place
    required property string title
    required property string value
    required property int end

    signal nudged(int by)

    BigButton {
        enabled: nudge.end >= 0
        height: parent.height
        label: "−"
        labelSize: Theme.title
        objectName: "range-less-" + nudge.place
        width: Theme.touch

        onTapped: nudge.nudged(-1)
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 2 * x
        x: Theme.touch + Theme.gap / 2

        Words {
            color: Theme.soft
            elide: Text.ElideRight
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.tiniest
            text: nudge.title
            width: parent.width
        }
        Words {
            font.pixelSize: Math.round(Theme.body * 1.2)
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.tiniest
            objectName: "range-" + nudge.place
            text: nudge.value
            width: parent.width
        }
    }
    BigButton {
        anchors.right: parent.right
        enabled: nudge.end <= 0
        height: parent.height
        label: "+"
        labelSize: Theme.title
        objectName: "range-more-" + nudge.place
        width: Theme.touch

        onTapped: nudge.nudged(1)
    }
}
