"""Reads sessions of old and writes exports, in the disk's thread: the pump waits for nothing."""

import logging
from collections.abc import Callable, Generator
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from sqlalchemy import Engine

from kiosk.clock import Clock
from kiosk.days import day_of
from kiosk.desk_port import Answer, GhostLoaded, PartLoaded, TakenAway
from kiosk.errors import ExportError, KioskError
from kiosk.export.person import take_away
from kiosk.export.safe_file import at_the_screen
from kiosk.history.curves import curve_of, part_seen
from kiosk.history.results import Part
from kiosk.words import text

_logger = logging.getLogger(__name__)
_Steps = Generator[tuple[int, int], None, Path]


@dataclass(frozen=True, slots=True)
class PastDesk:
    """The PastDesk of a kiosk. `disk` is one thread; an export is many short jobs of it, so that a
    tag or a ghost never waits for more than one session of it.
    """

    engine: Engine
    disk: Executor
    clock: Clock
    post: Callable[[Answer], None]
    exports: Path
    time_zone: tzinfo | None = None

    def load_ghost(self, athlete_id: int, session_id: int) -> None:
        self.disk.submit(self._load_ghost, athlete_id, session_id)

    def look_at(self, athlete_id: int, session_id: int) -> None:
        self.disk.submit(self._look_at, athlete_id, session_id)

    def take_away(self, athlete_id: int) -> None:
        today = day_of(self.clock.utc_ms(), self.time_zone)
        steps = take_away(self.engine, athlete_id, self.exports, today)
        self.disk.submit(self._take_away, athlete_id, steps)

    # -- the thread ------------------------------------------------------------------------------

    def _load_ghost(self, athlete_id: int, session_id: int) -> None:
        """Nobody misses a ghost that cannot be read: the log says why."""
        try:
            points = curve_of(self.engine, Part(session_id, athlete_id))
        except Exception as error:  # noqa: BLE001 - see _words
            _logger.warning("Last time's curve cannot be shown: %s", _words(error))
            points = ()
        self.post(GhostLoaded(self.clock.monotonic(), athlete_id, session_id, points))

    def _look_at(self, athlete_id: int, session_id: int) -> None:
        part, refusal = None, ""
        try:
            part = part_seen(self.engine, Part(session_id, athlete_id))
        except Exception as error:  # noqa: BLE001 - see _words
            refusal = _words(error)
        self.post(PartLoaded(self.clock.monotonic(), athlete_id, session_id, part, refusal))

    def _take_away(self, athlete_id: int, steps: _Steps) -> None:
        """One step; the next one comes when its turn is."""
        try:
            done, count = next(steps)
        except StopIteration as end:
            self._tell(athlete_id, folder=str(end.value))
        except Exception as error:  # noqa: BLE001 - see _words
            self._tell(athlete_id, refusal=_words(error))
        else:
            self._tell(athlete_id, done, count)
            try:
                self.disk.submit(self._take_away, athlete_id, steps)
            except RuntimeError:
                steps.close()  # the kiosk ends: what was begun is taken away again

    def _tell(
        self, athlete_id: int, done: int = 0, count: int = 0, folder: str = "", refusal: str = ""
    ) -> None:
        now = self.clock.monotonic()
        self.post(TakenAway(now, athlete_id, done, count, folder, refusal))


def _words(error: Exception) -> str:
    """Why not, for people; a bug of ours is answered too, and ends no thread."""
    if isinstance(error, ExportError):
        return at_the_screen(error)
    if isinstance(error, KioskError):
        return str(error)
    _logger.error("A look at the past failed", exc_info=error)
    return text("That did not work because of a fault in the program: try again.")
