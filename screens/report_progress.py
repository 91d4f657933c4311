"""How training goes, at the foot of an athlete's page: a chart, and what is said of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF

from kiosk.report_port import PartReport
from kiosk.training.past import Past
from kiosk.training.progress import Point, Progress, Series, progress_of
from kiosk.words import text
from screens import progress_view
from screens.progress_view import ProgressRow
from screens.report_paper import RIGHT, Letters, Paper, tint
from screens.summary_sheet import local_day
from screens.tongue import said, tr

LEFT_ROOM: Final = 12.0
_BETWEEN: Final = 5.0
_MOST_POINTS: Final = 12
_HEADING, _BODY, _SMALL = Letters(3.4, bold=True), Letters(3.0), Letters(2.6)


def paint_progress(paper: Paper, report: PartReport, box: QRectF) -> None:
    """As it was on the day of the session."""
    day = local_day(report.seen.started_utc_ms, report.seen.utc_offset_min)
    progress = progress_of(report.past, day)
    series, words = _followed(progress, report.past, report.session.protocol_id)
    rows = [*progress_view.judged(progress), *_tests(progress)]
    rows = [row for row in rows if row.title != said(series.name)]
    left = box.width() * 0.52 if rows else box.width()
    _paint_series(paper, QRectF(box.x(), box.y(), left - _BETWEEN, box.height()), series, words)
    if rows:
        _paint_judged(paper, box.adjusted(left, 0, 0, 0), rows)


def _paint_series(paper: Paper, box: QRectF, series: Series, words: str) -> None:
    newest = replace(series, points=series.points[-_MOST_POINTS:])
    chart = progress_view.chart(newest)
    if chart.highest == chart.lowest:
        chart = progress_view.chart(replace(newest, digits=series.digits + 1))
    title = QRectF(box.left(), box.top(), box.width(), 4.6)
    paper.write(title, tr("Progress") + (f" · {chart.title}" if chart.points else ""), _HEADING)
    if not chart.points:
        rest = box.adjusted(0, 6, 0, 0)
        paper.wrap(rest, words or tr("Nothing to compare yet"), _BODY, paper.inks.soft)
        return
    plot = box.adjusted(LEFT_ROOM, 8, -4, -15)
    for edge in (plot.top(), plot.bottom()):
        paper.rule((plot.left(), edge), (plot.right(), edge), tint(paper.inks.outline, 0.5))
    run = [(plot.left() + x * plot.width(), plot.top() + v * plot.height())
           for x, v in chart.points]  # fmt: skip
    paper.line(run, paper.inks.soft, 0.3)
    for at in run:
        paper.dot(at, 0.7, paper.inks.text)
    paper.dot(run[-1], 1.2, paper.inks.text)
    ends = [(plot.top(), chart.highest), (plot.bottom(), chart.lowest)]
    if not chart.lowest:
        ends = [(plot.center().y(), chart.highest)]
    for height, value in ends:
        label = QRectF(box.left(), height - 2, LEFT_ROOM - 2.5, 4)
        paper.write(label, value, _SMALL, paper.inks.soft, RIGHT)
    half = plot.width() / 2
    under = QRectF(plot.left(), plot.bottom() + 1.4, half - 1, 4)
    paper.write(under, chart.first, _SMALL, paper.inks.soft)
    paper.write(under.translated(half + 1, 0), chart.last, _SMALL, paper.inks.soft, RIGHT)
    rest = QRectF(box.left(), plot.bottom() + 6.4, box.width(), 8.4)
    paper.wrap(rest, words, _BODY)


def _paint_judged(paper: Paper, box: QRectF, rows: Sequence[ProgressRow]) -> None:
    """Economy, climbing, soreness and tests: the value, and what it says."""
    shown = rows[:4]
    high = box.height() / max(3, len(shown))
    for place, row in enumerate(shown):
        y = box.top() + place * high
        value = " ".join(part for part in (row.value, row.unit) if part)
        right = min(box.width() * 0.45, _HEADING.width(value))
        title = QRectF(box.left(), y, box.width() - right - 3, 4.6)
        paper.write(title, row.title, _HEADING)
        beside = QRectF(box.right() - right, y, right, 4.6)
        paper.write(beside, value, _HEADING, None, RIGHT)
        words = QRectF(box.left(), y + 4.8, box.width(), high - 6)
        paper.wrap(words, row.words, _SMALL, paper.inks.soft)


def _followed(progress: Progress, past: Past, protocol_id: str) -> tuple[Series, str]:
    """This workout's own score over time; else what it takes to climb, or the mean heart rate."""
    own = next((one for one in progress.protocols if one.protocol_id == protocol_id), None)
    words = "" if own is None else said(own.words)
    if own is not None and len(own.score.points) > 1:
        return own.score, words
    for series in (progress.economy, progress.climbing):
        if len(series.points) > 1:
            return series, said(series.words)
    same = sorted((s for s in past.sessions if s.protocol_id == protocol_id and s.is_complete),
                  key=lambda s: s.started_utc_ms)  # fmt: skip
    points = tuple(Point(s.on, s.results["hr_mean"]) for s in same if "hr_mean" in s.results)
    points = points if len(points) > 1 else ()
    return Series("hr_mean", text("Mean heart rate"), "bpm", 0, "lower", points), words


def _tests(progress: Progress) -> list[ProgressRow]:
    names = {said(test.name) for test in progress.tests}
    return [row for row in progress_view.done(progress) if row.title in names]
