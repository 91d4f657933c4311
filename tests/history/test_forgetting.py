"""Nobody who was erased comes back: not from a backup, and after a while not in one either."""

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.history import erase as erasing
from kiosk.history.backup_watch import QUIET_S, START_S, BackupWatch
from kiosk.history.backups import FOLDER, backups_in
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.erase import finish_erasing
from kiosk.history.erased import LIST, erased_in, note_erased, take_back
from kiosk.history.forgetting import forget_in_copies
from kiosk.history.lock import DataLock
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.rescue import rescue
from kiosk.history.restore import restore
from kiosk.history.room import copies_in, make_own_backup
from kiosk.history.roster import Roster
from tests.history import facts
from tests.history.test_erase import UNUSUAL, close, record

DAY_MS = 24 * 3600 * 1000


@pytest.fixture
def gone(path: Path, roster: Roster, recorder: Recorder, clock: ManualClock) -> Path:
    """Anna, and somebody who was erased after a backup: that backup."""
    both = {roster.add("Anna", (7,)).id: "Anna", roster.add(UNUSUAL, (8,)).id: UNUSUAL}
    record(recorder, both)
    close(recorder, both)
    backup = make_own_backup(path, clock.utc_ms()).path
    clock.advance(60)
    roster.erase(roster.find(UNUSUAL).id)
    return backup


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def holding(folder: Path, word: str) -> list[str]:
    return [name for name, content in everything(folder).items() if word.encode() in content]


def test_an_older_backup_that_is_restored_does_not_bring_somebody_back(
    gone: Path, path: Path, engine: Engine, recorder: Recorder, clock: ManualClock
) -> None:
    assert holding(gone.parent, UNUSUAL), "the backup still has them"
    recorder.close()
    engine.dispose()
    with DataLock(path.parent) as lock:
        restore(gone, path, lock, clock.utc_ms())
    again = open_engine(path)
    assert [who.name for who in Roster(again).list()] == ["Anna"]
    assert [a.name for s in History(again).sessions() for a in s.athletes] == ["Anna"]
    assert len(History(again).samples(1, Roster(again).find("anna").id)) == 90
    again.dispose()
    assert UNUSUAL.encode() not in path.read_bytes()


def test_a_damaged_history_is_put_right_without_those_who_were_erased(
    gone: Path, path: Path, engine: Engine, recorder: Recorder, clock: ManualClock
) -> None:
    recorder.close()
    engine.dispose()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xa5" * (len(whole) - 100))
    with DataLock(path.parent) as lock:
        account = rescue(path, lock, clock.utc_ms())
    assert account is not None
    assert account.backup is not None
    again = open_engine(path)
    assert [who.name for who in Roster(again).list()] == ["Anna"]
    again.dispose()
    assert UNUSUAL.encode() not in path.read_bytes()


def test_somebody_else_under_the_same_number_stays_in_a_backup(
    gone: Path, path: Path, engine: Engine, clock: ManualClock
) -> None:
    ben = Roster(engine, clock).add("Ben")  # a start later numbers are given again
    assert (ben.id, clock.utc_ms()) not in erased_in(path.parent)
    assert ben.id in {athlete_id for athlete_id, _ in erased_in(path.parent)}
    clock.advance(60)
    newer = make_own_backup(path, clock.utc_ms()).path
    before = newer.read_bytes()
    assert forget_in_copies(path.parent, lambda: True)
    assert newer.read_bytes() == before


