"""What is said of a key that the configuration does not know."""

import pytest

from kiosk.settings import Settings
from kiosk.toml_words import nearest

TOP = list(Settings.model_fields)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("data", "data_directory"),
        ("Display", "display"),
        ("station", "stations"),
        ("hisotry", "history"),
    ],
)
def test_a_slip_or_a_beginning_is_answered_with_the_key_that_is_meant(
    word: str, meant: str
) -> None:
    assert nearest(word, TOP) == f'did you mean "{meant}"?'


@pytest.mark.parametrize("word", ["colour", "wifi", "d", ""])
def test_what_is_like_no_key_is_answered_with_all_of_them(word: str) -> None:
    said = nearest(word, TOP)
    assert said.startswith("known here are ")
    assert all(key in said for key in TOP)


def test_a_key_that_goes_on_too_long_is_known_by_its_beginning() -> None:
    assert nearest("baudrate", ["axis", "baud", "driver", "port"]) == 'did you mean "baud"?'
    assert nearest("zone_", ["zone_model_one", "zone_model_two"]).startswith("known here are ")


def test_where_nothing_may_stand_the_key_is_to_go() -> None:
    assert nearest("anything", []) == "take it out."
