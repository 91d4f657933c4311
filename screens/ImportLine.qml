// One thing on a stick: what it would change, ticked or not; or why it cannot be taken over.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: line

    // Roles of the model, ImportRow in imports_view.py.
    required property int index
    required property int key
    required property string title
    required property string detail
    required property string mark
    required property string where
    required property string sign
    required property bool chosen
    required property bool refused
    required property bool still
    readonly property real wordsX: box.x + box.width + 2 * Theme.gap
    readonly property real wordsWidth: width - wordsX - 2 * Theme.gap

    signal tapped

    Accessible.name: title
    Accessible.role: line.still ? Accessible.StaticText : Accessible.CheckBox
    objectName: "import-" + key

    Accessible.onPressAction: line.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: line.chosen ? Theme.accent : Theme.outline
        border.width: (line.chosen ? 3 : 1) * Theme.hairline
        color: line.still ? "transparent" : Theme.raised
        radius: Theme.radius
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: 0.22
        radius: Theme.radius
        visible: handler.pressed && !line.still
    }
    Rectangle {
        id: box

        anchors.verticalCenter: parent.verticalCenter
        border.color: line.refused ? Theme.noticeText : line.chosen ? Theme.accent : Theme.outline
        border.width: 2 * Theme.hairline
        color: line.chosen ? Theme.accent : "transparent"
        height: width
        radius: line.still ? width / 2 : Theme.radius / 2
        width: Math.round(Theme.title * 1.1)
        x: 2 * Theme.gap

        Words {
            anchors.centerIn: parent
            color: line.refused ? Theme.noticeText : line.chosen ? Theme.accentInk : Theme.text
            font.pixelSize: Theme.body
            font.weight: Font.Bold
            objectName: "import-tick-" + line.key
            text: line.sign
        }
    }
    Words {
        id: heading

        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.body * 1.2)
        font.weight: Font.DemiBold
        height: parent.height * 0.42
        objectName: "import-title-" + line.key
        text: line.title
        verticalAlignment: Text.AlignVCenter
        width: Math.min(implicitWidth, line.wordsWidth * 0.5)
        x: line.wordsX
    }
    Words {
        id: mark

        color: line.refused ? Theme.noticeText : Theme.soft
        font.pixelSize: Theme.body
        height: heading.height
        objectName: "import-mark-" + line.key
        text: line.mark
        verticalAlignment: Text.AlignVCenter
        x: heading.x + heading.width + 2 * Theme.gap
    }
    Words {
        color: Theme.soft
        elide: Text.ElideMiddle
        font.pixelSize: Theme.body
        height: heading.height
        horizontalAlignment: Text.AlignRight
        objectName: "import-place-" + line.key
        text: line.where
        verticalAlignment: Text.AlignVCenter
        width: Math.max(0, line.width - x - 2 * Theme.gap)
        x: mark.x + mark.width + 2 * Theme.gap
    }
    Words {
        color: line.refused ? Theme.text : Theme.soft
        font.pixelSize: Theme.body
        fontSizeMode: Text.Fit
        height: parent.height - heading.height - Theme.gap
        minimumPixelSize: Theme.smallest
        objectName: "import-detail-" + line.key
        text: line.detail
        verticalAlignment: Text.AlignTop
        width: line.wordsWidth
        wrapMode: Text.Wrap
        x: line.wordsX
        y: heading.height
    }
    TapHandler {
        id: handler

        enabled: !line.still
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: line.tapped()
    }
}
