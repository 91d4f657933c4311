"""The choose page: one athlete, the workouts, and how to begin one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant, Phase
from kiosk.training.offers import Offer
from kiosk.training.plan import Plan
from screens import focus, offered, workouts
from screens.app_port import KioskApp
from screens.devices_view import with_short_ports
from screens.offered import RangeRow
from screens.rows import Rows
from screens.station_pick import StationPickModel
from screens.timeline_model import TimelineModel
from screens.walk import Page
from screens.walk_model import WalkModel
from screens.workouts import StepLine, Ways, WorkoutCard

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

PENDING_S = 3.0
"""A start that nothing came of after this long may be asked for again."""


@dataclass(frozen=True, slots=True)
class ChooseView:
    """What the page says."""

    name: str = ""
    strap: str = ""
    battery: bool = False
    """The strap's battery is low."""
    another: str = ""
    """Why another strap would be better; empty when all is well."""
    lends: bool = False
    """The club has straps to take instead."""
    note: str = ""
    """About the athlete's zones."""
    title: str = ""
    length: str = ""
    """The chosen workout's minutes and machine."""
    ways: Ways = field(default_factory=Ways)
    banner: str = ""
    """Why it is not simply to be started, and what a coach should weigh."""
    locked: bool = False
    vouching: str = ""
    """The button by which somebody says that the station can do it."""
    has_before: bool = False
    has_more: bool = False


