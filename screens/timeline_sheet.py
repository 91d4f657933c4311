"""Paints one workout as a picture to look at or to pin up: blocks, hills, repeats and a legend."""

import math
import re
from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPen

from kiosk.training.plan import Plan
from kiosk.training.protocol_plan import Choice
from screens.sheet_hills import paint_hills
from screens.sheet_ink import LEFT, RIGHT, TOP_LEFT, Colours, Ink, Type, theme
from screens.sheet_layout import Bracket, Line, Row, Sheet, Slot, grade, sheet_of, span, target
from screens.timeline import level_of, rise_of
from screens.tongue import said, tr
from screens.window import WindowError, gui_application
from screens.wording import effort

WIDTH = 1600
MARGIN = 48.0
ROOM = WIDTH - 2 * MARGIN
HEAD, BRACKET, CHART, LANE, HILLS, AXIS = 124.0, 40.0, 270.0, 118.0, 150.0, 38.0
LABEL = 62.0
"""Room above the highest block for its name and its length."""
COLUMNS, COLUMN_GAP, BESIDE_CHIP = 3, 36.0, 46.0
COLUMN = (ROOM - (COLUMNS - 1) * COLUMN_GAP) / COLUMNS
NAME, BODY = Type(20, bold=True), Type(18)
_NUMBERS = (NAME, Type(16, bold=True), Type(13, bold=True))
_TITLES = (Type(42, bold=True), Type(34, bold=True), Type(27, bold=True))
_LABEL_HEIGHT = 56.0
_TICKS_MIN = (1, 2, 5, 10, 15, 20, 30, 60)
_TICK_ROOM = 90.0


