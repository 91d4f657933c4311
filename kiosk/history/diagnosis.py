"""Whether a history is damaged: all of a small one, of a large one what a start needs."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from kiosk.history.aside import COMPANIONS
from kiosk.history.backups import FOLDER, backups_in
from kiosk.history.integrity import (
    READ_ERRORS,
    disorder,
    is_damage,
    open_to_read,
    quick_check,
    tables_of,
)
from kiosk.history.migrate import HEAD
from kiosk.history.pages import is_made_of_tables
from kiosk.history.schema import Base

MARK: Final = "history.damaged"
"""A file in the data directory: somebody has found that the history is damaged."""
THOROUGH_BYTES: Final = 64_000_000
"""Up to here the whole file is checked at every start, which takes a card about two seconds; of a
larger one only what a start reads. The rest of it is checked with every backup."""
_LARGE: Final = frozenset({"minute", "result", "hike_window", "event", "answer"})
_OURS: Final = frozenset({"alembic_version", "session", "athlete"})


def damage_of(history: Path) -> str | None:
    """What is wrong with the file, in SQLite's words; None when nothing is, when it is new, and
    when it is not for us to say: another program's file, a newer Switchback's, no rights, no disk.
    """
    if not history.is_file():
        return None
    if history.stat().st_size == 0:
        wal = history.with_name(history.name + COMPANIONS[0])
        is_new = not wal.exists() and not backups_in(history.parent / FOLDER)
        return None if is_new else "the file is empty"
    try:
        with closing(open_to_read(history)) as connection:
            return _damage(connection, history)
    except READ_ERRORS as error:
        if not is_damage(error):
            return None
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        is_foreign = code == sqlite3.SQLITE_NOTADB
        return None if is_foreign and not is_made_of_tables(history) else str(error)


def mark(data: Path) -> None:
    """The next start looks at the whole file."""
    with suppress(OSError):
        (data / MARK).touch(mode=0o600)


def _damage(connection: sqlite3.Connection, history: Path) -> str | None:
    tables = tables_of(connection)
    if tables and not tables >= _OURS:
        return None
    with closing(connection.execute("SELECT version_num FROM alembic_version")) as cursor:
        revision = cursor.fetchone()
    if revision is None or str(revision[0]) > HEAD:
        return None
    marked = history.with_name(MARK)
    if marked.exists() or history.stat().st_size <= THOROUGH_BYTES:
        verdict = quick_check(connection)
        if verdict == "ok":
            verdict = disorder(connection)
        if verdict == "ok":
            marked.unlink(missing_ok=True)
        return None if verdict == "ok" else verdict
    small = (t.name for t in Base.metadata.sorted_tables if t.name not in _LARGE)
    for name in small:
        if name in tables and (verdict := quick_check(connection, name)) != "ok":
            return verdict
    return None
