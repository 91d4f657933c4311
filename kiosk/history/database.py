"""Opening the history: the file's rights, SQLite's settings, migrations, transactions."""

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from kiosk.errors import HistoryError
from kiosk.history.lock import DataLock, alone_in, make_directory
from kiosk.history.migrate import migrate
from kiosk.history.trouble import sentence_for
from kiosk.words import text

DATABASE_NAME = "history.sqlite3"

# WAL with FULL lost nothing in kill and power-cut trials that an honest disk can keep.
_PRAGMAS = (
    "busy_timeout=5000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "wal_autocheckpoint=250",
    "journal_size_limit=4194304",
    "secure_delete=ON",  # Debian's own default; what is erased stays in no free page
)


def open_engine(path: Path, lock: DataLock | None = None) -> Engine:
    """Opens the history at `path`, created or upgraded to the present schema if need be.

    `lock` is the data lock when the caller holds it; without it an upgrade takes it for as long
    as it lasts. Raises HistoryError with the mend when that cannot be done; close with dispose().
    """
    make_directory(path.parent)
    try:
        with alone_in(path.parent):
            _make_file(path)
            engine = make_engine(path, foreign_keys=False)
            try:
                migrate(engine, path, lock)
            finally:
                engine.dispose()
    except OSError as error:
        raise HistoryError(
            text(
                "{path} cannot be opened ({strerror}): check the disk and the permissions of "
                "its folder.",
                path=path,
                strerror=error.strerror,
            )
        ) from error
    except (DBAPIError, sqlite3.Error) as error:
        raise HistoryError(sentence_for(error, path)) from error
    return make_engine(path)


def make_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """An engine for an existing file; every connection has the settings above.

    Transactions begin when SQLAlchemy says so, not when the driver thinks so, and those of
    `writing` take the write lock at once: a reader that turns writer half-way fails whatever the
    busy timeout is.
    """

    def connect() -> sqlite3.Connection:
        # mode=rw: a file that has gone is an error, not a new and empty history
        uri = f"file:{quote(os.fsencode(path))}?mode=rw"
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)

    engine = create_engine(
        URL.create("sqlite", database=str(path)), creator=connect, hide_parameters=True
    )

    def on_connect(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in (*_PRAGMAS, f"foreign_keys={int(foreign_keys)}"):
            connection.execute(f"PRAGMA {pragma}").close()

    def on_begin(connection: Connection) -> None:
        options: dict[str, Any] = dict(connection.get_execution_options())
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Generator[Connection]:
    """One unchanging view of the history; raises HistoryError when it cannot be read."""
    with _spoken(engine), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Generator[Connection]:
    """One transaction, all or nothing; raises HistoryError when it cannot be written."""
    with _spoken(engine), engine.execution_options(writes=True).begin() as connection:
        yield connection


@contextmanager
def _spoken(engine: Engine) -> Generator[None]:
    try:
        yield
    except DBAPIError as error:
        raise HistoryError(
            sentence_for(error, engine.url.database or text("The history"))
        ) from error


def _make_file(path: Path) -> None:
    """Creates the file for its owner only; SQLite gives its companions the same rights.

    An existing one is not opened here: closing it again would free SQLite's own locks on it.
    """
    if not path.exists():
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    elif not path.is_file():
        raise HistoryError(text("{path} is not a file: move it away and start again.", path=path))
    elif not os.access(path, os.R_OK | os.W_OK, effective_ids=True):
        raise HistoryError(
            text(
                "{path} cannot be written: give the user who runs Switchback write permission "
                "for it.",
                path=path,
            )
        )
