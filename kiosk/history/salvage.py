"""What a damaged history still tells goes into another one, and nothing in that points nowhere."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table

from kiosk.errors import HistoryError
from kiosk.history.chunks import is_intact
from kiosk.history.leaves import File, lying_rows
from kiosk.history.readable import Readable, Row, names
from kiosk.history.schema import Base
from kiosk.history.standins import stand_in
from kiosk.history.trouble import sentence_for

_AT_ONCE: Final = 500
_APPENDED: Final = ("live", "beat", "event")
"""Tables that are only appended to."""
_PLACES: Final = ("live", "beat")
"""Of these a session knows from where to where its rows lie."""
_PROGRESS: Final = {
    "session": ("closed_utc_ms",),
    "session_athlete": ("closed_utc_ms", "measured_utc_ms", "packed_utc_ms"),
}
"""Set once and for good: a row that has one of them is newer than one that has not."""


@dataclass(slots=True)
class Salvaged:
    """What came of it."""

    rows: int = 0
    """Read of the damaged history."""
    lost: list[str] = field(default_factory=list[str])
    """What could not be read, one line each, for whoever looks after the kiosk."""


def salvage(source: sqlite3.Connection, target: Path, utc_ms: int) -> Salvaged:
    """Adds to the history at `target`, which is of the present schema and which nobody else has
    open, whatever `source` has and it has not.

    A table that is whole is the truth, and takes the place of that of the backup: what was erased
    stays erased. Of a damaged one the rows that can be read are added. Raises HistoryError when
    `target` cannot be written; it is then as it was.
    """
    done = Salvaged()
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as into:
            into.execute("PRAGMA foreign_keys=OFF").close()
            into.execute("PRAGMA secure_delete=ON").close()
            into.execute("BEGIN IMMEDIATE").close()
            _take_everything(source, into, done, utc_ms)
            into.execute("COMMIT").close()
            into.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    except sqlite3.Error as error:
        raise HistoryError(sentence_for(error, target)) from error
    return done


def _take_everything(
    source: sqlite3.Connection, into: sqlite3.Connection, done: Salvaged, utc_ms: int
) -> None:
    known = tables_in_order()
    tables = [Readable(source, table) for table in known]
    for one in tables:
        if one.is_whole and one.table.name != "minute":
            into.execute(f"DELETE FROM {one.table.name}").close()  # noqa: S608 - the schema's name
    for one in tables:
        if one.columns:
            _take(one, one.rows(), into, done)
            if not one.is_whole:
                _take(one, _lying_rows(source, one, tables), into, done)
        else:
            done.lost.append(f"{one.table.name}: nothing could be read.")
        done.lost += [f"{one.table.name}: between {_span(gap)}." for gap in one.gaps]
        if not one.is_whole:
            done.lost += _holes(into, one)
    whole = frozenset(one.table.name for one in tables if one.is_whole)
    stand_in(source, into, whole, utc_ms, done.lost)
    done.lost += _astray(into, whole)
    _agree_on_places(into, utc_ms)
    for table in known:
        _point_somewhere(into, table)
    done.lost += _ends(into, tables)
    if "minute" not in whole:
        done.lost += _missing_minutes(into)


def _ends(into: sqlite3.Connection, tables: Sequence[Readable]) -> Iterator[str]:
    """Where the last rows are damaged nobody knows how many there were: their numbers may be read
    as others, far beyond the end. The first ones may be stepped over, like those between.
    """
    for one in tables:
        name = one.table.name
        if name in _APPENDED and one.columns and not one.is_whole:
            query = f"SELECT coalesce(min(id), 1), coalesce(max(id), 0) FROM {name}"  # noqa: S608
            with closing(into.execute(query)) as cursor:
                first, last = cursor.fetchone()
            begin = _begin(into, name)
            if begin < first and (begin, first - 1) not in one.gaps:
                yield f"{name}: none between {_span((begin, first - 1))}."
            yield f"{name}: none between {last + 1} and the last."


def _begin(into: sqlite3.Connection, name: str) -> int:
    """The number that the table's first row has at least: what is packed is not there any more."""
    if name not in _PLACES:
        return 1
    query = (
        f"SELECT coalesce(min(s.{name}_from), 1) FROM session s WHERE EXISTS"  # noqa: S608
        " (SELECT 1 FROM session_athlete p WHERE p.session_id = s.id AND p.packed_utc_ms IS NULL)"
    )
    with closing(into.execute(query)) as cursor:
        return int(cursor.fetchone()[0])


