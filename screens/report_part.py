"""One athlete's page: what a coach would pin up, from the name down to the footnotes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from kiosk.report_port import PartReport
from screens import report_words, summary_view
from screens.report_chart import TICKS, has_hills, paint_grades, paint_hearts, paint_ticks
from screens.report_paper import HAIR, RIGHT, Letters, Paper, tint
from screens.report_progress import paint_progress
from screens.report_steps import HEAD, ROWS, StepTable
from screens.report_words import Tile
from screens.tongue import said

MARGIN: Final = 13.0
GAP: Final = 5.0
_NAME, _WORKOUT, _SENTENCE = Letters(9.5, bold=True), Letters(5.2), Letters(4.4, bold=True)
_VALUE, _SMALL = Letters(7.4, bold=True), Letters(2.6)
_TILES, _ZONES, _BOTTOM = 17.0, 11.0, 36.0
_STRIP: Final = 13.0
_LEAST_CHART, _MOST_CHART = 40.0, 92.0
_LAST: Final = 9
"""More than there are zones: what is none, -1, comes behind them."""


class PartPage:
    """Heights first, because what has few steps has a larger curve."""

    def __init__(self, paper: Paper, report: PartReport) -> None:
        self._paper = paper
        self._report = report
        self._wide = paper.width - 2 * MARGIN
        self._notes = "  ".join(report_words.footnotes(report))
        rows = report_words.step_rows(report.steps)
        self._steps = StepTable(paper, rows, MARGIN, self._wide)

    def paint(self) -> None:
        y = self._paint_head(MARGIN)
        y = self._paint_tiles(y)
        notes_high = min(20.0, _SMALL.block(self._notes, self._wide)[1])
        foot = self._paper.height - MARGIN - notes_high
        bottom = foot - GAP - _BOTTOM
        bars = summary_view.measured_shares(self._report.seen.measures or ())
        zones = _ZONES + GAP if bars else 0.0
        strip = _STRIP + 1.5 if has_hills(self._report) else 0.0
        room = bottom - GAP - y - zones - strip - TICKS - GAP
        lines = self._steps.lines
        row = next((r for r in ROWS if room - HEAD - r * lines >= _LEAST_CHART), ROWS[-1])
        chart = min(_MOST_CHART, max(_LEAST_CHART, room - HEAD - row * lines))
        y = self._paint_curves(y, chart, strip)
        if bars:
            self._paint_bars(y, bars)
            y += zones
        self._steps.paint(y, row, int((bottom - GAP - y - HEAD) / row + 1e-6))
        paint_progress(self._paper, self._report, QRectF(MARGIN, bottom, self._wide, _BOTTOM))
        line = foot - GAP / 2
        self._paper.rule((MARGIN, line), (MARGIN + self._wide, line))
        box = QRectF(MARGIN, foot, self._wide, notes_high)
        self._paper.wrap(box, self._notes, _SMALL, self._paper.inks.soft)

    # -- head --------------------------------------------------------------------------------------

    def _paint_head(self, y: float) -> float:
        paper, report = self._paper, self._report
        when = report_words.moment(report)
        paper.write(QRectF(MARGIN, y, self._wide, 11), report.seen.name, _NAME)
        right = min(self._wide * 0.4, Letters(3.6).width(when))
        beside = QRectF(MARGIN + self._wide - right, y + 11, right, 7)
        paper.write(beside, when, Letters(3.6), paper.inks.soft, RIGHT)
        below = QRectF(MARGIN, y + 11, self._wide - right - 6, 7)
        paper.write(below, said(report.seen.plan.name), _WORKOUT, paper.inks.soft)
        y += 20
        paper.fill(QRectF(MARGIN, y, 1.2, 9), paper.inks.text)
        beside = QRectF(MARGIN + 4, y, self._wide - 4, 9)
        paper.wrap(beside, report_words.sentence(report), _SENTENCE, is_middle=True)
        return y + 9 + GAP

    def _paint_tiles(self, y: float) -> float:
        tiles = report_words.tiles(self._report)
        width = self._wide / max(4, len(tiles))
        letters = _VALUE.fitting([tile.value for tile in tiles], width - 4)
        for place, tile in enumerate(tiles):
            self._paint_tile(QRectF(MARGIN + place * width, y, width, _TILES), tile, letters)
        return y + _TILES + GAP

    def _paint_tile(self, box: QRectF, tile: Tile, letters: Letters) -> None:
        paper = self._paper
        paper.rule((box.left(), box.top()), (box.right() - 2, box.top()), paper.inks.text, 0.3)
        value = QRectF(box.left(), box.top() + 1, box.width() - 2.5, 9)
        paper.write(value, tile.value, letters)
        caption = QRectF(box.left(), box.top() + 10, box.width() - 2.5, 7)
        paper.wrap(caption, tile.caption, _SMALL, paper.inks.soft)

    # -- curves ------------------------------------------------------------------------------------

    def _paint_curves(self, y: float, chart: float, strip: float) -> float:
        paper, report = self._paper, self._report
        paint_hearts(paper, report, QRectF(MARGIN, y, self._wide, chart))
        y += chart
        if strip:
            paint_grades(paper, report, QRectF(MARGIN, y + 1.5, self._wide, strip - 1.5))
            y += strip
        if report.seen.points:
            paint_ticks(paper, report.seen.points, QRectF(MARGIN, y, self._wide, TICKS))
        return y + TICKS + GAP

    def _paint_bars(self, y: float, bars: Sequence[summary_view.ZoneShare]) -> None:
        """Time in each zone, the easiest first; at the end what is not known."""
        paper = self._paper
        width = self._wide / len(bars)
        titles = [f"{bar.title}  {bar.spent}" for bar in bars]
        letters = _SMALL.fitting(titles, width - 2.5)
        for place, bar in enumerate(sorted(bars, key=lambda bar: bar.level % _LAST)):
            x = MARGIN + place * width
            words = QRectF(x, y, width - 2.5, 4.5)
            paper.write(words, bar.title, letters, paper.inks.soft)
            paper.write(words, bar.spent, Letters(letters.size, bold=True), None, RIGHT)
            room = QRectF(x, y + 5, width - 2.5, 3.2)
            paper.fill(room, tint(paper.inks.raised, 0.6))
            share = QRectF(room)
            share.setWidth(room.width() * bar.share)
            if bar.level < 0:
                paper.hatch(share, paper.inks.soft)
            else:
                paper.fill(share, paper.inks.zone(bar.level))
            for edge in (room.top(), room.bottom()):
                paper.rule((room.left(), edge), (share.right(), edge), paper.inks.soft, HAIR)
