"""What an offer says to the athlete who is choosing: its state, its warnings, its ranges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.training.offers import Offer
from kiosk.training.plan import Plan, Step
from kiosk.training.protocol_plan import Choice
from kiosk.training.units import parse_distance
from screens import wording

MOST_RANGES = 4
"""So many have room on the page; the others stay at their gentler end."""
_MARKS = {"ok": "", "confirm": "to confirm", "homework": "outside", "locked": "locked"}
_UNITS = {"reps": "×", "load_kg": "kg", "grade_percent": "%", "speed_kmh": "km/h"}
_TURNS = {"blocks": "Blocks", "repeat": "Turns"}


@dataclass(frozen=True, slots=True)
class RangeRow:
    """The roles of one range to choose from."""

    place: int = 0
    title: str = ""
    value: str = ""
    end: int = 0
    """-1 at its first value, 1 at its last, 0 between."""


def marks(offer: Offer) -> str:
    """For the list: whom it is for and what stands in the way, "advanced · locked"."""
    state = _at_what(offer.instead) if offer.instead is not None else _MARKS.get(offer.state, "")
    return " · ".join(word for word in (offer.plan.level, state) if word)


def sentences(offer: Offer) -> list[str]:
    """Why it is not simply ok, what is done instead, and what a coach should weigh."""
    said = [offer.reason] if offer.reason else []
    if offer.state == "alternative" and offer.instead is not None:
        said.append(f"Instead: {_dose(offer.instead)}.")
    return [*said, *offer.warnings]


def vouching(offer: Offer) -> str:
    """The button by which somebody says that the station can do it; empty where nobody has to."""
    if offer.state != "confirm" or offer.station is None or offer.grade_percent is None:
        return ""
    return f"{offer.station} can do {wording.whole_percent(offer.grade_percent)}"


def to_start(offer: Offer) -> Plan | None:
    """What would be started; None where nothing may be."""
    if offer.state == "alternative":
        return offer.instead
    return offer.plan if offer.state == "ok" else None


def options(choice: Choice, last: str | None) -> list[str]:
    """What may be chosen of a range: every whole number, else its ends and what was done last."""
    if choice.low.lstrip("-").isdigit() and choice.high.lstrip("-").isdigit():
        low, high = int(choice.low), int(choice.high)
        step = 1 if high >= low else -1
        return [str(number) for number in range(low, high + step, step)]
    middle = [last] if last is not None and last not in (choice.low, choice.high) else []
    return [choice.low, *middle, choice.high]


def chosen_last(offer: Offer) -> dict[str, str]:
    """What was chosen from the ranges the last time, else their gentler ends."""
    last = dict(offer.plan.choices)
    return {choice.key: last.get(choice.key, choice.low) for choice in offer.choices}


def range_rows(
    choices: Sequence[Choice], chosen: Mapping[str, str], last: Mapping[str, str]
) -> list[RangeRow]:
    """One line for each of the first ranges."""
    rows: list[RangeRow] = []
    for place, choice in enumerate(choices[:MOST_RANGES]):
        values = options(choice, last.get(choice.key))
        value = chosen.get(choice.key, choice.low)
        at = values.index(value) if value in values else 0
        end = -1 if at == 0 else 1 if at == len(values) - 1 else 0
        rows.append(RangeRow(place, title_of(choice), _value(choice, value), end))
    return rows


def title_of(choice: Choice) -> str:
    """What the range is of."""
    if choice.step is not None:
        return choice.step
    return _TURNS.get(choice.key.rpartition(".")[2], "Turns")


def _value(choice: Choice, value: str) -> str:
    """With its unit; distances in the one that steps are written in, whatever the file uses."""
    if choice.key.rpartition(".")[2] == "distance":
        return wording.distance(parse_distance(value))
    return f"{value} {_unit(choice)}".strip()


def _unit(choice: Choice) -> str:
    return _UNITS.get(choice.key.rpartition(".")[2], "")


def _at_what(plan: Plan) -> str:
    """The steepest grade of it, as it would be set."""
    step = _steepest(plan)
    return "instead" if step is None else f"at {_grade(step)}"


def _dose(plan: Plan) -> str:
    """ "12 % at 7.2 km/h": what takes the place of the grade that the station has not shown."""
    step = _steepest(plan)
    if step is None:
        return plan.name
    speed = step.speed_kmh
    return _grade(step) + (f" at {speed.end:.1f}{wording.THIN}km/h" if speed else "")


def _steepest(plan: Plan) -> Step | None:
    graded = [step for step in plan.steps if step.grade_percent is not None]
    return max(reversed(graded), key=lambda one: abs(_end(one)), default=None)  # after the ramp


def _end(step: Step) -> float:
    return 0.0 if step.grade_percent is None else step.grade_percent.end


def _grade(step: Step) -> str:
    return wording.whole_percent(_end(step))
