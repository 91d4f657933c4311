// Typing the name of the workout or of a step.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: sheet

    required property ProtocolEditorModel view

    Words {
        id: heading

        font.pixelSize: Theme.title
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.body
        objectName: "name-title"
        text: sheet.view.typingWhat
        width: parent.width - 2 * Theme.gap
        x: Theme.gap
    }
    Rectangle {
        id: field

        border.color: sheet.view.nameTrouble !== "" ? Theme.danger : Theme.accent
        border.width: 2 * Theme.hairline
        color: Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.16))
        height: Theme.touch
        radius: Theme.radius
        width: parent.width - done.width - Theme.gap
        y: heading.height + Theme.gap

        Words {
            id: typed

            elide: Text.ElideLeft
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            height: parent.height
            objectName: "typed-name"
            text: sheet.view.typed
            width: Math.min(implicitWidth, parent.width - 5 * Theme.gap)
            x: 2 * Theme.gap
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            height: Theme.title
            width: 2 * Theme.hairline
            x: typed.x + typed.width + Theme.hairline
        }
    }
    BigButton {
        id: done

        anchors.right: parent.right
        enabled: sheet.view.nameTrouble === ""
        height: Theme.touch
        label: qsTr("Done")
        objectName: "name-done"
        primary: true
        width: Math.max(implicitWidth, 2.4 * Theme.touch)
        y: field.y

        onTapped: sheet.view.keepName()
    }
    Words {
        id: trouble

        color: Theme.noticeText
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: Math.round(1.6 * Theme.body)
        minimumPixelSize: Theme.smallest
        objectName: "name-trouble"
        text: sheet.view.nameTrouble === "" ? "" : "! " + sheet.view.nameTrouble
        width: parent.width - 2 * Theme.gap
        x: Theme.gap
        y: field.y + field.height
    }
    Keyboard {
        anchors.bottom: parent.bottom
        height: Math.min(4 * 1.5 * Theme.touch, parent.height - trouble.y - trouble.height - Theme.gap)
        view: sheet.view.keyboard
        width: parent.width
    }
}
