"""A kiosk with the real shell, the real desk and the real SQLite behind the window; no thread."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from argon2 import PasswordHasher

from kiosk.app import Post, RecordSink
from kiosk.clock import ManualClock
from kiosk.history.admin import Staff
from kiosk.history.choices import KeptChoices
from kiosk.history.database import open_engine
from kiosk.history.roster import Roster
from kiosk.history.roster_watch import RosterWatch
from kiosk.history.shelf import Shelf
from kiosk.history.week import Weeks
from kiosk.mailbox import Mailbox
from screens.stage import EVENING_MS, FIRST_STRAP, NAMES, Stage

PIN, WRONG_PIN = "7391", "8264"
CLUB_STRAP = 41_001
_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class PromptDesk(RosterWatch):
    """The desk without its thread: what was asked is done when the test says so."""

    def look(self) -> None:
        """As it does every two seconds."""
        self._look()

    def work(self) -> None:
        if self._requests.empty() and self._stamp is not None:
            return
        self._look()
        while not self._requests.empty():
            request = self._requests.get()
            answer = None if request is None else request()
            self._look()
            if answer is not None:
                self._post(replace(answer, at=self._clock.monotonic()))


class WholeKiosk:
    """People with a strap and a tag each, a coach, club straps; time passes when it is told to."""

    def __init__(
        self,
        folder: Path,
        *,
        people: int = 8,
        pool: int = 6,
        coaches: Sequence[str] = ("Maria",),
        recorder: RecordSink | None = None,
        asks_readiness: bool = False,
    ) -> None:
        clock = ManualClock(EVENING_MS)
        mailbox: Mailbox[Post] = Mailbox()
        self.engine = open_engine(folder / "history.sqlite3")
        self.roster, shelf = Roster(self.engine, clock), Shelf(self.engine, clock)
        signing_in = Staff(self.engine, clock, _QUICK)
        for number, name in enumerate(NAMES[:people], 1):
            self.roster.add(name, (FIRST_STRAP + number,), max_hr=190.0, resting_hr=50.0)
            self.roster.add_tag(number, tag(number))
        for number in range(1, pool + 1):
            shelf.add(number, CLUB_STRAP + number)
        for name in coaches:
            signing_in.add(name, PIN)
        self.told: list[str | None] = []
        """What the desk says of choices that are not kept."""
        self.desk = PromptDesk(
            self.roster,
            shelf,
            clock,
            mailbox.post,
            coaches=signing_in,
            choices=KeptChoices(self.engine),
            weeks=Weeks(self.engine, clock, mailbox.post, UTC),
            tell=self.told.append,
        )
        self.stage = Stage(
            by_strap=True,
            recorder=recorder,
            roster_desk=self.desk,
            clock=clock,
            mailbox=mailbox,
            asks_readiness=asks_readiness,
        )
        self.app = self.stage.app
        self.app.coach_desk.writes = self.desk
        self.lives(0.5)

    def lives(self, seconds: float) -> None:
        """Time passes, and the disk has done what it was asked before it did."""
        self.desk.work()
        self.stage.run(seconds)

    def close(self) -> None:
        self.engine.dispose()


def tag(number: int) -> str:
    """The sealed number of somebody's tag."""
    return f"{number:064x}"
