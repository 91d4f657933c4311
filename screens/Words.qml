// Text as all of the window has it: plain, so that a name is never taken for markup.
import QtQuick

Text {
    color: Theme.text
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
