"""What a session came to, for one athlete."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant
from screens.app_port import KioskApp
from screens.rows import Rows
from screens.summary_view import SummaryFace, Tick, ZoneShare, summary_face, ticks, zone_shares
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
        self.bar_rows = Rows(ZoneShare, self)
        self.tick_rows = Rows(Tick, self)
        self.trace_source = Traces(self)
        walk.changed.connect(self.refresh)  # not somebody else's numbers until the next beat

    def refresh(self) -> None:
        """Follows the state while the page is shown."""
        if self._walk.walk.page is not Page.SUMMARY:
            return
        who = self._who()
        session = None if who is None else self._app.state.sessions.get(who.session_id or 0)
        history = self._app.state.devices.get("history")
        key = () if who is None else (who.athlete, who.session_id, who.phase, who.elapsed_s)
        key = (*key, None if session is None else session.main.step_index, history)
        if key == self._shown:
            return
        self._shown = key
        points = () if who is None else tuple(who.trace)
        self.trace_source.participants = {} if who is None else {who.athlete.id: who}
        self.bar_rows.show(zone_shares(points, None if who is None else who.zones))
        self.tick_rows.show(ticks(points) if points else [])
        face = [] if who is None else [summary_face(who, session, self._app.state)]
        self.face_rows.show(face)

    @Slot()
    def done(self) -> None:
        """Goes home: whoever has read this is tapped out."""
        athlete_id = self._walk.walk.athlete_id
        if self._walk.walk.page is not Page.SUMMARY or not self._walk.is_settled():
            return
        if athlete_id is not None:
            self._app.tap_out(athlete_id)
        self._walk.home()

    def _who(self) -> Participant | None:
        return self._app.state.participants.get(self._walk.walk.athlete_id or 0)

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Rows, notify=never)
    def faces(self) -> Rows:
        return self.face_rows

    @Property(Rows, notify=never)
    def bars(self) -> Rows:
        return self.bar_rows

    @Property(Rows, notify=never)
    def ticks(self) -> Rows:
        return self.tick_rows

    @Property(Traces, notify=never)
    def traces(self) -> Traces:
        return self.trace_source
