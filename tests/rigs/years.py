"""`make prove-years`: the sixth year of a club on a card that fills up, week after week.

The card is a small one and so is the club (root: it is a loop disk), but for the constants of the
program: everything else that happens on a card of six years does. A step is a week: what a week
brings is copied from the club's last, and one class of it is recorded as the kiosk does.
"""

import argparse
import logging
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.compose import running_kiosk
from kiosk.errors import HistoryError, KioskError
from kiosk.export.bundle import export
from kiosk.export.target import Target
from kiosk.history.backup import copy_history
from kiosk.history.backup_watch import DAY_S, QUIET_S, BackupWatch
from kiosk.history.backups import FOLDER, SPARE_BYTES, backups_in
from kiosk.history.database import DATABASE_NAME, make_engine, open_engine
from kiosk.history.erase import erase
from kiosk.history.migrate import migrate
from kiosk.history.minutes import pack_next
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import close_session, cut_sessions
from kiosk.history.room import EXPORTS
from kiosk.history.roster import Roster
from kiosk.release.layout import CURRENT, UPDATER
from kiosk.settings import ClubSettings, LoadedSettings, Settings
from kiosk.training.athlete import Athlete
from tests.history.club import LAST_DAY, Size, make_club
from tests.rigs import gym
from tests.rigs.compare import wrong_bytes, wrong_values
from tests.rigs.full_disk import fill
from tests.rigs.loop_disk import NoLoopDiskError, loop_disk
from tests.rigs.update_parts import OLD, Home, Lines, Place, lay, make_file, updater_of

YEARS = 6.0
WEEK_MS = 7 * 86_400_000
CLASS_S = 75
WEEKS_LEFT = 9
"""Of new backups, when the rig begins."""
LEAST_WARNING = 4
"""Weeks before the first backup that fails."""
TOMORROW_MS = 1000 * int(
    datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, tzinfo=UTC).timestamp()
)
EXTRA_MB = 120
"""What somebody else has on the card, and takes away in the end."""


