// One line of the workout being changed: a step, or a repeat with its steps set in below it.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: line

    // Roles of the model, EditRow in protocols_edit_view.py.
    required property int index
    required property int place
    required property string title
    required property string span
    required property string detail
    required property int level
    required property int depth
    required property bool chosen

    readonly property real inset: depth * 2.5 * Theme.gap
    readonly property real pad: 1.5 * Theme.gap

    signal tapped

    Accessible.name: title
    Accessible.role: Accessible.Button
    objectName: "edit-line-" + place

    Accessible.onPressAction: line.tapped()

    // What repeats is held together at its left.
    Repeater {
        model: line.depth

        delegate: Rectangle {
            required property int index

            color: Theme.accent
            height: line.height
            opacity: 0.7
            radius: width / 2
            width: Math.max(2, Theme.gap * 0.6)
            x: index * 2.5 * Theme.gap + Theme.gap * 0.6
        }
    }
    Item {
        height: parent.height
        width: parent.width - line.inset
        x: line.inset

        Rectangle {
            anchors.fill: parent
            border.color: line.chosen ? Theme.accent : "transparent"
            border.width: 3 * Theme.hairline
            color: line.chosen ? Qt.tint(Theme.raised, Qt.alpha(Theme.accent, 0.16)) : handler.pressed ? Theme.raised : Theme.surface
            radius: Theme.radius
        }
        Rectangle {
            id: zone

            anchors.verticalCenter: parent.verticalCenter
            color: line.level < 0 ? "transparent" : Theme.zone(line.level)
            height: Math.round(Theme.body * 1.5)
            radius: height * 0.25
            visible: line.level >= 0
            width: Math.round(Theme.body * 1.9)
            x: line.pad

            Words {
                anchors.centerIn: parent
                color: Theme.ink
                font.pixelSize: Theme.body
                font.weight: Font.Bold
                text: "Z" + line.level
            }
        }
        Words {
            id: name

            elide: Text.ElideRight
            font.pixelSize: Math.round(Theme.body * 1.1)
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            height: line.detail === "" ? parent.height : parent.height * 0.54
            minimumPixelSize: Theme.smallest
            objectName: "edit-name-" + line.place
            text: line.title
            verticalAlignment: line.detail === "" ? Text.AlignVCenter : Text.AlignBottom
            width: span.x - x - Theme.gap
            x: line.pad + (zone.visible ? zone.width + Theme.gap : 0)
        }
        Words {
            color: Theme.soft
            elide: Text.ElideRight
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            height: parent.height - name.height
            minimumPixelSize: Theme.tiniest
            objectName: "edit-title-" + line.place
            text: line.detail
            verticalAlignment: Text.AlignVCenter
            visible: text !== ""
            width: name.width
            x: name.x
            y: name.height
        }
        Words {
            id: span

            font.features: {
                "tnum": 1
            }
            font.pixelSize: Math.round(Theme.body * 1.1)
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            height: parent.height
            horizontalAlignment: Text.AlignRight
            minimumPixelSize: Theme.smallest
            objectName: "edit-span-" + line.place
            text: line.span
            width: Math.min(implicitWidth, parent.width * 0.4)
            x: parent.width - width - line.pad
        }
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: line.tapped()
    }
}
