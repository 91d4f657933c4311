"""Where an export goes: onto the stick that is in, else into the kiosk's own folder."""

import logging
import os
import shutil
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import ExportError, HistoryError
from kiosk.export.safe_file import at_the_stick, failed, refuse_link
from kiosk.history.backups import SPARE_BYTES as OWN_BYTES
from kiosk.history.queries import SessionSummary
from kiosk.history.room import thin_exports
from kiosk.stick import BACKUP_NAME, FOLDER, PULLED, StickPort
from kiosk.words import text

_logger = logging.getLogger(__name__)

BYTES_A_SECOND: Final = 900
"""Of one athlete, in all formats together and once more in the athlete's own folder; a little more
than they take.
"""
BYTES_A_PART: Final = 200_000
"""Of one athlete in one session, however short: the printed page, twice."""
SPARE_BYTES: Final = 8_000_000
"""Folders, the class's files, and what a file system keeps for itself."""
NO_BACKUP: Final = text(
    "The sessions are on the stick, but the backup is not: the next export makes one."
)
KeepCopy = Callable[[Path, Callable[[], bool]], object]
"""Writes a checked copy of the history under this name, as long as it may go on; HistoryError."""


@dataclass(frozen=True, slots=True)
class Target:
    """Open for one export."""

    folder: Path
    stick: StickPort | None = None
    """None: it is the kiosk's own folder."""

    def check(self) -> None:
        """Raises ExportError as soon as the stick is not there any more: what is written then would
        land on the disk below the place where it was.
        """
        if self.stick is not None and not self.stick.is_in:
            raise ExportError(PULLED)

    def check_room(self, sessions: Iterable[SessionSummary]) -> None:
        """Raises ExportError where there is too little for these. In the kiosk's own folder what
        was exported before makes room, and what recording and backups need stays free.
        """
        parts = [athlete.samples for one in sessions for athlete in one.athletes]
        needed = sum(parts) * BYTES_A_SECOND + len(parts) * BYTES_A_PART + SPARE_BYTES
        if self.stick is None:
            self._check_own(needed)
            return
        free = self._free()
        if needed > free:
            raise ExportError(
                text(
                    "The stick has {free} MB free, and these sessions may need {needed} MB: delete "
                    "something from it on a laptop, or choose fewer.",
                    free=free // 1_000_000,
                    needed=-(-needed // 1_000_000),
                )
            )

    def _check_own(self, needed: int) -> None:
        try:
            if thin_exports(self.folder, needed + OWN_BYTES):
                return
            free = shutil.disk_usage(self.folder.parent).free
        except OSError:
            return  # whatever writes there says why it cannot
        raise ExportError(
            text(
                "The kiosk’s own disk has {free} MB free, and these sessions may need {needed} MB: "
                "put in a stick, or choose fewer.",
                free=free // 1_000_000,
                needed=-(-(needed + OWN_BYTES) // 1_000_000),
            )
        )

    def keep_copy(self, copy: KeepCopy, size: int, go_on: Callable[[], bool]) -> None:
        """The history beside the files, instead of an older copy; `size` is about what it takes,
        bytes. Raises ExportError where it cannot: the sessions are there all the same.
        """
        if self.stick is None:
            return
        if size + SPARE_BYTES > self._free():
            raise ExportError(
                text(
                    "The sessions are on the stick, but for the backup it has too little room: "
                    "delete something from it on a laptop."
                )
            )
        try:
            copy(self.folder / BACKUP_NAME, go_on)
        except HistoryError as error:
            _logger.warning("No backup onto the stick: %s", error)
            self.check()
            raise ExportError(NO_BACKUP) from error

    def _free(self) -> int:
        """Bytes."""
        try:
            disk = os.statvfs(self.folder.parent)
        except OSError as error:
            raise ExportError(PULLED) from error
        return disk.f_bavail * disk.f_frsize


@contextmanager
def opened_target(home: Path, sticks: StickPort | None) -> Generator[Target]:
    """The target of one export; at the end of the block everything is on the stick, and it may be
    pulled. Raises ExportError where that is not so, and where a stick that is in cannot be used.
    """
    place = None if sticks is None else sticks.open()
    if sticks is None or place is None:
        yield Target(home)
        return
    try:
        refuse_link(place / FOLDER)
        yield Target(place / FOLDER, sticks)
    except BaseException as error:
        is_gone = not sticks.is_in
        with suppress(ExportError):  # why the export failed is told, and this is only the end of it
            sticks.close()
        if isinstance(error, OSError):  # a mere look at it fails too
            raise ExportError(PULLED if is_gone else at_the_stick(failed(error))) from error
        if isinstance(error, ExportError):
            raise ExportError(PULLED if is_gone else at_the_stick(error)) from error
        raise
    sticks.close()
