"""The backups in a folder: making one, and which of them stay."""

import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from kiosk.errors import HistoryError
from kiosk.files import write_whole
from kiosk.history.backup import copy_history
from kiosk.history.integrity import DamagedMinute, GoOn, always
from kiosk.tags import KEY_BYTES, KEY_FILE
from kiosk.words import Number, text

FOLDER: Final = "backups"
"""In the data directory."""
DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many of each keep their newest backup."""
SPARE_BYTES: Final = 64_000_000
"""Left free beside a backup: an evening of a full class needs less."""
_NAME: Final = re.compile(r"history-(\d{4}-\d{2}-\d{2}T\d{4})\.sqlite3")
_STAMP: Final = "%Y-%m-%dT%H%M"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was good when it was made: only then it gets its name."""

    path: Path
    made: datetime
    """UTC, to the minute, by the kiosk's clock at that time."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new backup."""

    path: Path
    damaged: tuple[DamagedMinute, ...]
    """Minutes that are damaged in the history, and so in it."""


def backups_in(folder: Path) -> list[Backup]:
    """The newest first; nothing where the folder cannot be read."""
    found: list[Backup] = []
    with suppress(OSError):
        for path in folder.iterdir():
            stamp = _NAME.fullmatch(path.name)
            if stamp is not None and path.is_file():
                made = datetime.strptime(stamp[1], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, made, path.stat().st_size))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def make_backup(history: Path, folder: Path, utc_ms: int, go_on: GoOn = always) -> Made:
    """Writes a verified backup of `history`, with the tags' key beside it, into `folder`.

    Also for a coach's stick. Raises GivenUpError as soon as `go_on` says no, HistoryError when
    there is no room or it is not good; the folder's other backups are then as they were.
    """
    made = datetime.fromtimestamp(utc_ms / 1000, UTC)
    target = folder / f"history-{made.strftime(_STAMP)}.sqlite3"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        leave_no_part(folder)
        needed, free = needed_bytes(history), shutil.disk_usage(folder).free
        if free < needed:
            raise HistoryError(
                text(
                    "There is no room for a backup in {folder}: it needs {needed} MB and {free} MB "
                    "are free. Make room there.",
                    folder=folder,
                    needed=Number(-(-needed // 1_000_000)),
                    free=Number(free // 1_000_000),
                )
            )
        _copy_key(history.parent / KEY_FILE, key_of(target))
    except OSError as error:
        raise HistoryError(
            text(
                "{target} cannot be written ({strerror}): make room, or choose another folder.",
                target=target,
                strerror=error.strerror,
            )
        ) from error
    try:
        return Made(target, copy_history(history, target, go_on))
    except HistoryError:
        if not target.exists():
            _delete(key_of(target))
        raise


def leave_no_part(folder: Path) -> None:
    """Of a backup that a power cut ended. Raises OSError."""
    for left in folder.glob(".history-*.part*"):
        left.unlink(missing_ok=True)


def outdated(backups: Iterable[Backup], room_bytes: int) -> list[Backup]:
    """Which may go: those that are not the newest of one of the last days, weeks or months that
    have any, and the oldest while they take more than `room_bytes` together. Never the newest.
    """
    newest_first = sorted(backups, key=lambda backup: backup.made, reverse=True)
    kept: set[Path] = set()
    for count, span in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest: dict[str, Path] = {}
        for backup in newest_first:
            newest.setdefault(backup.made.strftime(span), backup.path)
        kept.update(list(newest.values())[:count])
    taken = 0
    going: list[Backup] = []
    for number, backup in enumerate(newest_first):
        taken += backup.size if backup.path in kept else 0
        if number and (backup.path not in kept or taken > room_bytes):
            going.append(backup)
    return going


def redate(folder: Path, utc_ms: int) -> None:
    """Backups from more than a day ahead were made while the clock was wrong and would count as the
    newest for years: now that it is known they become the newest of before now. Raises OSError.
    """
    now = datetime.fromtimestamp(utc_ms / 1000, UTC)
    backups = backups_in(folder)
    taken = {backup.made.strftime(_STAMP) for backup in backups}
    made = now
    for backup in backups:
        if backup.made <= now + timedelta(days=1):
            break
        made -= timedelta(minutes=1)
        while made.strftime(_STAMP) in taken:
            made -= timedelta(minutes=1)
        taken.add(made.strftime(_STAMP))
        path = backup.path.with_name(f"history-{made:{_STAMP}}.sqlite3")
        _copy_key(key_of(backup.path), key_of(path))
        backup.path.rename(path)
        _delete(key_of(backup.path))


def delete(backup: Backup) -> None:
    """With its key; what cannot be deleted stays."""
    _delete(backup.path)
    _delete(key_of(backup.path))


def needed_bytes(history: Path) -> int:
    """What a copy of it takes, with what must stay free."""
    wal = history.with_name(history.name + "-wal")
    return sum(p.stat().st_size for p in (history, wal) if p.exists()) + SPARE_BYTES


def key_of(backup: Path) -> Path:
    """The tags' key that belongs to a backup: without it no tag in it is known."""
    return backup.with_name(f"{backup.stem}.{KEY_FILE}")


def is_good_key(path: Path) -> bool:
    """Whether there is a key that seals tags. Raises OSError when it cannot be read."""
    if not path.is_file():
        return False
    key = path.read_bytes()
    return len(key) == KEY_BYTES and any(key)


def copy_file(source: Path, target: Path) -> None:
    """A small file, whole or not at all, for its owner only. Raises OSError."""
    write_whole(target, source.read_bytes(), 0o600)


def sessions_in(backup: Backup) -> int | None:
    """How many it has; None when it cannot be read."""
    try:
        with closing(sqlite3.connect(f"file:{backup.path}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM session").fetchone()[0])
    except sqlite3.Error:
        return None


def _copy_key(key: Path, copy: Path) -> None:
    if is_good_key(key):
        copy_file(key, copy)


def _delete(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
