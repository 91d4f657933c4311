"""One athlete's own view, live."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant, Phase, Session
from screens.app_port import KioskApp
from screens.care import CareModel
from screens.devices_view import with_short_ports
from screens.own_face import OwnFace, own_face
from screens.question import Question, QuestionModel
from screens.rating import RatingModel
from screens.rows import Rows
from screens.sets_model import SetModel
from screens.speed_pad import SpeedPadModel
from screens.station_model import StationModel
from screens.stations import Haunts, place_of
from screens.timeline_model import TimelineModel
from screens.tongue import said, tr
from screens.trace import Traces
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE_S = 0.6
"""The second tap of a double tap does not undo what the first has done."""


@QmlElement
class MineModel(QObject):
    """Follows the athlete whom the page is about, and asks for what they tap, each once."""

    never = Signal()

    def __init__(
        self,
        app: KioskApp,
        walk: WalkModel,
        question: QuestionModel,
        haunts: Haunts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._question = question
        self._haunts = haunts
        self._acted_at = -SETTLE_S
        self._leaving: int | None = None
        self.face_rows = Rows(OwnFace, self)
        self.timeline_model = TimelineModel(self)
        self.trace_source = Traces(self, app.ghost)
        self.station_model = StationModel(app, walk, self)
        self.pad_model = SpeedPadModel(app, walk, self)
        self.rating_model = RatingModel(app, walk, self)
        self.set_model = SetModel(app, walk, self)
        self.care_model = CareModel(app, walk, self)
        walk.changed.connect(self.refresh)  # not somebody else's numbers until the next beat

    def refresh(self) -> None:
        """Follows the state while the page is shown."""
        who = self._who()
        self._withdraw_leaving_unless(who)
        app, session = self._app, self._session(who)
        self.care_model.refresh(who, session)
        if self._walk.walk.page is not Page.MINE:
            return
        self.trace_source.participants = {} if who is None else {who.athlete.id: who}
        self.timeline_model.follow(session, None, None if who is None else who.athlete.id)
        self.station_model.refresh(who)
        if who is None:
            self.face_rows.show([])
            return
        place = place_of(app.state, self._haunts, app.station_kinds, who)
        notice = with_short_ports(said(next(iter(app.notices), "")))
        face = own_face(who, session, notice, place, app.ghost(who.athlete.id))
        self.pad_model.refresh(who, typable=face.typable, kind=place.kind)
        self.rating_model.refresh(who, wanted=face.rating)
        course = None if session is None else session.course(who.athlete.id)
        self.set_model.refresh(who, course if face.lifting else None)
        self.face_rows.show([face])

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def togglePause(self) -> None:
        """An own clock stops; in a class only this athlete pauses."""
        who, session = self._live()
        if who is None or session is None or not self._settled():
            return
        whom = who.athlete.id if session.clock == "group" else None
        if Phase.PAUSED in (who.phase, session.phase):
            self._app.resume(session.id, whom)
        else:
            self._app.pause(session.id, whom)

    @Slot()
    def skip(self) -> None:
        _, session = self._live()
        if session is not None and session.clock == "own" and self._settled():
            self._app.skip(session.id)

    @Slot()
    def confirmGrade(self) -> None:
        """The athlete says that the belt is at the grade asked for."""
        who, session = self._live()
        if who is not None and session is not None and self._settled():
            self._app.confirm_grade(who.athlete.id)

    @Slot()
    def askLeave(self) -> None:
        who, session = self._live()
        if who is None or session is None or not self._settled():
            return
        athlete_id = self._leaving = who.athlete.id
        self._question.ask(
            Question(
                key=_leave_key(athlete_id),
                title=tr("Leave the workout?"),
                body=tr("What you have done is kept."),
                yes=tr("Yes, leave"),
                no=tr("No, go on"),
                on_yes=lambda: self._app.leave(athlete_id),
            )
        )

    @Slot()
    def toGroup(self) -> None:
        if self._walk.is_settled():
            self._walk.home()

    @Slot()
    def openShelf(self) -> None:
        """The club's straps, to take another one in the middle of it."""
        if self._live()[0] is not None and self._settled():
            self._walk.go(Page.SHELF, athlete_id=self._walk.walk.athlete_id)

    # -- inside ----------------------------------------------------------------------------------

    def _who(self) -> Participant | None:
        walk = self._walk.walk
        if walk.page is not Page.MINE or walk.athlete_id is None:
            return None
        return self._app.state.participants.get(walk.athlete_id)

    def _session(self, who: Participant | None) -> Session | None:
        if who is None or who.session_id is None:
            return None
        return self._app.state.sessions.get(who.session_id)

    def _live(self) -> tuple[Participant | None, Session | None]:
        """The athlete and their session while it can be paused or left."""
        who = self._who()
        live = who is not None and who.phase in (Phase.RUNNING, Phase.PAUSED)
        return (who, self._session(who)) if live else (None, None)

    def _settled(self) -> bool:
        """Whether a tap counts; if so, the next moment's taps will not."""
        now = self._app.state.now
        if now < self._acted_at + SETTLE_S or not self._walk.is_settled():
            return False
        self._acted_at = now
        return True

    def _withdraw_leaving_unless(self, who: Participant | None) -> None:
        """Whoever was about to leave has finished, or the page has gone home by itself."""
        if self._leaving is None:
            return
        here = who is not None and who.athlete.id == self._leaving
        if not here or self._live()[0] is None:
            self._question.withdraw(_leave_key(self._leaving))
            self._leaving = None

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Rows, notify=never)
    def faces(self) -> Rows:
        return self.face_rows

    @Property(TimelineModel, notify=never)
    def timeline(self) -> TimelineModel:
        return self.timeline_model

    @Property(StationModel, notify=never)
    def stations(self) -> StationModel:
        return self.station_model

    @Property(SpeedPadModel, notify=never)
    def pad(self) -> SpeedPadModel:
        return self.pad_model

    @Property(RatingModel, notify=never)
    def rating(self) -> RatingModel:
        return self.rating_model

    @Property(SetModel, notify=never)
    def lift(self) -> SetModel:
        return self.set_model

    @Property(CareModel, notify=never)
    def care(self) -> CareModel:
        return self.care_model

    @Property(Traces, notify=never)
    def traces(self) -> Traces:
        return self.trace_source


def _leave_key(athlete_id: int) -> str:
    return f"leave {athlete_id}"
