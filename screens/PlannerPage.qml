// Everybody's week: people down, days across; a touch on a day opens what could be planned for it.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property PlannerModel view
    readonly property real nameWidth: Math.round(Math.min(width * 0.24, 3.2 * Theme.touch))
    readonly property int columns: Math.min(7, Math.max(1, Math.floor((width - nameWidth) / (1.75 * Theme.touch))))
    readonly property real columnWidth: (width - nameWidth) / columns
    readonly property real headHeight: Math.round(Theme.body * 2.8)
    readonly property int rows: Math.max(1, Math.floor((table.height - headHeight) / (1.15 * Theme.touch)))
    readonly property real rowHeight: (table.height - headHeight) / rows

    function fit() {
        view.days.fit(columns, columns);
        view.people.fit(rows, rows);
    }

    Component.onCompleted: {
        fit();
        view.refresh();
    }
    onColumnsChanged: fit()
    onRowsChanged: fit()

    PageHead {
        id: head

        title: page.view.sheet.isOpen ? page.view.sheet.title : qsTr("Week")
        titleRoom: (copy.visible ? copy.x : width) - 2.4 * Theme.touch - 3 * Theme.gap
        width: parent.width

        onBack: page.view.back()

        BigButton {
            id: copy

            anchors.right: parent.right
            label: qsTr("Copy all a week on")
            objectName: "copy-all"
            visible: !page.view.sheet.isOpen && page.view.empty === ""

            onTapped: page.view.copyAll()
        }
    }
    Rectangle {
        id: trouble

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        color: Theme.notice
        height: sentence.text !== "" ? sentence.implicitHeight + 2 * Theme.gap : 0
        radius: Theme.radius
        visible: page.view.trouble !== ""

        Words {
            id: sentence

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.noticeText
            font.weight: Font.Medium
            objectName: "plan-trouble"
            text: page.view.trouble
            width: parent.width - 4 * Theme.gap
            wrapMode: Text.Wrap
            x: 2 * Theme.gap
        }
    }
    Item {
        id: table

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: trouble.bottom
        anchors.topMargin: Theme.gap
        visible: !page.view.sheet.isOpen && page.view.empty === ""

        Repeater {
            model: page.view.days.rows

            delegate: PlannerHead {
                height: page.headHeight
                width: page.columnWidth
                x: page.nameWidth + index * page.columnWidth
            }
        }
        Repeater {
            model: page.view.people.rows

            delegate: PlannerName {
                height: page.rowHeight - Theme.gap / 2
                width: page.nameWidth - Theme.gap
                y: page.headHeight + index * page.rowHeight

                onTapped: page.view.copyOne(athlete)
            }
        }
        Repeater {
            model: page.view.cells

            delegate: PlannerCell {
                height: page.rowHeight - Theme.gap / 2
                width: page.columnWidth - Theme.gap / 2
                x: page.nameWidth + column * page.columnWidth
                y: page.headHeight + row * page.rowHeight

                onTapped: page.view.open(athlete, column)
            }
        }
    }
    EmptyState {
        advice: page.view.advice
        anchors.centerIn: parent
        name: "plan-empty"
        sign: "planner"
        title: page.view.empty
        width: Math.min(parent.width - 8 * Theme.gap, 13 * Theme.touch)
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.touch
        visible: table.visible

        TurnPages {
            lines: page.view.people
            name: "plan-people"
            width: parent.width * 0.4
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.soft
            font.pixelSize: Theme.small
            fontSizeMode: Text.Fit
            height: parent.height
            minimumPixelSize: Theme.smallest
            text: qsTr("Filled: planned. Slanted: a suggestion. A touch on a name copies the week on.")
            width: days.x - x - Theme.gap
            wrapMode: Text.Wrap
            x: (page.view.people.turns ? 3.2 * Theme.touch : 0) + 2 * Theme.gap
        }
        Row {
            id: days

            anchors.right: parent.right
            spacing: Theme.gap

            TurnButton {
                back: true
                label: qsTr("‹ Earlier")
                labelSize: Theme.body * 1.1
                lines: page.view.days
                objectName: "days-before"
                width: implicitWidth
            }
            TurnButton {
                back: false
                label: qsTr("Later ›")
                labelSize: Theme.body * 1.1
                lines: page.view.days
                objectName: "days-after"
                width: implicitWidth
            }
        }
    }
    Loader {
        active: page.view.sheet.isOpen
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: trouble.bottom
        anchors.topMargin: Theme.gap

        sourceComponent: PlannerSheet {
            view: page.view.sheet
        }
    }
}
