"""The check of what every page looks like: it finds what is wrong, and the pages are right."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from screens.contrast import Photo, contrast
from screens.looks import flaws
from screens.scenes import SCENES
from screens.studio import shots

SCREENS = Path(__file__).parents[2] / "screens"
WINDOW = """
import QtQuick
Window {{ width: 800; height: 480; visible: true; color: "white"
{0}
}}"""
GOOD = 'Text { text: "Tap in"; x: 60; y: 60 }'
Seen = Callable[[str], list[str]]


@pytest.fixture
def seen(qapp: QGuiApplication) -> Iterator[Seen]:
    """What is said of a window of seven inches with these items."""
    engines: list[QQmlApplicationEngine] = []

    def look(items: str) -> list[str]:
        engine = QQmlApplicationEngine()
        engines.append(engine)
        engine.loadData(WINDOW.format(items).encode())
        window = engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        QGuiApplication.processEvents()
        return [flaw.what for flaw in flaws(window, window.grabWindow())]

    yield look
    for engine in engines:
        engine.deleteLater()
    QGuiApplication.processEvents()


def button(x: int, side: int = 60, more: str = "") -> str:
    return f"Rectangle {{ x: {x}; y: 100; width: {side}; height: {side}; TapHandler {{}} {more} }}"


def test_of_a_page_without_a_flaw_nothing_is_said(seen: Seen) -> None:
    assert seen(GOOD + button(100) + button(170)) == []


@pytest.mark.parametrize(
    ("items", "what"),
    [
        (
            'Text { text: "much too long"; width: 40; elide: Text.ElideRight; y: 60 }',
            "is cut off with dots",
        ),
        ('Text { text: "much too long"; width: 40; y: 60 }', "px wide in a box of 40"),
        (
            'Text { text: "two long lines"; width: 60; height: 9; wrapMode: Text.Wrap; y: 60 }',
            "px high in a box of 9",
        ),
        ('Text { text: "over the edge"; x: 760; y: 60 }', "cut off by"),
        (
            'Item { clip: true; width: 30; height: 30; Text { text: "clipped by it" } }',
            "cut off by",
        ),
        (
            'Text { text: "under"; font.pixelSize: 40 } Rectangle { width: 40; height: 60; x: 20 }',
            "lies partly under",
        ),
        ('Text { text: "one" } Text { text: "another"; x: 8 }', "runs into"),
        ('Text { text: "pale"; color: "#999999"; y: 60 }', "has a contrast of 2.8 where 4.5"),
        (
            'Text { text: "pale"; color: "#aaaaaa"; y: 60; font.pixelSize: 60 }',
            "has a contrast of 2.3 where 3 ",
        ),
        ('Text { text: "faded"; opacity: 0.4; y: 60 }', "has a contrast of"),
        (button(100, 40), "is 40×40 px: fingers need 47"),
        (button(100) + button(150), "is a target that lies on"),
        (button(770), "partly out of sight"),
        (button(100, 60, 'Text { text: "sticks out of it" }'), "px out of"),
    ],
)
def test_each_kind_of_flaw_is_found(seen: Seen, items: str, what: str) -> None:
    found = seen(items)
    assert any(what in one for one in found), found


UNDER_A_CARD = (
    'Item { enabled: false; Text { text: "below"; width: 200; x: 60; y: 60 } }'
    'Rectangle { x: 50; y: 50; width: 100; height: 60; color: "white" }'
)


@pytest.mark.parametrize(
    "items",
    [
        'Text { objectName: "mine-name"; text: "Hohenlohe"; width: 40; elide: Text.ElideRight }',
        UNDER_A_CARD,
        button(100, 160, button(50)),
        button(100, 60, "enabled: false") + button(120, 60, "visible: false"),
        button(100, 20) + 'Rectangle { anchors.fill: parent; color: "#d0000000" }',
        'Text { text: "large"; color: "#888888"; font.pixelSize: 60 }',
        'Text { text: "_"; font.pixelSize: 30; x: 60; y: 60 }',
        'Item { enabled: false; Text { text: "not now"; color: "#999999" } }',
        'Flickable { clip: true; width: 99; height: 50; Text { y: 40; text: "scrolls" } }',
    ],
    ids=[
        "a name",
        "under a card",
        "nested",
        "not to be touched",
        "covered",
        "large",
        "_",
        "disabled",
        "scrolled",
    ],
)
def test_what_is_meant_is_no_flaw(seen: Seen, items: str) -> None:
    assert seen(items) == []


UNDRAWN = 'Text { text: "72"; x: 60; y: 60; width: 90; height: 60; font.pixelSize: 50'


@pytest.mark.parametrize(
    "lost",
    [
        UNDRAWN + '; color: "transparent" }',
        UNDRAWN + '; color: "white" }',
    ],
    ids=["transparent", "in the colour of what is behind"],
)
def test_letters_that_are_laid_out_and_not_drawn_are_found(seen: Seen, lost: str) -> None:
    assert "has no ink" in seen(lost)


def test_letters_whose_drawing_fails_are_found_in_the_picture(qapp: QGuiApplication) -> None:
    """As when a glyph setting took every digit: the items say that all is well."""
    engine = QQmlApplicationEngine()
    engine.loadData(WINDOW.format(GOOD).encode())
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    QGuiApplication.processEvents()
    picture = window.grabWindow()
    assert flaws(window, picture) == []
    picture.fill(QColor("white"))
    assert "has no ink" in [flaw.what for flaw in flaws(window, picture)]
    engine.deleteLater()
    QGuiApplication.processEvents()


def test_contrast_is_that_of_the_web_guidelines() -> None:
    white = QColor("white")
    assert contrast(white, QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#767676"), white) == pytest.approx(4.54, abs=0.01)


def test_letters_are_held_against_the_worst_of_what_is_behind_them() -> None:
    picture = QImage(40, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    for x in range(20, 40):
        for y in range(10):
            picture.setPixelColor(x, y, QColor("#2040c0"))
    worst = Photo(picture).worst(QRect(0, 0, 40, 10), QColor("black"), 1.0)
    assert worst == pytest.approx(contrast(QColor("black"), QColor("#2040c0")))


THIN = {
    ("group", "idle"): "qps",
    ("group", "ready"): "en",
    ("tap-in", "small"): "qps",
    ("choose", "alone"): "en",
    ("devices", "broken"): "en",
}


@pytest.mark.parametrize(("page", "state"), THIN)
def test_these_pages_have_no_flaw(page: str, state: str, qapp: QGuiApplication) -> None:
    """The others are looked at by `make prove-looks`."""
    scene = next(one for one in SCENES if (one.page, one.state) == (page, state))
    for shot in shots(scene, ((800, 480), (720, 1280)), (THIN[page, state],), check=True):
        assert shot.flaws == (), shot.name


def test_no_colour_is_named_outside_the_theme() -> None:
    literal = re.compile(r'"#[0-9A-Fa-f]{3,8}"|Qt\.(rgba|hsla|hsva)\b')
    named = {
        path.name: literal.findall(path.read_text("utf-8"))
        for path in SCREENS.rglob("*.qml")
        if path.name != "Theme.qml"
    }
    assert {name: found for name, found in named.items() if found} == {}


PALETTE = re.compile(r'property color (\w+): (?:light \? "(#\w{6})" : )?"(#\w{6})"')


@pytest.mark.parametrize("light", [True, False])
def test_in_both_palettes_words_can_be_read_on_all_that_they_are_on(light: bool) -> None:
    found = PALETTE.findall((SCREENS / "Theme.qml").read_text("utf-8"))
    colours = {name: QColor((paper if light else "") or night) for name, paper, night in found}
    for ground in ("background", "surface", "raised", "alarm", "notice"):
        for letters in ("text", "soft", "accent", "danger", "noticeText"):
            assert contrast(colours[letters], colours[ground]) >= 4.5, (letters, ground)
    assert contrast(colours["accentInk"], colours["accent"]) >= 4.5
    assert contrast(colours["ink"], colours["stop"]) >= 4.5
    assert contrast(colours["text"], colours["zoneless"]) >= 4.5
