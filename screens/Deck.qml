// A deck as it shall stand, drawn: flat or raised, with the sensor and a spirit level on it.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: deck

    property bool raised: false
    property color colour: Theme.accent
    readonly property real thick: Math.max(4, height * 0.06)

    // The floor.
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.outline
        height: Math.max(2, Theme.hairline)
        width: parent.width
    }
    // What the deck turns about, and what it stands on.
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.zoneless
        height: deck.height * 0.18
        width: deck.thick
        x: parent.width * 0.14
    }
    Rectangle {
        color: Theme.zoneless
        height: deck.height - y
        width: deck.thick
        x: parent.width * 0.82
        y: deck.height * (deck.raised ? 0.5 : 0.82)
    }
    Item {
        id: belt

        height: deck.thick
        rotation: deck.raised ? -13 : 0
        transformOrigin: Item.Left
        width: parent.width * 0.8
        x: parent.width * 0.1
        y: deck.height * 0.8

        Rectangle {
            anchors.fill: parent
            color: Theme.text
            radius: height / 2
        }
        // The sensor.
        Rectangle {
            anchors.bottom: parent.top
            anchors.bottomMargin: Theme.hairline
            color: deck.colour
            height: 1.6 * deck.thick
            radius: height * 0.2
            width: 2.4 * deck.thick
            x: parent.width * 0.16
        }
        // The level: its bubble rises to where it is higher.
        Rectangle {
            anchors.bottom: parent.top
            anchors.bottomMargin: Theme.hairline
            border.color: Theme.text
            border.width: 2 * Theme.hairline
            color: Qt.tint(Theme.surface, Qt.alpha(deck.colour, 0.25))
            height: 2 * deck.thick
            radius: height / 2
            width: parent.width * 0.4
            x: parent.width * 0.38

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.good
                height: width
                radius: width / 2
                width: parent.height * 0.62
                x: deck.raised ? parent.width - width - parent.height * 0.2 : (parent.width - width) / 2

            }
            // Its marks.
            Repeater {
                model: 2

                Rectangle {
                    required property int index

                    color: Theme.text
                    height: parent.height
                    width: Math.max(1, Theme.hairline)
                    x: parent.width / 2 + (index === 0 ? -1 : 1) * parent.height * 0.5
                }
            }
        }
        // The console.
        Rectangle {
            anchors.bottom: parent.bottom
            color: Theme.zoneless
            height: deck.height * 0.34
            radius: width / 2
            width: deck.thick
            x: parent.width - width

            Rectangle {
                anchors.right: parent.right
                color: Theme.zoneless
                height: deck.thick
                radius: height / 2
                width: deck.height * 0.16
            }
        }
    }
}
