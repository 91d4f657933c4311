// One device or strap: how it is, what to do, where it is plugged in, what it said last.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: row

    // Roles of the model, DeviceLine in devices_view.py.
    required property string title
    required property string verdict
    required property string word
    required property string message
    required property string facts
    required property string value
    required property string age
    required property int calibrate
    required property bool telling
    required property int above
    required property int halves

    property real headWidth: 200
    property real valueWidth: 150
    property real buttonWidth: 150
    readonly property real textHeight: 2 * Math.ceil(0.65 * Theme.body)
    readonly property real air: Theme.gap
    // Upright, the title's line and what is below it stand in the middle together.
    readonly property real begins: Math.max(air, (height - textHeight - said.height) / 2)

    signal calibrated
    signal seen

    Accessible.name: title + ": " + message
    Accessible.role: Accessible.StaticText

    Rectangle {
        anchors.fill: parent
        border.color: Theme.health(row.verdict)
        border.width: row.verdict === "problem" ? 2 * Theme.hairline : 0
        color: Theme.surface
        radius: Theme.radius
    }
    HealthSign {
        id: sign

        height: row.textHeight
        verdict: row.verdict
        width: row.textHeight
        x: 2 * row.air
        y: Theme.portrait ? row.begins : (row.height - height) / 2
    }
    // Beside the message the title is a column; above it, a line.
    Flow {
        id: head

        flow: Theme.portrait ? Flow.LeftToRight : Flow.TopToBottom
        spacing: Theme.portrait ? 2 * row.air : 0
        width: Theme.portrait ? row.width - row.valueWidth - x : row.headWidth - x
        x: sign.x + sign.width + 2 * row.air
        y: Theme.portrait ? row.begins : (row.height - height) / 2

        Words {
            id: title

            font.pixelSize: Theme.body
            font.weight: Font.Bold
            fontSizeMode: Theme.portrait ? Text.HorizontalFit : Text.FixedSize
            height: Theme.portrait ? row.textHeight : undefined
            minimumPixelSize: Theme.smallest
            objectName: "device-title"
            text: row.title
            width: Theme.portrait ? Math.min(implicitWidth, head.width - word.width - head.spacing) : head.width
            wrapMode: Theme.portrait ? Text.NoWrap : Text.Wrap
        }
        Words {
            id: word

            color: Theme.health(row.verdict)
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            height: Theme.portrait ? row.textHeight : undefined
            objectName: "device-word"
            text: row.word
        }
    }
    Column {
        id: said

        width: (Theme.portrait ? row.width - 2 * row.air : row.width - row.valueWidth - row.air) - x - (row.calibrate >= 0 ? row.buttonWidth + row.air : 0)
        x: Theme.portrait ? 2 * row.air : row.headWidth + row.air
        y: Theme.portrait ? row.begins + row.textHeight : (row.height - height) / 2

        Words {
            objectName: "device-message"
            lineHeight: row.textHeight
            lineHeightMode: Text.FixedHeight
            text: row.message
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            color: Theme.soft
            font.pixelSize: Theme.small
            objectName: "device-facts"
            text: row.facts
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    Column {
        anchors.right: parent.right
        anchors.rightMargin: 2 * row.air
        width: row.valueWidth - 2 * row.air
        y: Theme.portrait ? row.begins : (row.height - height) / 2

        Words {
            color: row.verdict === "problem" ? Theme.soft : Theme.text
            font.weight: Font.DemiBold
            fontSizeMode: Theme.portrait ? Text.HorizontalFit : Text.FixedSize
            height: Theme.portrait ? row.textHeight : undefined
            horizontalAlignment: Text.AlignRight
            minimumPixelSize: Theme.smallest
            objectName: "device-value"
            text: row.value
            visible: text !== ""
            width: parent.width
            wrapMode: Theme.portrait ? Text.NoWrap : Text.Wrap
        }
        Words {
            color: Theme.soft
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignRight
            objectName: "device-age"
            text: row.age
            visible: text !== ""
            width: parent.width
        }
    }
    BigButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.portrait ? row.air : row.valueWidth + row.air
        height: Theme.touch
        label: qsTr("Calibrate")
        objectName: "calibrate-" + row.calibrate
        visible: row.calibrate >= 0
        width: row.buttonWidth
        y: Theme.portrait ? row.height - height - row.air : (row.height - height) / 2

        onTapped: row.calibrated()
    }
    BigButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.portrait ? row.air : row.valueWidth + row.air
        height: Theme.touch
        label: qsTr("Seen")
        objectName: "seen"
        visible: row.telling
        width: row.buttonWidth
        y: Theme.portrait ? row.height - height - row.air : (row.height - height) / 2

        onTapped: row.seen()
    }
}
