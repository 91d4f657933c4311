"""Backups: made while others write, verified, rotated, restored whole, and never in the way."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine, select, text, update

from kiosk.clock import ManualClock
from kiosk.errors import HistoryError
from kiosk.history import aside, backup, backup_watch, integrity
from kiosk.history.backup import GivenUpError, copy_history
from kiosk.history.backup_watch import QUIET_S, START_S, BackupWatch
from kiosk.history.backups import (
    FOLDER,
    Backup,
    backups_in,
    key_of,
    make_backup,
    outdated,
)
from kiosk.history.database import open_engine, writing
from kiosk.history.integrity import damaged_minutes, open_to_read
from kiosk.history.lock import DataLock
from kiosk.history.minutes import pack_next
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.restore import restore
from kiosk.history.room import Outlook, make_own_backup
from kiosk.history.roster import Roster
from kiosk.history.schema import minute
from kiosk.session.records import Record
from kiosk.tags import KEY_FILE, TagSeal
from tests.history.facts import (
    UTC_MS,
    athlete_closed,
    batches,
    joined,
    opened,
    session_closed,
)
from tests.history.files import content

LONG_S = 130
DAY_S = 24 * 3600
LATER = UTC_MS + 1000 * DAY_S


def a_session(people: Sequence[int], session_id: int) -> list[Record]:
    records: list[Record] = [opened(session_id)]
    records += [joined(who, f"Athlete {who}", session_id) for who in people]
    for batch in batches(people, 0, LONG_S, session_id):
        records += batch
    return records


def ended(people: Sequence[int], session_id: int) -> list[Record]:
    return [
        *(replace(athlete_closed(who, LONG_S), session_id=session_id) for who in people),
        replace(session_closed(LONG_S), session_id=session_id),
    ]


@pytest.fixture
def people(roster: Roster) -> list[int]:
    return [roster.add(name, [100 + n]).id for n, name in enumerate(("Anna", "Ben"))]


def record(recorder: Recorder, records: Sequence[Record]) -> None:
    recorder.put(records)
    assert recorder.flush(20.0)


def pack_all(engine: Engine) -> None:
    while pack_next(engine, LATER) is not None:
        pass


def damage_a_minute(engine: Engine) -> None:
    with writing(engine) as connection:
        one = (minute.c.session_athlete_id == 1) & (minute.c.number == 1)
        packed = bytearray(connection.scalar(select(minute.c.seconds).where(one)) or b"")
        packed[9] ^= 1
        connection.execute(update(minute).where(one).values(seconds=bytes(packed)))


# -- the drill -----------------------------------------------------------------------------------


def test_a_backup_made_during_a_session_is_restored_row_by_row(
    engine: Engine, recorder: Recorder, people: list[int], path: Path
) -> None:
    record(recorder, [*a_session(people, 1), *ended(people, 1)])
    pack_all(engine)
    digest = TagSeal(path.parent)("04A1B2C3")
    running = a_session(people, 2)
    record(recorder, running[:150])
    then = content(path)
    made = make_backup(path, path.parent / FOLDER, UTC_MS)
    record(recorder, [*running[150:], *ended(people, 2)])
    Roster(engine).add("Carla")
    recorder.close()
    engine.dispose()
    now = content(path)
    (path.parent / KEY_FILE).unlink()
    with DataLock(path.parent) as lock:
        done = restore(made.path, path, lock, LATER)
    assert content(path) == then
    assert content(done.aside / path.name) == now
    assert TagSeal(path.parent)("04A1B2C3") == digest
    again = open_engine(path)
    assert [session.state for session in History(again).sessions()] == ["complete", "open"]
    again.dispose()


def test_a_writer_beside_does_not_restart_the_copy_and_is_not_in_it(
    engine: Engine, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_PAGES", 5)
    roster = Roster(engine)
    roster.add("Anna")
    rounds: list[str] = []

    def write_meanwhile() -> bool:
        if len(rounds) < 5:
            rounds.append(roster.add(f"Athlete {len(rounds)}").name)
        return True

    copy_history(path, tmp_path / "copy.sqlite3", write_meanwhile)
    assert len(rounds) == 5
    copied = open_engine(tmp_path / "copy.sqlite3")
    assert [athlete.name for athlete in Roster(copied).list()] == ["Anna"]
    copied.dispose()


def test_an_older_backup_is_brought_to_the_present_schema(
    engine: Engine, path: Path, tmp_path: Path
) -> None:
    engine.dispose()
    old = tmp_path / "old.sqlite3"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(
            (Path(__file__).parent / "history_0002.sql").read_text(encoding="utf-8")
        ).close()
    kept = old.read_bytes()
    with DataLock(path.parent) as lock:
        restore(old, path, lock, LATER)
    again = open_engine(path)
    assert History(again).sessions()
    again.dispose()
    assert old.read_bytes() == kept


def test_what_is_no_good_history_is_refused_and_nothing_changes(
    engine: Engine, path: Path, tmp_path: Path, people: list[int]
) -> None:
    good = make_backup(path, tmp_path, UTC_MS).path
    engine.dispose()
    before = content(path)
    notes = tmp_path / "notes.sqlite3"
    notes.write_text("milk, bread\n" * 1000)
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)").close()
    bad = tmp_path / "bad.sqlite3"
    bad.write_bytes(good.read_bytes()[:20_000] + bytes(range(256)) * 400)
    newer = tmp_path / "newer.sqlite3"
    shutil.copy(good, newer)
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'").close()
    with DataLock(path.parent) as lock:
        for file, words in (
            (notes, "not a"),
            (other, "not a Switchback history"),
            (bad, "not a good history"),
            (newer, "newer Switchback"),
            (path, "the history itself"),
            (tmp_path / "nowhere.sqlite3", "is not there"),
        ):
            with pytest.raises(HistoryError, match=words):
                restore(file, path, lock, LATER)
    assert content(path) == before
    assert not list(path.parent.glob("set-aside-*"))


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_a_power_cut_during_a_restore_leaves_one_or_the_other(
    engine: Engine, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    good = make_backup(path, tmp_path, UTC_MS).path
    Roster(engine).add("Anna")
    with closing(sqlite3.connect(path)) as held:  # so that the companions stay
        held.execute("SELECT * FROM athlete").fetchall()
        new, old = content(good), content(path)
        rename, left = Path.rename, moves

        def cut(file: Path, target: Path) -> Path:
            nonlocal left
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
            return rename(file, target)

        monkeypatch.setattr(Path, "rename", cut)
        with DataLock(path.parent) as lock, pytest.raises(KeyboardInterrupt):
            restore(good, path, lock, LATER)
        monkeypatch.setattr(Path, "rename", rename)
        aside.finish(path)
    assert content(path) == (new if moves else old)
    assert not list(path.parent.glob(".*"))


# -- what is verified ----------------------------------------------------------------------------


def test_a_minute_that_is_damaged_already_is_told_and_does_not_stop_backups(
    engine: Engine, recorder: Recorder, people: list[int], path: Path
) -> None:
    record(recorder, [*a_session(people, 1), *ended(people, 1)])
    pack_all(engine)
    damage_a_minute(engine)
    made = make_own_backup(path, UTC_MS)
    assert [str(one) for one in made.damaged] == [
        "Session 1, 2026-01-01, athlete 1, minute 2: its seconds are damaged."
    ]
    with closing(open_to_read(path)) as connection:
        assert tuple(damaged_minutes(connection)) == made.damaged


def test_a_copy_with_a_minute_that_is_not_as_it_was_gets_no_name(
    engine: Engine,
    recorder: Recorder,
    people: list[int],
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record(recorder, [*a_session(people, 1), *ended(people, 1)])
    pack_all(engine)
    copying = backup._copy

    def badly(source: Path, part: Path, go_on: object) -> None:
        copying(source, part, lambda: True)
        copied = open_engine(part)
        damage_a_minute(copied)
        copied.dispose()

    monkeypatch.setattr(backup, "_copy", badly)
    with pytest.raises(HistoryError, match="minute 2: its seconds are damaged"):
        make_own_backup(path, UTC_MS)
    assert [p.name for p in (path.parent / FOLDER).iterdir() if "part" not in p.name] == []


# -- which stay ----------------------------------------------------------------------------------


def daily(count: int, size: int = 100) -> list[Backup]:
    first = datetime(2026, 1, 1, 22, 0, tzinfo=UTC)
    days = (first + timedelta(days=n) for n in range(count))
    return [Backup(Path(f"{day:%Y-%m-%d}"), day, size) for day in days]


def test_seven_days_four_weeks_and_twelve_months_stay() -> None:
    backups = daily(800)
    kept = sorted({b.path.name for b in backups} - {b.path.name for b in outdated(backups, 10**9)})
    assert kept[-7:] == [b.path.name for b in backups[-7:]]
    assert len(kept) <= 7 + 4 + 12
    assert kept[0] < "2027-05"
    assert len({name[:7] for name in kept}) == 12


def test_the_oldest_go_when_they_take_too_much_and_the_newest_never() -> None:
    backups = daily(5)
    assert [b.path.name[-2:] for b in outdated(backups, 300)] == ["02", "01"]
    assert len(outdated(backups, 0)) == 4
    assert outdated(backups[:1], 0) == []


def usage(total: int, free: int) -> SimpleNamespace:
    return SimpleNamespace(total=total, used=total - free, free=free)


def a_disk(monkeypatch: pytest.MonkeyPatch, total: int, free: int) -> None:
    def now(_: Path) -> SimpleNamespace:
        return usage(total, free)

    monkeypatch.setattr(shutil, "disk_usage", now)


def test_a_stick_that_is_too_small_is_a_sentence(
    engine: Engine, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_disk(monkeypatch, 10**7, 10**6)
    with pytest.raises(HistoryError, match=r"no room for a backup .* 1 MB are free"):
        make_backup(path, tmp_path / "stick", UTC_MS)
    assert backups_in(tmp_path / "stick") == []


# -- when ----------------------------------------------------------------------------------------


class Watched:
    """A watch without its thread, on a manual clock."""

    def __init__(self, path: Path, clock: ManualClock) -> None:
        self.clock = clock
        self.folder = path.parent / FOLDER
        self.said: list[str | None] = []
        self.of_disk: list[str | None] = []
        self.watch = BackupWatch(path, clock, self.said.append, self.of_disk.append)

    def after(self, seconds: float) -> bool:
        """Whether a backup is made so long after now."""
        self.clock.advance(seconds)
        return self.watch.back_up_if_due()

    def train(self, seconds: float) -> None:
        self.watch.look(is_training=True)
        self.clock.advance(seconds)
        self.watch.look(is_training=True)


@pytest.fixture
def watched(engine: Engine, path: Path, clock: ManualClock) -> Watched:
    return Watched(path, clock)


def test_a_start_backs_up_when_the_newest_is_older_than_a_day(watched: Watched) -> None:
    assert not watched.after(START_S - 1), "people may be waiting"
    assert watched.after(2)
    assert not watched.after(DAY_S - 120)
    assert watched.after(240)
    assert len(backups_in(watched.folder)) == 2


def test_an_evening_is_backed_up_once_nobody_has_trained_for_a_while(watched: Watched) -> None:
    assert watched.after(START_S)
    watched.train(3600)
    assert not watched.after(2 * DAY_S), "never while a session runs"
    watched.watch.look(is_training=False)
    assert not watched.after(QUIET_S - 10)
    watched.train(60)
    watched.watch.look(is_training=False)
    assert not watched.after(QUIET_S - 10)
    assert watched.after(20)
    assert not watched.after(3600)


def test_a_session_that_starts_meanwhile_has_the_disk_to_itself(
    watched: Watched, path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched.clock.advance(START_S)
    copying = backup._copy

    def begun(source: Path, part: Path, go_on: object) -> None:
        watched.watch.look(is_training=True)
        copying(source, part, watched.watch._may_go_on)

    monkeypatch.setattr(backup, "_copy", begun)
    assert not watched.watch.back_up_if_due()
    assert watched.said == [], "nothing is wrong"
    assert list(watched.folder.iterdir()) == []
    monkeypatch.setattr(backup, "_copy", copying)
    watched.watch.look(is_training=False)
    assert watched.after(QUIET_S)


def test_giving_up_ends_the_check_too(
    engine: Engine, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "_STEPS", 10)
    asked: list[bool] = []

    def once() -> bool:
        asked.append(not asked)
        return asked[-1]

    with pytest.raises(GivenUpError):
        copy_history(path, tmp_path / "copy.sqlite3", once)
    assert list(tmp_path.iterdir()) == [path.parent]


def test_a_clock_that_nobody_has_set_makes_no_older_backup(
    watched: Watched, clock: ManualClock
) -> None:
    assert watched.after(START_S)
    (first,) = backups_in(watched.folder)
    clock.jump_wall(-1000 * DAY_S)
    clock.is_synchronised = False
    watched.train(60)
    watched.watch.look(is_training=False)
    assert watched.after(QUIET_S)
    assert backups_in(watched.folder)[0].made > first.made


@pytest.mark.parametrize("is_synchronised", [True, False])
def test_a_clock_that_was_years_ahead_is_followed_by_one_backup_a_day_and_no_more(
    watched: Watched, clock: ManualClock, is_synchronised: bool
) -> None:
    key = watched.folder.parent / KEY_FILE
    key.write_bytes(bytes(range(1, 33)))
    ahead_s = 73 * 365 * DAY_S
    clock.jump_wall(ahead_s)
    assert watched.after(START_S)
    clock.jump_wall(-ahead_s)
    clock.is_synchronised = is_synchronised
    made = [watched.after(DAY_S / 24) for _ in range(72)]
    assert made.count(True) == 3
    found = backups_in(watched.folder)
    assert len(found) == (4 if is_synchronised else 1), "one a day, and to that clock all are one's"
    assert all(key_of(one.path).read_bytes() == key.read_bytes() for one in found)
    ahead = [one for one in found if one.made.timestamp() * 1000 > clock.utc_ms()]
    assert len(ahead) == (0 if is_synchronised else 1)


def test_a_disk_that_fills_up_is_told_once_and_once_when_it_is_over(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    for free in (300, 199, 190, 205, 10, 150, 300):
        a_disk(monkeypatch, 1000 * 10**6, free * 10**6)
        watched.watch.look_at_disk()
    assert [None if s is None else str(s)[:22] for s in watched.of_disk] == [
        "The disk is 80 % full:",
        "The disk is full: trai",
        "The disk is 85 % full:",
        None,
    ]


def test_weeks_before_no_backup_fits_any_more_it_is_said_how_many_are_left(
    watched: Watched, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Outlook(with_backups=7, without=90)

    def looked(_: Path) -> Outlook:
        return seen

    monkeypatch.setattr(backup_watch, "outlook", looked)
    a_disk(monkeypatch, 1000 * 10**6, 300 * 10**6)
    for days in (0, 1, 2):
        watched.clock.advance(days * DAY_S + START_S)
        watched.watch.look_out_if_due()
        watched.watch.look_at_disk()
    seen = Outlook(60, 200)  # somebody has made room: looked at at once
    a_disk(monkeypatch, 1000 * 10**6, 500 * 10**6)
    watched.watch.look_at_disk()
    watched.watch.look_out_if_due()
    watched.watch.look_at_disk()
    assert [
        None if one is None else str(one).partition(". Have")[0] for one in watched.of_disk
    ] == [
        "The disk is 70 % full. Weeks of training that still fit: 90, of new backups: 7",
        None,
    ]


def test_a_backup_that_fails_is_told_until_one_succeeds(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        a_disk(full, 10**9, 10**6)
        assert not watched.after(START_S)
    assert "No backup could be made: There is no room" in str(watched.said[0])
    assert not watched.after(60)
    assert watched.after(3600)
    assert watched.said[1:] == [None]


def test_the_thread_ends_with_the_kiosk(watched: Watched) -> None:
    with watched.watch as watch:
        assert watch._thread.is_alive()
        watch.need_room()
    assert not watch._thread.is_alive()


def test_a_damaged_history_is_put_right_at_the_next_start(
    watched: Watched, engine: Engine, path: Path
) -> None:
    Roster(engine).add("Anna")
    with engine.begin() as connection:
        root = connection.scalar(text("SELECT rootpage FROM sqlite_master WHERE name = 'event'"))
    engine.dispose()
    with path.open("rb+") as file:
        file.seek((int(root or 0) - 1) * 4096)
        file.write(b"\xa5" * 4096)
    assert not watched.after(START_S)
    assert "start the kiosk again" in str(watched.said[0])
    assert (path.parent / "history.damaged").exists()
