// A grade to set in steps, as a digital level says it.
pragma ComponentBehavior: Bound

import QtQuick

Row {
    id: pad

    required property string typed
    readonly property real side: Math.max(Theme.touch, 0.17 * (width - 4 * spacing))

    signal adjusted(real by)

    spacing: Theme.gap

    BigButton {
        height: 1.1 * Theme.touch
        labelSize: Theme.title
        label: qsTr("−%1").arg((0.5).toLocaleString(Qt.locale(), "f", 1))
        objectName: "grade-minus-half"
        width: pad.side

        onTapped: pad.adjusted(-0.5)
    }
    BigButton {
        height: 1.1 * Theme.touch
        labelSize: Theme.title
        label: qsTr("−%1").arg((0.1).toLocaleString(Qt.locale(), "f", 1))
        objectName: "grade-minus"
        width: pad.side

        onTapped: pad.adjusted(-0.1)
    }
    Words {
        font.pixelSize: Theme.title * 1.3
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: 1.1 * Theme.touch
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.body
        objectName: "grade-typed"
        text: pad.typed + " %"
        width: pad.width - 4 * (pad.side + pad.spacing)
    }
    BigButton {
        height: 1.1 * Theme.touch
        labelSize: Theme.title
        label: qsTr("+%1").arg((0.1).toLocaleString(Qt.locale(), "f", 1))
        objectName: "grade-plus"
        width: pad.side

        onTapped: pad.adjusted(0.1)
    }
    BigButton {
        height: 1.1 * Theme.touch
        labelSize: Theme.title
        label: qsTr("+%1").arg((0.5).toLocaleString(Qt.locale(), "f", 1))
        objectName: "grade-plus-half"
        width: pad.side

        onTapped: pad.adjusted(0.5)
    }
}
