"""Night at the club: when it is, also where clocks change, and a clock that stands nowhere long."""

from datetime import time
from pathlib import Path

import pytest

from kiosk.errors import SettingsError
from kiosk.night import night_of, place_of
from kiosk.settings import Settings, load_settings
from tests.unit.app_rig import Kiosk


@pytest.mark.parametrize(
    ("words", "now", "is_night"),
    [
        ("22:30-06:00", time(22, 29, 59), False),
        ("22:30-06:00", time(22, 30), True),
        ("22:30-06:00", time(0, 0), True),
        ("22:30-06:00", time(5, 59, 59), True),
        ("22:30-06:00", time(6, 0), False),
        ("1:00 - 5:00", time(0, 59), False),
        ("1:00 - 5:00", time(1, 0), True),
        ("1:00 - 5:00", time(5, 0), False),
        ("7:00-7:00", time(7, 0), False),
    ],
)
def test_a_night_may_go_over_midnight(words: str, now: time, is_night: bool) -> None:
    night = night_of(words)
    assert night is not None
    assert night.covers(now) is is_night


@pytest.mark.parametrize(
    "words", ["night", "25:00-06:00", "22:60-06:00", "22-6", "22:00", "-", "٢٢:00-٠٦:99"]
)
def test_anything_else_is_refused_with_an_example(words: str) -> None:
    with pytest.raises(ValueError, match=r"22:30-06:00"):
        night_of(words)


def test_the_configuration_takes_a_night_and_refuses_what_is_none(tmp_path: Path) -> None:
    assert night_of(Settings().display.night) is None
    file = tmp_path / "kiosk.toml"
    file.write_text('[display]\nnight = "22:00-06:30"\n')
    assert load_settings(file).settings.display.night == "22:00-06:30"
    file.write_text('[display]\nnight = "late"\n')
    with pytest.raises(SettingsError, match=r"night.*22:30-06:00"):
        load_settings(file)


def test_the_shell_knows_the_night_by_the_clubs_clock_and_only_by_one_that_is_set() -> None:
    kiosk = Kiosk()
    kiosk.app.night = night_of("22:30-06:00")
    at = kiosk.clock.utc_ms() % 86_400_000 / 1000
    kiosk.clock.jump_wall(23 * 3600 - at)
    assert kiosk.app.is_night
    kiosk.clock.jump_wall(12 * 3600)
    assert not kiosk.app.is_night
    kiosk.clock.jump_wall(12 * 3600 - 50 * 365 * 86_400)
    assert not kiosk.app.is_night, "1976: nobody has set it"


def test_the_clock_comes_to_every_place_and_stays_nowhere_for_two_minutes() -> None:
    places = [place_of(minute) for minute in range(35)]
    assert len(set(places)) == 35
    assert all(0 <= share <= 1 for place in places for share in place)
