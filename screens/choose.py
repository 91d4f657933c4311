"""The choose page: one athlete, the workouts, and how to begin one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant, Phase
from kiosk.training.homework_card import homework_card
from kiosk.training.offers import Offer
from screens import choose_view, focus, offered, suggested, workouts
from screens.app_port import KioskApp
from screens.choose_pick import Pick
from screens.choose_view import ChooseView, TabRow
from screens.devices_view import with_short_ports
from screens.homework import HomeworkModel
from screens.offered import RangeRow
from screens.paged import Paged
from screens.rows import Rows
from screens.station_pick import StationPickModel
from screens.timeline_model import TimelineModel
from screens.tongue import tr
from screens.walk import Page
from screens.walk_model import WalkModel
from screens.workouts import StepLine, Ways, WorkoutCard

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

PENDING_S = 3.0
"""A start that nothing came of after this long may be asked for again."""


@QmlElement
class ChooseModel(QObject):
    """Follows one athlete who is choosing; what is asked of the shell is asked once."""

    changed = Signal()
    never = Signal()
    noticed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.paged = Paged(WorkoutCard, walk, self)
        self.paged.turned.connect(self._look_further)
        self.tab_rows = Rows(TabRow, self)
        self.line_rows = Rows(StepLine, self)
        self.range_rows = Rows(RangeRow, self)
        self.timeline_model = TimelineModel(self)
        self.pick_model = StationPickModel(app, walk, self)
        self.homework_model = HomeworkModel(walk, self)
        self._sketches: list[TimelineModel] = []
        self._line_room = 1
        self._pick = Pick(app, walk)
        self._notices: list[str] = []
        self._turned = False
        """Somebody has turned the pages: the chosen workout need not be in view any more."""
        self._asked_at: float | None = None
        self._arrived_at: float | None = None
        self.view = ChooseView()
        walk.changed.connect(self.refresh)  # before the page is drawn for the first time

    @Slot()
    def refresh(self) -> None:
        """Follows the state while the page is open."""
        walk = self._walk.walk
        if walk.page is not Page.CHOOSE:
            self._arrived_at = None
            self.homework_model.shut()
            return
        if self._arrived_at != walk.changed_at:
            self._arrived_at, self._asked_at = walk.changed_at, None
            self._turned = False
            self._pick.forget()
            self.pick_model.forget()
            self.homework_model.shut()
        if self._asked_at is None and self._pick.follow():
            self._walk.hold()  # no finger on its way may start what came in its place
        if self._asked_at is not None and self._app.state.now > self._asked_at + PENDING_S:
            self._asked_at = None
        notices = [with_short_ports(notice) for notice in self._app.notices[:1]]
        if self._notices != notices:
            self._notices = notices
            self.noticed.emit()
        self.pick_model.refresh(self._pick.who())
        self._show()

    @Slot(int)
    def fit(self, lines: int) -> None:
        """How many lines of steps there is room for.

        Shown with the next refresh: what is shown now decides how much room there is.
        """
        self._line_room = max(1, lines)

    @Slot(int, result=QObject)
    def sketch(self, place: int) -> QObject | None:
        """The small timeline of a workout."""
        plans = [offer.plan for offer in self._pick.offers()]
        while len(self._sketches) < len(plans):
            self._sketches.append(TimelineModel(self))
        if not 0 <= place < len(plans):
            return None
        self._sketches[place].follow(None, plans[place])
        return self._sketches[place]

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def choose(self, place: int) -> None:
        if self._takes_taps() and 0 <= place < len(self._pick.offers()):
            self._pick.choose(place)
            self._show()

    @Slot(int)
    def chooseTab(self, group: int) -> None:
        """Another group of workouts, and the first of it."""
        places = choose_view.places_in(self._pick.offers(), group)
        if self._takes_taps() and places and group != self._pick.group:
            self._turned = False
            self._pick.choose(places[0])
            self.refresh()

    @Slot(int, int)
    def nudgeRange(self, place: int, by: int) -> None:
        """The next value of a range, or the one before."""
        if self._takes_taps():
            self._pick.nudge(place, by)
            self._show()

    @Slot()
    def vouch(self) -> None:
        """Somebody says that the station can do the grade."""
        offer = self._pick.offer()
        if offer is None or not self.view.vouching or not self._takes_taps():
            return
        if offer.station is not None and offer.grade_percent is not None:
            self._walk.hold()
            self._app.vouch(offer.station, offer.grade_percent)

    @Slot()
    def takeHome(self) -> None:
        """The downhill that no station can do is done outside: the card, and it is noted."""
        offer, who, today = self._pick.offer(), self._pick.who(), self._app.today()
        if offer is None or who is None or today is None or not self._takes_taps():
            return
        if self.view.outside:
            self._walk.hold()
            self._app.take_home(who.athlete.id, offer.plan)
            self.homework_model.open(homework_card(offer.plan, who.athlete, today))

    @Slot()
    def _look_further(self) -> None:
        self._turned = True

    @Slot()
    def startAlone(self) -> None:
        who, plan = self._pick.who(), self._pick.plan()
        if who is not None and plan is not None and self.view.ways.alone:
            self._ask(lambda: self._app.start_alone(plan, who.athlete.id))

    @Slot()
    def joinClass(self) -> None:
        who, session = self._pick.who(), focus.live_group(self._app.state)
        if who is not None and session is not None:
            self._ask(lambda: self._app.join(session.id, who.athlete.id))

    @Slot()
    def startClass(self) -> None:
        plan = self._pick.plan()
        if plan is not None and self.view.ways.together:
            self._ask(lambda: self._app.start_class(plan))

    @Slot()
    def openShelf(self) -> None:
        """Another strap, before the session."""
        if self._takes_taps() and self._pick.who() is not None:
            self._walk.go(Page.SHELF, athlete_id=self._walk.walk.athlete_id)

    @Slot()
    def openProgress(self) -> None:
        if self._takes_taps() and self._pick.who() is not None:
            self._walk.go(Page.PROGRESS, athlete_id=self._walk.walk.athlete_id)

    @Slot()
    def goHome(self) -> None:
        """Taps out: not today."""
        if not self._takes_taps():
            return
        who = self._pick.who()
        if who is not None and _is_idle(who):
            self._app.tap_out(who.athlete.id)
        self._walk.home()

    # -- inside ----------------------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        return self._walk.is_settled() and self._asked_at is None

    def _ask(self, action: Callable[[], None]) -> None:
        """Asks for a start, once: the walk goes on when it has happened."""
        if self._takes_taps():
            self._asked_at = self._app.state.now
            self.pick_model.take()
            action()
            self._show()

    def _name(self) -> str:
        athlete_id = self._walk.walk.athlete_id
        who = self._pick.who()
        if who is not None:
            return who.athlete.name
        return next((person.name for person in self._app.people if person.id == athlete_id), "")

    def _show(self) -> None:
        who, app = self._pick.who(), self._app
        offers, offer = self._pick.offers(), self._pick.offer()
        plan = None if offer is None else offered.to_start(offer) or offer.plan
        places = choose_view.places_in(offers, self._pick.group)
        self.paged.show_each(
            places, lambda place: workouts.card_of(place, offers[place], place == self._pick.place)
        )
        if not self._turned and self._pick.place in places:
            self.paged.reveal(places.index(self._pick.place))
        self.tab_rows.show(choose_view.tabs(offers, self._pick.group))
        self.range_rows.show(self._pick.range_rows())
        steps = [] if plan is None else workouts.step_lines(plan, who)
        self.line_rows.show(workouts.shortened(steps, self._line_room))
        self.timeline_model.follow(None, plan)
        last = "" if offer is None or who is None else self._last_words(offer, who)
        view = choose_view.view_of(self._name(), who, offer, last=last, lends=bool(app.pool))
        if who is None or app.today() is None:  # nobody to give it to, or no day to count from
            view = replace(view, outside="")
        if self._asked_at is not None:
            view = replace(view, strap=tr("starting…"), ways=Ways())
        else:
            view = replace(view, ways=workouts.ways_of(app.state, who, self._pick.plan()))
        if view != self.view:
            self.view = view
            self.changed.emit()

    def _last_words(self, offer: Offer, who: Participant) -> str:
        past = self._app.past(who.athlete.id)
        return suggested.about(offer, past, self._app.today())

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Paged, notify=never)
    def cards(self) -> Paged:
        return self.paged

    @Property(Rows, notify=changed)
    def tabs(self) -> Rows:
        return self.tab_rows

    @Property(str, notify=changed)
    def feel(self) -> str:
        return self.view.feel

    @Property(str, notify=changed)
    def last(self) -> str:
        return self.view.last

    @Property(Rows, notify=changed)
    def lines(self) -> Rows:
        return self.line_rows

    @Property(Rows, notify=changed)
    def ranges(self) -> Rows:
        return self.range_rows

    @Property(str, notify=changed)
    def banner(self) -> str:
        return self.view.banner

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        return self.view.locked

    @Property(str, notify=changed)
    def vouching(self) -> str:
        return self.view.vouching

    @Property(str, notify=changed)
    def outside(self) -> str:
        return self.view.outside

    @Property(HomeworkModel, notify=never)
    def homework(self) -> HomeworkModel:
        return self.homework_model

    @Property(TimelineModel, notify=changed)
    def timeline(self) -> TimelineModel:
        return self.timeline_model

    @Property(str, notify=changed)
    def name(self) -> str:
        return self.view.name

    @Property(str, notify=changed)
    def strap(self) -> str:
        return self.view.strap

    @Property(bool, notify=changed)
    def battery(self) -> bool:
        return self.view.battery

    @Property(str, notify=changed)
    def another(self) -> str:
        return self.view.another

    @Property(bool, notify=changed)
    def lends(self) -> bool:
        return self.view.lends

    @Property(StationPickModel, notify=changed)
    def stations(self) -> StationPickModel:
        return self.pick_model

    @Property(str, notify=changed)
    def note(self) -> str:
        return self.view.note

    @Property("QStringList", notify=noticed)  # pyright: ignore[reportArgumentType]
    def notices(self) -> list[str]:
        """What is wrong in the room, or why a start was refused: the first of it."""
        return self._notices

    @Property(str, notify=changed)
    def title(self) -> str:
        return self.view.title

    @Property(str, notify=changed)
    def length(self) -> str:
        return self.view.length

    @Property(bool, notify=changed)
    def alone(self) -> bool:
        return self.view.ways.alone

    @Property(str, notify=changed)
    def join(self) -> str:
        return self.view.ways.join

    @Property(str, notify=changed)
    def joinDetail(self) -> str:
        return self.view.ways.join_detail

    @Property(int, notify=changed)
    def together(self) -> int:
        return self.view.ways.together


def _is_idle(who: Participant) -> bool:
    return who.phase not in (Phase.RUNNING, Phase.PAUSED)
