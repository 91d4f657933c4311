"""A kiosk that exports onto sticks: classes in its history, the real driver, a UDisks2 of straw."""

import hashlib
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from argon2 import PasswordHasher
from sqlalchemy import Engine

from drivers.removable import Sticks
from kiosk.clock import Clock, ManualClock
from kiosk.coach_port import ExportStep
from kiosk.export.archive import Answer, Backup, SessionArchive
from kiosk.export.evening import write_evening
from kiosk.history.backup import copy_history
from kiosk.history.coaches import Coaches
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.history.taken import take
from kiosk.session.records import AthleteJoined
from kiosk.stick import Stick
from tests.history.facts import athlete_closed, batches, joined, opened, session_closed
from tests.rigs.stick_service import FakeUdisks

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PATIENCE_S = 60.0
TODAY = date(2026, 1, 2)
AWFUL = (
    'Anna <>:"/\\|?* Ł',
    "con.txt",
    "..\u202eevil. ",
    "Zoë \U0001f3d4 " + "very " * 30 + "long",
    "=cmd|' /C calc'!A0",
    "%s ~ $HOME `id` ;&",
)
"""Every character that some file system, shell or spreadsheet hates; the roster refuses some of
them, an old session may have them all.
"""


@dataclass
class Heard:
    """What has come by the mailbox, and a way to wait for more."""

    steps: list[ExportStep] = field(default_factory=list[ExportStep])
    sticks: list[Stick] = field(default_factory=list[Stick])
    on_step: Callable[[ExportStep], None] = lambda _: None
    _arrived: threading.Condition = field(default_factory=threading.Condition)

    def post(self, answer: Answer | Stick) -> None:
        with self._arrived:
            if isinstance(answer, ExportStep):
                self.steps.append(answer)
            elif isinstance(answer, Stick):
                self.sticks.append(answer)
            self._arrived.notify_all()
        if isinstance(answer, ExportStep):
            self.on_step(answer)

    def stick(self, *states: str) -> Stick:
        """The one that is told now, once it is in one of these states."""
        self._wait(lambda: bool(self.sticks) and self.sticks[-1].state in states)
        return self.sticks[-1]

    def over(self) -> ExportStep:
        """The end of the export that runs; forgets its steps."""
        self._wait(lambda: any(step.is_over for step in self.steps))
        last = self.steps[-1]
        self.steps.clear()
        return last

    def _wait(self, wanted: Callable[[], bool]) -> None:
        with self._arrived:
            if not self._arrived.wait_for(wanted, PATIENCE_S):
                raise TimeoutError(f"{self.sticks[-1:]} {self.steps[-1:]}")


@dataclass
class StickKiosk:
    """One kiosk with one coach at a time."""

    engine: Engine
    data: Path
    archive: SessionArchive
    sticks: Sticks
    heard: Heard
    clock: Clock
    coach: int = 0

    def new_coach(self) -> None:
        """Somebody who has nothing yet."""
        coaches = Coaches(self.engine, self.clock, QUICK)
        for old in coaches.list():
            coaches.remove(old.id, even_the_last=True)
        self.coach = coaches.add("Rosa", "8305")

    @property
    def new(self) -> list[int]:
        return sorted(one.id for one in History(self.engine).new_for(self.coach))

    def export(self, session_ids: Sequence[int] | None = None) -> ExportStep:
        """Everything new for the coach, and how that ended."""
        self.archive.export(self.new if session_ids is None else session_ids, self.coach)
        return self.heard.over()


@dataclass
class StickGym(StickKiosk):
    """It and what its sticks are plugged into."""

    udisks: FakeUdisks = field(kw_only=True)


@contextmanager
def stick_gym(
    folder: Path, udisks: FakeUdisks, *, sessions: int = 3, people: int = 2, seconds: int = 70
) -> Generator[StickGym]:
    clock = ManualClock()
    clock.advance(86_400 * 30)
    with stick_kiosk(
        folder, udisks.address, clock, sessions=sessions, people=people, seconds=seconds
    ) as one:
        yield StickGym(
            one.engine,
            one.data,
            one.archive,
            one.sticks,
            one.heard,
            clock,
            one.coach,
            udisks=udisks,
        )


@contextmanager
def stick_kiosk(
    folder: Path,
    address: str | None,
    clock: Clock,
    *,
    sessions: int = 3,
    people: int = 2,
    seconds: int = 70,
) -> Generator[StickKiosk]:
    """`people` are taken from those with awful names; `address` None is the system's own bus."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / DATABASE_NAME
    engine = open_engine(path)
    _record(engine, sessions, AWFUL[:people], seconds)
    heard = Heard()
    history = History(engine)
    with (
        Sticks(heard.post, clock, address) as sticks,
        SessionArchive(
            history,
            folder / "exports",
            clock,
            heard.post,
            partial(take, engine),
            sticks=sticks,
            backup=Backup(path, partial(copy_history, path)),
            beside=partial(_pages, history),
        ) as archive,
    ):
        one = StickKiosk(engine, folder, archive, sticks, heard, clock)
        one.new_coach()
        yield one
    engine.dispose()


def _pages(
    history: History, folder: Path, session_ids: Sequence[int], stop: Callable[[], bool]
) -> None:
    write_evening(history, folder, session_ids, today=TODAY, stop=stop)


def _record(engine: Engine, sessions: int, names: Sequence[str], seconds: int) -> None:
    roster = Roster(engine)
    ids = [roster.add(f"Athlete {number}").id for number, _ in enumerate(names)]
    recorder = Recorder(engine, lambda _: None)
    recorder.start()
    for number in range(1, sessions + 1):
        who: list[AthleteJoined] = [
            joined(one, name, number) for one, name in zip(ids, names, strict=True)
        ]
        recorder.put([opened(number), *who])
        for batch in batches(ids, 0, seconds, number):
            recorder.put(batch)
        ends = [replace(athlete_closed(one, seconds), session_id=number) for one in ids]
        recorder.put([*ends, replace(session_closed(seconds), session_id=number)])
    recorder.close()


def contents(folder: Path) -> dict[str, str]:
    """Digests of everything with a final name, by path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
