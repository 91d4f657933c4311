// What is wrong and what to do about it; as high as its sentences.
pragma ComponentBehavior: Bound

import QtQuick

Rectangle {
    id: bar

    required property list<string> notices

    color: Theme.notice
    implicitHeight: notices.length > 0 ? sentences.implicitHeight + 2 * Theme.gap : 0
    radius: Theme.radius
    visible: notices.length > 0

    Column {
        id: sentences

        anchors.left: parent.left
        anchors.margins: 2 * Theme.gap
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Repeater {
            model: bar.notices

            Words {
                required property int index
                required property string modelData

                color: Theme.noticeText
                elide: Text.ElideRight
                font.pixelSize: Theme.body
                font.weight: Font.Medium
                maximumLineCount: Theme.portrait ? 4 : 2
                objectName: "notice-" + index
                text: modelData
                width: sentences.width
                wrapMode: Text.Wrap
            }
        }
    }
}
