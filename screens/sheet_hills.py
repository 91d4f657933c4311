"""Paints the way of a workout as a hill from the side: its slope is the grade, down is down."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from screens.sheet_ink import Ink, Type
from screens.sheet_layout import Slot, grade

STEEPEST = math.radians(32)
"""No hill is drawn steeper, however short the workout."""
_PIECES = 8
"""Of a step in the line: enough for a ramp to look round."""
_ABOVE, _BELOW, _FOOT = 20.0, 10.0, 34.0
_LETTERS = (Type(20, bold=True), Type(17, bold=True), Type(14, bold=True))


@dataclass(frozen=True, slots=True)
class Piece:
    """A straight piece of the hill's line."""

    start: QPointF
    end: QPointF
    is_known: bool


def paint_hills(ink: Ink, slots: Sequence[Slot], x: Callable[[float], float], box: QRectF) -> None:
    """The hill in a box, and under it each grade that has room; `x` gives pixels for a fraction."""
    foot = box.bottom() - _FOOT
    pieces = profile(slots, x, box.top() + _ABOVE, foot - _BELOW)
    line = [pieces[0].start, *(piece.end for piece in pieces)]
    painter = ink.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colours.raised)
    ends = [QPointF(line[-1].x(), foot), QPointF(line[0].x(), foot)]
    painter.drawPolygon(QPolygonF([*line, *ends]))
    for is_known, run in groupby(pieces, lambda piece: piece.is_known):
        parts = list(run)
        style = Qt.PenStyle.SolidLine if is_known else Qt.PenStyle.DotLine
        pen = QPen(ink.colours.text if is_known else ink.colours.soft, 3, style)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([parts[0].start, *(part.end for part in parts)]))
    for begin, end, text in _grades(slots, x):
        _paint_grade(ink, QRectF(begin, foot + 4, end - begin, 26), text)


def profile(
    slots: Sequence[Slot], x: Callable[[float], float], top: float, bottom: float
) -> list[Piece]:
    """The hill in pieces, from `top` to `bottom`; where no grade is asked for it is level."""
    xs: list[float] = []
    climbs: list[tuple[float, bool]] = []
    heights = [0.0]
    for slot in slots:
        ramp = slot.step.grade_percent
        width = (x(slot.end) - x(slot.begin)) / _PIECES
        for piece in range(_PIECES):
            percent = 0.0 if ramp is None else ramp.at((piece + 0.5) / _PIECES)
            xs.append(x(slot.begin) + piece * width)
            climbs.append((percent, ramp is not None))
            heights.append(heights[-1] + percent * width)
    extent = max(heights) - min(heights)
    scale = math.tan(STEEPEST) / (max(abs(percent) for percent, _ in climbs) or 1.0)
    if extent > 0:
        scale = min(scale, (bottom - top) / extent)
    middle = (top + bottom) / 2 + scale * (max(heights) + min(heights)) / 2
    xs.append(x(slots[-1].end))
    line = [QPointF(at, middle - scale * h) for at, h in zip(xs, heights, strict=True)]
    return [Piece(line[n], line[n + 1], known) for n, (_, known) in enumerate(climbs)]


def _grades(slots: Sequence[Slot], x: Callable[[float], float]) -> list[tuple[float, float, str]]:
    """Where which grade is asked for; neighbours of one grade share one."""
    found: list[tuple[float, float, str]] = []
    for slot in slots:
        ramp = slot.step.grade_percent
        if ramp is None:
            continue
        begin, end, text = x(slot.begin), x(slot.end), grade(ramp)
        if found and found[-1][2] == text and abs(found[-1][1] - begin) < 0.5:
            begin = found.pop()[0]
        found.append((begin, end, text))
    return found


def _paint_grade(ink: Ink, box: QRectF, text: str) -> None:
    """As it is, else without its arrow, else without its sign of percent, else not at all."""
    for letters in _LETTERS:
        for shown in (text, text[2:], text[2:-2]):
            if letters.width(shown) + 2 <= box.width():
                ink.write(box, shown, letters, ink.colours.text)
                return
