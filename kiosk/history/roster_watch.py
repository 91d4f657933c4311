"""The roster's own thread: tells when roster or shelf changed on disk, and writes to both."""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import Self

from kiosk.clock import Clock
from kiosk.desk_port import (
    Answer,
    PersonAnswer,
    PersonWanted,
    RosterLoaded,
    ShelfAnswer,
    TagAnswer,
)
from kiosk.errors import HistoryError, RosterError
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf

EVERY_S = 2.0

_logger = logging.getLogger(__name__)


class RosterWatch:
    """The RosterDesk of a kiosk: every request returns at once and is carried out in this thread,
    in order, so that the pump never waits for the disk.

    `post` gets RosterLoaded now and whenever roster or shelf has changed, and the answer to each
    request after the change that it made.
    """

    def __init__(
        self, roster: Roster, shelf: Shelf, clock: Clock, post: Callable[[Answer], None]
    ) -> None:
        self._roster = roster
        self._shelf = shelf
        self._clock = clock
        self._post = post
        self._requests: queue.Queue[Callable[[], Answer | None] | None] = queue.Queue()
        self._stamp: tuple[object, ...] | None = None
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
        self._requests.put(None)
        self._thread.join()

    # -- requests: see kiosk.desk_port.RosterDesk ------------------------------------------------

    def add(self, wanted: PersonWanted) -> None:
        self._requests.put(partial(self._add, wanted))

    def add_tag(self, athlete_id: int, digest: str) -> None:
        write = partial(self._roster.add_tag, athlete_id, digest)
        self._requests.put(lambda: TagAnswer(0.0, athlete_id, _refusal(write)))

    def remember_strap(self, athlete_id: int, strap: int) -> None:
        self._ask_shelf(partial(self._roster.remember_strap, athlete_id, strap))

    def answer_readiness(self, athlete_id: int, ready: bool) -> None:
        self._requests.put(partial(self._answer_readiness, athlete_id, ready))

    def lend(self, number: int, athlete_id: int) -> None:
        # On the screen it is worn already, and whoever forgot to give it back has it no more.
        self._ask_shelf(partial(self._shelf.lend, number, athlete_id, from_anybody=True))

    def give_back(
        self, number: int, battery_percent: int | None, battery_status: str | None
    ) -> None:
        self._ask_shelf(partial(self._shelf.give_back, number, battery_percent, battery_status))

    def add_pool_strap(self, number: int, device_number: int) -> None:
        self._ask_shelf(partial(self._shelf.add, number, device_number))

    def drop_pool_strap(self, number: int) -> None:
        self._ask_shelf(partial(self._shelf.drop, number))

    def _ask_shelf(self, write: Callable[[], object]) -> None:
        self._requests.put(lambda: ShelfAnswer(0.0, _refusal(write)))

    # -- the thread ------------------------------------------------------------------------------

    def _watch(self) -> None:
        self._look()
        while True:
            try:
                request = self._requests.get(timeout=EVERY_S)
            except queue.Empty:
                self._look()
                continue
            if request is None:
                return
            answer = request()
            self._look()  # first the roster, so that whoever is answered is on it
            if answer is not None:
                self._post(replace(answer, at=self._clock.monotonic()))

    def _add(self, wanted: PersonWanted) -> PersonAnswer:
        straps = () if wanted.strap is None else (wanted.strap,)
        try:
            athlete = self._roster.add(
                wanted.name,
                straps,
                shared=wanted.shared,
                max_hr=wanted.max_hr,
                resting_hr=wanted.resting_hr,
                threshold_hr=wanted.threshold_hr,
                birth_year=wanted.birth_year,
            )
        except Exception as error:  # noqa: BLE001 - see _words
            return PersonAnswer(0.0, wanted, refusal=_words(error))
        return PersonAnswer(0.0, wanted, athlete)

    def _answer_readiness(self, athlete_id: int, ready: bool) -> None:
        """Nobody waits for this: whose answer was not kept is asked again."""
        refusal = _refusal(partial(self._roster.answer_readiness, athlete_id, ready))
        if refusal:
            _logger.warning("An answer on readiness was not kept: %s", refusal)

    def _look(self) -> None:
        try:
            stamp = self._roster.stamp()
            if stamp != self._stamp:
                athletes, pool = self._roster.list(), self._shelf.list()
                self._stamp = stamp
                self._post(RosterLoaded(self._clock.monotonic(), tuple(athletes), tuple(pool)))
            self._is_said = False
        except HistoryError as error:
            if not self._is_said:
                _logger.warning("The roster cannot be read: %s", error)
            self._is_said = True


def _refusal(write: Callable[[], object]) -> str:
    """What became of it, in a sentence; empty when it is on the disk."""
    try:
        write()
    except Exception as error:  # noqa: BLE001 - see _words
        return _words(error)
    return ""


def _words(error: Exception) -> str:
    """Why something was not written; a bug of ours is answered too, and ends no thread."""
    if isinstance(error, RosterError | HistoryError):
        return str(error)
    _logger.error("A request to the roster failed", exc_info=error)
    return "That could not be kept because of a fault in the program: try again."
