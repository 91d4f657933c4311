// The tokens of the theme: each colour with its contrast, each length in millimetres.
pragma ComponentBehavior: Bound

import QtQuick

Flow {
    id: sheet

    // Of {name, kind}: colour | zone | letters | length | time.
    required property list<var> tokens

    function linear(part: real): real {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
    function luminance(colour: color): real {
        return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    }
    // The contrast ratio of WCAG 2.
    function ratio(one: color, other: color): string {
        const lights = [luminance(one) + 0.05, luminance(other) + 0.05];
        return (Math.max(...lights) / Math.min(...lights)).toFixed(1);
    }

    spacing: Theme.gap

    Repeater {
        model: sheet.tokens

        delegate: Item {
            id: token

            required property var modelData
            readonly property string kind: modelData.kind
            readonly property bool drawn: kind === "colour" || kind === "zone"
            readonly property var value: kind === "zone" ? Theme.zone(modelData.name) : Theme[modelData.name]

            height: 66
            width: 240

            Rectangle {
                border.color: Theme.outline
                border.width: token.drawn ? Theme.hairline : 0
                color: token.drawn ? token.value : Theme.accent
                height: token.drawn ? 54 : Math.min(54, token.value)
                radius: token.modelData.name === "radius" ? token.value : token.drawn ? Theme.radius : 0
                visible: token.drawn || token.kind === "length"
                width: token.drawn ? 72 : Math.min(72, token.value)
            }
            Words {
                font.pixelSize: token.kind === "letters" ? Math.min(40, token.value) : 1
                font.weight: Font.DemiBold
                height: 54
                text: "148"
                visible: token.kind === "letters"
                width: 84
            }
            Words {
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                text: token.kind === "zone" ? "zone " + token.modelData.name : token.modelData.name
                x: 88
            }
            Words {
                color: Theme.soft
                font.pixelSize: Theme.small
                text: {
                    if (token.kind === "time")
                        return token.value + " ms";
                    if (token.kind === "zone")
                        return "ink " + sheet.ratio(token.value, Theme.ink) + "\nsurface " + sheet.ratio(token.value, Theme.surface);
                    if (token.kind === "colour")
                        return "background " + sheet.ratio(token.value, Theme.background) + "\nsurface " + sheet.ratio(token.value, Theme.surface);
                    return token.value + " px, " + (token.value / Theme.pixelsPerMm).toFixed(1) + " mm";
                }
                width: 156
                wrapMode: Text.WordWrap
                x: 88
                y: 20
            }
        }
    }
}