class Year:
    """The kiosk's history on that card, and everything it says."""

    def __init__(self, data: Path, outside: Path) -> None:
        self.data, self.outside = data, outside
        self.clock = ManualClock(TOMORROW_MS + 86_400_000)
        self.complaints: list[str] = []
        self.week = 0
        self.table = Table(title="A card that fills up, week after week")
        for column in ("week", "free MB", "history MB", "backups", "newest, days", "exported"):
            self.table.add_column(column, justify="right")
        self.table.add_column("what happened, and what was said")
        self._heard: list[str] = []
        self.said: list[tuple[int, str]] = []
        """In which week."""
        self.engine: Engine = open_engine(data / DATABASE_NAME)
        roster = Roster(self.engine)
        self.people = [roster.add(f"Athlete {n}", [5000 + n]).id for n in range(gym.CROWD)]
        self.promised: dict[int, int] = {}
        """Seconds that the recorder said are on the disk, by session."""
        self.watch = BackupWatch(
            data / DATABASE_NAME, self.clock, self._hear("backup"), self._hear("disk")
        )
        self._template = _last_week(data / DATABASE_NAME)
        first = History(self.engine).next_session_id()
        gym._APART_MS = WEEK_MS // (len(self._template) + 1)
        gym.BEGAN_UTC_MS = self.clock.utc_ms() - first * gym._APART_MS
        self.recorder = self._new_recorder()

    # -- a week ------------------------------------------------------------------------------------

    def live(self, note: str = "", *, others: bool = True, takes_files: bool = False) -> bool:
        """A week: a class, the others, and the night after it; whether a backup was made."""
        self.week += 1
        if others:
            copy_week(self.data / DATABASE_NAME, self._template, self.clock.utc_ms())
        self.train()
        if takes_files:
            self._export()
        self.clock.advance(6 * DAY_S)
        made = self.night()
        self.row(note)
        return made

    def train(self) -> None:
        """A class of everybody on the roster, recorded a second at a time."""
        self.watch.look(is_training=True)
        number = max(History(self.engine).next_session_id(), max(self.promised, default=0) + 1)
        self.promised[number] = CLASS_S
        self.recorder.put(gym.opening(number, self.people))
        for second in range(CLASS_S):
            self.recorder.put(gym.second_of(number, self.people, second))
        self.recorder.put(gym.closing(number, self.people, CLASS_S))
        self.recorder.flush(3.0)
        self.watch.look(is_training=False)

    def night(self) -> bool:
        """Nobody trains: the thread of backups and the one that packs do what they do."""
        self.clock.advance(QUIET_S + 15 * 60)
        try:
            while pack_next(self.engine, self.clock.utc_ms()) is not None:
                pass
        except HistoryError as error:
            self._heard.append(f"packing: {error}")
        self.watch.look_at_disk()
        made = self.watch.back_up_if_due()
        with suppress(HistoryError):
            self.watch.forget_if_due()
        self.watch.look_out_if_due()
        self.watch.look_at_disk()
        self.clock.advance(DAY_S)
        left = [path.name for path in self.data.rglob(".*") if path.name != ".lock"]
        if any("part" in name or "trial" in name or "forgetting" in name for name in left):
            self.complain(f"half a file is left: {left}")
        return made

    def row(self, note: str = "") -> None:
        backups = backups_in(self.data / FOLDER)
        age = "" if not backups else str((self._now() - backups[0].made) // timedelta(days=1))
        self.table.add_row(
            str(self.week),
            f"{self.free / 1e6:.0f}",
            f"{(self.data / DATABASE_NAME).stat().st_size / 1e6:.0f}",
            str(len(backups)),
            age,
            str(sum(1 for _ in (self.data / EXPORTS).glob("20*"))),
            "\n".join([*([f"[bold]{note}[/bold]"] if note else []), *self._heard]),
        )
        self._heard.clear()

    @property
    def free(self) -> int:
        return shutil.disk_usage(self.data).free

    def complain(self, sentence: str) -> None:
        self.complaints.append(f"week {self.week}: {sentence}")

    def expect(self, words: str, work: Callable[[], object]) -> None:
        """It is refused, in a sentence that has these words."""
        try:
            work()
        except KioskError as error:
            self._heard.append(f"refused: {error}")
            if words not in str(error):
                self.complain(f"{words!r} is not in: {error}")
        else:
            self.complain(f"it should have been refused: {words}")

    def check(self) -> None:
        """Every second that was promised is there, as it was put, and the file is whole."""
        if not self.recorder.flush(60.0):
            self.complain("room was made, and not everything was written")
        if self.recorder.lost:
            self.complain(f"{self.recorder.lost} records were given up")
        history = History(self.engine)
        for number, seconds in self.promised.items():
            session = history.session(number)
            lengths = {one.samples for one in session.athletes}
            if lengths != {seconds}:
                self.complain(f"session {number} has {lengths} seconds, not {seconds}")
        newest = history.session(max(self.promised))
        self.complaints += wrong_values(history, newest, self.people)
        self.complaints += wrong_bytes(self.engine)

    def restart(self) -> None:
        """The kiosk ends and starts again, as it is."""
        self.recorder.close(5.0)
        self.engine.dispose()
        settings = Settings(data_directory=str(self.data), club=ClubSettings(time_zone="UTC"))
        with running_kiosk(LoadedSettings(settings, "prove-years"), tap_in_by_strap=True):
            pass
        self.engine = open_engine(self.data / DATABASE_NAME)
        for cut in cut_sessions(self.engine):
            close_session(self.engine, cut.id, self.clock.utc_ms())
        self.recorder = self._new_recorder()

    def end(self) -> None:
        self.recorder.close(5.0)
        self.engine.dispose()

    def _new_recorder(self) -> Recorder:
        recorder = Recorder(self.engine, self._hear("history"), retry_s=0.05)
        recorder.start()
        return recorder

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self.clock.utc_ms() / 1000, UTC)

    def _hear(self, what: str) -> Callable[[str | None], None]:
        is_wrong = False

        def hear(sentence: str | None) -> None:
            nonlocal is_wrong
            if sentence is None and not is_wrong:
                return
            is_wrong = sentence is not None
            self._heard.append(f"{what}: {sentence or 'all is well again'}")
            self.said.append((self.week, self._heard[-1]))

        return hear

    def _export(self) -> None:
        """The coach takes the class's files, without a stick."""
        number = max(self.promised)
        history, folder = History(self.engine), self.data / EXPORTS
        try:
            Target(folder).check_room([history.session(number)])
            export(history, folder, [number], ("csv", "fit", "tcx", "summary"))
        except KioskError as error:
            self._heard.append(f"export: {error}")


