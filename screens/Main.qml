// The window: exactly one page, and over it a question when there is one.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

Window {
    id: window

    required property Board board
    property real diagonalInch: 0
    readonly property string page: board.walk.page
    // What lies over the page takes the touches from the page's own sign.
    readonly property bool covered: board.question.asked || board.ask.asked || board.tagCard.shown || board.glass.closed
    readonly property bool cornered: board.ask.asked || board.tagCard.shown || (page !== "group" && page !== "mine") || board.wall.covers

    color: Theme.background
    height: 720
    title: "Switchback"
    width: 1280

    Binding {
        property: "windowWidth"
        target: Theme
        value: window.width
    }
    Binding {
        property: "windowHeight"
        target: Theme
        value: window.height
    }
    Binding {
        property: "diagonalInch"
        target: Theme
        value: window.diagonalInch
    }
    Binding {
        property: "light"
        target: Theme
        value: window.board.header.empty && !window.board.stop.stoppable && !window.board.stop.stopped
    }
    Binding {
        property: "leftHanded"
        target: Theme
        value: window.board.leftHanded
    }
    Binding {
        property: "reducedMotion"
        target: Theme
        value: window.board.reducedMotion
    }
    Binding {
        property: "stopAbove"
        target: Theme
        value: corner.visible
    }
    Binding {
        property: "corner"
        target: Theme
        value: corner.visible && window.cornered ? 1.5 * Theme.touch : 0
    }
    Item {
        anchors.fill: parent
        anchors.margins: Theme.gap
        enabled: !window.board.question.asked && !window.board.tagCard.shown && !window.board.stop.covers && !window.board.ask.asked && !window.board.glass.closed

        // Home stays, because its tiles are many; the other pages are made anew on arrival.
        GroupPage {
            anchors.fill: parent
            board: window.board
            visible: window.page === "group" && !window.board.wall.covers
        }
        Loader {
            active: window.board.wall.covers
            anchors.fill: parent

            sourceComponent: Wall {
                board: window.board
                touchable: true
            }
        }
        Loader {
            active: window.page === "tap-in"
            anchors.fill: parent

            sourceComponent: TapInPage {
                question: window.board.strapQuestion
                view: window.board.tapIn
                walk: window.board.walk
            }
        }
        Loader {
            active: window.page === "choose"
            anchors.fill: parent

            sourceComponent: ChoosePage {
                tag: window.board.tagCard
                view: window.board.chooser
                walk: window.board.walk
            }
        }
        Loader {
            active: window.page === "add"
            anchors.fill: parent

            sourceComponent: AddPage {
                view: window.board.addPerson
            }
        }
        Loader {
            active: window.page === "mine"
            anchors.fill: parent

            sourceComponent: MinePage {
                stop: window.board.stop
                view: window.board.mine
            }
        }
        Loader {
            active: window.page === "guest"
            anchors.fill: parent

            sourceComponent: GuestPage {
                view: window.board.guest
                walk: window.board.walk
            }
        }
        Loader {
            active: window.page === "summary"
            anchors.fill: parent

            sourceComponent: SummaryPage {
                view: window.board.summary
            }
        }
        Loader {
            active: window.page === "progress"
            anchors.fill: parent

            sourceComponent: ProgressPage {
                view: window.board.progress
                walk: window.board.walk
            }
        }
        Loader {
            active: window.page === "history"
            anchors.fill: parent

            sourceComponent: HistoryPage {
                view: window.board.history
            }
        }
        Loader {
            active: window.page === "my-data"
            anchors.fill: parent

            sourceComponent: MyDataPage {
                view: window.board.myData
            }
        }
        Loader {
            active: window.page === "shelf"
            anchors.fill: parent

            sourceComponent: ShelfPage {
                view: window.board.shelf
            }
        }
        Loader {
            active: window.page === "calibrate"
            anchors.fill: parent

            sourceComponent: CalibratePage {
                view: window.board.calibration
                walk: window.board.walk
            }
        }
        Loader {
            active: window.page === "replay"
            anchors.fill: parent

            sourceComponent: ReplayPage {
                view: window.board.replay
            }
        }
        Loader {
            active: window.page === "planner"
            anchors.fill: parent

            sourceComponent: PlannerPage {
                view: window.board.planner
            }
        }
        Loader {
            active: window.page === "protocols"
            anchors.fill: parent

            sourceComponent: ProtocolsPage {
                view: window.board.protocols
            }
        }
        Loader {
            active: window.page === "exports"
            anchors.fill: parent

            sourceComponent: ExportsPage {
                view: window.board.exports
                walk: window.board.walk
            }
        }
        Loader {
            active: window.page === "imports"
            anchors.fill: parent

            sourceComponent: ImportsPage {
                view: window.board.imports
            }
        }
        Loader {
            active: window.page === "people"
            anchors.fill: parent

            sourceComponent: PeoplePage {
                view: window.board.people
            }
        }
        Loader {
            active: window.page === "sign-in"
            anchors.fill: parent

            sourceComponent: SignInPage {
                view: window.board.signIn
            }
        }
        Loader {
            active: window.page === "coach"
            anchors.fill: parent

            sourceComponent: CoachPage {
                view: window.board.coachMenu
            }
        }
        Loader {
            active: window.page === "coaches"
            anchors.fill: parent

            sourceComponent: CoachesPage {
                view: window.board.coaches
            }
        }
        Loader {
            active: window.page === "settings"
            anchors.fill: parent

            sourceComponent: SettingsPage {
                view: window.board.settings
                walk: window.board.walk
            }
        }
        Loader {
            active: window.page === "first-run"
            anchors.fill: parent

            sourceComponent: FirstRunPage {
                view: window.board.firstRun
            }
        }
        Loader {
            active: window.page === "health"
            anchors.fill: parent

            sourceComponent: HealthPage {
                view: window.board.health
                walk: window.board.walk
            }
        }
        Loader {
            active: window.page === "devices"
            anchors.fill: parent

            sourceComponent: DevicesPage {
                view: window.board.devices
                walk: window.board.walk
            }
        }
    }
    AskCard {
        anchors.fill: parent
        ask: window.board.ask
        enabled: !window.board.glass.closed
    }
    TagCard {
        anchors.fill: parent
        enabled: !window.board.glass.closed
        view: window.board.tagCard
    }
    QuestionCard {
        anchors.fill: parent
        enabled: !window.board.glass.closed
        model: window.board.question
    }
    Glass {
        anchors.fill: parent
        stop: window.board.stop
        view: window.board.glass
    }
    // Whatever somebody reads or wipes here, others train: one touch still stops them all.
    StopSign {
        id: corner

        LayoutMirroring.enabled: Theme.leftHanded
        above: true
        anchors.margins: Theme.gap
        anchors.right: parent.right
        anchors.top: parent.top
        stop: window.board.stop
        visible: stop.stoppable && (window.cornered || window.covered)
    }
    StopCover {
        anchors.fill: parent
        stop: window.board.stop
    }
    // Watches every finger and takes none: whoever touches the glass is still here.
    Item {
        anchors.fill: parent

        PointHandler {
            onActiveChanged: window.board.walk.touch()
        }
    }
}
