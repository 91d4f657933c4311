// One session of old: when, what, how long, how high, and how much of it in the band.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: line

    // Roles of the model, HistoryRow in history_view.py.
    required property int index
    required property int session
    required property string day
    required property string workout
    required property string duration
    required property string climbed
    required property string held
    required property real share
    required property bool whole
    required property bool outside

    // Being fetched from the disk.
    property bool reading: false
    readonly property real pad: 2 * Theme.gap
    readonly property bool tall: Theme.portrait
    readonly property real half: tall ? height / 2 : height
    readonly property real figures: width * (tall ? 1 : 0.5) - 2 * pad

    signal tapped

    Accessible.name: workout
    Accessible.role: Accessible.Button
    objectName: "history-" + index

    Accessible.onPressAction: line.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.outline
        border.width: line.reading ? 2 * Theme.hairline : 0
        color: (handler.pressed && !line.outside) || line.reading ? Theme.raised : Theme.surface
        radius: Theme.radius
    }
    Words {
        id: day

        color: Theme.soft
        font.pixelSize: Theme.body
        fontSizeMode: Text.HorizontalFit
        height: line.half
        minimumPixelSize: Theme.smallest
        text: line.day
        width: line.width * (line.tall ? 0.24 : 0.13)
        x: line.pad
    }
    Words {
        anchors.left: day.right
        anchors.leftMargin: Theme.gap
        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.body * 1.15)
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: line.half
        minimumPixelSize: Theme.body
        objectName: "history-title-" + line.index
        text: line.reading ? qsTr("is being read …") : line.outside ? qsTr("%1, outside").arg(line.workout) : line.whole ? line.workout : qsTr("%1 (part of it)").arg(line.workout)
        width: line.tall ? line.width - day.width - 3 * line.pad : line.width * 0.5 - day.width - line.pad - Theme.gap
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: line.pad
        height: line.half
        width: line.figures
        y: line.height - height

        Words {
            font.pixelSize: Math.round(Theme.body * 1.15)
            fontSizeMode: Text.HorizontalFit
            height: parent.height
            minimumPixelSize: Theme.smallest
            text: line.duration
            width: parent.width * 0.26
        }
        Words {
            font.pixelSize: Math.round(Theme.body * 1.15)
            fontSizeMode: Text.HorizontalFit
            height: parent.height
            minimumPixelSize: Theme.smallest
            text: line.climbed
            width: parent.width * 0.3
        }
        Item {
            height: parent.height
            visible: line.held !== ""
            width: parent.width * 0.44

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.outline
                height: Math.max(4, Theme.gap)
                radius: height / 2
                width: parent.width * 0.36

                Rectangle {
                    color: Theme.good
                    height: parent.height
                    radius: height / 2
                    width: parent.width * line.share
                }
            }
            Words {
                anchors.right: parent.right
                font.pixelSize: Theme.body
                fontSizeMode: Text.HorizontalFit
                height: parent.height
                horizontalAlignment: Text.AlignRight
                minimumPixelSize: Theme.smallest
                text: line.outside ? qsTr("%1 done").arg(line.held) : qsTr("%1 in band").arg(line.held)
                width: parent.width * 0.6
            }
        }
    }
    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: line.tapped()
    }
}
