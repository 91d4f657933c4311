// What others see of somebody, everything to take home, and everything to erase.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property MyDataModel view
    readonly property int letter: Math.round(Theme.body * (Theme.portrait ? 1.3 : 1.1))
    readonly property real free: height - head.height - 6 * Theme.gap

    PageHead {
        id: head

        title: page.view.name === "" ? "" : qsTr("Data of %1").arg(page.view.name)
        titleRoom: width - 3 * Theme.touch
        width: parent.width

        onBack: page.view.goBack()
    }
    Rectangle {
        id: shown

        anchors.top: head.bottom
        anchors.topMargin: 2 * Theme.gap
        color: Theme.surface
        height: Math.round(page.free * 0.36)
        radius: Theme.radius
        width: parent.width

        Words {
            id: showTitle

            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            height: Math.round(Theme.title * 1.4)
            text: qsTr("What others see")
            x: 2 * Theme.gap
            y: Theme.gap
        }
        Row {
            id: kinds

            anchors.top: showTitle.bottom
            anchors.topMargin: Theme.gap
            height: Math.max(Theme.touch, Math.min(1.5 * Theme.touch, Math.round(shown.height * 0.36)))
            spacing: Theme.gap
            width: parent.width - 2 * x
            x: 2 * Theme.gap

            Repeater {
                model: page.view.kinds

                delegate: BigButton {
                    required property int index
                    required property string modelData

                    height: kinds.height
                    label: page.view.labels[index]
                    labelSize: Math.round((Theme.body + Theme.title) / 2)
                    objectName: "shows-" + modelData
                    primary: page.view.shows === modelData
                    width: (kinds.width - 2 * kinds.spacing) / 3

                    onTapped: page.view.showAs(modelData)
                }
            }
        }
        Words {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gap
            anchors.top: kinds.bottom
            color: Theme.soft
            font.pixelSize: page.letter
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.smallest
            objectName: "my-data-seen"
            text: page.view.seen
            width: parent.width - 2 * x
            wrapMode: Text.WordWrap
            x: 2 * Theme.gap
        }
    }
    MyDataCard {
        id: take

        action: qsTr("Take away")
        anchors.top: shown.bottom
        anchors.topMargin: Theme.gap
        bad: page.view.failed
        enabled: page.view.proven && !page.view.taking
        height: Math.round(page.free * 0.24)
        letter: page.letter
        name: "take-away"
        title: qsTr("Take your data away")
        width: parent.width
        words: page.view.taken

        onTapped: page.view.takeAway()
    }
    MyDataCard {
        id: erase

        action: qsTr("Erase …")
        anchors.top: take.bottom
        anchors.topMargin: Theme.gap
        bad: false
        enabled: page.view.erasable
        height: Math.round(page.free * 0.24)
        letter: page.letter
        name: "erase"
        title: qsTr("Erase everything")
        width: parent.width
        words: page.view.erasing

        onTapped: page.view.askErase()
    }
    Item {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: erase.bottom
        anchors.topMargin: Theme.gap

        Words {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.leftMargin: 2 * Theme.gap
            anchors.right: coach.left
            anchors.rightMargin: Theme.gap
            anchors.top: parent.top
            color: page.view.proven ? Theme.soft : Theme.noticeText
            font.pixelSize: page.letter
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.smallest
            objectName: "my-data-proof"
            text: page.view.proof
            wrapMode: Text.WordWrap
        }
        BigButton {
            id: coach

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            label: qsTr("Ask a coach")
            objectName: "ask-coach"
            visible: !page.view.proven
            width: visible ? implicitWidth : 0

            onTapped: page.view.askCoach()
        }
    }
}
