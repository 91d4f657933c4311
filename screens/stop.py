"""One touch stops everybody; then the whole window says to step off until somebody decides."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Phase
from screens.app_port import KioskApp
from screens.question import Question, QuestionModel
from screens.tongue import tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE_S = 1.5
"""Whoever hits the sign again in a fright does not let everybody go on by it."""
ASKS_FOR_S = 20.0
"""Then STEP OFF is to be read again: whoever was asked has gone."""
_LIVE = (Phase.RUNNING, Phase.PAUSED)
_ENDING = "end all"


@QmlElement
class StopModel(QObject):
    """Stopping always counts, whatever has just moved on the page; going on has to be meant."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._covers: bool = False
        self._stopped: bool = False
        self._stoppable: bool = False
        self._since = 0.0
        self._asked_at = 0.0
        self.question_model = QuestionModel(lambda: app.state.now, self)
        walk.changed.connect(self.refresh)  # what comes after the PIN is covered from the start

    @Slot()
    def refresh(self) -> None:
        """Follows the state."""
        state = self._app.state
        live = any(session.phase in _LIVE for session in state.sessions.values())
        if state.stopped and not self._stopped:
            self._since = state.now
        # Over everything, but for the PIN of whoever lets them go on.
        covers = state.stopped and self._walk.walk.page is not Page.SIGN_IN
        if not covers or not live or state.now >= self._asked_at + ASKS_FOR_S:
            self.question_model.withdraw(_ENDING)
        if (state.stopped, live, covers) != (self._stopped, self._stoppable, self._covers):
            self._stopped, self._stoppable, self._covers = state.stopped, live, covers
            self.changed.emit()

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def stop(self) -> None:
        if self._stoppable and not self._stopped:
            self._app.stop_all()
            self.refresh()

    @Slot()
    def goOn(self) -> None:
        if self._decides():
            self._walk.guard(self._go_on)
            self.refresh()

    def _go_on(self) -> None:
        self._app.go_on()
        if self._walk.walk.page is Page.SIGN_IN:
            self._walk.home()

    @Slot()
    def endAll(self) -> None:
        """Needs no coach, it is the safe end; but a hand on the wall must not end a whole class."""
        if not self._decides():
            return
        who = self._app.state.participants.values()
        count = sum(one.phase in _LIVE for one in who)
        self._asked_at = self._app.state.now
        self.question_model.ask(
            Question(
                key=_ENDING,
                title=tr("End it for all {count}?", count=count)
                if count > 1
                else tr("End the session?"),
                body=tr("What has been recorded is kept; nobody can go on with it."),
                yes=tr("Yes, end"),
                no=tr("No"),
                on_yes=self._end_all,
                alarming=True,
            )
        )

    def _end_all(self) -> None:
        for session in list(self._app.state.sessions.values()):
            if session.phase in _LIVE:
                self._app.end(session.id)
        self._since = self._app.state.now
        self.refresh()

    def _decides(self) -> bool:
        return self._stopped and self._app.state.now >= self._since + SETTLE_S

    # -- what QML reads --------------------------------------------------------------------------

    @Property(QuestionModel, notify=changed)
    def question(self) -> QuestionModel:
        """Whether all is to be ended; it lies over the cover."""
        return self.question_model

    @Property(bool, notify=changed)
    def stopped(self) -> bool:
        return self._stopped

    @Property(bool, notify=changed)
    def covers(self) -> bool:
        """Nothing else is to be seen."""
        return self._covers

    @Property(bool, notify=changed)
    def stoppable(self) -> bool:
        """Somebody trains."""
        return self._stoppable
