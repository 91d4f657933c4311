"""The curves of a report: heart rate over the band that guided, and under it the grade."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF

from kiosk.report_port import PartReport, StepSeen
from kiosk.session.state import TracePoint
from kiosk.training.zones import Zones
from screens import summary_view, wording
from screens.curve import Curve, by_zone, height_of, scale_of, whole_curve
from screens.report_paper import CENTRE, HAIR, PX, RIGHT, Letters, Paper, tint
from screens.tongue import tr

LEFT_AXIS: Final = 9.0
RIGHT_AXIS: Final = 7.0
TICKS: Final = 5.0
NUMBERS: Final = 3.6
"""Room for the steps' numbers, above the curve."""
_AXIS: Final = Letters(2.4)
STRIPE: Final = 0.16
BAND: Final = 0.24
_LEAST_GRADE: Final = 4.0
"""Percent: the flicker of a sensor on a level belt is no hill."""
_LEVEL: Final = 0.5
_BPM_STEPS: Final = (5, 10, 20, 25, 50)


def paint_hearts(paper: Paper, report: PartReport, box: QRectF) -> None:
    """The curve with its axes: beats at the left, zones at the right, steps above."""
    points = report.seen.points
    plot = box.adjusted(LEFT_AXIS, NUMBERS, -RIGHT_AXIS, 0)
    _paint_zones(paper, report.seen.zones, points, plot)
    if any(point.bpm is not None for point in points):
        _paint_beats(paper, points, plot)
    _paint_steps(paper, report.steps, points, plot)
    curve = _laid(points, plot)
    _paint_silence(paper, points, plot)
    paint_band(paper, curve)
    paint_line(paper, curve, _edges(report.seen.zones, points, plot))
    paper.rule((plot.left(), plot.bottom()), (plot.right(), plot.bottom()), paper.inks.text)
    if all(point.bpm is None for point in points):
        words = tr("No heart rate was heard.")
        paper.write(plot.adjusted(4, 0, -4, 0), words, Letters(4.2, bold=True), None, CENTRE)


def paint_small(paper: Paper, report: PartReport, box: QRectF, share: float) -> None:
    """The same without axes, for a line of a table; whoever did less has that `share` of it."""
    points = report.seen.points
    paper.fill(box, tint(paper.inks.raised, 0.45))
    box = QRectF(box.x(), box.y() + 0.6, box.width() * share, box.height() - 1.2)
    curve = _laid(points, box)
    paint_band(paper, curve)
    paint_line(paper, curve, _edges(report.seen.zones, points, box), thick=0.24)


def paint_band(paper: Paper, curve: Curve) -> None:
    """Where the heart should be; its edges are seen in black and white too."""
    for run in curve.band:
        top = [(x, high) for x, high, _ in run]
        bottom = [(x, low) for x, _, low in run]
        paper.area([*top, *reversed(bottom)], tint(paper.inks.text, BAND))
        for edge in (top, bottom):
            paper.line(edge, paper.inks.soft, HAIR, flat=True)


def paint_line(paper: Paper, curve: Curve, edges: Sequence[float], *, thick: float = 0.32) -> None:
    """A dark line on a broad one in the colour of its zone: readable without any colour."""
    for run in curve.line:
        for level, piece in by_zone(run, edges) if edges else ():
            paper.line(piece, paper.inks.zone(level), thick * 4, flat=True)
    for run in curve.line:
        paper.line(run, paper.inks.text, thick)
        if len(run) == 1:
            paper.dot(run[0], thick, paper.inks.text)


def _laid(points: Sequence[TracePoint], plot: QRectF) -> Curve:
    """In millimetres of the page."""
    curve = whole_curve(points, plot.width() * PX, plot.height() * PX)
    x, y = plot.left(), plot.top()
    return Curve(
        [[(x + a / PX, y + b / PX) for a, b in run] for run in curve.line],
        [[(x + a / PX, y + b / PX, y + c / PX) for a, b, c in run] for run in curve.band],
    )


def _edges(zones: Zones | None, points: Sequence[TracePoint], plot: QRectF) -> list[float]:
    """Lower edges of the zones, on the page."""
    if zones is None or not points:
        return []
    scale = scale_of(points)
    return [plot.top() + height_of(edge, scale) * plot.height() for edge in zones.edges[:-1]]


def _paint_zones(
    paper: Paper, zones: Zones | None, points: Sequence[TracePoint], plot: QRectF
) -> None:
    """Pale stripes with their names at the right."""
    edges = _edges(zones, points, plot)
    if zones is None or not edges or all(point.bpm is None for point in points):
        paper.fill(plot, tint(paper.inks.raised, 0.35))
        return
    labels = ["", *(f"Z{label}" for label in zones.labels)]
    below = plot.bottom()
    for level, (edge, label) in enumerate(zip([*edges, plot.top()], labels, strict=True)):
        top = min(max(plot.top(), edge), below)
        stripe = QRectF(plot.left(), top, plot.width(), below - top)
        if stripe.height() > 0:
            paper.fill(stripe, tint(paper.inks.zone(level), STRIPE))
        if level and plot.top() < below < plot.bottom():
            line = tint(paper.inks.outline, 0.6)
            paper.rule((plot.left(), below), (plot.right(), below), line)
        if label and stripe.height() > _AXIS.line:
            beside = QRectF(plot.right() + 1, top, RIGHT_AXIS - 1, below - top)
            paper.write(beside, label, Letters(2.4, bold=True), paper.inks.soft)
        below = top


