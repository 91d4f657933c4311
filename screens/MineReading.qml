// One number, and below it where it comes from.
import QtQuick

Item {
    id: item

    required property string value
    required property string caption
    required property string words
    required property int reading

    Words {
        id: number

        font.pixelSize: Math.round(item.reading * 1.05)
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: Math.round(item.height * 0.56)
        minimumPixelSize: Theme.body
        objectName: item.words
        text: item.value
        width: item.width
    }
    Words {
        anchors.top: number.bottom
        color: Theme.soft
        font.pixelSize: Math.round(item.reading * 0.72)
        fontSizeMode: Text.HorizontalFit
        height: Math.round(item.height * 0.36)
        minimumPixelSize: Theme.tiniest
        objectName: item.words + "-source"
        text: item.caption
        width: item.width
    }
}