def _last_week(history: Path) -> list[int]:
    """The sessions of the club's last seven days."""
    with closing(sqlite3.connect(history)) as connection:
        (newest,) = connection.execute("SELECT max(opened_utc_ms) FROM session").fetchone()
        found = connection.execute(
            "SELECT id FROM session WHERE opened_utc_ms > ? ORDER BY id", (newest - WEEK_MS,)
        )
        return [row[0] for row in found]


def copy_week(history: Path, template: list[int], utc_ms: int) -> None:
    """Those sessions again, under new numbers, from this time on."""
    first, last = template[0], template[-1]
    with closing(sqlite3.connect(history, isolation_level=None)) as connection:

        def one(query: str) -> int:
            return int(connection.execute(query).fetchone()[0])

        by = {
            "session_id": one("SELECT max(id) FROM session") + 1 - first,
            "session_athlete_id": one("SELECT max(id) FROM session_athlete")
            + 1
            - one(f"SELECT min(id) FROM session_athlete WHERE session_id = {first}"),  # noqa: S608
            "utc_ms": utc_ms - one(f"SELECT opened_utc_ms FROM session WHERE id = {first}"),  # noqa: S608
        }
        parts = f"SELECT id FROM session_athlete WHERE session_id BETWEEN {first} AND {last}"  # noqa: S608
        connection.execute("BEGIN IMMEDIATE")
        for table, where in (
            ("session", f"id BETWEEN {first} AND {last}"),
            ("session_athlete", f"session_id BETWEEN {first} AND {last}"),
            ("minute", f"session_athlete_id IN ({parts})"),
            ("event", f"session_id BETWEEN {first} AND {last}"),
            ("result", f"session_athlete_id IN ({parts})"),
        ):
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            if table == "event":
                names.remove("id")
            values = ", ".join(_moved(table, name, by) for name in names)
            again = f"SELECT {values} FROM {table} WHERE {where}"  # noqa: S608
            connection.execute(f"INSERT INTO {table} ({', '.join(names)}) {again}")
        connection.execute("COMMIT")


def _moved(table: str, name: str, by: dict[str, int]) -> str:
    key = f"{table}_id" if name == "id" else "utc_ms" if name.endswith("utc_ms") else name
    return f"{name} + {by[key]}" if key in by else name


def prepare(data: Path, club: Path) -> None:
    """What six years have left on the card beside the history."""
    data.mkdir()
    shutil.copy(club, data / DATABASE_NAME)
    old = data / "history.before-0005.sqlite3"
    shutil.copy(club, old)
    trial = data / ".update-trial"
    trial.mkdir()
    (trial / DATABASE_NAME).write_bytes(bytes(20_000_000))
    session = data / EXPORTS / "2020-06-30-1800-short-hills-1"
    session.mkdir(parents=True)
    (session / "Anna.csv").write_bytes(bytes(30_000_000))
    long_ago = time.time() - 400 * 86_400
    for path in (old, trial, session):
        _date(path, long_ago)


def _date(path: Path, at: float) -> None:
    os.utime(path, (at, at))


def fills_up(year: Year) -> None:
    """Until no backup fits: it is said weeks before."""
    while year.live(takes_files=year.week % 2 == 0):
        if year.week == 60:
            year.complain("the card never filled up")
            return
    failed = year.week
    warned = next((week for week, one in year.said if "Weeks of training" in one), failed)
    if failed - warned < LEAST_WARNING:
        year.complain(f"warned in week {warned}, and no backup fitted in week {failed}")
    if year.free < SPARE_BYTES:
        year.complain(f"the backups have eaten the last {SPARE_BYTES // 1_000_000} MB")
    if any(
        (year.data / name).exists() for name in ("history.before-0005.sqlite3", ".update-trial")
    ):
        year.complain("an old copy stayed while a backup found no room")


def is_tight(year: Year, file: Path, place: Path) -> None:
    """No backup fits any more: what else takes a copy is refused with bytes, the rest goes on."""
    home = Place(place)
    lay(home, OLD, "good")
    for link in (CURRENT, UPDATER):
        Home(home.root / "opt").point(link, OLD)
    (home.root / "data").symlink_to(year.data)
    updater = updater_of(home, Lines(home))
    year.expect("make room there", lambda: updater.update(file, file.with_name("release.pub")))

    target = Target(year.data / EXPORTS)
    history = History(year.engine)
    many = [history.session(number) for number in list(year.promised)] * 20
    year.expect("put in a stick", lambda: target.check_room(many))
    year.row("an update and a large export are asked for")


