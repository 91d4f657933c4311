"""Speeds, ways, heights and weights in both systems of units, and with a decimal comma."""

import pytest

from kiosk.training.plan import Step
from screens import outline, sets, units, wording
from screens.tongue import speak

pytestmark = pytest.mark.usefixtures("qapp")


def plain(text: str) -> str:
    return text.replace(units.THIN, " ").replace(units.KEPT, " ")


def test_a_kiosk_shows_kilometres_metres_and_kilograms() -> None:
    speak("en")
    assert plain(units.speed(7.2)) == "7.2 km/h"
    assert [plain(units.distance(way)) for way in (400, 1609.344)] == ["400 m", "1.6 km"]
    assert plain(units.height(612.4)) == "612 m"
    assert [plain(units.weight(load)) for load in (16, 17.5)] == ["16 kg", "17.5 kg"]
    assert plain(units.pace(7.2)) == "8:20 min/km"


def test_a_club_that_counts_in_miles_sees_miles_feet_and_pounds() -> None:
    speak("en", "imperial")
    assert plain(units.speed(6.437376)) == "4.0 mph"
    ways = [plain(units.distance(way)) for way in (91.44, 402.336, 804.672, 1609.344, 5000)]
    assert ways == ["100 yd", "0.25 mi", "0.5 mi", "1.0 mi", "3.1 mi"]
    assert plain(units.height(612.4)) == "2009 ft"
    assert [plain(units.weight(load)) for load in (16, 22.6796185)] == ["35.3 lb", "50 lb"]
    assert plain(units.pace(9.656064)) == "10:00 min/mi"


def test_numbers_have_the_languages_decimal_sign_in_either_system() -> None:
    speak("de")
    assert plain(units.speed(7.25)) == "7,3 km/h"
    assert wording.percent(-0.04, 1) == "0,0"
    assert wording.percent(-4.5, 1) == "−4,5"
    speak("de", "imperial")
    assert plain(units.weight(17.5)) == "38,6 lb"


def test_what_has_been_typed_in_miles_is_kilometres_again() -> None:
    speak("en", "imperial")
    assert units.to_kmh(units.from_kmh(7.2)) == pytest.approx(7.2)
    assert units.to_kmh(4.0) == pytest.approx(6.437376)


def test_a_way_still_to_go_is_never_rounded_to_nothing() -> None:
    speak("en")
    assert units.distance_left(0.2) == "1 m"
    speak("en", "imperial")
    assert units.distance_left(0.2) == "1 yd"
    assert plain(units.distance_left(1609.344)) == "1.00 mi"


def test_loads_go_up_by_whole_pounds_where_plates_are_in_pounds() -> None:
    speak("en", "imperial")
    heavier = sets.nudged(sets.nudged(16.0, 1), 1)
    assert plain(sets.load_words(heavier)) == "37 lb"
    assert sets.nudged(0.2, -5) == 0.0
    speak("en")
    assert plain(sets.load_words(sets.nudged(16.0, 1))) == "16.5 kg"


def test_a_step_to_come_is_outlined_in_the_clubs_units() -> None:
    speak("en", "imperial")
    step = Step("Carry", "work", distance_m=1609.344, load_kg=22.6796185)
    assert plain(outline.length(step)) == "1.0 mi"
