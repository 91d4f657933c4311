// One person of the roster: a name to tap.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: tile

    // Roles of the model, PersonRow in roster_pages.py.
    required property int index
    required property int athlete
    required property string name
    required property string mark
    required property bool here
    required property bool heard
    required property bool battery

    signal tapped

    Accessible.name: name
    Accessible.role: Accessible.Button
    objectName: "person-" + athlete

    Accessible.onPressAction: tile.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: tile.heard ? Theme.accent : Theme.outline
        border.width: tile.here ? 0 : tile.heard ? 2 * Theme.hairline : Theme.hairline
        color: tile.heard ? Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.28)) : tile.here ? Theme.surface : Theme.raised
        radius: Theme.radius
    }
    Column {
        anchors.left: parent.left
        anchors.margins: 2 * Theme.gap
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        Words {
            color: tile.here ? Theme.soft : Theme.text
            elide: Text.ElideRight
            font.pixelSize: Math.max(Theme.body * 1.35, Math.min(Theme.title * 1.2, tile.height * 0.26))
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
            objectName: "person-name"
            text: tile.name
            width: parent.width
        }
        Row {
            spacing: Theme.gap
            visible: tile.mark !== ""

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.accent
                height: width
                radius: width / 2
                visible: tile.heard
                width: Math.round(Theme.small * 0.6)
            }
            LowBattery {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.noticeText
                height: Theme.small * 0.7
                objectName: "person-battery"
                visible: tile.battery
            }
            Words {
                id: mark

                color: tile.battery ? Theme.noticeText : tile.heard ? Theme.accent : Theme.soft
                font.pixelSize: Theme.body
                objectName: "person-mark"
                text: advice.visible ? tile.mark + ":" : tile.mark
            }
            Words {
                id: advice

                color: Theme.noticeText
                font.pixelSize: Theme.body
                objectName: "person-advice"
                text: qsTr("take a club strap")
                // By its own words, so that no language is too long for it: the tile is as wide as it is.
                visible: tile.battery && sign.width + both.advanceWidth + 4 * Theme.gap < tile.width - 4 * Theme.gap
            }
        }
    }
    TextMetrics {
        id: both

        font: advice.font
        text: tile.mark + ": " + advice.text
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

        onTapped: tile.tapped()
    }
}
