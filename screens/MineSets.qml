// One set: load and repetitions to correct, one button to write it down, and the metronome.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Column {
    id: sets

    required property SetModel view
    required property int reading
    readonly property real half: (width - 2 * Theme.gap) / 2

    spacing: Theme.gap

    Row {
        height: Math.round(1.3 * sets.reading)
        spacing: sets.reading / 2
        width: parent.width

        // Grows through each phase of the tempo.
        Item {
            height: parent.height
            visible: sets.view.beat !== ""
            width: height

            Rectangle {
                anchors.centerIn: parent
                color: Theme.accent
                height: width
                objectName: "metronome"
                radius: width / 2
                width: Math.round(parent.height * (0.35 + 0.65 * sets.view.swing))
            }
        }
        Words {
            font.pixelSize: sets.reading
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            height: parent.height
            minimumPixelSize: Theme.smallest
            objectName: "metronome-word"
            text: sets.view.beat
            visible: text !== ""
            width: 4.2 * sets.reading
        }
        Words {
            color: Theme.soft
            font.pixelSize: Math.round(sets.reading * 0.75)
            fontSizeMode: Text.HorizontalFit
            height: parent.height
            minimumPixelSize: Theme.smallest
            objectName: "last-set"
            text: sets.view.logged === "" ? sets.view.last : sets.view.logged
            width: parent.width - x
        }
    }
    Row {
        height: Theme.touch
        spacing: 2 * Theme.gap
        visible: sets.view.logLabel !== ""

        Nudge {
            height: parent.height
            less: "load-less"
            more: "load-more"
            name: "set-load"
            reading: sets.reading
            value: sets.view.load
            width: sets.view.reps === "" ? sets.width : sets.half

            onNudged: by => sets.view.nudgeLoad(by)
        }
        Nudge {
            height: parent.height
            less: "reps-less"
            more: "reps-more"
            name: "set-reps"
            reading: sets.reading
            value: sets.view.reps
            visible: sets.view.reps !== ""
            width: sets.half

            onNudged: by => sets.view.nudgeReps(by)
        }
    }
    BigButton {
        height: 1.15 * Theme.touch
        label: sets.view.logLabel
        labelSize: sets.reading
        objectName: "log-set"
        primary: true
        visible: label !== ""
        width: parent.width

        onTapped: sets.view.log()
    }
}
