"""Packed minutes: every number comes back as it was, and no damaged byte goes unnoticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.history.chunks import DamagedChunkError, pack, unpack

Column = list[int | None]
_SMALL = st.integers(-100, 100)
_ANY = st.none() | st.integers(-(2**62), 2**62) | _SMALL


def column(rows: int) -> st.SearchStrategy[Column]:
    """Empty, even, uneven, with holes, with numbers of any size."""

    def even(first: int, step: int) -> Column:
        return [first + n * step for n in range(rows)]

    def whole(numbers: list[int]) -> Column:
        return [*numbers]

    nothing: Column = [None] * rows
    return st.one_of(
        st.lists(_ANY, min_size=rows, max_size=rows),
        st.just(nothing),
        st.builds(even, _SMALL, _SMALL),
        st.lists(_SMALL, min_size=rows, max_size=rows).map(whole),
    )


def tables() -> st.SearchStrategy[list[Column]]:
    """Columns of one length."""
    return st.integers(0, 70).flatmap(lambda rows: st.lists(column(rows), min_size=1, max_size=5))


@given(tables())
def test_every_number_comes_back(columns: list[Column]) -> None:
    assert unpack(pack(columns)) == columns


@given(tables(), st.data())
def test_one_changed_byte_anywhere_is_noticed(columns: list[Column], data: st.DataObject) -> None:
    packed = bytearray(pack(columns))
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DamagedChunkError):
        unpack(bytes(packed))


@given(st.binary(max_size=200))
def test_rubbish_and_half_a_chunk_are_damage(rubbish: bytes) -> None:
    whole = pack([[1, 2, 3], [None, 5, 7]])
    for chunk in (rubbish, whole[: len(rubbish) % len(whole)]):
        with pytest.raises(DamagedChunkError):
            unpack(chunk)


def test_what_hardly_changes_costs_hardly_anything() -> None:
    minute = [[1_790_000_000_000 + 1000 * s for s in range(60)], [120] * 60, [None] * 60]
    assert len(pack(minute)) < 30
