"""Paints the safe screen with what every Qt has: no QML, no theme, no pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, hypot
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from screens.fonts import FONT_FAMILIES
from screens.safe_view import SafeButton, SafeFace

PAPER, INK, SOFT = QColor("#0A0D11"), QColor("#F2F5F8"), QColor("#B3BECA")
RAISED, PRESSED, OUTLINE = QColor("#232B36"), QColor("#3A4553"), QColor("#3A4553")
ACCENT, ACCENT_INK = QColor("#B4C0FF"), QColor("#0A0D11")
NOTICE, NOTICE_TEXT = QColor("#3B3115"), QColor("#FFE2A0")
SMALLEST: Final = 11
_WRAP: Final = Qt.TextFlag.TextWordWrap
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Sizes:
    """In pixels, of a window and its panel."""

    width: int
    height: int
    diagonal_inch: float

    @property
    def short(self) -> int:
        return min(self.width, self.height)

    @property
    def touch_least(self) -> int:
        """Nine millimetres."""
        per_mm = hypot(self.width, self.height) / (25.4 * self.diagonal_inch)
        return max(48, ceil(9 * per_mm))

    @property
    def touch(self) -> int:
        return max(self.touch_least, round(self.short * 0.12))

    @property
    def gap(self) -> int:
        return max(6, round(self.short * 0.02))

    def letters(self, share: float) -> int:
        return max(SMALLEST + 2, round(self.short * share))


def places(face: SafeFace, sizes: Sizes) -> dict[str, QRect]:
    """Where each button is: the large ones at the bottom, the pad at the right or above them."""
    gap, columns = sizes.gap, 2 if sizes.width > sizes.height else 1
    columns = min(columns, max(1, len(face.buttons)))
    rows = ceil(len(face.buttons) / columns)
    height = round(sizes.touch * 1.25)
    top = sizes.height - rows * (height + gap) - gap
    found = _grid(
        face.buttons,
        QRect(2 * gap, top, sizes.width - 4 * gap, rows * (height + gap)),
        columns,
        gap,
    )
    if face.pad:
        is_wide = sizes.width > sizes.height
        width = round(sizes.width * 0.46) if is_wide else sizes.width - 4 * gap
        left = sizes.width - width - 2 * gap
        above = 2 * gap if is_wide else round(sizes.height * 0.3)
        found |= _grid(face.pad, QRect(left, above, width, top - above - gap), 3, gap)
    return found


@dataclass(frozen=True, slots=True)
class Painted:
    """What came onto the glass."""

    where: Mapping[str, QRect]
    """The buttons."""
    cut: Sequence[str]
    """Words that have too little room even in the smallest letters; should be none."""


def paint(painter: QPainter, face: SafeFace, sizes: Sizes, pressed: str | None) -> Painted:
    """Draws everything."""
    where = places(face, sizes)
    cut: list[str] = []
    painter.fillRect(0, 0, sizes.width, sizes.height, PAPER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for button in (*face.buttons, *face.pad):
        box = where[button.key]
        cut += _button(painter, button, box, sizes, is_pressed=button.key == pressed)
    gap = sizes.gap
    bottom = min(where[one.key].top() for one in face.buttons) if face.buttons else sizes.height
    width = sizes.width - 4 * gap
    if face.pad and sizes.width > sizes.height:
        width = min(where[one.key].left() for one in face.pad) - 4 * gap
    elif face.pad:
        bottom = min(where[one.key].top() for one in face.pad)
    cut += _words(painter, face, QRect(2 * gap, 2 * gap, width, bottom - 3 * gap), sizes)
    return Painted(where, cut)


def _words(painter: QPainter, face: SafeFace, room: QRect, sizes: Sizes) -> list[str]:
    """From the top down, in letters that fit; what does not."""
    parts = [(face.title, 0.062, QFont.Weight.Bold, INK)]
    parts += [
        (line, 0.04, QFont.Weight.Normal, INK if n == 0 else SOFT)
        for n, line in enumerate(face.lines)
    ]
    if face.note:
        parts.append((face.note, 0.03, QFont.Weight.Normal, SOFT))
    if face.dots:
        parts.append(("●" * face.dots, 0.06, QFont.Weight.Bold, ACCENT))
    if face.told:
        parts.append((face.told, 0.04, QFont.Weight.DemiBold, NOTICE_TEXT))
    shrink = 1.0
    while True:
        boxes = _stacked(painter, parts, room, sizes, shrink)
        fits = room.contains(boxes[-1][1]) and all(box.right() <= room.right() for _, box in boxes)
        if fits or shrink < 0.4:
            break
        shrink *= 0.94
    for (words, _, weight, colour), (pixels, box) in zip(parts, boxes, strict=True):
        if words == face.told:
            ground = box.adjusted(-sizes.gap // 2, -sizes.gap // 2, sizes.gap // 2, sizes.gap // 2)
            painter.fillRect(ground, NOTICE)
        painter.setFont(_font(pixels, weight))
        painter.setPen(colour)
        painter.drawText(box, _LEFT | _WRAP, words)
    return [] if fits else [words for words, *_ in parts]


def _stacked(
    painter: QPainter,
    parts: Sequence[tuple[str, float, QFont.Weight, QColor]],
    room: QRect,
    sizes: Sizes,
    shrink: float,
) -> list[tuple[int, QRect]]:
    """The letters' size and the box of each part, one below the other."""
    found: list[tuple[int, QRect]] = []
    top = room.top()
    for words, share, weight, _ in parts:
        pixels = max(SMALLEST, round(sizes.letters(share) * shrink))
        painter.setFont(_font(pixels, weight))
        high = painter.boundingRect(
            QRect(room.left(), top, room.width(), 10_000), _LEFT | _WRAP, words
        )
        wide = max(room.width(), high.width())
        top += sizes.gap if words == parts[-1][0] and len(parts) > 1 else 0
        found.append((pixels, QRect(room.left(), top, wide, high.height())))
        top += high.height() + round(sizes.gap * shrink * 1.2)
    return found


