"""A backup takes the place of the present history, which is set aside."""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import HistoryError
from kiosk.history.aside import finish, new_folder, replace_history, work_folder
from kiosk.history.backups import copy_file, is_good_key, key_of
from kiosk.history.database import open_engine
from kiosk.history.erase import forget
from kiosk.history.erased import Entry, erased_in
from kiosk.history.integrity import DamagedMinute, damaged_minutes, open_to_read, quick_check
from kiosk.history.lock import DataLock
from kiosk.history.trouble import not_a_history, sentence_for
from kiosk.tags import KEY_FILE
from kiosk.words import text


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of a restore."""

    aside: Path
    """The folder in which what was there before lies, whole."""
    damaged: tuple[DamagedMinute, ...]
    """Minutes that are damaged in the backup."""


def restore(file: Path, history: Path, lock: DataLock, utc_ms: int) -> Restored:
    """`file` takes the place of `history`, brought to the present schema and without those who were
    erased since; `lock` is the data lock.

    Raises HistoryError when `file` is not a good history or the disk takes no copy; the present
    history is then as it was.
    """
    data = history.parent
    try:
        finish(history)
        if not file.is_file():
            raise HistoryError(
                text("{file} is not there: `switchback backups` lists what is.", file=file)
            )
        if history.exists() and file.samefile(history):
            raise HistoryError(text("{file} is the history itself: name a backup.", file=file))
        ready, damaged = prepare(file, work_folder(data) / history.name, lock, erased_in(data))
        aside = new_folder(data, "set-aside", utc_ms)
        _restore_key(file, data, aside)
        replace_history(history, ready, aside)
    except OSError as error:
        raise HistoryError(
            text(
                "{file} cannot be restored ({strerror}): make room in {data} and try again.",
                file=file,
                strerror=error.strerror,
                data=data,
            )
        ) from error
    return Restored(aside, damaged)


def prepare(
    backup: Path, work: Path, lock: DataLock | None, erased: Mapping[Entry, int]
) -> tuple[Path, tuple[DamagedMinute, ...]]:
    """A checked copy of `backup` at `work`, of the present schema, that nobody has open, without
    those who were `erased` since; with its damaged minutes. Raises HistoryError when it is not a
    good history, OSError.
    """
    shutil.copyfile(backup, work)
    wal = backup.with_name(backup.name + "-wal")
    if wal.is_file():  # somebody copied a history while it was open
        shutil.copyfile(wal, work.with_name(work.name + "-wal"))
    work.chmod(0o600)
    try:
        with closing(open_to_read(work)) as copy:
            verdict = quick_check(copy)
            if verdict == "ok" and _points_nowhere(copy):
                verdict = "rows in it point nowhere"
            damaged = tuple(damaged_minutes(copy)) if verdict == "ok" else ()
    except UnicodeDecodeError as error:
        raise HistoryError(not_a_history(backup)) from error
    except sqlite3.Error as error:
        raise HistoryError(sentence_for(error, backup)) from error
    if verdict != "ok":
        raise HistoryError(
            text(
                "{file} is not a good history ({verdict}): choose another backup; `switchback "
                "backups` lists them.",
                file=backup,
                verdict=verdict,
            )
        )
    if work.stat().st_size == 0:
        raise HistoryError(text("{file} is empty: choose another backup.", file=backup))
    leave_out(work, lock, erased)
    return work, damaged


def leave_out(history: Path, lock: DataLock | None, erased: Mapping[Entry, int]) -> None:
    """Brings a history that nobody has open to the present schema, without those who were erased.

    Raises HistoryError.
    """
    engine = open_engine(history, lock)
    try:
        forget(engine, erased)
    finally:
        engine.dispose()
    close_alone(history)


def close_alone(history: Path) -> None:
    """Everything is in the one file, without companions. Raises HistoryError."""
    try:
        with closing(sqlite3.connect(history, isolation_level=None)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    except sqlite3.Error as error:
        raise HistoryError(sentence_for(error, history)) from error


def _points_nowhere(connection: sqlite3.Connection) -> bool:
    with closing(connection.execute("PRAGMA foreign_key_check")) as cursor:
        return cursor.fetchone() is not None


def _restore_key(backup: Path, data: Path, aside: Path) -> None:
    """The tags' key that belongs to the backup; a copy of the one before is set aside."""
    present = data / KEY_FILE
    beside = (key_of(backup), backup.with_name(KEY_FILE))
    key = next((path for path in beside if is_good_key(path) and path != present), None)
    if key is None or (present.is_file() and present.read_bytes() == key.read_bytes()):
        return
    if present.is_file():
        copy_file(present, aside / KEY_FILE)
    copy_file(key, present)
