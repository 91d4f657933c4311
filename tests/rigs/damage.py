"""`make prove-damage`: one spot of a history is overwritten; what comes back at the next start?

Everything outside the damaged pages must; what was on them may be lost, and is then listed.
"""

import argparse
import logging
import random
import re
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine

from kiosk.history.backups import FOLDER, make_backup
from kiosk.history.chunks import is_intact
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.integrity import damaged_minutes, open_to_read
from kiosk.history.lock import DataLock
from kiosk.history.minutes import pack_next
from kiosk.history.recorder import Recorder
from kiosk.history.rescue import rescue
from kiosk.history.roster import Roster
from tests.rigs.file_map import PAGE, Row, rows_by_page
from tests.rigs.gym import BEGAN_UTC_MS, hire, opening, second_of
from tests.rigs.gym import closing as session_end

LENGTHS_S = (200, 90, 310, 150)
"""Of the sessions: the last but one is over and not packed yet, the last one was cut."""
BACKUP_AFTER = 2
"""Sessions that the backup has."""
LATER_MS = BEGAN_UTC_MS * 2
_BETWEEN = re.compile(r"between (\d+|the first) and (\d+|the last)")
"""As the kiosk lists keys."""
_PASSING = {"session_athlete": {"packed_utc_ms", "measured_utc_ms", "complete"}}
"""Columns that say how far the kiosk's own work has come, not what somebody did."""
_OF_SESSION = {"closed_utc_ms", "close_reason", "samples", "missing_s"}


@dataclass(slots=True)
class Trial:
    """One spot, and what came of it."""

    offset: int
    length: int
    has_backup: bool
    on_page: str
    """Tables whose rows were there, or what else."""
    hit: int = 0
    """Rows on the damaged pages."""
    missing: int = 0
    """Of those."""
    changed: int = 0
    """Of those that are not packed, and so have no sum: came back with another value."""
    unlisted: int = 0
    """Of the missing ones."""
    complaints: list[str] = field(default_factory=list[str])


Content = dict[Row, dict[str, object]]
"""Every row of a history, by table and key."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--people", type=int, default=12)
    words = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="switchback-damage-") as folder:
        trials = run(Path(folder), words.trials, words.people, random.Random(words.seed))
    show(trials, words.seed)
    sys.exit(1 if any(trial.complaints for trial in trials) else 0)


def run(folder: Path, count: int, crowd: int, dice: random.Random) -> list[Trial]:
    whole, backup = make_history(folder, crowd)
    by_page, content = rows_by_page(whole), content_of(whole)
    trials: list[Trial] = []
    for number in range(count):
        data = folder / "trial"
        trial = one_trial(data, whole, backup if number % 2 else None, by_page, content, dice)
        trials.append(trial)
        shutil.rmtree(data)
        if trial.complaints:
            where = f"{trial.length} bytes at {trial.offset} ({trial.on_page})"
            sys.stdout.write(f"trial {number + 1}, {where}: {'; '.join(trial.complaints[:4])}\n")
    return trials


def make_history(folder: Path, crowd: int) -> tuple[Path, Path]:
    """Several sessions, packed, over and cut; and a backup from the middle of them."""
    path = folder / "whole" / DATABASE_NAME
    engine = open_engine(path)
    people = hire(Roster(engine), crowd)
    backup = path
    for session_id, length_s in enumerate(LENGTHS_S, start=1):
        record(engine, session_id, people, length_s, is_cut=session_id == len(LENGTHS_S))
        if session_id <= len(LENGTHS_S) - 2:
            while pack_next(engine, LATER_MS) is not None:
                pass
        if session_id == BACKUP_AFTER:
            backup = make_backup(path, folder / FOLDER, LATER_MS).path
    engine.dispose()
    return path, backup


def record(
    engine: Engine, session_id: int, people: list[int], length_s: int, *, is_cut: bool
) -> None:
    recorder = Recorder(engine, lambda _: None)
    recorder.start()
    recorder.put(opening(session_id, people))
    for elapsed_s in range(length_s):
        recorder.put(second_of(session_id, people, elapsed_s))
        recorder.flush(60.0)  # a second a transaction: the same seed makes the same pages
    if not is_cut:
        recorder.put(session_end(session_id, people, length_s))
    recorder.close(60.0)


def one_trial(
    data: Path,
    whole: Path,
    backup: Path | None,
    by_page: dict[int, set[Row]],
    content: Content,
    dice: random.Random,
) -> Trial:
    data.mkdir()
    history = data / DATABASE_NAME
    shutil.copy(whole, history)
    if backup is not None:
        (data / FOLDER).mkdir()
        shutil.copy(backup, data / FOLDER)
    offset, length = overwrite(history, dice)
    pages = range(offset // PAGE + 1, (offset + length - 1) // PAGE + 2)
    hit = {row for page in pages for row in by_page.get(page, set())}
    names = sorted({table for table, _ in hit})
    trial = Trial(offset, length, backup is not None, ", ".join(names) or "no rows", len(hit))
    try:
        with DataLock(data) as lock:  # as a start does it
            account = rescue(history, lock, LATER_MS)
            open_engine(history, lock).dispose()
        lost = [] if account is None else list(account.lost)
        with closing(open_to_read(history)) as connection:
            lost += [
                f"minute: part {d.part}, minute {d.number}" for d in damaged_minutes(connection)
            ]
        missing = compare(content, content_of(history), hit, trial)
    except Exception as error:  # noqa: BLE001 - whatever it is, the kiosk would not start
        trial.complaints.append(f"no start: {type(error).__name__}: {error}")
        return trial
    trial.missing = len(missing)
    unlisted = [row for row in missing if not is_listed(row, lost)]
    trial.unlisted = len(unlisted)
    if unlisted:
        trial.complaints.append(f"{len(unlisted)} rows are gone and not listed, as {unlisted[0]}")
    return trial


def is_listed(row: Row, lost: Sequence[str]) -> bool:
    """Whether one of the kiosk's lines speaks of this row."""
    table, (key, *more) = row
    for line in lost:
        if not line.startswith(f"{table}:"):
            continue
        between = _BETWEEN.search(line)
        if between is None:
            is_this = f"part {key}, minute {more[0]}" if table == "minute" else ""
            is_beats = table == "minute" and f"beats of {is_this}" in line
            if is_this in line or is_beats or "nothing could be read" in line:
                return True
            continue
        low, high = between.groups()
        low_key = 0 if low == "the first" else int(low)
        high_key = 2**63 if high == "the last" else int(high)
        if isinstance(key, int) and low_key <= key <= high_key:
            return True
    return False


