"""The table of a workout's steps as they were done, in one column or two."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from screens.report_paper import CENTRE, LEFT, RIGHT, Letters, Paper, tint
from screens.report_words import StepRow
from screens.tongue import tr
from screens.units import speed_unit

HEAD: Final = 6.0
ROWS: Final = (5.6, 5.0, 4.4, 4.0, 3.7, 3.4)
"""How high a line may be: as high as there is room."""
_LONG: Final = 14
"""More steps than these stand in two columns."""
_BETWEEN: Final = 5.0
_TITLE: Final = Letters(2.6)
_SHARES: Final = (0.055, 0.375, 0.1, 0.13, 0.08, 0.09, 0.09, 0.08)
_WIDE_SHARES: Final = (0.035, 0.365, 0.09, 0.13, 0.11, 0.09, 0.1, 0.08)


class StepTable:
    """From `left` on, so `wide`."""

    def __init__(self, paper: Paper, rows: Sequence[StepRow], left: float, wide: float) -> None:
        self._paper = paper
        self._rows = rows
        self._left, self._wide = left, wide

    @property
    def lines(self) -> int:
        """How many stand below each other."""
        return -(-len(self._rows) // self._columns)

    @property
    def _columns(self) -> int:
        return 1 if len(self._rows) <= _LONG else 2

    def paint(self, y: float, row: float, room: int) -> None:
        """Lines `row` high, at most `room` of them below each other; the others are counted."""
        count = self._columns
        width = (self._wide + _BETWEEN) / count
        most = max(1, room)
        shown = self._rows[: most * count]
        if len(shown) < len(self._rows):
            shown = self._rows[: most * count - 1]
        each = -(-len(shown) // count)
        for column in range(count):
            box = QRectF(self._left + column * width, y, width - _BETWEEN, HEAD)
            self._paint_rows(box, shown[column * each : (column + 1) * each], row)
        if more := len(self._rows) - len(shown):
            below = QRectF(self._left, y + HEAD + each * row, self._wide, row)
            self._paper.write(below, tr("and {count} more", count=more), _TITLE)

    def _paint_rows(self, head: QRectF, rows: Sequence[StepRow], high: float) -> None:
        if not rows:
            return
        paper = self._paper
        edges = _edges(head, self._shares())
        kinds = self._kinds(edges, Letters(min(3.2, high * 0.62)))
        titles = (
            "", tr("Steps of the workout"), tr("Time"), tr("Target"), tr("Mean bpm"),
            tr("In band"), tr("Grade"), speed_unit(),
        )  # fmt: skip
        for place, (title, (x, width)) in enumerate(zip(titles, edges, strict=True)):
            if width > 0:
                box = QRectF(x, head.top(), width, head.height() - 1)
                align = LEFT if place < 2 else RIGHT
                paper.wrap(box, title, _TITLE, paper.inks.soft, align, is_middle=True)
        y = head.bottom()
        paper.rule((head.left(), y), (head.right(), y), paper.inks.text, 0.3)
        for row in rows:
            self._paint_row(row, edges, y, high, kinds)
            y += high
            paper.rule((head.left(), y), (head.right(), y), tint(paper.inks.outline, 0.5))

    def _paint_row(
        self,
        row: StepRow,
        edges: Sequence[tuple[float, float]],
        y: float,
        high: float,
        kinds: Sequence[Letters],
    ) -> None:
        paper = self._paper
        side = min(high - 0.8, edges[0][1])
        chip = QRectF(edges[0][0], y + (high - side) / 2, edges[0][1], side)
        if row.level >= 0:
            paper.fill(chip, paper.inks.zone(row.level), 0.6)
        paper.write(chip, row.number, kinds[0], None, CENTRE)
        cells = zip(_cells(row), kinds, edges, strict=True)
        for place, (cell, letters, (x, width)) in enumerate(cells):
            if place > 1 and width > 0:
                paper.write(QRectF(x, y, width, high), cell, letters, None, RIGHT)
        self._paint_step(row, QRectF(edges[1][0], y, edges[1][1], high), kinds[1])

    def _paint_step(self, row: StepRow, box: QRectF, letters: Letters) -> None:
        """Its name, and behind it the turn, which is never cut."""
        turn = letters.width(row.turn) + 1 if row.turn else 0.0
        room = box.adjusted(0, 0, -turn, 0)
        self._paper.write(room, row.name, letters, is_shrunk=False)
        if turn:
            x = min(room.right(), box.left() + letters.width(row.name)) + 1
            behind = QRectF(x, box.top(), box.right() - x, box.height())
            soft = self._paper.inks.soft
            self._paper.write(behind, row.turn, letters, soft)

    def _kinds(self, edges: Sequence[tuple[float, float]], letters: Letters) -> list[Letters]:
        """The numbers of one size, as small as the longest needs; names at least as large."""
        rows = [_cells(row) for row in self._rows]
        fitted = [
            Letters(letters.size, bold=place in (0, 4)).fitting([row[place] for row in rows], width)
            for place, (_, width) in enumerate(edges)
            if width > 0 and place > 1
        ]
        size = min((one.size for one in fitted), default=letters.size)
        name = letters.fitting([f"{row.name} {row.turn}" for row in self._rows], edges[1][1])
        sizes = [
            max(0.8 * letters.size, name.size) if place == 1 else size
            for place in range(len(edges))
        ]
        return [Letters(each, bold=place in (0, 4)) for place, each in enumerate(sizes)]

    def _shares(self) -> list[float]:
        """Columns that have nothing give their room to the name."""
        rows = self._rows
        used = (
            True, True, True,
            any(row.target for row in rows),
            True,
            any(row.inside for row in rows),
            any(row.grade for row in rows),
            any(row.speed for row in rows),
        )  # fmt: skip
        each = _WIDE_SHARES if self._columns == 1 else _SHARES
        shares = [share if is_used else 0.0 for share, is_used in zip(each, used, strict=True)]
        shares[1] += 1 - sum(shares)
        return shares


def _cells(row: StepRow) -> tuple[str, ...]:
    return (
        row.number, row.name, row.time, row.target, row.heart, row.inside, row.grade, row.speed,
    )  # fmt: skip


def _edges(box: QRectF, shares: Sequence[float]) -> list[tuple[float, float]]:
    """Left edge and width of each column."""
    edges: list[tuple[float, float]] = []
    x = box.left()
    for share in shares:
        width = share * box.width()
        edges.append((x, max(0.0, width - 1.5)))
        x += width
    last_x, last = edges[-1]
    edges[-1] = (last_x, box.right() - last_x) if last else (last_x, 0.0)
    return edges
