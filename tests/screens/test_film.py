"""A curve's picture that has been moved on looks as if it had been painted anew."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen

from kiosk.session.state import TracePoint
from screens.film import Film, Frame
from screens.live_curve import Grown, LiveCurve, curve_of

WIDE, HIGH = 120, 48
EDGE, STROKE = 3.6, 2.0
FRAME = Frame(WIDE, HIGH, EDGE)
BOX = WIDE - 2 * EDGE, HIGH - 2 * EDGE


def pen() -> QPen:
    line = QPen(QColor("white"), STROKE)
    line.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return line


def picture(film: Film) -> QImage:
    """On the ground of a tile, the band thin."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    film.paint_band(painter, 0.5)
    film.paint_line(painter)
    painter.end()
    return image


def curve(points: list[TracePoint], grown: Grown | None = None) -> LiveCurve:
    return curve_of(points, *BOX, (), grown, EDGE + STROKE)


def heard(second: int) -> TracePoint:
    """Up and down, silent now and then; a band that is moved, stays, and is not asked for."""
    bpm = None if second % 230 > 210 else 135 + abs(second % 50 - 25) // 2 + second % 3
    low = 130.0 + min(10, second % 200 / 6)
    return TracePoint(second, bpm, *((low, low + 12) if second % 300 < 270 else (None, None)))


def other_columns(one: Film, two: Film) -> set[int]:
    """Where their pictures differ, pixels from the left."""
    a, b = picture(one), picture(two)
    if a == b:
        return set()
    return {x for x in range(WIDE) for y in range(HIGH) if a.pixel(x, y) != b.pixel(x, y)}


def end_of_band(count: int) -> int:
    """The pixel in whose middle the band ends may be counted in or out."""
    _, runs = curve(POINTS[:count]).runs()
    return int(runs[-1][-1][0] + EDGE) if runs else -1


POINTS = [heard(second) for second in range(640) if not 300 <= second < 330]


@pytest.mark.parametrize("step", [1, 3, 40])
def test_a_picture_that_was_moved_on_is_the_one_painted_anew(
    qapp: QGuiApplication, step: int
) -> None:
    film, grown, hues = Film(), Grown(), [QColor("orange"), QColor("teal")]
    for end in range(1, len(POINTS), step):
        hue = hues[end // 45 % 2]
        film.follow(curve(POINTS[:end], grown), FRAME, pen(), hue)
        if end % 7 == 1 or step > 3:
            anew = Film()
            anew.follow(curve(POINTS[:end]), FRAME, pen(), hue)
            assert other_columns(film, anew) <= {end_of_band(end)}, f"after {end} points"


def test_a_band_of_another_colour_is_the_one_painted_in_it(qapp: QGuiApplication) -> None:
    film, anew, seen = Film(), Film(), curve(POINTS)
    film.follow(seen, FRAME, pen(), QColor("orange"))
    before = picture(film)
    film.follow(seen, FRAME, pen(), QColor("teal"))
    anew.follow(seen, FRAME, pen(), QColor("teal"))
    assert picture(film) == picture(anew) != before


def test_only_the_end_of_a_curve_is_painted_and_the_rest_moved(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    film, grown, asked = Film(), Grown(), list[float]()
    runs = LiveCurve.runs

    def noted(curve: LiveCurve, since: float) -> object:
        asked.append(since)
        return runs(curve, since)

    monkeypatch.setattr(LiveCurve, "runs", noted)
    for end in range(400, 430):
        film.follow(curve(POINTS[:end], grown), FRAME, pen(), QColor("teal"))
    assert sum(since < 0 for since in asked) < 4, "the first, and when it has to be higher"
    assert sorted(asked)[4] > WIDE * 0.8
