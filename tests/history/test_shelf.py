"""The club's shelf: a strap is with one person or with nobody, and is never somebody's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.errors import RosterError
from kiosk.history.database import open_engine
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.shelf import PoolStrap


@pytest.fixture
def shelf(engine: Engine, clock: ManualClock) -> Shelf:
    return Shelf(engine, clock)


@pytest.fixture
def anna(roster: Roster) -> int:
    return roster.add("Anna", [101]).id


@pytest.fixture
def ben(roster: Roster) -> int:
    return roster.add("Ben", [102]).id


def test_a_strap_is_lent_and_given_back_with_what_its_battery_says(
    shelf: Shelf, clock: ManualClock, anna: int
) -> None:
    assert shelf.add(7, 12345) == PoolStrap(7, 12345)
    lent_at = clock.utc_ms()
    assert shelf.lend(7, anna) == PoolStrap(7, 12345, anna, last_used_utc_ms=lent_at)
    clock.advance(3600)
    back = PoolStrap(7, 12345, None, 20, "low", clock.utc_ms())
    assert shelf.give_back(7, 20, "low") == back
    clock.advance(60)
    assert shelf.give_back(7) == back, "given back twice changes nothing"
    assert shelf.give_back(7, battery_percent=100).battery_status == "low"
    assert shelf.list() == [PoolStrap(7, 12345, None, 100, "low", back.last_used_utc_ms)]
    shelf.drop(7)
    assert shelf.list() == []


def test_whoever_takes_another_one_gives_the_flat_one_back(
    shelf: Shelf, anna: int, ben: int
) -> None:
    for number in (1, 2, 3):
        shelf.add(number, 500 + number)
    shelf.lend(1, anna)
    shelf.lend(3, ben)
    shelf.lend(2, anna)
    assert [strap.holder_id for strap in shelf.list()] == [None, anna, ben]
    shelf.lend(2, anna)
    assert [strap.holder_id for strap in shelf.list()] == [None, anna, ben]


def test_a_strap_that_somebody_has_is_neither_lent_nor_dropped(
    shelf: Shelf, anna: int, ben: int
) -> None:
    shelf.add(7, 12345)
    shelf.lend(7, anna)
    for refused in (lambda: shelf.lend(7, ben), lambda: shelf.drop(7)):
        with pytest.raises(RosterError, match='"Anna" has strap 7 of the club: have it given back'):
            refused()
    assert [strap.holder_id for strap in shelf.list()] == [anna]
    assert shelf.lend(7, ben, from_anybody=True).holder_id == ben


def test_who_leaves_the_roster_has_no_strap_of_the_club_any_more(
    shelf: Shelf, roster: Roster, anna: int
) -> None:
    shelf.add(7, 12345)
    shelf.lend(7, anna)
    roster.remove("Anna")
    assert [strap.holder_id for strap in shelf.list()] == [None]
    with pytest.raises(RosterError, match='"Anna" is not on the roster any more'):
        shelf.lend(7, anna)
    with pytest.raises(RosterError, match="This person is not on the roster any more"):
        shelf.lend(7, 4711)


@pytest.mark.parametrize(
    ("number", "device_number", "sentence"),
    [
        (0, 1, "cannot be number 0: give one from 1 to 99"),
        (100, 1, "cannot be number 100"),
        (-(2**70), 1, "give one from 1 to 99"),
        (1, 0, "Strap 0 cannot be: a device number is between 1 and 1048575"),
        (1, 1_048_576, "Strap 1048576 cannot be"),
        (7, 1, "Strap 12345 is number 7 on the shelf already"),
        (8, 12345, "Strap 12345 is number 7 on the shelf already"),
        (1, 101, 'Strap 101 belongs to "Anna"'),
    ],
)
def test_what_cannot_go_on_the_shelf_is_a_sentence(
    shelf: Shelf, anna: int, number: int, device_number: int, sentence: str
) -> None:
    shelf.add(7, 12345)
    with pytest.raises(RosterError, match=sentence):
        shelf.add(number, device_number)
    assert shelf.list() == [PoolStrap(7, 12345)]


@pytest.mark.parametrize("number", [1, 0, -1, 2**70])
def test_a_number_that_is_not_on_the_shelf_is_a_sentence(
    shelf: Shelf, anna: int, number: int
) -> None:
    for refused in (
        lambda: shelf.lend(number, anna),
        lambda: shelf.give_back(number),
        lambda: shelf.drop(number),
    ):
        with pytest.raises(RosterError, match=f"no strap {number} on the shelf: look there"):
            refused()


def test_a_battery_that_cannot_be_is_refused(shelf: Shelf) -> None:
    shelf.add(1, 1)
    with pytest.raises(RosterError, match="cannot be at 255 %"):
        shelf.give_back(1, 255)
    with pytest.raises(RosterError, match='cannot be "charging": choose from new, good'):
        shelf.give_back(1, 50, "charging")
    assert shelf.list() == [PoolStrap(1, 1)]


def test_a_strap_of_the_club_becomes_nobodys_own(shelf: Shelf, roster: Roster, anna: int) -> None:
    shelf.add(7, 12345)
    for refused in (
        lambda: roster.add("Cem", [12345], shared=True),
        lambda: roster.remember_strap(anna, 12345),
    ):
        with pytest.raises(RosterError, match="Strap 12345 is number 7 of the club's own: borrow"):
            refused()
    assert [(who.name, who.straps) for who in roster.list()] == [("Anna", (101,))]
    shelf.drop(7)
    assert roster.remember_strap(anna, 12345).straps == (101, 12345)


def test_a_club_may_have_ninety_nine(shelf: Shelf, roster: Roster) -> None:
    for number in range(99, 0, -1):
        shelf.add(number, 20_000 + number)
    people = [roster.add(f"Athlete {number}").id for number in range(1, 33)]
    for number, athlete_id in enumerate(people, 68):
        shelf.lend(number, athlete_id)
    pool = shelf.list()
    assert [strap.number for strap in pool] == list(range(1, 100))
    assert [strap.device_number for strap in pool] == list(range(20_001, 20_100))
    assert [strap.holder_id for strap in pool[67:]] == people
    assert all(strap.holder_id is None for strap in pool[:67])


# -- any order of requests ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One history for many examples, with three people."""
    engine = open_engine(Path(tmp_path_factory.mktemp("club")) / "history.sqlite3")
    for name in ("Anna", "Ben", "Cem"):
        Roster(engine).add(name)
    yield engine
    engine.dispose()


