// Leads to the people whose names begin with these letters.
pragma ComponentBehavior: Bound

import QtQuick

BigButton {
    id: letters

    // Roles of the model, LetterRow in roster_pages.py.
    required property int index
    required property string title
    required property bool chosen

    label: title
    objectName: "letters-" + index
    primary: chosen
}
