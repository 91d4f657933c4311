"""The shape of an athlete's curve in a box of pixels: decimated, in whole runs, band behind."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from kiosk.session.state import TracePoint

SHORTEST_WINDOW_S = 180
"""Until here the curve grows from the left; then it is squeezed, then it moves."""
LONGEST_WINDOW_S = 900
SECONDS_PER_PIXEL = 1.5
"""How far it is squeezed: a small tile shows the last minutes, a large one a quarter of an hour."""
PIXELS_PER_POINT = 3.0
PIXELS_PER_STILL_POINT = 1.0
"""A curve that is painted once may be finer."""
SMALLEST_SPAN_BPM = 25
_MARGIN_BPM = 2

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """Unbroken runs, in pixels from the top left."""

    line: tuple[tuple[Point, ...], ...] = ()
    band: tuple[tuple[tuple[float, float, float], ...], ...] = ()
    """Runs of (x, top, bottom)."""
    ghost: tuple[tuple[Point, ...], ...] = ()
    """Last time's, aligned by the seconds of the session."""
    per_second: float = 0.0
    """Pixels."""
    per_bpm: float = 0.0
    """Pixels."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a box spans: seconds of the session from left to right, bpm from bottom to top."""

    first_s: int = 0
    seconds: int = 1
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, slots=True)
class _Sample:
    column: int
    bpm: float | None
    low: float | None
    high: float | None


class Grown:
    """The samples of a curve as drawn last: what has been averaged once is not averaged again."""

    def __init__(self) -> None:
        self._stride = self._first = 0
        self._done: list[_Sample] = []
        self._newest: TracePoint | None = None

    def samples(self, points: Sequence[TracePoint], stride: int, first: int) -> list[_Sample]:
        """Of `points`, from the column of second `first` on: as if all were averaged anew."""
        fresh = self._since(points, stride) if first >= self._first else None
        if fresh is None:
            self._done = []
            start = first // stride * stride
            few = takewhile(lambda point: point.elapsed_s >= start, reversed(points))
            fresh = list(few)[::-1]
        self._stride, self._first, self._newest = stride, first, points[-1]
        made = _decimate(fresh, stride)
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
) -> Curve:
    """The curve of `points` (one a second) in a box of `width` × `height` pixels, and what of the
    ghost's (fewer) falls into the same time. `grown` makes it cheap to draw it again and again.
    """
    if not points or width <= 0 or height <= 0:
        return Curve()
    last = points[-1].elapsed_s
    longest = min(LONGEST_WINDOW_S, max(SHORTEST_WINDOW_S, round(width * SECONDS_PER_PIXEL)))
    window = min(longest, max(SHORTEST_WINDOW_S, last - points[0].elapsed_s + 1))
    stride = max(1, round(window * PIXELS_PER_POINT / width))
    first = max(points[0].elapsed_s, last - window + 1)
    samples = (grown or Grown()).samples(points, stride, first)
    beside = _during(ghost, first, window)
    scale = Scale(first, window, *_range(_values(samples) + _beats(beside)))
    curve = _fitted(samples, scale, last, stride, width, height)
    return replace(curve, ghost=_ghost(beside, scale, width, height))


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
    samples = _decimate(points, stride)
    curve = _fitted(samples, scale, points[-1].elapsed_s, stride, width, height)
    beside = _during(ghost, scale.first_s, scale.seconds)
    return replace(curve, ghost=_ghost(beside, scale, width, height))


def scale_of(points: Sequence[TracePoint], ghost: Sequence[TracePoint] = ()) -> Scale:
    """What a box around all `points` spans, whatever its size in pixels."""
    if not points:
        return Scale()
    first, seconds = points[0].elapsed_s, points[-1].elapsed_s - points[0].elapsed_s + 1
    values = [v for p in points for v in (p.bpm, p.guide_low, p.guide_high) if v is not None]
    return Scale(first, seconds, *_range(values + _beats(_during(ghost, first, seconds))))


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


def is_other(drawn: Curve, before: TracePoint, now: TracePoint) -> bool:
    """Whether an eye could tell the curve that ends at `now` from the one drawn, which ends at
    `before`: it has moved on by a pixel, or its end up or down, or something is missing.
    """
    on = (now.elapsed_s - before.elapsed_s) * drawn.per_second
    if before.bpm is None or now.bpm is None:
        return before.bpm != now.bpm or not 0 <= on < 1
    return not 0 <= on < 1 or abs(now.bpm - before.bpm) * drawn.per_bpm >= 1


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