requests = st.lists(
    st.tuples(
        st.sampled_from(["add", "drop", "lend", "give back"]), st.integers(1, 3), st.integers(1, 3)
    ),
    max_size=12,
)


@settings(max_examples=40)
@given(requests)
def test_any_order_of_requests_leaves_what_a_shelf_of_wood_would_hold(
    club: Engine, asked: list[tuple[str, int, int]]
) -> None:
    with club.begin() as connection:
        connection.exec_driver_sql("DELETE FROM pool_strap")
    shelf, wood = Shelf(club, ManualClock()), dict[int, tuple[int, int | None]]()
    for what, number, other in asked:
        there, holder = number in wood, wood.get(number, (0, None))[1]
        taken = any(device == other for device, _ in wood.values())
        try:
            match what:
                case "add":
                    shelf.add(number, other)
                    assert not there
                    assert not taken
                    wood[number] = (other, None)
                case "drop":
                    shelf.drop(number)
                    assert holder is None
                    del wood[number]
                case "lend":
                    shelf.lend(number, other)
                    assert holder in (None, other)
                    for n, (device, who) in wood.items():
                        wood[n] = (device, None if who == other else who)
                    wood[number] = (wood[number][0], other)
                case _:
                    shelf.give_back(number)
                    wood[number] = (wood[number][0], None)
        except RosterError:
            assert {
                "add": there or taken,
                "drop": not there or holder is not None,
                "lend": not there or holder not in (None, other),
                "give back": not there,
            }[what]
    assert {s.number: (s.device_number, s.holder_id) for s in shelf.list()} == wood
