"""What can still be read of a damaged table: from both ends, and by halves around what cannot."""

import sqlite3
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Column, Integer, Table

from kiosk.history.integrity import READ_ERRORS, quick_check
from kiosk.history.leaves import Shape

MOST_FAILURES: Final = 400
"""Ranges in a row that may fail without a single row: what is hidden behind more is given up."""
_LOWEST, _HIGHEST = 0, 2**48
"""Of the keys, which all count from 1."""

Row = tuple[Any, ...]


@dataclass(slots=True)
class Readable:
    """A table of a damaged history. Columns that it has not (an older schema) are left out."""

    source: sqlite3.Connection
    table: Table
    key: str = ""
    """What the table lies in order of on the disk: an integer."""
    columns: tuple[str, ...] = ()
    """Those that both have, in the schema's order; () when the table is not there."""
    is_whole: bool = False
    """Nothing in it is damaged, as far as SQLite can tell, nor does it lack a column."""
    gaps: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    """Keys, from and to, between which something could not be read; known after `rows`."""
    shape: Shape | None = None

    def __post_init__(self) -> None:
        keys = list(self.table.primary_key.columns)
        has_rowid = self.table.dialect_options["sqlite"]["with_rowid"]
        is_rowid = has_rowid and not (len(keys) == 1 and isinstance(keys[0].type, Integer))
        self.key = "rowid" if is_rowid else keys[0].name
        try:
            with closing(self.source.execute(f"PRAGMA table_info({self.table.name})")) as cursor:
                known = cursor.fetchall()
        except READ_ERRORS:
            known = []
        there = {name for _, name, *_ in known}
        if known:
            self.shape = Shape(
                self.table.name,
                has_rowid,
                tuple((name, kind, not required) for _, name, kind, required, *_ in known),
                None if is_rowid or not has_rowid else self.key,
            )
        self.columns = tuple(c.name for c in self.table.columns if c.name in there)
        is_same = len(self.columns) == len(self.table.columns)
        self.is_whole = is_same and quick_check(self.source, self.table.name) == "ok"

    def rows(self) -> Iterator[Row]:
        """Each of `columns`; a row may come twice."""
        if not self.columns:
            return
        step = 1 if self._is_key_alone else 0
        waiting = deque([(_LOWEST, _HIGHEST)])
        failures = 0
        while waiting:
            low, high = waiting.popleft()
            up = yield from self._run(low, high, is_rising=True)
            if up is None:
                continue
            down = yield from self._run(low, high, is_rising=False)
            self.is_whole = False
            if down is None:  # the other way round nothing fails: who knows what was left out
                self._note_gaps([(max(up, low), high)])
                continue
            failures = 0 if up >= low or down <= high else failures + 1
            first = low if up < low else up + step
            last = high if down > high else down - step
            if failures >= MOST_FAILURES:
                self._note_gaps([(first, last), *waiting])
                return
            if first > last or low == high:
                self._note_gaps([(first, last)])
                continue
            middle = (first + last) // 2
            waiting += ((first, middle), (middle + 1, last)) if first < last else ((first, last),)

    def _note_gaps(self, gaps: Iterable[tuple[int, int]]) -> None:
        """Those that touch are one."""
        known = sorted([*self.gaps, *((min(gap), max(gap)) for gap in gaps)])
        self.gaps = []
        for low, high in known:
            if self.gaps and low <= self.gaps[-1][1] + 1:
                self.gaps[-1] = (self.gaps[-1][0], max(high, self.gaps[-1][1]))
            else:
                self.gaps.append((low, high))

    @property
    def _is_key_alone(self) -> bool:
        """No two rows have the same key."""
        return self.key == "rowid" or len(self.table.primary_key.columns) == 1

    def _run(self, low: int, high: int, *, is_rising: bool) -> Generator[Row, None, int | None]:
        """Up to where it fails: gives the last key before that, `low` - 1 or `high` + 1 when there
        was none; None when it does not fail, and the other end has no more than was read.
        """
        at = low - 1 if is_rising else high + 1
        order = "ASC" if is_rising else "DESC"
        keys = ["rowid"] if self.key == "rowid" else names_of(self.table.primary_key.columns)
        # The whole table is read as it lies: searching for an end goes astray at a damaged key.
        is_all = (low, high) == (_LOWEST, _HIGHEST)
        query = (  # of the schema's own names
            f"SELECT {self.key}, {names(self.columns)} FROM {self.table.name}"  # noqa: S608
            f"{'' if is_all else f' WHERE {self.key} BETWEEN ? AND ?'}"
            f" ORDER BY {', '.join(f'{key} {order}' for key in keys)}"
        )
        try:
            with closing(self.source.execute(query, () if is_all else (low, high))) as cursor:
                for key, *row in cursor:
                    if not isinstance(key, int) or not low <= key <= high:
                        return at
                    if key < at if is_rising else key > at:
                        return at  # out of order: it is not what was written
                    at = key
                    yield tuple(row)
        except READ_ERRORS:
            return at
        return None if self._is_last(at, low, high, is_rising=is_rising) else at

    def _is_last(self, at: int, low: int, high: int, *, is_rising: bool) -> bool:
        """SQLite takes a damaged key beyond the range for the end of it, and what follows is not
        read: so the end is looked for from the other side as well.
        """
        order = "DESC" if is_rising else "ASC"
        query = (  # of the schema's own names
            f"SELECT {self.key} FROM {self.table.name} WHERE {self.key} BETWEEN ? AND ?"  # noqa: S608
            f" ORDER BY {self.key} {order} LIMIT 1"
        )
        try:
            with closing(self.source.execute(query, (low, high))) as cursor:
                row = cursor.fetchone()
        except READ_ERRORS:
            return False
        return row is None or row[0] == at


def names_of(columns: Iterable[Column[Any]]) -> list[str]:
    return [column.name for column in columns]


def names(columns: Sequence[str]) -> str:
    """For SQL: the schema's names are plain words."""
    return ", ".join(columns)
