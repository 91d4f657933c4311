// Whose week a row is; a touch copies it on.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: person

    // Roles of the model, PlanPerson in planner_view.py.
    required property int index
    required property int athlete
    required property string name
    required property int planned

    signal tapped

    Accessible.name: name
    Accessible.role: Accessible.Button
    objectName: "plan-name-" + athlete

    Accessible.onPressAction: person.tapped()

    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: 0.22
        radius: Theme.radius
        visible: handler.pressed
    }
    Words {
        id: title

        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.body * 1.2)
        font.weight: Font.DemiBold
        height: person.planned > 0 ? parent.height * 0.56 : parent.height
        text: person.name
        verticalAlignment: person.planned > 0 ? Text.AlignBottom : Text.AlignVCenter
        width: parent.width - Theme.gap
        x: Theme.gap
    }
    Words {
        color: Theme.soft
        font.pixelSize: Theme.small
        height: parent.height * 0.4
        text: person.planned === 1 ? qsTr("1 day ›› a week on") : qsTr("%1 days ›› a week on").arg(person.planned)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.tiniest
        verticalAlignment: Text.AlignTop
        visible: person.planned > 0
        width: title.width
        x: Theme.gap
        y: title.height
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: person.tapped()
    }
}
