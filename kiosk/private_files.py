"""The data directory is the kiosk's alone: seen to at every start, told where it cannot be."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.words import text

FOLDER, FILE = 0o700, 0o600
_OTHERS: Final = 0o077
MOST_FILES: Final = 2000
"""Looked at in one start; a club of many years has fewer."""


def open_to_others(data: Path) -> list[Path]:
    """What somebody else on this machine may read or change; the folder itself, and what lies in it
    at the top and in one folder below. Exports are left out: whoever is let in takes them away.
    """
    return [path for path in _looked_at(data) if _is_open(path)]


def make_private(data: Path) -> str:
    """Takes it from everybody else. "" when that is done, else a sentence with what to do.

    A folder that is everybody's on purpose, like /tmp, is left as it is: only told.
    """
    for path in open_to_others(data):
        try:
            status = path.stat(follow_symlinks=False)
            if status.st_uid != os.geteuid() or status.st_mode & stat.S_ISVTX:
                return refusal(data)
            path.chmod(FOLDER if stat.S_ISDIR(status.st_mode) else FILE)
        except FileNotFoundError:
            continue  # a file of a moment
        except OSError:
            return refusal(data)
    return ""


def refusal(data: Path) -> str:
    return text(
        "Others on this machine may read the club's data: give the command"
        " 'sudo chmod -R go= {folder}' and see that it belongs to the kiosk's user.",
        folder=str(data),
    )


def _looked_at(data: Path) -> Iterator[Path]:
    yield data
    left = MOST_FILES
    for folder in (data, data / "backups", data / "protocols"):
        try:
            entries = sorted(folder.iterdir()) if not folder.is_symlink() else []
        except OSError:
            continue
        for path in entries[:left]:
            taken_away = folder == data and path.name in ("exports", "import")
            if not taken_away and not path.is_symlink():
                yield path
        left -= len(entries[:left])


def _is_open(path: Path) -> bool:
    try:
        return bool(path.stat(follow_symlinks=False).st_mode & _OTHERS)
    except OSError:
        return False
