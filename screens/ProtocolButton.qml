// One button of the open tile: a nudge, or a choice that is marked when it holds.
pragma ComponentBehavior: Bound

import QtQuick

BigButton {
    // Roles of the model, EditButton in protocols_buttons.py.
    required property int index
    required property string key
    required property string title
    required property int line
    required property real begin
    required property real share
    required property bool chosen

    label: (chosen ? "✓ " : "") + title
    objectName: "edit-" + key
    primary: chosen
}
