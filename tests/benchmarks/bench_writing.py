"""`make bench`, the disk: what 32 athletes write, below the file system, and what stays of it.

Seconds are virtual: each is one commit, and the next one begins when it is on the disk. Beside our
figures stand those that were measured when the history's shape was chosen, on another machine.
"""

import argparse
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy import Engine

from kiosk.history import database
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.minutes import pack_next
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.session.records import Beats
from tests.rigs.gym import BEGAN_UTC_MS, CROWD, hire, opening, second_of
from tests.rigs.gym import closing as session_end
from tests.rigs.loop_disk import LoopDisk, NoLoopDiskError, Traffic, loop_disk

PATIENCE_S = 60.0
LATER_MS = BEGAN_UTC_MS * 2
MEGABYTES = 400
TABLE = (
    ("rowid + index, WAL FULL, commit 1 s", "75", "1.7"),
    ("WITHOUT ROWID, WAL FULL, 1 s", "111", "1.6"),
    ("append-only, no index, WAL FULL, 1 s", "15", "2.0"),
    ("append-only, 5 s", "6", "0.4"),
    ("append-only + compaction to minute blobs, 1 s", "16.5", "1.4"),
)
"""Design, KB/s, flushes/s."""
WHY = (
    "  A commit appends a frame for each page that has changed, and frames of 4120 bytes lie\n"
    "  across blocks of 4096: one page costs 8 KB. So a second and its beats are one row in one\n"
    "  table. New pages and the checkpoint are the rest. Packing waits until nobody trains; what\n"
    "  it costs is the minutes, and the freed pages overwritten, so that nothing erased stays."
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one virtual second."""

    kilobytes: float
    flushes: float


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes for one second of one athlete, once packed."""

    seconds: float
    """Its values alone."""
    beats: float
    table: float
    """Both, with what SQLite adds to them."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600, help="of one session")
    length_s: int = parser.parse_args().seconds
    say(f"Recording {CROWD} athletes, seconds and beats, sessions of {length_s} s")
    try:
        say_costs(length_s)
    except NoLoopDiskError as error:
        say(f"  bytes on the disk are not counted: {error}")
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(Path(folder, DATABASE_NAME))
            Class(engine, length_s).record(1)
            say_kept(pack_all(engine, length_s))
            engine.dispose()


def say_costs(length_s: int) -> None:
    ours = costs(length_s)
    with without_overwriting():
        careless = costs(length_s)
    say("  design                                              KB/s   flushes/s")
    for design, kilobytes, flushes in TABLE:
        say(f"    handbook: {design:<46}{kilobytes:>6}{flushes:>8}")
    say_cost("seconds alone, WAL FULL, 1 s", ours.seconds)
    say_cost("seconds and beats, WAL FULL, 1 s", ours.recording)
    say_cost("packed later, for each second of it", ours.packing)
    say_cost("the same, what is packed not overwritten", careless.packing)
    say(WHY)
    say_kept(ours.kept)


@contextmanager
def without_overwriting() -> Generator[None]:
    """What overwriting deleted rows costs: freed pages keep what was in them."""
    ours = database._PRAGMAS
    database._PRAGMAS = tuple(
        "secure_delete=OFF" if pragma.startswith("secure_delete") else pragma for pragma in ours
    )
    try:
        yield
    finally:
        database._PRAGMAS = ours


@dataclass(frozen=True, slots=True)
class Costs:
    seconds: Cost
    """Of the athletes' values, without their beats."""
    recording: Cost
    packing: Cost
    """Afterwards, shared out among the seconds that were recorded."""
    kept: Kept


def costs(length_s: int) -> Costs:
    with loop_disk(MEGABYTES) as disk:
        engine = open_engine(disk.place / DATABASE_NAME)
        gym = Class(engine, length_s)
        gym.record(1)  # the log has its size from then on
        kept = pack_all(engine, length_s)
        gym.has_beats = False
        seconds = gym.cost_of(disk, lambda: gym.record(2))
        gym.has_beats = True
        pack_all(engine, length_s)
        recording = gym.cost_of(disk, lambda: gym.record(3))
        packing = gym.cost_of(disk, lambda: pack_all(engine, length_s))
        engine.dispose()
    return Costs(seconds, recording, packing, kept)


def say_cost(design: str, cost: Cost) -> None:
    say(f"    ours:     {design:<46}{cost.kilobytes:6.1f}{cost.flushes:8.1f}")


class Class:
    """One session after the other, of everybody."""

    def __init__(self, engine: Engine, length_s: int) -> None:
        self._engine = engine
        self._length_s = length_s
        self._people = hire(Roster(engine))
        self.has_beats = True

    def record(self, session_id: int) -> None:
        recorder = Recorder(self._engine, say_trouble)
        recorder.start()
        recorder.put(opening(session_id, self._people))
        for elapsed_s in range(self._length_s):
            second = second_of(session_id, self._people, elapsed_s)
            kept = second if self.has_beats else [r for r in second if not isinstance(r, Beats)]
            recorder.put(kept)
            recorder.flush(PATIENCE_S)
        recorder.put(session_end(session_id, self._people, self._length_s))
        recorder.close()

    def cost_of(self, disk: LoopDisk, work: Callable[[], object]) -> Cost:
        before = settled(disk)
        work()
        after = settled(disk)
        return Cost(
            (after.written_bytes - before.written_bytes) / 1000 / self._length_s,
            (after.flushes - before.flushes) / self._length_s,
        )


def settled(disk: LoopDisk) -> Traffic:
    os.sync()
    return disk.traffic


def pack_all(engine: Engine, length_s: int) -> Kept:
    while pack_next(engine, LATER_MS) is not None:
        pass
    path = str(engine.url.database)
    with closing(sqlite3.connect(path)) as connection:
        parts, seconds, beats = connection.execute(
            "SELECT count(DISTINCT session_athlete_id), sum(length(seconds)), sum(length(beats)) "
            "FROM minute"
        ).fetchone()
        pages = connection.execute("SELECT sum(pgsize) FROM dbstat WHERE name = 'minute'")
        table = pages.fetchone()[0]
    rows = parts * length_s
    return Kept(seconds / rows, beats / rows, table / rows)


def say_kept(kept: Kept) -> None:
    say("  bytes a sample kept, packed")
    say("    handbook: minute blob, zlib                        5.2")
    say(f"    ours:     its values                           {kept.seconds:7.2f}")
    say(f"    ours:     its values and its beats             {kept.seconds + kept.beats:7.2f}")
    say(f"    ours:     the pages of both in the file        {kept.table:7.2f}")


def say_trouble(sentence: str | None) -> None:
    if sentence is not None:
        say(f"  trouble: {sentence}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
