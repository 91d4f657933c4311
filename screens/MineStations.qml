// The stations as one athlete's buttons: take one, whoever is on it, or step off.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Row {
    id: row

    required property StationModel view
    required property bool resting
    readonly property int room: Math.floor((width + spacing) / (3 * Theme.touch + spacing))
    readonly property int shown: buttons.count + (more.visible ? 1 : 0)
    readonly property real share: Math.min(6 * Theme.touch, (width - (shown - 1) * spacing) / Math.max(1, shown))

    height: Theme.touch
    spacing: Theme.gap

    Component.onCompleted: view.pages.fit(room)
    onRoomChanged: view.pages.fit(room)

    Repeater {
        id: buttons

        model: row.view.pages.rows

        delegate: StationButton {
            // Whoever rests comes back by it.
            primary: row.resting && row.view.pages.count === 1
            objectName: chosen ? "step-off" : "take-" + place
            width: row.share

            onTapped: chosen ? row.view.stepOff() : row.view.take(place)
        }
    }
    BigButton {
        id: more

        label: qsTr("More")
        objectName: "more-stations"
        visible: row.view.pages.count > buttons.count
        width: row.share

        onTapped: row.view.turn()
    }
}
