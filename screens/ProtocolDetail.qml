// One workout to look at: its timeline drawn large, its steps, and what can be done with it.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: detail

    required property ProtocolsModel view
    readonly property real lineHeight: Math.round(Math.max(Theme.body * 2.1, 0.62 * Theme.touch))
    readonly property int room: Math.floor(lines.height / lineHeight)
    readonly property int turnedRoom: Math.floor((lines.height - Theme.touch - Theme.gap) / lineHeight)

    function fit() {
        view.steps.fit(room, turnedRoom);
    }

    Component.onCompleted: fit()
    onRoomChanged: fit()
    onTurnedRoomChanged: fit()

    Words {
        id: about

        color: Theme.soft
        font.pixelSize: Theme.body
        fontSizeMode: Text.HorizontalFit
        height: detail.view.refusal === "" ? Math.round(Theme.body * 1.6) : 0
        minimumPixelSize: Theme.smallest
        objectName: "protocol-about"
        text: detail.view.about
        visible: text !== ""
        width: parent.width - 2 * Theme.gap
        x: Theme.gap
    }
    Timeline {
        id: timeline

        captioned: false
        height: Math.round(Math.max(1.4 * Theme.touch, detail.height * (Theme.portrait ? 0.22 : 0.3)))
        view: detail.view.timeline
        visible: detail.view.refusal === ""
        width: parent.width
        y: about.y + about.height + Theme.gap
    }
    // A file that cannot be used: where, and why.
    Rectangle {
        color: Theme.alarm
        height: refusal.implicitHeight + 4 * Theme.gap
        radius: Theme.radius
        visible: detail.view.refusal !== ""
        width: parent.width

        Words {
            id: refusal

            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Math.round((Theme.body + Theme.title) / 2)
            lineHeight: 1.2
            objectName: "protocol-refusal"
            text: detail.view.refusal
            width: parent.width - 6 * Theme.gap
            wrapMode: Text.Wrap
            x: 3 * Theme.gap
        }
    }
    Item {
        id: lines

        height: buttons.y - y - Theme.gap
        width: parent.width
        y: timeline.y + timeline.height + 2 * Theme.gap

        Repeater {
            model: detail.view.refusal === "" ? detail.view.steps.rows : null

            delegate: StepRow {
                height: detail.lineHeight
                width: lines.width
                y: index * height
            }
        }
        TurnPages {
            anchors.bottom: parent.bottom
            lines: detail.view.steps
            name: "protocol-steps"
            width: parent.width
        }
    }
    Item {
        id: buttons

        readonly property real share: (width - 2 * Theme.gap) / 3

        anchors.bottom: parent.bottom
        height: detail.view.refusal === "" ? Theme.touch : 0
        visible: detail.view.refusal === ""
        width: parent.width

        Words {
            color: Theme.soft
            font.pixelSize: Theme.body
            fontSizeMode: Text.Fit
            height: parent.height
            minimumPixelSize: Theme.smallest
            objectName: "protocol-fixed"
            text: detail.view.fixed
            visible: text !== ""
            width: 2 * buttons.share
            wrapMode: Text.WordWrap
            x: Theme.gap
        }
        BigButton {
            height: parent.height
            label: qsTr("Change")
            objectName: "protocol-change"
            primary: true
            visible: detail.view.isOwn && detail.view.fixed === ""
            width: buttons.share

            onTapped: detail.view.change()
        }
        BigButton {
            height: parent.height
            label: qsTr("Change a copy")
            objectName: "protocol-copy"
            primary: !detail.view.isOwn
            visible: detail.view.fixed === ""
            width: detail.view.isOwn ? buttons.share : 2 * buttons.share + Theme.gap
            x: detail.view.isOwn ? buttons.share + Theme.gap : 0

            onTapped: detail.view.changeCopy()
        }
        BigButton {
            colour: Theme.danger
            enabled: !detail.view.deleting
            height: parent.height
            label: detail.view.deleting ? qsTr("Deleting …") : qsTr("Delete")
            objectName: "protocol-delete"
            visible: detail.view.isOwn && detail.view.canWrite
            width: buttons.share
            x: parent.width - width

            onTapped: detail.view.delete()
        }
    }
}
