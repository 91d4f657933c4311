// The first start, a question at a time; later the administrator's PIN and the recovery code alone.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

FocusScope {
    id: page

    required property FirstRunModel view
    readonly property real share: Math.min(width - 4 * Theme.gap, 15 * Theme.touch)
    readonly property real buttonWidth: (share - 2 * Theme.gap) / 2

    focus: true

    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => event.accepted = page.view.physical(event.key, event.text)

    PageHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        title: page.view.title

        onBack: page.view.back()
    }
    Item {
        id: room

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: head.bottom
        anchors.topMargin: 2 * Theme.gap
        height: page.height - y - (foot.visible ? foot.height + 2 * Theme.gap : 0)
        width: page.share

        // Language and units: a touch takes effect at once.
        Column {
            id: language

            anchors.centerIn: parent
            spacing: 2 * Theme.gap
            visible: page.view.part === "language"
            width: parent.width

            Words {
                font.pixelSize: Theme.headline
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                objectName: "first-run-language"
                text: page.view.sentence
                width: parent.width
                wrapMode: Text.Wrap
            }
            Row {
                spacing: 2 * Theme.gap

                BigButton {
                    height: 1.5 * Theme.touch
                    label: "English"
                    labelSize: Theme.title
                    objectName: "language-en"
                    primary: page.view.language === "en"
                    width: page.buttonWidth

                    onTapped: page.view.choose("language", "en")
                }
                BigButton {
                    height: 1.5 * Theme.touch
                    label: "Deutsch"
                    labelSize: Theme.title
                    objectName: "language-de"
                    primary: page.view.language === "de"
                    width: page.buttonWidth

                    onTapped: page.view.choose("language", "de")
                }
            }
            Row {
                spacing: 2 * Theme.gap

                BigButton {
                    height: 1.5 * Theme.touch
                    label: qsTr("km, kg")
                    labelSize: Theme.title
                    objectName: "units-metric"
                    primary: page.view.units === "metric"
                    width: page.buttonWidth

                    onTapped: page.view.choose("units", "metric")
                }
                BigButton {
                    height: 1.5 * Theme.touch
                    label: qsTr("miles, lb")
                    labelSize: Theme.title
                    objectName: "units-imperial"
                    primary: page.view.units === "imperial"
                    width: page.buttonWidth

                    onTapped: page.view.choose("units", "imperial")
                }
            }
        }
        Column {
            id: club

            anchors.left: parent.left
            anchors.right: parent.right
            spacing: 1.5 * Theme.gap
            visible: page.view.part === "club"

            Words {
                color: Theme.soft
                font.pixelSize: Theme.title
                objectName: "first-run-club"
                text: page.view.sentence
                width: parent.width
                wrapMode: Text.Wrap
            }
            Rectangle {
                border.color: Theme.accent
                border.width: 2 * Theme.hairline
                color: Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.12))
                height: Math.max(1.1 * Theme.touch, 2 * Theme.headline)
                radius: Theme.radius
                width: parent.width

                Words {
                    anchors.left: parent.left
                    anchors.leftMargin: 3 * Theme.gap
                    anchors.right: parent.right
                    anchors.rightMargin: 3 * Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    elide: Text.ElideLeft
                    font.pixelSize: Theme.headline
                    font.weight: Font.DemiBold
                    objectName: "club-name"
                    text: page.view.club
                }
            }
        }
        Keyboard {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: club.bottom
            anchors.topMargin: 2 * Theme.gap
            view: page.view.keyboard
            visible: page.view.part === "club"
        }
        // What is only told: the time, or how a forgotten PIN is helped.
        Column {
            anchors.centerIn: parent
            spacing: 3 * Theme.gap
            visible: page.view.part === "clock" || page.view.part === "recover"
            width: parent.width

            Words {
                font.pixelSize: 0.7 * Theme.display
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignHCenter
                minimumPixelSize: Theme.headline
                objectName: "first-run-clock"
                text: page.view.clock
                visible: page.view.part === "clock"
                width: parent.width
            }
            Words {
                font.pixelSize: Theme.title
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 1.2
                objectName: "first-run-told"
                text: page.view.sentence
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
        CoachForm {
            anchors.fill: parent
            view: page.view.form
            visible: page.view.part === "pin"
        }
        // The code twice: for a telephone, and in letters.
        Item {
            id: sheet

            readonly property real side: Math.min(Theme.portrait ? 0.5 * height : height, 0.45 * parent.width)

            anchors.fill: parent
            visible: page.view.part === "code"

            QrCode {
                id: code

                height: sheet.side
                objectName: "recovery-qr"
                text: page.view.code
                visible: page.view.code !== ""
                width: sheet.side
                x: Theme.portrait ? (parent.width - width) / 2 : 0
                y: Theme.portrait ? 0 : (parent.height - height) / 2
            }
            Column {
                spacing: 2 * Theme.gap
                width: parent.width - (Theme.portrait ? 0 : sheet.side + 3 * Theme.gap)
                x: parent.width - width
                y: Theme.portrait ? sheet.side + 3 * Theme.gap : Math.max(0, (parent.height - height) / 2)

                Words {
                    font.family: "monospace"
                    font.pixelSize: Theme.headline * 1.2
                    font.weight: Font.Bold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.body
                    objectName: "recovery-code"
                    text: page.view.code
                    visible: text !== ""
                    width: parent.width
                }
                Words {
                    font.pixelSize: Theme.title * 0.9
                    lineHeight: 1.15
                    objectName: "recovery-sentence"
                    text: page.view.trouble !== "" ? page.view.trouble : page.view.sentence
                    width: parent.width
                    wrapMode: Text.Wrap
                }
                BigButton {
                    label: qsTr("Try again")
                    objectName: "code-again"
                    visible: page.view.trouble !== ""

                    onTapped: page.view.again()
                }
            }
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        height: 1.2 * Theme.touch
        visible: page.view.onward !== ""
        width: page.share

        BigButton {
            anchors.right: parent.right
            enabled: page.view.ready
            height: parent.height
            label: page.view.onward
            labelSize: Theme.title
            objectName: "onward"
            primary: true
            width: page.buttonWidth

            onTapped: page.view.forward()
        }
    }
}