def _astray(into: sqlite3.Connection, whole: Collection[str]) -> Iterator[str]:
    """Rows of a damaged table that say they are of a part which there is not, or which is packed
    and of a session that has its rows elsewhere: that is not what was written, and they go.
    """
    for name in _PLACES:
        if name not in whole:
            query = (
                f"SELECT l.id FROM {name} l"  # noqa: S608 - of two names
                " LEFT JOIN session_athlete p ON p.id = l.session_athlete_id"
                " LEFT JOIN session s ON s.id = p.session_id WHERE s.id IS NULL"
                " OR p.packed_utc_ms IS NOT NULL"
                f" AND (l.id < s.{name}_from OR l.id > s.{name}_to) ORDER BY l.id LIMIT {_AT_ONCE}"
            )
            with closing(into.execute(query)) as cursor:
                for (number,) in cursor:
                    yield f"{name}: none between {_span((number, number))}."


def _missing_minutes(into: sqlite3.Connection) -> list[str]:
    """A part's rows are counted when its session ends, and none is left out between: so whatever
    became of the minutes on the disk, it is known which there must be.
    """
    query = (
        "SELECT p.id, p.samples, count(m.number) FROM session_athlete p"
        " LEFT JOIN minute m ON m.session_athlete_id = p.id"
        " WHERE p.packed_utc_ms IS NOT NULL AND p.samples > 0"
        " GROUP BY p.id, p.samples HAVING count(m.number) < (p.samples + 59) / 60 ORDER BY p.id"
    )
    lines: list[str] = []
    for part, samples, _ in into.execute(query).fetchall():
        there = into.execute("SELECT number FROM minute WHERE session_athlete_id = ?", (part,))
        missing = set(range(-(-samples // 60))) - {number for (number,) in there}
        lines += [f"minute: part {part}, minute {number} is missing." for number in sorted(missing)]
    return lines


def _holes(into: sqlite3.Connection, one: Readable) -> list[str]:
    """Numbers that are missing between others: SQLite steps over some damaged rows unasked. In a
    table that is only appended to they are lost, unless they were packed or erased before.
    """
    name = one.table.name
    if name not in _APPENDED or not one.columns:
        return []
    query = (
        f"SELECT id + 1, next - 1 FROM (SELECT id, lead(id) OVER (ORDER BY id) AS next FROM {name})"  # noqa: S608
        f" WHERE next > id + 1 ORDER BY id LIMIT {_AT_ONCE}"
    )
    with closing(into.execute(query)) as cursor:
        return [f"{name}: none between {_span(hole)}." for hole in cursor if hole not in one.gaps]


def tables_in_order() -> list[Table]:
    """Those that others point to come first."""
    return list(Base.metadata.sorted_tables)


def _lying_rows(
    source: sqlite3.Connection, one: Readable, tables: Sequence[Readable]
) -> Iterator[Row]:
    """Those on pages that nothing leads to; others come once more."""
    if one.shape is None:
        return
    with closing(source.execute("PRAGMA database_list")) as cursor:
        file = File(Path(cursor.fetchone()[2]))
    others = [other.shape for other in tables if other is not one and other.shape is not None]
    for row in lying_rows(file, one.shape, others):
        yield tuple(row[column] for column in one.columns)


def _take(one: Readable, rows: Iterable[Row], into: sqlite3.Connection, done: Salvaged) -> None:
    name = one.table.name
    if name == "minute":
        rows = _good_minutes(one, rows, done)
    # of a whole table, and of minutes, which have sums, every row is right; else the backup's is
    verb = "REPLACE" if one.is_whole or name == "minute" else "IGNORE"
    marks = ", ".join("?" * len(one.columns))
    insert = f"INSERT OR {verb} INTO {name} ({names(one.columns)}) VALUES ({marks})"  # noqa: S608
    waiting = iter(rows)
    while some := list(islice(waiting, _AT_ONCE)):
        done.rows += len(some)
        into.execute("SAVEPOINT some").close()
        try:
            into.executemany(insert, some).close()
        except (sqlite3.Error, OverflowError):
            into.execute("ROLLBACK TO some").close()
            _one_by_one(into, insert, some, name, done)
        _bring_up_to_date(into, one, some)
        into.execute("RELEASE some").close()


def _one_by_one(
    into: sqlite3.Connection, insert: str, rows: Sequence[Row], name: str, done: Salvaged
) -> None:
    """Types and constraints say which rows are not what was written."""
    for row in rows:
        try:
            into.execute(insert, row).close()
        except (sqlite3.IntegrityError, OverflowError, sqlite3.DataError):
            done.lost.append(f"{name}: a row is not what was written.")


def _bring_up_to_date(into: sqlite3.Connection, one: Readable, rows: Iterable[Row]) -> None:
    """Sessions and parts that were still open in the backup, and are not any more."""
    marks = [c for c in _PROGRESS.get(one.table.name, ()) if c in one.columns]
    if one.is_whole or not marks:
        return
    values = ", ".join(f"{column} = ?" for column in one.columns)
    older = " OR ".join(f"({mark} IS NULL AND ? IS NOT NULL)" for mark in marks)
    update = f"UPDATE OR IGNORE {one.table.name} SET {values} WHERE id = ? AND ({older})"  # noqa: S608
    at = {column: number for number, column in enumerate(one.columns)}
    for row in rows:
        with suppress(sqlite3.IntegrityError):
            into.execute(update, (*row, row[at["id"]], *(row[at[mark]] for mark in marks))).close()


def _good_minutes(one: Readable, rows: Iterable[Row], done: Salvaged) -> Iterable[Row]:
    at = {column: number for number, column in enumerate(one.columns)}
    for row in rows:
        where = f"part {row[at['session_athlete_id']]}, minute {row[at['number']]}"
        if not _is_sum_right(row[at["seconds"]]):
            done.lost.append(f"minute: {where} is damaged.")
            continue
        if row[at["beats"]] is not None and not _is_sum_right(row[at["beats"]]):
            done.lost.append(f"minute: the beats of {where} are damaged.")
            kept = list(row)
            kept[at["beats"]] = None
            yield tuple(kept)
            continue
        yield row


def _is_sum_right(chunk: Any) -> bool:
    return isinstance(chunk, bytes) and is_intact(chunk)


def _agree_on_places(into: sqlite3.Connection, utc_ms: int) -> None:
    """A part's seconds are in live or in minutes: where there are minutes, they are what is read;
    what was packed since the backup is not in live any more.
    """
    into.execute(
        "UPDATE session_athlete SET packed_utc_ms = ? WHERE packed_utc_ms IS NULL AND id IN"
        " (SELECT session_athlete_id FROM minute)",
        (utc_ms,),
    ).close()
    for table in _PLACES:
        into.execute(
            f"DELETE FROM {table} WHERE session_athlete_id NOT IN"  # noqa: S608 - of two names
            " (SELECT id FROM session_athlete WHERE packed_utc_ms IS NULL)"
        ).close()
        first = f"{table}_from"
        into.execute(  # SQLite gives the numbers of the last rows again
            f"UPDATE session SET {first} = (SELECT coalesce(max(id), 0) + 1 FROM {table})"  # noqa: S608
            f" WHERE closed_utc_ms IS NULL AND {first} >"
            f" (SELECT coalesce(max(id), 0) + 1 FROM {table})"
        ).close()


def _point_somewhere(into: sqlite3.Connection, table: Table) -> None:
    """Rows whose person, session or part is gone go too, or forget it where they may."""
    for key in table.foreign_keys:
        child, parent = key.parent, key.column
        nowhere = (
            f"{child.name} IS NOT NULL AND {child.name} NOT IN"  # noqa: S608
            f" (SELECT {parent.name} FROM {parent.table.name})"
        )
        if child.nullable:
            into.execute(f"UPDATE {table.name} SET {child.name} = NULL WHERE {nowhere}").close()  # noqa: S608
        else:
            into.execute(f"DELETE FROM {table.name} WHERE {nowhere}").close()  # noqa: S608


def _span(gap: tuple[int, int]) -> str:
    low, high = gap
    return f"{low if low > 0 else 'the first'} and {high if high < 2**40 else 'the last'}"
