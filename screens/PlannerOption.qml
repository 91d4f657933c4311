// One thing that could be planned for a day, and what speaks against it.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: option

    // Roles of the model, PlanOption in planner_view.py.
    required property int index
    required property string key
    required property string title
    required property string length
    required property string warning
    required property bool chosen

    signal tapped

    Accessible.name: title
    Accessible.role: Accessible.Button
    objectName: "option-" + key

    Accessible.onPressAction: option.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: option.chosen ? Theme.accent : Theme.outline
        border.width: (option.chosen ? 3 : 1) * Theme.hairline
        color: Theme.raised
        radius: Theme.radius
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: 0.22
        radius: Theme.radius
        visible: handler.pressed
    }
    Words {
        id: name

        font.pixelSize: Math.round(Theme.body * 1.15)
        font.weight: Font.DemiBold
        fontSizeMode: Text.Fit
        height: option.warning === "" ? parent.height : parent.height * 0.42
        minimumPixelSize: Theme.smallest
        text: (option.chosen ? "✓ " : "") + option.title
        width: parent.width - 4 * Theme.gap - duration.width
        wrapMode: Text.Wrap
        x: 2 * Theme.gap
    }
    Words {
        id: duration

        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.gap
        color: Theme.soft
        height: name.height
        text: option.length
    }
    Words {
        color: Theme.noticeText
        elide: Text.ElideRight
        font.pixelSize: Theme.small
        fontSizeMode: Text.Fit
        height: parent.height * 0.54
        minimumPixelSize: Theme.tiniest
        objectName: "option-warning-" + option.key
        text: option.warning === "" ? "" : "! " + option.warning
        verticalAlignment: Text.AlignTop
        visible: option.warning !== ""
        width: parent.width - 4 * Theme.gap
        wrapMode: Text.Wrap
        x: 2 * Theme.gap
        y: name.height
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: option.tapped()
    }
}
