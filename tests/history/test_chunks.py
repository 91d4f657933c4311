"""Packed minutes: every number comes back as it was, and no damaged byte goes unnoticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.history.chunks import DamagedChunkError, pack, unpack

_NUMBER = st.none() | st.integers(-(2**62), 2**62) | st.integers(-300, 300)


@st.composite
def tables(draw: st.DrawFn) -> list[list[int | None]]:
    """Columns of one length: empty, even, uneven, with holes."""
    rows = draw(st.integers(0, 70))
    kinds = (
        st.lists(_NUMBER, min_size=rows, max_size=rows),
        st.just([None] * rows),
        st.builds(lambda first, step: [first + n * step for n in range(rows)], _SMALL, _SMALL),
        st.lists(_SMALL, min_size=rows, max_size=rows),
    )
    return draw(st.lists(st.one_of(*kinds), min_size=1, max_size=5))


_SMALL = st.integers(-100, 100)


@given(tables())
def test_every_number_comes_back(columns: list[list[int | None]]) -> None:
    assert unpack(pack(columns)) == columns


@given(tables(), st.data())
def test_one_changed_byte_anywhere_is_noticed(
    columns: list[list[int | None]], data: st.DataObject
) -> None:
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
