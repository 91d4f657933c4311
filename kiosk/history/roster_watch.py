"""The roster's own thread: tells when roster or shelf changed on disk, and writes to both."""

import logging
import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.clock import Clock
from kiosk.coach_port import DayPlan, DeskAnswer
from kiosk.coaches import Coach
from kiosk.desk_port import (
    Answer,
    ChoiceAnswer,
    CoachAnswer,
    CodeAnswer,
    ErasedAnswer,
    PersonAnswer,
    PersonWanted,
    RosterLoaded,
    ShelfAnswer,
    SignInAnswer,
    TagAnswer,
)
from kiosk.errors import HistoryError, RosterError
from kiosk.history.admin import Staff
from kiosk.history.choices import KeptChoices
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.history.week import Weeks
from kiosk.recovery_code import read_code
from kiosk.training.athlete import Shows
from kiosk.words import text

EVERY_S = 2.0

_logger = logging.getLogger(__name__)


class RosterWatch:
    """The RosterDesk of a kiosk: every request returns at once and is carried out in this thread,
    in order, so that the pump never waits for the disk.

    `post` gets RosterLoaded now and whenever roster or shelf has changed, and the answer to each
    request after the change that it made.
    """

    def __init__(
        self,
        roster: Roster,
        shelf: Shelf,
        clock: Clock,
        post: Callable[[Answer], None],
        *,
        coaches: Staff | None = None,
        choices: KeptChoices | None = None,
        weeks: Weeks | None = None,
        tell: Callable[[str | None], None] = lambda _: None,
    ) -> None:
        """`tell` hears that a choice is not on the disk yet, and with None that all are."""
        self._tell = tell
        self._told: str | None = None
        self._unkept: dict[str, str] = {}
        """By key: in use, and to be written as soon as it can be."""
        self._newest_choice = 0
        self._choice_answer: ChoiceAnswer | None = None
        self._weeks = weeks
        self._coaches = coaches
        self._choices = choices
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

    def add_tag(self, ask: int, athlete_id: int, digest: str) -> None:
        write = partial(self._roster.add_tag, athlete_id, digest)
        self._requests.put(lambda: TagAnswer(0.0, ask, _refusal(write)))

    def remember_strap(self, ask: int, athlete_id: int, strap: int) -> None:
        self._ask_shelf(ask, partial(self._roster.remember_strap, athlete_id, strap))

    def answer_readiness(self, athlete_id: int, ready: bool) -> None:
        self._requests.put(partial(self._answer_readiness, athlete_id, ready))

    def erase(self, athlete_id: int) -> None:
        write = partial(self._roster.erase, athlete_id)
        self._requests.put(lambda: ErasedAnswer(0.0, athlete_id, _refusal(write)))

    def claim(self, athlete_id: int, name: str) -> None:
        self._requests.put(partial(self._claim, athlete_id, name))

    def date_guest(self, athlete_id: int, day: date) -> None:
        self._requests.put(lambda: _log_refusal(partial(self._roster.date_guest, athlete_id, day)))

    def show_as(self, athlete_id: int, shows: Shows) -> None:
        self._requests.put(lambda: _log_refusal(partial(self._roster.show_as, athlete_id, shows)))

    # -- requests of coaches: see kiosk.coach_port.CoachWrites ------------------------------------

    def change_person(self, ask: int, athlete_id: int, changes: Mapping[str, object]) -> None:
        self._ask_for_coach(ask, partial(self._roster.set_fields, athlete_id, changes))

    def remove_person(self, ask: int, athlete_id: int) -> None:
        self._ask_for_coach(ask, partial(self._roster.remove_id, athlete_id))

    def plan_days(self, ask: int, days: Sequence[DayPlan]) -> None:
        if self._weeks is not None:
            self._ask_for_coach(ask, partial(self._weeks.plan, days))

    def _ask_for_coach(self, ask: int, write: Callable[[], object]) -> None:
        self._requests.put(lambda: DeskAnswer(0.0, ask, _refusal(write)))

    def lend(self, ask: int, number: int, athlete_id: int) -> None:
        # On the screen it is worn already, and whoever forgot to give it back has it no more.
        self._ask_shelf(ask, partial(self._shelf.lend, number, athlete_id, from_anybody=True))

    def give_back(
        self, ask: int, number: int, battery_percent: int | None, battery_status: str | None
    ) -> None:
        give_back = partial(self._shelf.give_back, number, battery_percent, battery_status)
        self._ask_shelf(ask, give_back)

    def add_pool_strap(self, ask: int, number: int, device_number: int) -> None:
        self._ask_shelf(ask, partial(self._shelf.add, number, device_number))

    def drop_pool_strap(self, ask: int, number: int) -> None:
        self._ask_shelf(ask, partial(self._shelf.drop, number))

    def sign_in(self, ask: int, coach_id: int, pin: str) -> None:
        if self._coaches is not None:
            check = partial(self._coaches.sign_in, coach_id, pin)
            self._requests.put(lambda: SignInAnswer(0.0, ask, coach_id, _answer(check)))

    def add_coach(self, ask: int, name: str, pin: str, *, only_as_first: bool = False) -> None:
        if self._coaches is not None:
            add = partial(self._coaches.add, name, pin, only_as_first=only_as_first)
            self._requests.put(partial(_coach_answer, ask, add))

    def change_pin(self, ask: int, coach_id: int, pin: str) -> None:
        if self._coaches is not None:
            change = partial(self._coaches.change_pin, coach_id, pin)
            self._requests.put(partial(_coach_answer, ask, change, coach_id))

    def remove_coach(self, ask: int, coach_id: int) -> None:
        if self._coaches is not None:
            remove = partial(self._coaches.remove, coach_id)
            self._requests.put(partial(_coach_answer, ask, remove, coach_id))

    def make_admin(self, ask: int, pin: str) -> None:
        if self._coaches is not None:
            self._requests.put(partial(_coach_answer, ask, partial(self._coaches.make_admin, pin)))

    def new_code(self, ask: int) -> None:
        if self._coaches is not None:
            self._requests.put(partial(_code_answer, ask, self._coaches.new_code))

    def recover(self, ask: int, stick: Path, pin: str) -> None:
        staff = self._coaches
        if staff is not None:
            recover = partial(_code_answer, ask, lambda: staff.recover(read_code(stick), pin))
            self._requests.put(recover)

    def keep_choice(self, ask: int, key: str, value: str) -> None:
        self._requests.put(partial(self._keep_choice, ask, key, value))

    def _ask_shelf(self, ask: int, write: Callable[[], object]) -> None:
        self._requests.put(lambda: ShelfAnswer(0.0, ask, _refusal(write)))

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
            if wanted.guest_on is not None:
                guest = self._roster.add_guest(
                    wanted.name, wanted.guest_on, is_ready=wanted.is_ready
                )
                return PersonAnswer(0.0, wanted, guest)
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

    def _claim(self, athlete_id: int, name: str) -> PersonAnswer:
        wanted = PersonWanted(name)
        try:
            return PersonAnswer(0.0, wanted, self._roster.claim(athlete_id, name))
        except Exception as error:  # noqa: BLE001 - see _words
            return PersonAnswer(0.0, wanted, refusal=_words(error))

    def _answer_readiness(self, athlete_id: int, ready: bool) -> None:
        """Nobody waits for this: whose answer was not kept is asked again."""
        refusal = _refusal(partial(self._roster.answer_readiness, athlete_id, ready))
        if refusal:
            _logger.warning("An answer on readiness was not kept: %s", refusal)

    def _keep_choice(self, ask: int, key: str, value: str) -> None:
        """It is in use already."""
        self._unkept[key], self._newest_choice = value, ask
        self._keep_choices()

    def _keep_choices(self) -> None:
        """Whatever could not be written is tried again with every look."""
        choices, sentence = self._choices, None
        if choices is None:
            return
        for key, value in list(self._unkept.items()):
            refusal = _refusal(partial(choices.keep, key, value))
            if refusal:
                sentence = text("What is set at the screen is not kept yet: {why}", why=refusal)
                break
            del self._unkept[key]
        if sentence != self._told:
            self._told = sentence
            self._tell(sentence)
        answer = ChoiceAnswer(0.0, self._newest_choice, sentence or "")
        if answer != self._choice_answer and self._newest_choice:
            self._choice_answer = answer
            self._post(replace(answer, at=self._clock.monotonic()))

    def _look(self) -> None:
        self._keep_choices()
        try:
            coaches: list[Coach] = [] if self._coaches is None else self._coaches.list()
            stamp = (*self._roster.stamp(), coaches)
            if stamp != self._stamp:
                athletes, pool = self._roster.list(), self._shelf.list()
                self._stamp = stamp
                now = self._clock.monotonic()
                self._post(RosterLoaded(now, tuple(athletes), tuple(pool), tuple(coaches)))
            self._is_said = False
        except HistoryError as error:
            if not self._is_said:
                _logger.warning("The roster cannot be read: %s", error)
            self._is_said = True


