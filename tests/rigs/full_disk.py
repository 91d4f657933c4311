"""A full disk, and one that becomes read-only, at random moments while 32 athletes record."""

import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from kiosk.errors import HistoryError
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import close_session, cut_sessions
from kiosk.history.roster import Roster
from kiosk.session.records import Record, Sample
from tests.rigs.compare import look
from tests.rigs.gym import BEGAN_UTC_MS, closing, hire, opening, second_of
from tests.rigs.loop_disk import LoopDisk

MEGABYTES = 64
PATIENCE_S = 60.0
LONGEST_S = 1500
"""Virtual seconds for which a full disk may go unnoticed: the log's own room lasts a while."""
_FILLER = "filler"
_BLOCK = 4096


@dataclass(slots=True)
class Outcome:
    """What came of all moments of one kind."""

    moments: int = 0
    seconds: int = 0
    """Virtual, put while the disk took nothing."""
    sentences: set[str] = field(default_factory=set[str])
    complaints: list[str] = field(default_factory=list[str])


class Class:
    """One endless session on that disk; a second is put when the one before is written or waits."""

    def __init__(self, place: Path) -> None:
        self.engine: Engine = open_engine(place / DATABASE_NAME)
        roster = Roster(self.engine)
        self.people = [athlete.id for athlete in roster.list()] or hire(roster)
        self.session_id = History(self.engine).next_session_id()
        self.told: list[str | None] = []
        self.kept_s = 0
        self.put_s = 0
        self.recorder = Recorder(
            self.engine, self.told.append, on_written=self._on_written, retry_s=0.02
        )
        self.recorder.start()
        self.recorder.put(opening(self.session_id, self.people))

    def _on_written(self, records: Sequence[Record]) -> None:
        newest = next((one for one in reversed(records) if isinstance(one, Sample)), None)
        if newest is not None:
            self.kept_s = newest.elapsed_s + 1

    def train(self, seconds: int, *, until: Callable[[], bool] = lambda: False) -> None:
        for _ in range(seconds):
            if until():
                return
            self.recorder.put(second_of(self.session_id, self.people, self.put_s))
            self.put_s += 1
            self.recorder.flush(0.05)

    @property
    def trouble(self) -> str | None:
        return self.told[-1] if self.told else None

    def end(self) -> None:
        self.recorder.put(closing(self.session_id, self.people, self.put_s))
        self.recorder.close(PATIENCE_S)


def fill_up(disk: LoopDisk, count: int, dice: random.Random) -> Outcome:
    """Somebody else takes every block, and gives them back after a while."""
    outcome = Outcome(count)
    gym = Class(disk.place)
    for _ in range(count):
        gym.train(dice.randint(1, 40))
        before = len(gym.told)
        fill(disk.place / _FILLER)
        began = gym.put_s
        gym.train(LONGEST_S, until=lambda: gym.trouble is not None)
        if gym.trouble is None:
            outcome.complaints.append("a full disk was never noticed")
        gym.train(dice.randint(1, 20))
        outcome.seconds += gym.put_s - began
        outcome.sentences |= {one for one in gym.told[before:] if one is not None}
        if is_less_there(gym):
            outcome.complaints.append("what was committed cannot be read on a full disk")
        (disk.place / _FILLER).unlink()
        if not gym.recorder.flush(PATIENCE_S):
            outcome.complaints.append("room was made, and nothing was written")
        if gym.trouble is not None:
            outcome.complaints.append(f"all is well again, and it still says: {gym.trouble}")
    gym.end()
    outcome.complaints += all_there(gym, gym.put_s)
    if gym.recorder.lost:
        outcome.complaints.append(f"{gym.recorder.lost} records were given up")
    gym.engine.dispose()
    return outcome


def make_read_only(disk: LoopDisk, count: int, dice: random.Random) -> Outcome:
    """The kernel finds an error on the card: only a start after a check brings the disk back."""
    outcome = Outcome(count)
    for _ in range(count):
        gym = Class(disk.place)
        gym.train(dice.randint(1, 60))
        disk.fail()
        began = gym.put_s
        gym.train(LONGEST_S, until=lambda gym=gym: gym.trouble is not None)
        gym.train(dice.randint(1, 20))
        outcome.seconds += gym.put_s - began
        outcome.sentences |= {one for one in gym.told if one is not None}
        if gym.trouble is None:
            outcome.complaints.append("a read-only disk was never noticed")
        kept_s = gym.kept_s
        try:
            gym.recorder.close(0.05)
            outcome.complaints.append("a read-only disk is said to have taken everything")
        except HistoryError as error:
            outcome.sentences.add(str(error))
        gym.engine.dispose()
        disk.mend()
        engine = open_engine(disk.place / DATABASE_NAME)
        gym.engine = engine
        outcome.complaints += all_there(gym, kept_s)
        for cut in cut_sessions(engine):
            close_session(engine, cut.id, 2 * BEGAN_UTC_MS)
        engine.dispose()
    return outcome


def fill(filler: Path) -> None:
    """Takes everything that is left, to the last block."""
    with filler.open("wb") as file:
        size = os.fstatvfs(file.fileno()).f_bavail * _BLOCK
        while size >= _BLOCK:
            try:
                os.posix_fallocate(file.fileno(), os.fstat(file.fileno()).st_size, size)
            except OSError:
                size //= 2


def is_less_there(gym: Class) -> bool:
    """Whether a reader finds fewer seconds than were promised."""
    kept_s = gym.kept_s
    there = History(gym.engine).session(gym.session_id)
    return any(athlete.samples < kept_s for athlete in there.athletes)


def all_there(gym: Class, least_s: int) -> list[str]:
    found = look(gym.engine, gym.people, newest=1)
    there = found.seconds.get(gym.session_id, 0)
    if there < least_s:
        return [*found.complaints, f"{least_s - there} s that were committed are gone"]
    return found.complaints
