// What to know of the numbers, and where to go from here.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: foot

    required property SummaryBody summary

    height: Math.max(done.height, notes.height)

    Column {
        id: notes

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: more.left
        anchors.rightMargin: 2 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            color: foot.summary.trouble ? Theme.noticeText : Theme.text
            font.pixelSize: Math.round(foot.summary.reading * 0.85)
            font.weight: Font.DemiBold
            objectName: "summary-saved"
            text: foot.summary.saved
            visible: !foot.summary.past || foot.summary.trouble
            width: parent.width
            wrapMode: Text.WordWrap
        }
        Words {
            font.pixelSize: Math.round(foot.summary.reading * 0.75)
            objectName: "summary-progress"
            text: foot.summary.progress
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WordWrap
        }
        Words {
            color: Theme.soft
            font.pixelSize: Math.round(foot.summary.reading * 0.75)
            objectName: "summary-remark"
            text: foot.summary.remark
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WordWrap
        }
    }
    BigButton {
        id: more

        anchors.right: way.left
        anchors.rightMargin: visible ? Theme.gap : 0
        anchors.verticalCenter: parent.verticalCenter
        enabled: foot.summary.measured
        label: foot.summary.measuring ? qsTr("measuring…") : qsTr("More")
        objectName: "summary-more"
        visible: foot.summary.measured || foot.summary.measuring
        width: visible ? Math.max(implicitWidth, 1.6 * Theme.touch) : 0

        onTapped: foot.summary.view.sheet.turn(true)
    }
    BigButton {
        id: way

        anchors.right: done.left
        anchors.rightMargin: visible ? Theme.gap : 0
        anchors.verticalCenter: parent.verticalCenter
        // A guest has one evening to look back on, and it is forgotten at midnight.
        label: foot.summary.guest ? qsTr("Stay with us") : qsTr("Progress")
        objectName: foot.summary.guest ? "summary-stay" : "summary-to-progress"
        visible: !foot.summary.past
        width: visible ? implicitWidth : 0

        onTapped: foot.summary.guest ? foot.summary.view.stay() : foot.summary.view.openProgress()
    }
    BigButton {
        id: done

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        label: foot.summary.past ? qsTr("Close") : qsTr("Done")
        objectName: "summary-done"
        primary: true
        width: Math.max(implicitWidth, (Theme.portrait ? 1.8 : 2.4) * Theme.touch)

        onTapped: foot.summary.view.done()
    }
}
