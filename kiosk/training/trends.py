"""When a change is more than chance: one change against what varies anyway, and a trend."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from statistics import NormalDist, median
from typing import Literal

TYPICAL_ERROR = 0.03
"""Of a heart rate at the same work, from day to day, as a fraction of it."""
LEAST_SESSIONS = 5
_CONFIDENCE = 0.95
_Z = NormalDist().inv_cdf((1 + _CONFIDENCE) / 2)

Better = Literal["lower", "higher"]
Judgement = Literal["too few", "improving", "worsening", "no clear trend"]


@dataclass(frozen=True, slots=True)
class Slope:
    """Theil–Sen slope with its 95 % interval, in y per x."""

    middle: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Trend:
    """What a row of sessions comes to; the slope is a week's change."""

    judgement: Judgement
    sessions: int
    per_week: Slope | None = None


def least_change(typical_error: float) -> float:
    """The smallest change between two measurements that counts: 1.96·√2·TE, in TE's own unit.

    Hopkins (2000). 3 % of 160 bpm: 13.3.
    """
    return 1.96 * math.sqrt(2) * typical_error


def is_change(before: float, after: float, typical_error: float) -> bool:
    """Whether one change is more than what varies anyway; TE in the values' own unit."""
    return abs(after - before) > least_change(typical_error)


def theil_sen(xs: Sequence[float], ys: Sequence[float]) -> Slope | None:
    """The median of the slopes of all pairs, with the 95 % interval of Sen (1968) by Kendall's
    variance, corrected for ties; None where all x are the same.

    Heart rates 163 160 158 157 153 152 149 147 on days 0 4 7 11 14 18 21 25: −4.51 a week
    (−5.00…−3.82).
    """
    pairs = combinations(zip(xs, ys, strict=True), 2)
    slopes = sorted((y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairs if x1 != x2)
    if not slopes:
        return None
    spread = _Z * math.sqrt(max(0.0, _kendall(len(xs)) - _ties(xs) - _ties(ys)))
    low = max(round((len(slopes) - spread) / 2) - 1, 0)
    high = min(round((len(slopes) + spread) / 2), len(slopes) - 1)
    return Slope(median(slopes), slopes[low], slopes[high])


def trend(points: Sequence[tuple[date, float]], better: Better) -> Trend:
    """Five sessions and more: improving only if the interval of the slope excludes zero."""
    if len(points) < LEAST_SESSIONS:
        return Trend("too few", len(points))
    first = points[0][0]
    weeks = [(on - first).days / 7 for on, _ in points]
    slope = theil_sen(weeks, [value for _, value in points])
    if slope is None:
        return Trend("too few", len({on for on, _ in points}))
    if slope.low <= 0 <= slope.high:
        return Trend("no clear trend", len(points), slope)
    falls = slope.high < 0
    judgement = "improving" if falls == (better == "lower") else "worsening"
    return Trend(judgement, len(points), slope)


def _kendall(n: int) -> float:
    """Variance of Kendall's S of n values without ties."""
    return n * (n - 1) * (2 * n + 5) / 18


def _ties(values: Sequence[float]) -> float:
    return sum(_kendall(count) for count in Counter(values).values())
