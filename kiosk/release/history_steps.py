"""What an update does to the history, as its owner and never as root: `python -m` this module.

    busy DATA               exit status 1 while somebody trains
    room DATA BYTES         what may give way does until so many are free
    backup DATA             a verified backup; prints its path, or nothing without a history
    trial DATA              opens a copy of the history with this version, and throws it away
    put-back DATA BACKUP    makes sure that this version can open the history, after a newer one had

Versions call each other's steps: words and answers stay as they are.
"""

import shutil
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from kiosk.clock import SystemClock
from kiosk.errors import HistoryError, KioskError
from kiosk.history.aside import finish, new_folder, replace_history, work_folder
from kiosk.history.backup import copy_history
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.erased import erased_in
from kiosk.history.integrity import open_to_read, quick_check
from kiosk.history.lock import DataLock, is_locked
from kiosk.history.migrate import HEAD
from kiosk.history.restore import leave_out, prepare
from kiosk.history.room import make_own_backup, make_room
from kiosk.history.salvage import salvage
from kiosk.history.trouble import sentence_for
from kiosk.release.notes import TRAINING
from kiosk.words import text

_TRIAL: Final = ".update-trial"
_GROWING: Final = ("session", "event", "live")
"""Where whatever is recorded leaves a row of a higher number."""


def busy(data: Path) -> bool:
    """A kiosk that was killed leaves the mark behind, but not the lock."""
    return (data / TRAINING).exists() and is_locked(data)


def backup(data: Path) -> Path | None:
    """Raises HistoryError."""
    history = data / DATABASE_NAME
    return make_own_backup(history, SystemClock().utc_ms()).path if history.exists() else None


def trial(data: Path) -> None:
    """Raises HistoryError when this version could not take the history over."""
    history, folder = data / DATABASE_NAME, data / _TRIAL
    shutil.rmtree(folder, ignore_errors=True)
    if not history.exists():
        return
    folder.mkdir(mode=0o700)
    try:
        copy = folder / DATABASE_NAME
        copy_history(history, copy)
        open_engine(copy).dispose()
        with closing(open_to_read(copy)) as opened:
            verdict = quick_check(opened)
        if verdict != "ok":
            raise HistoryError(
                text("The new version damages the history ({verdict}).", verdict=verdict)
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_back(data: Path, copy: Path | None) -> bool:
    """Whether the history had been changed, so that the backup `copy` took its place; what has been
    recorded since the backup is added to it as far as this version knows it, and what a newer
    version made of the history is set aside whole. Raises HistoryError, OSError.
    """
    history = data / DATABASE_NAME
    with DataLock(data) as lock:
        finish(history)
        if not history.exists() or _revision(history) in (HEAD, None):
            return False
        if copy is None or not copy.is_file():
            raise HistoryError(
                text(
                    "{history} was changed by a newer Switchback, and there is no backup of before:"
                    " install the newer version again.",
                    history=history,
                )
            )
        utc_ms = SystemClock().utc_ms()
        ready, _ = prepare(copy, work_folder(data) / history.name, lock, erased_in(data))
        if _last(history) != _last(ready):
            with closing(open_to_read(history)) as newer:
                salvage(newer, ready, utc_ms)
            leave_out(ready, lock, erased_in(data))
        replace_history(history, ready, new_folder(data, "newer-version", utc_ms))
    return True


def _revision(history: Path) -> str | None:
    """None for an empty file."""
    with closing(open_to_read(history)) as opened:
        tables = opened.execute("SELECT name FROM sqlite_master").fetchall()
        if not tables:
            return None
        row = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _last(history: Path) -> list[int]:
    with closing(open_to_read(history)) as opened:
        queries = (f"SELECT coalesce(max(id), 0) FROM {name}" for name in _GROWING)  # noqa: S608
        return [int(opened.execute(query).fetchone()[0]) for query in queries]


def main(words: Sequence[str]) -> int:
    """One step; a sentence of what is wrong goes to stderr, with exit status 2."""
    try:
        match words:
            case ["busy", data]:
                return int(busy(Path(data)))
            case ["room", data, needed]:
                make_room(Path(data), int(needed))
            case ["backup", data]:
                sys.stdout.write(f"{backup(Path(data)) or ''}\n")
            case ["trial", data]:
                trial(Path(data))
            case ["put-back", data, copy]:
                put_back(Path(data), Path(copy) if copy else None)
            case _:
                sys.stderr.write(f"{__doc__}\n")
                return 2
    except KioskError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except sqlite3.Error as error:
        sys.stderr.write(f"{sentence_for(error, Path(words[1]) / DATABASE_NAME)}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{words[1]} cannot be used ({error.strerror}): make room on the disk.\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
