// Whose view it is and what is trained, or what is wrong with the kiosk; help, and the stop for all.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: header

    required property MineBody mine
    readonly property bool helped: mine.live
    // What the buttons leave of the width.
    readonly property real free: Theme.leftHanded ? width - buttons.x - buttons.width : buttons.x

    TextMetrics {
        id: whole

        font.family: name.font.family
        font.pixelSize: Math.round(Theme.title * 1.15)
        font.weight: Font.Bold
        text: header.mine.who
    }
    Item {
        id: who

        LayoutMirroring.enabled: Theme.leftHanded
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.top: parent.top
        width: header.mine.notice === "" ? header.free - (Theme.leftHanded ? 4 : 2) * Theme.gap : Math.min(Math.ceil(whole.advanceWidth), 0.3 * parent.width)

        Words {
            id: name

            elide: Text.ElideRight
            font.pixelSize: Math.round(Theme.title * 1.15)
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            height: Math.round(parent.height * (workout.visible ? 0.54 : 1))
            minimumPixelSize: Theme.body
            objectName: "mine-name"
            text: header.mine.who
            width: parent.width
        }
        Words {
            id: workout

            anchors.bottom: parent.bottom
            color: Theme.soft
            elide: Text.ElideRight
            font.pixelSize: Math.round(Theme.title * 0.9)
            fontSizeMode: Text.HorizontalFit
            height: parent.height - name.height
            minimumPixelSize: Theme.smallest
            objectName: "mine-workout"
            text: header.mine.company === "" ? header.mine.workout : header.mine.workout + " · " + header.mine.company
            visible: header.mine.notice === ""
            width: parent.width
        }
    }
    Rectangle {
        LayoutMirroring.enabled: Theme.leftHanded
        anchors.bottom: parent.bottom
        anchors.left: who.right
        anchors.leftMargin: 2 * Theme.gap
        anchors.right: buttons.left
        anchors.rightMargin: 2 * Theme.gap
        anchors.top: parent.top
        color: Theme.notice
        radius: Theme.radius
        visible: header.mine.notice !== ""

        Words {
            anchors.fill: parent
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.gap
            color: Theme.noticeText
            elide: Text.ElideRight
            font.pixelSize: Theme.title
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.tiniest
            objectName: "mine-notice"
            text: header.mine.notice
            wrapMode: Text.Wrap
        }
    }
    Row {
        id: buttons

        LayoutMirroring.enabled: Theme.leftHanded
        anchors.right: sign.left
        anchors.rightMargin: header.helped ? Theme.touch / 2 : 0
        spacing: Theme.gap

        BigButton {
            label: qsTr("Unwell?")
            objectName: "unwell"
            visible: header.helped

            onTapped: header.mine.view.care.open("unwell")
        }
        BigButton {
            label: qsTr("More")
            objectName: "more"
            visible: header.helped

            onTapped: header.mine.view.care.open("more")
        }
    }
    StopSign {
        id: sign

        LayoutMirroring.enabled: Theme.leftHanded
        anchors.right: parent.right
        stop: header.mine.stop
        visible: stop.stoppable
        width: visible ? Theme.touch : 0
    }
}
