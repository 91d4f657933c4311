// How the machine is doing; what is longer than the glass is drawn up with a finger.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property HealthModel view
    required property WalkModel walk

    PageHead {
        id: head

        title: qsTr("The kiosk’s health")
        width: parent.width
        z: 2

        onBack: page.walk.goBack()

        Words {
            anchors.right: parent.right
            anchors.rightMargin: 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            color: page.view.loud ? Theme.danger : Theme.soft
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            objectName: "health-summary"
            text: page.view.summary
        }
    }
    // Drawn signs know no clip: what is drawn up goes behind these.
    Rectangle {
        anchors.fill: head
        anchors.margins: -2 * Theme.gap
        color: Theme.background
        z: 1
    }
    Flickable {
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: 2 * Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: lines.height
        interactive: contentHeight > height

        Column {
            id: lines

            spacing: Theme.gap
            width: parent.width

            Repeater {
                model: page.view.lines

                delegate: HealthLine {
                    width: lines.width
                }
            }
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Math.max(1.2 * Theme.touch, 3.2 * Theme.body)
        z: 1

        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.gap
            color: Theme.background
        }
        Words {
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: install.left
            anchors.rightMargin: 2 * Theme.gap
            color: page.view.trouble ? Theme.danger : Theme.soft
            font.pixelSize: Theme.body
            fontSizeMode: Text.Fit
            height: parent.height
            minimumPixelSize: Theme.smallest
            objectName: "support-hint"
            text: page.view.hint
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.Wrap
        }
        BigButton {
            id: install

            anchors.right: save.left
            anchors.rightMargin: visible ? 2 * Theme.gap : 0
            height: parent.height
            label: page.view.update
            objectName: "install-update"
            visible: label !== ""
            width: visible ? Math.max(implicitWidth, 0.22 * parent.width) : 0

            onTapped: page.view.installUpdate()
        }
        BigButton {
            id: save

            anchors.right: parent.right
            enabled: page.view.savable
            height: parent.height
            label: qsTr("Save for support")
            objectName: "save-support"
            primary: true
            width: Math.max(implicitWidth, 0.26 * parent.width)

            onTapped: page.view.saveSupport()
        }
    }
}
