"""Paints a text as a QR code: whole pixels for every module, and the quiet zone around it."""

from functools import lru_cache

import segno
from PySide6.QtCore import Property, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from screens.let_go import let_go

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

QUIET = 4
"""Modules of nothing on every side, as the standard asks for."""
MOST_BYTES = 300


@lru_cache(maxsize=4)
def matrix_of(text: str) -> tuple[tuple[int, ...], ...]:
    """The modules, 1 is dark; error correction M, plain UTF-8; () for nothing to say.

    The best of eight masks takes longer than all the rest of the page: kept for the next look.
    """
    if not text:
        return ()
    code = segno.make_qr(text, error="m", encoding="utf-8", boost_error=False)
    return tuple(tuple(int(module) for module in row) for row in code.matrix)


@QmlElement
class QrCode(QQuickPaintedItem):
    """As large as fits into the item with whole pixels, in its middle; always dark on white."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._matrix: tuple[tuple[int, ...], ...] = ()
        self.setAntialiasing(False)
        let_go(self)

    def paint(self, painter: QPainter) -> None:
        count = len(self._matrix) + 2 * QUIET
        module = int(min(self.width(), self.height()) // count)
        if not self._matrix or module < 1:
            return
        left = int(self.width() - module * count) // 2
        top = int(self.height() - module * count) // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(QRectF(left, top, module * count, module * count), QColor("white"))
        for y, row in enumerate(self._matrix, QUIET):
            for x, dark in enumerate(row, QUIET):
                if dark:
                    place = QRectF(left + x * module, top + y * module, module, module)
                    painter.fillRect(place, QColor("black"))

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        if text != self._text:
            self._text, self._matrix = text, matrix_of(text)
            self.changed.emit()
            self.update()

    def _get_modules(self) -> int:
        """To a side, with the quiet zone."""
        return len(self._matrix) + 2 * QUIET

    text = Property(str, _get_text, _set_text, notify=changed)
    modules = Property(int, _get_modules, notify=changed)
