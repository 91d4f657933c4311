"""Everything the window shows, as one object for QML: it follows the shell's state."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import KioskState, Participant, Phase, Session
from screens import focus, seats, stations
from screens.add_person import AddPersonModel
from screens.app_port import KioskApp
from screens.ask import AskModel
from screens.calibrate import CalibrateModel
from screens.choose import ChooseModel
from screens.controls import ControlModel
from screens.devices import DevicesModel
from screens.faces import TileFace, face_of
from screens.header import HeaderModel, header_view
from screens.mine import MineModel
from screens.progress import ProgressModel
from screens.question import QuestionModel
from screens.rows import Rows
from screens.shelf import ShelfModel
from screens.stations import Haunts
from screens.stop import StopModel
from screens.strap_question import StrapQuestionModel
from screens.summary import SummaryModel
from screens.tag_card import TagCardModel
from screens.tap_in import TapInModel
from screens.timeline import Workout, workout_of
from screens.timeline_model import TimelineModel
from screens.trace import Traces
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_LIVE = (Phase.RUNNING, Phase.PAUSED)


@QmlElement
class Board(QObject):
    """The root of what QML may know. `refresh` reads the state; nothing else does."""

    never = Signal()
    """The parts stay the same; the linter asks for a signal, it does not know `constant`."""

    def __init__(self, app: KioskApp, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._seats: list[int | None] = []
        self.header_model = HeaderModel(self)
        self.question_model = QuestionModel(lambda: app.state.now, self)
        self.walk_model = WalkModel(app, self)
        self.stop_model = StopModel(app, self)
        self.ask_model = AskModel(app, self.walk_model, self)
        self.control_model = ControlModel(app, self.question_model, self.walk_model, self)
        self.timeline_model = TimelineModel(self)
        self.tile_rows = Rows(TileFace, self)
        self.workout_rows = Rows(Workout, self)
        self.trace_source = Traces(self)
        self.tap_in_model = TapInModel(app, self.walk_model, self)
        self.choose_model = ChooseModel(app, self.walk_model, self)
        self.add_person_model = AddPersonModel(app, self.walk_model, self.question_model, self)
        self.haunts = Haunts(app.stations)
        self.mine_model = MineModel(app, self.walk_model, self.question_model, self.haunts, self)
        self.summary_model = SummaryModel(app, self.walk_model, self)
        self.progress_model = ProgressModel(app, self.walk_model, self)
        self.shelf_model = ShelfModel(app, self.walk_model, self.question_model, self)
        self.strap_question_model = StrapQuestionModel(app, self.walk_model, self)
        self.tag_card_model = TagCardModel(app, self.walk_model, self)
        self.devices_model = DevicesModel(app, self.walk_model, self)
        self.calibrate_model = CalibrateModel(app, self.walk_model, self.devices_model, self)
        self.refresh()

    def refresh(self) -> None:
        """Follows the state; what has not changed is not touched."""
        app, state = self._app, self._app.state
        self.haunts.follow(state)
        self.walk_model.refresh()
        self.stop_model.refresh()
        self.ask_model.refresh()
        self.strap_question_model.refresh()
        self.tag_card_model.refresh()
        session = focus.focus(state)
        self.control_model.refresh(session)
        self.header_model.show(
            header_view(state, session, app.clock_text(), app.notices, app.people)
        )
        self.workout_rows.show([workout_of(plan) for plan in app.plans])
        self.timeline_model.follow(session, self.control_model.chosen_plan)
        self._show_tiles(state)
        self.tap_in_model.refresh()
        self.choose_model.refresh()
        self.add_person_model.refresh()
        self.mine_model.refresh()
        self.summary_model.refresh()
        self.progress_model.refresh()
        self.shelf_model.refresh()
        self.devices_model.refresh()
        self.calibrate_model.refresh()

    def _show_tiles(self, state: KioskState) -> None:
        here = {who.athlete.id: who for who in focus.present(state)}
        running = any(session.phase in _LIVE for session in state.sessions.values())
        self._seats = seats.settle(self._seats, here, hold=running)
        self.trace_source.participants = here
        spots = stations.spots(state, self._app.stations, self.haunts)
        self.tile_rows.show(
            [
                TileFace()
                if seat is None
                else face_of(here[seat], _session_of(here[seat], state), spots[seat])
                for seat in self._seats
            ]
        )

    @Slot(int, int)
    def swap(self, place: int, athlete_id: int) -> None:
        """Partners swap: this one takes the station that the other is on."""
        may_swap = stations.swaps(self._app.state, self._app.stations, self.haunts)
        if may_swap.get(athlete_id) == place and self.walk_model.is_settled():
            self.walk_model.hold()  # the second tap of a double tap must not swap back
            self._app.take_station(athlete_id, self._app.stations[place])

    @Slot(int, float, float, float, result=int)
    def columns(self, count: int, width: float, height: float, gap: float) -> int:
        """Columns of the grid that fills this room with `count` tiles, pixels."""
        return seats.best_columns(count, width, height, gap)

    @Slot(float, float, float, result=float)
    def numberSize(self, width: float, height: float, plenty: float) -> float:
        """Font size of the big number in a tile of this size, pixels; `plenty` is large enough."""
        return seats.number_size(width, height, plenty)

    @Slot(float, float, result=bool)
    def isWide(self, width: float, height: float) -> bool:
        """Whether a tile of this size has its curve beside the number."""
        return seats.is_wide(width, height)

    # -- what QML reads --------------------------------------------------------------------------

    @Property(WalkModel, notify=never)
    def walk(self) -> WalkModel:
        return self.walk_model

    @Property(TapInModel, notify=never)
    def tapIn(self) -> TapInModel:
        return self.tap_in_model

    @Property(ChooseModel, notify=never)
    def chooser(self) -> ChooseModel:
        return self.choose_model

    @Property(AddPersonModel, notify=never)
    def addPerson(self) -> AddPersonModel:
        return self.add_person_model

    @Property(MineModel, notify=never)
    def mine(self) -> MineModel:
        return self.mine_model

    @Property(SummaryModel, notify=never)
    def summary(self) -> SummaryModel:
        return self.summary_model

    @Property(ProgressModel, notify=never)
    def progress(self) -> ProgressModel:
        return self.progress_model

    @Property(CalibrateModel, notify=never)
    def calibration(self) -> CalibrateModel:
        return self.calibrate_model

    @Property(DevicesModel, notify=never)
    def devices(self) -> DevicesModel:
        return self.devices_model

    @Property(ShelfModel, notify=never)
    def shelf(self) -> ShelfModel:
        return self.shelf_model

    @Property(StrapQuestionModel, notify=never)
    def strapQuestion(self) -> StrapQuestionModel:
        return self.strap_question_model

    @Property(TagCardModel, notify=never)
    def tagCard(self) -> TagCardModel:
        return self.tag_card_model

    @Property(HeaderModel, notify=never)
    def header(self) -> HeaderModel:
        return self.header_model

    @Property(ControlModel, notify=never)
    def controls(self) -> ControlModel:
        return self.control_model

    @Property(QuestionModel, notify=never)
    def question(self) -> QuestionModel:
        return self.question_model

    @Property(TimelineModel, notify=never)
    def timeline(self) -> TimelineModel:
        return self.timeline_model

    @Property(AskModel, notify=never)
    def ask(self) -> AskModel:
        return self.ask_model

    @Property(StopModel, notify=never)
    def stop(self) -> StopModel:
        return self.stop_model

    @Property(Rows, notify=never)
    def tiles(self) -> Rows:
        return self.tile_rows

    @Property(Rows, notify=never)
    def workouts(self) -> Rows:
        return self.workout_rows

    @Property(Traces, notify=never)
    def traces(self) -> Traces:
        return self.trace_source


def _session_of(participant: Participant, state: KioskState) -> Session | None:
    if participant.session_id is None:
        return None
    return state.sessions.get(participant.session_id)
