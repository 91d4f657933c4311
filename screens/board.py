"""Everything the window shows, as one object for QML: it follows the shell's state."""

from collections.abc import Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import KioskState, Participant, Phase
from kiosk.training.plan import Plan
from screens import focus, seats, stations
from screens.add_person import AddPersonModel
from screens.app_port import KioskApp
from screens.ask import AskModel
from screens.calibrate import CalibrateModel
from screens.choose import ChooseModel
from screens.coach_menu import CoachMenuModel
from screens.coaches_page import CoachesModel
from screens.controls import ControlModel
from screens.devices import DevicesModel
from screens.exports import ExportsModel
from screens.faces import TileFace
from screens.first_run import FirstRunModel
from screens.glass import GlassModel
from screens.greet import GreetModel
from screens.guest import GuestModel
from screens.header import HeaderModel, header_view
from screens.health_page import HealthModel
from screens.history import HistoryModel
from screens.idle import IdleModel
from screens.imports import ImportsModel
from screens.kept_faces import KeptFaces
from screens.mine import MineModel
from screens.my_data import MyDataModel
from screens.people import PeopleModel
from screens.planner import PlannerModel
from screens.progress import ProgressModel
from screens.protocols_page import ProtocolsModel
from screens.question import QuestionModel
from screens.replay import ReplayModel
from screens.rows import Rows
from screens.settings_page import SettingsModel
from screens.shelf import ShelfModel
from screens.sign_in import SignInModel
from screens.stations import Haunts
from screens.stop import StopModel
from screens.strap_question import StrapQuestionModel
from screens.summary import SummaryModel
from screens.tag_card import TagCardModel
from screens.tap_in import TapInModel
from screens.timeline import Workout, workout_of
from screens.timeline_model import TimelineModel
from screens.tongue import turn
from screens.trace import Traces
from screens.walk_model import WalkModel
from screens.wall import WallModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

CURVES_A_BEAT = 1
"""Ten people's curves grow once a second, of thirty-two each after three seconds: that
is two pixels (live_curve.SECONDS_PER_PIXEL).
"""
_LIVE = (Phase.RUNNING, Phase.PAUSED)


