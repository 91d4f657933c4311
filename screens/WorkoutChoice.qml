// One workout to choose: what it is called, how long it takes, and its shape.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: choice

    // Roles of the model, WorkoutCard in workouts.py.
    required property int index
    required property int place
    required property string title
    required property string length
    required property bool chosen
    required property bool locked

    property TimelineModel sketch: null

    signal tapped

    Accessible.name: title
    Accessible.role: Accessible.RadioButton
    objectName: "workout-" + place

    Accessible.onPressAction: choice.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: choice.chosen ? Theme.accent : Theme.outline
        border.width: choice.chosen ? 2 * Theme.hairline : Theme.hairline
        color: choice.chosen ? Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.28)) : Theme.surface
        radius: Theme.radius
    }
    Rectangle {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: 2 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        border.color: choice.chosen ? Theme.accent : Theme.soft
        border.width: 2 * Theme.hairline
        color: "transparent"
        height: width
        visible: !choice.locked
        radius: width / 2
        width: Math.round(Theme.body)

        Rectangle {
            anchors.centerIn: parent
            color: Theme.accent
            height: width
            radius: width / 2
            visible: choice.chosen
            width: Math.round(parent.width * 0.5)
        }
    }
    LockSign {
        anchors.centerIn: mark
        colour: Theme.soft
        height: 1.3 * mark.width
        objectName: "lock-" + choice.place
        visible: choice.locked
        width: mark.width
    }
    Column {
        anchors.left: mark.right
        anchors.leftMargin: 2 * Theme.gap
        anchors.right: shape.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            color: choice.locked ? Theme.soft : Theme.text
            elide: Text.ElideRight
            font.pixelSize: Math.max(Theme.body * 1.15, Math.min(Theme.title, choice.height * 0.2))
            font.weight: choice.chosen ? Font.Bold : Font.DemiBold
            fontSizeMode: Text.Fit
            height: Math.round(choice.height * 0.46)
            minimumPixelSize: Theme.smallest
            text: choice.title
            verticalAlignment: Text.AlignBottom
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            color: Theme.soft
            elide: Text.ElideRight
            font.pixelSize: Theme.body
            fontSizeMode: Text.Fit
            height: Math.round(choice.height * 0.42)
            minimumPixelSize: Theme.tiniest
            text: choice.length
            verticalAlignment: Text.AlignTop
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    Timeline {
        id: shape

        anchors.bottom: parent.bottom
        anchors.margins: 2 * Theme.gap
        anchors.right: parent.right
        anchors.top: parent.top
        opacity: choice.locked ? 0.35 : 1
        plain: true
        view: choice.sketch
        visible: choice.sketch !== null
        width: Math.round(parent.width * 0.28)
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: 0.22
        radius: Theme.radius
        visible: handler.pressed
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: choice.tapped()
    }
}
