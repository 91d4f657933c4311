"""Paints a large number from pictures of it that are kept.

Drawn in software, letters higher than 64 pixels are not kept by Qt: it fills their outlines anew
whenever the number changes, which takes most of what a beat of the wall costs.
"""

import math
from collections import OrderedDict

from PySide6.QtCore import Property, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

ROOM_BYTES = 8_000_000
"""Of all pictures together: at 84 pixels a hundred and fifty numbers."""

_Key = tuple[str, str, int, int, float]


class Pictures:
    """Pictures of texts, those used last; as many as there is room for."""

    def __init__(self, room_bytes: int = ROOM_BYTES) -> None:
        self.used_bytes = 0
        self._room = room_bytes
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()

    def of(self, text: str, font: QFont, style: str, ink: QColor, fine: float) -> QPixmap:
        """`style` tells one font from another; `fine` pixels of the glass are one here."""
        key = text, style, ink.rgba(), 0, fine
        picture = self._kept.get(key)
        if picture is not None:
            self._kept.move_to_end(key)
            return picture
        picture = self._kept[key] = painted(text, font, ink, fine)
        self.used_bytes += _bytes(picture)
        while self.used_bytes > self._room and len(self._kept) > 1:
            self.used_bytes -= _bytes(self._kept.popitem(last=False)[1])
        return picture


def painted(text: str, font: QFont, ink: QColor, fine: float) -> QPixmap:
    """The text as the Text of Qt Quick lays it out, with air of `air_of` pixels on all sides."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    air = air_of(font)
    wide, high = line.naturalTextWidth() + 2 * air, line.height() + 2 * air
    picture = QPixmap(math.ceil(wide * fine), math.ceil(high * fine))
    picture.setDevicePixelRatio(fine)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(ink)
    layout.draw(painter, QPointF(air, air))
    painter.end()
    return picture


def air_of(font: QFont) -> int:
    """Letters may stick out of their line so far, pixels."""
    return math.ceil(font.pixelSize() * 0.1)


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4


_pictures = Pictures()


@QmlElement
class BigNumber(QQuickPaintedItem):
    """`text` in `font` and `ink`, its line's top at `top` of the item."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._font, self._style = QFont(), ""
        self._ink = QColor("white")

    def paint(self, painter: QPainter) -> None:
        if self._text and self.isVisible():
            fine = painter.device().devicePixelRatioF()
            painter.drawPixmap(
                0, 0, _pictures.of(self._text, self._font, self._style, self._ink, fine)
            )

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        self._text = text
        self.update()

    def _get_font(self) -> QFont:
        return self._font

    def _set_font(self, font: QFont) -> None:
        self._font, self._style = font, font.toString()
        self.update()

    def _get_ink(self) -> QColor:
        return self._ink

    def _set_ink(self, ink: QColor) -> None:
        self._ink = ink
        self.update()

    text = Property(str, _get_text, _set_text, notify=changed)
    font = Property(QFont, _get_font, _set_font, notify=changed)
    ink = Property(QColor, _get_ink, _set_ink, notify=changed)
