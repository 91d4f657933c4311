"""The colours and letters of a printed sheet: those of the window, painted without one."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtQml import QQmlComponent, QQmlEngine

from screens.fonts import FONT_FAMILIES
from screens.window import WindowError

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
RADIUS = 6.0
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_PALETTE = b"""import QtQuick
QtObject {
    readonly property string names: [Theme.background, Theme.surface, Theme.raised, Theme.outline,
        Theme.zoneless, Theme.text, Theme.soft, Theme.ink].join(" ")
    readonly property string zones: Theme.zones.join(" ")
}"""
_BESIDE = Path(__file__).parent / "sheet.qml"
"""A name beside Theme.qml, so that it is found; there is no such file."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Those of the window."""

    background: QColor
    surface: QColor
    raised: QColor
    outline: QColor
    zoneless: QColor
    text: QColor
    soft: QColor
    ink: QColor
    zones: tuple[QColor, ...]

    def of(self, level: int) -> QColor:
        """Of a block; less than 0 is no zone."""
        return self.zoneless if level < 0 else self.zones[level]

    def on(self, level: int) -> QColor:
        """Of letters on such a block."""
        return self.text if level < 0 else self.ink


def theme() -> Colours:
    """Read from Theme.qml, the only place that names a colour."""
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(_PALETTE, QUrl.fromLocalFile(_BESIDE))
    if not component.isReady():
        raise WindowError(
            f"The colours cannot be read: install the program again. {component.errorString()}"
        )
    holder = component.create()
    named, zones = (
        [QColor(name) for name in str(holder.property(which)).split()]
        for which in ("names", "zones")
    )
    holder.deleteLater()
    background, surface, raised, outline, zoneless, text, soft, ink = named
    return Colours(background, surface, raised, outline, zoneless, text, soft, ink, tuple(zones))


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of letters: pixels high, and how heavy."""

    size: int
    bold: bool = False

    @property
    def font(self) -> QFont:
        font = QFont(list(FONT_FAMILIES))
        font.setPixelSize(self.size)
        font.setWeight(QFont.Weight.DemiBold if self.bold else QFont.Weight.Normal)
        return font

    def width(self, text: str) -> float:
        return QFontMetricsF(self.font).horizontalAdvance(text)

    def height(self, text: str, width: float) -> float:
        """Of a text that is wrapped to `width`."""
        box = QRectF(0, 0, width, 10_000)
        return QFontMetricsF(self.font).boundingRect(box, _WRAP, text).height()


class Ink:
    """A painter with the window's colours."""

    def __init__(self, painter: QPainter, colours: Colours) -> None:
        self.painter = painter
        self.colours = colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def write(
        self,
        box: QRectF,
        text: str,
        letters: Type,
        colour: QColor,
        align: Qt.AlignmentFlag = CENTRE,
        *,
        wrapped: bool = False,
    ) -> None:
        self.painter.setFont(letters.font)
        self.painter.setPen(colour)
        self.painter.drawText(box, int(align.value) | (_WRAP if wrapped else 0), text)

    def fill(self, box: QRectF, colour: QColor) -> None:
        """A box with round corners."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        radius = min(RADIUS, box.width() / 4)
        self.painter.drawRoundedRect(box, radius, radius)
