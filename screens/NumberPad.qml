// Ten digits and the way back, for one finger of a wet hand.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: pad

    readonly property real keyWidth: (width - 2 * Theme.gap) / 3
    readonly property real keyHeight: (height - 3 * Theme.gap) / 4

    signal digit(int number)
    signal erase

    Repeater {
        model: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]

        delegate: BigButton {
            id: key

            required property int index
            required property int modelData
            readonly property int place: modelData === 0 ? 10 : index

            height: pad.keyHeight
            label: modelData
            labelSize: Theme.headline
            objectName: "pad-" + modelData
            width: pad.keyWidth
            x: (place % 3) * (pad.keyWidth + Theme.gap)
            y: Math.floor(place / 3) * (pad.keyHeight + Theme.gap)

            onTapped: pad.digit(key.modelData)
        }
    }
    BigButton {
        height: pad.keyHeight
        label: "⌫"
        labelSize: Theme.headline
        objectName: "pad-erase"
        width: pad.keyWidth
        x: 0
        y: 3 * (pad.keyHeight + Theme.gap)

        onTapped: pad.erase()
    }
}
