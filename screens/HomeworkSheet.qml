// Over the choose page: the card of a downhill to do outside, and the same as a code to take along.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: sheet

    required property HomeworkModel view
    readonly property bool tall: Theme.portrait
    readonly property real pad: 3 * Theme.gap
    readonly property real codeSide: tall ? Math.min(width - 2 * pad, height * 0.36) : Math.min(0.36 * width, height - close.height - 3 * pad)

    color: Theme.surface
    objectName: "homework-sheet"
    visible: view.shown

    // No touch gets through to what is below.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Words {
        id: title

        elide: Text.ElideRight
        font.pixelSize: Theme.title
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: Theme.title * 1.4
        minimumPixelSize: Theme.body
        objectName: "homework-title"
        text: qsTr("Hill homework: %1").arg(sheet.view.title)
        width: parent.width - 2 * x
        x: sheet.pad
        y: 2 * Theme.gap
    }
    // In which size all of it has room: nobody sees this one.
    Words {
        id: sizer

        font.pixelSize: Math.round(Theme.body * 1.2)
        fontSizeMode: Text.Fit
        height: list.height - 5 * list.spacing
        minimumPixelSize: Theme.smallest
        opacity: 0
        text: sheet.view.words
        width: list.wordsWidth
        wrapMode: Text.WordWrap
    }
    Column {
        id: list

        readonly property real headings: 4.2 * Theme.body
        readonly property real wordsWidth: width - headings

        height: (sheet.tall ? code.y : sheet.height) - y - sheet.pad
        spacing: Math.round(1.5 * Theme.gap)
        width: sheet.tall ? sheet.width - 2 * x : sheet.width - sheet.codeSide - x - 2 * sheet.pad
        x: sheet.pad
        y: title.y + title.height + Theme.gap

        Repeater {
            model: sheet.view.blocks

            delegate: HomeworkBlock {
                headings: list.headings
                size: sizer.fontInfo.pixelSize
                width: list.width
            }
        }
    }
    SummaryCode {
        id: code

        height: sheet.codeSide
        hint: qsTr("Scan to keep the card")
        reading: Theme.body
        text: sheet.view.code
        width: sheet.codeSide
        x: sheet.tall ? (sheet.width - width) / 2 : sheet.width - width - sheet.pad
        y: sheet.tall ? close.y - height - sheet.pad : title.y + title.height + Theme.gap
    }
    BigButton {
        id: close

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 2 * Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: sheet.pad
        height: 1.25 * Theme.touch
        label: qsTr("Done")
        objectName: "homework-close"
        primary: true
        width: Math.max(implicitWidth, 3 * Theme.touch)

        onTapped: sheet.view.close()
    }
}
