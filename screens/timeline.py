"""The protocol as a row of blocks, and where in it the session stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from kiosk.session.state import Phase, Session
from kiosk.training.plan import Plan, Step, StepKind, ZoneTarget
from screens import wording
from screens.faces import UNKNOWN_ZONE

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


def blocks_of(plan: Plan, session: Session | None = None) -> list[Block]:
    """One block for each step; the running one as long as it has been extended."""
    spans = _spans(plan, session)
    whole = sum(spans) or 1.0
    blocks: list[Block] = []
    begin = 0.0
    for step, span in zip(plan.steps, spans, strict=True):
        blocks.append(
            Block(step.name, begin / whole, span / whole, _rise(step), _level(step)),
        )
        begin += span
    return blocks


def progress_of(session: Session) -> Progress:
    """The now-line of a running session; in a step of unknown length it creeps to its end."""
    spans = _spans(session.plan, session)
    index = session.main.step_index
    at = (sum(spans[:index]) + spans[index] * step_fraction(session)) / (sum(spans) or 1.0)
    if session.phase is Phase.FINISHED:
        at = 1.0
    return Progress(index, min(1.0, at), _caption(session))


def step_fraction(session: Session) -> float:
    """How much of the present step is done, 0–1."""
    step = session.main.step
    if step.duration_s is not None:
        done, whole = float(session.main.step_s), float(step.duration_s + session.main.extended_s)
    elif step.distance_m is not None:
        done, whole = session.main.step_distance_m, step.distance_m
    else:
        done, whole = float(session.main.step_s), session.main.step_s + GUESSED_S
    return min(1.0, done / whole) if whole > 0 else 1.0


@dataclass(frozen=True, slots=True)
class Workout:
    """The roles of one workout to choose."""

    title: str = ""
    length: str = ""


def workout_of(plan: Plan) -> Workout:
    return Workout(plan.name, planned_length(plan))


def planned_length(plan: Plan) -> str:
    """How long it takes, "80 min"; with a "+" when some step has no known length."""
    known = [step.planned_s for step in plan.steps]
    seconds = sum(span for span in known if span is not None)
    if seconds == 0:
        return "open end"
    return wording.rough_span(seconds) + (" +" if None in known else "")


def _caption(session: Session) -> str:
    elapsed = wording.clock_span(session.elapsed_s)
    still = _remaining(session)
    return (
        elapsed if still is None else f"{elapsed} / {wording.clock_span(session.elapsed_s + still)}"
    )


def _remaining(session: Session) -> float | None:
    """Seconds until the end as planned; None when a step to come has no known length."""
    later = [step.planned_s for step in session.plan.steps[session.main.step_index + 1 :]]
    now = session.main.step.planned_s
    if now is None or None in later:
        return None
    left = (now + session.main.extended_s) * (1.0 - step_fraction(session))
    return left + sum(span for span in later if span is not None)


def _spans(plan: Plan, session: Session | None) -> list[float]:
    known: Sequence[int] = [step.planned_s for step in plan.steps if step.planned_s is not None]
    guess = float(median(known)) if known else GUESSED_S
    spans = [guess if step.planned_s is None else float(step.planned_s) for step in plan.steps]
    if session is not None:
        spans[session.main.step_index] += session.main.extended_s
    return spans


def _rise(step: Step) -> float:
    if isinstance(step.target, ZoneTarget):
        return min(1.0, step.target.zone / 5 + _PART_SHIFT[step.target.part])
    if step.rpe is not None:
        return sum(step.rpe) / 20
    return _RISE_BY_KIND[step.kind]


def _level(step: Step) -> int:
    return min(5, step.target.zone) if isinstance(step.target, ZoneTarget) else UNKNOWN_ZONE
