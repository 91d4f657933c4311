"""Tells when the roster has changed on disk, so that the pump never reads the disk itself."""

import logging
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from kiosk.errors import HistoryError
from kiosk.history.roster import Roster
from kiosk.training.athlete import Athlete

EVERY_S = 2.0

_logger = logging.getLogger(__name__)


class RosterWatch:
    """Calls `tell`, in its own thread, with the roster now and whenever it has changed."""

    def __init__(self, roster: Roster, tell: Callable[[Sequence[Athlete]], None]) -> None:
        self._roster = roster
        self._tell = tell
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="roster", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        known: list[Athlete] | None = None
        is_said = False
        while True:
            try:
                now = self._roster.list()
            except HistoryError as error:
                if not is_said:
                    _logger.warning("The roster cannot be read: %s", error)
                is_said = True
            else:
                is_said = False
                if now != known:
                    known = now
                    self._tell(now)
            if self._stop.wait(EVERY_S):
                return
