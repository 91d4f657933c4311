// A workout being changed: how it runs, its steps, and of the chosen one what can be changed.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: editor

    required property ProtocolEditorModel view
    readonly property bool upright: Theme.portrait
    readonly property real lineHeight: Math.max(Theme.touch, Math.round(Theme.body * 2.9)) + Theme.gap
    readonly property int room: Math.max(2, Math.floor((lines.height + Theme.gap) / lineHeight))
    readonly property int turnedRoom: Math.max(1, Math.floor((lines.height - Theme.touch) / lineHeight))
    readonly property real listWidth: upright ? width : Math.max(0.36 * width, Math.min(0.42 * width, 6 * Theme.touch))

    function fit() {
        view.lines.fit(room, turnedRoom);
        view.find();
    }

    Component.onCompleted: fit()
    onRoomChanged: fit()
    onTurnedRoomChanged: fit()

    Timeline {
        id: timeline

        captioned: false
        height: Math.round(Math.max(0.95 * Theme.touch, editor.height * (editor.upright ? 0.13 : 0.17)))
        view: editor.view.timeline
        width: parent.width
    }
    // What is chosen is marked in it, every time that it comes.
    Repeater {
        model: editor.view.marks

        delegate: Rectangle {
            required property int index
            required property real begin
            required property real share

            color: Theme.accent
            height: Math.max(3, Math.round(Theme.gap * 0.8))
            radius: height / 2
            width: Math.max(height, share * timeline.width - Theme.hairline)
            x: begin * timeline.width
            y: timeline.height + Theme.gap * 0.4
        }
    }
    Item {
        id: lines

        readonly property real most: actions.y - timeline.height - 3.5 * Theme.gap

        height: editor.upright ? Math.round(most * 0.52) : most
        width: editor.listWidth
        y: timeline.height + 2.5 * Theme.gap

        Repeater {
            model: editor.view.lines.rows

            delegate: ProtocolStep {
                height: editor.lineHeight - Theme.gap
                width: lines.width
                y: index * editor.lineHeight

                onTapped: editor.view.select(place)
            }
        }
        TurnPages {
            anchors.bottom: parent.bottom
            lines: editor.view.lines
            name: "edit-lines"
            width: parent.width
        }
    }
    Item {
        id: panel

        readonly property int across: editor.upright || tiles.count < 5 ? Math.min(4, Math.max(1, tiles.count)) : 4
        readonly property real tileWidth: (width - (across - 1) * Theme.gap) / across
        readonly property real tileHeight: Math.min(1.5 * Theme.touch, Math.max(Theme.touch, 0.17 * height))
        readonly property int rows: Math.ceil(tiles.count / across)

        height: actions.y - y - Theme.gap
        width: editor.upright ? parent.width : parent.width - lines.width - 2 * Theme.gap
        x: editor.upright ? 0 : lines.width + 2 * Theme.gap
        y: editor.upright ? lines.y + lines.height + 2 * Theme.gap : lines.y

        Repeater {
            id: tiles

            model: editor.view.fields

            delegate: ProtocolField {
                height: panel.tileHeight
                width: panel.tileWidth
                x: (index % panel.across) * (panel.tileWidth + Theme.gap)
                y: Math.floor(index / panel.across) * (panel.tileHeight + Theme.gap)

                onTapped: editor.view.open(key)
            }
        }
        Item {
            id: buttons

            readonly property real keyHeight: Math.max(Theme.touch, Math.min(1.6 * Theme.touch, (height - 2 * Theme.gap) / 3))

            height: said.y - y - Theme.gap
            width: parent.width
            y: panel.rows * (panel.tileHeight + Theme.gap) + Theme.gap

            Repeater {
                model: editor.view.buttons

                delegate: ProtocolButton {
                    height: buttons.keyHeight
                    width: share * (buttons.width + Theme.gap) - Theme.gap
                    x: begin * (buttons.width + Theme.gap)
                    y: line * (buttons.keyHeight + Theme.gap)

                    onTapped: editor.view.press(key)
                }
            }
        }
        Rectangle {
            id: said

            color: editor.view.wrong ? Theme.notice : "transparent"
            height: Math.round(2.9 * Theme.body)
            radius: Theme.radius
            width: parent.width
            y: parent.height - height

            Words {
                color: editor.view.wrong ? Theme.noticeText : Theme.soft
                font.weight: editor.view.wrong ? Font.DemiBold : Font.Normal
                fontSizeMode: Text.Fit
                height: parent.height
                minimumPixelSize: Theme.smallest
                objectName: "edit-said"
                text: (editor.view.wrong ? "! " : "") + editor.view.said
                width: parent.width - 2 * Theme.gap
                wrapMode: Text.WordWrap
                x: Theme.gap
            }
        }
    }
    // Upright in two rows: seven abreast have no room for their words.
    Flow {
        id: actions

        readonly property int across: editor.upright ? 4 : 7
        readonly property real share: Math.floor((width - (across - 1) * spacing) / across)

        anchors.bottom: parent.bottom
        height: editor.upright ? 2 * Theme.touch + spacing : Theme.touch
        spacing: Theme.gap
        width: parent.width

        BigButton {
            enabled: editor.view.onStep
            height: Theme.touch
            label: qsTr("Up")
            objectName: "edit-up"
            width: actions.share

            onTapped: editor.view.move(-1)
        }
        BigButton {
            enabled: editor.view.onStep
            height: Theme.touch
            label: qsTr("Down")
            objectName: "edit-down"
            width: actions.share

            onTapped: editor.view.move(1)
        }
        BigButton {
            enabled: editor.view.onStep
            height: Theme.touch
            label: qsTr("Add before")
            objectName: "edit-add-before"
            width: actions.share

            onTapped: editor.view.addBefore()
        }
        BigButton {
            height: Theme.touch
            label: qsTr("Add after")
            objectName: "edit-add-after"
            width: actions.share

            onTapped: editor.view.addAfter()
        }
        BigButton {
            enabled: editor.view.onStep
            height: Theme.touch
            label: qsTr("Copy")
            objectName: "edit-duplicate"
            width: actions.share

            onTapped: editor.view.duplicate()
        }
        BigButton {
            enabled: editor.view.onStep && !editor.view.onRepeat
            height: Theme.touch
            label: qsTr("Repeat")
            objectName: "edit-repeat"
            width: actions.share

            onTapped: editor.view.repeat()
        }
        BigButton {
            enabled: editor.view.onStep
            height: Theme.touch
            label: qsTr("Remove")
            objectName: "edit-remove"
            width: actions.share

            onTapped: editor.view.remove()
        }
    }
}
