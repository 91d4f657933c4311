// Training tonight without a name: one touch on a strap's number. Or a guest gives a name, to stay.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

FocusScope {
    id: page

    required property GuestModel view
    required property WalkModel walk

    readonly property int columns: Math.max(2, Math.floor((grid.width + Theme.gap) / (2.3 * Theme.touch + Theme.gap)))
    readonly property int rows: Math.max(1, Math.floor((grid.height + Theme.gap) / (1.6 * Theme.touch + Theme.gap)))
    readonly property int room: columns * rows
    // Few straps are large tiles.
    readonly property int across: Math.min(columns, Math.max(2, Math.ceil(Math.sqrt(view.straps.total * grid.width / Math.max(1, 1.3 * grid.height)))))
    readonly property int down: Math.max(1, Math.min(rows, Math.ceil(view.straps.total / across)))
    readonly property real tileWidth: Math.min((grid.width - (across - 1) * Theme.gap) / across, 6 * Theme.touch)
    readonly property real tileHeight: Math.min((grid.height - (down - 1) * Theme.gap) / down, 4 * Theme.touch)

    focus: true

    Component.onCompleted: {
        forceActiveFocus();
        view.straps.fit(room, room);
        view.refresh();
    }
    Keys.onPressed: event => event.accepted = page.view.physical(event.key, event.text)
    onRoomChanged: view.straps.fit(room, room)

    PageHead {
        id: head

        title: page.view.title
        width: parent.width

        onBack: page.walk.goBack()
    }
    Rectangle {
        id: said

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        color: page.view.refused ? Theme.notice : "transparent"
        height: sentence.implicitHeight + 2 * Theme.gap
        radius: Theme.radius

        Words {
            id: sentence

            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            color: page.view.refused ? Theme.noticeText : Theme.text
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            objectName: "prompt"
            text: page.view.prompt
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.Wrap
        }
    }
    // -- a strap ----------------------------------------------------------------------------------
    Item {
        id: grid

        anchors.bottom: consent.top
        anchors.bottomMargin: Theme.margin
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: said.bottom
        anchors.topMargin: Theme.gap
        enabled: !page.view.saving
        opacity: enabled ? 1 : 0.4
        visible: !page.view.naming

        Repeater {
            model: page.view.straps.rows

            delegate: GuestTile {
                height: page.tileHeight
                width: page.tileWidth
                x: (index % page.across) * (page.tileWidth + Theme.gap)
                y: Math.floor(index / page.across) * (page.tileHeight + Theme.gap)

                onTapped: number => page.view.choose(number)
            }
        }
        EmptyState {
            advice: qsTr("How hard it feels guides you, from 1 to 10.")
            anchors.centerIn: parent
            name: "guest-empty"
            sign: "protocols"
            title: page.view.straps.total === 0 ? qsTr("It goes without a strap, too") : ""
            width: Math.min(parent.width - 2 * Theme.room, 12 * Theme.touch)
        }
    }
    Rectangle {
        id: consent

        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        color: page.view.applies ? Theme.notice : Theme.surface
        height: lines.implicitHeight + 2 * Theme.margin
        radius: Theme.radius
        visible: !page.view.naming

        Column {
            id: lines

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Words {
                font.pixelSize: Theme.body
                font.weight: Font.Medium
                objectName: "guest-consent"
                text: page.view.stored
                width: parent.width
                wrapMode: Text.Wrap
            }
            Words {
                color: page.view.applies ? Theme.noticeText : Theme.text
                font.pixelSize: Theme.body
                objectName: "guest-health"
                text: page.view.health
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }
    Item {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        enabled: !page.view.saving
        height: Theme.touch
        visible: !page.view.naming

        // What the two keys that turn the pages leave to each of the others.
        readonly property real beside: (width - turner.childrenRect.width - 2 * Theme.gap) / 2

        BigButton {
            id: applies

            label: page.view.applies ? qsTr("Nothing applies to me") : qsTr("Something applies to me")
            objectName: "guest-applies"
            width: Math.min(implicitWidth, turner.visible ? buttons.beside : 0.4 * parent.width)

            onTapped: page.view.apply()
        }
        TurnPages {
            id: turner

            anchors.left: applies.right
            anchors.leftMargin: Theme.gap
            anchors.right: without.left
            lines: page.view.straps
            name: "guest-straps"
        }
        BigButton {
            id: without

            anchors.right: parent.right
            label: qsTr("Without a strap")
            objectName: "guest-without"
            primary: page.view.straps.total === 0
            width: Math.min(implicitWidth, turner.visible ? buttons.beside : 0.34 * parent.width)

            onTapped: page.view.without()
        }
    }
    // -- a name -----------------------------------------------------------------------------------
    Rectangle {
        id: name

        anchors.left: parent.left
        anchors.right: stay.left
        anchors.rightMargin: Theme.gap
        anchors.top: said.bottom
        anchors.topMargin: Theme.gap
        border.color: Theme.accent
        border.width: 2 * Theme.hairline
        color: Theme.surface
        height: 1.2 * Theme.touch
        radius: Theme.radius
        visible: page.view.naming

        Words {
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideLeft
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            objectName: "guest-name"
            text: page.view.name
        }
    }
    BigButton {
        id: stay

        anchors.right: parent.right
        anchors.top: name.top
        enabled: page.view.name !== "" && !page.view.saving
        height: name.height
        label: qsTr("I agree – stay")
        objectName: "guest-stay"
        primary: true
        visible: page.view.naming

        onTapped: page.view.stay()
    }
    Words {
        id: stored

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.top: name.bottom
        anchors.topMargin: Theme.gap
        color: Theme.soft
        font.pixelSize: Theme.body
        text: page.view.stored
        visible: page.view.naming
        wrapMode: Text.Wrap
    }
    Keyboard {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: stored.bottom
        anchors.topMargin: Theme.gap
        enabled: !page.view.saving
        view: page.view.keyboard
        visible: page.view.naming
    }
}
