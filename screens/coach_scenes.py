"""What the coach in the box says, asks, offers and measures, for the pictures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from kiosk.app import PastLoaded, ResultsReady
from kiosk.session.pace import StationFacts
from kiosk.session.state import Phase
from kiosk.training.capability import Capability
from kiosk.training.measure import Measure
from kiosk.training.measures import POINTS
from kiosk.training.past import Past, PastSession, Planned
from kiosk.training.plan import Plan
from kiosk.words import text
from screens.board import Board
from screens.stage import STATION, Stage
from screens.walk import Page

Pose = Callable[[Board], None]

ANNA = 1
TODAY = date(2026, 1, 1)
RACE = date(2026, 2, 1)
BELTS = tuple(StationFacts(f"Treadmill {number}") for number in range(1, 5))
STAIRS = tuple(StationFacts(f"Stairs {number}", "stair") for number in range(1, 3))
_LEFT_OUT = text("{left_out} s without heart rate left out", left_out=12)
_STEADY = text("by a line through {points} steady minutes", points=20)


def _not_entered(what: str, option: str) -> str:
    return text(
        'no {what} on the roster: switchback roster set "{name}" --{option}',
        what=what,
        name="Anna",
        option=option,
    )


MEASURES = (
    Measure("step_up_score", text("Step-up score"), 84.2, POINTS),
    Measure("time_in_band", text("Time in band"), 82.0, "%", note=_LEFT_OUT),
    Measure("ascent_m", text("Ascent"), 238.7, "m"),
    Measure("hr_recovery_60", text("Fall in the first minute"), 34.0, "bpm"),
    Measure("hr_mean", text("Mean heart rate"), 148.0, "bpm"),
    Measure("hr_max", text("Highest heart rate"), 171.0, "bpm"),
    Measure("time_in_zone_3", text("Time in zone {number}", number=3), 1189.0, "s"),
    Measure("edwards", text("Load (Edwards)"), 225.0, POINTS),
    Measure("decoupling", text("Decoupling"), 4.76, "%", 1, note=_STEADY),
    Measure("banister", text("Load (Banister)"), None, missing=_not_entered(text("sex"), "sex")),
    Measure(
        "net_kcal",
        text("Energy above rest"),
        None,
        missing=_not_entered(text("weight"), "weight-kg"),
    ),
)


def rotation_hall() -> Stage:
    return Stage(stations=(*BELTS, *STAIRS))


def short_belt() -> Stage:
    return Stage(capabilities={STATION: Capability(0.0, 12.0)})


def asking() -> Stage:
    return Stage(asks_readiness=True)


def _go(page: Page, athlete_id: int = ANNA) -> Pose:
    return lambda board: board.walk_model.go(page, athlete_id=athlete_id)


def _then(stage: Stage, page: Page, act: Callable[[Board], None]) -> Pose:
    """To the page, and when it has settled something is touched."""

    def pose(board: Board) -> None:
        board.walk_model.go(page, athlete_id=ANNA)
        stage.run(1)
        board.refresh()
        act(board)
        stage.run(1)
        board.refresh()

    return pose


def _train(stage: Stage, protocol: str, seconds: float, *, others: int = 0) -> None:
    """Anna on an own clock, or with others in a class."""
    stage.roster(1 + others)
    stage.tap_in(*range(1, 2 + others))
    if others:
        stage.app.start_class(stage.plan(protocol))
    else:
        stage.app.start_alone(stage.plan(protocol), ANNA)
    stage.run(seconds)


# -- the own page ----------------------------------------------------------------------------------


def _bent(bpm: float, for_s: float, stage: Stage) -> Pose:
    """Anna's heart goes so far beyond the middle of her band."""
    _train(stage, "step-up-80", 2850)
    stage.bend[ANNA] = bpm
    stage.run(for_s)
    return _go(Page.MINE)


def _by_effort(stage: Stage) -> Pose:
    stage.roster(1)
    stage.people = [replace(who, is_effort_only=True) for who in stage.people]
    stage.reload()
    stage.tap_in(ANNA)
    stage.app.start_alone(stage.plan("step-up-80"), ANNA)
    stage.run(2850)
    stage.app.rate_effort(ANNA, 6)
    return _go(Page.MINE)


def _rating(stage: Stage) -> Pose:
    _train(stage, "step-up-80", 2400)
    stage.run_until(lambda: stage.app.state.participants[ANNA].wants_rating)
    return _go(Page.MINE)


def _grade_unknown(stage: Stage) -> Pose:
    _train(stage, "tread-hike", 1000)
    stage.app.rate_effort(ANNA, 6)
    return _go(Page.MINE)


