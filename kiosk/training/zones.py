"""Heart-rate zones of one athlete, and the parts of them that steps ask for."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from kiosk.errors import RosterError
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Part
from kiosk.words import short, text

THRESHOLD_FRESH_DAYS = 90
MIN_PART_BPM = 6.0
"""No part of a zone is narrower, unless the zone itself is: nobody steers by 3 bpm."""
CEILING_MARGIN_BPM = 3.0

_PERCENT_EDGES = (50, 60, 70, 80, 90, 100)
_THRESHOLD_EDGES = (0, 85, 90, 95, 100, 103, 107)
_THRESHOLD_TOP_PERCENT = 111
_THRESHOLD_ZONE_1_PERCENT = 70
_LABELS = ("1", "2", "3", "4", "5")
_SPLIT_LABELS = ("1", "2", "3", "4", "5a", "5b", "5c")
_NOISE = 1e-9
"""Far above the rounding error of a sum of heart rates, far below anything that matters."""


class ZoneModel(StrEnum):
    """What zones are made of; stored with every session."""

    CUSTOM = "custom"
    THRESHOLD = "threshold"
    RESERVE = "reserve"
    PERCENT_MAX = "percent-max"


@dataclass(frozen=True, slots=True)
class Band:
    """Half-open [low, high) in bpm, floats."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones of one athlete on one day; each is half-open [edge, next edge), bpm."""

    model: ZoneModel
    edges: tuple[float, ...]
    """The lower edge of every zone, then the top edge: one more than labels."""
    labels: tuple[str, ...]
    """"1"…"5"; with more than five zones those above the fourth are "5a", "5b", "5c"."""
    inputs: Mapping[str, float]
    """What the edges were computed from; ``zones_from(model, inputs)`` gives the same zones."""
    estimated: bool = False
    """True when the max behind them is only an estimate from age: say so on screen."""

    def label_at(self, bpm: float) -> str:
        """Label of the zone of a heart rate: "0" below the first, the last one above the top."""
        number = self._count_at(bpm)
        return self.labels[number - 1] if number else "0"

    def number_at(self, bpm: float) -> int:
        """The same as a number for colour, 1–5 (5a–5c are 5); 0 below the first."""
        return min(5, self._count_at(bpm))

    def band(self, zone: int, part: Part = "full") -> Band:
        """The part of zone 1–5 as a band, bpm; zone 5 spans 5a–5c.

        With W the zone's width, high, mid and low are w = min(W, max(W/3, 6)) wide. Threshold
        zone 1 begins at 0, which is no target; its band begins at 70 % of the threshold, about
        where 50 % of the reserve lies (threshold 170: 119; rest 50, max 190: 120). Of a custom
        model with fewer zones, a higher zone is its last. Raises ValueError outside 1–5.
        """
        if not 1 <= zone <= 5:
            raise ValueError(f"there is no zone {zone}")
        count = min(5, len(self.labels))
        index = min(zone, count) - 1
        low, high = self.edges[index], self.edges[-1 if index == 4 else index + 1]
        if self.model is ZoneModel.THRESHOLD and index == 0:
            low = _percent(_THRESHOLD_ZONE_1_PERCENT, self.inputs["threshold_hr"])
        return _part(Band(low, high), part)

    def _count_at(self, bpm: float) -> int:
        """How many zones begin at or below a heart rate."""
        return sum(bpm >= edge - _NOISE for edge in self.edges[:-1])


def estimated_max_hr(age: float) -> float:
    """Maximum heart rate, bpm, from age in years: 208 − 0.7·age (Tanaka 2001); 40 → 180."""
    return (2080 - 7 * age) / 10


def shown_bpm(bpm: float) -> int:
    """A heart rate as a whole number, halves up: 176.5 → 177 (``round`` would show 176)."""
    return math.floor(bpm + 0.5)


def shown(band: Band) -> tuple[int, int]:
    """The lowest and the highest whole number inside the half-open band: [147.0, 153.0) → 147, 152.

    A band too narrow to hold a whole number shows the first one above its low edge twice.
    """
    low = math.ceil(band.low - _NOISE)
    return low, max(low, math.ceil(band.high - _NOISE) - 1)


