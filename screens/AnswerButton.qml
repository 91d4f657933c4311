// One answer to a question.
pragma ComponentBehavior: Bound

import QtQuick

BigButton {
    id: answer

    // Roles of the model, AnswerRow in ask.py.
    required property int index
    required property int place
    required property string title

    label: title
    labelSize: Theme.title
    objectName: "answer-" + place
}
