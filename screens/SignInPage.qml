// A coach signs in: whose PIN, the PIN; or there is no coach yet, and somebody becomes the first.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

FocusScope {
    id: page

    required property SignInModel view

    focus: true

    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => event.accepted = page.view.physical(event.key, event.text)

    PageHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        title: page.view.part === "first" || page.view.part === "form" ? qsTr("The first coach") : qsTr("Coach")

        onBack: page.view.back()

        BigButton {
            anchors.right: parent.right
            label: qsTr("PIN forgotten?")
            objectName: "forgot-pin"
            visible: page.view.forgettable

            onTapped: page.view.forgot()
        }
    }
    Rectangle {
        id: stopped

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        color: Theme.stop
        height: visible ? Math.max(Theme.touch * 0.8, sentence.implicitHeight + 2 * Theme.gap) : 0
        objectName: "still-stopped"
        radius: Theme.radius
        visible: page.view.stopped

        Words {
            id: sentence

            anchors.left: parent.left
            anchors.margins: 2 * Theme.gap
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.ink
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.body
            text: qsTr("STOP: step off. A coach lets everybody go on.")
        }
    }
    Item {
        id: room

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: stopped.bottom
        anchors.topMargin: 2 * Theme.gap

        Column {
            anchors.centerIn: parent
            spacing: 4 * Theme.gap
            visible: page.view.part === "first"
            width: Math.min(parent.width - 8 * Theme.gap, 13 * Theme.touch)

            MenuSign {
                anchors.horizontalCenter: parent.horizontalCenter
                colour: Theme.accent
                height: width
                sign: "coaches"
                width: 1.4 * Theme.touch
            }
            Words {
                font.pixelSize: Theme.headline
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                objectName: "no-coach-yet"
                text: qsTr("Nobody is a coach here yet")
                width: parent.width
                wrapMode: Text.Wrap
            }
            Words {
                color: Theme.soft
                font.pixelSize: (Theme.body + Theme.title) / 2
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 1.2
                objectName: "first-coach-why"
                text: qsTr("Whoever looks after this kiosk chooses a name and a PIN. From then on people's data, the settings and going on after a stop are for coaches alone.")
                width: parent.width
                wrapMode: Text.Wrap
            }
            BigButton {
                anchors.horizontalCenter: parent.horizontalCenter
                height: 1.3 * Theme.touch
                label: qsTr("Become the first coach")
                labelSize: Theme.title
                objectName: "make-first"
                primary: true
                width: Math.min(parent.width, Math.max(implicitWidth, 5 * Theme.touch))

                onTapped: page.view.makeFirst()
            }
        }
        Words {
            id: question

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            color: Theme.soft
            font.pixelSize: Theme.title
            objectName: "who-are-you"
            text: qsTr("Who are you?")
            visible: page.view.part === "who"
        }
        CoachTiles {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: question.bottom
            anchors.topMargin: 2 * Theme.gap
            centred: true
            coaches: page.view.coaches
            visible: page.view.part === "who"

            onTouched: coach => page.view.choose(coach)
        }
        PinPad {
            anchors.fill: parent
            view: page.view.pad
            visible: page.view.part === "pin"
        }
        CoachForm {
            anchors.fill: parent
            view: page.view.form
            visible: page.view.part === "form"
        }
    }
}