@QmlElement
class ChooseModel(QObject):
    """Follows one athlete who is choosing; what is asked of the shell is asked once."""

    changed = Signal()
    counted = Signal()
    """The workouts to choose from are others."""
    noticed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.card_rows = Rows(WorkoutCard, self)
        self.line_rows = Rows(StepLine, self)
        self.range_rows = Rows(RangeRow, self)
        self.timeline_model = TimelineModel(self)
        self.pick_model = StationPickModel(app, walk, self)
        self._sketches: list[TimelineModel] = []
        self._room = (1, 1)
        self._chosen = 0
        self._ranges: dict[str, str] = {}
        """What is chosen from the chosen workout's ranges."""
        self._ranged: tuple[object, Offer] | None = None
        """What the chosen ranges make of the offer, and what it was made of."""
        self._offset = 0
        self._count = 0
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
            return
        if self._arrived_at != walk.changed_at:
            self._arrived_at, self._asked_at = walk.changed_at, None
            self._turned = False
            self._take(self._likeliest())
            self.pick_model.forget()
        if self._asked_at is not None and self._app.state.now > self._asked_at + PENDING_S:
            self._asked_at = None
        if self._count != len(self._offers()):
            self._count = len(self._offers())
            self.counted.emit()
        notices = [with_short_ports(notice) for notice in self._app.notices[:1]]
        if self._notices != notices:
            self._notices = notices
            self.noticed.emit()
        self.pick_model.refresh(self._who())
        self._show()

    @Slot(int, int)
    def fit(self, cards: int, lines: int) -> None:
        """How many workouts and how many lines of steps there is room for.

        Shown with the next refresh: what is shown now decides how much room there is.
        """
        self._room = (max(1, cards), max(1, lines))

    @Slot(int, result=QObject)
    def sketch(self, place: int) -> QObject | None:
        """The small timeline of a workout."""
        plans = [offer.plan for offer in self._offers()]
        while len(self._sketches) < len(plans):
            self._sketches.append(TimelineModel(self))
        if not 0 <= place < len(plans):
            return None
        self._sketches[place].follow(None, plans[place])
        return self._sketches[place]

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def choose(self, place: int) -> None:
        if self._takes_taps() and 0 <= place < len(self._offers()):
            self._take(place)
            self._show()

    @Slot(int, int)
    def nudgeRange(self, place: int, by: int) -> None:
        """The next value of a range, or the one before."""
        offer = self._offer()
        if offer is None or not self._takes_taps() or not 0 <= place < len(offer.choices):
            return
        choice = offer.choices[place]
        values = offered.options(choice, self._last().get(choice.key))
        now = self._ranges.get(choice.key, choice.low)
        at = values.index(now) if now in values else 0
        self._ranges[choice.key] = values[max(0, min(len(values) - 1, at + by))]
        self._show()

    @Slot()
    def vouch(self) -> None:
        """Somebody says that the station can do the grade."""
        offer = self._offer()
        if offer is None or not self.view.vouching or not self._takes_taps():
            return
        if offer.station is not None and offer.grade_percent is not None:
            self._walk.hold()
            self._app.vouch(offer.station, offer.grade_percent)

    @Slot()
    def forward(self) -> None:
        if self._walk.is_settled() and self._offset + self._room[0] < len(self._offers()):
            self._offset, self._turned = self._offset + self._room[0], True
            self._show()

    @Slot()
    def backward(self) -> None:
        if self._walk.is_settled():
            self._offset, self._turned = max(0, self._offset - self._room[0]), True
            self._show()

    @Slot()
    def startAlone(self) -> None:
        who, plan = self._who(), self._plan()
        if who is not None and plan is not None and self.view.ways.alone:
            self._ask(lambda: self._app.start_alone(plan, who.athlete.id))

    @Slot()
    def joinClass(self) -> None:
        who, session = self._who(), focus.live_group(self._app.state)
        if who is not None and session is not None:
            self._ask(lambda: self._app.join(session.id, who.athlete.id))

    @Slot()
    def startClass(self) -> None:
        plan = self._plan()
        if plan is not None and self.view.ways.together:
            self._ask(lambda: self._app.start_class(plan))

    @Slot()
    def openShelf(self) -> None:
        """Another strap, before the session."""
        if self._takes_taps() and self._who() is not None:
            self._walk.go(Page.SHELF, athlete_id=self._walk.walk.athlete_id)

    @Slot()
    def openProgress(self) -> None:
        if self._takes_taps() and self._who() is not None:
            self._walk.go(Page.PROGRESS, athlete_id=self._walk.walk.athlete_id)

    @Slot()
    def goHome(self) -> None:
        """Taps out: not today."""
        if not self._takes_taps():
            return
        who = self._who()
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

    def _who(self) -> Participant | None:
        return self._app.state.participants.get(self._walk.walk.athlete_id or 0)

    def _offers(self) -> Sequence[Offer]:
        """The workouts for this athlete; of somebody who is not here yet nothing is known."""
        who = self._who()
        if who is None:
            return [Offer(plan, "ok") for plan in self._app.plans]
        return self._app.offers(who.athlete.id)

    def _listed(self) -> Offer | None:
        offers = self._offers()
        return offers[min(self._chosen, len(offers) - 1)] if offers else None

    def _take(self, place: int) -> None:
        """Another workout: its ranges begin with what was chosen the last time."""
        self._chosen = place
        offer = self._listed()
        self._ranges = {} if offer is None else offered.chosen_last(offer)

    def _offer(self) -> Offer | None:
        """The chosen workout with what is chosen from its ranges."""
        listed, who = self._listed(), self._who()
        if listed is None or who is None or self._ranges == offered.chosen_last(listed):
            return listed
        key = (listed, tuple(self._ranges.items()))
        if self._ranged is None or self._ranged[0] != key:
            plan = self._app.plan_with(listed.plan.protocol_id, self._ranges)
            made = replace(self._app.offer_of(who.athlete.id, plan), choices=listed.choices)
            self._ranged = (key, made)
        return self._ranged[1]

    def _plan(self) -> Plan | None:
        """What would be started now; None where nothing may be."""
        offer = self._offer()
        return None if offer is None else offered.to_start(offer)

    def _likeliest(self) -> int:
        """The workout of the class that runs, else the first."""
        session = focus.live_group(self._app.state)
        ids = [offer.plan.protocol_id for offer in self._offers()]
        running = None if session is None else session.plan.protocol_id
        return ids.index(running) if running in ids else 0

    def _name(self) -> str:
        athlete_id = self._walk.walk.athlete_id
        who = self._who()
        if who is not None:
            return who.athlete.name
        return next((person.name for person in self._app.people if person.id == athlete_id), "")

    def _show(self) -> None:
        who, app = self._who(), self._app
        offers, offer = self._offers(), self._offer()
        plan = None if offer is None else offered.to_start(offer) or offer.plan
        cards, lines = self._room
        if not self._turned:
            self._offset = self._chosen // cards * cards
        shown = range(self._offset, min(self._offset + cards, len(offers)))
        self.card_rows.show([workouts.card_of(n, offers[n], n == self._chosen) for n in shown])
        self.range_rows.show(self._range_rows(offer))
        steps = [] if plan is None else workouts.step_lines(plan, who)
        self.line_rows.show(workouts.shortened(steps, lines))
        self.timeline_model.follow(None, plan)
        pending = self._asked_at is not None
        view = ChooseView(
            name=self._name(),
            strap="starting…" if pending else workouts.strap_words(who),
            battery=who is not None and who.battery_low,
            another=workouts.another_strap(who, lends=bool(app.pool)),
            lends=bool(app.pool),
            note=workouts.zones_note(who),
            title="" if plan is None else plan.name,
            length="" if plan is None else workouts.length_and_machine(plan),
            ways=Ways() if pending else workouts.ways_of(app.state, who, self._plan()),
            banner="" if offer is None else "\n".join(offered.sentences(offer)),
            locked=offer is not None and offer.state in ("locked", "homework"),
            vouching="" if offer is None else offered.vouching(offer),
            has_before=self._offset > 0,
            has_more=shown.stop < len(offers),
        )
        if view != self.view:
            self.view = view
            self.changed.emit()

    def _range_rows(self, offer: Offer | None) -> list[RangeRow]:
        if offer is None or offer.state in ("homework", "locked"):
            return []
        return offered.range_rows(offer.choices, self._ranges, self._last())

    def _last(self) -> Mapping[str, str]:
        listed = self._listed()
        return {} if listed is None else dict(listed.plan.choices)

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Rows, notify=changed)
    def cards(self) -> Rows:
        return self.card_rows

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

    @Property(TimelineModel, notify=changed)
    def timeline(self) -> TimelineModel:
        return self.timeline_model

    @Property(int, notify=counted)
    def count(self) -> int:
        """How many workouts there are."""
        return self._count

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
    def hasBefore(self) -> bool:
        return self.view.has_before

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self.view.has_more

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
