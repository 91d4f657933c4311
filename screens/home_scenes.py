"""What athletes take home, for the pictures: the ghost, their history, their data."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from kiosk.app import PastLoaded, ResultsReady
from kiosk.desk_port import GhostLoaded, PartLoaded, PartSeen, TakenAway
from kiosk.events import DeviceStatus
from kiosk.session.state import Phase, TracePoint
from kiosk.training.measure import Measure
from kiosk.training.past import Past
from kiosk.words import text
from screens.board import Board
from screens.coach_scenes import ANNA, MEASURES, trained
from screens.stage import FIRST_STRAP, Stage, shipped_plans
from screens.walk import Page

Pose = Callable[[Board], None]
Play = Callable[[Stage], Pose]

ZONES = tuple(
    Measure(f"time_in_zone_{number}", text("Time in zone {number}", number=number), seconds, "s")
    for number, seconds in enumerate((206.0, 447.0, 449.0, 157.0, 0.0), 1)
)
STRIDE_S = 12
"""Seconds from one point of an old curve to the next."""


class _Desk:
    """Answers at once with what the scene has."""

    def __init__(self, stage: Stage, points: tuple[TracePoint, ...] = ()) -> None:
        self.stage = stage
        self.points = points
        self.part: PartSeen | None = None
        self.refusal = ""
        self.taken: TakenAway | None = None

    def load_ghost(self, athlete_id: int, session_id: int) -> None:
        now = self.stage.clock.monotonic()
        self.stage.mailbox.post(GhostLoaded(now, athlete_id, session_id, self.points))

    def look_at(self, athlete_id: int, session_id: int) -> None:
        now = self.stage.clock.monotonic()
        self.stage.mailbox.post(PartLoaded(now, athlete_id, session_id, self.part, self.refusal))

    def take_away(self, athlete_id: int) -> None:
        if self.taken is not None:
            now = self.stage.clock.monotonic()
            self.stage.mailbox.post(replace(self.taken, at=now, athlete_id=athlete_id))


def _old_curve(stage: Stage, protocol: str) -> tuple[TracePoint, ...]:
    """What somebody else's evening gave, a little harder."""
    stage.roster(1)
    stage.tap_in(ANNA)
    stage.bend[ANNA] = 4.0
    stage.app.start_alone(stage.plan(protocol), ANNA)
    who = stage.app.state.participants[ANNA]
    stage.run_until(lambda: who.phase is Phase.FINISHED)
    return tuple(who.trace)[::STRIDE_S]


def _haunted(page: Page, seconds: float, stage: Stage) -> Pose:
    """Anna does what she has done before."""
    points = _old_curve(Stage(), "step-up-30")
    stage.app.past_desk = _Desk(stage, points)
    stage.roster(1)
    stage.tap_in(ANNA)
    before = replace(trained().sessions[0], protocol_id="step-up-30", choices=())
    stage.mailbox.post(PastLoaded(stage.clock.monotonic(), {ANNA: Past((before,))}))
    stage.run(1)
    stage.app.start_alone(stage.plan("step-up-30"), ANNA)
    who = stage.app.state.participants[ANNA]
    if page is Page.SUMMARY:
        stage.run_until(lambda: who.phase is Phase.FINISHED)
        stage.app.skip_question(ANNA, "rpe")
        at = stage.clock.monotonic()
        stage.mailbox.post(ResultsReady(at, who.session_id or 0, ANNA, MEASURES))
        stage.run(1)
    else:
        stage.run(seconds)
    return lambda board: board.walk_model.go(page, athlete_id=ANNA)


def _lived() -> Past:
    """With what was climbed and held; one of it was not finished."""
    sessions = [
        replace(
            one,
            is_complete=number != 4,
            duration_s=one.duration_s + 377 * number,
            results={
                **one.results,
                "ascent_m": 210.0 + 23.0 * number,
                **({"time_in_band": 91.0 - 4.0 * number} if number != 1 else {}),
            },
        )
        for number, one in enumerate(trained().sessions)
    ]
    return Past(tuple(sessions))


