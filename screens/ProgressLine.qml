// One line: a workout, a test or a day, its newest value, and what to say of it.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: line

    // Roles of the model, ProgressRow in progress_view.py.
    required property int index
    required property int place
    required property string title
    required property string value
    required property string words

    readonly property real room: height - Theme.gap

    Rectangle {
        color: Theme.surface
        height: line.room
        radius: Theme.radius
        width: parent.width
    }
    Words {
        id: title

        font.pixelSize: Math.round(Theme.body * 1.1)
        font.weight: Font.DemiBold
        fontSizeMode: Text.Fit
        height: line.room
        minimumPixelSize: Theme.tiniest
        objectName: "progress-title-" + line.place
        text: line.title
        width: line.width * (line.value === "" ? 0.2 : 0.25)
        wrapMode: Text.WordWrap
        x: 2 * Theme.gap
    }
    Words {
        id: value

        anchors.left: title.right
        anchors.leftMargin: Theme.gap
        font.pixelSize: Math.round(Theme.body * 1.2)
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: line.room
        minimumPixelSize: Theme.tiniest
        objectName: "progress-value-" + line.place
        text: line.value
        visible: text !== ""
        width: visible ? line.width * 0.2 : 0
    }
    Words {
        anchors.left: value.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.gap
        color: Theme.soft
        font.pixelSize: Math.round(Theme.body * 1.1)
        fontSizeMode: Text.Fit
        height: line.room
        minimumPixelSize: Theme.tiniest
        objectName: "progress-words-" + line.place
        text: line.words
        wrapMode: Text.WordWrap
    }
}
