"""The shape of a curve in a box of pixels: decimated, in whole runs, band behind."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeVar

from kiosk.session.state import TracePoint

SHORTEST_WINDOW_S = 180
"""What even the youngest curve has room for."""
PIXELS_PER_STILL_POINT = 1.0
"""A curve that is painted once may be finer than one that grows."""
SMALLEST_SPAN_BPM = 25
_MARGIN_BPM = 2

Point = tuple[float, float]
"""x, y."""
Stripe = tuple[float, float, float]
"""x, top, bottom."""
_P = TypeVar("_P")
Runs = Sequence[Sequence[_P]]
"""Whatever is missing lies between two of them."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Unbroken runs, in pixels from the top left."""

    line: Runs[Point] = ()
    band: Runs[Stripe] = ()
    ghost: Runs[Point] = ()
    """Last time's, aligned by the seconds of the session."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a box spans: seconds of the session from left to right, bpm from bottom to top."""

    first_s: int = 0
    seconds: int = 1
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, slots=True)
class Sample:
    """What a column of some seconds is drawn from: the means of what was heard and asked in it."""

    column: int
    bpm: float | None
    low: float | None
    high: float | None
    least: float
    """Of all three; infinite when there is none."""
    most: float


def whole_curve(
    points: Sequence[TracePoint], width: float, height: float, ghost: Sequence[TracePoint] = ()
) -> Curve:
    """The curve of all `points`, one a second or fewer, from edge to edge of the box; its scale is
    scale_of(points, ghost).
    """
    if not points or width <= 0 or height <= 0:
        return Curve()
    scale = scale_of(points, ghost)
    stride = max(spacing(points), round(scale.seconds * PIXELS_PER_STILL_POINT / width))
    samples = decimate(points, stride)
    across = width / scale.seconds
    shift, last = (stride - 1) / 2 - scale.first_s, points[-1].elapsed_s - scale.first_s
    xs = [(sample.column * stride + shift) * across for sample in samples]
    xs[0] = max(0.0, xs[0])  # a column's middle is in the box, but for the first and the last
    xs[-1] = min(last * across, xs[-1])
    up = height / (scale.high - scale.low)
    line, band = laid(samples, xs, scale.high, up)
    beside = during(ghost, scale.first_s, scale.seconds)
    return Curve(line, band, ghost_runs(beside, across, scale.first_s * across, scale.high, up))


def scale_of(points: Sequence[TracePoint], ghost: Sequence[TracePoint] = ()) -> Scale:
    """What a box around all `points` spans, whatever its size in pixels."""
    if not points:
        return Scale()
    first, seconds = points[0].elapsed_s, points[-1].elapsed_s - points[0].elapsed_s + 1
    values = [v for p in points for v in (p.bpm, p.guide_low, p.guide_high) if v is not None]
    values += beats(during(ghost, first, seconds))
    return Scale(
        first, seconds, *span_of(min(values, default=math.inf), max(values, default=-math.inf))
    )


def height_of(bpm: float, scale: Scale) -> float:
    """Where a heart rate is, as a fraction from the top."""
    return (scale.high - bpm) / (scale.high - scale.low)


def by_zone(run: Sequence[Point], edges: Sequence[float]) -> list[tuple[int, list[Point]]]:
    """The run cut where it crosses an edge: (edges at or above it counted from below, points).

    `edges` are the zones' lower edges in pixels from the top, the easiest zone first.
    """
    pieces: list[tuple[int, list[Point]]] = []
    for before, after in pairwise(run):
        for level, start, end in _crossing(before, after, edges):
            if pieces and pieces[-1][0] == level:
                pieces[-1][1].append(end)
            else:
                pieces.append((level, [start, end]))
    return pieces


def spacing(points: Sequence[TracePoint]) -> int:
    """Seconds from one point to the next: the least there is between two."""
    return min((b.elapsed_s - a.elapsed_s for a, b in pairwise(points)), default=1)


