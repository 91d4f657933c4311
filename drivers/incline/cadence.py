"""Experimental: a runner's step rate from the deck's shaking, without a foot pod."""

import math
from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from operator import mul

from drivers.incline.readings import Acceleration

WINDOW_S = 8.0
EVERY_S = 1.0
GRID_HZ = 64
SLOWEST_HZ = 20.0
"""Samples a second of the sensor; fewer do not show the steps."""
SPARSE_SHARE = 0.85
"""Of the samples at SLOWEST_HZ that have to be there; a bad line loses some."""
GAP_S = 0.5
REST_G = 0.02
"""A deck that shakes less (standard deviation) carries nobody."""

LOW_SPM, HIGH_SPM = 90.0, 210.0
RUNNING_SPM = 120.0
CLEAR = 0.5
"""Correlation of the shaking with itself one step later; noise stays below 0.25."""
SHORTEST_SHARE = 0.7
"""Of the best correlation; left and right foot differ, so two steps agree better than one. If one
step agrees less than this with two, it may as well be half a step of a slow walk.
"""
DOUBLE_LIMIT = -0.2
"""A walk must not fit at half its step: a runner with one heavy foot would."""
AGREE_SHARE = 0.05


@dataclass(slots=True)
class _Cell:
    """The samples of one tick of the time grid: sums of their times and sizes."""

    number: int
    times: float
    sizes: float
    count: int = 1


class StepCadence:
    """Steps a minute of whoever runs on the deck the sensor is fixed to.

    Experimental: proven on made-up shaking only. The size of the acceleration over the last 8 s is
    correlated with itself; the shortest delay at which it clearly repeats is a step. Walking
    (below 120) is told only where twice the rate does not fit as well. Nothing is said of a deck
    that rests, of shaking without a clear rhythm, and before two looks a second apart agree.
    """

    def __init__(self) -> None:
        self._cells: deque[_Cell] = deque()
        self._last_at = -math.inf
        self._look_at = -math.inf
        self._last_spm: float | None = None

    def feed(self, at: float, acceleration: Acceleration) -> float | None:
        """Steps a minute, at most once a second, after a sample at `at` (monotonic seconds)."""
        if not 0.0 <= at - self._last_at <= GAP_S:
            self._cells.clear()
            self._last_spm = None
            self._look_at = at + WINDOW_S
        self._last_at = at
        self._keep(at, math.hypot(acceleration.x_g, acceleration.y_g, acceleration.z_g))
        if at < self._look_at:
            return None
        self._look_at = at + EVERY_S
        spm = self._looked()
        before, self._last_spm = self._last_spm, spm
        if spm is None or before is None or abs(spm - before) > AGREE_SHARE * spm:
            return None
        return spm

    def _keep(self, at: float, size_g: float) -> None:
        cells, number = self._cells, int(at * GRID_HZ)
        if cells and cells[-1].number == number:
            cells[-1].times += at
            cells[-1].sizes += size_g
            cells[-1].count += 1
        else:
            cells.append(_Cell(number, at, size_g))
        while cells[0].number <= number - int(WINDOW_S * GRID_HZ):
            cells.popleft()

    def _looked(self) -> float | None:
        if sum(cell.count for cell in self._cells) < SPARSE_SHARE * SLOWEST_HZ * WINDOW_S:
            return None
        shaking = _smoothed(self._even())
        mean = sum(shaking) / len(shaking)
        shaking = [value - mean for value in shaking]
        power = sum(map(mul, shaking, shaking)) / len(shaking)
        return _cadence(shaking, power) if power >= REST_G**2 else None

    def _even(self) -> list[float]:
        """The shaking at even times, on straight lines between the samples."""
        values: list[float] = []
        points = [(cell.times / cell.count, cell.sizes / cell.count) for cell in self._cells]
        tick = math.ceil(points[0][0] * GRID_HZ)
        for (start, first), (end, last) in pairwise(points):
            slope = (last - first) / (end - start)
            while tick < end * GRID_HZ:
                values.append(first + slope * (tick / GRID_HZ - start))
                tick += 1
        return values


def _smoothed(values: list[float]) -> list[float]:
    """Footfalls are sharp: widened a little they meet although steps are no whole ticks long."""
    inner = zip(values, values[1:], values[2:], strict=False)
    return [(a + 2.0 * b + c) / 4.0 for a, b, c in inner]


def _cadence(shaking: list[float], power: float) -> float | None:
    shortest, longest = int(60 * GRID_HZ / HIGH_SPM), math.ceil(60 * GRID_HZ / LOW_SPM)
    alike = [_likeness(shaking, lag, power) for lag in range(2 * longest + 2)]
    peaks = [
        lag
        for lag in range(2, 2 * longest + 1)
        if alike[lag] >= CLEAR and alike[lag - 1] <= alike[lag] >= alike[lag + 1]
    ]
    best = max((alike[lag] for lag in peaks), default=0.0)
    step = next((lag for lag in peaks if alike[lag] >= SHORTEST_SHARE * best), 0)
    if not shortest <= step <= longest:  # nothing clear, or a motor's hum, or nobody's step
        return None
    spm = 60 * GRID_HZ / _refined(shaking, step, power)
    if not LOW_SPM <= spm <= HIGH_SPM:
        return None
    if spm < RUNNING_SPM and alike[round(step / 2)] > DOUBLE_LIMIT:
        return None  # perhaps a runner of twice the rate with one heavy foot
    return spm


def _refined(shaking: list[float], lag: int, power: float) -> float:
    """The length of a step in cells and parts of one: looked up again 2 and 4 steps later."""
    step = _peak(shaking, lag, power)
    for steps in (2, 4):
        step = _peak(shaking, round(steps * step), power) / steps
    return step


def _peak(shaking: list[float], lag: int, power: float) -> float:
    """The top of the parabola through the likeness at the best lag next to `lag`."""
    lags = range(lag - 2, lag + 3)
    alike = {each: _likeness(shaking, each, power) for each in lags}
    top = max(range(lag - 1, lag + 2), key=lambda each: alike[each])
    before, there, after = alike[top - 1], alike[top], alike[top + 1]
    bend = before - 2.0 * there + after
    return top if bend >= 0.0 else top + min(0.5, max(-0.5, 0.5 * (before - after) / bend))


def _likeness(shaking: list[float], lag: int, power: float) -> float:
    """Correlation of the shaking with itself `lag` cells later, about −1 to 1."""
    count = len(shaking) - lag
    return sum(map(mul, shaking, shaking[lag:])) / (count * power)
