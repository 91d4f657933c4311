// One past session: a touch ticks it.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: line

    // Roles of the model, ExportRow in exports_view.py.
    required property int index
    required property int session
    required property string title
    required property string day
    required property string people
    required property string length
    required property string mark
    required property bool chosen
    required property bool open
    // Of a list that is only chosen from there is nothing to tick.
    property bool ticks: true
    readonly property real wordsX: ticks ? box.x + box.width + 2 * Theme.gap : 2 * Theme.gap
    readonly property real factsWidth: Math.max(1.3 * Theme.touch, width * 0.16)
    readonly property real wordsWidth: width - wordsX - factsWidth - 3 * Theme.gap

    signal tapped

    Accessible.name: title
    Accessible.role: line.ticks ? Accessible.CheckBox : Accessible.Button
    objectName: "export-" + session

    Accessible.onPressAction: line.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: line.chosen ? Theme.accent : Theme.outline
        border.width: (line.chosen ? 3 : 1) * Theme.hairline
        color: line.open ? "transparent" : Theme.raised
        radius: Theme.radius
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: 0.22
        radius: Theme.radius
        visible: handler.pressed
    }
    Rectangle {
        id: box

        anchors.verticalCenter: parent.verticalCenter
        border.color: line.chosen ? Theme.accent : Theme.outline
        border.width: 2 * Theme.hairline
        color: line.chosen ? Theme.accent : "transparent"
        height: width
        opacity: line.open ? 0 : 1
        radius: Theme.radius / 2
        visible: line.ticks
        width: Math.round(Theme.title * 1.1)
        x: 2 * Theme.gap

        Words {
            anchors.centerIn: parent
            color: Theme.accentInk
            font.pixelSize: Theme.body
            font.weight: Font.Bold
            objectName: "tick-" + line.session
            text: line.chosen ? "✓" : ""
        }
    }
    Words {
        id: heading

        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.body * 1.2)
        font.weight: Font.DemiBold
        height: parent.height * 0.52
        objectName: "export-title-" + line.session
        text: line.title
        verticalAlignment: Text.AlignBottom
        width: Math.min(implicitWidth, line.wordsWidth - day.width - 2 * Theme.gap)
        x: line.wordsX
    }
    Words {
        id: day

        color: Theme.soft
        font.pixelSize: Theme.body
        height: heading.height
        text: line.day
        verticalAlignment: Text.AlignBottom
        x: heading.x + heading.width + 2 * Theme.gap
        y: -Math.round(Theme.body * 0.05)
    }
    Words {
        color: Theme.soft
        elide: Text.ElideRight
        font.pixelSize: Theme.body
        height: parent.height * 0.4
        objectName: "export-names-" + line.session
        text: line.people
        verticalAlignment: Text.AlignTop
        width: line.wordsWidth
        x: line.wordsX
        y: heading.height
    }
    Words {
        id: time

        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.gap
        font.features: {
            "tnum": 1
        }
        font.pixelSize: Math.round(Theme.body * 1.2)
        height: heading.height
        horizontalAlignment: Text.AlignRight
        text: line.length
        verticalAlignment: Text.AlignBottom
        width: line.factsWidth
    }
    Words {
        anchors.right: time.right
        color: line.open ? Theme.noticeText : Theme.soft
        font.pixelSize: Theme.body
        fontSizeMode: Text.HorizontalFit
        height: parent.height * 0.4
        horizontalAlignment: Text.AlignRight
        minimumPixelSize: Theme.smallest
        objectName: "export-mark-" + line.session
        text: line.mark
        verticalAlignment: Text.AlignTop
        width: line.factsWidth
        y: heading.height
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: line.tapped()
    }
}
