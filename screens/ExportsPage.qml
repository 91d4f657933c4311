// Past sessions as files: tick some, or take all that are new; where they go and how far they are.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property ExportsModel view
    required property WalkModel walk
    readonly property real lineHeight: 1.25 * Theme.touch
    readonly property int rows: Math.max(1, Math.floor((list.height + Theme.gap) / (lineHeight + Theme.gap)))

    Component.onCompleted: {
        view.lines.fit(rows, rows);
        view.refresh();
    }
    onRowsChanged: view.lines.fit(rows, rows)

    PageHead {
        id: head

        title: qsTr("Past sessions")
        width: parent.width

        onBack: page.walk.goBack()
    }
    Item {
        id: list

        anchors.bottom: status.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap

        Repeater {
            model: page.view.lines.rows

            delegate: ExportLine {
                height: page.lineHeight
                width: list.width
                y: index * (page.lineHeight + Theme.gap)

                onTapped: page.view.tick(session)
            }
        }
        EmptyState {
            action: page.view.failed ? qsTr("Try again") : ""
            actionName: "exports-again"
            advice: page.view.advice
            anchors.centerIn: parent
            name: "exports-empty"
            sign: "exports"
            title: page.view.empty
            width: Math.min(parent.width - 8 * Theme.gap, 13 * Theme.touch)
            wrong: page.view.failed

            onTapped: page.view.again()
        }
    }
    Rectangle {
        id: status

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        color: page.view.wrong ? Theme.notice : page.view.safe ? Theme.good : Theme.surface
        height: page.view.words !== "" ? sentence.implicitHeight + 3 * Theme.gap : 0
        radius: Theme.radius
        visible: page.view.words !== ""

        Rectangle {
            color: Theme.accent
            height: Math.max(3, Theme.gap / 2)
            objectName: "export-share"
            visible: page.view.running
            width: parent.width * page.view.share
        }
        Words {
            id: sentence

            anchors.verticalCenter: parent.verticalCenter
            color: page.view.wrong ? Theme.noticeText : page.view.safe ? Theme.accentInk : Theme.text
            font.pixelSize: Math.round(Theme.body * (page.view.safe ? 1.2 : 1))
            font.weight: page.view.safe ? Font.DemiBold : Font.Medium
            objectName: "export-words"
            text: page.view.words
            width: parent.width - 4 * Theme.gap
            wrapMode: Text.Wrap
            x: 2 * Theme.gap
        }
    }
    Item {
        id: foot

        readonly property real arrows: page.view.lines.turns ? 3.2 * Theme.touch + 2 * Theme.gap : 0
        readonly property real share: (width - arrows - Theme.gap) / 2

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.touch
        visible: page.view.empty === ""

        TurnPages {
            lines: page.view.lines
            name: "exports"
            width: foot.arrows
        }
        BigButton {
            enabled: page.view.canChosen
            label: page.view.chosenLabel
            objectName: "export-chosen"
            primary: true
            width: foot.share
            x: foot.arrows

            onTapped: page.view.exportChosen()
        }
        BigButton {
            anchors.right: parent.right
            enabled: page.view.canNew
            label: page.view.newLabel
            objectName: "export-new"
            primary: !page.view.canChosen
            width: foot.share

            onTapped: page.view.exportNew()
        }
    }
}
