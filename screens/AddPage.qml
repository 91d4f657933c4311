// A new person on the roster: who, which strap, which heart rates; consent is the button's label.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

FocusScope {
    id: page

    required property AddPersonModel view
    readonly property real buttonWidth: Theme.portrait ? (width - Theme.corner - 2 * Theme.gap) / 2 : Math.min(5 * Theme.touch, 0.27 * width)
    readonly property real fieldHeight: Math.max((Theme.portrait ? 1.15 : 1) * Theme.touch, Math.round(1.3 * (Theme.body + Theme.title) + 2 * Theme.gap))

    readonly property real barHeight: Theme.portrait ? Theme.touch : Math.max(Theme.touch, consent.implicitHeight)

    focus: true

    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => event.accepted = page.view.physical(event.key, event.text)

    BigButton {
        id: cancel

        enabled: !page.view.saving
        height: page.barHeight
        label: qsTr("Cancel")
        objectName: "cancel"
        width: Theme.portrait ? page.buttonWidth : 0.6 * page.buttonWidth
        x: Theme.leftCorner

        onTapped: page.view.cancel()
    }
    BigButton {
        id: save

        anchors.right: parent.right
        anchors.rightMargin: Theme.corner - Theme.leftCorner
        enabled: page.view.savable
        height: page.barHeight
        label: page.view.saveLabel
        objectName: "save-person"
        primary: page.view.complete || page.view.saving
        width: page.buttonWidth

        onTapped: page.view.save()
    }
    Words {
        id: consent

        font.pixelSize: 1.15 * Theme.body
        height: Theme.portrait ? implicitHeight : page.barHeight
        horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignRight
        objectName: "consent"
        text: page.view.consent
        width: Theme.portrait ? parent.width - 2 * x : save.x - x - 2 * Theme.gap
        wrapMode: Text.Wrap
        x: Theme.portrait ? Theme.gap : cancel.x + cancel.width + 2 * Theme.gap
        y: Theme.portrait ? Theme.touch + Theme.gap : 0
    }
    Item {
        id: fields

        readonly property int across: Theme.portrait ? 2 : 4
        readonly property real share: (width - (across - 1) * Theme.gap) / across

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: consent.bottom
        anchors.topMargin: 2 * Theme.gap
        height: (page.fieldHeight + Theme.gap) * (Theme.portrait ? 4 : 2) - Theme.gap

        // Name and strap are wide, the numbers are not.
        Repeater {
            model: page.view.fields

            delegate: FieldTile {
                id: tile

                required property int index
                readonly property int first: index < 2 ? 2 * index : index + 2
                readonly property int span: index < 2 ? 2 : 1

                height: page.fieldHeight
                width: span * (fields.share + Theme.gap) - Theme.gap
                x: (first % fields.across) * (fields.share + Theme.gap)
                y: Math.floor(first / fields.across) * (page.fieldHeight + Theme.gap)

                onTapped: page.view.edit(tile.name)
            }
        }
    }
    Rectangle {
        id: said

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: fields.bottom
        anchors.topMargin: Theme.gap
        color: page.view.refused ? Theme.notice : "transparent"
        height: Math.max(2 * Theme.title, sentence.implicitHeight + 2 * Theme.gap)
        radius: Theme.radius

        Words {
            id: sentence

            anchors.fill: parent
            anchors.leftMargin: 2 * Theme.gap
            anchors.rightMargin: 2 * Theme.gap
            color: page.view.refused ? Theme.noticeText : Theme.text
            font.pixelSize: (Theme.body + Theme.title) / 2
            font.weight: Font.Medium
            objectName: "prompt"
            text: page.view.prompt
            wrapMode: Text.Wrap
        }
    }
    Keyboard {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: said.bottom
        anchors.topMargin: Theme.gap
        enabled: !page.view.saving
        view: page.view.keyboard
        visible: !page.view.choosing
    }
    StrapList {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: said.bottom
        anchors.topMargin: Theme.gap
        enabled: !page.view.saving
        view: page.view
        visible: page.view.choosing
    }
}
