"""What a session has come to as measured: the few numbers that matter large, and all of them."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.training.fitness_tests import PRESCRIBED
from kiosk.training.measure import Measure
from screens import units, wording
from screens.tongue import number, said, tr

LARGE = (
    *("test_result", "step_up_score", "time_in_band", "ascent_m"),
    *("steadiness", "hr_recovery_60", "beats_per_metre"),
)
"""In this order; those that could be measured."""
MOST_LARGE = 4
_NOT_ENTERED = re.compile(r"no (.+) on the roster: switchback .*")
_COMMAND = re.compile(r": switchback .*")


@dataclass(frozen=True, slots=True)
class FactRow:
    """The roles of one large number."""

    key: str = ""
    value: str = ""
    caption: str = ""
    note: str = ""
    """What to know of it, or why there is none."""
    best: bool = False
    """Better than ever before."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """The roles of one line of the list of all."""

    place: int = 0
    title: str = ""
    value: str = ""
    """Empty when it could not be measured."""
    note: str = ""
    """Why there is no value, or what to know of it."""


def large(measures: Sequence[Measure], bests: frozenset[str] = frozenset()) -> list[FactRow]:
    """At most four, the most telling first."""
    known = {measure.key: measure for measure in measures if measure.value is not None}
    found = [known[key] for key in LARGE if key in known]
    return [_fact(one, is_best=one.key in bests) for one in found[:MOST_LARGE]]


def unclimbed(measures: Sequence[Measure]) -> list[FactRow]:
    """Why there is no ascent, for a workout that climbs; nothing where there is one."""
    return [
        FactRow(one.key, wording.DASH, _caption(one), why(one.missing))
        for one in measures
        if one.key == "ascent_m" and one.value is None and one.missing
    ]


def _fact(measure: Measure, *, is_best: bool) -> FactRow:
    value = words(measure)
    if measure.key == "step_up_score":  # out of a score everybody knows what it counts
        value = value.partition(wording.THIN)[0]
    fact = FactRow(measure.key, value, _caption(measure))
    if is_best:
        return replace(fact, note=tr("your best so far"), best=True)
    if PRESCRIBED in measure.note:
        return replace(fact, note=tr("estimated: speed not measured"))
    return fact


def _caption(measure: Measure) -> str:
    """Shorter than their names."""
    captions = {
        "step_up_score": tr("score"),
        "time_in_band": tr("in your band"),
        "steadiness": tr("pace varied by"),
        "ascent_m": tr("climbed"),
        "hr_recovery_60": tr("heart down in 60 s"),
        "beats_per_metre": tr("beats a metre"),
    }
    return captions.get(measure.key) or said(measure.name)


def every(measures: Sequence[Measure]) -> list[MeasureRow]:
    """All of them: what is known first, then what is missing and why."""
    ordered = sorted(measures, key=lambda measure: measure.value is None)
    return [
        MeasureRow(
            place,
            said(one.name),
            "" if one.value is None else words(one),
            why(one.missing) if one.value is None else said(one.note),
        )
        for place, one in enumerate(ordered)
    ]


def why(missing: str) -> str:
    """Nobody can type a command at the kiosk: whoever looks after the roster can."""
    entry = _NOT_ENTERED.fullmatch(missing)
    if entry is not None:
        return tr("no {what} on the roster: ask your coach to enter it", what=said(entry[1]))
    reason = _COMMAND.sub("", missing)
    if reason == missing:
        return said(missing)
    return tr("{reason}: ask your coach to enter it", reason=said(reason))


def words(measure: Measure) -> str:
    """A value as it is read: times as times, heights in the units that are set."""
    value = measure.value
    if value is None:
        return wording.DASH
    if measure.unit == "passed":
        return tr("passed") if value else tr("failed")
    if measure.unit == "s":
        return wording.clock_span(value)
    match measure.key:
        case "ascent_m":
            return units.height(value)
        case "distance_m":
            return units.distance(value)
        case "vertical_speed":
            return units.height_number(value) + wording.THIN + units.height_unit() + "/h"
        case _:
            return _with_unit(value, measure)


def _with_unit(value: float, measure: Measure) -> str:
    """Halves up, as everywhere; a real minus sign, and no "-0"."""
    scale = 10**measure.digits
    rounded = math.floor(value * scale + 0.5) / scale
    written = number(abs(rounded), measure.digits)
    sign = wording.MINUS if rounded < 0 else ""
    unit = said(measure.unit)
    return f"{sign}{written}{wording.THIN}{unit}" if unit else sign + written