def _paint_beats(paper: Paper, points: Sequence[TracePoint], plot: QRectF) -> None:
    scale = scale_of(points)
    room = plot.height() / (scale.high - scale.low)
    step = next((bpm for bpm in _BPM_STEPS if bpm * room >= 2 * _AXIS.line), _BPM_STEPS[-1])
    for bpm in range(-(-int(scale.low) // step) * step, int(scale.high) + 1, step):
        y = plot.top() + height_of(bpm, scale) * plot.height()
        paper.rule((plot.left() - 1, y), (plot.left(), y), paper.inks.soft)
        if plot.top() + 1 <= y <= plot.bottom() - 1:
            label = QRectF(plot.left() - LEFT_AXIS, y - 2, LEFT_AXIS - 1.6, 4)
            paper.write(label, str(bpm), _AXIS, paper.inks.soft, RIGHT)
    title = QRectF(plot.left() - 2 * LEFT_AXIS, plot.top() - NUMBERS, 2 * LEFT_AXIS - 1.6, NUMBERS)
    paper.write(title, tr("bpm"), _AXIS, paper.inks.soft, RIGHT)


def _across(points: Sequence[TracePoint], plot: QRectF) -> Callable[[float], float]:
    scale = scale_of(points)
    return lambda second: plot.left() + (second - scale.first_s) / scale.seconds * plot.width()


def _paint_steps(
    paper: Paper, steps: Sequence[StepSeen], points: Sequence[TracePoint], plot: QRectF
) -> None:
    """A line where each begins, and its number where there is room."""
    x = _across(points, plot)
    for number, step in enumerate(steps, 1):
        begin, end = x(step.begin_s), min(plot.right(), x(step.begin_s + step.duration_s))
        if number > 1:
            top = plot.top() - NUMBERS / 2
            paper.rule((begin, top), (begin, plot.bottom()), tint(paper.inks.outline, 0.6))
        title = Letters(2.4, bold=True)
        if title.width(str(number)) + 0.8 <= end - begin:
            above = QRectF(begin, plot.top() - NUMBERS, end - begin, NUMBERS)
            paper.write(above, str(number), title, paper.inks.soft, CENTRE)


def _paint_silence(paper: Paper, points: Sequence[TracePoint], plot: QRectF) -> None:
    """Hatched from the last beat heard to the next."""
    x = _across(points, plot)
    scale = scale_of(points)
    heard = [point.elapsed_s for point in points if point.bpm is not None]
    ends = [scale.first_s, *heard, scale.first_s + scale.seconds]
    usual = 2 * max(5, min((b - a for a, b in pairwise(heard)), default=1))
    for before, after in pairwise(ends):
        if after - before > usual:
            begin, end = max(plot.left(), x(before)), min(plot.right(), x(after))
            box = QRectF(begin, plot.top(), end - begin, plot.height())
            paper.hatch(box, paper.inks.outline)


# -- the grade -------------------------------------------------------------------------------------


def has_hills(report: PartReport) -> bool:
    """Whether anything was felt that is worth a strip of paper."""
    return any(grade is not None and abs(grade) >= _LEVEL for _, grade in report.grades)


def paint_grades(paper: Paper, report: PartReport, box: QRectF) -> None:
    """How steep it was, as hills over a level line."""
    plot = box.adjusted(LEFT_AXIS, 0, -RIGHT_AXIS, 0)
    known = [grade for _, grade in report.grades if grade is not None]
    high, low = max(_LEAST_GRADE, *known), min(0.0, *known)
    x = _across(report.seen.points, plot)
    level = plot.top() + high / (high - low) * plot.height()
    stride = max(1, min((b - a for (a, _), (b, _) in pairwise(report.grades)), default=1))
    for run in _runs(report.grades):
        top: list[tuple[float, float]] = []
        for second, grade in run:
            y = level - grade / (high - low) * plot.height()
            top += [(x(second), y), (min(plot.right(), x(second + stride)), y)]
        paper.area([(top[0][0], level), *top, (top[-1][0], level)], tint(paper.inks.outline, 0.45))
        paper.line(top, paper.inks.text, 0.2, flat=True)
    paper.rule((plot.left(), level), (plot.right(), level), paper.inks.soft)
    ends = [(plot.top(), high)] + ([(plot.bottom() - 3, low)] if low < -0.5 else [])
    for y, grade in ends:
        label = QRectF(plot.left() - LEFT_AXIS, y, LEFT_AXIS - 1.6, 3)
        paper.write(label, wording.whole_percent(round(grade)), _AXIS, paper.inks.soft, RIGHT)


def _runs(
    grades: Sequence[tuple[int, float | None]],
) -> list[list[tuple[int, float]]]:
    runs: list[list[tuple[int, float]]] = [[]]
    for second, grade in grades:
        if grade is None:
            runs.append([])
        else:
            runs[-1].append((second, grade))
    return [run for run in runs if run]


def paint_ticks(paper: Paper, points: Sequence[TracePoint], box: QRectF) -> None:
    """The axis of time."""
    plot = box.adjusted(LEFT_AXIS, 0, -RIGHT_AXIS, 0)
    marks = summary_view.ticks(points)
    for mark in marks:
        x = plot.left() + mark.place * plot.width()
        paper.rule((x, plot.top()), (x, plot.top() + 1.1), paper.inks.soft)
        half = min(LEFT_AXIS, plot.width() / (2 * max(1, len(marks))))
        left = min(x - half, box.right() - 2 * half)
        label = QRectF(left, plot.top() + 1.2, 2 * half, 3.6)
        align = CENTRE if left == x - half else RIGHT
        paper.write(label, mark.title, _AXIS, paper.inks.soft, align)
