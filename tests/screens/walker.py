"""One window over a whole kiosk, opened on any page with somebody for it to be about."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.events import Tag
from kiosk.session.state import Phase
from screens.board import Board
from screens.stage import STATION
from screens.walk import NEEDS_COACH, SETTLE_S, Page
from screens.window import build_window
from tests.screens.conftest import Touches
from tests.screens.whole_rig import WholeKiosk, tag

READY, TRAINS = 1, 2
LIVE = (Phase.RUNNING, Phase.PAUSED)


def is_target(item: QQuickItem) -> bool:
    """Whether a finger can do something there."""
    return item.isEnabled() and any(
        QObject.inherits(child, "QQuickTapHandler") for child in item.children()
    )


def events() -> None:
    """What an event loop does between two beats: pages that have gone are deleted, too."""
    QGuiApplication.processEvents()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Walker(Touches):
    """Athlete 1 is ready, 2 and 3 train, a guest has finished; Maria may sign in."""

    def __init__(self, folder: Path, size: tuple[int, int] = (800, 480)) -> None:
        self.kiosk = WholeKiosk(folder)
        self.app = self.kiosk.app
        super().__init__(build_window(self.app, size=size, again=True))
        self.handle.window.show()
        self.guest = 0
        self.people_come()

    def people_come(self) -> None:
        """Whoever should be here is."""
        app = self.app
        if self.guest not in app.state.participants:
            app.add_guest(6)
            self.lives(1)
            self.guest = max(app.state.participants)
            app.start_alone(self.kiosk.stage.plan("step-up-80"), self.guest)
            self.lives(1)
            app.leave(self.guest)
            self.lives(1)  # or the guest's own session would pass for the class
        if not any(app.state.sessions[n].phase in LIVE for n in app.state.sessions):
            for number in (TRAINS, 3):
                app.tap_in(number)
            self.lives(1)
            app.start_class(self.kiosk.stage.plan("step-up-80"))
            self.lives(1)
        ready = app.state.participants.get(READY)
        if ready is not None and ready.phase is not Phase.READY:  # a class took them along
            app.leave(READY)
            self.lives(1)
            app.tap_out(READY)
            self.lives(1)
            ready = None
        if ready is None:
            app.tap_in(READY)
            self.lives(1)

    @property
    def board(self) -> Board:
        return self.handle.board

    @property
    def page(self) -> Page:
        return self.board.walk_model.walk.page

    def lives(self, seconds: float = 0.0) -> None:
        """Time passes, the disk answers, and the window follows."""
        if seconds:
            self.kiosk.lives(seconds)
        self.handle.step()
        events()

    def whom(self, page: Page) -> int | None:
        """Who the page is about, of those who are here."""
        return {
            Page.MINE: TRAINS,
            Page.SUMMARY: self.guest,
            Page.CHOOSE: READY,
            Page.PROGRESS: READY,
            Page.HISTORY: READY,
            Page.MY_DATA: READY,
        }.get(page)

    def open(self, page: Page, *, athlete_id: int | None = None, settled: bool = True) -> None:
        """From home, everything else put away; with a coach if it needs one."""
        self.put_away()
        self.people_come()
        if page in NEEDS_COACH:
            self.app.coach = self.app.coaches[0]
            self.app.coach_touched()
        whom = athlete_id or self.whom(page)
        station = STATION if page is Page.CALIBRATE else None
        self.board.walk_model.go(page, athlete_id=whom, station=station)
        self.lives(2 * SETTLE_S if settled else 0)

    def put_away(self) -> None:
        """No question, no stop, nobody signed in, everybody's page."""
        for model in (self.board.question_model, self.board.stop_model.question_model):
            if model.question is not None:
                model.withdraw(model.question.key)
        if self.app.state.stopped:
            self.app.go_on()
        self.app.cancel_enrolment()
        self.app.sign_out()
        self.board.walk_model.home()

    def hold_tag(self, athlete_id: int) -> None:
        self.kiosk.stage.mailbox.post(Tag(self.app.state.now, tag(athlete_id)))

    def kinds(self) -> list[str]:
        """One name of each kind of thing that can be touched here: of ten people one."""
        found: dict[str, str] = {}
        for item in self.items():
            name = item.objectName()
            if name and is_target(item):
                found.setdefault(name.split("-")[0] if name[-1].isdigit() else name, name)
        return list(found.values())

    def close(self) -> None:
        self.handle.close()
        self.kiosk.close()
