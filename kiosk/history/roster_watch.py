"""The roster's own thread: tells when it has changed on disk and writes who is added."""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Self

from kiosk.app import PersonAnswer, PersonWanted
from kiosk.clock import Clock
from kiosk.errors import HistoryError, RosterError
from kiosk.history.roster import Roster
from kiosk.training.athlete import Athlete

EVERY_S = 2.0

_logger = logging.getLogger(__name__)


class RosterWatch:
    """`tell` gets the roster now and whenever it has changed, `answer` what became of an add; both
    are called in this thread, so that the pump never waits for the disk.
    """

    def __init__(
        self,
        roster: Roster,
        clock: Clock,
        tell: Callable[[Sequence[Athlete]], None],
        answer: Callable[[PersonAnswer], None],
    ) -> None:
        self._roster = roster
        self._clock = clock
        self._tell = tell
        self._answer = answer
        self._wanted: queue.Queue[PersonWanted | None] = queue.Queue()
        self._known: list[Athlete] | None = None
        self._is_said = False
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
        self._wanted.put(None)
        self._thread.join()

    def add(self, wanted: PersonWanted) -> None:
        """Puts somebody on the roster; returns at once."""
        self._wanted.put(wanted)

    def _watch(self) -> None:
        self._look()
        while True:
            try:
                wanted = self._wanted.get(timeout=EVERY_S)
            except queue.Empty:
                self._look()
                continue
            if wanted is None:
                return
            answer = self._add(wanted)
            self._look()  # first the roster, so that whoever is answered is on it
            self._answer(replace(answer, at=self._clock.monotonic()))

    def _add(self, wanted: PersonWanted) -> PersonAnswer:
        straps = () if wanted.strap is None else (wanted.strap,)
        try:
            athlete = self._roster.add(
                wanted.name,
                straps,
                max_hr=wanted.max_hr,
                resting_hr=wanted.resting_hr,
                threshold_hr=wanted.threshold_hr,
                birth_year=wanted.birth_year,
            )
        except (RosterError, HistoryError) as error:
            return PersonAnswer(self._clock.monotonic(), wanted, refusal=str(error))
        return PersonAnswer(self._clock.monotonic(), wanted, athlete)

    def _look(self) -> None:
        try:
            now = self._roster.list()
        except HistoryError as error:
            if not self._is_said:
                _logger.warning("The roster cannot be read: %s", error)
            self._is_said = True
            return
        self._is_said = False
        if now != self._known:
            self._known = now
            self._tell(now)
