"""A class on one page, or two: a line for each, nobody before another."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from kiosk.days import time_then
from kiosk.report_port import GroupReport, PartReport
from screens import days, report_words, units, wording
from screens.report_chart import paint_small
from screens.report_paper import LEFT, RIGHT, WHITE, Letters, Paper, tint
from screens.tongue import said, tr

MARGIN: Final = 12.0
ON_A_PAGE: Final = 16
_HEAD, _TITLES, _FOOT = 26.0, 8.0, 9.0
_MOST_ROW: Final = 15.0
_SHARES: Final = (0.17, 0.22, 0.07, 0.085, 0.075, 0.075, 0.075, 0.23)
_SMALL: Final = Letters(2.7)


def pages_of(report: GroupReport) -> list[list[PartReport]]:
    """By name, sixteen on a page."""
    ordered = sorted(report.parts, key=lambda part: part.seen.name.casefold())
    count = max(1, -(-len(ordered) // ON_A_PAGE))
    each = -(-len(ordered) // count) if ordered else 1
    return [ordered[first : first + each] for first in range(0, len(ordered), each)] or [[]]


def climbed(report: GroupReport) -> float | None:
    """Metres, of everybody together; None where nobody's are known."""
    known = [report_words.known(part).get("ascent_m") for part in report.parts]
    metres = [one.value for one in known if one is not None and one.value is not None]
    return sum(metres) if metres else None


class GroupPage:
    """One page of a class."""

    def __init__(self, paper: Paper, report: GroupReport, page: int, pages: int) -> None:
        self._paper = paper
        self._report = report
        self._page, self._pages = page, pages
        self._wide = paper.width - 2 * MARGIN
        self._longest_s = max((part.seen.duration_s for part in report.parts), default=0) or 1

    def paint(self, parts: Sequence[PartReport]) -> None:
        self._paint_head()
        top = MARGIN + _HEAD
        edges = self._edges()
        self._paint_titles(edges, top)
        y = top + _TITLES
        room = self._paper.height - MARGIN - _FOOT - y
        high = min(_MOST_ROW, room / max(1, len(parts)))
        for part in parts:
            self._paint_part(part, edges, y, high)
            y += high
            line = tint(self._paper.inks.outline, 0.6)
            self._paper.rule((MARGIN, y), (MARGIN + self._wide, y), line)
        self._paint_foot()

    def _paint_head(self) -> None:
        paper, session = self._paper, self._report.session
        metres = climbed(self._report)
        right = 0.0 if metres is None else self._wide * 0.3
        box = QRectF(MARGIN, MARGIN, self._wide - right - 4, 11)
        paper.write(box, said(session.protocol_name), Letters(9.0, bold=True))
        began = days.moment(time_then(session.started_utc_ms, session.utc_offset_min))
        count = len(self._report.parts)
        people = tr("{count} athletes", count=count) if count != 1 else tr("1 athlete")
        line = f"{began}  ·  {people}"
        needed = sum(bool(report_words.needs(part)) for part in self._report.parts)
        if needed:
            line += "  ·  " + tr("a word for {count}", count=needed)
        paper.write(
            box.translated(0, 12).adjusted(0, 0, 0, -4), line, Letters(4.2), paper.inks.soft
        )
        if metres is not None:
            value = QRectF(MARGIN + self._wide - right, MARGIN, right, 11)
            paper.write(value, units.height(metres), Letters(9.0, bold=True), None, RIGHT)
            below = value.translated(0, 12).adjusted(0, 0, 0, -4)
            paper.write(below, tr("climbed together"), Letters(4.2), paper.inks.soft, RIGHT)

    def _paint_titles(self, edges: Sequence[tuple[float, float]], y: float) -> None:
        paper = self._paper
        titles = (
            tr("Name"), tr("Heart rate over the band"), tr("Time"), tr("Mean / highest bpm"),
            tr("In band"), tr("Climbed"), tr("Effort"), tr("A word, because"),
        )  # fmt: skip
        for place, (title, (x, width)) in enumerate(zip(titles, edges, strict=True)):
            align = RIGHT if 2 <= place <= 6 else LEFT
            box = QRectF(x, y, width, _TITLES - 1)
            paper.wrap(box, title, _SMALL, paper.inks.soft, align, is_middle=True)
        y += _TITLES
        paper.rule((MARGIN, y), (MARGIN + self._wide, y), paper.inks.text, 0.3)

    def _paint_part(
        self, part: PartReport, edges: Sequence[tuple[float, float]], y: float, high: float
    ) -> None:
        paper = self._paper
        reasons = report_words.needs(part)
        (x, width), (curve_x, curve_wide), *numbers, (word_x, word_wide) = edges
        name = QRectF(x, y, width, high)
        letters = Letters(min(4.2, high * 0.46), bold=True)
        if letters.width(part.seen.name) > width and high > 7:
            paper.wrap(name.adjusted(0, 0.6, 0, -0.6), part.seen.name, letters, is_middle=True)
        else:
            paper.write(name, part.seen.name, letters)
        share = part.seen.duration_s / self._longest_s
        paint_small(paper, part, QRectF(curve_x, y + 0.7, curve_wide, high - 1.4), share)
        cells = (
            wording.clock_span(part.seen.duration_s),
            report_words.hearts(part),
            report_words.value_of(part, "time_in_band"),
            report_words.value_of(part, "ascent_m"),
            report_words.effort_of(part),
        )
        plain = Letters(min(3.7, high * 0.42))
        for cell, (cell_x, cell_wide) in zip(cells, numbers, strict=True):
            paper.write(QRectF(cell_x, y, cell_wide, high), cell, plain, None, RIGHT)
        if reasons:
            mark = QRectF(word_x, y + high / 2 - 2, 4, 4)
            paper.fill(mark, paper.inks.danger, 0.8)
            paper.write(mark.adjusted(1.4, 0, 0, 0), "!", Letters(3.2, bold=True), WHITE)
            words = QRectF(word_x + 5.4, y + 0.5, word_wide - 5.4, high - 1)
            paper.wrap(words, "; ".join(reasons), Letters(3.1), is_middle=True)

    def _paint_foot(self) -> None:
        paper = self._paper
        foot = QRectF(MARGIN, paper.height - MARGIN - 4, self._wide, 4)
        words = tr("Grey: where the heart was wanted. By name, not by rank.")
        unknown = sum("ascent_m" not in report_words.known(part) for part in self._report.parts)
        if unknown and climbed(self._report) is not None:
            words += "  " + tr("Of {count} nobody knows the climb.", count=unknown)
        room = self._wide - 20
        paper.write(QRectF(foot.x(), foot.y(), room, 4), words, _SMALL, paper.inks.soft)
        if self._pages > 1:
            paper.write(foot, f"{self._page} / {self._pages}", _SMALL, paper.inks.soft, RIGHT)

    def _edges(self) -> list[tuple[float, float]]:
        edges: list[tuple[float, float]] = []
        x = MARGIN
        for share in _SHARES:
            edges.append((x, share * self._wide - 3.0))
            x += share * self._wide
        edges[-1] = (edges[-1][0], edges[-1][1] + 3.0)
        return edges
