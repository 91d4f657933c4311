"""The protocol as a row of blocks, and where in it the session stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from statistics import median

from kiosk.session.course import ends_by_own_distance
from kiosk.session.state import Course, Phase, Session
from kiosk.training.plan import Lane, Plan, Step, StepKind, ZoneTarget
from screens import wording
from screens.faces import UNKNOWN_ZONE
from screens.tongue import said, tr

GUESSED_S = 180.0
"""Width of a step of unknown length when no other step has one."""
_RISE_BY_KIND: dict[StepKind, float] = {
    "warm-up": 0.3,
    "work": 0.7,
    "recovery": 0.25,
    "cool-down": 0.2,
}
_PART_SHIFT = {"low": -0.06, "mid": 0.0, "high": 0.06, "full": 0.0}


@dataclass(frozen=True, slots=True)
class Block:
    """The roles of one step's block."""

    title: str = ""
    begin: float = 0.0
    """Where it begins, as a fraction of the whole."""
    share: float = 0.0
    """How wide it is, as a fraction of the whole."""
    rise: float = 0.0
    """How high it is: intensity, 0–1."""
    level: int = UNKNOWN_ZONE
    """The zone asked for, or -1: colour means zone and nothing else."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the session stands in its blocks."""

    index: int = -1
    """Block now running; -1 before the start."""
    at: float = 0.0
    """The now-line, as a fraction of the whole."""
    caption: str = ""
    """Elapsed and total, or the plan's length before the start."""


def blocks_of(plan: Plan, course: Course | None = None) -> list[Block]:
    """One block for each step of the way, of a rotation for each turn; the running one as long as
    it has been extended.
    """
    stretches = _stretches(plan, default_path(plan) if course is None else course.path)
    spans = _spans(stretches, course)
    whole = sum(spans) or 1.0
    blocks: list[Block] = []
    begin = 0.0
    turns = count(1)
    for stretch, span in zip(stretches, spans, strict=True):
        if stretch.is_turn and course is not None:  # in which lane differs
            stretch = replace(stretch, title=tr("Block {number}", number=next(turns)))  # noqa: PLW2901
        blocks.append(
            Block(stretch.title, begin / whole, span / whole, stretch.rise, stretch.level)
        )
        begin += span
    return blocks


def progress_of(session: Session, athlete_id: int | None = None) -> Progress:
    """The now-line of a running session, on the athlete's own way if one is named; in a step of
    unknown length it creeps to its end.
    """
    course = overview(session, athlete_id)
    stretches = _stretches(course.plan, course.path)
    spans = _spans(stretches, course)
    index = next(n for n, stretch in enumerate(stretches) if course.place < stretch.end)
    done = _done_of_stretch(course, stretches[index])
    at = (sum(spans[:index]) + spans[index] * done) / (sum(spans) or 1.0)
    if session.phase is Phase.FINISHED:
        at = 1.0
    return Progress(index, min(1.0, at), _caption(session, course))


def step_fraction(course: Course) -> float:
    """How much of the present step is done, 0–1."""
    step = course.step
    if step.distance_m is not None and ends_by_own_distance(course, step):
        done, whole = course.step_distance_m, step.distance_m
    elif step.planned_s is not None:
        done, whole = float(course.step_s), float(step.planned_s + course.extended_s)
    else:
        done, whole = float(course.step_s), course.step_s + GUESSED_S
    return min(1.0, done / whole) if whole > 0 else 1.0


def overview(session: Session, athlete_id: int | None) -> Course:
    """The way to draw for somebody: their own, but of a rotation all of it and not just their lane
    of this block.
    """
    course = session.course(athlete_id)
    in_a_lane = session.block is not None and course.clock == session.clock == "group"
    return session.main if in_a_lane else course


def default_path(plan: Plan) -> tuple[int, ...]:
    """The way of somebody who begins a rotation in its first lane; else step after step."""
    turn = plan.rotation
    if turn is None:
        return tuple(range(len(plan.steps)))
    path = list(range(turn.lead_in))
    for block in range(turn.blocks):
        lane = turn.lanes[block % len(turn.lanes)]
        path += [turn.change, *range(lane.first, lane.first + lane.count)]
    return (*path, *range(turn.lead_out, len(plan.steps)))


