// One athlete's own view, live: what somebody out of breath needs, at arm's length.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property MineModel view
    required property StopModel stop

    Repeater {
        model: page.view.faces

        delegate: MineBody {
            height: page.height
            stop: page.stop
            view: page.view
            width: page.width
        }
    }
    Loader {
        active: page.view.care.sheet !== ""
        anchors.fill: parent
        // The stop for all stays in reach.
        anchors.topMargin: Theme.touch + Theme.gap

        sourceComponent: CareSheet {
            care: page.view.care
        }
    }
}