def _at_step(kind: Callable[[Plan, int], bool], protocol: str, stage: Stage) -> Pose:
    """Anna skips on to the first step of this kind."""
    _train(stage, protocol, 2)
    session = next(iter(stage.app.state.sessions.values()))
    while not kind(session.plan, session.main.step_index):
        stage.app.skip(session.id)
        stage.run(1)
    stage.run(8)
    return _go(Page.MINE)


def _is_lift(plan: Plan, index: int) -> bool:
    return plan.steps[index].kind == "work" and plan.steps[index].reps is not None


def _is_gate(plan: Plan, index: int) -> bool:
    return plan.steps[index].gate is not None


def _sheet(name: str, stage: Stage) -> Pose:
    _train(stage, "step-up-80", 2850, others=1)
    return _then(stage, Page.MINE, lambda board: board.mine_model.care_model.open(name))


# -- the group -------------------------------------------------------------------------------------


def _alerts(stage: Stage) -> Pose:
    _train(stage, "step-up-80", 2850, others=7)
    stage.bend[3] = 38.0
    stage.run(60)
    return lambda _board: None


def _stopped(stage: Stage) -> Pose:
    _train(stage, "step-up-80", 2850, others=3)
    stage.app.stop_all()
    stage.run(1)
    return lambda _board: None


def _rotation(changing: bool, page: Page, stage: Stage) -> Pose:
    _train(stage, "rotation-hills", 2, others=15)
    session = next(iter(stage.app.state.sessions.values()))
    turn = session.plan.rotation

    def changes() -> bool:
        way = session.course(ANNA)
        return (turn is not None and way.step_index == turn.change) == changing and (
            session.block == 1
        )

    stage.run_until(changes)
    stage.run(12)
    return (lambda _board: None) if page is Page.GROUP else _go(page)


# -- before ----------------------------------------------------------------------------------------


def _offer(protocol: str, stage: Stage) -> Pose:
    """Anna looks at this workout."""
    stage.roster(1)
    stage.people = [replace(who, race_on=RACE - timedelta(22)) for who in stage.people]
    stage.reload()
    stage.tap_in(ANNA)
    if stage.app.state.capabilities.get(STATION) is None and protocol == "hill-repeats-400":
        stage.app.vouch(STATION, 8.0)
        stage.app.vouch(STATION, -6.0)
    stage.mailbox.post(PastLoaded(stage.clock.monotonic(), {ANNA: trained()}))
    stage.run(1)
    ids = [offer.plan.protocol_id for offer in stage.app.offers(ANNA)]
    place = ids.index(protocol)
    return _then(stage, Page.CHOOSE, lambda board: board.choose_model.choose(place))


def _taken_home(stage: Stage) -> Pose:
    """Anna takes the downhill home: the card."""
    shown = _offer("quad-crusher", stage)

    def pose(board: Board) -> None:
        shown(board)
        stage.run(1)
        board.refresh()
        board.choose_model.takeHome()

    return pose


def _asked(stage: Stage) -> Pose:
    stage.roster(1)
    stage.tap_in(ANNA)
    return _go(Page.CHOOSE)


def _sore(stage: Stage) -> Pose:
    stage.roster(1)
    stage.tap_in(ANNA)
    crusher = PastSession(
        9, TODAY - timedelta(1), 0, "quad-crusher", "Quad crusher", "crusher", 3600, True
    )
    stage.mailbox.post(PastLoaded(stage.clock.monotonic(), {ANNA: Past((crusher,))}))
    stage.run(1)
    return _go(Page.CHOOSE)


# -- after -----------------------------------------------------------------------------------------


def _finished(stage: Stage, protocol: str = "step-up-30") -> int:
    _train(stage, protocol, 2)
    who = stage.app.state.participants[ANNA]
    stage.run_until(lambda: who.phase is Phase.FINISHED)
    return who.session_id or 0


def _measured(stage: Stage, *, more: bool = False) -> Pose:
    session_id = _finished(stage)
    stage.app.skip_question(ANNA, "rpe")
    at = stage.clock.monotonic()
    stage.mailbox.post(ResultsReady(at, session_id, ANNA, MEASURES))
    stage.mailbox.post(PastLoaded(at, {ANNA: trained()}))
    stage.run(1)
    if more:
        return _then(
            stage, Page.SUMMARY, lambda board: board.summary_model.sheet_model.turn(is_open=True)
        )
    return _go(Page.SUMMARY)


def _effort_asked(stage: Stage) -> Pose:
    _finished(stage)
    return _go(Page.SUMMARY)