def _button(
    painter: QPainter, button: SafeButton, box: QRect, sizes: Sizes, *, is_pressed: bool
) -> list[str]:
    filled = button.is_primary and button.is_enabled
    ground = ACCENT if filled else PRESSED if is_pressed else RAISED
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(OUTLINE, 1))
    painter.setBrush(ground if button.is_enabled else PAPER)
    painter.drawRoundedRect(QRectF(box), sizes.gap, sizes.gap)
    ink = ACCENT_INK if filled else INK if button.is_enabled else SOFT
    inner = box.adjusted(sizes.gap, 2, -sizes.gap, -2)
    share = 0.62 if button.detail else 1.0
    upper = QRect(inner.left(), inner.top(), inner.width(), round(inner.height() * share))
    weight = QFont.Weight.DemiBold
    cut = _fitted(painter, button.label, upper, sizes.letters(0.042), weight, ink)
    if button.detail:
        lower = QRect(inner.left(), upper.bottom(), inner.width(), inner.bottom() - upper.bottom())
        colour = ACCENT_INK if filled else SOFT
        weight = QFont.Weight.Normal
        cut += _fitted(painter, button.detail, lower, sizes.letters(0.03), weight, colour)
    return cut


def _fitted(
    painter: QPainter, words: str, box: QRect, pixels: int, weight: QFont.Weight, colour: QColor
) -> list[str]:
    """Words in the middle of a box; themselves when they do not fit."""
    painter.setPen(colour)
    while True:
        painter.setFont(_font(pixels, weight))
        taken = painter.boundingRect(box, _MIDDLE | _WRAP, words)
        if box.contains(taken) or pixels <= SMALLEST:
            break
        pixels -= 1
    painter.drawText(box, _MIDDLE | _WRAP, words)
    return [] if box.contains(taken) else [words]


def _grid(buttons: Sequence[SafeButton], room: QRect, columns: int, gap: int) -> dict[str, QRect]:
    rows = ceil(len(buttons) / columns) or 1
    width = (room.width() - gap * (columns - 1)) // columns
    height = (room.height() - gap * rows) // rows
    return {
        button.key: QRect(
            room.left() + (number % columns) * (width + gap),
            room.top() + (number // columns) * (height + gap),
            width,
            height,
        )
        for number, button in enumerate(buttons)
    }


def _font(pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(list(FONT_FAMILIES))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
