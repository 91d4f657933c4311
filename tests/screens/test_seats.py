"""Places of tiles: they fill the room and stay where they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.seats import best_columns, number_size, settle


def test_before_a_session_everybody_sits_in_order_of_tapping_in() -> None:
    assert settle([3, None, 1], [1, 2, 3], hold=False) == [1, 2, 3]


def test_during_a_session_who_leaves_leaves_a_gap_and_who_comes_takes_it() -> None:
    gap = settle([1, 2, 3], [1, 3], hold=True)
    assert gap == [1, None, 3]
    assert settle(gap, [1, 3, 7, 8], hold=True) == [1, 7, 3, 8]


def test_when_all_have_gone_no_gaps_are_kept() -> None:
    assert settle([1, 2], [], hold=True) == []


@given(
    st.lists(st.integers(1, 40), unique=True, max_size=32),
    st.lists(st.integers(1, 40), unique=True, max_size=32),
)
def test_nobody_who_stays_moves_and_everybody_has_one_place(
    before: list[int], now: list[int]
) -> None:
    seats = settle(before, now, hold=True)
    assert sorted(seat for seat in seats if seat is not None) == sorted(now)
    for athlete in set(before) & set(now):
        assert seats.index(athlete) == before.index(athlete)


@pytest.mark.parametrize(
    ("count", "width", "height", "columns"),
    [
        (1, 1264, 560, 1),
        (2, 1264, 560, 2),
        (4, 1264, 560, 2),
        (8, 1264, 560, 4),
        (32, 1264, 560, 8),
        (2, 704, 1000, 1),
        (8, 704, 1000, 2),
        (32, 704, 1000, 4),
    ],
)
def test_the_grid_suits_the_room(count: int, width: int, height: int, columns: int) -> None:
    assert best_columns(count, width, height, 6) == columns


@given(st.integers(0, 40), st.floats(0, 4000), st.floats(0, 4000))
def test_there_is_a_grid_for_every_room(count: int, width: float, height: float) -> None:
    columns = best_columns(count, width, height, 6)
    assert 1 <= columns <= max(1, count)


@given(st.integers(1, 32))
def test_no_grid_has_much_larger_numbers(count: int) -> None:
    def size(columns: int) -> float:
        rows = -(-count // columns)
        return number_size((1904 - 9 * (columns - 1)) / columns, (860 - 9 * (rows - 1)) / rows)

    chosen = size(best_columns(count, 1904, 860, 9))
    assert chosen >= 0.79 * max(size(columns) for columns in range(1, count + 1))
