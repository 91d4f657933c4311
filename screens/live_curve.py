"""An athlete's curve as it grows: what has been drawn stays as it is, and moves in whole pixels."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from kiosk.session.state import TracePoint
from screens.curve import (
    SHORTEST_WINDOW_S,
    Point,
    Runs,
    Sample,
    Stripe,
    beats,
    decimate,
    during,
    ghost_runs,
    laid,
    span_of,
)

WINDOW_STEP_S = 30
"""A curve that has grown to the right edge gets so much more room, until it is squeezed as far as
it may be; then it moves.
"""
LONGEST_WINDOW_S = 900
SECONDS_PER_PIXEL = 1.5
"""How far it is squeezed: a small tile shows the last minutes, a large one a quarter of an hour."""
PIXELS_PER_POINT = 3.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Where seconds and bpm are; a curve on another grid has nothing in common with this one."""

    across: float = 0.0
    """Pixels for a second."""
    stride: int = 1
    """Seconds that are one point."""
    high: float = 1.0
    """At the top, bpm."""
    up: float = 0.0
    """Pixels for a bpm."""


@dataclass(frozen=True, slots=True)
class LiveCurve:
    """A curve that goes on; all in pixels from the top left."""

    samples: Sequence[Sample] = ()
    grid: Grid = Grid()
    left: int = 0
    """From the session's first second to the left edge."""
    last_s: int = 0
    ghost: Runs[Point] = ()
    """Last time's, aligned by the seconds of the session."""
    drawn: int = field(default=0, compare=False)
    """Another number when this is not the last curve with a new end."""

    def runs(self, since: float = -math.inf) -> tuple[Runs[Point], Runs[Stripe]]:
        """The unbroken runs of the line and of the band, from the last point before `since` on."""
        first = len(self.samples)
        while first and (first == len(self.samples) or self._at(first) >= since):
            first -= 1
        few = self.samples[first:]
        xs = [self._at(place) for place in range(first, len(self.samples))]
        return laid(few, xs, self.grid.high, self.grid.up)

    @property
    def settled(self) -> float:
        """Up to here, counted from the session's first second, the next one will be the same."""
        return self._at(len(self.samples) - 2) + self.left if len(self.samples) > 1 else -math.inf

    @property
    def end(self) -> Point | None:
        """Where the last heart rate is."""
        for place in range(len(self.samples) - 1, -1, -1):
            bpm = self.samples[place].bpm
            if bpm is not None:
                return self._at(place), (self.grid.high - bpm) * self.grid.up
        return None

    def _at(self, place: int) -> float:
        """A column's middle; of the last one, which is not full, no more than there is of it."""
        stride = self.grid.stride
        at = self.samples[place].column * stride + (stride - 1) / 2
        return min(self.last_s, at) * self.grid.across - self.left


class Grown:
    """The samples of a curve as drawn last: what has been averaged once is not averaged again."""

    def __init__(self) -> None:
        self.drawn = 0
        """How often all of it was averaged anew."""
        self._stride = self._first = 0
        self._done: list[Sample] = []
        self._newest: TracePoint | None = None

    def samples(self, points: Sequence[TracePoint], stride: int, first: int) -> list[Sample]:
        """Of `points`, from the column of second `first` on: as if all were averaged anew."""
        fresh = self._since(points, stride) if first >= self._first else None
        if fresh is None:
            self.drawn += 1
            self._done = []
            start = first // stride * stride
            few = takewhile(lambda point: point.elapsed_s >= start, reversed(points))
            fresh = list(few)[::-1]
        self._stride, self._first, self._newest = stride, first, points[-1]
        made = decimate(fresh, stride)
        self._done += made[:-1]
        while self._done and self._done[0].column < first // stride:
            del self._done[0]
        return self._done + made[-1:]

    def _since(self, points: Sequence[TracePoint], stride: int) -> list[TracePoint] | None:
        """What has come, with the column that was not full; None when all of it is another curve.

        The point that was the newest is looked for, not its second: a new session has the same.
        """
        newest = self._newest
        if newest is None or stride != self._stride:
            return None
        open_from = newest.elapsed_s // stride * stride
        fresh = list(takewhile(lambda point: point.elapsed_s >= open_from, reversed(points)))
        return fresh[::-1] if any(point is newest for point in fresh) else None


def curve_of(
    points: Sequence[TracePoint],
    width: float,
    height: float,
    ghost: Sequence[TracePoint] = (),
    grown: Grown | None = None,
    beyond: float = 0.0,
) -> LiveCurve:
    """The curve of `points` (one a second) in a box of `width` × `height` pixels, of which a column
    and `beyond` pixels more lie left of it, and what of the ghost's (fewer) falls into the same
    time. `grown` makes it cheap to draw it again and again.
    """
    if not points or width <= 0 or height <= 0:
        return LiveCurve()
    grown = grown or Grown()
    begin, last = points[0].elapsed_s, points[-1].elapsed_s
    window = window_of(last - begin + 1, width)
    across = width / window
    stride = max(1, round(PIXELS_PER_POINT / across))
    first = max(begin, last - window + 1)
    more = math.ceil(beyond / across / stride) + 1 if first > begin else 0
    samples = grown.samples(points, stride, max(begin, first - more * stride))
    beside = during(ghost, first, window)
    heard = beats(beside)
    low, high = span_of(
        min([sample.least for sample in samples] + heard),
        max([sample.most for sample in samples] + heard),
    )
    grid, left = Grid(across, stride, high, height / (high - low)), math.ceil(first * across)
    lines = ghost_runs(beside, across, left, high, grid.up) if beside else ()
    return LiveCurve(samples, grid, left, last, lines, grown.drawn)


def window_of(seconds: int, width: float) -> int:
    """How many seconds a box of `width` pixels spans when there are so many to show."""
    longest = min(LONGEST_WINDOW_S, max(SHORTEST_WINDOW_S, round(width * SECONDS_PER_PIXEL)))
    wanted = math.ceil(seconds / WINDOW_STEP_S) * WINDOW_STEP_S
    return min(longest, max(SHORTEST_WINDOW_S, wanted))


def is_other(grid: Grid, before: TracePoint, now: TracePoint) -> bool:
    """Whether an eye could tell the curve that ends at `now` from the one drawn on `grid`, ending
    at `before`: it has moved on by a pixel, or its end up or down, or something is missing.
    """
    on = (now.elapsed_s - before.elapsed_s) * grid.across
    if before.bpm is None or now.bpm is None:
        return before.bpm != now.bpm or not 0 <= on < 1
    return not 0 <= on < 1 or abs(now.bpm - before.bpm) * grid.up >= 1
