"""Places are shared out fairly, whatever the class and the hall."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.session.pace import StationFacts
from kiosk.session.seats import Seats, missing_lanes
from kiosk.training.plan import Lane, Rotation

BELTS, STAIRS, FLOOR = (
    Lane("Belts", "treadmill", 2, 1),
    Lane("Stairs", "stair", 3, 1),
    Lane("Floor", "floor", 4, 1),
)


def hall(belts: int, stairs: int) -> list[StationFacts]:
    return [
        *(StationFacts(f"Belt {n}") for n in range(belts)),
        *(StationFacts(f"Stairs {n}", "stair") for n in range(stairs)),
    ]


def rotation(blocks: int, *lanes: Lane) -> Rotation:
    return Rotation(360, blocks, 1, 1, lanes or (BELTS, STAIRS, FLOOR))


@settings(max_examples=60)
@given(
    people=st.integers(1, 24),
    belts=st.integers(0, 6),
    stairs=st.integers(0, 4),
    blocks=st.integers(1, 12),
)
def test_every_place_is_used_and_nobody_has_a_lane_two_blocks_oftener_than_another(
    people: int, belts: int, stairs: int, blocks: int
) -> None:
    seats = Seats(rotation(blocks), hall(belts, stairs))
    had = {who: Counter[int]() for who in range(people)}
    for block in range(blocks):
        seats.share_out(list(had), blocks - block)
        taken = [seat.station for seat in seats.taken.values() if seat.station is not None]
        assert len(set(taken)) == len(taken) == min(people, belts + stairs)
        for who, seat in seats.taken.items():
            had[who][seat.lane] += 1
    for lane in (0, 1):
        counts = [turns[lane] for turns in had.values()]
        assert max(counts) - min(counts) <= 1


@given(
    leavers=st.dictionaries(st.integers(0, 9), st.integers(1, 7), max_size=5),
    comers=st.dictionaries(st.integers(10, 14), st.integers(1, 7), max_size=5),
)
def test_who_comes_and_goes_leaves_no_place_empty_and_none_taken_twice(
    leavers: dict[int, int], comers: dict[int, int]
) -> None:
    seats = Seats(rotation(8), hall(3, 1))
    here = list(range(10))
    for block in range(8):
        here = [who for who in here if leavers.get(who) != block]
        here += [who for who, at in comers.items() if at == block]
        seats.share_out(here, 8 - block)
        assert set(seats.taken) == set(here)
        taken = [seat.station for seat in seats.taken.values() if seat.station is not None]
        assert len(set(taken)) == len(taken) == min(len(here), 4)


def test_a_newcomer_makes_up_for_no_turn_they_have_missed() -> None:
    seats = Seats(rotation(6, BELTS, FLOOR), hall(1, 0))
    had: Counter[int] = Counter()
    for block in range(6):
        seats.share_out([1, 2, 3] if block >= 3 else [1, 2], 6 - block)
        had.update(who for who, seat in seats.taken.items() if seat.lane == 0)
    assert sorted(had.values()) == [1, 2, 3]
    assert had[3] == 1


def test_a_closed_station_is_given_to_nobody() -> None:
    seats = Seats(rotation(4), hall(2, 0))
    seats.share_out([1], 4, closed=["Belt 0"])
    assert seats.taken[1].station == "Belt 1"


def test_two_lanes_of_one_machine_share_its_stations_and_two_floors_their_people() -> None:
    other = Lane("Other floor", "floor", 6, 1)
    seats = Seats(rotation(4, BELTS, Lane("Fast", "treadmill", 5, 1), FLOOR, other), hall(3, 0))
    seats.share_out(list(range(9)), 4)
    lanes = Counter(seat.lane for seat in seats.taken.values())
    assert lanes == {0: 2, 1: 1, 2: 3, 3: 3}


def test_lanes_without_their_machine_are_told() -> None:
    assert missing_lanes(rotation(4), hall(2, 0)) == [STAIRS]
    assert missing_lanes(rotation(4), hall(1, 1)) == []
    assert Seats(rotation(4, BELTS, STAIRS), hall(2, 1)).holds == 3
    assert Seats(rotation(4), hall(2, 1)).holds is None
