// One who may be wearing the strap.
pragma ComponentBehavior: Bound

import QtQuick

BigButton {
    id: owner

    // Roles of the model, OwnerRow in strap_question.py.
    required property int index
    required property int athlete
    required property string name

    Accessible.name: name
    objectName: athlete > 0 ? "strap-owner-" + athlete : "strap-nobody"

    Words {
        anchors.centerIn: parent
        elide: Text.ElideRight
        font.pixelSize: Theme.body * 1.3
        font.weight: owner.athlete > 0 ? Font.Bold : Font.Medium
        fontSizeMode: Text.Fit
        height: parent.height - 2 * Theme.gap
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 2
        minimumPixelSize: Theme.smallest
        text: owner.name
        verticalAlignment: Text.AlignVCenter
        width: parent.width - 2 * Theme.gap
        wrapMode: Text.Wrap
    }
}
