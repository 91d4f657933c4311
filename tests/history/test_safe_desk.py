"""The safe screen's deeds, with a history that is whole, damaged, or on a disk that is full; and
what an update does to the history.
"""

import errno
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from kiosk import files
from kiosk.clock import ManualClock
from kiosk.errors import HistoryError
from kiosk.history import database, migrate
from kiosk.history.backups import FOLDER, backups_in
from kiosk.history.coaches import Coaches
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.lock import DataLock
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.release import history_steps, notes
from kiosk.release.layout import CURRENT, MANIFEST, Home
from kiosk.safe_desk import SafeDesk
from kiosk.stick import BACKUP_NAME
from tests.rigs import gym
from tests.rigs.update_version import HEAD, STEP

PIN = "4826"


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with one session of two people, a coach, and a backup."""
    data = tmp_path_factory.mktemp("club")
    engine = open_engine(data / DATABASE_NAME)
    people = gym.hire(Roster(engine), 2)
    _record(engine, 1, people)
    Coaches(engine).add("Maria", PIN)
    engine.dispose()
    history_steps.backup(data)
    return data


@pytest.fixture
def data(club: Path, tmp_path: Path) -> Path:
    return shutil.copytree(club, tmp_path / "data")


def _record(engine: database.Engine, session: int, people: list[int]) -> None:
    recorder = Recorder(engine, lambda _sentence: None)
    recorder.start()
    recorder.put(gym.opening(session, people))
    for second in range(3):
        recorder.put(gym.second_of(session, people, second))
    recorder.put(gym.closing(session, people, 3))
    recorder.close()


def damage(data: Path) -> None:
    path = data / DATABASE_NAME
    with path.open("r+b") as file:
        file.seek(2000)
        file.write(b"\xff" * (path.stat().st_size - 4000))


def exported(desk: SafeDesk, go_on: Callable[[], bool] = lambda: True) -> tuple[str, list[str]]:
    heard: list[str] = []
    return desk.export(heard.append, go_on), heard


def sessions_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as opened:
        return int(opened.execute("SELECT count(*) FROM session").fetchone()[0])


def test_a_whole_history_leaves_as_a_checked_copy_and_as_files(data: Path) -> None:
    said, heard = exported(SafeDesk(data, "It failed."))
    out = data / "exports"
    assert str(out) in said
    assert heard == ["The history itself.", "0 of 1 sessions"]
    assert sessions_in(out / BACKUP_NAME) == 1
    kinds = sorted(path.suffix for path in out.glob("2026-*/Athlete-*"))
    assert kinds == [".csv", ".csv", ".fit", ".fit"]


def test_a_damaged_history_leaves_as_it_lies_there(data: Path) -> None:
    damage(data)
    said, _ = exported(SafeDesk(data, "It failed."))
    assert "cannot be read" in said
    copy = data / "exports" / f"damaged-{DATABASE_NAME}"
    assert copy.read_bytes() == (data / DATABASE_NAME).read_bytes()


def test_an_export_that_is_stopped_says_how_far_it_came(data: Path) -> None:
    said, _ = exported(SafeDesk(data, "It failed."), lambda: False)
    assert "Stopped after 0 of 1 sessions" in said


def test_a_full_disk_is_said_so(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    said, _ = exported(SafeDesk(data, "It failed."))
    assert "The disk is full" in said


def test_without_any_history_nothing_breaks(tmp_path: Path) -> None:
    desk = SafeDesk(tmp_path / "none", "It failed.")
    facts = desk.facts()
    assert (facts.backup, facts.asks_pin, facts.previous) == (None, False, None)
    assert "no good backup" in desk.restore()
    assert exported(SafeDesk(tmp_path, "It failed."))[0].endswith("There is no history yet.")


def test_the_pin_is_that_of_a_coach_also_when_only_a_backup_can_be_read(data: Path) -> None:
    damage(data)
    clock = ManualClock()
    desk = SafeDesk(data, "It failed.", clock=clock)
    assert desk.facts().asks_pin
    assert desk.pin_refusal(PIN) == ""


def test_wrong_pins_lock_for_a_while(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = SafeDesk(data, "It failed.", clock=(clock := ManualClock()))
    digests: list[str] = []
    monkeypatch.setattr(desk, "_digests", lambda: digests)  # hashing takes its time
    for _ in range(5):
        assert desk.pin_refusal("0000") == "That is not the PIN."
    assert "wait" in desk.pin_refusal(PIN)
    clock.advance(61)
    assert desk.pin_refusal("0000") == "That is not the PIN."


def test_the_newest_good_backup_takes_the_place_of_a_damaged_history(data: Path) -> None:
    damage(data)
    bad = data / FOLDER / "history-2031-01-01T0000.sqlite3"
    bad.write_bytes(b"not a history at all")
    desk = SafeDesk(data, "It failed.", clock=ManualClock())
    assert "has been restored" in desk.restore()
    assert sessions_in(data / DATABASE_NAME) == 1
    assert any(data.glob("set-aside-*"))


def test_a_running_kiosk_is_not_restored_under_its_feet(data: Path) -> None:
    with DataLock(data):
        assert "already running" in SafeDesk(data, "It failed.").restore()


def test_the_version_before_is_known_and_asked_for(data: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "opt")
    for version in ("1.3.0", "1.4.0"):
        home.folder(version).mkdir(parents=True)
        (home.folder(version) / MANIFEST).touch()
    home.point(CURRENT, "1.4.0")
    desk = SafeDesk(data, "It failed.", home=home)
    assert desk.facts().previous == "1.3.0"
    desk.go_back()
    assert notes.take_request(data) == notes.Request("back")


# -- what an update does to the history -----------------------------------------------------------


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Calls from then on are those of a version with a schema of its own."""
    scripts = tmp_path / "scripts"
    shutil.copytree(migrate.SCRIPTS, scripts)
    (scripts / "versions" / "0006_new.py").write_text(STEP, "utf-8")
    newest = partial(migrate.migrate, scripts=scripts, head=HEAD)

    def become() -> None:
        monkeypatch.setattr(database, "migrate", newest)

    return become


