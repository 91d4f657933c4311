// What a session came to, for one athlete.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property SummaryModel view

    Repeater {
        model: page.view.faces

        delegate: SummaryBody {
            enabled: !page.view.sheet.isOpen
            height: page.height
            view: page.view
            width: page.width
        }
    }
    Loader {
        active: page.view.sheet.isOpen
        anchors.fill: parent

        sourceComponent: MeasureList {
            sheet: page.view.sheet
        }
    }
}
