"""One athlete's own past sessions; a tap opens what that session came to."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens import history_view, proof
from screens.app_port import KioskApp
from screens.history_view import HistoryRow, Nothing
from screens.paged import Paged
from screens.summary import SummaryModel
from screens.tongue import said, tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HistoryModel(QObject):
    """The list, and over it one session that is being read or is open."""

    changed = Signal()
    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._opened: int | None = None
        self._arrived_at: float | None = None
        self._told: tuple[object, ...] = ()
        self._name = self._trouble = self._refusal = ""
        self._message = Nothing()
        self._is_open = self._is_theirs = False
        self.paged = Paged(HistoryRow, walk, self)
        self.summary_model = SummaryModel(app, walk, self)
        self.summary_model.closed.connect(self.close)
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows what is known while the page is open."""
        walk = self._walk.walk
        if walk.page is not Page.HISTORY or walk.athlete_id is None:
            self._arrived_at = None
            return
        if self._arrived_at != walk.changed_at:
            self._arrived_at, self._opened, self._refusal = walk.changed_at, None, ""
            self.paged.to_start()
        athlete_id = walk.athlete_id
        who = self._app.state.participants.get(athlete_id)
        self._is_theirs = who is not None and proof.is_here(self._app, who)
        sessions = self._app.past(athlete_id).sessions if self._is_theirs else ()
        self._opened = self._opened if self._is_theirs else None
        self._name = "" if who is None else who.athlete.name
        self._trouble = history_view.trouble(self._app.state)
        self._message = history_view.message(
            known=self._app.is_past_known(athlete_id), count=len(sessions), wrong=self._trouble
        )
        if not self._is_theirs:
            self._message = Nothing(*proof.only_theirs(self._name), closed=True)
        self.paged.show(history_view.rows(sessions))
        self._follow_opened(athlete_id)
        told = (self._name, self._message, self._trouble, self._refusal, self._is_open)
        told = (*told, self._opened)
        if told != self._told:
            self._told = told
            self.changed.emit()

    def _follow_opened(self, athlete_id: int) -> None:
        answer = None if self._opened is None else self._app.looked_at(athlete_id, self._opened)
        if answer is not None and answer.refusal:
            self._opened, self._refusal, answer = None, said(answer.refusal), None
        is_open = answer is not None and answer.part is not None
        if is_open != self._is_open:
            self._walk.hold()  # what came in the list's place must not be hit by the same finger
        self._is_open = is_open
        self.summary_model.show_part(None if answer is None else answer.part)

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def open(self, session_id: int) -> None:
        """Reads a session; it is shown as soon as it is there."""
        walk = self._walk.walk
        on_page = walk.page is Page.HISTORY and self._is_theirs
        if session_id < 0:  # done outside: its seconds are not here
            return
        if on_page and self._opened is None and self._walk.is_settled():
            self._opened, self._refusal = session_id, ""
            self._app.look_at(walk.athlete_id or 0, session_id)
            self.refresh()

    @Slot()
    def close(self) -> None:
        """Back to the list."""
        if self._walk.is_settled():
            self._opened = None
            self.refresh()

    @Slot()
    def askCoach(self) -> None:
        """A coach may look with them."""
        walk = self._walk.walk
        if walk.page is Page.HISTORY and self._walk.is_settled():
            athlete_id = walk.athlete_id
            self._walk.ask_for_coach(lambda: self._walk.go(Page.HISTORY, athlete_id=athlete_id))

    @Slot()
    def goBack(self) -> None:
        if self._walk.is_settled():
            self._walk.back()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(str, notify=changed)
    def title(self) -> str:
        return tr("Workouts of {name}", name=self._name) if self._name else ""

    @Property(str, notify=changed)
    def message(self) -> str:
        """In place of the list."""
        return self._message.title

    @Property(str, notify=changed)
    def advice(self) -> str:
        """Under it: what to do."""
        return self._message.advice

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._message.reading

    @Property(bool, notify=changed)
    def troubled(self) -> bool:
        """It is not known whether there is anything."""
        return self._message.wrong

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        """Nobody knows that it is they who would look."""
        return self._message.closed

    @Property(str, notify=changed)
    def notice(self) -> str:
        """Above the list: why one could not be opened, or that something may be missing."""
        return said(self._refusal) or ("" if self._message.title else self._trouble)

    @Property(int, notify=changed)
    def opening(self) -> int:
        """The session that is being read; 0 when none is."""
        return self._opened if self._opened is not None and not self._is_open else 0

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._is_open

    @Property(Paged, notify=never)
    def lines(self) -> Paged:
        return self.paged

    @Property(SummaryModel, notify=never)
    def summary(self) -> SummaryModel:
        return self.summary_model
