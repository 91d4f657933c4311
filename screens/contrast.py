"""How well letters can be read: their colour against what a picture shows behind them."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

MOST_SAMPLES = 900
MOST_ROWS = 24
BEHIND_SHARE = 0.12
"""A colour with this share of a text's box is behind it; letters' soft edges have less each."""
SAME = 36
"""Two colours that differ by no more, in all three channels together, are one."""


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


class Photo:
    """A grabbed picture, to be sampled."""

    def __init__(self, picture: QImage) -> None:
        image = picture.convertToFormat(QImage.Format.Format_RGB32)
        self.width, self.height = image.width(), image.height()
        self._pixels: Sequence[int] = memoryview(bytes(image.constBits())).cast("I")

    def worst(self, box: QRect, letters: QColor, opacity: float) -> float:
        """The contrast of letters of this colour against the worst of what is behind them.

        21 for a box without a pixel; 1 where nothing but the letters' own colour is to be seen.
        """
        counted = self._counted(box.intersected(QRect(0, 0, self.width, self.height)))
        total = sum(counted.values())
        if total == 0:
            return 21.0
        common = [(QColor(value), n) for value, n in counted.most_common(6)]
        seen = letters if letters.alphaF() * opacity == 1 else None
        grounds = [one for one, _ in common if seen is None or _distance(one, seen) > SAME]
        if not grounds:
            return 1.0
        ground, shown = grounds[0], _over(letters, grounds[0], opacity * letters.alphaF())
        behind = [one for one, n in common if n >= BEHIND_SHARE * total]
        others = [one for one in behind if not _is_between(one, ground, shown)]
        return min(
            contrast(_over(letters, one, opacity * letters.alphaF()), one)
            for one in (ground, *others)
        )

    def is_plain(self, box: QRect) -> bool:
        """Whether all of a box has one colour, letters and all: nothing is drawn there. Of a very
        large one some rows are looked at, and whatever stands on them.
        """
        box = box.intersected(QRect(0, 0, self.width, self.height))
        if box.isEmpty():
            return False
        left, right = box.left(), box.right() + 1
        rows = range(box.top(), box.bottom() + 1, max(1, box.height() // MOST_ROWS))
        first = self._pixels[box.top() * self.width + left]
        return all(
            pixel == first
            for y in rows
            for pixel in self._pixels[y * self.width + left : y * self.width + right]
        )

    def _counted(self, box: QRect) -> Counter[int]:
        counted: Counter[int] = Counter()
        if box.isEmpty():
            return counted
        step = max(1, round((box.width() * box.height() / MOST_SAMPLES) ** 0.5))
        for y in range(box.top(), box.bottom() + 1, step):
            start = y * self.width
            counted.update(self._pixels[start + box.left() : start + box.right() + 1 : step])
        return counted


def _over(letters: QColor, ground: QColor, alpha: float) -> QColor:
    def mixed(upper: int, lower: int) -> int:
        return round(upper * alpha + lower * (1 - alpha))

    return QColor(
        mixed(letters.red(), ground.red()),
        mixed(letters.green(), ground.green()),
        mixed(letters.blue(), ground.blue()),
    )


def _is_between(one: QColor, ground: QColor, letters: QColor) -> bool:
    """Whether it is a mixture of both, as at the edges of letters."""
    way = [b - a for a, b in zip(_parts(ground), _parts(letters), strict=True)]
    gone = [b - a for a, b in zip(_parts(ground), _parts(one), strict=True)]
    length = sum(step * step for step in way) or 1
    share = sum(a * b for a, b in zip(way, gone, strict=True)) / length
    return all(abs(b - share * a) <= SAME / 2 for a, b in zip(way, gone, strict=True))


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _distance(one: QColor, other: QColor) -> int:
    return (
        abs(one.red() - other.red())
        + abs(one.green() - other.green())
        + abs(one.blue() - other.blue())
    )