def draw_sheet(plan: Plan, offered: Sequence[Choice] = ()) -> bytes:
    """The picture of a workout as PNG, 1600 pixels wide and as high as it needs.

    `offered` are the ranges from which somebody may choose at the start. Raises WindowError when
    it cannot be made.
    """
    gui_application()
    painting = _Painting(sheet_of(plan, offered))
    image = QImage(WIDTH, math.ceil(painting.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painting.paint(painter, theme())
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, b"png").write(image):
        raise WindowError("The picture cannot be made: install the program again.")
    return bytes(buffer.data().data())


def _x(fraction: float) -> float:
    return MARGIN + fraction * ROOM


class _Painting:
    """One sheet: how high its parts are, and how they are painted."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        slots = sheet.main.slots
        self._top = HEAD + max((b.height for b in sheet.brackets), default=0) * BRACKET
        self._chart = LABEL + CHART * max(rise_of(slot.step) for slot in slots)
        if sheet.lanes:
            self._chart = 12 + len(sheet.lanes) * LANE
        has_hills = not sheet.lanes and any(slot.step.grade_percent for slot in slots)
        self._foot = self._top + self._chart
        self._hills = HILLS if has_hills else 0.0
        self._axis = AXIS if sheet.total_s else 12.0
        self._legend = self._foot + self._hills + self._axis + 18

    @property
    def height(self) -> float:
        return self._legend + sum(self._line_heights) + self._choices_height + MARGIN

    def paint(self, painter: QPainter, colours: Colours) -> None:
        ink = Ink(painter, colours)
        painter.fillRect(0, 0, WIDTH, math.ceil(self.height), colours.background)
        self._paint_head(ink)
        for bracket in self._sheet.brackets:
            self._paint_bracket(ink, bracket)
        slots = self._sheet.main.slots
        blocks = [_block_of(slot, self._foot, CHART) for slot in slots]
        for index, (slot, block) in enumerate(zip(slots, blocks, strict=True)):
            ink.fill(block, colours.of(level_of(slot.step)))
            _paint_number(ink, block, slot)
            _paint_effort(ink, block, slot)
            _paint_name(ink, blocks, index, slot)
        for index, lane in enumerate(self._sheet.lanes):
            _paint_lane(ink, lane, self._foot - (len(self._sheet.lanes) - index) * LANE)
        if self._hills:
            paint_hills(ink, slots, _x, QRectF(MARGIN, self._foot, ROOM, self._hills))
        if self._sheet.total_s:
            _paint_axis(ink, self._foot + self._hills, self._sheet.total_s / 60)
        self._paint_legend(ink)

    def _paint_head(self, ink: Ink) -> None:
        sheet, colours = self._sheet, ink.colours
        line = QRectF(MARGIN, 30, ROOM, 54)
        ink.write(line, sheet.length, _TITLES[0], colours.text, RIGHT)
        room = ROOM - _TITLES[0].width(sheet.length) - 40
        letters = next((t for t in _TITLES if t.width(sheet.title) <= room), _TITLES[-1])
        ink.write(line, sheet.title, letters, colours.text, LEFT)
        ink.write(QRectF(MARGIN, 82, ROOM, 30), sheet.subtitle, Type(21), colours.soft, LEFT)

    def _paint_bracket(self, ink: Ink, bracket: Bracket) -> None:
        """A line with hooks down at both ends, and how often in a gap in its middle."""
        begin, end = _x(bracket.begin) + 2, _x(bracket.end) - 2
        y = self._top - (bracket.height - 1) * BRACKET - 14
        letters = Type(22, bold=True)
        half = letters.width(bracket.text) / 2 + 10
        middle = (begin + end) / 2
        if fits := middle - half > begin:
            box = QRectF(middle - half, y - 18, 2 * half, 36)
            ink.write(box, bracket.text, letters, ink.colours.text)
        ink.painter.setPen(QPen(ink.colours.soft, 2))
        for edge, side in ((begin, -half), (end, half)):
            ink.painter.drawLine(QPointF(edge, y + 12), QPointF(edge, y))
            ink.painter.drawLine(QPointF(edge, y), QPointF(middle + (side if fits else 0), y))

    # -- the legend ------------------------------------------------------------------------------

    @cached_property
    def _line_heights(self) -> list[float]:
        """Of each row of the legend: as high as its highest line."""
        lines = self._sheet.lines
        rows = [lines[start : start + COLUMNS] for start in range(0, len(lines), COLUMNS)]
        width = COLUMN - BESIDE_CHIP
        return [
            max(NAME.height(n.title, width) + BODY.height(n.details, width) for n in row) + 18
            for row in rows
        ]

    def _paint_legend(self, ink: Ink) -> None:
        y = self._legend
        for row, height in enumerate(self._line_heights):
            for column, line in enumerate(self._sheet.lines[row * COLUMNS : (row + 1) * COLUMNS]):
                x = MARGIN + column * (COLUMN + COLUMN_GAP)
                _paint_line(ink, line, QRectF(x, y, COLUMN, height))
            y += height
        if self._sheet.choices:
            box = QRectF(MARGIN, y + 6, ROOM, self._choices_height)
            ink.write(box, self._choices, BODY, ink.colours.soft, TOP_LEFT, wrapped=True)

    @property
    def _choices(self) -> str:
        return tr("To choose at the start: {choices}", choices=self._sheet.choices)

    @property
    def _choices_height(self) -> float:
        return BODY.height(self._choices, ROOM) + 12 if self._sheet.choices else 0.0


def _paint_line(ink: Ink, line: Line, box: QRectF) -> None:
    chip = QRectF(box.left(), box.top() + 2, 34, 28)
    ink.fill(chip, ink.colours.of(line.level))
    ink.write(chip, str(line.number), Type(18, bold=True), ink.colours.on(line.level))
    beside = box.adjusted(BESIDE_CHIP, 2, 0, 0)
    ink.write(beside, line.title, NAME, ink.colours.text, TOP_LEFT, wrapped=True)
    below = beside.adjusted(0, NAME.height(line.title, beside.width()) + 2, 0, 0)
    ink.write(below, line.details, BODY, ink.colours.soft, TOP_LEFT, wrapped=True)


# -- blocks --------------------------------------------------------------------------------------


def _block_of(slot: Slot, foot: float, room: float) -> QRectF:
    """`room` is how high it would be at the highest effort."""
    begin, end = _x(slot.begin), _x(slot.end)
    gap = min(2.0, (end - begin) * 0.2)
    height = max(26.0, rise_of(slot.step) * room)
    return QRectF(begin, foot - height, end - begin - gap, height)


def _paint_number(ink: Ink, block: QRectF, slot: Slot, *, named: bool = False) -> None:
    """At its foot the number, with the name if that shall stand there and fits."""
    slope = slot.step.grade_percent
    long = f"{slot.number}  {said(slot.step.name)} · {span(slot.step)}"
    texts = [long if slope is None else f"{long} · {grade(slope)}", long] if named else []
    foot = QRectF(block.left(), block.bottom() - 26, block.width(), 26)
    for text in (*texts, str(slot.number)):
        for letters in _NUMBERS:
            if letters.width(text) + (16 if named else 2) <= block.width():
                ink.write(foot, text, letters, ink.colours.on(level_of(slot.step)))
                return


def _paint_effort(ink: Ink, block: QRectF, slot: Slot) -> None:
    """What fits of zone and effort."""
    y = block.top() + 8
    for text in (target(slot.step), effort(slot.step)):
        if not text:
            continue
        if y + 22 > block.bottom() - 26 or BODY.width(text) + 8 > block.width():
            return
        box = QRectF(block.left(), y, block.width(), 22)
        ink.write(box, text, BODY, ink.colours.on(level_of(slot.step)))
        y += 23


def _paint_name(ink: Ink, blocks: Sequence[QRectF], index: int, slot: Slot) -> None:
    """Name and length above a block, if they have room there."""
    block, length = blocks[index], span(slot.step)
    width = block.width() + 2 * min(_overhang(blocks, index, index + by) for by in (-1, 1))
    whole = said(slot.step.name)
    for name in (whole, *_shorter(whole)):
        if max(NAME.width(name), BODY.width(length)) + 6 <= width:
            box = QRectF(block.center().x() - width / 2, block.top() - 52, width, 26)
            ink.write(box, name, NAME, ink.colours.text)
            ink.write(box.translated(0, 25), length, BODY, ink.colours.soft)
            return


def _overhang(blocks: Sequence[QRectF], index: int, beside: int) -> float:
    """How far a block's label may reach over the next one, whose own label stays well below."""
    is_block = 0 <= beside < len(blocks)
    if not is_block or blocks[beside].top() - blocks[index].top() < _LABEL_HEIGHT:
        return 0.0
    return blocks[beside].width() / 2


def _shorter(name: str) -> tuple[str, ...]:
    """Shorter ways to say a name: without what follows a colon or a comma."""
    cut = re.split("[:,]", name, maxsplit=1)[0]
    return (cut,) if cut != name else ()


def _paint_lane(ink: Ink, lane: Row, top: float) -> None:
    """A lane's name, and its blocks below it."""
    begin, end = _x(lane.slots[0].begin), _x(lane.slots[-1].end)
    ink.fill(QRectF(begin, top, end - begin, LANE - 8), ink.colours.surface)
    title = QRectF(begin + 10, top + 2, end - begin - 20, 26)
    ink.write(title, lane.title, Type(18, bold=True), ink.colours.text, LEFT)
    for slot in lane.slots:
        block = _block_of(slot, top + LANE - 12, LANE - 42)
        ink.fill(block, ink.colours.of(level_of(slot.step)))
        _paint_number(ink, block, slot, named=True)


def _paint_axis(ink: Ink, top: float, minutes: float) -> None:
    per_minute = ROOM / minutes
    step = next((t for t in _TICKS_MIN if t * per_minute >= _TICK_ROOM), _TICKS_MIN[-1])
    for minute in range(0, math.floor(minutes + 1e-9) + 1, step):
        x = MARGIN + minute * per_minute
        ink.painter.setPen(QPen(ink.colours.outline, 2))
        ink.painter.drawLine(QPointF(x, top + 2), QPointF(x, top + 10))
        text = tr("{count} min", count=minute) if minute else "0"
        ink.write(QRectF(x - 45, top + 11, 90, 24), text, Type(17), ink.colours.soft)
