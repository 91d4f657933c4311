"""The shelf of the club's straps in words, without a pixel."""

import pytest

from kiosk.session.state import KioskState, StrapHeard
from kiosk.shelf import PoolStrap
from screens.shelf_view import Shelf, battery, last_used, lowest_free, next_free, row_of


@pytest.mark.parametrize(
    ("percent", "status", "words", "low"),
    [
        (80, "good", "battery 80 %", False),
        (80, None, "battery 80 %", False),
        (None, "ok", "battery ok", False),
        (12, "low", "battery low 12 %", True),
        (15, None, "battery low 15 %", True),
        (16, None, "battery 16 %", False),
        (None, "low", "battery low", True),
        (3, "critical", "nearly flat 3 %", True),
        (None, "critical", "nearly flat", True),
        (None, None, "battery not known", False),
    ],
)
def test_a_flat_strap_is_never_offered_without_saying_so(
    percent: int | None, status: str | None, words: str, low: bool
) -> None:
    strap = PoolStrap(7, 41_007, battery_percent=percent, battery_status=status)
    assert battery(strap, None) == (words, low)


def test_what_a_strap_says_now_counts_before_what_it_said_once() -> None:
    strap = PoolStrap(7, 41_007, battery_percent=80, battery_status="good")
    heard = StrapHeard(0, 0, battery_percent=9, battery_status="low")
    assert battery(strap, heard) == ("battery low 9 %", True)
    assert battery(strap, StrapHeard(0, 0)) == ("battery 80 %", False)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "used today"),
        (0, "used today"),
        (1, "used yesterday"),
        (13, "used 13 days ago"),
        (15, "used 2 weeks ago"),
        (None, ""),
    ],
)
def test_the_last_use_is_said_in_days(days: int | None, words: str) -> None:
    assert last_used(PoolStrap(7, 1, last_used_utc_ms=5), lambda _ms: days) == words


def test_a_strap_that_was_never_used_says_so() -> None:
    assert last_used(PoolStrap(7, 1), lambda _ms: 0) == "never used"


def shelf(athlete_id: int | None = None, **heard: float) -> Shelf:
    straps = {int(number[1:]): StrapHeard(0, at) for number, at in heard.items()}
    state = KioskState(now=100.0, straps=straps)
    return Shelf(state, {2: "Ben"}, lambda _ms: 1, athlete_id)


def test_who_has_it_is_said_by_name() -> None:
    assert row_of(PoolStrap(7, 41_007), shelf(), None).holder == "on the shelf"
    lent = PoolStrap(7, 41_007, holder_id=2)
    assert row_of(lent, shelf(), None).holder == "Ben has it"
    assert row_of(PoolStrap(7, 41_007, holder_id=3), shelf(), None).holder == "somebody has it"
    mine = row_of(lent, shelf(2), 7)
    assert (mine.holder, mine.mine, mine.taken, mine.chosen) == ("you have it", True, True, True)


def test_a_strap_is_on_the_air_while_it_is_heard() -> None:
    assert row_of(PoolStrap(7, 41_007), shelf(n41007=96.0), None).air
    assert not row_of(PoolStrap(7, 41_007), shelf(n41007=94.0), None).air


def test_numbers_that_are_taken_are_left_out() -> None:
    pool = [PoolStrap(number, 40_000 + number) for number in (1, 2, 4, 99)]
    assert lowest_free(pool) == 3
    assert next_free(pool, 3, 1) == 5
    assert next_free(pool, 5, -1) == 3
    assert next_free(pool, 3, -1) == 3, "below it all are taken"
    assert next_free(pool, 90, 10) == 90, "99 is taken"
    assert lowest_free(PoolStrap(number, number) for number in range(1, 100)) == 0
