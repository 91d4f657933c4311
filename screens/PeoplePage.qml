// The roster for coaches: everybody by letter, a screenful at a time, and one person's card.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property PeopleModel view
    readonly property PeopleCardModel card: view.card
    readonly property bool several: view.people.turns
    readonly property int columns: Math.max(1, Math.floor((width + Theme.gap) / (4.2 * Theme.touch + Theme.gap)))
    readonly property int rowRoom: Math.max(1, Math.floor((height - grid.y - Theme.touch - Theme.gap) / (1.2 * Theme.touch + Theme.gap)))
    readonly property int capacity: columns * rowRoom
    readonly property int letterRoom: Math.floor((width - 3.2 * Theme.touch - Theme.gap) / (1.5 * Theme.touch + Theme.gap))

    function fit() {
        view.fit(letterRoom);
        view.people.fit(capacity, capacity);
    }

    Component.onCompleted: {
        fit();
        view.refresh();
    }
    onCapacityChanged: fit()
    onLetterRoomChanged: fit()

    PageHead {
        id: head

        title: page.card.shown ? page.card.name : page.view.title
        titleRoom: (page.card.shown ? (join.visible ? join.x : erase.x) : width) - 2.4 * Theme.touch - 3 * Theme.gap
        width: parent.width

        onBack: page.view.back()

        BigButton {
            id: join

            anchors.right: erase.left
            anchors.rightMargin: Theme.gap
            label: qsTr("Make a member")
            objectName: "join"
            primary: true
            width: Math.min(implicitWidth, (Theme.portrait ? 2 : 4) * Theme.touch)
            visible: page.card.isGuest && !page.card.isOpen

            onTapped: page.card.join()
        }
        BigButton {
            id: erase

            anchors.right: remove.left
            anchors.rightMargin: Theme.gap
            enabled: !page.card.removing
            label: qsTr("Erase")
            objectName: "erase-person"
            visible: remove.visible

            onTapped: page.card.eraseAll()
        }
        BigButton {
            id: remove

            anchors.right: parent.right
            enabled: !page.card.removing
            label: page.card.removing ? qsTr("Removing …") : qsTr("Take off")
            objectName: "remove"
            visible: page.card.shown && !page.card.isOpen

            onTapped: page.card.remove()
        }
    }
    Rectangle {
        id: trouble

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        color: Theme.notice
        height: sentence.text !== "" ? sentence.implicitHeight + 2 * Theme.gap : 0
        radius: Theme.radius
        visible: page.card.trouble !== ""

        Words {
            id: sentence

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.noticeText
            font.weight: Font.Medium
            objectName: "people-trouble"
            text: page.card.trouble
            width: parent.width - 4 * Theme.gap
            wrapMode: Text.Wrap
            x: 2 * Theme.gap
        }
    }
    Loader {
        active: page.card.shown
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: trouble.bottom
        anchors.topMargin: Theme.gap

        sourceComponent: PersonCard {
            view: page.card
        }
    }
    Item {
        id: grid

        readonly property int rows: page.several ? page.rowRoom : Math.max(1, Math.ceil(page.view.people.total / page.columns))
        readonly property real tileWidth: (width - (page.columns - 1) * Theme.gap) / page.columns
        readonly property real tileHeight: Math.min(1.9 * Theme.touch, (height - (rows - 1) * Theme.gap) / rows)

        anchors.bottom: page.several ? turning.top : parent.bottom
        anchors.bottomMargin: page.several ? Theme.gap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: trouble.bottom
        anchors.topMargin: Theme.gap
        visible: !page.card.shown

        Repeater {
            model: page.view.people.rows

            delegate: PeopleTile {
                height: grid.tileHeight
                width: grid.tileWidth
                x: (index % page.columns) * (grid.tileWidth + Theme.gap)
                y: Math.floor(index / page.columns) * (grid.tileHeight + Theme.gap)

                onTapped: page.view.choose(athlete)
            }
        }
        EmptyState {
            advice: qsTr("People add themselves: they touch “Tap in” on the first page, then “I’m new here”.")
            anchors.centerIn: parent
            name: "people-nobody"
            sign: "people"
            title: page.view.people.total === 0 ? qsTr("Nobody is on the roster yet") : ""
            width: Math.min(parent.width - 8 * Theme.gap, 13 * Theme.touch)
        }
    }
    Item {
        id: turning

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.touch
        visible: page.several && !page.card.shown

        TurnButton {
            back: true
            lines: page.view.people
            objectName: "people-before"
        }
        Repeater {
            id: letters

            readonly property real share: (turning.width - 3.2 * Theme.touch - Theme.gap) / Math.max(1, count)

            model: page.view.letters

            delegate: LetterButton {
                width: letters.share - Theme.gap
                x: 1.6 * Theme.touch + Theme.gap + index * letters.share

                onTapped: page.view.jump(index)
            }
        }
        TurnButton {
            anchors.right: parent.right
            back: false
            lines: page.view.people
            objectName: "people-after"
        }
    }
}
