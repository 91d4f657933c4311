// Who is here? Straps that have just appeared, and the roster, a screenful at a time.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property TapInModel view
    required property WalkModel walk
    required property StrapQuestionModel question

    readonly property bool several: view.people.turns
    readonly property real strapWidth: 3.2 * Theme.touch
    readonly property int strapRoom: Math.floor((straps.width - appeared.width - Theme.gap) / (strapWidth + Theme.gap))
    readonly property int letterRoom: Math.floor((width - 2 * arrowWidth - Theme.gap) / (1.5 * Theme.touch + Theme.gap))
    readonly property real arrowWidth: 1.6 * Theme.touch

    // As few columns as still show everybody: fewer columns are larger tiles.
    readonly property int mostColumns: Math.max(1, Math.floor((grid.width + Theme.gap) / (3.1 * Theme.touch + Theme.gap)))
    readonly property int fewestColumns: Math.min(mostColumns, Math.ceil((grid.width + Theme.gap) / (6.5 * Theme.touch + Theme.gap)))
    readonly property int rowRoom: Math.max(1, Math.floor((fullHeight + Theme.gap) / (1.15 * Theme.touch + Theme.gap)))
    readonly property int rowRoomAbove: Math.max(1, Math.floor((fullHeight - Theme.touch) / (1.15 * Theme.touch + Theme.gap)))
    // From what is above, not from the grid itself: how much is in it decides where that ends.
    readonly property real fullHeight: height - 2 * Theme.gap - (straps.visible ? straps.y + straps.height : question.visible ? question.y + question.height : head.y + head.height)
    readonly property int columns: Math.max(fewestColumns, Math.min(mostColumns, Math.ceil(view.people.total / rowRoom)))
    readonly property int room: mostColumns * rowRoom
    readonly property int turnedRoom: mostColumns * rowRoomAbove
    readonly property int shownRows: several ? rowRoomAbove : Math.max(1, Math.ceil(view.people.total / columns))
    readonly property real tileWidth: (grid.width - (columns - 1) * Theme.gap) / columns
    readonly property real tileHeight: Math.min(2.4 * Theme.touch, (grid.height - (shownRows - 1) * Theme.gap) / shownRows)

    // Apart from the line of straps, which takes room from the people when it comes.
    function fitPeople() {
        view.people.fit(room, turnedRoom);
    }
    function fitLines() {
        view.fit(letterRoom, strapRoom);
    }

    Component.onCompleted: {
        fitLines();
        fitPeople();
        view.refresh();
    }
    onLetterRoomChanged: fitLines()
    onRoomChanged: fitPeople()
    onStrapRoomChanged: fitLines()
    onTurnedRoomChanged: fitPeople()

    PageHead {
        id: head

        title: qsTr("Who are you?")
        titleRoom: shelf.x - 2 * Theme.touch + Theme.corner
        width: parent.width

        onBack: page.walk.goBack()

        BigButton {
            id: shelf

            anchors.right: newcomer.left
            anchors.rightMargin: Theme.gap
            label: qsTr("Club straps")
            objectName: "club-straps"

            onTapped: page.walk.goShelf()
        }
        BigButton {
            id: newcomer

            anchors.right: guest.left
            anchors.rightMargin: Theme.gap
            label: qsTr("I’m new here")
            objectName: "new-person"

            onTapped: page.view.newPerson()
        }
        BigButton {
            id: guest

            anchors.right: parent.right
            label: qsTr("Guest")
            objectName: "guest"

            onTapped: page.walk.goGuest()
        }
    }
    StrapCard {
        id: question

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        height: implicitHeight
        view: page.question
    }
    Item {
        id: straps

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: question.visible ? question.bottom : head.bottom
        anchors.topMargin: Theme.gap
        height: Theme.touch
        visible: page.view.hasStraps

        Words {
            id: appeared

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.soft
            font.pixelSize: Theme.body
            leftPadding: Theme.gap
            rightPadding: 2 * Theme.gap
            text: qsTr("Just\nappeared")
        }
        Repeater {
            model: page.view.straps

            delegate: StrapChip {
                height: Theme.touch
                width: page.strapWidth
                x: appeared.width + index * (page.strapWidth + Theme.gap)

                onTapped: page.view.chooseStrap(strap)
            }
        }
    }
    Item {
        id: grid

        anchors.bottom: page.several ? turning.top : parent.bottom
        anchors.bottomMargin: page.several ? Theme.gap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: straps.visible ? straps.bottom : question.visible ? question.bottom : head.bottom
        anchors.topMargin: 2 * Theme.gap

        Repeater {
            model: page.view.people.rows

            delegate: PersonTile {
                height: page.tileHeight
                width: page.tileWidth
                x: (index % page.columns) * (page.tileWidth + Theme.gap)
                y: Math.floor(index / page.columns) * (page.tileHeight + Theme.gap)

                onTapped: page.view.choosePerson(athlete)
            }
        }
        EmptyState {
            action: qsTr("I’m new here")
            actionName: "first-person"
            advice: qsTr("Be the first: a nickname is enough to begin.")
            anchors.centerIn: parent
            name: "nobody"
            sign: "people"
            title: page.view.people.total === 0 ? qsTr("Nobody is on the roster yet") : ""
            width: Math.min(parent.width - 2 * Theme.room, 12 * Theme.touch)

            onTapped: page.view.newPerson()
        }
    }
    Item {
        id: turning

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.touch
        visible: page.several

        TurnButton {
            back: true
            lines: page.view.people
            objectName: "people-before"
            width: page.arrowWidth
        }
        Repeater {
            id: letters

            readonly property real share: (turning.width - 2 * page.arrowWidth - Theme.gap) / Math.max(1, count)

            model: page.view.letters

            delegate: LetterButton {
                width: letters.share - Theme.gap
                x: page.arrowWidth + Theme.gap + index * letters.share

                onTapped: page.view.jump(index)
            }
        }
        TurnButton {
            anchors.right: parent.right
            back: false
            lines: page.view.people
            objectName: "people-after"
            width: page.arrowWidth
        }
    }
}
