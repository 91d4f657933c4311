"""Which rows of an SQLite file lie on which of its pages, read straight from the bytes.

Written from the file format's description, and independent of what the kiosk rescues with.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_INDEX_INTERIOR, _TABLE_INTERIOR, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
PAGE = 4096

Row = tuple[str, tuple[object, ...]]
"""Table and key: the row's number, or what its PRIMARY KEY says where it has none."""


@dataclass(frozen=True, slots=True)
class _Tree:
    table: str
    root: int
    keys: int
    """Columns of the key, 0 for a table whose rows have numbers."""


def rows_by_page(path: Path) -> dict[int, set[Row]]:
    """Page numbers from 1; also those that hold only a part of a row. Pages of indexes, of table
    trees without rows, and free ones are not in it. The file must be whole, and closed.
    """
    data = path.read_bytes()
    found: dict[int, set[Row]] = defaultdict(set)
    for tree in _trees(path):
        for pages, key in _rows(data, tree, tree.root):
            for page in pages:
                found[page].add((tree.table, key))
    return found


def _trees(path: Path) -> Iterator[_Tree]:
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute(
            "SELECT name, rootpage, sql LIKE '%WITHOUT ROWID%' FROM sqlite_master"
            " WHERE type = 'table' AND rootpage > 0"
        ).fetchall()
        for name, root, has_no_numbers in tables:
            columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
            keys = sum(column[5] > 0 for column in columns)
            yield _Tree(name, root, keys if has_no_numbers else 0)


def _rows(data: bytes, tree: _Tree, page: int) -> Iterator[tuple[list[int], tuple[object, ...]]]:
    """Pages and key of every row below that page."""
    start = (page - 1) * PAGE
    head = start + (100 if page == 1 else 0)
    kind = data[head]
    is_leaf = kind in (_INDEX_LEAF, _TABLE_LEAF)
    cells = head + (8 if is_leaf else 12)
    for number in range(_big(data, head + 3, 2)):
        at = start + _big(data, cells + 2 * number, 2)
        if not is_leaf:
            yield from _rows(data, tree, _big(data, at, 4))
            at += 4
        if kind == _TABLE_INTERIOR:
            continue
        length, at = _varint(data, at)
        key: tuple[object, ...] = ()
        if kind == _TABLE_LEAF:
            rowid, at = _varint(data, at)
            key = (rowid,)
        local = _local(length, is_table=kind == _TABLE_LEAF)
        pages = [page]
        if local < length:
            pages += _overflow(data, _big(data, at + local, 4))
        yield pages, key or _key(data, at, tree.keys)
    if not is_leaf:
        yield from _rows(data, tree, _big(data, head + 8, 4))


def _local(length: int, *, is_table: bool) -> int:
    """So many bytes of a row are on its own page."""
    most = PAGE - 35 if is_table else (PAGE - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (PAGE - 12) * 32 // 255 - 23
    wanted = least + (length - least) % (PAGE - 4)
    return wanted if wanted <= most else least


def _overflow(data: bytes, page: int) -> Iterator[int]:
    while page:
        yield page
        page = _big(data, (page - 1) * PAGE, 4)


def _key(data: bytes, at: int, count: int) -> tuple[object, ...]:
    """The first columns of a record."""
    head, kinds_at = _varint(data, at)
    values_at = at + head
    values: list[object] = []
    for _ in range(count):
        kind, kinds_at = _varint(data, kinds_at)
        size = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind] if kind < 10 else (kind - 12) // 2
        raw = data[values_at : values_at + size]
        values_at += size
        if kind >= 12:
            values.append(raw.decode() if kind % 2 else raw)
        else:
            values.append(kind - 8 if kind in (8, 9) else int.from_bytes(raw, "big", signed=True))
    return tuple(values)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """The number there, and where the next thing begins; no row number of ours is below 0."""
    value = 0
    for _ in range(9):
        byte = data[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, at


def _big(data: bytes, at: int, width: int) -> int:
    return int.from_bytes(data[at : at + width], "big")
