// The settings: a line each, its choices side by side; a touch takes effect at once.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property SettingsModel view
    required property WalkModel walk
    // Whole pixels: edges side by side are one line, not two.
    readonly property int share: Math.min(width, 20 * Theme.touch)
    readonly property int choiceWidth: share * (Theme.portrait ? 0.62 : 0.58)
    readonly property int lineHeight: Math.min(1.5 * Theme.touch, (foot.y - head.height - 3 * Theme.gap) / Math.max(1, lines.count) - Theme.gap)

    PageHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        title: qsTr("Settings")
        titleRoom: width - wipe.width - 2.4 * Theme.touch - 6 * Theme.gap

        onBack: page.walk.goBack()

        BigButton {
            id: wipe

            anchors.right: parent.right
            label: qsTr("Wipe the glass")
            objectName: "wipe"

            onTapped: page.view.wipe()
        }
    }
    // Its room is always there: no line moves when it is said.
    Rectangle {
        id: foot

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        color: page.view.trouble ? Theme.notice : "transparent"
        height: Theme.touch
        radius: Theme.radius
        width: page.share

        Words {
            anchors.fill: parent
            anchors.leftMargin: page.view.trouble ? 2 * Theme.gap : Theme.gap
            anchors.rightMargin: 2 * Theme.gap
            color: page.view.trouble ? Theme.noticeText : Theme.soft
            font.weight: Font.Medium
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.smallest
            objectName: "settings-kept"
            text: page.view.said
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.Wrap
        }
    }
    Item {
        id: list

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: head.bottom
        anchors.topMargin: 2 * Theme.gap
        width: page.share

        Repeater {
            id: lines

            model: page.view.lines

            delegate: SettingLine {
                required property int index

                height: page.lineHeight
                width: page.share - page.choiceWidth
                y: index * (page.lineHeight + Theme.gap)
            }
        }
        Repeater {
            model: page.view.options

            delegate: SettingOption {
                id: option

                height: Math.max(Theme.touch, Math.round(Math.min(page.lineHeight, 1.15 * Theme.touch)))
                width: Math.round((place + 1) * page.choiceWidth / across) - Math.round(place * page.choiceWidth / across)
                x: page.share - page.choiceWidth + Math.round(place * page.choiceWidth / across)
                y: line * (page.lineHeight + Theme.gap) + Math.floor((page.lineHeight - height) / 2)

                onTapped: page.view.choose(option.line, option.place)
            }
        }
    }
}