def _during(ghost: Sequence[TracePoint], first: int, seconds: int) -> list[TracePoint]:
    return [point for point in ghost if first <= point.elapsed_s < first + seconds]


def _beats(points: Iterable[TracePoint]) -> list[float]:
    return [float(point.bpm) for point in points if point.bpm is not None]


def _ghost(
    points: Sequence[TracePoint], scale: Scale, width: float, height: float
) -> tuple[tuple[Point, ...], ...]:
    """Unbroken runs; where nothing was heard, or nothing recorded, there is a gap."""
    runs: list[list[Point]] = []
    apart = 2 * spacing(points)
    last: int | None = None
    for point in points:
        if point.bpm is None:
            last = None
            continue
        if last is None or point.elapsed_s - last > apart:
            runs.append([])
        x = (point.elapsed_s - scale.first_s) / scale.seconds * width
        runs[-1].append((x, height_of(point.bpm, scale) * height))
        last = point.elapsed_s
    return tuple(tuple(run) for run in runs if len(run) > 1)


def _fitted(
    samples: Sequence[_Sample], scale: Scale, last: int, stride: int, width: float, height: float
) -> Curve:
    across, up, top = width / scale.seconds, height / (scale.high - scale.low), scale.high
    shift, right = (stride - 1) / 2 - scale.first_s, last - scale.first_s

    xs = [(sample.column * stride + shift) * across for sample in samples]
    if xs:  # a column's middle is in the box, but for that of the first and of the last
        xs[0] = max(0.0, xs[0])
        xs[-1] = min(right * across, xs[-1])
    line = _runs(samples, [s.bpm is not None for s in samples])
    band = _runs(samples, [s.low is not None and s.high is not None for s in samples])
    return Curve(
        line=tuple(
            tuple([(xs[n], (top - bpm) * up) for n in run if (bpm := samples[n].bpm) is not None])
            for run in line
        ),
        band=tuple(
            tuple(
                [
                    (xs[n], (top - high) * up, (top - low) * up)
                    for n in _corners(samples, run)
                    if (high := samples[n].high) is not None and (low := samples[n].low) is not None
                ]
            )
            for run in band
        ),
        per_second=across,
        per_bpm=up,
    )


def _corners(samples: Sequence[_Sample], run: range) -> Iterator[int]:
    """Of a band that stays where it is for minutes only the ends: the shape is the same."""
    before: tuple[float | None, float | None] | None = None
    for n in run:
        here = samples[n].low, samples[n].high
        after = samples[n + 1] if n + 1 in run else None
        if here != before or after is None or here != (after.low, after.high):
            yield n
        before = here


def _decimate(points: Iterable[TracePoint], stride: int) -> list[_Sample]:
    """One sample for `stride` seconds, cut at multiples of it so that old ones do not wobble."""
    samples: list[_Sample] = []
    for column, group in groupby(points, lambda point: point.elapsed_s // stride):
        few = list(group)
        samples.append(
            _Sample(
                column,
                _mean([point.bpm for point in few if point.bpm is not None]),
                _mean([point.guide_low for point in few if point.guide_low is not None]),
                _mean([point.guide_high for point in few if point.guide_high is not None]),
            )
        )
    return samples


def _mean(known: Sequence[float]) -> float | None:
    return sum(known) / len(known) if known else None


def _values(samples: Iterable[_Sample]) -> list[float]:
    return [v for s in samples for v in (s.bpm, s.low, s.high) if v is not None]


def _range(shown: Sequence[float]) -> tuple[float, float]:
    """Lowest and highest bpm of the box: in fives, so that it moves rarely, and never narrow."""
    if not shown:
        return 0.0, 1.0
    low = (min(shown) - _MARGIN_BPM) // 5 * 5
    high = -(-(max(shown) + _MARGIN_BPM) // 5) * 5
    missing = SMALLEST_SPAN_BPM - (high - low)
    return (low - missing / 2, high + missing / 2) if missing > 0 else (low, high)


def _runs(samples: Sequence[_Sample], known: Sequence[bool]) -> Iterator[range]:
    """Places of neighbouring samples that are known; a gap in time ends a run as well."""
    start = 0
    for place, is_known in enumerate(known):
        if not is_known or (place and samples[place].column != samples[place - 1].column + 1):
            if place > start:
                yield range(start, place)
            start = place if is_known else place + 1
    if len(samples) > start:
        yield range(start, len(samples))
