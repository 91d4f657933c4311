// A day at the top of its column; today is marked.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: head

    // Roles of the model, DayHead in planner_view.py.
    required property int index
    required property string title
    required property string day
    required property bool today

    Words {
        id: weekday

        font.pixelSize: Theme.body
        font.weight: Font.Bold
        height: parent.height / 2
        horizontalAlignment: Text.AlignHCenter
        objectName: "day-" + head.index
        text: head.today ? qsTr("Today") : head.title
        width: parent.width
    }
    Words {
        color: Theme.soft
        font.pixelSize: Theme.small
        height: parent.height / 2 - Theme.gap
        horizontalAlignment: Text.AlignHCenter
        text: head.day
        width: parent.width
        y: weekday.height
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.hairline
        color: Theme.accent
        height: 2 * Theme.hairline
        visible: head.today
        width: parent.width - Theme.gap
    }
}
