// One component in all of its states, for the pictures: it makes what component_sheets.py lists.
pragma ComponentBehavior: Bound

import QtQuick

Window {
    id: sheet

    // Of {label, source, width, height, on, enabled, properties}.
    required property list<var> cells
    required property bool light
    readonly property QtObject theme: Theme
    readonly property real wanted: flow.implicitHeight + 2 * flow.y

    color: Theme.background
    height: 720
    width: 1040

    Binding {
        property: "windowWidth"
        target: Theme
        value: 1280
    }
    Binding {
        property: "windowHeight"
        target: Theme
        value: 720
    }
    Binding {
        property: "light"
        target: Theme
        value: sheet.light
    }
    // As still as a picture.
    Binding {
        property: "reducedMotion"
        target: Theme
        value: true
    }
    Flow {
        id: flow

        spacing: 3 * Theme.gap
        width: parent.width - 2 * x
        x: 3 * Theme.gap
        y: 3 * Theme.gap

        Repeater {
            model: sheet.cells

            delegate: Column {
                id: cell

                required property var modelData
                required property int index

                spacing: Theme.gap

                Words {
                    color: Theme.soft
                    font.pixelSize: Theme.small
                    text: cell.modelData.label
                    width: cell.modelData.width
                    wrapMode: Text.WordWrap
                }
                Rectangle {
                    color: Theme[cell.modelData.on]
                    enabled: cell.modelData.enabled
                    height: cell.modelData.height > 0 ? cell.modelData.height : loader.implicitHeight
                    objectName: "cell-" + cell.index
                    width: cell.modelData.width

                    Loader {
                        id: loader

                        anchors.fill: parent

                        Component.onCompleted: setSource(cell.modelData.source, cell.modelData.properties)
                    }
                }
            }
        }
    }
}
