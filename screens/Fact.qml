// One number that sums something up, and what it is.
import QtQuick

Rectangle {
    id: fact

    // Roles of the model, FactRow in results_view.py.
    required property int index
    required property string key
    required property string value
    required property string caption

    color: Theme.surface
    objectName: "summary-" + key
    radius: Theme.radius

    Words {
        font.pixelSize: Math.round(fact.height * 0.52)
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: Math.round(fact.height * 0.58)
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.body
        text: fact.value
        width: fact.width - 2 * x
        x: Theme.gap
        y: Math.round(fact.height * 0.08)
    }
    Words {
        color: Theme.soft
        font.pixelSize: Math.round(fact.height * 0.23)
        fontSizeMode: Text.HorizontalFit
        height: Math.round(fact.height * 0.27)
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.smallest
        text: fact.caption
        width: fact.width - 2 * x
        x: Theme.gap
        y: Math.round(fact.height * 0.66)
    }
}
