// The grade now against the one wanted: a tick when they agree, else what to do.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

Item {
    id: grade

    required property MineBody mine
    readonly property int reading: mine.reading

    height: flow.height

    Flow {
        id: flow

        spacing: Math.round(grade.reading * 0.6)
        width: parent.width

        Row {
            spacing: Math.round(grade.reading * 0.4)

            Words {
                color: Theme.soft
                font.pixelSize: Math.round(grade.reading * 1.1)
                text: qsTr("grade")
            }
            Words {
                font.pixelSize: Math.round(grade.reading * 1.1)
                font.weight: Font.Bold
                objectName: "mine-grade"
                text: grade.mine.grade
            }
            Shape {
                anchors.verticalCenter: parent.verticalCenter
                height: width
                objectName: "mine-tick"
                preferredRendererType: Shape.CurveRenderer
                visible: grade.mine.agrees
                width: grade.reading

                ShapePath {
                    capStyle: ShapePath.RoundCap
                    fillColor: "transparent"
                    startX: 0.1 * grade.reading
                    startY: 0.55 * grade.reading
                    strokeColor: Theme.text
                    strokeWidth: 0.16 * grade.reading

                    PathLine {
                        x: 0.4 * grade.reading
                        y: 0.85 * grade.reading
                    }
                    PathLine {
                        x: 0.95 * grade.reading
                        y: 0.2 * grade.reading
                    }
                }
            }
        }
        BigButton {
            label: grade.mine.confirm
            labelSize: grade.reading
            objectName: "confirm-grade"
            primary: true
            visible: label !== ""

            onTapped: grade.mine.view.confirmGrade()
        }
        Rectangle {
            color: Theme.noticeText
            height: mend.height * 1.1
            radius: height * 0.2
            visible: grade.mine.mend !== ""
            width: mend.width + grade.reading * 0.8

            Words {
                id: mend

                anchors.centerIn: parent
                color: Theme.ink
                font.pixelSize: grade.reading
                font.weight: Font.Bold
                objectName: "mine-mend"
                text: grade.mine.mend
            }
        }
    }
}
