"""What an offer says to the athlete who is choosing: its state, its warnings, its ranges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.training.offers import Offer
from kiosk.training.plan import Plan, Step
from kiosk.training.protocol_plan import Choice
from kiosk.training.units import parse_distance
from screens import units, wording
from screens.tongue import number, said, tr

MOST_RANGES = 4
"""So many have room on the page; the others stay at their gentler end."""


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
    states = {"confirm": tr("to confirm"), "homework": tr("outside"), "locked": tr("locked")}
    levels = {"beginner": tr("beginner"), "advanced": tr("advanced")}
    state = _at_what(offer.instead) if offer.instead is not None else states.get(offer.state, "")
    level = levels.get(offer.plan.level, offer.plan.level)
    return " · ".join(word for word in (level, state) if word)


def sentences(offer: Offer) -> list[str]:
    """Why it is not simply ok, what is done instead, and what a coach should weigh."""
    sentences = [said(offer.reason)] if offer.reason else []
    if offer.state == "alternative" and offer.instead is not None:
        sentences.append(tr("Instead: {dose}.", dose=_dose(offer.instead)))
    return [*sentences, *map(said, offer.warnings)]


def vouching(offer: Offer) -> str:
    """The button by which somebody says that the station can do it; empty where nobody has to."""
    if offer.state != "confirm" or offer.station is None or offer.grade_percent is None:
        return ""
    grade = wording.whole_percent(offer.grade_percent)
    return tr("{station} can do {grade}", station=offer.station, grade=grade)


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
        return said(choice.step)
    return tr("Blocks") if choice.key.rpartition(".")[2] == "blocks" else tr("Turns")


def _value(choice: Choice, value: str) -> str:
    """With its unit; distances in the one that steps are written in, whatever the file uses."""
    if choice.key.rpartition(".")[2] == "distance":
        return wording.distance(parse_distance(value))
    match choice.key.rpartition(".")[2]:
        case "load_kg":
            return units.weight(float(value))
        case "speed_kmh":
            return units.speed(float(value))
        case "grade_percent":
            written = number(float(value), 1 if float(value) % 1 else 0)
            return f"{written.replace('-', '−')} %"
        case "reps":
            return f"{value} ×"
        case _:
            return value


def _at_what(plan: Plan) -> str:
    """The steepest grade of it, as it would be set."""
    step = _steepest(plan)
    return tr("instead") if step is None else tr("at {grade}", grade=_grade(step))


def _dose(plan: Plan) -> str:
    """ "12 % at 7.2 km/h": what takes the place of the grade that the station has not shown."""
    step = _steepest(plan)
    if step is None:
        return said(plan.name)
    speed = step.speed_kmh
    if speed is None:
        return _grade(step)
    return tr("{grade} at {speed}", grade=_grade(step), speed=units.speed(speed.end))


def _steepest(plan: Plan) -> Step | None:
    graded = [step for step in plan.steps if step.grade_percent is not None]
    return max(reversed(graded), key=lambda one: abs(_end(one)), default=None)  # after the ramp


def _end(step: Step) -> float:
    return 0.0 if step.grade_percent is None else step.grade_percent.end


def _grade(step: Step) -> str:
    return wording.whole_percent(_end(step))
