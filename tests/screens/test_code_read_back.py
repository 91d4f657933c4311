"""The code of the summary as a telephone sees it: a decoder of others reads the numbers."""

from collections.abc import Callable

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlExpression, qmlContext

from screens.tongue import speak
from screens.walk import Page
from tests.screens import coach_scenes
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS
from tests.screens.screen_fakes import FakeApp

Show = Callable[..., Glass]


def read_back(picture: QImage) -> list[str]:
    """Every QR code of the picture, as text."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    found = zxingcpp.read_barcodes(np.ascontiguousarray(rows[:, : grey.width()]))
    return [code.text for code in found if code.format == zxingcpp.BarcodeFormat.QRCode]


def summary(glass: Show, width: int, height: int, app: FakeApp | None = None) -> Glass:
    screen = glass(app or coach_scenes.measured(), width, height)
    screen.handle.board.walk_model.go(Page.SUMMARY, athlete_id=1)
    screen.beat(2)
    screen.picture()
    return screen


def paint(screen: Glass, *, is_light: bool) -> None:
    """In this palette, whoever is here."""
    code = screen.find("qr-code")
    said = f"Theme.light = {str(is_light).lower()}"
    context = qmlContext(code)
    assert context is not None
    QQmlExpression(context, code, said).evaluate()
    card = screen.find("summary-code").property("color")
    assert (card.lightness() > 128) == is_light


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_a_telephone_reads_the_numbers_off_the_glass_by_day_and_by_night(
    glass: Show, width: int, height: int
) -> None:
    screen = summary(glass, width, height)
    for is_light in (False, True):
        paint(screen, is_light=is_light)
        (read,) = read_back(screen.picture())
        assert read == screen.find("qr-code").property("text")
        day, *lines = read.splitlines()
        assert day == "Step-up 80 · Thu 1 Jan"
        assert "time: 1:20:00" in lines
        assert "climbed: 239 m" in lines


def test_umlauts_commas_and_feet_come_through_and_nothing_is_read_where_no_code_is(
    glass: Show,
) -> None:
    app = coach_scenes.measured()
    app.choose("language", "de")
    app.choose("units", "imperial")
    screen = summary(glass, 1280, 720, app)
    try:
        (read,) = read_back(screen.picture())
    finally:
        speak("en")
    assert read == screen.find("qr-code").property("text")
    assert "783 ft" in read
    assert "bpm Mittel / höchste" in read
    screen.find("qr-code").setVisible(False)
    assert read_back(screen.picture()) == []
