// How every device is doing, a screenful at a time: first what needs somebody, then the straps.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property DevicesModel view
    required property WalkModel walk

    readonly property bool several: view.pages > 1
    readonly property real half: Math.ceil(0.65 * Theme.body)
    readonly property real headWidth: 0.24 * width
    readonly property real valueWidth: Theme.portrait ? 0.36 * width : Math.max(0.17 * width, 10 * Theme.body)
    readonly property real buttonWidth: 6.4 * Theme.body + 2 * Theme.gap
    readonly property real messageWidth: Theme.portrait ? width - 4 * Theme.gap : width - headWidth - valueWidth - 2 * Theme.gap
    readonly property real letterWidth: sample.implicitWidth / sample.text.length
    readonly property int letters: Math.floor(messageWidth / letterWidth)
    readonly property int beside: Math.floor((messageWidth - buttonWidth - Theme.gap) / letterWidth)
    readonly property int titleLetters: Theme.portrait ? 0 : Math.floor((headWidth - 2 * half - 5 * Theme.gap) / (1.1 * letterWidth))
    // As if there were several pages: or the last row would come and go with the buttons below.
    readonly property int valueLetters: Math.floor((valueWidth - 2 * Theme.gap) / (1.1 * letterWidth))
    readonly property int room: Math.floor((height - list.y - Theme.touch) / half)
    // Few rows are given more air than many.
    readonly property DeviceRow last: rows.count > 0 ? rows.itemAt(rows.count - 1) as DeviceRow : null
    readonly property real stretch: last === null ? 1 : Math.max(1, Math.min(1.5, room / (last.above + last.halves)))
    readonly property int touchHalves: Math.ceil((Theme.touch + 3 * Theme.gap) / half) + (Theme.portrait ? 2 : 0)

    function fit() {
        view.fit(room, letters, beside, titleLetters, valueLetters, touchHalves);
    }

    Component.onCompleted: fit()
    onBesideChanged: fit()
    onRoomChanged: fit()
    onTitleLettersChanged: fit()
    onTouchHalvesChanged: fit()

    // How wide letters are.
    Words {
        id: sample

        text: qsTr("The console answers but says nothing new: unplug it.")
        visible: false
    }
    PageHead {
        id: head

        title: qsTr("Devices")
        width: parent.width

        onBack: page.walk.goBack()

        Words {
            anchors.right: parent.right
            anchors.rightMargin: 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            color: page.view.loud ? Theme.danger : Theme.soft
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            objectName: "summary"
            text: page.view.summary
        }
    }
    NoticeBar {
        id: notice

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: visible ? Theme.gap : 0
        height: implicitHeight
        notices: page.view.notice === "" ? [] : [page.view.notice]
    }
    Item {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: notice.visible ? notice.bottom : head.bottom
        anchors.topMargin: Theme.gap
        height: page.room * page.half

        Repeater {
            id: rows

            model: page.view.lines

            delegate: DeviceRow {
                buttonWidth: page.buttonWidth
                headWidth: page.headWidth
                height: halves * page.half * page.stretch - Theme.gap
                objectName: "device-" + title
                valueWidth: page.valueWidth
                width: list.width
                y: above * page.half * page.stretch

                onCalibrated: page.view.calibrate(calibrate)
                onSeen: page.view.markSeen()
            }
        }
    }
    Item {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.touch
        visible: page.several

        BigButton {
            enabled: page.view.hasBefore
            label: qsTr("‹ Before")
            objectName: "devices-before"
            width: 0.34 * parent.width

            onTapped: page.view.backward()
        }
        Words {
            anchors.centerIn: parent
            color: Theme.soft
            font.pixelSize: Theme.title
            objectName: "devices-page"
            text: page.view.pageWords
        }
        BigButton {
            anchors.right: parent.right
            enabled: page.view.hasMore
            label: qsTr("More ›")
            objectName: "devices-after"
            primary: page.view.hasMore
            width: 0.34 * parent.width

            onTapped: page.view.forward()
        }
    }
}
