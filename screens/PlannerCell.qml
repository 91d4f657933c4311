// One person's day: filled where something is planned, bare where it is only suggested.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: cell

    // Roles of the model, PlanCell in planner_view.py.
    required property int index
    required property int athlete
    required property int column
    required property int row
    required property string words
    required property bool planned
    required property bool warned
    required property bool saving

    signal tapped

    Accessible.name: words
    Accessible.role: Accessible.Button
    objectName: "plan-" + athlete + "-" + column

    Accessible.onPressAction: cell.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: cell.warned ? Theme.noticeText : Theme.outline
        border.width: cell.warned ? 2 * Theme.hairline : Theme.hairline
        color: cell.planned ? Theme.raised : "transparent"
        opacity: cell.saving ? 0.6 : 1
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
        anchors.fill: parent
        anchors.margins: Theme.gap / 2
        color: cell.warned ? Theme.noticeText : cell.planned ? Theme.text : Theme.soft
        elide: Text.ElideRight
        font.italic: !cell.planned
        font.pixelSize: cell.planned ? Theme.body : Theme.small
        font.weight: cell.planned ? Font.DemiBold : Font.Normal
        fontSizeMode: Text.Fit
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 4
        minimumPixelSize: Theme.tiniest
        objectName: "plan-words-" + cell.athlete + "-" + cell.column
        text: (cell.warned ? "! " : "") + cell.words + (cell.saving ? " …" : "")
        wrapMode: Text.Wrap
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: cell.tapped()
    }
}
