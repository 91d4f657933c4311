// Who is here? Straps that have just appeared, and the roster, a screenful at a time.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property TapInModel view
    required property WalkModel walk
    required property StrapQuestionModel question

    readonly property bool several: view.hasBefore || view.hasMore
    readonly property real strapWidth: 3.2 * Theme.touch
    readonly property int strapRoom: Math.floor((straps.width - appeared.width - Theme.gap) / (strapWidth + Theme.gap))
    readonly property int letterRoom: Math.floor((width - 2 * arrowWidth - Theme.gap) / (1.5 * Theme.touch + Theme.gap))
    readonly property real arrowWidth: 1.6 * Theme.touch

    // As few columns as still show everybody: fewer columns are larger tiles.
    readonly property int mostColumns: Math.max(1, Math.floor((grid.width + Theme.gap) / (3.1 * Theme.touch + Theme.gap)))
    readonly property int fewestColumns: Math.min(mostColumns, Math.ceil((grid.width + Theme.gap) / (6.5 * Theme.touch + Theme.gap)))
    readonly property int rowRoom: Math.max(1, Math.floor((fullHeight + Theme.gap) / (1.15 * Theme.touch + Theme.gap)))
    readonly property int rowRoomAbove: Math.max(1, Math.floor((fullHeight - Theme.touch) / (1.15 * Theme.touch + Theme.gap)))
    readonly property real fullHeight: height - grid.y
    readonly property int columns: Math.max(fewestColumns, Math.min(mostColumns, Math.ceil(view.count / rowRoom)))
    readonly property int capacity: view.count <= mostColumns * rowRoom ? mostColumns * rowRoom : mostColumns * rowRoomAbove
    readonly property int shownRows: several ? rowRoomAbove : Math.max(1, Math.ceil(view.count / columns))
    readonly property real tileWidth: (grid.width - (columns - 1) * Theme.gap) / columns
    readonly property real tileHeight: Math.min(2.4 * Theme.touch, (grid.height - (shownRows - 1) * Theme.gap) / shownRows)

    function fit() {
        view.fit(capacity, letterRoom, strapRoom);
    }

    Component.onCompleted: {
        fit();
        view.refresh();
    }
    onCapacityChanged: fit()
    onLetterRoomChanged: fit()
    onStrapRoomChanged: fit()

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
            primary: page.view.count === 0

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
            model: page.view.people

            delegate: PersonTile {
                height: page.tileHeight
                width: page.tileWidth
                x: (index % page.columns) * (page.tileWidth + Theme.gap)
                y: Math.floor(index / page.columns) * (page.tileHeight + Theme.gap)

                onTapped: page.view.choosePerson(athlete)
            }
        }
        Words {
            anchors.centerIn: parent
            color: Theme.soft
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            objectName: "nobody"
            text: qsTr("Nobody is on the roster yet. Tap “I’m new here” and be the first.")
            visible: page.view.count === 0
            width: parent.width - 8 * Theme.gap
            wrapMode: Text.Wrap
        }
    }
    Item {
        id: turning

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.touch
        visible: page.several

        BigButton {
            enabled: page.view.hasBefore
            label: "‹"
            labelSize: Theme.title * 1.4
            objectName: "people-before"
            width: page.arrowWidth

            onTapped: page.view.backward()
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
        BigButton {
            anchors.right: parent.right
            enabled: page.view.hasMore
            label: "›"
            labelSize: Theme.title * 1.4
            objectName: "people-after"
            width: page.arrowWidth

            onTapped: page.view.forward()
        }
    }
}
