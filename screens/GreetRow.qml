// One greeting: hello, and the button that begins.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: row

    // Roles of the model, GreetRow in greet.py.
    required property int index
    required property int athlete
    required property string name
    required property string action
    required property string detail

    property int touched: 0

    signal tapped(int athlete)

    Accessible.name: name + ": " + action
    Accessible.role: Accessible.Button
    objectName: "greet-" + athlete

    Accessible.onPressAction: row.tapped(row.athlete)

    Rectangle {
        anchors.fill: parent
        border.color: Theme.accent
        border.width: 2 * Theme.hairline
        color: Theme.surface
        radius: Theme.radius
    }
    Words {
        id: hello

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: button.left
        anchors.rightMargin: Theme.margin
        elide: Text.ElideRight
        font.pixelSize: Theme.title
        font.weight: Font.Bold
        height: Math.round(1.3 * Theme.title)
        objectName: "greet-name"
        text: row.name
        verticalAlignment: Text.AlignVCenter
        y: row.detail === "" ? (row.height - height) / 2 : Theme.gap
    }
    Words {
        id: why

        anchors.left: hello.left
        anchors.right: hello.right
        anchors.top: hello.bottom
        color: Theme.soft
        font.pixelSize: Theme.body
        fontSizeMode: Text.Fit
        height: row.height - hello.height - 2 * Theme.gap
        minimumPixelSize: Theme.smallest
        objectName: "greet-detail"
        text: row.detail
        wrapMode: Text.Wrap
    }
    Rectangle {
        id: button

        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.accent
        radius: Theme.radius
        width: Math.round(parent.width * 0.46)

        Words {
            anchors.fill: parent
            anchors.margins: Theme.gap
            color: Theme.accentInk
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            fontSizeMode: Text.Fit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.smallest
            objectName: "greet-action"
            text: row.action
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.Wrap
        }
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

        // Another greeting may take this place while the finger is down.
        onPressedChanged: {
            if (handler.pressed)
                row.touched = row.athlete;
        }
        onTapped: row.tapped(row.touched)
    }
}
