// The open entry of somebody's card: large signs, a pad, answers, days, and whether it can be.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Rectangle {
    id: sheet

    // Roles of the model, SheetFace in people_sheet.py.
    required property int index
    required property string kind
    required property string title
    required property string hint
    required property string value
    required property string unit
    required property string said
    required property bool wrong
    required property bool savable
    required property string clearing
    required property PeopleCardModel view
    readonly property bool saves: kind !== "choice"
    readonly property bool padded: kind === "number" || kind === "edges" || kind === "straps"
    readonly property real inner: width - 4 * Theme.gap
    readonly property real half: (inner - 2 * Theme.gap) / 2

    color: Theme.surface
    objectName: "person-sheet"
    radius: Theme.radius

    // No touch gets through to what is below.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Words {
        id: heading

        elide: Text.ElideRight
        font.pixelSize: Theme.title
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.body
        objectName: "sheet-title"
        text: sheet.title
        width: sheet.inner
        x: 2 * Theme.gap
        y: Theme.gap
    }
    Words {
        id: aside

        color: sheet.said === "" ? Theme.soft : sheet.wrong ? Theme.noticeText : Theme.text
        font.pixelSize: Theme.body
        font.weight: sheet.said === "" ? Font.Normal : Font.DemiBold
        fontSizeMode: Text.Fit
        height: Math.round(2.7 * Theme.body)
        minimumPixelSize: Theme.smallest
        objectName: "sheet-said"
        text: sheet.said === "" ? sheet.hint : (sheet.wrong ? "! " : "") + sheet.said
        verticalAlignment: Text.AlignTop
        width: sheet.inner
        wrapMode: Text.Wrap
        x: 2 * Theme.gap
        y: heading.y + heading.height
    }
    // -- what is shown and nudged, at the left or above the pad -------------------------------------
    Item {
        id: main

        readonly property real begins: aside.y + aside.height + Theme.gap

        height: (sheet.saves ? buttons.y : sheet.height) - main.begins - 2 * Theme.gap
        width: sheet.inner
        x: 2 * Theme.gap
        y: main.begins

        Repeater {
            model: sheet.kind === "choice" ? sheet.view.choices : null

            delegate: ChoiceButton {
                height: Math.min(1.6 * Theme.touch, main.height / 3 - Theme.gap)
                width: main.width
                y: index * (height + Theme.gap)

                onTapped: sheet.view.pick(key)
            }
        }
        Item {
            id: amount

            height: parent.height
            visible: sheet.kind === "number" || sheet.kind === "edges" || sheet.kind === "day"
            width: sheet.padded ? sheet.half : main.width

            Item {
                id: edges

                readonly property int across: Math.ceil(edgeButtons.count / 2)
                readonly property real share: (width - (across - 1) * Theme.gap) / Math.max(1, across)

                height: sheet.kind === "edges" ? 2 * Theme.touch + Theme.gap : 0
                width: parent.width

                Repeater {
                    id: edgeButtons

                    model: sheet.kind === "edges" ? sheet.view.choices : null

                    delegate: BigButton {
                        id: edge

                        required property int index
                        required property string key
                        required property string title
                        required property bool chosen

                        height: Theme.touch
                        label: title
                        labelSize: Theme.title
                        objectName: "edge-" + key
                        primary: chosen
                        width: edges.share
                        x: (index % edges.across) * (edges.share + Theme.gap)
                        y: Math.floor(index / edges.across) * (Theme.touch + Theme.gap)

                        onTapped: sheet.view.pick(edge.key)
                    }
                }
            }
            Words {
                id: number

                color: sheet.value === "" ? Theme.soft : Theme.text
                font.features: {
                    "tnum": 1
                }
                font.pixelSize: sheet.kind === "day" ? Theme.headline : Theme.plenty
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                height: Math.max(Theme.headline, (parent.height - edges.height - signs.height - 2 * Theme.gap))
                horizontalAlignment: Text.AlignHCenter
                minimumPixelSize: Theme.body
                objectName: "sheet-value"
                text: sheet.value === "" ? "–" : sheet.value + (sheet.unit === "" ? "" : " " + sheet.unit)
                width: parent.width
                y: edges.height
            }
            Row {
                id: signs

                readonly property var steps: sheet.kind === "day" ? [-30, -7, -1, 1, 7, 30] : [-1, 1]

                anchors.bottom: parent.bottom
                height: Math.min(1.8 * Theme.touch, Math.max(Theme.touch, parent.height * 0.34))
                spacing: Theme.gap
                width: parent.width

                Repeater {
                    model: signs.steps

                    delegate: BigButton {
                        id: sign

                        required property int modelData

                        height: signs.height
                        label: (modelData < 0 ? "−" : "+") + (sheet.kind === "day" ? Math.abs(modelData) : "")
                        labelSize: sheet.kind === "day" ? Theme.title : Theme.plenty * 0.7
                        objectName: (modelData < 0 ? "minus-" : "plus-") + Math.abs(modelData)
                        width: (signs.width - (signs.steps.length - 1) * Theme.gap) / signs.steps.length

                        onTapped: sheet.view.nudge(sign.modelData)
                    }
                }
            }
        }
        // The straps: what they have, what is on the air, and what is typed.
        Item {
            height: parent.height
            visible: sheet.kind === "straps"
            width: sheet.half

            Column {
                spacing: Theme.gap
                width: parent.width

                Repeater {
                    model: sheet.kind === "straps" ? sheet.view.choices : null

                    delegate: BigButton {
                        id: strap

                        required property string key
                        required property string title
                        required property bool chosen

                        detail: qsTr("take off")
                        height: Theme.touch
                        label: title
                        objectName: "strap-" + key
                        width: parent.width

                        onTapped: sheet.view.pick(strap.key)
                    }
                }
                Repeater {
                    model: sheet.kind === "straps" ? sheet.view.heard : null

                    delegate: BigButton {
                        id: heard

                        required property string key
                        required property string title
                        required property bool chosen

                        detail: qsTr("heard just now: add")
                        height: Theme.touch
                        label: "+ " + title
                        objectName: "heard-" + key
                        width: parent.width

                        onTapped: sheet.view.pick(heard.key)
                    }
                }
                Words {
                    font.pixelSize: Theme.headline
                    font.weight: Font.Bold
                    height: Theme.touch
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "strap-typed"
                    text: sheet.kind === "straps" && sheet.value !== "" ? "+ " + sheet.value : ""
                    width: parent.width
                }
            }
        }
        NumberPad {
            height: parent.height
            visible: sheet.padded
            width: sheet.half
            x: sheet.half + 2 * Theme.gap

            onDigit: number => sheet.view.digit(number)
            onErase: sheet.view.erase()
        }
        Item {
            anchors.fill: parent
            visible: sheet.kind === "text"

            Rectangle {
                id: field

                border.color: sheet.wrong ? Theme.danger : Theme.accent
                border.width: 2 * Theme.hairline
                color: Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.16))
                height: Theme.touch
                radius: Theme.radius
                width: parent.width

                Words {
                    id: typed

                    elide: Text.ElideLeft
                    font.pixelSize: Theme.title
                    font.weight: Font.DemiBold
                    height: parent.height
                    objectName: "sheet-typed"
                    text: sheet.kind === "text" ? sheet.value : ""
                    width: Math.min(implicitWidth, parent.width - 5 * Theme.gap)
                    x: 2 * Theme.gap
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.accent
                    height: Theme.title
                    width: 2 * Theme.hairline
                    x: typed.x + typed.width + Theme.hairline
                }
            }
            Keyboard {
                anchors.bottom: parent.bottom
                height: Math.min(4 * 1.5 * Theme.touch, parent.height - field.height - Theme.gap)
                view: sheet.view.keyboard
                width: parent.width
            }
        }
    }
    Row {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 2 * Theme.gap
        height: Theme.touch
        spacing: Theme.gap
        visible: sheet.saves
        width: sheet.inner
        x: 2 * Theme.gap

        BigButton {
            height: Theme.touch
            label: qsTr("Today")
            objectName: "sheet-today"
            visible: sheet.kind === "day"
            width: buttons.width * 0.2

            onTapped: sheet.view.today()
        }
        BigButton {
            enabled: sheet.clearing !== ""
            height: Theme.touch
            label: sheet.clearing
            objectName: "sheet-clear"
            visible: sheet.clearing !== ""
            width: buttons.width * (sheet.kind === "day" ? 0.34 : 0.45) - Theme.gap

            onTapped: sheet.view.clear()
        }
        BigButton {
            enabled: sheet.savable
            height: Theme.touch
            label: qsTr("Save")
            labelSize: Theme.title
            objectName: "sheet-save"
            primary: true
            width: buttons.width - x

            onTapped: sheet.view.save()
        }
    }
}
