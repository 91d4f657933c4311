"""Rows on pages that no other page of a damaged file leads to any more.

The format is that of https://www.sqlite.org/fileformat2.html, sections 1.5, 1.6, 2.1 and 4.2.
"""

import mmap
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.history.pages import PAGE

_LEAF_TABLE, _LEAF_KEYS, _INSIDE_KEYS = 0x0D, 0x0A, 0x02
_WAL_HEADER, _FRAME_HEADER = 32, 24
_WIDTHS: Final = (0, 1, 2, 3, 4, 6, 8)

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "INTEGER": (int,),
    "REAL": (int, float),  # whole numbers are kept as such
    "TEXT": (str,),
    "BLOB": (bytes,),
}


class File:
    """The pages of a database, those in its write-ahead log before those in the file."""

    def __init__(self, path: Path) -> None:
        """Raises OSError."""
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._newer = _committed(path.with_name(path.name + "-wal"))
        self.count = max(len(self._data) // PAGE, *self._newer, 0)

    def page(self, number: int) -> bytes:
        """Raises IndexError when there is none."""
        if number in self._newer:
            return self._newer[number]
        if not 1 <= number <= len(self._data) // PAGE:
            raise IndexError(number)
        return self._data[(number - 1) * PAGE : number * PAGE]


@dataclass(frozen=True, slots=True)
class Shape:
    """What rows of a table look like on the disk."""

    name: str
    has_rowid: bool
    columns: tuple[tuple[str, str, bool], ...]
    """Name, type and whether it may be NULL, in the order of the disk."""
    alias: str | None
    """The column that is the rowid."""

    def fits(self, key: int | None, values: Sequence[Any]) -> bool:
        if (key is not None) != self.has_rowid or len(values) != len(self.columns):
            return False
        for (name, kind, may_be_null), value in zip(self.columns, values, strict=True):
            if name == self.alias or value is None:
                fits = value is None and (name == self.alias or may_be_null)
            else:
                fits = isinstance(value, _TYPES.get(kind, (int, str, bytes, float)))
            if not fits:
                return False
        return True


def lying_rows(file: File, shape: Shape, others: Sequence[Shape]) -> Iterator[dict[str, Any]]:
    """Every row of a table that can be found, wherever it lies, by column.

    A page counts as its own when all rows on it fit, and fit none of `others`; free pages have
    nothing on them, for what is deleted is overwritten.
    """
    kinds = (_LEAF_TABLE,) if shape.has_rowid else (_LEAF_KEYS, _INSIDE_KEYS)
    for number in range(2, file.count + 1):
        page = file.page(number)
        if page[0] not in kinds:
            continue
        try:
            rows = list(_rows_on(file, page))
        except (IndexError, ValueError, struct.error):
            continue  # this one is damaged itself
        if not rows or not all(shape.fits(*row) for row in rows):
            continue
        if any(all(other.fits(*row) for row in rows) for other in others):
            continue
        for key, values in rows:
            named = {name: value for (name, _, _), value in zip(shape.columns, values, strict=True)}
            yield named | ({} if shape.alias is None else {shape.alias: key})


def _rows_on(file: File, page: bytes) -> Iterator[tuple[int | None, list[Any]]]:
    """With the rowid where there is one."""
    inside = page[0] == _INSIDE_KEYS
    (cells,) = struct.unpack_from(">H", page, 3)
    for at in struct.unpack_from(f">{cells}H", page, 12 if inside else 8):
        place = at + 4 if inside else at
        size, place = _number(page, place)
        key = None
        if page[0] == _LEAF_TABLE:
            key, place = _number(page, place)
        yield key, _values(_payload(file, page, place, size, is_table=key is not None))


def _payload(file: File, page: bytes, place: int, size: int, *, is_table: bool) -> bytes:
    """With what lies on pages of its own. Raises IndexError and ValueError."""
    most = PAGE - 35 if is_table else (PAGE - 12) * 64 // 255 - 23
    if size > 64 * 1024 * 1024:
        raise ValueError(size)
    if size <= most:
        return _cut(page, place, size)
    least = (PAGE - 12) * 32 // 255 - 23
    here = least + (size - least) % (PAGE - 4)
    here = least if here > most else here
    parts, left = [_cut(page, place, here)], size - here
    (following,) = struct.unpack_from(">I", page, place + here)
    while left > 0:
        overflow = file.page(following)
        parts.append(overflow[4 : 4 + min(left, PAGE - 4)])
        left -= PAGE - 4
        (following,) = struct.unpack_from(">I", overflow)
    return b"".join(parts)


def _values(record: bytes) -> list[Any]:
    """Raises IndexError and ValueError where it is no record."""
    head, at = _number(record, 0)
    kinds: list[int] = []
    while at < head:
        kind, at = _number(record, at)
        kinds.append(kind)
    values: list[Any] = []
    at = head
    for kind in kinds:
        value, at = _value(record, kind, at)
        values.append(value)
    if at != len(record):
        raise ValueError("something is left over")
    return values


def _value(record: bytes, kind: int, at: int) -> tuple[Any, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind == 7:
        return struct.unpack_from(">d", record, at)[0], at + 8
    if kind < 7:
        end = at + _WIDTHS[kind]
        return int.from_bytes(_cut(record, at, end - at), "big", signed=True), end
    if kind < 12:
        raise ValueError(kind)
    data = _cut(record, at, (kind - 12) // 2)
    return (data.decode() if kind % 2 else data), at + len(data)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for count in range(8):
        byte = data[at + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    value = value << 8 | data[at + 8]
    return (value - 2**64 if value >= 2**63 else value), at + 9


def _cut(data: bytes, at: int, size: int) -> bytes:
    if at < 0 or size < 0 or at + size > len(data):
        raise ValueError("beyond the end")
    return data[at : at + size]


def _committed(wal: Path) -> dict[int, bytes]:
    """The newest of every page in a write-ahead log, up to its last whole transaction."""
    newest: dict[int, bytes] = {}
    data = wal.read_bytes() if wal.is_file() else b""
    if len(data) < _WAL_HEADER:
        return newest
    salts, waiting = data[16:24], dict[int, bytes]()
    order = ">" if data[3] & 1 else "<"
    sums = _sums(data[:24], order, (0, 0))
    if struct.pack(">II", *sums) != data[24:32]:
        return newest
    for at in range(_WAL_HEADER, len(data) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE):
        number, size = struct.unpack_from(">II", data, at)
        page = data[at + _FRAME_HEADER : at + _FRAME_HEADER + PAGE]
        sums = _sums(page, order, _sums(data[at : at + 8], order, sums))
        written = data[at + 8 : at + 16], data[at + 16 : at + 24]
        if written != (salts, struct.pack(">II", *sums)):
            break
        waiting[number] = page
        if size:
            newest |= waiting
            waiting = {}
    return newest


def _sums(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFF_FFFF
        second = (second + odd + first) & 0xFFFF_FFFF
    return first, second