def revision(data: Path) -> str:
    with closing(sqlite3.connect(data / DATABASE_NAME)) as opened:
        return str(opened.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_a_trial_changes_a_copy_and_leaves_nothing(data: Path, newer: Callable[[], None]) -> None:
    before = {path.name for path in data.iterdir()}
    newer()
    history_steps.trial(data)
    assert revision(data) == migrate.HEAD
    assert {path.name for path in data.iterdir()} <= before


def test_a_trial_with_a_damaged_history_stops_the_update(data: Path) -> None:
    damage(data)
    with pytest.raises(HistoryError):
        history_steps.trial(data)


def test_what_a_newer_version_made_of_the_history_is_taken_back(
    data: Path, newer: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backups_in(data / FOLDER)[0].path
    with monkeypatch.context() as patch:
        newer()
        engine = open_engine(data / DATABASE_NAME)
        _record(engine, 2, [1, 2])
        engine.dispose()
        assert revision(data) == HEAD
        patch.undo()
    monkeypatch.undo()
    assert history_steps.put_back(data, copy)
    assert revision(data) == migrate.HEAD
    assert sessions_in(data / DATABASE_NAME) == 2, "what the newer one had recorded is kept"
    (aside,) = data.glob("newer-version-*")
    assert sessions_in(aside / DATABASE_NAME) == 2
    assert not history_steps.put_back(data, copy), "done once"


def test_a_history_that_nobody_changed_stays_as_it_is(data: Path) -> None:
    before = (data / DATABASE_NAME).read_bytes()
    assert not history_steps.put_back(data, None)
    assert (data / DATABASE_NAME).read_bytes() == before


def test_each_step_answers_on_its_command_line(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert history_steps.main(["busy", str(data)]) == 0
    (data / notes.TRAINING).touch()
    assert history_steps.main(["busy", str(data)]) == 0, "nobody holds the lock"
    with DataLock(data):
        assert history_steps.main(["busy", str(data)]) == 1
    assert history_steps.main(["backup", str(data)]) == 0
    assert capsys.readouterr().out.strip().endswith(".sqlite3")
    damage(data)
    assert history_steps.main(["trial", str(data)]) == 2
    assert capsys.readouterr().err
    assert history_steps.main(["dance"]) == 2