@dataclass(frozen=True, slots=True)
class Workout:
    """The roles of one workout to choose."""

    title: str = ""
    length: str = ""


def workout_of(plan: Plan) -> Workout:
    return Workout(said(plan.name), planned_length(plan))


def planned_length(plan: Plan) -> str:
    """How long it takes one person, "80 min"; with a "+" when some step has no known length."""
    known = [plan.steps[index].planned_s for index in default_path(plan)]
    seconds = sum(span for span in known if span is not None)
    if seconds == 0:
        return tr("open end")
    return wording.rough_span(seconds) + (" +" if None in known else "")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What one block stands for: places [begin, end) of the way."""

    title: str
    begin: int
    end: int
    span: float | None
    """Seconds as planned; None when unknown."""
    rise: float
    level: int
    is_turn: bool = False
    """A block of a rotation, in some lane."""


def _stretches(plan: Plan, path: Sequence[int]) -> list[_Stretch]:
    found: list[_Stretch] = []
    place = 0
    while place < len(path):
        lane = _lane_at(plan, path[place])
        end = place + 1
        if lane is None:
            step = plan.steps[path[place]]
            found.append(
                _Stretch(said(step.name), place, end, _planned(step), rise_of(step), level_of(step))
            )
        else:
            while end < len(path) and lane.first <= path[end] < lane.first + lane.count:
                end += 1
            steps = [plan.steps[index] for index in path[place:end]]
            span = sum(_planned(step) or 0.0 for step in steps)
            rise = max(rise_of(step) for step in steps)
            found.append(
                _Stretch(said(lane.name), place, end, span, rise, UNKNOWN_ZONE, is_turn=True)
            )
        place = end
    return found


def _lane_at(plan: Plan, index: int) -> Lane | None:
    lanes = () if plan.rotation is None else plan.rotation.lanes
    return next((lane for lane in lanes if lane.first <= index < lane.first + lane.count), None)


def _planned(step: Step) -> float | None:
    return None if step.planned_s is None else float(step.planned_s)


def _done_of_stretch(course: Course, stretch: _Stretch) -> float:
    """How much of it is done, 0–1: steps of one turn weigh by their time."""
    weights = [
        _planned(course.plan.steps[index]) or GUESSED_S
        for index in course.path[stretch.begin : stretch.end]
    ]
    before = course.place - stretch.begin
    done = sum(weights[:before]) + weights[before] * step_fraction(course)
    return done / (sum(weights) or 1.0)


def _caption(session: Session, course: Course) -> str:
    elapsed = wording.clock_span(session.elapsed_s)
    still = _remaining(course)
    return (
        elapsed if still is None else f"{elapsed} / {wording.clock_span(session.elapsed_s + still)}"
    )


def _remaining(course: Course) -> float | None:
    """Seconds until the end as planned; None when a step to come has no known length."""
    later = [step.planned_s for step in course.to_come]
    now = course.step.planned_s
    if now is None or None in later:
        return None
    left = (now + course.extended_s) * (1.0 - step_fraction(course))
    return left + sum(span for span in later if span is not None)


def _spans(stretches: Sequence[_Stretch], course: Course | None) -> list[float]:
    known = [stretch.span for stretch in stretches if stretch.span is not None]
    guess = median(known) if known else GUESSED_S
    spans = [guess if stretch.span is None else stretch.span for stretch in stretches]
    for number, stretch in enumerate(stretches):
        if course is not None and stretch.begin <= course.place < stretch.end:
            spans[number] += course.extended_s
    return spans


def rise_of(step: Step) -> float:
    """How high its block is, 0–1."""
    if isinstance(step.target, ZoneTarget):
        return min(1.0, step.target.zone / 5 + _PART_SHIFT[step.target.part])
    if step.rpe is not None:
        return sum(step.rpe) / 20
    return _RISE_BY_KIND[step.kind]


def level_of(step: Step) -> int:
    """The zone asked for, for its colour; -1 without one."""
    return min(5, step.target.zone) if isinstance(step.target, ZoneTarget) else UNKNOWN_ZONE
