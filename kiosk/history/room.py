"""The kiosk's own disk: what gives way when it runs short, and how long the rest will last."""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.files import keep_names
from kiosk.history.aside import COMPANIONS
from kiosk.history.backups import (
    FOLDER,
    SPARE_BYTES,
    Backup,
    Made,
    backups_in,
    delete,
    key_of,
    leave_no_part,
    make_backup,
    needed_bytes,
    outdated,
)
from kiosk.history.integrity import READ_ERRORS, GoOn, always, open_to_read

EXPORTS: Final = "exports"
"""In the data directory: what was exported while no stick was in."""
SHARE: Final = 0.25
"""Of the whole disk, for all backups together; one stays whatever it takes."""
KEPT_S: Final = 90 * 86_400
"""What was set aside gives way once the newest backup is so much younger: it may have what no
other copy has, and somebody may ask for it."""
CUT_S: Final = 86_400
"""Nobody works for so long on what has only a working name."""
LOOK_BACK_MS: Final = 56 * 86_400_000
"""Weeks to come are like the last eight in which somebody trained."""
_WORKING: Final = (
    ".update-trial",
    ".forgetting",
    ".history.before-*.part",
    f"{FOLDER}/.history-*.part",
    f"{EXPORTS}/.*.part",
)
_ASIDE: Final = ("set-aside-*", "damaged-*", "newer-version-*")
_DATABASE: Final = "history.sqlite3"
_SESSION: Final = re.compile(r"\d{4}-\d{2}-\d{2}-\d{4}-.+-\d+")
"""The folder of an exported session; everybody's own files begin with the same name."""
_PEOPLE: Final = "Athletes"


@dataclass(frozen=True, slots=True)
class Outlook:
    """How many more weeks like the last ones fit on the disk."""

    with_backups: int
    """Until no new backup fits beside the newest."""
    without: int
    """Until nothing can be recorded."""


def copies_in(data: Path) -> list[Path]:
    """Every older copy of the history that this disk has: backups, what an upgrade copied first,
    what a backup took the place of, what was damaged, what a newer version left.
    """
    found = [backup.path for backup in backups_in(data / FOLDER)]
    return found + [path for path, _ in _kept(data)]


def remove_copy(copy: Path) -> None:
    """Of what was set aside an empty file stays: it says that the folder is whole. OSError."""
    for ending in COMPANIONS:
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
    if copy.name == _DATABASE:
        os.truncate(copy, 0)
    else:
        copy.unlink()
        with suppress(OSError):
            key_of(copy).unlink(missing_ok=True)
    keep_names(copy.parent)


def make_room(data: Path, needed: int) -> bool:
    """Whether `needed` bytes are free on the disk, now that as much as was necessary has given way:
    exported sessions, which can be exported again, the oldest first; then older copies of the
    history, the oldest first, but never the newest backup, and nothing set aside that is not much
    older than it. Raises OSError when the disk cannot be looked at.
    """
    if thin_exports(data / EXPORTS, needed):
        return True
    for going in _older_copies(data):
        if isinstance(going, Backup):
            delete(going)
        else:
            with suppress(OSError):
                remove_copy(going)
        if shutil.disk_usage(data).free >= needed:
            return True
    return False


def thin_exports(exports: Path, needed: int) -> bool:
    """The same by exported sessions alone."""
    folder = exports if exports.is_dir() else exports.parent
    for session in _exported(exports):
        if shutil.disk_usage(folder).free >= needed:
            return True
        for path in _files_of(exports, session):
            with suppress(OSError):
                path.unlink()
        shutil.rmtree(session, ignore_errors=True)
    return shutil.disk_usage(folder).free >= needed


def sweep(data: Path, utc_ms: int) -> None:
    """What a power cut left half made, and nobody has worked on for a day, goes."""
    for pattern in _WORKING:
        for path in data.glob(pattern):
            with suppress(OSError):
                if utc_ms / 1000 - path.lstat().st_mtime < CUT_S:
                    continue
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink()


