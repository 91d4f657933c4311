// What a coach brings on a stick: every change as a line to tick, then one touch takes them over.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property ImportsModel view
    readonly property real lineHeight: (Theme.portrait ? 1.6 : 1.4) * Theme.touch
    readonly property int rows: Math.max(1, Math.floor((list.height + Theme.gap) / (lineHeight + Theme.gap)))

    Component.onCompleted: {
        view.lines.fit(rows, rows);
        view.refresh();
    }
    onRowsChanged: view.lines.fit(rows, rows)

    PageHead {
        id: head

        title: page.view.title
        width: parent.width

        onBack: page.view.back()
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

            delegate: ImportLine {
                height: page.lineHeight
                width: list.width
                y: index * (page.lineHeight + Theme.gap)

                onTapped: page.view.tick(key)
            }
        }
        EmptyState {
            action: page.view.offersAgain ? qsTr("Look again") : ""
            actionName: "imports-again"
            advice: page.view.advice
            anchors.centerIn: parent
            name: "imports-empty"
            sign: "imports"
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
        color: page.view.wrong ? Theme.notice : Theme.surface
        height: page.view.words !== "" ? sentence.implicitHeight + 2 * Theme.gap : 0
        radius: Theme.radius
        visible: page.view.words !== ""

        Words {
            id: sentence

            anchors.verticalCenter: parent.verticalCenter
            color: page.view.wrong ? Theme.noticeText : Theme.text
            objectName: "import-words"
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
            name: "imports"
            width: foot.arrows
        }
        BigButton {
            label: page.view.picking ? qsTr("None of these") : qsTr("Look again")
            objectName: "import-look"
            width: foot.share
            x: foot.arrows

            onTapped: page.view.picking ? page.view.nobodys() : page.view.again()
        }
        BigButton {
            anchors.right: parent.right
            enabled: page.view.canTake
            label: page.view.takeLabel
            objectName: "import-take"
            primary: true
            visible: !page.view.picking
            width: foot.share

            onTapped: page.view.takeOver()
        }
    }
}