def is_full(year: Year, filler: Path) -> None:
    """Somebody has taken the rest: a week without a free block."""
    fill(filler)
    with filler.open("rb+") as file:
        file.truncate(filler.stat().st_size - 12_000_000)
    year.live("12 MB are left, nobody else comes", others=False)
    year.restart()
    year.row("the kiosk has been started again with so much")
    fill(filler.with_name("filler-2"))
    for _ in range(7):
        year.train()
        year.night()
        if not year.recorder.waiting:  # the log's own room lasts a while
            fill(filler.with_name(f"filler-{time.monotonic_ns()}"))
    if not year.recorder.waiting:
        year.complain("a full disk took everything")
    year.row("seven evenings without a free block")
    stick = year.outside / "stick"
    done = [number for number in year.promised if number < max(year.promised) - 7]
    if not export(History(year.engine), stick, done[-2:], ("csv", "fit")):
        year.complain("nothing was exported onto the stick")
    copy_history(year.data / DATABASE_NAME, stick / "copy.sqlite3")
    year.row("two sessions and a backup onto a stick: done")

    def new_schema() -> None:
        engine = make_engine(year.data / DATABASE_NAME, foreign_keys=False)
        try:
            migrate(engine, year.data / DATABASE_NAME, head="0006")
        finally:
            engine.dispose()

    year.expect("make room", new_schema)
    anna = _member(year)
    try:
        erase(year.engine, anna.id, year.clock.utc_ms())
    except HistoryError as error:
        year._heard.append(f"refused: {error}")
        if anna.id not in [who.id for who in Roster(year.engine).list()]:
            year.complain("the erasing was refused, and half of it done")
    year.row("a new schema comes, and somebody wants to be erased")


def _member(year: Year) -> Athlete:
    """One of the club, who is not in the class."""
    return next(who for who in Roster(year.engine).list() if who.id not in year.people)


def has_room(year: Year, fillers: Path) -> None:
    """Somebody takes the rest of it away."""
    for path in fillers.parent.glob("filler*"):
        path.unlink()
    year.check()
    anna = _member(year)
    erase(year.engine, anna.id, year.clock.utc_ms())
    if not year.live("room has been made; the same person is erased", others=False):
        year.complain("there is room, and no backup was made")
    newest = backups_in(year.data / FOLDER)[0].path
    with closing(sqlite3.connect(newest)) as copy:
        if copy.execute("SELECT 1 FROM athlete WHERE id = ?", (anna.id,)).fetchone():
            year.complain("whoever was erased is in the newest backup")
    year.live(others=False)
    year.check()
    year.row("all that was promised is there")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=2, help="of the club, beside a class of 32")
    words = parser.parse_args()
    logging.disable(logging.CRITICAL)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="switchback-years-", dir="/dev/shm") as name:
        outside = Path(name)
        club = outside / "club.sqlite3"
        make_club(club, Size(YEARS, words.people, 2, ("step-up-30", "tread-hike")))
        size = club.stat().st_size
        weekly = size / (YEARS * 52) + 1_500_000
        needed = 3 * (size + WEEKS_LEFT * weekly) + SPARE_BYTES + (EXTRA_MB << 20)
        try:
            with loop_disk(int(needed * 1.04) >> 20) as disk:
                extra = disk.place / "filler-0"
                extra.write_bytes(bytes(EXTRA_MB << 20))
                data = disk.place / "data"
                prepare(data, club)
                year = Year(data, outside)
                fills_up(year)
                is_tight(year, make_file(outside / "release", "good"), outside / "kiosk")
                is_full(year, disk.place / "filler-1")
                has_room(year, disk.place / "filler")
                year.end()
        except NoLoopDiskError as error:
            sys.stdout.write(f"skipped: {error}\n")
            return
    Console(width=None if sys.stdout.isatty() else 200).print(year.table)
    sys.stdout.write(
        f"{size / 1e6:.0f} MB of {YEARS:.0f} years; {time.monotonic() - began:.0f} s\n"
    )
    for line in year.complaints[:20]:
        sys.stdout.write(f"  {line}\n")
    sys.exit(1 if year.complaints else 0)


if __name__ == "__main__":
    main()
