// One athlete's own view, live: what somebody out of breath needs, at arm's length.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property MineModel view

    Repeater {
        model: page.view.faces

        delegate: MineBody {
            height: page.height
            view: page.view
            width: page.width
        }
    }
}
