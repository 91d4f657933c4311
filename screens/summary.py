"""What a session came to, for one athlete."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant, Session
from kiosk.training.measure import Measure
from screens import progress_view
from screens.app_port import KioskApp
from screens.measure_sheet import MeasureSheet
from screens.results_view import FactRow
from screens.rows import Rows
from screens.summary_view import (
    SummaryFace,
    Tick,
    ZoneShare,
    care,
    facts,
    summary_face,
    ticks,
    zone_shares,
)
from screens.trace import Traces
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SummaryModel(QObject):
    """Follows the athlete whom the page is about; what is over is worked out once."""

    never = Signal()

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
        self.trace_source = Traces(self)
        walk.changed.connect(self.refresh)  # not somebody else's numbers until the next beat

    def refresh(self) -> None:
        """Follows the state while the page is shown."""
        if self._walk.walk.page is not Page.SUMMARY:
            return
        who = self._who()
        session = None if who is None else self._app.state.sessions.get(who.session_id or 0)
        measures, line = self._measured(who)
        line = care(session) or line
        key = (*self._key(who, session), measures, line)
        if key == self._shown:
            return
        self._shown = key
        points = () if who is None else tuple(who.trace)
        self.trace_source.participants = {} if who is None else {who.athlete.id: who}
        self.bar_rows.show(zone_shares(points, None if who is None else who.zones))
        self.tick_rows.show(ticks(points) if points else [])
        self.sheet_model.follow(measures or ())
        if who is None:
            self.face_rows.show([])
            return
        face = summary_face(who, session, self._app.state)
        face = replace(face, measuring=measures is None, measured=bool(measures), progress=line)
        self.fact_rows.show(facts(face, measures))
        self.face_rows.show([face])

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def openProgress(self) -> None:
        if self._walk.walk.page is Page.SUMMARY and self._walk.is_settled():
            self._walk.go(Page.PROGRESS, athlete_id=self._walk.walk.athlete_id)

    @Slot()
    def done(self) -> None:
        """Goes home: whoever has read this is tapped out."""
        athlete_id = self._walk.walk.athlete_id
        if self._walk.walk.page is not Page.SUMMARY or not self._walk.is_settled():
            return
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

    def _measured(self, who: Participant | None) -> tuple[tuple[Measure, ...] | None, str]:
        """The results, None while they are on their way; and how training goes."""
        if who is None or who.session_id is None:
            return (), ""
        athlete_id = who.athlete.id
        measures = self._app.results(who.session_id, athlete_id)
        return measures, progress_view.line(self._app.progress(athlete_id))

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
