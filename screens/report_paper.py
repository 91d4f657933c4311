"""Paper to draw a report on: in millimetres, in the light colours of the window's theme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from kiosk.errors import ExportError
from screens.curve import Point
from screens.fonts import FONT_FAMILIES

PX: Final = 40
"""Dots to a millimetre: letters have a whole number of them, and so fine steps in size."""
DPI: Final = round(25.4 * PX)
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
LEAST: Final = 0.62
"""No letters become smaller than this share of what they should be: then a name is cut."""
HAIR: Final = 0.12
SLACK: Final = 0.02
"""A text that is this much wider than its room, in millimetres, still has room."""
WHITE: Final = QColor(255, 255, 255)
"""The paper."""
_WRAP: Final = Qt.TextFlag.TextWordWrap.value
_THEME: Final = Path(__file__).with_name("Theme.qml")
_LIGHT = re.compile(r'property color (\w+): (?:light \? )?"(#\w{6})"')
_ZONES = re.compile(r"property list<color> zones: \[(.*)\]")


@dataclass(frozen=True, slots=True)
class Inks:
    """Those of the window by day."""

    text: QColor
    soft: QColor
    outline: QColor
    raised: QColor
    danger: QColor
    zones: tuple[QColor, ...]
    """Below the first, and 1 to 5."""

    def zone(self, level: int) -> QColor:
        """Less than 0 is no zone."""
        return self.outline if level < 0 else self.zones[min(level, len(self.zones) - 1)]


@cache
def inks() -> Inks:
    """Read from Theme.qml as text, the only place that names a colour: reports are drawn in any
    thread, and a QML engine belongs to one.
    """
    theme = _THEME.read_text("utf-8")
    named = dict(_LIGHT.findall(theme))
    zones = _ZONES.search(theme)
    wanted = ("text", "soft", "outline", "raised", "danger")
    if zones is None or not named.keys() >= {*wanted}:
        raise ExportError("The colours cannot be read: install the program again.")
    text, soft, outline, raised, danger = (QColor(named[name]) for name in wanted)
    levels = tuple(QColor(name) for name in re.findall(r"#\w{6}", zones[1]))
    return Inks(text, soft, outline, raised, danger, levels)


def tint(colour: QColor, share: float) -> QColor:
    """The colour on white paper, so much of it: nothing on the page is transparent."""
    parts = (colour.red(), colour.green(), colour.blue())
    return QColor(*(round(255 - share * (255 - part)) for part in parts))


@dataclass(frozen=True, slots=True)
class Letters:
    """A kind of letters: how high in millimetres, and how heavy."""

    size: float
    bold: bool = False

    @property
    def font(self) -> QFont:
        font = QFont(list(FONT_FAMILIES))
        # Other shapes of a letter than the usual one cannot be searched for, nor copied.
        font.setFeature(QFont.Tag("calt"), 0)
        font.setPixelSize(max(1, round(self.size * PX)))
        font.setWeight(QFont.Weight.DemiBold if self.bold else QFont.Weight.Normal)
        return font

    def times(self, share: float) -> "Letters":
        return Letters(self.size * share, self.bold)

    @property
    def line(self) -> float:
        """From one line to the next."""
        return QFontMetricsF(self.font).lineSpacing() / PX

    def width(self, text: str) -> float:
        return QFontMetricsF(self.font).horizontalAdvance(text) / PX

    def block(self, text: str, width: float) -> tuple[float, float]:
        """Width and height of a text that is wrapped to `width`."""
        room = QRectF(0, 0, width * PX, 100_000)
        box = QFontMetricsF(self.font).boundingRect(room, _WRAP, text)
        return box.width() / PX, box.height() / PX

    def fitting(self, texts: Sequence[str], width: float) -> "Letters":
        """These or smaller ones, so that each text has room on one line; LEAST is the end."""
        least = self.size * LEAST
        letters, widest = self, max((self.width(text) for text in texts), default=0.0)
        # Letters have a whole number of dots, and so the next size may still be a hair too wide.
        while widest > width + SLACK and letters.size > least:
            size = min(letters.size * width / widest, letters.size - 1 / PX)
            letters = Letters(max(least, size), self.bold)
            widest = max(letters.width(text) for text in texts)
        return letters

    def fitting_box(self, text: str, width: float, height: float) -> "Letters":
        """The same for a text that may be wrapped."""
        for percent in range(100, 40, -4):
            letters = self.times(percent / 100)
            wide, high = letters.block(text, width)
            if wide <= width and high <= height:
                return letters
        return self.times(0.4)


class Paper:
    """A painter of millimetres; every box is one of them."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self.painter = painter
        self.width = width
        self.height = height
        self.inks = inks()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    # -- letters -----------------------------------------------------------------------------------

    def write(
        self,
        box: QRectF,
        text: str,
        letters: Letters,
        colour: QColor | None = None,
        align: Qt.AlignmentFlag = LEFT,
        *,
        is_shrunk: bool = True,
    ) -> None:
        """On one line in the middle of the box's height: smaller where it must be, then cut."""
        if is_shrunk:
            letters = letters.fitting([text], box.width())
        if letters.width(text) > box.width() + SLACK:
            metrics = QFontMetricsF(letters.font)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() * PX)
        flags = align.value | Qt.AlignmentFlag.AlignVCenter.value
        self._put(box, text, letters, colour, flags | Qt.TextFlag.TextSingleLine.value)

    def wrap(
        self,
        box: QRectF,
        text: str,
        letters: Letters,
        colour: QColor | None = None,
        align: Qt.AlignmentFlag = LEFT,
        *,
        is_middle: bool = False,
    ) -> float:
        """On as many lines as the box has room for, smaller where it must be; how high it is."""
        letters = letters.fitting_box(text, box.width(), box.height())
        upright = Qt.AlignmentFlag.AlignVCenter if is_middle else Qt.AlignmentFlag.AlignTop
        self._put(box, text, letters, colour, align.value | upright.value | _WRAP)
        return letters.block(text, box.width())[1]

    def _put(
        self, box: QRectF, text: str, letters: Letters, colour: QColor | None, flags: int
    ) -> None:
        self.painter.setFont(letters.font)
        self.painter.setPen(colour or self.inks.text)
        self.painter.drawText(dots(box), flags, text)

    # -- lines and areas ---------------------------------------------------------------------------

    def rule(
        self,
        start: Point,
        end: Point,
        colour: QColor | None = None,
        thick: float = HAIR,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        self.painter.setPen(QPen(colour or self.inks.outline, thick * PX, style))
        self.painter.drawLine(*points([start, end]))

    def fill(self, box: QRectF, colour: QColor, radius: float = 0.0) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(dots(box), radius * PX, radius * PX)

    def area(self, corners: Sequence[Point], colour: QColor) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawPolygon(QPolygonF(points(corners)))

    def hatch(self, box: QRectF, colour: QColor) -> None:
        """Slanted lines: where nothing is known, also in print without colours."""
        self.painter.save()
        self.painter.setClipRect(dots(box))
        x = box.left() - box.height()
        while x < box.right():
            self.rule((x, box.bottom()), (x + box.height(), box.top()), colour)
            x += 1.4
        self.painter.restore()

    def line(
        self, run: Sequence[Point], colour: QColor, thick: float, *, flat: bool = False
    ) -> None:
        pen = QPen(colour, thick * PX)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin if flat else Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if flat else Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.drawPolyline(points(run))

    def dot(self, at: Point, radius: float, colour: QColor) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawEllipse(QPointF(at[0] * PX, at[1] * PX), radius * PX, radius * PX)


def dots(box: QRectF) -> QRectF:
    return QRectF(box.x() * PX, box.y() * PX, box.width() * PX, box.height() * PX)


def points(run: Sequence[Point]) -> list[QPointF]:
    return [QPointF(x * PX, y * PX) for x, y in run]
