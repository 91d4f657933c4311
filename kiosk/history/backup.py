"""A checked copy of a live history, made while others read and write it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.errors import HistoryError
from kiosk.history.trouble import sentence_for
from kiosk.words import text


def copy_history(source: Path, target: Path) -> None:
    """Copies the database at `source` to `target`, replacing it only when the copy is good.

    Raises HistoryError when the copy cannot be written or does not pass SQLite's check; `target`
    is then as it was.
    """
    if target.exists() and target.samefile(source):
        raise HistoryError(
            text("{target} is the history itself: choose another file for the copy.", target=target)
        )
    part = target.with_name(f".{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        verdict = _copy(source, part)
        if verdict != "ok":
            raise HistoryError(
                text(
                    "The copy of {source} did not pass the check ({verdict}): keep the newest "
                    "backup you have, and have the disk looked at.",
                    source=source,
                    verdict=verdict,
                )
            )
        with part.open("rb+") as written:
            os.fsync(written.fileno())
            part.replace(target)
            os.fsync(written.fileno())  # sticks need it once more under the final name
    except sqlite3.Error as error:
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


def _copy(source: Path, part: Path) -> str:
    """Copies in one go, because a busy writer would restart a stepwise copy; gives the verdict."""
    with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(part)) as copy:
        origin.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE").close()  # one file, without companions
        cursor = copy.execute("PRAGMA quick_check(1)")
        verdict = str(cursor.fetchone()[0])
        cursor.close()
        return verdict


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # the disk has gone: the reason has been told, and a hidden part harms nobody