def zones_for(athlete: Athlete, on: date) -> Zones | None:
    """The best zones of an athlete on a day; None if nothing is known to make them of.

    In this order: custom; a threshold of the last 90 days (one without a date counts as fresh);
    reserve, then percent of max, with a measured max; an older threshold, because that is still
    measured; reserve, then percent of max, with a max estimated from the year of birth.
    """
    if athlete.zone_edges is not None:
        edges = {f"edge_{n}": edge for n, edge in enumerate(athlete.zone_edges, 1)}
        return zones_from(ZoneModel.CUSTOM, edges)
    threshold = _known(threshold_hr=athlete.threshold_hr, max_hr=athlete.max_hr)
    if athlete.threshold_hr is not None and _is_fresh(athlete.threshold_on, on):
        return zones_from(ZoneModel.THRESHOLD, threshold)
    if athlete.max_hr is not None:
        return _from_max(_known(max_hr=athlete.max_hr, resting_hr=athlete.resting_hr))
    if athlete.threshold_hr is not None:
        return zones_from(ZoneModel.THRESHOLD, threshold)
    age = _age(athlete, on)
    if age is None:
        return None
    guess = _known(max_hr=estimated_max_hr(age), resting_hr=athlete.resting_hr, age=age)
    return _from_max(guess)


def zones_from(model: ZoneModel, inputs: Mapping[str, float]) -> Zones:
    """The zones that a model makes of its inputs, such as a session has stored; KeyError if
    one is missing.

    percent-max: 50/60/70/80/90 % of max_hr. reserve (Karvonen): rest + the same percentages of
    max_hr − resting_hr. threshold (Friel): 0/85/90/95/100/103/107 % of threshold_hr; 5c ends at
    max_hr if that is known (and at least 1 bpm wide), else at 111 %, as wide as 5b. custom:
    edge_1, edge_2 …
    """
    labels = _LABELS
    if model is ZoneModel.CUSTOM:
        edges = tuple(inputs[f"edge_{n}"] for n in range(1, len(inputs) + 1))
        count = len(edges) - 1
        labels = (_LABELS if count <= 5 else _SPLIT_LABELS)[:count]
    elif model is ZoneModel.THRESHOLD:
        threshold, labels = inputs["threshold_hr"], _SPLIT_LABELS
        lower = tuple(_percent(p, threshold) for p in _THRESHOLD_EDGES)
        top = inputs.get("max_hr", _percent(_THRESHOLD_TOP_PERCENT, threshold))
        edges = (*lower, max(top, lower[-1] + 1))
    else:
        rest = inputs["resting_hr"] if model is ZoneModel.RESERVE else 0.0
        edges = tuple(rest + _percent(p, inputs["max_hr"] - rest) for p in _PERCENT_EDGES)
    return Zones(model, edges, labels, dict(inputs), estimated="age" in inputs)


def ceiling_for(athlete: Athlete, on: date) -> float | None:
    """The heart rate, bpm, that the athlete shall stay below; None if no max is known.

    The coach's value, else .95 of a measured or .93 of an estimated max (age 40: 167.4).
    """
    if athlete.ceiling_hr is not None:
        return athlete.ceiling_hr
    if athlete.max_hr is not None:
        return _percent(95, athlete.max_hr)
    age = _age(athlete, on)
    return None if age is None else _percent(93, estimated_max_hr(age))


def max_hr_for(athlete: Athlete, on: date | None) -> float | None:
    """Maximum heart rate, bpm: measured, else estimated from the age on a day; None if unknown."""
    if athlete.max_hr is not None or on is None:
        return athlete.max_hr
    age = _age(athlete, on)
    return None if age is None else estimated_max_hr(age)


