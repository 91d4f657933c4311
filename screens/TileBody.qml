// The part of a tile for the athlete: the curve over the band, the grade, the step and its rest.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Item {
    id: body

    required property Tile tile
    required property real room
    // In a large tile smaller than the head's lines: it is read from nearby, and the curve wants room.
    readonly property int textSize: Math.min(tile.lineSize, Math.max(tile.size * 0.2, Theme.body))
    readonly property int lineHeight: Math.round(textSize * 1.3)
    readonly property int foot: Math.round(tile.pad * 0.55)
    readonly property real leastCurve: Math.max(18, tile.size * 0.25) + tile.pad

    // Said once for all of them beside the tiles: here its room is the curve's.
    readonly property bool told: tile.doing && tile.place === "" && tile.step === tile.classStep
    readonly property string stepSaid: told ? "" : tile.step
    readonly property bool lineless: told && tile.grade === ""

    // Two lines where the grade needs one, or the step in a narrow tile, as long as this does not
    // cost the curve its room.
    readonly property bool crowded: stepText.advanceWidth + remaining.implicitWidth + tile.pad > width - 2 * tile.pad
    readonly property bool curveAnyway: tile.traced && room >= lineHeight + foot + leastCurve
    readonly property bool twoFit: room >= 2 * lineHeight + foot + (curveAnyway ? leastCurve : 0)
    // What somebody should do gets a line of its own before it is left out.
    readonly property bool hinting: tile.touchable && tile.hint !== "" && tile.grade === "" && tile.remaining === ""
    readonly property bool hintBeside: stepText.advanceWidth + 0.8 * hintText.advanceWidth + 3 * tile.pad <= width
    readonly property bool hintBelow: hinting && !hintBeside && twoFit && hintText.advanceWidth + 2 * tile.pad <= width
    readonly property bool stepAbove: (crowded && twoFit) || hintBelow
    readonly property bool gradeAbove: !crowded && !told && twoFit && tile.grade !== ""
    readonly property bool oneOnly: !stepAbove && !gradeAbove && tile.grade !== ""
    // The coach reads it from where the head is read.
    readonly property int alertHeight: Math.round(tile.lineSize * 1.45)
    readonly property real linesHeight: Math.max(tile.alert === "" ? 0 : alertHeight, (stepAbove || gradeAbove ? 2 : lineless ? 0 : 1) * lineHeight + foot)
    readonly property bool curved: tile.traced && room - linesHeight >= leastCurve

    TextMetrics {
        id: stepText

        font: step.font
        text: body.stepSaid
    }
    TextMetrics {
        id: hintText

        font: hint.font
        text: body.tile.hint
    }
    Trace {
        anchors.bottom: lines.top
        anchors.left: parent.left
        anchors.margins: Math.round(body.tile.pad / 2)
        anchors.right: parent.right
        anchors.top: parent.top
        athlete: body.tile.athlete
        band: Qt.alpha(body.tile.level < 0 ? Theme.soft : Theme.zone(body.tile.level), 0.5)
        line: Theme.text
        revision: body.tile.revision
        source: body.tile.traces
        stroke: Math.max(1.5, Math.min(5, body.tile.size / 36))
        visible: body.curved && body.tile.place === ""
    }
    // Changing places: instead of the curve, where to go.
    Rectangle {
        anchors.bottom: lines.top
        anchors.left: parent.left
        anchors.margins: Math.round(body.tile.pad / 2)
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.accent
        objectName: "place"
        radius: Theme.radius
        visible: body.tile.place !== ""

        Words {
            anchors.fill: parent
            anchors.margins: Math.round(body.tile.pad / 2)
            color: Theme.ink
            font.pixelSize: Math.round(body.tile.size * 0.6)
            font.weight: Font.Bold
            fontSizeMode: Text.Fit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.smallest
            objectName: "place-words"
            text: body.tile.place
        }
    }
    Item {
        id: lines

        anchors.bottom: parent.bottom
        anchors.bottomMargin: body.foot
        anchors.left: parent.left
        anchors.leftMargin: body.tile.pad
        anchors.right: parent.right
        anchors.rightMargin: body.tile.pad
        height: body.linesHeight - body.foot
        visible: body.tile.alert === ""

        Words {
            id: step

            anchors.left: parent.left
            color: Theme.soft
            elide: Text.ElideRight
            font.pixelSize: body.textSize
            fontSizeMode: Text.HorizontalFit
            height: body.lineHeight
            minimumPixelSize: Theme.tiniest
            objectName: "step"
            text: body.stepSaid
            visible: body.tile.place === "" && (!body.oneOnly || !body.tile.doing)
            width: body.stepAbove ? parent.width : parent.width - remaining.width - body.tile.pad / 2
            y: body.stepAbove ? 0 : parent.height - height
        }
        Words {
            anchors.left: parent.left
            color: Theme.soft
            font.pixelSize: body.textSize
            height: body.lineHeight
            objectName: "grade"
            text: body.tile.grade
            visible: !body.oneOnly || body.tile.doing
            y: body.gradeAbove ? 0 : parent.height - height
        }
        Words {
            id: remaining

            anchors.bottom: parent.bottom
            anchors.right: parent.right
            font.pixelSize: body.textSize
            font.weight: Font.DemiBold
            height: body.lineHeight
            objectName: "remaining"
            text: body.told ? "" : body.tile.remaining
        }
        Words {
            id: hint

            anchors.bottom: parent.bottom
            anchors.right: parent.right
            color: Theme.accent
            font.pixelSize: body.textSize
            fontSizeMode: Text.HorizontalFit
            height: body.lineHeight
            minimumPixelSize: Theme.tiniest
            objectName: "hint"
            text: body.tile.hint
            // A little smaller rather than in a line of its own: then the heads stay level.
            width: Math.min(implicitWidth, parent.width - (body.hintBeside ? stepText.advanceWidth + body.tile.pad : 0))
            visible: body.hinting && (body.hintBeside || body.hintBelow)
        }
    }
    // Why the coach should come, instead of what the athlete does.
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.stop
        height: body.linesHeight
        objectName: "alert"
        radius: Theme.radius
        visible: body.tile.alert !== ""

        Sign {
            id: mark

            anchors.left: parent.left
            anchors.leftMargin: body.tile.pad
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.ink
            height: Math.round(parent.height * 0.72)
            hole: Theme.stop
            kind: "alarm"
            width: height
        }
        Words {
            anchors.bottom: parent.bottom
            anchors.left: mark.right
            anchors.leftMargin: body.tile.pad / 2
            anchors.right: parent.right
            anchors.rightMargin: body.tile.pad / 2
            anchors.top: parent.top
            color: Theme.ink
            font.pixelSize: body.tile.lineSize
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.tiniest
            objectName: "alert-words"
            text: body.tile.alert
        }
    }
}