def _answer(check: Callable[[], str]) -> str:
    try:
        return check()
    except Exception as error:  # noqa: BLE001 - see _words
        return _words(error)


def _coach_answer(
    ask: int, write: Callable[[], int | None], coach_id: int | None = None
) -> CoachAnswer:
    try:
        made = write()
    except Exception as error:  # noqa: BLE001 - see _words
        return CoachAnswer(0.0, ask, coach_id, _words(error))
    return CoachAnswer(0.0, ask, coach_id or made)


def _code_answer(ask: int, make: Callable[[], str]) -> CodeAnswer:
    try:
        return CodeAnswer(0.0, ask, make())
    except Exception as error:  # noqa: BLE001 - see _words
        return CodeAnswer(0.0, ask, refusal=_words(error))


def _refusal(write: Callable[[], object]) -> str:
    """What became of it, in a sentence; empty when it is on the disk."""
    try:
        write()
    except Exception as error:  # noqa: BLE001 - see _words
        return _words(error)
    return ""


def _log_refusal(write: Callable[[], object]) -> None:
    """For what nobody waits for."""
    refusal = _refusal(write)
    if refusal:
        _logger.warning("%s", refusal)


def _words(error: Exception) -> str:
    """Why something was not written; a bug of ours is answered too, and ends no thread."""
    if isinstance(error, RosterError | HistoryError):
        return str(error)
    _logger.error("A request to the roster failed", exc_info=error)
    return text("That could not be kept because of a fault in the program: try again.")
