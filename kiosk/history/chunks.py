"""A minute of rows as a few bytes, and back: column by column, differences, squeezed by zlib.

A packed minute begins with the CRC-32 of what follows, so that one damaged byte is noticed; every
number comes back exactly as it was.
"""

import zlib
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, cast

from kiosk.errors import HistoryError

_FORMAT: Final = 1
_CRC_BYTES: Final = 4
_WIDTHS: Final = "bhiq"
"""Array codes of differences that need 1, 2, 4 or 8 bytes."""
_EMPTY, _EVEN, _UNEVEN = range(3)
_HOLES: Final = 4
"""Added where only some rows have a value."""
_SEVEN_BITS: Final = 0x7F

Column = Sequence[int | None]


class DamagedChunkError(HistoryError):
    """Its bytes are not those that were written."""


def pack(columns: Sequence[Column]) -> bytes:
    """`columns` are of one length. Raises OverflowError for more than 64 bits."""
    out = bytearray((_FORMAT,))
    _pack_number(out, len(columns[0]))
    for column in columns:
        _pack_column(out, column)
    squeezed = zlib.compress(bytes(out), 9, wbits=-15)
    return zlib.crc32(squeezed).to_bytes(_CRC_BYTES, "little") + squeezed


def unpack(chunk: bytes, wanted: Sequence[int] = ()) -> list[list[int | None]]:
    """The columns; with `wanted` only those of these numbers, ascending from 0, which takes a
    fraction of the time. Raises DamagedChunkError.
    """
    squeezed = chunk[_CRC_BYTES:]
    if zlib.crc32(squeezed) != int.from_bytes(chunk[:_CRC_BYTES], "little"):
        raise DamagedChunkError("A minute on the disk is damaged.")
    try:
        data = zlib.decompress(squeezed, wbits=-15)
    except zlib.error as error:  # nothing but the sum of nothing
        raise DamagedChunkError("A minute on the disk is damaged.") from error
    if data[0] != _FORMAT:
        raise DamagedChunkError("A minute was written by a newer Switchback.")
    return _some_columns(data, wanted) if wanted else list(_columns(data))


def is_intact(chunk: bytes) -> bool:
    """Whether its bytes are those that were written."""
    return zlib.crc32(chunk[_CRC_BYTES:]) == int.from_bytes(chunk[:_CRC_BYTES], "little")


def _pack_column(out: bytearray, column: Column) -> None:
    values = [value for value in column if value is not None]
    if not values:
        out.append(_EMPTY)
        return
    steps = [after - before for before, after in pairwise(values)]
    is_even = len(set(steps)) <= 1
    has_holes = len(values) < len(column)
    out.append((_EVEN if is_even else _UNEVEN) + (_HOLES if has_holes else 0))
    if has_holes:
        out += bytes(value is not None for value in column)
    _pack_number(out, values[0])
    if is_even:
        _pack_number(out, steps[0] if steps else 0)
    else:
        width, packed = _narrowest(steps)
        out.append(width)
        out += packed


def _narrowest(numbers: Sequence[int]) -> tuple[int, bytes]:
    """As bytes, and how wide they had to be: an index into _WIDTHS."""
    widest = max(abs(number) for number in numbers)
    width = sum(widest > limit for limit in (0x7F, 0x7FFF, 0x7FFF_FFFF))
    return width, array(_WIDTHS[width], numbers).tobytes()


def _columns(data: bytes) -> Iterator[list[int | None]]:
    rows, at = _number(data, 1)
    while at < len(data):
        values, at = _column(data, at, rows)
        yield values


def _some_columns(data: bytes, wanted: Sequence[int]) -> list[list[int | None]]:
    """Written for speed: opening a class of sixteen skips ten thousand columns."""
    rows, at = _number(data, 1)
    found: list[list[int | None]] = []
    column = 0
    for number in wanted:
        while column < number:
            kind, at, known = data[at], at + 1, rows
            if kind >= _HOLES:
                known, at = data.count(1, at, at + rows), at + rows
            numbers = (0, 2, 1)[kind % _HOLES]
            while numbers:
                numbers -= data[at] <= _SEVEN_BITS
                at += 1
            if kind % _HOLES == _UNEVEN:
                at += 1 + ((known - 1) << data[at])  # the widths are powers of two, in order
            column += 1
        values, at = _column(data, at, rows)
        found.append(values)
        column += 1
    return found


def _column(data: bytes, at: int, rows: int) -> tuple[list[int | None], int]:
    """The values, and where the next column begins."""
    kind, at = data[at], at + 1
    if kind == _EMPTY:
        return [None] * rows, at
    mask = b""
    if kind >= _HOLES:
        mask, at = data[at : at + rows], at + rows
    known = mask.count(1) if mask else rows
    is_even = kind % _HOLES == _EVEN
    values, at = _even(data, at, known) if is_even else _uneven(data, at, known)
    if not mask:
        return cast("list[int | None]", values), at
    there = iter(values)
    return [next(there) if has else None for has in mask], at


def _even(data: bytes, at: int, known: int) -> tuple[list[int], int]:
    """So many values, and where the next column begins."""
    first, at = _number(data, at)
    step, at = _number(data, at)
    if step == 0:
        return [first] * known, at
    return list(range(first, first + known * step, step)), at


def _uneven(data: bytes, at: int, known: int) -> tuple[list[int], int]:
    """The same."""
    first, at = _number(data, at)
    steps: array[int] = array(_WIDTHS[data[at]])
    end = at + 1 + (known - 1) * steps.itemsize
    steps.frombytes(data[at + 1 : end])
    return list(accumulate(steps, initial=first)), end


def _pack_number(out: bytearray, number: int) -> None:
    """Seven bits to a byte, the sign in the lowest."""
    rest = number << 1 if number >= 0 else (-number << 1) - 1
    while rest > _SEVEN_BITS:
        out.append(rest & _SEVEN_BITS | 0x80)
        rest >>= 7
    out.append(rest)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """The number there, and where the next thing begins."""
    byte = data[at]
    if byte <= _SEVEN_BITS:  # most of them
        return (byte >> 1) ^ -(byte & 1), at + 1
    rest = shift = 0
    while True:
        byte, at = data[at], at + 1
        rest |= (byte & _SEVEN_BITS) << shift
        shift += 7
        if byte <= _SEVEN_BITS:
            return (rest >> 1) ^ -(rest & 1), at
