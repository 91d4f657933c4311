// The workouts for coaches: all of them, one to look at, and one being changed.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property ProtocolsModel view
    readonly property bool listed: !view.isOpen && !view.isEditing
    readonly property int columns: Math.max(1, Math.floor((width + Theme.gap) / (5.2 * Theme.touch + Theme.gap)))
    readonly property real lineHeight: 1.35 * Theme.touch + Theme.gap
    readonly property int rowRoom: Math.max(1, Math.floor((list.height + Theme.gap) / lineHeight))
    readonly property int turnedRoom: Math.max(1, Math.floor((list.height - Theme.touch) / lineHeight))

    function fit() {
        view.workouts.fit(columns * rowRoom, columns * turnedRoom);
    }

    Component.onCompleted: {
        fit();
        view.refresh();
    }
    onColumnsChanged: fit()
    onRowRoomChanged: fit()
    onTurnedRoomChanged: fit()

    PageHead {
        id: head

        title: page.view.title
        titleRoom: (page.listed ? make.x : page.view.isEditing && !page.view.editor.isTyping ? undo.x : width) - 2.4 * Theme.touch - 3 * Theme.gap
        width: parent.width

        onBack: page.view.back()

        BigButton {
            id: make

            anchors.right: parent.right
            label: qsTr("New workout")
            objectName: "protocol-new"
            primary: true
            visible: page.listed && page.view.canWrite

            onTapped: page.view.make()
        }
        BigButton {
            id: undo

            anchors.right: save.left
            anchors.rightMargin: Theme.gap
            enabled: page.view.editor.undoable
            label: qsTr("Undo")
            objectName: "protocol-undo"
            visible: save.visible

            onTapped: page.view.editor.undo()
        }
        BigButton {
            id: save

            anchors.right: parent.right
            enabled: page.view.editor.savable
            label: page.view.editor.saving ? qsTr("Saving …") : qsTr("Save")
            objectName: "protocol-save"
            primary: true
            visible: page.view.isEditing && !page.view.editor.isTyping
            width: Math.max(implicitWidth, 2.4 * Theme.touch)

            onTapped: page.view.save()
        }
    }
    Rectangle {
        id: note

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        color: page.view.trouble !== "" ? Theme.notice : Theme.raised
        height: visible ? sentence.implicitHeight + 2 * Theme.gap : 0
        radius: Theme.radius
        visible: !page.view.isEditing && sentence.text !== ""

        Words {
            id: sentence

            anchors.verticalCenter: parent.verticalCenter
            color: page.view.trouble !== "" ? Theme.noticeText : Theme.text
            font.weight: Font.Medium
            objectName: "protocol-note"
            text: page.view.trouble !== "" ? page.view.trouble : page.view.note
            width: parent.width - 4 * Theme.gap
            wrapMode: Text.Wrap
            x: 2 * Theme.gap
        }
    }
    Item {
        id: list

        readonly property real tileWidth: (width - (page.columns - 1) * Theme.gap) / page.columns

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: note.bottom
        anchors.topMargin: Theme.gap
        visible: page.listed

        Repeater {
            model: page.view.workouts.rows

            delegate: ProtocolTile {
                height: page.lineHeight - Theme.gap
                width: list.tileWidth
                x: (index % page.columns) * (list.tileWidth + Theme.gap)
                y: Math.floor(index / page.columns) * page.lineHeight

                onTapped: page.view.open(key)
            }
        }
        TurnPages {
            anchors.bottom: parent.bottom
            lines: page.view.workouts
            name: "protocols"
            width: parent.width
        }
    }
    Loader {
        active: page.view.isOpen
        anchors.fill: list

        sourceComponent: ProtocolDetail {
            view: page.view
        }
    }
    Loader {
        active: page.view.isEditing && !page.view.editor.isTyping
        anchors.fill: list

        sourceComponent: ProtocolEditor {
            view: page.view.editor
        }
    }
    Loader {
        active: page.view.isEditing && page.view.editor.isTyping
        anchors.fill: list

        sourceComponent: ProtocolName {
            view: page.view.editor
        }
    }
}
