// One line: the newest value or the day as large as it goes, beside it what it is of and how it goes.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: line

    // Roles of the model, ProgressRow in progress_view.py.
    required property int index
    required property int place
    required property string title
    required property string value
    required property string unit
    required property string words

    readonly property real room: height - Theme.gap
    readonly property real pad: 3 * Theme.gap
    readonly property bool valued: value !== ""
    // Where there is no value the title is what is large.
    readonly property real column: Math.round(width * (Theme.portrait ? 0.34 : 0.26))

    Rectangle {
        color: Theme.surface
        height: line.room
        radius: Theme.radius
        width: parent.width
    }
    Words {
        id: figure

        font.pixelSize: Math.round(Math.min(line.room * 0.5, 1.3 * Theme.plenty))
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: Math.round(line.room * (line.unit === "" ? 1 : 0.66))
        minimumPixelSize: Theme.body
        objectName: "progress-value-" + line.place
        text: line.value
        visible: line.valued
        width: line.column - line.pad
        x: line.pad
    }
    Words {
        color: Theme.soft
        font.pixelSize: Math.round(Math.min(line.room * 0.22, Theme.body))
        fontSizeMode: Text.Fit
        height: line.room - y - Math.round(line.room * 0.06)
        minimumPixelSize: Theme.tiniest
        objectName: "progress-unit-" + line.place
        text: line.unit
        verticalAlignment: Text.AlignTop
        visible: line.valued && text !== ""
        width: figure.width
        x: line.pad
        y: Math.round(line.room * 0.62)
    }
    Words {
        id: title

        font.pixelSize: Math.round(Math.min(line.room * 0.27, Theme.title))
        font.weight: Font.DemiBold
        fontSizeMode: Text.Fit
        height: Math.round(line.valued ? line.room * 0.42 : line.room)
        minimumPixelSize: Theme.smallest
        objectName: "progress-title-" + line.place
        text: line.title
        verticalAlignment: line.valued ? Text.AlignBottom : Text.AlignVCenter
        width: line.valued ? line.width - x - line.pad : line.column - line.pad
        wrapMode: Text.WordWrap
        x: line.valued ? line.column + line.pad : line.pad
    }
    Words {
        color: line.valued ? Theme.soft : Theme.text
        font.pixelSize: Math.round(Math.min(line.room * (line.valued ? 0.24 : 0.3), line.valued ? (Theme.body + Theme.title) / 2 : Theme.title))
        fontSizeMode: Text.Fit
        height: line.room - y - (line.valued ? Math.round(line.room * 0.06) : 0)
        minimumPixelSize: Theme.smallest
        objectName: "progress-words-" + line.place
        text: line.words
        verticalAlignment: line.valued ? Text.AlignTop : Text.AlignVCenter
        width: line.width - x - line.pad
        wrapMode: Text.WordWrap
        x: line.column + line.pad
        y: line.valued ? title.height + Math.round(line.room * 0.04) : 0
    }
}
