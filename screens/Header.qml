// The workout, its present step and what is left of it; before a start the choice of workouts.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: header

    required property HeaderModel view
    required property ControlModel controls
    required property StopModel stop
    required property Rows workouts
    readonly property bool stacked: Theme.portrait && controls.choosing

    objectName: "header"
    implicitHeight: controls.choosing ? Theme.touch + (stacked ? line.height + Theme.gap : 0) : Math.max(line.height, 1.35 * Theme.title)

    StopSign {
        id: sign

        LayoutMirroring.enabled: Theme.leftHanded
        anchors.right: parent.right
        stop: header.stop
        visible: header.stop.stoppable
    }

    Item {
        id: line

        LayoutMirroring.enabled: Theme.leftHanded
        anchors.left: parent.left
        anchors.right: sign.visible ? sign.left : parent.right
        anchors.rightMargin: sign.visible ? Theme.touch / 2 : 0
        height: sign.visible ? Theme.touch : Math.round(Theme.title * 1.5)
        y: header.stacked ? 0 : (header.height - height) / 2

        Words {
            id: title

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideRight
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body * 0.9
            objectName: "title"
            text: header.controls.choosing ? qsTr("Choose a workout") : header.view.title
            visible: !header.controls.choosing || header.stacked
            width: Math.min(implicitWidth, parent.width * 0.4)
        }
        Row {
            anchors.left: title.right
            anchors.leftMargin: 2 * Theme.gap
            anchors.right: clock.left
            anchors.rightMargin: 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2 * Theme.gap
            visible: !header.controls.choosing

            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.soft
                elide: Text.ElideRight
                font.pixelSize: Theme.title
                fontSizeMode: Text.Fit
                height: line.height
                minimumPixelSize: Theme.small
                objectName: "step"
                text: header.view.step
                width: Math.min(implicitWidth, parent.width - remaining.implicitWidth - parent.spacing)
                wrapMode: Text.Wrap
            }
            Words {
                id: remaining

                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.title * 1.25
                font.weight: Font.Bold
                objectName: "remaining"
                text: header.view.remaining
            }
        }
        Words {
            id: clock

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            objectName: "clock"
            text: header.view.clock
        }
    }
    ListView {
        id: chips

        anchors.bottom: parent.bottom
        anchors.left: header.stacked ? parent.left : line.left
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        height: Theme.touch
        model: header.workouts
        objectName: "chips"
        orientation: ListView.Horizontal
        spacing: Theme.gap
        visible: header.controls.choosing
        width: header.stacked ? header.width : line.width - clock.width - 3 * Theme.gap

        delegate: Chip {
            chosen: index === header.controls.chosen

            onTapped: header.controls.choose(index)
        }
    }
    // There is more to the right than fits.
    Rectangle {
        anchors.bottom: chips.bottom
        anchors.right: chips.right
        anchors.top: chips.top
        visible: chips.visible && !chips.atXEnd
        width: Theme.touch

        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop {
                color: Qt.alpha(Theme.background, 0)
                position: 0
            }
            GradientStop {
                color: Theme.background
                position: 1
            }
        }
    }
}