def overwrite(history: Path, dice: random.Random) -> tuple[int, int]:
    """One random spot, of 1 byte to 4 KiB, short ones as often as long ones."""
    length = min(PAGE, round(2 ** dice.uniform(0, 12)))
    offset = dice.randrange(history.stat().st_size - length)
    with history.open("r+b") as file:
        file.seek(offset)
        before = file.read(length)
        after = dice.randbytes(length)
        while after == before:
            after = dice.randbytes(length)
        file.seek(offset)
        file.write(after)
    return offset, length


def compare(before: Content, after: Content, hit: set[Row], trial: Trial) -> list[Row]:
    """What is missing of the rows that were hit; all others must be there, and right."""
    missing: list[Row] = []
    for row, values in before.items():
        there = after.get(row)
        if row in hit and there is None:
            missing.append(row)
        elif row in hit and there != values:
            compare_hit(row, there or {}, missing, trial)
        elif there is None:
            trial.complaints.append(f"{row} is gone")
        elif there != values:
            different = differing(values, there, values.get("session_id"), hit)
            if different:
                trial.complaints.append(f"{row} differs in {different}")
    made_up = sum(row[0] in ("live", "beat", "minute") for row in after.keys() - before.keys())
    if made_up and not hit:
        trial.complaints.append(f"{made_up} rows were never put")
    return missing


def compare_hit(row: Row, there: dict[str, object], missing: list[Row], trial: Trial) -> None:
    """A row that was hit and has other values now: of a minute the sum must say so."""
    if row[0] != "minute":
        trial.changed += 1
        return
    missing.append(row)
    if not looks_damaged(there):
        trial.complaints.append(f"{row} has a wrong value under a good sum")


def differing(
    before: dict[str, object], after: dict[str, object], session_id: object, hit: set[Row]
) -> list[str]:
    """Columns; a session that is lost is closed, and with it its parts."""
    different = {name for name in before if after.get(name) != before[name]}
    if ("session", (session_id,)) in hit:
        different -= _OF_SESSION
    return sorted(different)


def looks_damaged(minute: dict[str, object]) -> bool:
    """The checksum still says so, or the beats are left out."""
    blobs = (minute["seconds"], minute["beats"])
    return blobs[1] is None or not all(isinstance(b, bytes) and is_intact(b) for b in blobs)


def loosely(raw: bytes) -> str:
    """Also what is no text any more."""
    return raw.decode(errors="surrogateescape")


def content_of(path: Path) -> Content:
    found: Content = {}
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = loosely
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
            " AND name != 'alembic_version' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        for (name,) in names:
            info = connection.execute(f"PRAGMA table_info({name})").fetchall()
            columns = [column[1] for column in info]
            keys = [column[1] for column in sorted(info, key=lambda one: one[5]) if column[5]]
            has_numbers = (
                "WITHOUT ROWID"
                not in connection.execute(
                    "SELECT sql FROM sqlite_master WHERE name = ?", (name,)
                ).fetchone()[0]
            )
            key = ["rowid"] if has_numbers else keys
            passing = _PASSING.get(name, set())
            words = ", ".join((*key, *columns))
            for row in connection.execute(f"SELECT {words} FROM {name}"):  # noqa: S608
                values = dict(zip(columns, row[len(key) :], strict=True))
                found[name, row[: len(key)]] = {
                    column: value for column, value in values.items() if column not in passing
                }
    return found


def show(trials: list[Trial], seed: int) -> None:
    table = Table(title=f"{len(trials)} histories with one damaged spot (seed {seed})")
    for column in ("rows on the page", "trials", "rows hit", "lost", "changed", "failures"):
        table.add_column(column, justify="left" if column == "rows on the page" else "right")
    kinds = Counter(trial.on_page for trial in trials)
    for kind in (*sorted(kinds), "all"):
        some = [trial for trial in trials if kind in (trial.on_page, "all")]
        table.add_row(
            kind,
            str(len(some)),
            str(sum(trial.hit for trial in some)),
            str(sum(trial.missing for trial in some)),
            str(sum(trial.changed for trial in some)),
            str(sum(bool(trial.complaints) for trial in some)),
        )
    Console(width=None if sys.stdout.isatty() else 100).print(table)
    sys.stdout.write(
        "Lost rows are listed by the kiosk. Changed ones were not packed yet, so nothing tells "
        "that a byte in them is another.\n"
    )


if __name__ == "__main__":
    main()
