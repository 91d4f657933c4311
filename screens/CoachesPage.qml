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
            visible: !page.view.forming && page.view.addable

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
            anchors.right: admin.visible ? admin.left : page.view.chosen === "" ? parent.right : recode.visible ? recode.left : remove.visible ? remove.left : change.visible ? change.left : parent.right
            anchors.rightMargin: 2 * Theme.gap
            color: page.view.trouble !== "" ? Theme.noticeText : page.view.chosen === "" ? Theme.soft : Theme.text
            font.pixelSize: page.view.chosen === "" ? (Theme.body + Theme.title) / 2 : Theme.title
            font.weight: page.view.chosen === "" ? Font.Normal : Font.Bold
            fontSizeMode: Text.Fit
            height: parent.height
            minimumPixelSize: Theme.smallest
            objectName: "coaches-said"
            text: page.view.trouble !== "" ? page.view.trouble : page.view.hint
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
            visible: page.view.chosen !== "" && page.view.changeable && !page.view.recodable

            onTapped: page.view.askRemove()
        }
        BigButton {
            id: admin

            anchors.right: parent.right
            label: qsTr("Administrator’s PIN")
            objectName: "make-admin"
            visible: page.view.chosen === "" && page.view.adminless

            onTapped: page.view.administer()
        }
        BigButton {
            id: recode

            anchors.right: change.left
            anchors.rightMargin: Theme.gap
            label: qsTr("New recovery code")
            objectName: "new-code"
            visible: page.view.recodable

            onTapped: page.view.administer()
        }
        BigButton {
            id: change

            anchors.right: parent.right
            label: qsTr("Change PIN")
            objectName: "change-pin"
            primary: true
            visible: page.view.chosen !== "" && page.view.changeable

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
