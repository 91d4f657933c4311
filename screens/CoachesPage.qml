// The coaches: one more, another PIN, no longer a coach.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

FocusScope {
    id: page

    required property CoachesModel view

    focus: true

    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => event.accepted = page.view.physical(event.key, event.text)

    PageHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        title: page.view.forming ? (page.view.chosen === "" ? qsTr("A new coach") : qsTr("A new PIN")) : qsTr("Coaches")
        titleRoom: width - (add.visible ? add.width : 0) - 2.4 * Theme.touch - 6 * Theme.gap

        onBack: page.view.back()

        BigButton {
            id: add

            anchors.right: parent.right
            label: qsTr("+ Add a coach")
            objectName: "add-coach"
            primary: true
            visible: !page.view.forming

            onTapped: page.view.add()
        }
    }
    CoachTiles {
        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: 3 * Theme.gap
        centred: true
        coaches: page.view.coaches
        visible: !page.view.forming

        onTouched: coach => page.view.choose(coach)
    }
    Item {
        id: bar

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.touch
        visible: !page.view.forming

        Words {
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: page.view.chosen === "" ? parent.right : remove.left
            anchors.rightMargin: 2 * Theme.gap
            color: page.view.trouble !== "" ? Theme.noticeText : page.view.chosen === "" ? Theme.soft : Theme.text
            font.pixelSize: page.view.chosen === "" ? (Theme.body + Theme.title) / 2 : Theme.title
            font.weight: page.view.chosen === "" ? Font.Normal : Font.Bold
            fontSizeMode: Text.Fit
            height: parent.height
            minimumPixelSize: Theme.smallest
            objectName: "coaches-said"
            text: page.view.trouble !== "" ? page.view.trouble : page.view.chosen === "" ? qsTr("Touch a name to change the PIN or to remove somebody.") : page.view.removable ? page.view.chosen : qsTr("The only coach stays: add another one first.")
            wrapMode: Text.WordWrap
        }
        BigButton {
            id: remove

            anchors.right: change.left
            anchors.rightMargin: Theme.gap
            colour: Theme.danger
            enabled: page.view.removable
            label: qsTr("Remove")
            objectName: "remove-coach"
            visible: page.view.chosen !== ""

            onTapped: page.view.askRemove()
        }
        BigButton {
            id: change

            anchors.right: parent.right
            label: qsTr("Change PIN")
            objectName: "change-pin"
            primary: true
            visible: page.view.chosen !== ""

            onTapped: page.view.changePin()
        }
    }
    CoachForm {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: 2 * Theme.gap
        view: page.view.form
        visible: page.view.forming
    }
}