def _crossing(
    before: Point, after: Point, edges: Sequence[float]
) -> Iterator[tuple[int, Point, Point]]:
    """One stretch in pieces, each in one zone."""
    (x0, y0), (x1, y1) = before, after
    low, high = min(y0, y1), max(y0, y1)
    between = sorted((edge for edge in edges if low < edge < high), reverse=y0 > y1)
    stops = [before, *((x0 + (edge - y0) / (y1 - y0) * (x1 - x0), edge) for edge in between), after]
    for start, end in pairwise(stops):
        middle = (start[1] + end[1]) / 2
        yield sum(middle <= edge for edge in edges), start, end


def during(ghost: Sequence[TracePoint], first: int, seconds: int) -> list[TracePoint]:
    return [point for point in ghost if first <= point.elapsed_s < first + seconds]


def beats(points: Iterable[TracePoint]) -> list[float]:
    return [float(point.bpm) for point in points if point.bpm is not None]


def ghost_runs(
    points: Sequence[TracePoint], across: float, left: float, high: float, up: float
) -> tuple[list[Point], ...]:
    """Unbroken runs; where nothing was heard, or nothing recorded, there is a gap.

    A second is `across` pixels wide and a bpm `up`; the box begins `left` pixels after the session,
    and below `high` bpm.
    """
    runs: list[list[Point]] = []
    apart = 2 * spacing(points)
    last: int | None = None
    for point in points:
        if point.bpm is None:
            last = None
            continue
        if last is None or point.elapsed_s - last > apart:
            runs.append([])
        x = point.elapsed_s * across - left
        runs[-1].append((x, (high - point.bpm) * up))
        last = point.elapsed_s
    return tuple(run for run in runs if len(run) > 1)


def laid(
    samples: Sequence[Sample], xs: Sequence[float], high: float, up: float
) -> tuple[list[list[Point]], list[list[Stripe]]]:
    """Line and band through `samples`, whose columns are at `xs`. What is unknown ends a run, and
    so does a gap in time. Of a band that stays where it is for minutes there are only the ends.

    The box begins below `high` bpm, and each is `up` pixels.
    """
    line: list[list[Point]] = [[]]
    band: list[list[Stripe]] = [[]]
    column, before, level = -1, (0.0, 0.0), False
    for sample, x in zip(samples, xs, strict=True):
        if sample.column != column + 1:
            line.append([])
            band.append([])
        column = sample.column
        if sample.bpm is None:
            line.append([])
        else:
            line[-1].append((x, (high - sample.bpm) * up))
        if sample.low is None or sample.high is None:
            band.append([])
            continue
        run, here = band[-1], (sample.low, sample.high)
        if run and level and here == before:
            run.pop()  # nor the last one's corner is one
        level = bool(run) and here == before
        before = here
        run.append((x, (high - sample.high) * up, (high - sample.low) * up))
    return [run for run in line if run], [run for run in band if run]


def decimate(points: Iterable[TracePoint], stride: int) -> list[Sample]:
    """One sample for `stride` seconds, cut at multiples of it so that old ones do not wobble."""
    samples: list[Sample] = []
    for column, group in groupby(points, lambda point: point.elapsed_s // stride):
        few = list(group)
        bpm = _mean([point.bpm for point in few if point.bpm is not None])
        low = _mean([point.guide_low for point in few if point.guide_low is not None])
        high = _mean([point.guide_high for point in few if point.guide_high is not None])
        known = [value for value in (bpm, low, high) if value is not None]
        least, most = min(known, default=math.inf), max(known, default=-math.inf)
        samples.append(Sample(column, bpm, low, high, least, most))
    return samples


def _mean(known: Sequence[float]) -> float | None:
    return sum(known) / len(known) if known else None


def span_of(least: float, most: float) -> tuple[float, float]:
    """Lowest and highest bpm of a box: in fives, so that it moves rarely, and never narrow."""
    if least > most:
        return 0.0, 1.0
    low = (least - _MARGIN_BPM) // 5 * 5
    high = -(-(most + _MARGIN_BPM) // 5) * 5
    missing = SMALLEST_SPAN_BPM - (high - low)
    return (low - missing / 2, high + missing / 2) if missing > 0 else (low, high)
