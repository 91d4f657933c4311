"""Durations and distances as people write them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import KioskError
from kiosk.training.units import (
    MAX_DISTANCE_M,
    MAX_DURATION_S,
    UnitError,
    parse_distance,
    parse_duration,
    quoted,
)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90 s", 90),
        ("90s", 90),
        ("90 sec", 90),
        ("1 second", 1),
        ("5 min", 300),
        ("5 minutes", 300),
        ("1.5 min", 90),
        ("7:30", 450),
        ("90:00", 5400),
        ("0:05", 5),
        ("1:20:00", 4800),
        ("1 h", 3600),
        ("1.5 h", 5400),
        ("1 h 20 min", 4800),
        ("3 min 45 s", 225),
        ("  20 min ", 1200),
        ("0.1 h", 360),
    ],
)
def test_durations_are_read_as_people_write_them(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("400 m", 400.0),
        ("400m", 400.0),
        ("2 km", 2000.0),
        ("0.1 km", 100.0),
        ("1 mi", 1609.344),
        ("1 mile", 1609.344),
        ("2 miles", 3218.688),
        ("0.25 mi", 402.336),
        ("1 km 500 m", 1500.0),
    ],
)
def test_distances_are_read_exactly(text: str, metres: float) -> None:
    assert parse_distance(text) == metres


@pytest.mark.parametrize(
    "text",
    ["", " ", "5", "min", "5 m", "5 km", "-5 min", "+5 min", "5,5 min", "5 min 5 min", "7:60",
     "1:60:00", "1:2", "5 min!", "٥ min", "1e3 s", "nan s", "inf min", "5 Min.", "7:30 min",
     "0 s", "0:00", "25 h", "0.5 s", "1.0001 min", "99999999999 h", "5\n\nmin s"],
)  # fmt: skip
def test_what_is_no_duration_is_refused_with_an_example_or_a_limit(text: str) -> None:
    with pytest.raises(UnitError, match=r"write it like|round it|give 1 second to 24 hours"):
        parse_duration(text)


@pytest.mark.parametrize("text", ["", "400", "5 min", "-1 km", "0 m", "0.5 m", "201 km", "1 m 1 m"])
def test_what_is_no_distance_is_refused(text: str) -> None:
    with pytest.raises(UnitError, match=r"write it like|give 1 metre"):
        parse_distance(text)


def test_metres_where_minutes_were_meant_get_a_hint() -> None:
    with pytest.raises(UnitError, match=r'"m" means metres: write "min"'):
        parse_duration("5 m")


def test_a_unit_error_is_one_of_ours_and_a_value_error() -> None:
    assert issubclass(UnitError, KioskError)
    assert issubclass(UnitError, ValueError)


@given(st.integers(1, MAX_DURATION_S))
def test_every_whole_number_of_seconds_survives_each_way_of_writing(seconds: int) -> None:
    minutes, rest = divmod(seconds, 60)
    assert parse_duration(f"{seconds} s") == seconds
    assert parse_duration(f"{minutes // 60}:{minutes % 60:02}:{rest:02}") == seconds
    if minutes < 1000:
        assert parse_duration(f"{minutes}:{rest:02}") == seconds


@given(st.integers(1, int(MAX_DISTANCE_M)))
def test_metres_and_kilometres_agree(metres: int) -> None:
    assert parse_distance(f"{metres} m") == metres
    assert parse_distance(f"{metres // 1000}.{metres % 1000:03} km") == metres


@given(st.text(), st.sampled_from([parse_duration, parse_distance]))
def test_any_text_is_either_read_or_refused(text: str, parse: Callable[[str], float]) -> None:
    refusal = None
    try:
        assert 1 <= parse(text) <= max(MAX_DURATION_S, MAX_DISTANCE_M)
    except UnitError as error:
        refusal = str(error)
    assert refusal is None or refusal.isprintable()


@given(st.text() | st.integers() | st.lists(st.text()))
def test_a_quoted_value_is_short_and_printable(value: object) -> None:
    assert quoted(value).isprintable()
    assert len(quoted(value)) <= 42
