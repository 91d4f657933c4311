"""Another history takes the present one's place, whole, at whatever moment the power fails."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kiosk.files import keep_names, put_under_name

COMPANIONS: Final = ("-wal", "-shm")
_READY: Final = ".ready.sqlite3"
"""The name of a history that is whole and waits for its place."""
_WORK: Final = ".rescue"


def work_folder(data: Path) -> Path:
    """A new and empty one, of this start's own. Raises OSError."""
    folder = data / _WORK
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    return folder


def new_folder(data: Path, kind: str, utc_ms: int) -> Path:
    """Makes `<kind>-YYYY-MM-DDTHHMMSS`, where the present is set aside. Raises OSError."""
    stamp = datetime.fromtimestamp(utc_ms / 1000, UTC).strftime("%Y-%m-%dT%H%M%S")
    folder, number = data / f"{kind}-{stamp}", 1
    while folder.exists():
        number += 1
        folder = data / f"{kind}-{stamp}-{number}"
    folder.mkdir(mode=0o700)
    return folder


def replace_history(history: Path, other: Path, folder: Path) -> None:
    """Moves `history` with its companions into `folder`, and `other`, a database that nobody has
    open, into its place. Raises OSError.
    """
    ready = history.with_name(_READY)
    put_under_name(other, ready)
    if history.exists():
        history.rename(folder / history.name)
    _move_companions(history, folder)
    put_under_name(ready, history)
    keep_names(folder)
    keep_names(history.parent)
    shutil.rmtree(history.parent / _WORK, ignore_errors=True)


def finish(history: Path) -> None:
    """Ends what a power cut interrupted; ask before anybody opens the history. Raises OSError."""
    ready = history.with_name(_READY)
    if ready.exists() and history.exists():
        ready.unlink()  # nothing had been moved yet: it is done anew if need be
    elif ready.exists():
        folders = (p for p in history.parent.iterdir() if (p / history.name).is_file())
        # the one that was made last, whatever the clock says
        aside = max(folders, key=lambda folder: folder.stat().st_ctime_ns, default=None)
        if aside is not None:
            _move_companions(history, aside)
        put_under_name(ready, history)
    shutil.rmtree(history.parent / _WORK, ignore_errors=True)


def _move_companions(history: Path, folder: Path) -> None:
    for ending in COMPANIONS:
        companion = history.with_name(history.name + ending)
        if companion.exists():
            companion.rename(folder / companion.name)
