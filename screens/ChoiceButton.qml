// One of a few answers; the one that holds has a mark and a frame.
pragma ComponentBehavior: Bound

import QtQuick

BigButton {
    id: choice

    // Roles of the model, ChoiceRow in people_sheet.py.
    required property int index
    required property string key
    required property string title
    required property bool chosen
    property string name: "choice"

    label: (chosen ? "✓ " : "") + title
    labelSize: Theme.title
    objectName: name + "-" + key
    primary: chosen
}
