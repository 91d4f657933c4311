// Leads to the workouts of one kind.
pragma ComponentBehavior: Bound

import QtQuick

BigButton {
    id: tab

    // Roles of the model, TabRow in choose_view.py.
    required property int index
    required property int place
    required property string title
    required property bool chosen

    label: title
    objectName: "tab-" + place
    primary: chosen
}