@QmlElement
class Board(QObject):
    """The root of what QML may know. `refresh` reads the state; nothing else does."""

    never = Signal()
    """The parts stay the same; the linter asks for a signal, it does not know `constant`."""
    chosen = Signal()
    """Something else is set at the screen."""

    def __init__(self, app: KioskApp, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._choices = app.choices
        self._seats: list[int | None] = []
        self._glides: dict[int, int] = {}
        self._drawn: dict[int, int] = {}
        """By athlete, how far their curve has been drawn."""
        self._faces = KeptFaces()
        self._plans: tuple[tuple[Plan, ...], int] | None = None
        self.header_model = HeaderModel(self)
        self.idle_model = IdleModel(app, self)
        self.question_model = QuestionModel(lambda: app.state.now, self)
        self.walk_model = WalkModel(app, self)
        self.stop_model = StopModel(app, self.walk_model, self)
        self.ask_model = AskModel(app, self.walk_model, self)
        self.control_model = ControlModel(app, self.question_model, self.walk_model, self)
        self.timeline_model = TimelineModel(self)
        self.tile_rows = Rows(TileFace, self)
        self.workout_rows = Rows(Workout, self)
        self.trace_source = Traces(self)
        self.wall_model = WallModel(app, self.walk_model, self)
        self.tap_in_model = TapInModel(app, self.walk_model, self)
        self.guest_model = GuestModel(app, self.walk_model, self)
        self.greet_model = GreetModel(app, self.walk_model, self)
        self.choose_model = ChooseModel(app, self.walk_model, self)
        self.add_person_model = AddPersonModel(app, self.walk_model, self.question_model, self)
        self.haunts = Haunts(app.stations)
        self.mine_model = MineModel(app, self.walk_model, self.question_model, self.haunts, self)
        self.summary_model = SummaryModel(app, self.walk_model, self)
        self.progress_model = ProgressModel(app, self.walk_model, self)
        self.history_model = HistoryModel(app, self.walk_model, self)
        self.my_data_model = MyDataModel(app, self.walk_model, self.question_model, self)
        self.shelf_model = ShelfModel(app, self.walk_model, self.question_model, self)
        self.strap_question_model = StrapQuestionModel(app, self.walk_model, self)
        self.tag_card_model = TagCardModel(app, self.walk_model, self)
        self.devices_model = DevicesModel(app, self.walk_model, self)
        self.calibrate_model = CalibrateModel(app, self.walk_model, self.devices_model, self)
        self.glass_model = GlassModel(app, self.walk_model, self)
        self.sign_in_model = SignInModel(app, self.walk_model, self)
        self.coach_menu_model = CoachMenuModel(app, self.walk_model, self.devices_model, self)
        self.coaches_model = CoachesModel(app, self.walk_model, self.question_model, self)
        self.settings_model = SettingsModel(app, self.walk_model, self.glass_model, self)
        self.people_model = PeopleModel(app, self.walk_model, self.question_model, self)
        self.planner_model = PlannerModel(app, self.walk_model, self.question_model, self)
        self.protocols_model = ProtocolsModel(app, self.walk_model, self.question_model, self)
        self.exports_model = ExportsModel(app, self.walk_model, self)
        self.imports_model = ImportsModel(app, self.walk_model, self)
        self.replay_model = ReplayModel(app, self.walk_model, self)
        self._make_pages_of_care()
        self.refresh()

    def _make_pages_of_care(self) -> None:
        """Those of whoever looks after the kiosk."""
        self.first_run_model = FirstRunModel(self._app, self.walk_model, self)
        self.health_model = HealthModel(self._app, self.walk_model, self)

    def refresh(self) -> None:
        """Follows the state; what has not changed is not touched."""
        app, state = self._app, self._app.state
        if app.choices != self._choices:
            self._choices = app.choices
            self.chosen.emit()
        self.haunts.follow(state)
        self.walk_model.refresh()
        self.stop_model.refresh()
        if state.stopped:
            self.question_model.drop()  # it would lie over the PIN of whoever lets them go on
        self.ask_model.refresh()
        self.strap_question_model.refresh()
        self.tag_card_model.refresh()
        session = focus.focus(state)
        self.control_model.refresh(session)
        self.header_model.show(
            header_view(state, session, app.clock_text(), app.notices, app.people)
        )
        self._show_workouts()
        self.timeline_model.follow(session, self.control_model.chosen_plan)
        self._show_tiles(state)
        self.wall_model.refresh()
        self.greet_model.refresh()
        self.idle_model.refresh()
        self.tap_in_model.refresh()
        self.guest_model.refresh()
        self.choose_model.refresh()
        self.add_person_model.refresh()
        self.mine_model.refresh()
        self.summary_model.refresh()
        self.progress_model.refresh()
        self.history_model.refresh()
        self.my_data_model.refresh()
        self.shelf_model.refresh()
        self.devices_model.refresh()
        self.calibrate_model.refresh()
        self.sign_in_model.refresh()
        self.coach_menu_model.refresh()
        self.coaches_model.refresh()
        self.settings_model.refresh()
        self.glass_model.refresh()
        self.people_model.refresh()
        self.planner_model.refresh()
        self.protocols_model.refresh()
        self.exports_model.refresh()
        self.imports_model.refresh()
        self.replay_model.refresh()
        self.first_run_model.refresh()
        self.health_model.refresh()

    def _show_workouts(self) -> None:
        plans = tuple(self._app.plans), turn()
        if plans != self._plans:
            self._plans = plans
            self.workout_rows.show([workout_of(plan) for plan in plans[0]])

    def _show_tiles(self, state: KioskState) -> None:
        here = {who.athlete.id: who for who in focus.present(state)}
        running = any(session.phase in _LIVE for session in state.sessions.values())
        before, self._seats = self._seats, seats.settle(self._seats, here, hold=running)
        if before != self._seats:
            self._glides = seats.glides(before, self._seats, self._glides)
            if before:
                self.walk_model.moved()
        self.trace_source.participants = here
        self._draw(here)
        spots = stations.spots(state, self._app.stations, self.haunts)
        named = {need.athlete_id for need in self._app.attention.needs}
        self._faces.forget_all_but(here)
        self.tile_rows.show(
            [
                TileFace()
                if seat is None
                else self._faces.of(
                    here[seat],
                    state,
                    spots[seat],
                    is_named=seat in named,
                    glide=self._glides.get(seat, -1),
                    revision=self._drawn.get(seat, 0),
                    told=self.header_model.view.step,
                )
                for seat in self._seats
            ]
        )

    def _draw(self, here: Mapping[int, Participant]) -> None:
        """Lets some curves grow, those that wait longest first: all of a large class in one frame
        would hold up the glass for as long as a finger notices.
        """
        grown = {i: who.trace[-1].elapsed_s + 1 for i, who in here.items() if who.trace}
        late = [i for i, at in grown.items() if self._drawn.get(i, at) != at]
        late.sort(key=lambda i: self._drawn[i] - grown[i])
        next_ones = late[:CURVES_A_BEAT]
        self._drawn = {
            i: at if i in next_ones else self._drawn.get(i, at) for i, at in grown.items()
        }

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

    @Property(bool, notify=chosen)
    def leftHanded(self) -> bool:
        """The buttons and the stop sign are where the left hand is."""
        return self._choices.left_handed

    @Property(bool, notify=chosen)
    def reducedMotion(self) -> bool:
        return self._choices.reduced_motion

    @Property(WalkModel, notify=never)
    def walk(self) -> WalkModel:
        return self.walk_model

    @Property(WallModel, notify=never)
    def wall(self) -> WallModel:
        return self.wall_model

    @Property(TapInModel, notify=never)
    def tapIn(self) -> TapInModel:
        return self.tap_in_model

    @Property(GreetModel, notify=never)
    def greet(self) -> GreetModel:
        return self.greet_model

    @Property(IdleModel, notify=never)
    def idle(self) -> IdleModel:
        return self.idle_model

    @Property(GuestModel, notify=never)
    def guest(self) -> GuestModel:
        return self.guest_model

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

    @Property(HistoryModel, notify=never)
    def history(self) -> HistoryModel:
        return self.history_model

    @Property(MyDataModel, notify=never)
    def myData(self) -> MyDataModel:
        return self.my_data_model

    @Property(CalibrateModel, notify=never)
    def calibration(self) -> CalibrateModel:
        return self.calibrate_model

    @Property(DevicesModel, notify=never)
    def devices(self) -> DevicesModel:
        return self.devices_model

    @Property(ShelfModel, notify=never)
    def shelf(self) -> ShelfModel:
        return self.shelf_model

    @Property(GlassModel, notify=never)
    def glass(self) -> GlassModel:
        return self.glass_model

    @Property(SignInModel, notify=never)
    def signIn(self) -> SignInModel:
        return self.sign_in_model

    @Property(CoachMenuModel, notify=never)
    def coachMenu(self) -> CoachMenuModel:
        return self.coach_menu_model

    @Property(CoachesModel, notify=never)
    def coaches(self) -> CoachesModel:
        return self.coaches_model

    @Property(SettingsModel, notify=never)
    def settings(self) -> SettingsModel:
        return self.settings_model

    @Property(StrapQuestionModel, notify=never)
    def strapQuestion(self) -> StrapQuestionModel:
        return self.strap_question_model

    @Property(TagCardModel, notify=never)
    def tagCard(self) -> TagCardModel:
        return self.tag_card_model

    @Property(ReplayModel, notify=never)
    def replay(self) -> ReplayModel:
        return self.replay_model

    @Property(PlannerModel, notify=never)
    def planner(self) -> PlannerModel:
        return self.planner_model

    @Property(ProtocolsModel, notify=never)
    def protocols(self) -> ProtocolsModel:
        return self.protocols_model

    @Property(ExportsModel, notify=never)
    def exports(self) -> ExportsModel:
        return self.exports_model

    @Property(ImportsModel, notify=never)
    def imports(self) -> ImportsModel:
        return self.imports_model

    @Property(FirstRunModel, notify=never)
    def firstRun(self) -> FirstRunModel:
        return self.first_run_model

    @Property(HealthModel, notify=never)
    def health(self) -> HealthModel:
        return self.health_model

    @Property(PeopleModel, notify=never)
    def people(self) -> PeopleModel:
        return self.people_model

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
