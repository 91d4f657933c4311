"""The shape of an athlete's curve in a box of pixels: decimated, in whole runs, band behind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

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


def curve_of(points: Sequence[TracePoint], width: float, height: float) -> Curve:
    """The curve of `points` (one a second) in a box of `width` × `height` pixels."""
    if not points or width <= 0 or height <= 0:
        return Curve()
    last = points[-1].elapsed_s
    longest = min(LONGEST_WINDOW_S, max(SHORTEST_WINDOW_S, round(width * SECONDS_PER_PIXEL)))
    window = min(longest, max(SHORTEST_WINDOW_S, last - points[0].elapsed_s + 1))
    stride = max(1, round(window * PIXELS_PER_POINT / width))
    first = max(points[0].elapsed_s, last - window + 1)
    samples = _decimate((point for point in points if point.elapsed_s >= first), stride)
    scale = Scale(first, window, *_range(_values(samples)))
    return _fitted(samples, scale, last, stride, width, height)


def whole_curve(points: Sequence[TracePoint], width: float, height: float) -> Curve:
    """The curve of all `points`, from edge to edge of the box; its scale is scale_of(points)."""
    if not points or width <= 0 or height <= 0:
        return Curve()
    scale = scale_of(points)
    stride = max(1, round(scale.seconds * PIXELS_PER_STILL_POINT / width))
    samples = _decimate(points, stride)
    return _fitted(samples, scale, points[-1].elapsed_s, stride, width, height)


def scale_of(points: Sequence[TracePoint]) -> Scale:
    """What a box around all `points` spans, whatever its size in pixels."""
    if not points:
        return Scale()
    first = points[0].elapsed_s
    values = [v for p in points for v in (p.bpm, p.guide_low, p.guide_high) if v is not None]
    return Scale(first, points[-1].elapsed_s - first + 1, *_range(values))


def _fitted(
    samples: Sequence[_Sample], scale: Scale, last: int, stride: int, width: float, height: float
) -> Curve:
    def x(sample: _Sample) -> float:
        middle = min(last, sample.column * stride + (stride - 1) / 2)
        return max(0.0, middle - scale.first_s) / scale.seconds * width

    def y(bpm: float) -> float:
        return (scale.high - bpm) / (scale.high - scale.low) * height

    return Curve(
        line=tuple(
            tuple((x(s), y(s.bpm)) for s in run if s.bpm is not None)
            for run in _runs(samples, lambda s: s.bpm is not None)
        ),
        band=tuple(
            tuple(
                (x(s), y(s.high), y(s.low)) for s in run if s.high is not None and s.low is not None
            )
            for run in _runs(samples, lambda s: s.low is not None and s.high is not None)
        ),
    )


def _decimate(points: Iterable[TracePoint], stride: int) -> list[_Sample]:
    """One sample for `stride` seconds, cut at multiples of it so that old ones do not wobble."""
    samples: list[_Sample] = []
    for column, group in groupby(points, lambda point: point.elapsed_s // stride):
        few = list(group)
        samples.append(
            _Sample(
                column,
                _mean(point.bpm for point in few),
                _mean(point.guide_low for point in few),
                _mean(point.guide_high for point in few),
            )
        )
    return samples


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
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


def _runs(samples: Sequence[_Sample], known: Callable[[_Sample], bool]) -> Iterable[list[_Sample]]:
    """Neighbouring samples for which something is known; a gap in time ends a run as well."""
    run: list[_Sample] = []
    for sample in samples:
        if run and (not known(sample) or sample.column != run[-1].column + 1):
            yield run
            run = []
        if known(sample):
            run.append(sample)
    if run:
        yield run
