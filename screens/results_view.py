"""What a session has come to as measured: the few numbers that matter large, and all of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.training.measure import Measure, shown
from screens import wording

LARGE = (
    *("test_result", "step_up_score", "time_in_band", "steadiness"),
    *("ascent_m", "hr_recovery_60", "beats_per_metre"),
)
"""In this order; those that could be measured."""
MOST_LARGE = 4
_CAPTIONS = {
    "step_up_score": "score",
    "time_in_band": "in your band",
    "steadiness": "pace varied by",
    "ascent_m": "climbed",
    "hr_recovery_60": "heart down in 60 s",
    "beats_per_metre": "beats a metre",
}
"""Shorter than their names."""
_COMMAND = re.compile(r": switchback .*")


@dataclass(frozen=True, slots=True)
class FactRow:
    """The roles of one large number."""

    key: str = ""
    value: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """The roles of one line of the list of all."""

    place: int = 0
    title: str = ""
    value: str = ""
    """Empty when it could not be measured."""
    note: str = ""
    """Why there is no value, or what to know of it."""


def large(measures: Sequence[Measure]) -> list[FactRow]:
    """At most four, the most telling first."""
    known = {measure.key: measure for measure in measures if measure.value is not None}
    found = [known[key] for key in LARGE if key in known]
    return [
        FactRow(one.key, words(one), _CAPTIONS.get(one.key, one.name)) for one in found[:MOST_LARGE]
    ]


def every(measures: Sequence[Measure]) -> list[MeasureRow]:
    """All of them: what is known first, then what is missing and why."""
    ordered = sorted(measures, key=lambda measure: measure.value is None)
    return [
        MeasureRow(
            place,
            one.name,
            "" if one.value is None else words(one),
            _why(one.missing) if one.value is None else one.note,
        )
        for place, one in enumerate(ordered)
    ]


def _why(missing: str) -> str:
    """Nobody can type a command at the kiosk: whoever looks after the roster can."""
    return _COMMAND.sub(": ask your coach to enter it", missing)


def words(measure: Measure) -> str:
    """A value as it is read: times as times."""
    if measure.unit == "s" and measure.value is not None:
        return wording.clock_span(measure.value)
    return shown(measure).replace("-", wording.MINUS).replace(" ", wording.THIN, 1)
