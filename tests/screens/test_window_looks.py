"""What the window shows: every state of a tile, every layout, nothing cut off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from kiosk.session.state import Phase, Signal, StrapHeard
from kiosk.training.guidance import Verdict
from screens.pictures import render
from screens.window import WindowError
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS
from tests.screens.screen_fakes import HILLS, FakeApp, class_of, start, tap_in

Show = Callable[..., Glass]


def one(bpm: int | None = 154, **changes: object) -> FakeApp:
    app = FakeApp()
    participant = tap_in(app, 1, bpm)
    start(app)
    for name, value in changes.items():
        setattr(participant, name, value)
    return app


@pytest.mark.parametrize(
    ("signal", "bpm", "number", "note"),
    [
        (Signal.LIVE, 154, "154", ""),
        (Signal.WEAK, 154, "154", ""),
        (Signal.LOST, None, "--", ""),
        (Signal.CHECK, None, "", "check your strap"),
        (Signal.NOT_WORN, None, "", "strap not worn"),
        (Signal.NEVER, None, "", "waiting for strap"),
    ],
)
def test_a_tile_says_how_fresh_the_heart_rate_is(
    glass: Show, signal: Signal, bpm: int | None, number: str, note: str
) -> None:
    screen = glass(one(bpm, signal=signal))
    tile = screen.tile(1)
    assert screen.text("number", tile) == number
    assert screen.text("note", tile) == note


def test_a_weak_number_is_dimmed_and_a_live_one_is_not(glass: Show) -> None:
    screen = glass(one())
    number = screen.find("number", screen.tile(1))
    assert number.opacity() == 1.0
    screen.app.state.participants[1].signal = Signal.WEAK
    screen.beat()
    assert number.opacity() < 0.6


@pytest.mark.parametrize(
    ("verdict", "word", "sign"),
    [
        (Verdict.UNDER, "faster", "up"),
        (Verdict.OVER, "ease off", "down"),
        (Verdict.IN, "hold", "in"),
        (Verdict.EASING, "settle in", "easing"),
        (Verdict.NONE, "", ""),
    ],
)
def test_a_tile_points_the_way_in_a_shape_and_in_words(
    glass: Show, verdict: Verdict, word: str, sign: str
) -> None:
    screen = glass(one(verdict=verdict))
    tile = screen.tile(1)
    assert screen.text("word", tile) == word
    assert screen.find("sign", tile).property("kind") == sign


def test_a_tile_shows_name_zone_target_step_rest_and_grade(glass: Show) -> None:
    app = FakeApp()
    participant = tap_in(app, 1, 170)
    start(app, HILLS, step=1, at=81)
    participant.grade_percent, participant.wanted_grade_percent = 12.4, 15.0
    screen = glass(app)
    said = {
        name: screen.text(name, screen.tile(1))
        for name in ("name", "zone", "target", "step", "remaining", "grade")
    }
    assert said.pop("grade").replace("\N{NARROW NO-BREAK SPACE}", " ") == "12.4 / 15 %"
    assert said == {
        "name": "Anna",
        "zone": "Z4",
        "target": "162–175",
        "step": "Climb 1/4",
        "remaining": "",  # it is told once, above all tiles
    }
    assert screen.text("remaining", screen.find("header")) == "1:39"


def test_what_is_too_long_for_a_small_tile_is_made_smaller_never_cut(glass: Show) -> None:
    screen = glass(class_of(16), 800, 480)
    tile = screen.tile(3)  # who is over, and therefore has a word
    tile.setProperty("word", "nach Anstrengung")
    tile.setProperty("step", "Einbeiniges Kreuzheben, links")
    screen.lay_out()
    screen.picture()
    word, step = screen.find("word", tile), screen.find("step", tile)
    assert screen.box(tile).contains(screen.box(word))
    assert not word.property("truncated")
    assert not step.property("truncated")
    assert step.property("lineCount") == 2


def test_a_low_battery_is_drawn_until_it_is_changed(glass: Show) -> None:
    screen = glass(one(battery_low=True))
    assert screen.shows("battery", screen.tile(1))
    screen.app.state.participants[1].battery_low = False
    screen.beat()
    assert not screen.shows("battery", screen.tile(1))


def test_who_is_over_stands_out_in_the_full_colour_of_the_zone(glass: Show) -> None:
    screen = glass(class_of(4))
    picture = screen.picture()
    corner = {
        number: picture.pixelColor(screen.box(screen.tile(number)).topLeft().toPoint() + _INSIDE)
        for number in (1, 3)
    }
    assert corner[3].name() == "#f2c230"
    assert corner[3].lightnessF() > 2 * corner[1].lightnessF()


_INSIDE = QImage(40, 12, QImage.Format.Format_Mono).rect().bottomRight()


def test_the_empty_room_says_what_to_do_and_what_is_on_the_air(glass: Show) -> None:
    app = FakeApp()
    app.state.straps = {n: StrapHeard(0.0, 0.0) for n in (1, 2, 3)}
    screen = glass(app)
    assert screen.text("empty") == "Put on your strap: you appear here by yourself."
    assert screen.text("clock") == "18:08"
    assert screen.text("straps") == "3 straps on the air, 0 known"
    tap_in(app, 1)
    screen.beat()
    assert not screen.shows("empty")
    assert screen.tile(1).width() > 1000


def test_notices_stand_above_the_tiles_until_they_are_mended(glass: Show) -> None:
    app = class_of(4)
    screen = glass(app)
    before = screen.box(screen.tile(1)).top()
    app.notices = ["No ANT stick found: plug one in, it is found by itself.", "Second.", "Third."]
    screen.beat()
    assert screen.text("notice-0") == app.notices[0]
    assert screen.text("notice-1") == "Second. (and 1 more)"
    assert screen.box(screen.tile(1)).top() > before
    app.notices = []
    screen.beat()
    assert not screen.shows("notice-0")
    assert screen.box(screen.tile(1)).top() == before


def test_a_name_is_never_taken_for_markup(glass: Show) -> None:
    app = FakeApp()
    for number, name in ((1, "<b>Bo</b>"), (2, "Bo")):
        object.__setattr__(tap_in(app, number).athlete, "name", name)
    screen = glass(app)
    marked, plain = (screen.find("name", screen.tile(number)) for number in (1, 2))
    assert marked.property("paintedWidth") > 2 * plain.property("paintedWidth")


def test_tiles_keep_their_places_when_somebody_leaves_and_somebody_comes(glass: Show) -> None:
    app = class_of(6)
    screen = glass(app)
    places = {number: screen.box(screen.tile(number)) for number in range(1, 7)}
    app.state.participants[2].phase = Phase.LEFT
    screen.beat()
    assert not screen.shows("tile-2")
    assert {n: screen.box(screen.tile(n)) for n in (1, 3, 4, 5, 6)} == {
        n: box for n, box in places.items() if n != 2
    }
    tap_in(app, 9)
    screen.beat()
    assert screen.box(screen.tile(9)) == places[2]


def test_the_now_line_moves_with_the_session_and_stays_inside(glass: Show) -> None:
    app = class_of(2)
    screen = glass(app)
    session = app.state.sessions[1]
    line = screen.find("now")
    before = screen.box(line).left()
    session.main.step_s, session.elapsed_s = 1000, 3400
    screen.beat()
    assert screen.box(line).left() > before
    assert screen.text("caption") == "56:40 / 1:20:00"
    session.main.place, session.main.step_s, session.elapsed_s = 4, 600, 4800
    screen.beat()
    window = screen.handle.window.contentItem().boundingRect()
    assert window.contains(screen.box(line))
    assert window.contains(screen.box(screen.find("caption")))


def _texts(screen: Glass, under: QQuickItem | None = None) -> list[QQuickItem]:
    return [
        item
        for item in screen.items(under)
        if item.metaObject().indexOfProperty("paintedWidth") >= 0 and item.property("text")
    ]


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
@pytest.mark.parametrize("count", [1, 4, 16, 32])
@pytest.mark.parametrize("hills", [False, True])
def test_no_text_is_cut_off_or_covered_with_any_number_of_athletes(
    glass: Show, width: int, height: int, count: int, hills: bool
) -> None:
    screen = glass(class_of(count, HILLS, 3) if hills else class_of(count), width, height)
    window = screen.handle.window.contentItem().boundingRect()
    for text in _texts(screen):
        said = text.property("text")
        assert not text.property("truncated"), said
        assert text.property("paintedWidth") <= text.width() + 1, said
        assert window.contains(screen.box(text)), said
    for number in range(1, count + 1):
        tile = screen.tile(number)
        assert window.contains(screen.box(tile))
        painted = [(text, _painted(screen, text)) for text in _texts(screen, tile)]
        for place, (text, box) in enumerate(painted):
            assert screen.box(tile).contains(box), text.property("text")
            for other, other_box in painted[place + 1 :]:
                assert not box.intersects(other_box), (
                    text.property("text"),
                    other.property("text"),
                )


def _painted(screen: Glass, text: QQuickItem) -> QRectF:
    """About where the letters are: without the air above and below, and what is left empty."""
    box = screen.box(text)
    letters = text.property("lineCount") * 0.75 * text.property("font").pixelSize()
    box = box.adjusted(0, (box.height() - letters) / 2, 0, -(box.height() - letters) / 2)
    painted = float(text.property("paintedWidth"))
    return QRectF(box.left(), box.top(), min(box.width(), painted), box.height())


def test_a_very_long_name_is_cut_with_dots_inside_its_tile(glass: Show) -> None:
    app = class_of(32)
    who = app.state.participants[1]
    object.__setattr__(who.athlete, "name", "Anna-Katharina von Hohenlohe")
    screen = glass(app, 800, 480)
    name = screen.find("name", screen.tile(1))
    assert name.property("truncated")
    assert screen.box(screen.tile(1)).contains(screen.box(name))


@pytest.mark.parametrize("count", [1, 8, 32])
def test_on_a_43_inch_wall_digits_are_29_millimetres_high(glass: Show, count: int) -> None:
    screen = glass(class_of(count), 1920, 1080)
    font = screen.find("number", screen.tile(1)).property("font")
    assert font.pixelSize() * 0.727 >= 58  # Inter's digits are 0.727 of its size


def test_a_picture_is_written_without_a_screen(tmp_path: Path, qapp: object) -> None:
    path = tmp_path / "wall.png"
    render(class_of(3), path, 640, 360)
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (640, 360)


def test_a_picture_that_cannot_be_written_says_what_to_do(tmp_path: Path, qapp: object) -> None:
    with pytest.raises(WindowError, match="choose another folder"):
        render(class_of(1), tmp_path / "nowhere" / "wall.png", 640, 360)