def _progress(tab: str, empty: bool, stage: Stage) -> Pose:
    stage.roster(1)
    if not empty:
        stage.people = [
            replace(who, race_on=RACE, race_name="Alpine marathon") for who in stage.people
        ]
        stage.reload()
    stage.tap_in(ANNA)
    past = Past() if empty else trained()
    stage.mailbox.post(PastLoaded(stage.clock.monotonic(), {ANNA: past}))
    stage.run(1)
    return _then(stage, Page.PROGRESS, lambda board: board.progress_model.turnTo(tab))


def trained() -> Past:
    """Four weeks of hikes, two step-ups and a test; newest first."""
    rates = (163, 160, 158, 157, 153, 152, 149, 147)
    days = (0, 4, 7, 11, 14, 18, 21, 25)
    begins = TODAY - timedelta(28)
    hikes = [
        _session(
            number,
            begins + timedelta(day),
            ("tread-hike", "Tread hike"),
            {"hr_std": float(rate), "beats_per_metre": rate / 15.9},
        )
        for number, (rate, day) in enumerate(zip(rates, days, strict=True), 1)
    ]
    ups = [
        _session(20 + day, begins + timedelta(day), ("step-up-80", "Step-up 80"), {
            "step_up_score": 76.0 + day / 2
        })
        for day in (2, 16)
    ]  # fmt: skip
    walk = _session(
        50, TODAY - timedelta(6), ("ebbeling-walk", "Ebbeling walk test"), {"test_result": 43.6}
    )
    plan = [
        Planned(TODAY + timedelta(2), "step-up-80"),
        Planned(TODAY + timedelta(4), None, text("easy")),
    ]
    newest_first = sorted([*hikes, *ups, walk], key=lambda one: one.on, reverse=True)
    return Past(tuple(newest_first), plan=tuple(plan))


def _session(
    session_id: int, on: date, protocol: tuple[str, str], results: dict[str, float]
) -> PastSession:
    category = {"tread-hike": "hike", "ebbeling-walk": "test"}.get(protocol[0], "step-up")
    started = on.toordinal() * 86_400_000
    made = PastSession(session_id, on, started, *protocol, "hike", 2400, True, results)
    test = protocol[0] if category == "test" else None
    return replace(made, category=category, test=test)


Play = Callable[[Stage], Pose]
COACH_SCENES: list[tuple[str, str, Play, Callable[[], Stage]]] = [
    ("mine", "nudge", partial(_bent, -10.0, 62), Stage),
    ("mine", "ease-off", partial(_bent, 27.0, 70), Stage),
    ("mine", "recovery-walk", partial(_bent, 38.0, 60), Stage),
    ("mine", "by-effort", _by_effort, Stage),
    ("mine", "rating", _rating, Stage),
    ("mine", "grade-unknown", _grade_unknown, Stage),
    ("mine", "lifting", partial(_at_step, _is_lift, "strength-trail"), Stage),
    ("mine", "gate", partial(_at_step, _is_gate, "strength-trail"), Stage),
    ("mine", "changing", partial(_rotation, True, Page.MINE), rotation_hall),
    ("mine", "block", partial(_rotation, False, Page.MINE), rotation_hall),
    ("mine", "unwell", partial(_sheet, "unwell"), Stage),
    ("mine", "more", partial(_sheet, "more"), Stage),
    ("group", "alerts", _alerts, Stage),
    ("group", "stopped", _stopped, Stage),
    ("group", "changing", partial(_rotation, True, Page.GROUP), rotation_hall),
    ("group", "block", partial(_rotation, False, Page.GROUP), rotation_hall),
    ("choose", "ranges", partial(_offer, "hill-repeats-400"), Stage),
    ("choose", "confirm", partial(_offer, "tread-hike"), Stage),
    ("choose", "alternative", partial(_offer, "tread-hike"), short_belt),
    ("choose", "homework", partial(_offer, "quad-crusher"), Stage),
    ("choose", "card", _taken_home, Stage),
    ("choose", "locked", partial(_offer, "lthr-30"), Stage),
    ("choose", "readiness", _asked, asking),
    ("choose", "soreness", _sore, Stage),
    ("summary", "measured", _measured, Stage),
    ("summary", "all-measures", partial(_measured, more=True), Stage),
    ("summary", "effort-asked", _effort_asked, Stage),
    ("progress", "trend", partial(_progress, "trend", False), Stage),
    ("progress", "done", partial(_progress, "done", False), Stage),
    ("progress", "week", partial(_progress, "week", False), Stage),
    ("progress", "empty", partial(_progress, "trend", True), Stage),
]
"""Page and state; what happens before the window opens, and on which kiosk."""
