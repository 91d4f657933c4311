// Past sessions as files: tick some, or take all that are new; how far it is, and where they lie.
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
        view.fit(rows);
        view.refresh();
    }
    onRowsChanged: view.fit(rows)

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
            model: page.view.sessions

            delegate: ExportLine {
                height: page.lineHeight
                width: list.width
                y: index * (page.lineHeight + Theme.gap)

                onTapped: page.view.tick(session)
            }
        }
        Column {
            anchors.centerIn: parent
            spacing: 3 * Theme.gap
            visible: page.view.empty !== ""
            width: parent.width - 8 * Theme.gap

            Words {
                color: page.view.failed ? Theme.noticeText : Theme.soft
                font.pixelSize: Theme.title
                horizontalAlignment: Text.AlignHCenter
                objectName: "exports-empty"
                text: page.view.empty
                width: parent.width
                wrapMode: Text.Wrap
            }
            BigButton {
                anchors.horizontalCenter: parent.horizontalCenter
                label: qsTr("Try again")
                objectName: "exports-again"
                primary: true
                visible: page.view.failed

                onTapped: page.view.again()
            }
        }
    }
    Rectangle {
        id: status

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        color: page.view.wrong ? Theme.notice : Theme.surface
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
            color: page.view.wrong ? Theme.noticeText : Theme.text
            font.weight: Font.Medium
            objectName: "export-words"
            text: page.view.words
            width: parent.width - 4 * Theme.gap
            wrapMode: Text.Wrap
            x: 2 * Theme.gap
        }
    }
    Item {
        id: foot

        readonly property real arrows: page.view.hasBefore || page.view.hasMore ? 3.2 * Theme.touch + 2 * Theme.gap : 0
        readonly property real share: (width - arrows - Theme.gap) / 2

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.touch
        visible: page.view.empty === ""

        PageTurner {
            hasBefore: page.view.hasBefore
            hasMore: page.view.hasMore
            name: "exports"
            width: foot.arrows

            onTurned: by => page.view.turn(by)
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