def clip(band: Band, ceiling: float) -> Band:
    """The band kept at least 3 bpm below the ceiling.

    Where that would leave less than 6 bpm of it, it is moved down instead: [162, 170) under a
    ceiling of 168 becomes [159, 165).
    """
    top = ceiling - CEILING_MARGIN_BPM
    if band.high <= top:
        return band
    return Band(min(band.low, top - min(band.high - band.low, MIN_PART_BPM)), top)


def check_athlete(athlete: Athlete) -> None:
    """Raises RosterError, in one sentence, if the heart rates cannot be one person's."""
    name = athlete.name
    _check_range(name, text("maximum heart rate"), athlete.max_hr, 100, 230)
    _check_range(name, text("resting heart rate"), athlete.resting_hr, 25, 120)
    _check_range(name, text("threshold heart rate"), athlete.threshold_hr, 60, 220)
    _check_range(name, text("ceiling"), athlete.ceiling_hr, 60, 230)
    _check_range(name, text("year of birth"), athlete.birth_year, 1900, 2100)
    known = [
        (text("resting heart rate"), athlete.resting_hr),
        (text("threshold heart rate"), athlete.threshold_hr),
        (text("maximum heart rate"), athlete.max_hr),
    ]
    present = [(what, bpm) for what, bpm in known if bpm is not None]
    for (lower, low), (higher, high) in pairwise(present):
        if not low < high:
            raise RosterError(
                text(
                    "The {lower} of {name} ({low}) must lie below the {higher} ({high}); "
                    "correct one of them.",
                    lower=lower,
                    name=name,
                    low=short(low),
                    higher=higher,
                    high=short(high),
                )
            )
    if athlete.zone_edges is not None:
        _check_edges(name, athlete.zone_edges)


def _check_range(name: str, what: str, value: float | None, low: int, high: int) -> None:
    if value is not None and not low <= value <= high:
        raise RosterError(
            text(
                "The {what} of {name} cannot be {value}; enter a value from {low} to {high}.",
                what=what,
                name=name,
                value=short(value),
                low=low,
                high=high,
            )
        )


def _check_edges(name: str, edges: tuple[float, ...]) -> None:
    if not 2 <= len(edges) <= 8:
        raise RosterError(
            text(
                "The zones of {name} have {count} edges; enter 2 to 8: the lower edge of every "
                "zone and the top of the last.",
                name=name,
                count=len(edges),
            )
        )
    for edge in edges:
        _check_range(name, text("zone edge"), edge, 0, 250)
    for low, high in pairwise(edges):
        if high - low < 1:
            raise RosterError(
                text(
                    "The zone edges of {name} must rise by at least 1 bpm each, but {high} "
                    "follows {low}; correct them.",
                    name=name,
                    high=short(high),
                    low=short(low),
                )
            )


def _percent(percent: int, of: float) -> float:
    """Whole percent first, so that 85 % of 170 is 144.5 and 90 % of 180 is 162, to the last bit."""
    return percent * of / 100


def _part(zone: Band, part: Part) -> Band:
    width = zone.high - zone.low
    narrow = min(width, max(width / 3, MIN_PART_BPM))
    centre = (zone.low + zone.high) / 2
    match part:
        case "full":
            return zone
        case "low":
            return Band(zone.low, zone.low + narrow)
        case "mid":
            return Band(centre - narrow / 2, centre + narrow / 2)
        case "high":
            return Band(zone.high - narrow, zone.high)


def _from_max(inputs: Mapping[str, float]) -> Zones:
    model = ZoneModel.RESERVE if "resting_hr" in inputs else ZoneModel.PERCENT_MAX
    return zones_from(model, inputs)


def _known(**inputs: float | None) -> dict[str, float]:
    return {name: float(value) for name, value in inputs.items() if value is not None}


def _is_fresh(tested_on: date | None, on: date) -> bool:
    return tested_on is None or (on - tested_on).days <= THRESHOLD_FRESH_DAYS


def _age(athlete: Athlete, on: date) -> int | None:
    """Full years at most; None where a clock that is not set yet makes nonsense of it."""
    age = None if athlete.birth_year is None else on.year - athlete.birth_year
    return age if age is not None and 5 <= age <= 110 else None
