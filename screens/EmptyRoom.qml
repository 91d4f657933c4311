// What to do when nobody is here.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Column {
    id: room

    required property HeaderModel view

    spacing: 2 * Theme.gap

    Words {
        font.pixelSize: Theme.title * 1.4
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        objectName: "empty"
        text: "Put on a strap that is in the roster"
        width: parent.width
        wrapMode: Text.Wrap
    }
    Words {
        color: Theme.soft
        font.pixelSize: Theme.title
        horizontalAlignment: Text.AlignHCenter
        text: "It appears here by itself."
        width: parent.width
        wrapMode: Text.Wrap
    }
    Words {
        color: Theme.soft
        font.pixelSize: Theme.body
        horizontalAlignment: Text.AlignHCenter
        objectName: "straps"
        text: room.view.straps
        topPadding: 2 * Theme.gap
        width: parent.width
        wrapMode: Text.Wrap
    }
}
