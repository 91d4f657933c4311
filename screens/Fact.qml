// One number that sums something up, what it is, and what to know of it.
import QtQuick

Rectangle {
    id: fact

    // Roles of the model, FactRow in results_view.py.
    required property int index
    required property string key
    required property string value
    required property string caption
    required property string note
    required property bool best

    border.color: best ? Theme.accent : "transparent"
    border.width: best ? 2 * Theme.hairline : 0
    color: Theme.surface
    objectName: "summary-" + key
    radius: Theme.radius

    Words {
        font.pixelSize: Math.round(fact.height * 0.48)
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: Math.round(fact.height * (fact.note === "" ? 0.56 : 0.46))
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.body
        text: fact.value
        width: fact.width - 2 * x
        x: Theme.gap
        y: Math.round(fact.height * 0.06)
    }
    Words {
        color: Theme.soft
        font.pixelSize: Math.round(fact.height * 0.2)
        fontSizeMode: Text.HorizontalFit
        height: Math.round(fact.height * 0.24)
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.tiniest
        text: fact.caption
        width: fact.width - 2 * x
        x: Theme.gap
        y: Math.round(fact.height * (fact.note === "" ? 0.66 : 0.5))
    }
    Words {
        color: fact.best ? Theme.accent : Theme.soft
        font.pixelSize: Math.round(fact.height * 0.17)
        font.weight: fact.best ? Font.DemiBold : Font.Normal
        fontSizeMode: Text.Fit
        height: Math.round(fact.height * 0.26)
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.tiniest
        objectName: "fact-note-" + fact.key
        text: fact.note
        visible: text !== ""
        width: fact.width - 2 * x
        wrapMode: Text.WordWrap
        x: Theme.gap
        y: Math.round(fact.height * 0.72)
    }
}
