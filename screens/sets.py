"""Strength on the own page: how many, with what load, at which tempo, and what was logged last."""

from dataclasses import dataclass
from math import ceil

from kiosk.session.state import Course
from kiosk.training.past import Past, PastSet
from kiosk.training.plan import Step
from screens import units, wording
from screens.tongue import is_metric, tr

_KG_STEP, _POUND_STEP = 0.5, 1.0
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
        return tr("tap Next when it is done")
    return tr("{amount}, then tap Done", amount=amount(step))


def amount(step: Step) -> str:
    """How many and on which side: "12 × on the left"."""
    reps = f"{step.reps}{wording.THIN}×"
    match step.side:
        case "both":
            return tr("{reps} each side", reps=reps)
        case "left":
            return tr("{reps} on the left", reps=reps)
        case "right":
            return tr("{reps} on the right", reps=reps)
        case None:
            return reps


def beat(tempo: str | None, at_s: float) -> Beat:
    """The metronome `at_s` seconds after it began; nothing without a tempo."""
    if tempo is None:
        return Beat()
    spans = [float(span) for span in tempo.split("-")]
    left = at_s % (sum(spans) or 1.0)
    phases = (tr("lower {seconds}"), tr("hold {seconds}"), tr("lift {seconds}"))
    for phase, span in zip(phases, spans, strict=False):
        if left < span:
            return Beat(phase.format(seconds=ceil(span - left)), left / span)
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

    After a set that was done whole it is the next half kilogram, or pound, that is 2.5 to 5 % more,
    if there is one.
    """
    if last is None or last.load_kg is None:
        return step.load_kg or 0.0
    more = load_at(ceil(steps_of(last.load_kg * (1 + LEAST_MORE)) - 1e-9))
    return more if last.completed and more <= last.load_kg * (1 + MOST_MORE) else last.load_kg


def last_words(last: PastSet | None) -> str:
    """ "last time 12 × 16 kg", or nothing."""
    if last is None:
        return ""
    reps = "" if last.reps is None else f"{last.reps}{wording.THIN}×"
    load = "" if not last.load_kg else units.weight(last.load_kg)
    what = " ".join(part for part in (reps, load) if part)
    return tr("last time {what}", what=what) if what else ""


def load_words(load_kg: float) -> str:
    return units.weight(load_kg) if load_kg else tr("no load")


def nudged(load_kg: float, steps: int) -> float:
    """So many small steps more, in kg; on the grid of the unit that is shown."""
    return min(MOST_KG, max(0.0, load_at(round(steps_of(load_kg)) + steps)))


def steps_of(load_kg: float) -> float:
    """A load in small steps: half kilograms, or pounds."""
    return load_kg / _KG_STEP if is_metric() else load_kg / units.KG_PER_POUND / _POUND_STEP


def load_at(steps: float) -> float:
    """The other way round, in kg."""
    return steps * _KG_STEP if is_metric() else steps * _POUND_STEP * units.KG_PER_POUND
