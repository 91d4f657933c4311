// The buttons: start a class; pause, skip, lengthen and end what runs.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Row {
    id: controls

    required property ControlModel model
    property bool stretch: false
    readonly property int count: (start.visible ? 1 : 0) + (model.live ? 4 : 0)
    readonly property real share: (width - (count - 1) * spacing) / Math.max(1, count)

    spacing: Theme.gap

    BigButton {
        id: start

        detail: controls.model.starters
        enabled: controls.model.startable
        label: qsTr("Start")
        objectName: "start"
        primary: true
        visible: controls.model.choosing
        width: controls.stretch ? controls.share : Math.max(implicitWidth, 2.4 * Theme.touch)

        onTapped: controls.model.start()
    }
    BigButton {
        label: controls.model.paused ? qsTr("Resume") : qsTr("Pause")
        objectName: "pause"
        primary: controls.model.paused && !controls.model.choosing
        visible: controls.model.live
        width: controls.stretch ? controls.share : Math.max(implicitWidth, 1.5 * Theme.touch)

        onTapped: controls.model.togglePause()
    }
    BigButton {
        label: controls.model.onward
        objectName: "skip"
        visible: controls.model.live
        width: controls.stretch ? controls.share : Math.max(implicitWidth, 1.5 * Theme.touch)

        onTapped: controls.model.skip()
    }
    BigButton {
        label: qsTr("+1 min")
        objectName: "extend"
        visible: controls.model.live
        width: controls.stretch ? controls.share : Math.max(implicitWidth, 1.5 * Theme.touch)

        onTapped: controls.model.extend()
    }
    BigButton {
        colour: Theme.danger
        label: qsTr("End")
        objectName: "end"
        visible: controls.model.live
        width: controls.stretch ? controls.share : Math.max(implicitWidth, 1.5 * Theme.touch)

        onTapped: controls.model.askEnd()
    }
}
