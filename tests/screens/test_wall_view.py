"""What the wall says beside the tiles, and what tiles say of those who hide their heart rate."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.attention import Need, Why
from kiosk.session.state import Alert, KioskState
from kiosk.training.athlete import Shows
from kiosk.training.guidance import Verdict
from kiosk.words import text
from screens import tongue
from screens.faces import LOUD, UNKNOWN_ZONE, TileFace, face_of
from screens.seats import DIGIT_PER_SIZE, GLIDE, best_columns, glides, number_size
from screens.wall_view import SUMMITS_M, Mountain, mountain_of, need_rows
from tests.screens.screen_fakes import FakeApp, start, tap_in

NARROW = "\N{NARROW NO-BREAK SPACE}"


def face(shows: Shows, bpm: int | None = 154, **changes: Any) -> TileFace:
    app = FakeApp()
    who = tap_in(app, 1, bpm)
    who.athlete = replace(who.athlete, shows=shows)
    session = start(app)
    for name, value in changes.items():
        setattr(who, name, value)
    return face_of(who, session)


def test_a_tile_shows_the_rate_with_its_share_of_the_own_maximum() -> None:
    shown = face("bpm")
    assert (shown.number, shown.unit, shown.share) == ("154", "", f"81{NARROW}%")


def test_whoever_shows_percent_has_no_rate_on_the_tile() -> None:
    shown = face("percent", verdict=Verdict.OVER)
    assert (shown.number, shown.unit, shown.share, shown.zone) == ("81", "%", "", "Z3")
    assert shown.target == f"80–83{NARROW}%"
    assert shown.sign == "down"


def test_whoever_shows_the_zone_has_neither_rate_nor_share() -> None:
    shown = face("zone")
    assert (shown.number, shown.unit, shown.share, shown.zone) == ("Z3", "", "", "")
    assert shown.target == "→ Z3"


@pytest.mark.parametrize("shows", ["percent", "zone"])
@pytest.mark.parametrize(
    "changes",
    [{}, {"verdict": Verdict.OVER}, {"alert": Alert.RECOVERY_WALK}, {"by_effort": True}],
)
def test_no_word_of_such_a_tile_has_the_rate_or_the_band_in_it(
    shows: Shows, changes: dict[str, Any]
) -> None:
    shown = face(shows, **changes)
    words = [value for name in shown.__slots__ if isinstance(value := getattr(shown, name), str)]
    assert not any(number in word for word in words for number in ("154", "152", "157"))


def test_a_heart_that_is_hidden_and_has_no_zone_is_said_to_be_heard() -> None:
    shown = face("zone", zones=None, zone=None, zone_number=None, band=None)
    assert (shown.number, shown.note) == ("", "heart rate is heard")


def test_an_alarm_has_a_sign_even_without_a_heart_rate() -> None:
    shown = face("bpm", None, alert=Alert.NO_SIGNAL)
    assert (shown.sign, shown.loudness) == ("alarm", LOUD)


# -- the strip -------------------------------------------------------------------------------------


def row(why: Why) -> tuple[str, int, bool]:
    app = FakeApp()
    tap_in(app, 1, 170)
    (shown,) = need_rows([Need(1, "Anna", why, text("x"))], app.state)
    return shown.sign, shown.level, shown.alarm


def test_every_reason_has_a_shape_and_only_a_heart_has_the_colour_of_its_zone() -> None:
    assert row(Why.RECOVERY_WALK) == ("alarm", UNKNOWN_ZONE, True)
    assert row(Why.OVER) == ("down", 4, False)
    assert row(Why.UNDER)[0] == "up"
    assert row(Why.STRAP) == ("strap", UNKNOWN_ZONE, False)
    assert row(Why.GRADE)[0] == "grade"
    assert row(Why.GATE)[0] == "wait"


def test_somebody_who_has_just_gone_can_still_be_named() -> None:
    (shown,) = need_rows([Need(9, "Zoe", Why.OVER, text("x"))], KioskState())
    assert (shown.name, shown.level) == ("Zoe", UNKNOWN_ZONE)


# -- the mountain ----------------------------------------------------------------------------------


def test_nothing_climbed_is_no_mountain() -> None:
    assert mountain_of(0.4) == Mountain()


@pytest.mark.parametrize(
    ("metres", "height", "compared"),
    [
        (30.0, "30 m", "300 m to the height of the Eiffel Tower"),
        (330.0, "330 m", "higher than the Eiffel Tower, 755 m to Snowdon"),
        (1240.4, "1240 m", "higher than Snowdon, 105 m to Ben Nevis"),
        (9000.0, "9000 m", "up Everest once, and on"),
        (18000.0, "18000 m", "up Everest 2 times, and on"),
    ],
)
def test_a_height_is_compared_with_one_that_people_know(
    metres: float, height: str, compared: str
) -> None:
    said = mountain_of(metres)
    assert (said.height.replace("\N{NO-BREAK SPACE}", " "), said.compared) == (
        height,
        compared.replace(" m to", "\N{NO-BREAK SPACE}m to"),
    )


@pytest.mark.parametrize("metres", [1, 329.9, *SUMMITS_M, 12_345, 26_547])
def test_the_mountain_is_never_more_than_full(metres: float) -> None:
    assert 0 <= mountain_of(metres).filled <= 1


def test_the_height_is_in_the_clubs_units() -> None:
    tongue.speak("en", "imperial")
    assert mountain_of(1000).height.endswith("ft")


# -- sizes and places ------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 4, 9, 16, 32])
def test_digits_on_a_wall_of_43_inches_are_29_millimetres_high(count: int) -> None:
    gap, width, height = 9, 1902, 1062 - 73 - 108 - 2 * 9
    columns = best_columns(count, width, height, gap)
    rows = -(-count // columns)
    tile = ((width - (columns - 1) * gap) // columns, (height - (rows - 1) * gap) // rows)
    millimetres_per_pixel = 43 * 25.4 / (1920**2 + 1080**2) ** 0.5
    assert number_size(*tile, 108) * DIGIT_PER_SIZE * millimetres_per_pixel >= 29


def test_a_tile_glides_from_the_place_it_had() -> None:
    told = glides([1, 2, 3], [2, 3], {})
    assert told == {2: GLIDE + 1, 3: GLIDE + 2}
    assert glides([2, 3], [2, 3, 4], told) == told
    assert glides([2, 3, 4], [3, 4], told) == {3: 2 * GLIDE + 1, 4: 2 * GLIDE + 2}
