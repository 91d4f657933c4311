"""Sentences for what a database can suffer from: what is wrong with which file, and the mend."""

import shutil
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kiosk.words import text

COMPANION_BYTES = 64 * 1024
"""What SQLite needs at least beside the file, to open it."""
_BACKUP = text("move it away with its -wal and -shm files and copy the newest backup to its place")


def sentence_for(error: DBAPIError | sqlite3.Error, path: Path | str) -> str:
    """What is wrong with the database at `path`, for a gym employee."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind of error
    match code:
        case sqlite3.SQLITE_FULL:
            return _full(path)
        case sqlite3.SQLITE_IOERR if not _has_room(Path(path).parent):
            return _full(path)  # where its companion files find no room, SQLite says only this
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return text(
                "{path} cannot be written: give the user who runs Switchback write "
                "permission for it and for its folder.",
                path=path,
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return text(
                "{path} is in use by another program: close that program and try again.", path=path
            )
        case sqlite3.SQLITE_NOTADB:
            return not_a_history(path)
        case sqlite3.SQLITE_CORRUPT:
            return text("{path} is damaged: {backup}.", path=path, backup=_BACKUP)
        case sqlite3.SQLITE_IOERR:
            return text(
                "The disk that holds {path} does not answer ({cause}): check the card or "
                "disk and start again.",
                path=path,
                cause=cause,
            )
        case _:
            return text(
                "{path} cannot be used ({cause}): start again, or {backup}.",
                path=path,
                cause=cause,
                backup=_BACKUP,
            )


def _full(path: Path | str) -> str:
    return text("The disk that holds {path} is full: make room on it.", path=path)


def _has_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free >= COMPANION_BYTES
    except OSError:
        return True  # then room is not what is missing


def not_a_history(path: Path | str) -> str:
    return text(
        "{path} is not a Switchback history: move it to another folder, or set "
        "data_directory to an empty one.",
        path=path,
    )
