"""What a session came to, for one athlete: the one that has just ended, or one of the history."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.desk_port import PartSeen
from kiosk.session.state import Participant, Session, TracePoint
from screens import progress_view
from screens.app_port import KioskApp
from screens.measure_sheet import MeasureSheet
from screens.results_view import FactRow
from screens.rows import Rows
from screens.summary_sheet import Known, Sheet, live_sheet, past_sheet
from screens.summary_view import SummaryFace, Tick, ZoneShare
from screens.tongue import turn
from screens.trace import Traces
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SummaryModel(QObject):
    """Follows the athlete whom the page is about; what is over is worked out once."""

    never = Signal()
    closed = Signal()
    """Whoever looked at a session of old has seen enough."""

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._shown: tuple[object, ...] = ()
        self.face_rows = Rows(SummaryFace, self)
        self.fact_rows = Rows(FactRow, self)
        self.bar_rows = Rows(ZoneShare, self)
        self.tick_rows = Rows(Tick, self)
        self.sheet_model = MeasureSheet(walk, self)
        self._ghost: tuple[TracePoint, ...] = ()
        self.trace_source = Traces(self, lambda _: self._ghost)
        walk.changed.connect(self.refresh)  # not somebody else's numbers until the next beat

    @Slot()
    def refresh(self) -> None:
        """Follows the state while the page is shown."""
        if self._walk.walk.page is not Page.SUMMARY:
            return
        who = self._who()
        session = None if who is None else self._app.state.sessions.get(who.session_id or 0)
        known = self._known(who)
        key = (*self._key(who, session), known, turn())
        if key == self._shown:
            return
        self._shown = key
        self._show(None if who is None else live_sheet(who, session, self._app.state, known))

    def show_part(self, part: PartSeen | None) -> None:
        """A session of old in place of the present one; None: none."""
        past = self._app.past(part.athlete_id) if part is not None else None
        key = (part, past, turn())
        if key != self._shown:
            self._shown = key
            state = self._app.state
            self._show(None if part is None or past is None else past_sheet(part, state, past))

    def _show(self, sheet: Sheet | None) -> None:
        if sheet is None:
            self.trace_source.participants = {}
            self.face_rows.show([])
            return
        self.trace_source.participants = {sheet.face.athlete: sheet.who}
        self._ghost = sheet.ghost
        self.bar_rows.show(sheet.bars)
        self.tick_rows.show(sheet.ticks)
        self.sheet_model.follow(sheet.measures)
        self.fact_rows.show(sheet.facts)
        self.face_rows.show([sheet.face])

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def openProgress(self) -> None:
        if self._walk.walk.page is Page.SUMMARY and self._walk.is_settled():
            self._walk.go(Page.PROGRESS, athlete_id=self._walk.walk.athlete_id)

    @Slot()
    def stay(self) -> None:
        """A guest gives a name, and is a member from now on."""
        who = self._who()
        if who is None or who.athlete.guest_on is None:
            return
        if self._walk.walk.page is Page.SUMMARY and self._walk.is_settled():
            self._walk.go(Page.GUEST, athlete_id=who.athlete.id)

    @Slot()
    def done(self) -> None:
        """Goes home, tapped out; from a session of old back to the list."""
        if not self._walk.is_settled():
            return
        if self._walk.walk.page is not Page.SUMMARY:
            self.closed.emit()
            return
        athlete_id = self._walk.walk.athlete_id
        if athlete_id is not None:
            self._app.tap_out(athlete_id)
        self._walk.home()

    # -- inside ----------------------------------------------------------------------------------

    def _who(self) -> Participant | None:
        return self._app.state.participants.get(self._walk.walk.athlete_id or 0)

    def _key(self, who: Participant | None, session: Session | None) -> tuple[object, ...]:
        """What the page is made of."""
        history = self._app.state.devices.get("history")
        if who is None:
            return (history,)
        place = None if session is None else session.course(who.athlete.id).place
        return (who.athlete, who.session_id, who.phase, who.elapsed_s, place, history)

    def _known(self, who: Participant | None) -> Known:
        """The results, None while they are on their way; and how training goes."""
        if who is None or who.session_id is None:
            return Known()
        athlete_id = who.athlete.id
        return Known(
            past=self._app.past(athlete_id),
            measures=self._app.results(who.session_id, athlete_id),
            trend=progress_view.line(self._app.progress(athlete_id)),
            today=self._app.today(),
            ghost=tuple(self._app.ghost(athlete_id)),
        )

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Rows, notify=never)
    def faces(self) -> Rows:
        return self.face_rows

    @Property(Rows, notify=never)
    def numbers(self) -> Rows:
        return self.fact_rows

    @Property(Rows, notify=never)
    def bars(self) -> Rows:
        return self.bar_rows

    @Property(Rows, notify=never)
    def ticks(self) -> Rows:
        return self.tick_rows

    @Property(MeasureSheet, notify=never)
    def sheet(self) -> MeasureSheet:
        return self.sheet_model

    @Property(Traces, notify=never)
    def traces(self) -> Traces:
        return self.trace_source
