// A heart rate in the colour of its zone, with the zone's number: colour is never alone.
pragma ComponentBehavior: Bound

import QtQuick

Rectangle {
    id: pill

    required property string bpm
    required property int level
    required property string zone
    property string valueName
    readonly property color inked: level < 0 ? Theme.text : Theme.ink

    color: level < 0 ? Theme.raised : Theme.zone(level)
    radius: Theme.radius

    Words {
        color: pill.inked
        font.features: {
            "tnum": 1
        }
        font.pixelSize: Math.round(Math.min(pill.height * 0.56, pill.width * 0.46))
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        height: pill.height * (aside.visible ? 0.66 : 1)
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.small
        objectName: pill.valueName
        text: pill.bpm
        width: parent.width
    }
    Words {
        id: aside

        anchors.bottom: parent.bottom
        anchors.bottomMargin: pill.height * 0.06
        color: pill.inked
        font.pixelSize: Math.max(Theme.smallest, Math.round(pill.height * 0.22))
        font.weight: Font.DemiBold
        height: pill.height * 0.3
        horizontalAlignment: Text.AlignHCenter
        objectName: pill.valueName + "-zone"
        text: pill.zone
        visible: text !== ""
        width: parent.width
    }
}
