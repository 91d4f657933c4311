"""Strength on the own page: how many, with what load, at which tempo, and what was logged last."""

from dataclasses import dataclass
from math import ceil

from kiosk.session.state import Course
from kiosk.training.past import Past, PastSet
from kiosk.training.plan import Step
from screens import wording

_PHASES = ("lower", "hold", "lift")
LOAD_STEP_KG = 0.5
LEAST_MORE, MOST_MORE = 0.025, 0.05
MOST_KG, MOST_REPS = 300.0, 99


@dataclass(frozen=True, slots=True)
class Beat:
    """The metronome: what to do in this moment, and how much of it is over, 0–1."""

    word: str = ""
    share: float = 0.0


def is_lift(course: Course) -> bool:
    """Whether something is lifted in this step, so that it is worth a line in the log."""
    step, plan = course.step, course.plan
    on_the_floor = step.station_kind == "floor" or plan.modality == "circuit"
    loaded = on_the_floor and step.load_kg is not None
    return step.kind == "work" and (step.reps is not None or loaded)


def until_done(step: Step) -> str:
    """How a step ends that waits for the button, on an own clock."""
    if step.reps is None:
        return "tap Next when it is done"
    return f"{amount(step)}, then tap Done"


def amount(step: Step) -> str:
    """How many and on which side: "12 × on the left"."""
    side = (
        "" if step.side is None else " each side" if step.side == "both" else f" on the {step.side}"
    )
    return f"{step.reps}{wording.THIN}×{side}"


def beat(tempo: str | None, at_s: float) -> Beat:
    """The metronome `at_s` seconds after it began; nothing without a tempo."""
    if tempo is None:
        return Beat()
    spans = [float(span) for span in tempo.split("-")]
    left = at_s % (sum(spans) or 1.0)
    for word, span in zip(_PHASES, spans, strict=False):
        if left < span:
            return Beat(f"{word} {ceil(span - left)}", left / span)
        left -= span
    return Beat()


def last_set(past: Past, step: Step) -> PastSet | None:
    """The newest logged set of this exercise, on the same side if one is named."""
    sets = (logged for session in past.sessions for logged in reversed(session.sets))
    return next((one for one in sets if _is_same(one, step)), None)


def _is_same(logged: PastSet, step: Step) -> bool:
    return logged.exercise == step.name and step.side in (None, "both", logged.side)


def suggested_kg(last: PastSet | None, step: Step) -> float:
    """The load to begin with, kg; 0 is the body alone.

    After a set that was done whole it is the next half kilogram that is 2.5 to 5 % more, if there
    is one.
    """
    if last is None or last.load_kg is None:
        return step.load_kg or 0.0
    more = ceil(last.load_kg * (1 + LEAST_MORE) / LOAD_STEP_KG) * LOAD_STEP_KG
    return more if last.completed and more <= last.load_kg * (1 + MOST_MORE) else last.load_kg


def last_words(last: PastSet | None) -> str:
    """ "last time 12 × 16 kg", or nothing."""
    if last is None:
        return ""
    reps = "" if last.reps is None else f" {last.reps}{wording.THIN}×"
    load = "" if not last.load_kg else f" {kilograms(last.load_kg)}"
    return f"last time{reps}{load}" if reps or load else ""


def kilograms(load_kg: float) -> str:
    return f"{load_kg:g}{wording.THIN}kg" if load_kg else "no load"
