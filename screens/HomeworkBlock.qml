// One part of the homework card: what it is about at the left, and its sentences.
import QtQuick

Item {
    id: block

    // Roles of the model, CardBlock in homework.py.
    required property int index
    required property string heading
    required property string words

    property real headings: 0
    property int size: Theme.body

    implicitHeight: Math.max(head.height, said.implicitHeight)

    Words {
        id: head

        color: Theme.accent
        font.pixelSize: block.size
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: Math.round(block.size * 1.3)
        minimumPixelSize: Theme.smallest
        text: block.heading
        width: block.headings - Theme.gap
    }
    Words {
        id: said

        font.pixelSize: block.size
        objectName: "homework-" + block.index
        text: block.words
        width: block.width - block.headings
        wrapMode: Text.WordWrap
        x: block.headings
    }
}
