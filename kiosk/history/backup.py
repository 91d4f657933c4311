"""A checked copy of a live history, made while others read and write it."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from kiosk.errors import HistoryError
from kiosk.files import put_under_name
from kiosk.history.integrity import (
    DamagedMinute,
    GoOn,
    always,
    damaged_minutes,
    is_damaged_in,
    open_to_read,
    quick_check,
)
from kiosk.history.trouble import sentence_for
from kiosk.words import text

_PAGES: Final = 2000
"""Copied between two questions whether to go on: 8 MB."""


class GivenUpError(HistoryError):
    """Something else came first; nothing is wrong."""


def copy_history(source: Path, target: Path, go_on: GoOn = always) -> tuple[DamagedMinute, ...]:
    """Copies the database at `source` to `target`, replacing it only when the copy is good: it
    passes SQLite's check, and every packed minute in it is as it was written. Gives the minutes
    that are damaged in `source` already, and so in the copy.

    Raises GivenUpError as soon as `go_on` says no, and HistoryError when the copy cannot be written
    or is not good; `target` is then as it was.
    """
    if target.exists() and target.samefile(source):
        raise HistoryError(
            text("{target} is the history itself: choose another file for the copy.", target=target)
        )
    part = target.with_name(f".{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        _copy(source, part, go_on)
        _leave_the_cache(part)
        verdict, damaged = _look_through(source, part, go_on)
        if verdict != "ok":
            raise HistoryError(
                text(
                    "The copy of {source} did not pass the check ({verdict}): keep the newest "
                    "backup you have, and have the disk looked at.",
                    source=source,
                    verdict=verdict,
                )
            )
        put_under_name(part, target)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise GivenUpError(text("The copy was given up.")) from error
        raise HistoryError(sentence_for(error, target)) from error
    except OSError as error:
        raise HistoryError(
            text(
                "{target} cannot be written ({strerror}): make room, or choose another folder.",
                target=target,
                strerror=error.strerror,
            )
        ) from error
    finally:
        _remove(part)
    return damaged


def _copy(source: Path, part: Path, go_on: GoOn) -> None:
    """Copies step by step what one view of the source shows: a busy writer restarts nothing."""

    def look(_status: int, _left: int, _pages: int) -> None:
        if not go_on():
            raise GivenUpError(text("The copy was given up."))

    with closing(open_to_read(source)) as origin, closing(sqlite3.connect(part)) as copy:
        origin.execute("BEGIN").close()
        origin.execute("SELECT count(*) FROM sqlite_master").fetchone()
        origin.backup(copy, pages=_PAGES, progress=look)
        copy.execute("PRAGMA journal_mode=DELETE").close()  # one file, without companions


def _leave_the_cache(part: Path) -> None:
    """What is read next is what the disk has, not what was sent there."""
    with part.open("rb") as written:
        os.fsync(written.fileno())
        os.posix_fadvise(written.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _look_through(source: Path, part: Path, go_on: GoOn) -> tuple[str, tuple[DamagedMinute, ...]]:
    """The verdict on the copy, and the minutes that are damaged in the source too."""
    with closing(open_to_read(part, go_on)) as copy, closing(open_to_read(source)) as origin:
        verdict = quick_check(copy)
        if verdict != "ok":
            return verdict, ()
        damaged = tuple(damaged_minutes(copy))
        fresh = [one for one in damaged if not is_damaged_in(origin, one)]
        return str(fresh[0]) if fresh else "ok", damaged


def _remove(part: Path) -> None:
    with suppress(OSError):  # the disk has gone: that has been told, and a hidden part is harmless
        part.unlink(missing_ok=True)
