// The ways on from the choice: go home, start alone, start or join a class.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: buttons

    required property ChooseModel view
    required property TagCardModel tag
    readonly property bool classes: view.join !== "" || view.together > 0
    readonly property bool stacked: Theme.portrait && classes
    readonly property real roomy: 1.25 * Theme.touch

    implicitHeight: stacked ? 2 * roomy + Theme.gap : roomy

    BigButton {
        id: home

        anchors.bottom: parent.bottom
        height: buttons.roomy
        label: qsTr("Go home")
        objectName: "go-home"
        width: Math.max(implicitWidth, 2 * Theme.touch)

        onTapped: buttons.view.goHome()
    }
    BigButton {
        id: tagButton

        anchors.bottom: parent.bottom
        anchors.left: home.right
        anchors.leftMargin: Theme.gap
        height: buttons.roomy
        label: qsTr("My tag")
        objectName: "my-tag"

        onTapped: buttons.tag.begin()
    }
    BigButton {
        id: progress

        anchors.bottom: parent.bottom
        anchors.left: tagButton.right
        anchors.leftMargin: Theme.gap
        height: buttons.roomy
        label: qsTr("Progress")
        objectName: "to-progress"

        onTapped: buttons.view.openProgress()
    }
    BigButton {
        id: alone

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        enabled: buttons.view.alone
        height: buttons.roomy
        label: qsTr("Start alone")
        labelSize: Theme.body * 1.3
        objectName: "start-alone"
        primary: buttons.view.join === ""
        width: Math.max(implicitWidth, 3 * Theme.touch)

        onTapped: buttons.view.startAlone()
    }
    BigButton {
        anchors.right: buttons.stacked ? parent.right : alone.left
        anchors.rightMargin: buttons.stacked ? 0 : Theme.gap
        height: buttons.roomy
        label: qsTr("Start class (%1)").arg(buttons.view.together)
        labelSize: Theme.body * 1.3
        objectName: "start-class"
        visible: buttons.view.together > 0
        width: buttons.stacked ? buttons.width : Math.max(implicitWidth, 3 * Theme.touch)

        onTapped: buttons.view.startClass()
    }
    BigButton {
        anchors.right: buttons.stacked ? parent.right : alone.left
        anchors.rightMargin: buttons.stacked ? 0 : Theme.gap
        detail: buttons.view.joinDetail
        height: buttons.roomy
        label: buttons.view.join
        objectName: "join-class"
        primary: true
        visible: buttons.view.join !== ""
        width: buttons.stacked ? buttons.width : Math.min(implicitWidth, alone.x - progress.x - progress.width - 2 * Theme.gap)

        onTapped: buttons.view.joinClass()
    }
}
