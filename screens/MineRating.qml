// How hard is it? Ten keys large enough for wet thumbs; the heart rate stays in view beside them.
pragma ComponentBehavior: Bound

import QtQuick

Rectangle {
    id: rating

    required property MineBody mine
    readonly property int reading: mine.reading
    readonly property int columns: Theme.portrait ? 5 : 3
    readonly property int rows: Math.ceil(11 / columns)
    readonly property real share: (width - (columns + 1) * Theme.gap) / columns
    readonly property real keyHeight: (height - sentence.height - (rows + 2) * Theme.gap) / rows

    color: Theme.surface
    objectName: "rating"
    radius: Theme.radius

    // No touch gets through to what is below.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Words {
        id: sentence

        font.pixelSize: rating.reading
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: Math.round(1.5 * rating.reading)
        minimumPixelSize: Theme.body
        objectName: "rating-sentence"
        text: qsTr("How hard is it now?")
        width: parent.width - 5 * Theme.gap - left.implicitWidth
        x: 2 * Theme.gap
        y: Theme.gap
    }
    Words {
        id: left

        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.gap
        color: Theme.soft
        font.pixelSize: rating.reading
        height: sentence.height
        objectName: "rating-left"
        text: rating.mine.remaining
        y: Theme.gap
    }
    Repeater {
        model: 10

        delegate: BigButton {
            required property int index

            detail: index === 0 ? qsTr("nothing") : index === 9 ? qsTr("all out") : ""
            detailSize: Math.max(Theme.small, Math.round(rating.reading * 0.7))
            height: rating.keyHeight
            label: index + 1
            labelSize: Math.round(rating.reading * 1.1)
            objectName: "rpe-" + (index + 1)
            width: rating.share
            x: Theme.gap + (index % rating.columns) * (rating.share + Theme.gap)
            y: sentence.height + 2 * Theme.gap + Math.floor(index / rating.columns) * (rating.keyHeight + Theme.gap)

            onTapped: rating.mine.view.rating.rate(index + 1)
        }
    }
    BigButton {
        height: rating.keyHeight
        label: qsTr("Not now")
        objectName: "rpe-later"
        width: rating.width - x - Theme.gap
        x: Theme.gap + (10 % rating.columns) * (rating.share + Theme.gap)
        y: sentence.height + 2 * Theme.gap + Math.floor(10 / rating.columns) * (rating.keyHeight + Theme.gap)

        onTapped: rating.mine.view.rating.later()
    }
}
