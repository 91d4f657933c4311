// One measurement: what it is, its value, and what to know of it or why it is missing.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: line

    // Roles of the model, MeasureRow in results_view.py.
    required property int index
    required property int place
    required property string title
    required property string value
    required property string note

    Words {
        font.pixelSize: Math.round(Theme.body * 1.15)
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: parent.height
        minimumPixelSize: Theme.smallest
        text: line.title
        width: line.width * 0.3
    }
    Words {
        color: line.value === "" ? Theme.soft : Theme.text
        font.pixelSize: Math.round(Theme.body * 1.15)
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: parent.height
        minimumPixelSize: Theme.smallest
        objectName: "measure-" + line.place
        text: line.value === "" ? "–" : line.value
        width: line.width * 0.18
        x: line.width * 0.31
    }
    Words {
        color: Theme.soft
        font.pixelSize: Theme.body
        fontSizeMode: Text.Fit
        height: parent.height
        minimumPixelSize: Theme.smallest
        objectName: "measure-note-" + line.place
        text: line.note
        width: line.width * 0.5
        wrapMode: Text.WordWrap
        x: line.width * 0.5
    }
}
