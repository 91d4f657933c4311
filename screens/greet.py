"""The greeting on the group's page: whoever has just come starts what is due at one touch."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant, Phase
from screens import focus, suggested
from screens.app_port import KioskApp
from screens.rows import Rows
from screens.tongue import said, tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_S = 45.0
"""So long after somebody has come; then their tile is enough."""
MOST = 2
PENDING_S = 3.0
"""A start that nothing came of after this long may be asked for again."""


@dataclass(frozen=True, slots=True)
class GreetRow:
    """The roles of one greeting."""

    athlete: int = 0
    name: str = ""
    action: str = ""
    """What the touch does: "Start Step-up 80"."""
    detail: str = ""
    """Why this one, how it was last time, and the one change."""


def greet_rows(app: KioskApp, now: float) -> list[GreetRow]:
    """Who has just come and has something to start, the newest first."""
    waiting = {question.athlete_id for question in app.questions}
    fresh = [
        who
        for who in app.state.participants.values()
        if who.phase is Phase.READY and now - who.tapped_in_at < SHOWN_S
    ]
    fresh.sort(key=lambda who: -who.tapped_in_at)
    rows = (_row(app, who, asked=who.athlete.id in waiting) for who in fresh)
    return [row for row in rows if row is not None][:MOST]


def _row(app: KioskApp, who: Participant, *, asked: bool) -> GreetRow | None:
    athlete = who.athlete
    suggestion, session = app.suggestion(athlete.id), focus.live_group(app.state)
    if asked:
        return GreetRow(athlete.id, athlete.name, tr("A question first"), tr("touch to answer"))
    if session is not None:
        due = None if suggestion is None else suggestion.plan.protocol_id
        if due is None or due == session.plan.protocol_id:
            first = suggested.warm_up_first(session, who)
            return GreetRow(athlete.id, athlete.name, suggested.join_words(session), first)
    if suggestion is None:
        return None
    words = [suggested.why(suggestion), suggested.one_line(suggestion)]
    return GreetRow(
        athlete.id,
        athlete.name,
        tr("Start: {plan}", plan=said(suggestion.plan.name)),
        " · ".join(word for word in words if word),
    )


@QmlElement
class GreetModel(QObject):
    """Follows who has come; a touch starts, joins, or leads to the question that comes first."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.rows = Rows(GreetRow, self)
        self._shown: Sequence[GreetRow] = ()
        self._asked: dict[int, float] = {}
        self._is_new = True

    def refresh(self) -> None:
        now = self._app.state.now
        is_new, self._is_new = self._is_new, False
        self._asked = {who: at for who, at in self._asked.items() if now - at < PENDING_S}
        rows = [row for row in greet_rows(self._app, now) if row.athlete not in self._asked]
        if rows == self._shown:
            return
        if not is_new and len(rows) != len(self._shown):
            self._walk.moved()  # the tiles have made room
        self._shown = rows
        self.rows.show(rows)
        self.changed.emit()

    @Slot(int)
    def start(self, athlete_id: int) -> None:
        """Alone, or with the class that runs; a question that waits comes first."""
        app, who = self._app, self._app.state.participants.get(athlete_id)
        row = next((one for one in self._shown if one.athlete == athlete_id), None)
        if who is None or row is None or not self._walk.is_settled():
            return
        if any(question.athlete_id == athlete_id for question in app.questions):
            self._walk.go(Page.CHOOSE, athlete_id=athlete_id)
            return
        session, suggestion = focus.live_group(app.state), app.suggestion(athlete_id)
        self._asked[athlete_id] = app.state.now
        joins = session is not None and row.action == suggested.join_words(session)
        if session is not None and joins:
            app.join(session.id, athlete_id)
        elif suggestion is not None:
            app.start_alone(suggestion.plan, athlete_id)
        self._walk.hold()
        self.refresh()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Rows, notify=changed)
    def greetings(self) -> Rows:
        return self.rows

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._shown)
