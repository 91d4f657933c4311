// Who or what, on which day, how it ended, and one sentence that is kind and true.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: head

    required property SummaryBody summary

    height: Math.max(Math.round(Theme.title * 1.7) + (Theme.portrait ? about.height : 0), Theme.corner > 0 ? Theme.touch : 0) + (kind.visible ? kind.height : 0)

    Words {
        id: name

        elide: Text.ElideRight
        font.pixelSize: Theme.title * 1.2
        font.weight: Font.Bold
        height: Math.round(Theme.title * 1.7)
        objectName: "summary-name"
        text: head.summary.title
        width: Theme.portrait ? parent.width - 2 * x : Math.min(Math.ceil(natural.advanceWidth) + Theme.gap, parent.width * 0.5)
        x: Theme.gap
    }
    // A name that may be cut off is as wide as it is let be: how wide it would like to be is asked here.
    TextMetrics {
        id: natural

        font: name.font
        text: head.summary.title
    }
    Words {
        id: about

        color: Theme.soft
        elide: Text.ElideRight
        font.pixelSize: Theme.title
        fontSizeMode: Text.HorizontalFit
        height: Theme.portrait ? Math.round(Theme.title * 1.4) : name.height
        horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignRight
        minimumPixelSize: Theme.smallest
        objectName: "summary-workout"
        text: [head.summary.past ? head.summary.who : head.summary.workout, head.summary.day, head.summary.ended].filter(part => part !== "").join(" · ")
        width: parent.width - x - Theme.gap
        x: Theme.portrait ? Theme.gap : name.x + name.width + 3 * Theme.gap
        y: Theme.portrait ? name.height : 0
    }
    Words {
        id: kind

        anchors.bottom: parent.bottom
        color: Theme.accent
        font.pixelSize: Math.round(head.summary.reading * 1.05)
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: Math.round(head.summary.reading * 1.5)
        minimumPixelSize: Theme.smallest
        objectName: "summary-kind"
        text: head.summary.kind
        visible: text !== ""
        width: parent.width - 2 * x
        x: Theme.gap
    }
}
