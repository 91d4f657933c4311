"""A growing curve as a picture that is kept: it moves on, and only the curve's end is painted."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from screens.live_curve import LiveCurve

_SOFT = QPainter.RenderHint.Antialiasing
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver
_INSTEAD = QPainter.CompositionMode.CompositionMode_Source
_WITHIN = QPainter.CompositionMode.CompositionMode_SourceIn
_NOTHING = QColor(0, 0, 0, 0)
_NO_PEN = QPen(Qt.PenStyle.NoPen)


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of a curve, pixels."""

    width: int
    height: int
    edge: float
    """From its left and top to the curve's box."""
    fine: float = 1.0
    """So many pixels of the glass are one here."""


class Film:
    """The line of one curve, and below it, as high, its band: apart, because the band takes another
    colour with the zone, and last time's line lies between them.
    """

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._curve = LiveCurve()
        self._of: tuple[object, ...] = ()
        self._band = QColor()

    def follow(self, curve: LiveCurve, frame: Frame, line: QPen, band: QColor) -> None:
        """Makes the picture show `curve`; how thinly the band is laid on is said when it is."""
        if curve is self._curve and (frame, line) == self._of[2:]:
            self._dye(band, frame)
            return
        of = curve.grid, curve.drawn, frame, line
        since = self._kept_until(curve, frame, line.widthF()) if of == self._of else 0
        width, height = frame.width, frame.height
        if since:
            self._dye(band, frame)
            painter = QPainter(self._picture)
            painter.setClipRect(since, 0, width - since, 2 * height)
            painter.setCompositionMode(_INSTEAD)
            painter.fillRect(since, 0, width - since, 2 * height, _NOTHING)
            painter.setCompositionMode(_OVER)
        else:
            fine = frame.fine
            self._picture = QPixmap(math.ceil(width * fine), math.ceil(2 * height * fine))
            self._picture.setDevicePixelRatio(fine)
            self._picture.fill(_NOTHING)
            painter = QPainter(self._picture)
        painter.translate(frame.edge, frame.edge)
        _paint(painter, curve, since - frame.edge - 2 * line.widthF(), height, line, band)
        painter.end()
        self._curve, self._of, self._band = curve, of, band

    def paint_band(self, painter: QPainter, opacity: float) -> None:
        painter.setOpacity(opacity)
        self._show(painter, 1)
        painter.setOpacity(1.0)

    def paint_line(self, painter: QPainter) -> None:
        self._show(painter, 0)

    def _show(self, painter: QPainter, half: int) -> None:
        wide, high = self._picture.width(), self._picture.height() // 2
        painter.drawPixmap(0, 0, self._picture, 0, half * high, wide, high)

    def _dye(self, band: QColor, frame: Frame) -> None:
        if band == self._band:
            return
        self._band = band
        painter = QPainter(self._picture)
        painter.setCompositionMode(_WITHIN)
        painter.fillRect(0, frame.height, frame.width, frame.height, band)
        painter.end()

    def _kept_until(self, curve: LiveCurve, frame: Frame, stroke: float) -> int:
        """Moves the picture on; right of this, in pixels, it is to be painted. 0 is all of it."""
        moved = curve.left - self._curve.left
        since = self._curve.settled - curve.left + frame.edge - stroke
        if not 0 <= moved < frame.width or since < 1 or frame.fine != 1:
            return 0
        if moved:
            self._picture.scroll(-moved, 0, QRect(0, 0, frame.width, 2 * frame.height))
        return math.floor(since)


def _paint(
    painter: QPainter, curve: LiveCurve, since: float, below: int, pen: QPen, hue: QColor
) -> None:
    """The line, and so many pixels below it the band."""
    line, band = curve.runs(since)
    painter.setRenderHint(_SOFT)
    painter.setPen(pen)
    for run in line:
        painter.drawPolyline([QPointF(x, y) for x, y in run])
    # Its soft edges need no smoothing, which costs as much as all the rest of a curve.
    painter.setRenderHint(_SOFT, on=False)
    painter.setPen(_NO_PEN)
    painter.setBrush(hue)
    painter.translate(0, below)
    for run in band:
        top = [QPointF(x, high) for x, high, _ in run]
        bottom = [QPointF(x, low) for x, _, low in reversed(run)]
        painter.drawPolygon(top + bottom)