def _years() -> Past:
    """Hundreds of sessions: some weeks have three."""
    few = _lived().sessions
    many = [
        replace(
            few[number % len(few)],
            session_id=1000 + number,
            on=few[0].on - timedelta(5 * number // 2),
        )
        for number in range(312)
    ]
    return Past(tuple(many))


def _here(stage: Stage, past: Past | None = None, *, told: bool = True) -> _Desk:
    stage.roster(1)
    stage.tap_in(ANNA)
    desk = _Desk(stage)
    stage.app.past_desk = desk
    if told:
        past = _lived() if past is None else past
        stage.mailbox.post(PastLoaded(stage.clock.monotonic(), {ANNA: past}))
    stage.run(1)
    return desk


def _history(past: Past | None, told: bool, stage: Stage) -> Pose:
    _here(stage, past, told=told)
    return lambda board: board.walk_model.go(Page.HISTORY, athlete_id=ANNA)


def _unreadable(page: Page, stage: Stage) -> Pose:
    """The disk has not told anything, and will not."""
    _here(stage, told=False)
    why = text("The history cannot be read: ask the staff to put in another card.")
    stage.mailbox.post(DeviceStatus(stage.clock.monotonic(), "history", "failed", why))
    stage.run(1)
    return lambda board: board.walk_model.go(page, athlete_id=ANNA)


def _untold(stage: Stage) -> Pose:
    _here(stage, told=False)
    return lambda board: board.walk_model.go(Page.PROGRESS, athlete_id=ANNA)


def _refused(stage: Stage) -> Pose:
    """One of the list cannot be opened."""
    desk = _here(stage)
    desk.refusal = text("This workout cannot be read: part of it is missing on the disk.")

    def pose(board: Board) -> None:
        board.walk_model.go(Page.HISTORY, athlete_id=ANNA)
        stage.run(1)
        board.refresh()
        board.history_model.open(trained().sessions[0].session_id)
        stage.run(1)
        board.refresh()

    return pose


def _leaf(tab: str, stage: Stage) -> Pose:
    """A leaf of somebody who is here for the first time."""
    _here(stage, Past())

    def pose(board: Board) -> None:
        board.walk_model.go(Page.PROGRESS, athlete_id=ANNA)
        stage.run(1)
        board.refresh()
        board.progress_model.turnTo(tab)

    return pose


def _choosing(stage: Stage) -> Pose:
    _here(stage)
    return lambda board: board.walk_model.go(Page.CHOOSE, athlete_id=ANNA)


def without_workouts() -> Stage:
    return Stage(())


def with_many_workouts() -> Stage:
    """A club that has written many of one kind."""
    one = next(plan for plan in shipped_plans() if plan.protocol_id == "step-up-30")
    return Stage(
        [
            replace(one, protocol_id=f"hill-{number}", name=f"Oak Hill {number}")
            for number in range(1, 25)
        ]
    )


def _opened(stage: Stage) -> Pose:
    desk = _here(stage)
    other = Stage()
    points = _old_curve(other, "step-up-30")
    who = other.app.state.participants[ANNA]
    session = trained().sessions[0]
    desk.part = PartSeen(
        session_id=session.session_id,
        athlete_id=ANNA,
        name="Anna",
        plan=stage.plan("step-up-30"),
        started_utc_ms=1_766_770_000_000,
        utc_offset_min=60,
        duration_s=who.elapsed_s,
        missing_s=0,
        is_complete=True,
        has_left=False,
        points=points,
        zones=who.zones,
        measures=(*MEASURES, *ZONES),
    )

    def pose(board: Board) -> None:
        board.walk_model.go(Page.HISTORY, athlete_id=ANNA)
        stage.run(1)
        board.refresh()
        board.history_model.open(session.session_id)
        stage.run(1)
        board.refresh()

    return pose


def _my_data(
    taken: TakenAway | None, stage: Stage, *, ask: bool = False, coach: bool = True
) -> Pose:
    desk = _here(stage)
    desk.taken = taken
    if coach:
        stage.coach()

    def pose(board: Board) -> None:
        board.walk_model.go(Page.MY_DATA, athlete_id=ANNA)
        stage.run(1)
        board.refresh()
        if taken is not None:
            board.my_data_model.takeAway()
        if ask:
            board.my_data_model.askErase()
        stage.run(1)
        board.refresh()

    return pose


def _unknown(page: Page, stage: Stage) -> Pose:
    """A name was touched, and nothing else of them has come."""
    stage.silent.add(FIRST_STRAP + ANNA)
    _here(stage)
    return lambda board: board.walk_model.go(page, athlete_id=ANNA)


HOME_SCENES: list[tuple[str, str, Play]] = [
    ("mine", "ghost", partial(_haunted, Page.MINE, 700)),
    ("summary", "ghost", partial(_haunted, Page.SUMMARY, 0)),
    ("progress", "reading", _untold),
    ("progress", "unreadable", partial(_unreadable, Page.PROGRESS)),
    ("progress", "nothing-done", partial(_leaf, "done")),
    ("progress", "no-week", partial(_leaf, "week")),
    ("history", "list", partial(_history, None, True)),
    ("history", "hundreds", partial(_history, _years(), True)),
    ("history", "empty", partial(_history, Past(), True)),
    ("history", "reading", partial(_history, None, False)),
    ("history", "unreadable", partial(_unreadable, Page.HISTORY)),
    ("history", "refused", _refused),
    ("history", "open", _opened),
    ("history", "closed", partial(_unknown, Page.HISTORY)),
    ("progress", "closed", partial(_unknown, Page.PROGRESS)),
    ("my-data", "strap", partial(_my_data, None, coach=False)),
    ("my-data", "coach", partial(_my_data, None)),
    ("my-data", "taking", partial(_my_data, TakenAway(0.0, ANNA, 3, 11))),
    (
        "my-data",
        "taken",
        partial(
            _my_data, TakenAway(0.0, ANNA, folder="/var/lib/switchback/exports/Anna-2026-01-01")
        ),
    ),
    (
        "my-data",
        "failed",
        partial(
            _my_data,
            TakenAway(0.0, ANNA, refusal=text("The disk is full: ask the staff to free some.")),
        ),
    ),
    ("my-data", "unknown", partial(_unknown, Page.MY_DATA)),
    ("my-data", "erase", partial(_my_data, None, ask=True)),
]
"""Page and state, and what happens before the window opens."""
CHOICE_SCENES: list[tuple[str, str, Play, Callable[[], Stage]]] = [
    ("choose", "nothing", _choosing, without_workouts),
    ("choose", "many", _choosing, with_many_workouts),
]
"""The same, and on which kiosk."""
