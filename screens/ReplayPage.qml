// A past session once more: who, at which second, and everybody's curve with a line for now.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: page

    required property ReplayModel view
    readonly property real lineHeight: 1.25 * Theme.touch
    readonly property int sessionRoom: Math.max(1, Math.floor((body.height + Theme.gap) / (lineHeight + Theme.gap)))
    readonly property int athleteRoom: Math.max(1, Math.floor((body.height - timeline.height) / (lineHeight + Theme.gap)))

    function fit() {
        view.fit(sessionRoom, athleteRoom);
    }

    Component.onCompleted: {
        fit();
        view.refresh();
    }
    onAthleteRoomChanged: fit()
    onSessionRoomChanged: fit()

    PageHead {
        id: head

        title: page.view.title
        titleRoom: time.x - 2.4 * Theme.touch - 3 * Theme.gap
        width: parent.width

        onBack: page.view.back()

        Words {
            id: time

            anchors.right: parent.right
            anchors.rightMargin: 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            font.features: {
                "tnum": 1
            }
            font.pixelSize: Theme.title
            objectName: "replay-clock"
            text: page.view.clock
        }
    }
    Item {
        id: body

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap

        Repeater {
            model: page.view.sessions

            delegate: ExportLine {
                height: page.lineHeight
                width: body.width
                y: index * (page.lineHeight + Theme.gap)

                onTapped: page.view.choose(session)
            }
        }
        Repeater {
            id: lines

            model: page.view.lines

            delegate: ReplayRow {
                height: Math.min(2 * page.lineHeight, (body.height - timeline.height) / lines.count - Theme.gap)
                view: page.view
                width: body.width
                y: index * (height + Theme.gap)
            }
        }
        Words {
            anchors.centerIn: parent
            color: Theme.soft
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            objectName: "replay-empty"
            text: page.view.empty
            visible: text !== ""
            width: parent.width - 8 * Theme.gap
            wrapMode: Text.Wrap
        }
        // A finger anywhere on it is the new now, and may move.
        Rectangle {
            id: timeline

            anchors.bottom: parent.bottom
            color: Theme.raised
            height: Theme.touch
            objectName: "replay-timeline"
            radius: Theme.radius
            visible: page.view.isLoaded
            width: body.width * 0.64
            x: body.width - width

            Rectangle {
                color: Theme.accent
                height: parent.height
                opacity: 0.4
                radius: parent.radius
                width: page.view.place * parent.width
            }
            Rectangle {
                color: Theme.text
                height: parent.height
                width: 4 * Theme.hairline
                x: page.view.place * parent.width - width / 2
            }
            PointHandler {
                onPointChanged: {
                    if (active)
                        page.view.scrub(point.position.x / timeline.width);
                }
            }
        }
    }
    Item {
        id: foot

        readonly property real arrows: page.view.hasBefore || page.view.hasMore ? 3.2 * Theme.touch + 2 * Theme.gap : 0
        readonly property real share: (width - arrows - 3 * Theme.gap) / 4

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.touch

        PageTurner {
            hasBefore: page.view.hasBefore
            hasMore: page.view.hasMore
            name: "replay"
            width: foot.arrows

            onTurned: by => page.view.turn(by)
        }
        Row {
            spacing: Theme.gap
            visible: page.view.isLoaded
            x: foot.arrows

            BigButton {
                label: qsTr("−1 min")
                objectName: "replay-minus"
                width: foot.share

                onTapped: page.view.skip(-60)
            }
            BigButton {
                label: page.view.playing ? qsTr("Pause") : qsTr("Play")
                objectName: "replay-play"
                primary: true
                width: foot.share

                onTapped: page.view.play()
            }
            BigButton {
                label: page.view.speed
                labelSize: Theme.title
                objectName: "replay-speed"
                width: foot.share

                onTapped: page.view.faster()
            }
            BigButton {
                label: qsTr("+1 min")
                objectName: "replay-plus"
                width: foot.share

                onTapped: page.view.skip(60)
            }
        }
    }
}
