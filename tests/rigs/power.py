"""`make prove-power`: the plug is pulled at random moments of an evening; what is on the disk then?

The history lies on a loop device with ext4. A cut shuts the file system down without flushing its
log, and only then kills the process: what was not flushed is forgotten, as by a card without power.
"""

import argparse
import logging
import os
import random
import shutil
import signal
import sqlite3
import statistics
import sys
import time
import traceback
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.errors import HistoryError
from kiosk.history import database
from kiosk.history.backups import FOLDER
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.roster import Roster
from tests.rigs.compare import Found, look, lost
from tests.rigs.evening import EXPORTS, WORKS, Board, spend
from tests.rigs.gym import CROWD, hire
from tests.rigs.loop_disk import LoopDisk, NoLoopDiskError, loop_disk

MEGABYTES = 400
MOST_LOST_S = 2
START_SHARE = 0.25
"""So many cuts come while it starts."""
START_WITHIN_S = 30.0
EVENING_S = 2.5
COMPARED_ALL_EVERY = 40


@dataclass(slots=True)
class Cut:
    """One of them, and what was found afterwards."""

    works: list[str]
    lost_s: int
    kept_lost: bool
    complaints: list[str] = field(default_factory=list[str])


@dataclass(slots=True)
class Rig:
    """The disk, who trains, and what must be on it."""

    disk: LoopDisk
    people: list[int]
    known: dict[int, int]
    """Seconds by session, as found after the last cut: those may never become fewer."""

    @property
    def folder(self) -> Path:
        return self.disk.place / "data"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument(
        "--careless", action="store_true", help="SQLite without flushes: the rig must notice"
    )
    words = parser.parse_args()
    if words.careless:
        careful = database._PRAGMAS
        database._PRAGMAS = (*(p for p in careful if "synchronous" not in p), "synchronous=OFF")
    logging.disable(logging.CRITICAL)  # the cut process has much to say, and nobody to hear it
    dice = random.Random(words.seed)
    try:
        with loop_disk(MEGABYTES) as disk:
            cuts = run(disk, words.cuts, dice)
    except NoLoopDiskError as error:
        sys.stdout.write(f"skipped: {error}\n")
        sys.exit(2)
    show(cuts, words.seed)
    sys.exit(1 if any(map(failed, cuts)) else 0)


def failed(cut: Cut) -> bool:
    return bool(cut.complaints) or cut.lost_s > MOST_LOST_S or cut.kept_lost


def run(disk: LoopDisk, count: int, dice: random.Random) -> list[Cut]:
    engine = open_engine(disk.place / "data" / DATABASE_NAME)
    rig = Rig(disk, hire(Roster(engine)), {})
    engine.dispose()
    os.sync()
    cuts: list[Cut] = []
    for number in range(1, count + 1):
        cut = one_cut(rig, dice, is_all=number % COMPARED_ALL_EVERY == 0 or number == count)
        cuts.append(cut)
        if cut.complaints:
            sys.stdout.write(f"cut {number}: {'; '.join(cut.complaints)}\n")
        if sys.stdout.isatty():
            sys.stdout.write(f"\r{number} cuts")
            sys.stdout.flush()
    return cuts


def one_cut(rig: Rig, dice: random.Random, *, is_all: bool) -> Cut:
    """An evening, the plug, the next boot, and a look at everything."""
    board, seed = Board(), dice.getrandbits(30)
    child = os.fork()
    if child == 0:
        try:
            spend(rig.folder, rig.people, board, seed)
        except BaseException:  # noqa: BLE001 - nothing may come back into the parent's code
            traceback.print_exc()
        os._exit(9)
    is_early, share = dice.random() < START_SHARE, dice.random()
    if is_early:
        time.sleep(0.6 * share)
    else:
        until = time.monotonic() + START_WITHIN_S
        while "recording" not in board.works and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(EVENING_S * share)
    ended, _ = os.waitpid(child, os.WNOHANG)
    kept, works = board.kept, board.works
    rig.disk.cut()
    if ended == 0:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    put = board.put
    rig.disk.mend()
    cut = Cut(works or ["start"], 0, kept_lost=False)
    if ended:
        cut.complaints.append("the kiosk ended by itself")
    inspect(rig, cut, put, kept, is_all=is_all)
    return cut


def inspect(
    rig: Rig, cut: Cut, put: list[tuple[int, int]], kept: tuple[int, int], *, is_all: bool
) -> None:
    try:
        engine = open_engine(rig.folder / DATABASE_NAME)
    except HistoryError as error:
        cut.complaints.append(f"no start: {error}")
        return
    try:
        found = look(engine, rig.people, newest=None if is_all else 2)
    finally:
        engine.dispose()
    cut.complaints += found.complaints
    cut.lost_s, too_much = lost(put, found)
    cut.complaints += too_much
    cut.kept_lost = found.seconds.get(kept[0], 0) < kept[1]
    if cut.kept_lost:
        cut.complaints.append(f"of session {kept[0]} more was promised than is there")
    cut.complaints += missing_of_old(rig.known, found)
    rig.known = found.seconds
    cut.complaints += half_files(rig.folder)


def missing_of_old(known: dict[int, int], found: Found) -> list[str]:
    return [
        f"session {session_id} had {seconds} s before and has {found.seconds.get(session_id, 0)}"
        for session_id, seconds in known.items()
        if found.seconds.get(session_id, 0) < seconds
    ]


def half_files(folder: Path) -> list[str]:
    """Backups and exports under their final names are whole, whenever the plug went."""
    complaints: list[str] = []
    for backup in (folder / FOLDER).glob("[!.]*.sqlite3"):
        try:
            with closing(sqlite3.connect(f"file:{backup}?mode=ro", uri=True)) as copy:
                verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
        except sqlite3.Error as error:
            verdict = str(error)
        if verdict != "ok":
            complaints.append(f"backup {backup.name}: {verdict}")
    for file in (folder / EXPORTS).rglob("*.csv"):
        lines = file.read_bytes().split(b"\r\n")
        seconds = [line.split(b",", 1)[0] for line in lines[1:-1]]
        if lines[-1] or seconds != [b"%d" % number for number in range(len(seconds))]:
            complaints.append(f"export {file.name} is cut off")
    shutil.rmtree(folder / EXPORTS, ignore_errors=True)
    return complaints


def show(cuts: list[Cut], seed: int) -> None:
    table = Table(
        title=f"{len(cuts)} power cuts, {CROWD} athletes, a commit a second (seed {seed})"
    )
    for column in ("while", "cuts", "lost s, most", "lost s, mean", "failures"):
        table.add_column(column, justify="left" if column == "while" else "right")
    for work in (*WORKS, "all"):
        some = [cut for cut in cuts if work in (*cut.works, "all")]
        if some:
            seconds = [cut.lost_s for cut in some]
            table.add_row(
                work,
                str(len(some)),
                str(max(seconds)),
                f"{statistics.mean(seconds):.2f}",
                str(sum(map(failed, some))),
            )
    Console(width=None if sys.stdout.isatty() else 100).print(table)
    spread = Counter(cut.lost_s for cut in cuts)
    told = ", ".join(f"{seconds} s: {spread[seconds]}" for seconds in sorted(spread))
    sys.stdout.write(
        f"Seconds put and not found, by number of cuts: {told}. The second that was running when "
        "the plug went was not put yet and is gone too.\n"
    )


if __name__ == "__main__":
    main()
