"""Looks at a stick and takes over what was chosen, in a thread of its own: the pump never waits."""

import logging
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import tzinfo
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from kiosk.clock import Clock
from kiosk.days import day_of
from kiosk.errors import ExportError, KioskError
from kiosk.export.safe_file import at_the_screen
from kiosk.history.roster import Roster
from kiosk.history.week import Weeks
from kiosk.import_port import NONE_PICKED, ImportAnswers, ImportSeen, ImportTaken
from kiosk.imports.preview import Preview, look
from kiosk.imports.takeover import Places, take_over
from kiosk.words import text

_logger = logging.getLogger(__name__)


class ImportDesk:
    """The Imports of a kiosk. What was seen is kept: what is taken over is what was looked at, also
    when the stick has gone or is another one by then.
    """

    def __init__(
        self,
        folder: Callable[[], Path | None],
        engine: Engine,
        roster: Roster,
        weeks: Weeks,
        clock: Clock,
        post: Callable[[ImportAnswers], None],
        *,
        protocol_folders: tuple[Path, Path],
        time_zone: tzinfo | None = None,
        look_at_workouts: Callable[[], None] = lambda: None,
    ) -> None:
        """`folder` says where the stick is now, None while there is none; `look_at_workouts` tells
        everybody what lies in the folder of workouts by then.
        """
        self._folder = folder
        self._engine, self._roster, self._weeks = engine, roster, weeks
        self._protocol_folders = protocol_folders
        self._clock, self._time_zone = clock, time_zone
        self._post, self._look_at_workouts = post, look_at_workouts
        self._preview: Preview | None = None
        self._thread = ThreadPoolExecutor(1, "import")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._thread.shutdown(cancel_futures=True)

    # -- requests: see kiosk.import_port.Imports -------------------------------------------------

    def look(self, ask: int) -> None:
        self._thread.submit(self._look, ask)

    def take_over(
        self,
        ask: int,
        keys: Collection[int],
        coach_id: int | None,
        picks: Mapping[int, int] = NONE_PICKED,
    ) -> None:
        self._thread.submit(self._take_over, ask, frozenset(keys), coach_id, dict(picks))

    # -- the thread ------------------------------------------------------------------------------

    def _look(self, ask: int) -> None:
        self._preview = None
        folder, trouble = None, ""
        try:
            folder = self._folder()
            if folder is None:
                trouble = text("No stick is in: plug the one with your files in.")
            else:
                today = day_of(self._clock.utc_ms(), self._time_zone)
                self._preview = look(
                    folder,
                    self._engine,
                    self._protocol_folders,
                    today,
                    by_coach=True,
                    time_zone=self._time_zone,
                )
        except Exception as error:  # noqa: BLE001 - see _words
            trouble = _words(error)
        seen = self._preview or Preview((), ())
        where = "" if folder is None else folder.name
        now = self._clock.monotonic()
        self._post(ImportSeen(now, ask, where, seen.items, seen.notes, trouble))

    def _take_over(
        self, ask: int, keys: frozenset[int], coach_id: int | None, picks: Mapping[int, int]
    ) -> None:
        done, refused, trouble = 0, (), ""
        try:
            if coach_id is None:
                trouble = text("Only a coach takes files over: sign in first.")
            elif self._preview is None:
                trouble = text("The stick has to be looked at once more.")
            else:
                done, refused = take_over(self._preview, keys, self._places(), picks)
        except Exception as error:  # noqa: BLE001 - see _words
            trouble = _words(error)
        self._preview = None
        self._look_at_workouts()
        self._post(ImportTaken(self._clock.monotonic(), ask, done, refused, trouble))

    def _places(self) -> Places:
        now_ms = self._clock.utc_ms()
        today, folders = day_of(now_ms, self._time_zone), self._protocol_folders
        return Places(self._engine, self._roster, folders, today, now_ms, self._weeks.plan)


def _words(error: Exception) -> str:
    """Why not, for people; a bug of ours is answered too, and leaves nobody waiting."""
    if isinstance(error, ExportError):
        return at_the_screen(error)
    if isinstance(error, KioskError):
        return str(error)
    _logger.error("Looking at a stick failed", exc_info=error)
    return text("That did not work because of a fault in the program: try again.")
