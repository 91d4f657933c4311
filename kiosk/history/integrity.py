"""Whether a history is whole: SQLite's own check, and the sum of every packed minute."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote

from kiosk.days import day_then
from kiosk.history.chunks import is_intact

_STEPS: Final = 20_000
"""SQLite's own steps between two questions whether to go on: some milliseconds."""

GoOn = Callable[[], bool]

READ_ERRORS: Final = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file ends with; SQLite's own words may quote what they stumbled over."""


@dataclass(frozen=True, slots=True)
class DamagedMinute:
    """A packed minute that cannot be read any more."""

    session_id: int | None
    """None where the part that it belongs to is not known."""
    day: str
    """ISO, local, on which the session began; "" where that is not known."""
    athlete_id: int | None
    part: int
    number: int
    """From the beginning of the part, the first is 0."""
    what: Literal["seconds", "beats"]

    def __str__(self) -> str:
        """For the log and the command line."""
        return (
            f"Session {self.session_id or '?'}, {self.day or 'day unknown'}, athlete "
            f"{self.athlete_id or '?'}, minute {self.number + 1}: its {self.what} are damaged."
        )


def always() -> bool:
    return True


def open_to_read(path: Path, go_on: GoOn = always) -> sqlite3.Connection:
    """A connection that writes nothing, whatever state the file is in; once `go_on` says no,
    what it does ends with sqlite3.OperationalError. Close it.
    """
    uri = f"file:{quote(os.fsencode(path))}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.execute("PRAGMA busy_timeout=5000").close()
    connection.set_progress_handler(lambda: not go_on(), _STEPS)
    return connection


def quick_check(connection: sqlite3.Connection, table: str | None = None) -> str:
    """ "ok", or what is wrong. Of one table, where its name is given. Raises sqlite3.Error where
    the reason is not damage.
    """
    what = "1" if table is None else '"' + table.replace('"', '""') + '"'
    try:
        with closing(connection.execute(f"PRAGMA quick_check({what})")) as cursor:
            return str(cursor.fetchone()[0])
    except READ_ERRORS as error:
        if is_damage(error):
            return str(error)
        raise


def is_damage(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Whether the file itself is wrong, not the disk, its rights or somebody who has it open."""
    if isinstance(error, UnicodeDecodeError):
        return True
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def damaged_minutes(connection: sqlite3.Connection) -> Iterator[DamagedMinute]:
    """Reads every packed minute; nothing of a history that has none. Raises sqlite3.Error."""
    if "minute" not in tables_of(connection):
        return
    query = (
        "SELECT session_athlete_id, number, seconds, beats FROM minute"
        " ORDER BY session_athlete_id, number"
    )
    with closing(connection.execute(query)) as cursor:
        for part, number, seconds, beats in cursor:
            if not isinstance(seconds, bytes) or not is_intact(seconds):
                yield _located(connection, part, number, "seconds")
            if beats is not None and not (isinstance(beats, bytes) and is_intact(beats)):
                yield _located(connection, part, number, "beats")


def disorder(connection: sqlite3.Connection) -> str:
    """ "ok", or what SQLite's check passes over: minutes that no longer say whose they are."""
    if "minute" not in tables_of(connection):
        return "ok"
    before = (0, -1)
    try:
        with closing(connection.execute("SELECT id FROM session_athlete")) as cursor:
            parts = {part for (part,) in cursor}
        query = "SELECT session_athlete_id, number, typeof(seconds) FROM minute"
        with closing(connection.execute(query)) as cursor:
            for part, number, kind in cursor:
                is_known = part in parts and isinstance(number, int) and kind == "blob"
                if not is_known or (part, number) <= before:
                    return f"the minutes after number {before[1]} of part {before[0]} are damaged"
                before = (part, number)
    except READ_ERRORS as error:
        if is_damage(error):
            return str(error)
        raise
    return "ok"


def is_damaged_in(connection: sqlite3.Connection, one: DamagedMinute) -> bool:
    """Whether the same minute of another file is damaged too. Raises sqlite3.Error."""
    where = "WHERE session_athlete_id = ? AND number = ?"
    query = f"SELECT {one.what} FROM minute {where}"  # noqa: S608 - one of two words of ours
    with closing(connection.execute(query, (one.part, one.number))) as cursor:
        row = cursor.fetchone()
    return row is not None and row[0] is not None and not is_intact(row[0])


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """Raises sqlite3.Error."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    with closing(connection.execute(query)) as cursor:
        return {str(name) for (name,) in cursor}


def _located(
    connection: sqlite3.Connection, part: int, number: int, what: Literal["seconds", "beats"]
) -> DamagedMinute:
    query = (
        "SELECT s.id, a.athlete_id, s.opened_utc_ms, s.utc_offset_min FROM session_athlete a"
        " JOIN session s ON s.id = a.session_id WHERE a.id = ?"
    )
    with closing(connection.execute(query, (part,))) as cursor:
        found = cursor.fetchone()
    if found is None:
        return DamagedMinute(None, "", None, part, number, what)
    session_id, athlete_id, opened_utc_ms, offset_min = found
    day = day_then(opened_utc_ms, offset_min).isoformat()
    return DamagedMinute(session_id, day, athlete_id, part, number, what)