def test_once_nobody_trains_no_copy_on_the_disk_has_them(
    gone: Path, path: Path, engine: Engine, recorder: Recorder, clock: ManualClock
) -> None:
    data = path.parent
    aside, damaged = data / "set-aside-2026-01-01T000000", data / "damaged-2026-01-01T000000"
    for folder in (aside, damaged):
        folder.mkdir()
        shutil.copy2(gone, folder / DATABASE_NAME)
    made = next(iter(erased_in(data)))[1]
    os.utime(damaged / DATABASE_NAME, ns=(0, made * 1_000_000))
    shutil.copy2(gone, data / "history.before-0005.sqlite3")
    told: list[str | None] = []
    watch = BackupWatch(path, clock, told.append, told.append)
    assert len(holding(data, UNUSUAL)) == len(copies_in(data)) == 4

    watch.look(is_training=True)
    clock.advance(START_S + 1)
    watch.forget_if_due()
    assert len(holding(data, UNUSUAL)) == 4, "the disk belongs to whoever trains"
    watch.look(is_training=False)
    clock.advance(QUIET_S + 1)
    watch.forget_if_due()

    assert holding(data, UNUSUAL) == []
    assert told == []
    assert (damaged / DATABASE_NAME).stat().st_size == 0, "nothing can be taken out of it alone"
    assert [backup.path for backup in backups_in(data / FOLDER)] == [gone]
    left = everything(data)
    watch.forget_if_due()
    assert everything(data) == left, "once is enough"
    for copy in copies_in(data):
        again = open_engine(copy)
        assert [a.name for s in History(again).sessions() for a in s.athletes] == ["Anna"]
        again.dispose()


def test_a_backup_that_cannot_be_read_goes_if_it_may_have_somebody_erased(
    gone: Path, path: Path
) -> None:
    stamp = gone.stat().st_mtime_ns
    gone.write_bytes(b"\xa5" * 20_000)
    for when_ms, stays in (
        (facts.UTC_MS - 10 * DAY_MS, True),
        (max(erased_in(path.parent))[1], False),
    ):
        os.utime(gone, ns=(stamp, when_ms * 1_000_000))
        assert forget_in_copies(path.parent, lambda: True)
        assert gone.exists() is stays


def test_what_a_power_cut_left_of_an_erasing_goes_at_the_next_start(
    path: Path,
    engine: Engine,
    roster: Roster,
    recorder: Recorder,
    history: History,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ben = roster.add("Ben", (8,))
    for number in (1, 2, 3):
        record(recorder, {ben.id: "Ben"}, session_id=number, to=5)
        close(recorder, {ben.id: "Ben"}, number, 5)
    monkeypatch.setattr(erasing, "_PARTS", 1)

    def cut() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        erasing.erase(engine, ben.id, facts.UTC_MS, cut)
    assert roster.list() == [], "off the roster at once"
    assert len(history.sessions()) == 2
    finish_erasing(engine)
    assert history.sessions() == []
    assert len(erased_in(path.parent)) == 1


def test_somebody_is_erased_in_many_steps_between_which_others_are_recorded(
    engine: Engine, roster: Roster, recorder: Recorder, history: History
) -> None:
    anna, ben = roster.add("Anna").id, roster.add("Ben").id
    for number in range(1, 21):
        record(recorder, {ben: "Ben"}, session_id=number, to=3)
        close(recorder, {ben: "Ben"}, number, 3)
    recorder.put([facts.opened(50), facts.joined(anna, "Anna", 50)])
    seconds = 0

    def train() -> None:
        nonlocal seconds
        recorder.put([facts.second(anna, seconds, 50)])
        assert recorder.flush(5), "the disk is free between two steps"
        seconds += 1

    erasing.erase(engine, ben, facts.UTC_MS, train)
    assert seconds == 3
    assert [s.id for s in history.sessions()] == [50]
    assert len(history.samples(50, anna)) == seconds


def test_a_line_that_a_power_cut_has_torn_erases_nobody_and_spoils_no_other(tmp_path: Path) -> None:
    note_erased(tmp_path, [(1, 111)], 5000)
    with (tmp_path / LIST).open("a") as file:
        file.write("2 222 50")
    note_erased(tmp_path, [(3, 333), (4, 444)], 6000)
    take_back(tmp_path, [(4, 444)])
    assert erased_in(tmp_path) == {(1, 111): 5000, (3, 333): 6000}
    assert (tmp_path / LIST).stat().st_mode & 0o077 == 0
