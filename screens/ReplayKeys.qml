// Below a past session: back and forth in time and in the list, play, how fast, the next word.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: keys

    required property ReplayModel view
    readonly property bool twoRows: Theme.portrait && view.isLoaded
    readonly property real arrows: view.turns ? 3.2 * Theme.touch + 3 * Theme.gap : 0
    readonly property int words: view.words > 0 ? 1 : 0
    readonly property int above: twoRows ? 4 : 6 + words
    // Words need more room than numbers.
    readonly property real wide: twoRows ? 0 : 0.45 * words
    readonly property int below: 2 + words
    readonly property real share: ((twoRows ? width : width - arrows) - (above - 1) * Theme.gap) / (above + wide)
    readonly property real shareBelow: (width - arrows - (below - 1) * Theme.gap) / below
    readonly property real second: twoRows ? Theme.touch + Theme.gap : 0

    implicitHeight: Theme.touch + second

    // Where each stands: in one row, or play and what goes with it in the second.
    function place(number: int, low: int): real {
        return twoRows && low >= 0 ? arrows + low * (shareBelow + Theme.gap) : (twoRows ? 0 : arrows) + number * (share + Theme.gap);
    }

    PageTurner {
        hasBefore: keys.view.hasBefore
        hasMore: keys.view.hasMore
        name: "replay"
        visible: keys.view.turns
        width: keys.arrows
        y: keys.second

        onTurned: by => keys.view.turn(by)
    }
    Item {
        anchors.fill: parent
        visible: keys.view.isLoaded

        BigButton {
            label: qsTr("−1 min")
            objectName: "replay-minus"
            width: keys.share
            x: keys.place(0, -1)

            onTapped: keys.view.skip(-60)
        }
        BigButton {
            label: qsTr("−10 s")
            objectName: "replay-minus-10"
            width: keys.share
            x: keys.place(1, -1)

            onTapped: keys.view.skip(-10)
        }
        BigButton {
            label: keys.view.playing ? qsTr("Pause") : qsTr("Play")
            objectName: "replay-play"
            primary: true
            width: keys.twoRows ? keys.shareBelow : keys.share
            x: keys.place(2, 0)
            y: keys.second

            onTapped: keys.view.play()
        }
        BigButton {
            label: keys.view.speed
            labelSize: Theme.title
            objectName: "replay-speed"
            width: keys.twoRows ? keys.shareBelow : keys.share
            x: keys.place(3, 1)
            y: keys.second

            onTapped: keys.view.faster()
        }
        BigButton {
            label: qsTr("+10 s")
            objectName: "replay-plus-10"
            width: keys.share
            x: keys.place(keys.twoRows ? 2 : 4, -1)

            onTapped: keys.view.skip(10)
        }
        BigButton {
            label: qsTr("+1 min")
            objectName: "replay-plus"
            width: keys.share
            x: keys.place(keys.twoRows ? 3 : 5, -1)

            onTapped: keys.view.skip(60)
        }
        BigButton {
            colour: Theme.danger
            detail: qsTr("%1 in all").arg(keys.view.words)
            label: qsTr("Next word")
            objectName: "replay-word"
            visible: keys.words > 0
            width: keys.twoRows ? keys.shareBelow : 1.45 * keys.share
            x: keys.place(6, 2)
            y: keys.second

            onTapped: keys.view.toWord()
        }
    }
}
