"""Steps on the history, each in a process that belongs to whoever owns the data, never to root."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from kiosk.errors import ReleaseError
from kiosk.release.layout import Home
from kiosk.words import text

LIMIT_S: Final = 3600.0
"""A history of years is copied twice from an SD card."""


class HistoryOwner(Protocol):
    """What an update does to the history, by the program of this or that version. ReleaseError."""

    def is_busy(self, version: str) -> bool:
        """Whether somebody trains."""
        ...

    def make_room(self, version: str, needed: int) -> None:
        """Whatever of the data may give way does, until so many bytes are free, or nothing more."""
        ...

    def backup(self, version: str) -> str | None:
        """Path of a new, verified one; None where there is no history."""
        ...

    def trial(self, version: str) -> None:
        """Raises ReleaseError when `version` could not take the history over."""
        ...

    def put_back(self, version: str, backup: str | None) -> None:
        """Makes sure that `version` can open the history, whatever a newer one did to it."""
        ...


class Owner:
    """Runs the steps of `history_steps` with the program of this or that version."""

    def __init__(self, home: Home, data: Path) -> None:
        self._home = home
        self._data = data

    def is_busy(self, version: str) -> bool:
        return self._run(version, "busy", str(self._data), fine=(0, 1))[0] == 1

    def make_room(self, version: str, needed: int) -> None:
        # An older version does not know the word; how much is free is looked at afterwards.
        self._run(version, "room", str(self._data), str(needed), fine=(0, 2))

    def backup(self, version: str) -> str | None:
        return self._run(version, "backup", str(self._data))[1] or None

    def trial(self, version: str) -> None:
        self._run(version, "trial", str(self._data))

    def put_back(self, version: str, backup: str | None) -> None:
        self._run(version, "put-back", str(self._data), backup or "")

    def _run(self, version: str, *words: str, fine: Sequence[int] = (0,)) -> tuple[int, str]:
        module = ["-I", "-m", "kiosk.release.history_steps"]
        try:
            done = subprocess.run(
                [str(self._home.python(version)), *module, *words],
                cwd="/",
                env={"PATH": os.defpath, "LANG": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=LIMIT_S,
                check=False,
                **self._as_owner(),
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _failed(version, str(error)) from error
        if done.returncode not in fine:
            raise _failed(version, done.stderr.strip().rpartition("\n")[2])
        return done.returncode, done.stdout.strip()

    def _as_owner(self) -> dict[str, Any]:
        """What the kiosk's user could put there is not worth more than that user."""
        if os.geteuid() != 0 or not self._data.is_dir():
            return {}
        owner = self._data.stat()
        return {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": [], "umask": 0o077}


def _failed(version: str, why: str) -> ReleaseError:
    return ReleaseError(
        text("Version {version} and the history: {why}", version=version, why=why[:500])
    )
