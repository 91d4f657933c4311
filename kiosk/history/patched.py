"""A connection to a damaged history: as it is, or with the schema of a good one put in."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.errors import HistoryError
from kiosk.history.aside import COMPANIONS
from kiosk.history.integrity import READ_ERRORS, open_to_read, tables_of
from kiosk.history.pages import PAGE, schema_pages
from kiosk.words import text

_SIZE_AT: Final = 28
"""Where the first page says how many there are."""


def readable_source(
    history: Path, work: Path, donors: Iterable[Callable[[], Path]]
) -> sqlite3.Connection:
    """Nothing is written to `history`; `work` may become a copy of it. `donors` are good histories
    to take the schema's pages from, tried in order: backups have it on the same pages.

    Raises HistoryError when nothing helps, OSError.
    """
    connection = _opened(history)
    if connection is not None:
        return connection
    for donor in donors:
        try:
            pages = schema_pages(donor())
        except ValueError:
            continue
        for companion in COMPANIONS:
            work.with_name(work.name + companion).unlink(missing_ok=True)
        shutil.copyfile(history, work)
        with suppress(FileNotFoundError):
            shutil.copyfile(
                history.with_name(history.name + COMPANIONS[0]), work.with_name(work.name + "-wal")
            )
        with work.open("rb+") as file:
            for number, page in pages.items():
                file.seek((number - 1) * PAGE)
                file.write(page)
            file.seek(_SIZE_AT)  # the donor has another one
            file.write((work.stat().st_size // PAGE).to_bytes(4, "big"))
        connection = _opened(work)
        if connection is not None:
            return connection
    raise HistoryError(text("{history} has no schema that can be read.", history=history))


def _opened(path: Path) -> sqlite3.Connection | None:
    """None when not even the schema can be read."""
    connection = open_to_read(path)
    try:
        connection.execute("PRAGMA cell_size_check=ON").close()
        if "session_athlete" in tables_of(connection):
            connection.execute("SELECT 1 FROM session_athlete LIMIT 0").close()  # the rest of it
            return connection
    except READ_ERRORS:
        pass
    connection.close()
    return None
