"""Notices that a coach has laid a workout into the folder, while the kiosk runs."""

import logging
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import Final

from kiosk.clock import Clock
from kiosk.desk_port import WorkoutsLoaded
from kiosk.training.workouts import Workouts

_logger = logging.getLogger(__name__)

LOOK_S: Final = 5.0
"""A file laid into the folder is on the screen after so long."""


class FolderWatch:
    """Reads the workouts again when a file in a folder has come, changed or gone.

    `look` is called in the pump's thread; `disk` does what takes time.
    """

    def __init__(
        self,
        folder: Path,
        load: Callable[[], Workouts],
        disk: Executor,
        clock: Clock,
        post: Callable[[WorkoutsLoaded], None],
    ) -> None:
        self._folder, self._load = folder, load
        self._disk, self._clock, self._post = disk, clock, post
        self._seen = _stamps(folder)
        self._next = clock.monotonic() + LOOK_S

    def look(self) -> None:
        now = self._clock.monotonic()
        if now >= self._next:
            self._next = now + LOOK_S
            self._disk.submit(self.read)

    def read(self) -> None:
        """In the disk's thread: looks now."""
        stamps = _stamps(self._folder)
        if stamps != self._seen:
            self._seen = stamps
            try:
                loaded = self._load()
            except Exception:  # nobody looks at what the executor got back
                _logger.exception("The workouts could not be read again: the old ones stay")
            else:
                self._post(WorkoutsLoaded(self._clock.monotonic(), loaded))


def _stamps(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Name, time and size of its protocol files; empty where it cannot be read."""
    try:
        files = [(file.name, file.stat()) for file in folder.glob("*.toml")]
    except OSError:
        return frozenset()
    return frozenset((name, stat.st_mtime_ns, stat.st_size) for name, stat in files)
