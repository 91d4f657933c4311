// The parts of the own view, beside each other or, on an upright screen, below each other.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: mine

    // Roles of the model, OwnFace in own_face.py.
    required property int index
    required property int athlete
    required property string who
    required property string workout
    required property string company
    required property string notice
    required property string number
    required property bool faded
    required property string zone
    required property int level
    required property bool estimated
    required property string note
    required property bool battery
    required property bool another
    required property string sign
    required property string word
    required property string aside
    required property bool urgent
    required property bool gauged
    required property real low
    required property real high
    required property string lowest
    required property string highest
    required property bool marked
    required property real marker
    required property int beyond
    required property int wanted
    required property string step
    required property string remaining
    required property string tense
    required property string ending
    required property string dose
    required property string cue
    required property bool alarm
    required property string after
    required property string ahead
    required property bool soon
    required property string grade
    required property string mend
    required property string confirm
    required property bool agrees
    required property string pace
    required property string source
    required property bool typable
    required property bool resting
    required property string cadence
    required property string counted
    required property bool rating
    required property bool lifting
    required property bool live
    required property bool paused
    required property bool pausable
    required property bool awaited
    required property string onward
    required property int revision

    required property MineModel view
    required property StopModel stop
    // What is read while running: larger than on the other pages.
    readonly property int reading: Math.round(Theme.shortSide * 0.044)
    readonly property int barHeight: Math.max(Theme.touch, Math.round(Theme.shortSide * 0.112))
    readonly property real room: bar.y - Theme.gap - pulse.y

    MineHeader {
        id: header

        height: Theme.touch
        mine: mine
        width: parent.width
    }
    MineStations {
        id: stations

        anchors.top: header.bottom
        anchors.topMargin: visible ? Theme.gap : 0
        height: visible ? Theme.touch : 0
        resting: mine.resting
        view: mine.view.stations
        visible: view.pages.count > 0
        width: parent.width
    }
    MinePulse {
        id: pulse

        LayoutMirroring.enabled: Theme.leftHanded
        anchors.left: parent.left
        anchors.top: stations.bottom
        anchors.topMargin: Theme.gap
        height: Theme.portrait ? Math.round(mine.room * (mine.lifting ? 0.36 : 0.48)) : mine.room
        mine: mine
        width: Theme.portrait ? parent.width : Math.round(parent.width * 0.57)
    }
    MineTask {
        LayoutMirroring.enabled: Theme.leftHanded && !Theme.portrait
        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.gap
        anchors.left: Theme.portrait ? parent.left : pulse.right
        anchors.leftMargin: Theme.portrait ? 0 : Theme.gap
        anchors.right: parent.right
        anchors.top: Theme.portrait ? pulse.bottom : pulse.top
        anchors.topMargin: Theme.portrait ? Theme.gap : 0
        mine: mine
        visible: !mine.view.pad.isOpen && !mine.view.rating.asked
    }
    MineSpeed {
        LayoutMirroring.enabled: Theme.leftHanded && !Theme.portrait
        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.gap
        anchors.left: Theme.portrait ? parent.left : pulse.right
        anchors.leftMargin: Theme.portrait ? 0 : Theme.gap
        anchors.right: parent.right
        anchors.top: Theme.portrait ? pulse.bottom : pulse.top
        anchors.topMargin: Theme.portrait ? Theme.gap : 0
        reading: mine.reading
        view: mine.view.pad
        visible: view.isOpen && !mine.view.rating.asked
    }
    MineRating {
        LayoutMirroring.enabled: Theme.leftHanded && !Theme.portrait
        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.gap
        anchors.left: Theme.portrait ? parent.left : pulse.right
        anchors.leftMargin: Theme.portrait ? 0 : Theme.gap
        anchors.right: parent.right
        anchors.top: Theme.portrait ? pulse.bottom : pulse.top
        anchors.topMargin: Theme.portrait ? Theme.gap : 0
        mine: mine
        visible: mine.view.rating.asked
    }
    Item {
        id: bar

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.portrait ? mine.barHeight + Theme.gap + Theme.touch : mine.barHeight

        Timeline {
            LayoutMirroring.enabled: Theme.leftHanded
            anchors.left: parent.left
            anchors.right: Theme.portrait ? parent.right : buttons.left
            anchors.rightMargin: Theme.portrait ? 0 : 2 * Theme.gap
            height: mine.barHeight
            view: mine.view.timeline
        }
        MineButtons {
            id: buttons

            LayoutMirroring.enabled: Theme.leftHanded
            anchors.bottom: parent.bottom
            anchors.right: parent.right
            mine: mine
            width: Theme.portrait ? parent.width : implicitWidth
        }
    }
}