def make_own_backup(history: Path, utc_ms: int, go_on: GoOn = always) -> Made:
    """A backup in the data directory; others give way to it, before and after. Raises as
    make_backup does.
    """
    folder = history.parent / FOLDER
    leave_no_part(folder)
    make_room(history.parent, needed_bytes(history))
    made = make_backup(history, folder, utc_ms, go_on)
    room = int(shutil.disk_usage(folder).total * SHARE)
    for backup in outdated(backups_in(folder), room):
        if backup.path != made.path:
            delete(backup)
    return made


def outlook(history: Path) -> Outlook | None:
    """None while nobody has trained, or the history cannot be read now. Takes a second for years
    of it on a card. Raises OSError when the disk cannot be looked at.
    """
    try:
        with closing(open_to_read(history)) as connection:
            weekly, unused, size = _growth(connection)
    except READ_ERRORS:
        return None
    if weekly <= 0:
        return None
    data = history.parent
    room = shutil.disk_usage(data).free + sum(map(_size_of, _giving_way(data)))
    # As the history grows, so do the newest backup and the next one.
    until_no_backup = max(0, room - size - SPARE_BYTES) / 3
    return Outlook(int((unused + until_no_backup) / weekly), int((unused + room) / weekly))


def _growth(connection: sqlite3.Connection) -> tuple[float, int, int]:
    """Bytes a week, bytes that are free inside the file, and its size."""

    def number(query: str, *values: int) -> int:
        return int(connection.execute(query, values).fetchone()[0] or 0)

    page = number("PRAGMA page_size")
    size, unused = page * number("PRAGMA page_count"), page * number("PRAGMA freelist_count")
    newest = number("SELECT max(opened_utc_ms) FROM session")
    total = number("SELECT sum(samples) FROM session_athlete")
    lately = number(
        "SELECT sum(samples) FROM session_athlete WHERE joined_utc_ms > ?", newest - LOOK_BACK_MS
    )
    weeks = LOOK_BACK_MS / (7 * 86_400_000)
    return ((size - unused) * lately / total / weeks if total else 0.0), unused, size


def _giving_way(data: Path) -> Iterator[Path]:
    for session in _exported(data / EXPORTS):
        yield session
        yield from _files_of(data / EXPORTS, session)
    for going in _older_copies(data):
        yield going.path if isinstance(going, Backup) else going


def _kept(data: Path) -> list[tuple[Path, int]]:
    """Copies that are no backups, and how many seconds older than the newest one they give way."""
    found = [(path, 0) for path in sorted(data.glob("history.before-*.sqlite3"))]
    for kind in _ASIDE:
        found += [(path, KEPT_S) for path in sorted(data.glob(f"{kind}/{_DATABASE}"))]
    return [(path, seconds) for path, seconds in found if path.stat().st_size]


def _older_copies(data: Path) -> list[Backup | Path]:
    """Those that may go, the oldest first."""
    newest, *others = backups_in(data / FOLDER) or [None]
    if newest is None:
        return []
    made_s = newest.made.timestamp()
    going: list[tuple[float, Backup | Path]] = [
        (one.made.timestamp(), one) for one in others if one
    ]
    for path, seconds in _kept(data):
        at = path.stat().st_mtime
        if at + seconds < made_s:
            going.append((at, path))
    return [one for _, one in sorted(going, key=lambda pair: pair[0])]


def _exported(exports: Path) -> list[Path]:
    """Folders of sessions, the oldest first."""
    with suppress(OSError):
        folders = [path for path in exports.iterdir() if _SESSION.fullmatch(path.name)]
        return sorted(path for path in folders if path.is_dir() and not path.is_symlink())
    return []


def _files_of(exports: Path, session: Path) -> list[Path]:
    """Copies of a session's files in everybody's own folders."""
    if (exports / _PEOPLE).is_symlink():
        return []
    return sorted((exports / _PEOPLE).glob(f"*/{session.name}.*"))


def _size_of(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else (path,)
    total = 0
    with suppress(OSError):
        total = sum(file.lstat().st_size for file in files)
    return total
