"""A damaged history: set aside, restored from a backup, and all that can be read is there again."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kiosk import doctor
from kiosk.cli import cli
from kiosk.compose import running_kiosk
from kiosk.errors import HistoryError
from kiosk.history.backups import FOLDER
from kiosk.history.database import open_engine
from kiosk.history.minutes import pack_next
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.rescue import accounts, acknowledge, rescue
from kiosk.history.room import make_own_backup
from kiosk.history.roster import Roster
from kiosk.session.records import Record
from kiosk.settings import Settings, load_settings
from screens.header import header_view
from tests.history.facts import (
    UTC_MS,
    athlete_closed,
    batches,
    joined,
    opened,
    session_closed,
)
from tests.history.files import content

PAGE = 4096
TRIALS = int(os.environ.get("PROVE_PAGES", "2"))
LONG_S = 130
LATER = UTC_MS + 10_000_000


def a_session(people: list[int], session_id: int, *, ends: bool = True) -> list[Record]:
    records: list[Record] = [opened(session_id)]
    records += [joined(who, f"Athlete {who}", session_id) for who in people]
    for batch in batches(people, 0, LONG_S, session_id):
        records += batch
    if ends:
        records += [replace(athlete_closed(who, LONG_S), session_id=session_id) for who in people]
        records.append(replace(session_closed(LONG_S), session_id=session_id))
    return records


@pytest.fixture
def people(roster: Roster) -> list[int]:
    return [roster.add(f"Athlete {n}", [100 + n]).id for n in range(1, 4)]


@pytest.fixture
def train(recorder: Recorder, engine: Engine) -> Callable[..., None]:
    def trained(people: list[int], *session_ids: int, ends: bool = True) -> None:
        for session_id in session_ids:
            recorder.put(a_session(people, session_id, ends=ends))
        assert recorder.flush(20.0)
        while pack_next(engine, LATER) is not None:
            pass

    return trained


def closed(path: Path, engine: Engine, recorder: Recorder) -> None:
    """As after a clean end: everything in one file."""
    recorder.close()
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


def roots(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_master"))


def spoil(path: Path, page: int, seed: int = 1) -> None:
    with path.open("rb+") as file:
        file.seek((page - 1) * PAGE)
        file.write(random.Random(seed).randbytes(PAGE))


def seconds(path: Path) -> dict[tuple[int, int], int]:
    """How many of each part can be read, by session and athlete."""
    engine = open_engine(path)
    history = History(engine)
    found = {
        (session.id, who.athlete_id): len(history.samples(session.id, who.athlete_id))
        for session in history.sessions()
        for who in session.athletes
    }
    engine.dispose()
    return found


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        nowhere = connection.execute("PRAGMA foreign_key_check").fetchall()
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)] and not nowhere


def test_a_whole_history_is_left_alone(
    path: Path, engine: Engine, recorder: Recorder, people: list[int], train: Callable[..., None]
) -> None:
    train(people, 1)
    closed(path, engine, recorder)
    before = path.read_bytes()
    assert rescue(path, None, LATER) is None
    assert path.read_bytes() == before
    assert accounts(path.parent) == []
    assert not list(path.parent.glob("damaged-*"))


def test_what_was_trained_since_the_backup_comes_back_from_the_damaged_one(
    path: Path, engine: Engine, recorder: Recorder, people: list[int], train: Callable[..., None]
) -> None:
    train(people, 1, 2)
    make_own_backup(path, UTC_MS)
    train(people, 3)
    train(people, 4, ends=False)
    closed(path, engine, recorder)
    before, whole = content(path), seconds(path)
    spoil(path, roots(path)["ix_session_athlete_athlete_id"])
    account = rescue(path, None, LATER)
    assert account is not None
    assert account.backup == "2026-01-01T00:00+00:00"
    assert seconds(path) == whole
    assert sorted(content(path)) == sorted(before)
    assert is_sound(path)
    aside = path.parent / account.folder
    assert (aside / path.name).read_bytes()[:6] == b"SQLite"


def test_rows_that_only_the_power_cut_left_in_the_log_come_back(
    path: Path, engine: Engine, recorder: Recorder, people: list[int], tmp_path: Path
) -> None:
    recorder.put(a_session(people, 1, ends=False))
    assert recorder.flush(20.0)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    page = roots(path)["live"]
    recorder.put(a_session(people, 2, ends=False))
    assert recorder.flush(20.0)
    cut = tmp_path / "cut" / path.name
    cut.parent.mkdir()
    for ending in ("", "-wal"):
        (cut.parent / f"{path.name}{ending}").write_bytes(Path(f"{path}{ending}").read_bytes())
    spoil(cut, page)
    with Path(f"{cut}-wal").open("rb+") as log:
        data = log.read()
        for at in range(32, len(data), 24 + PAGE):  # the newer ones of the same page
            if int.from_bytes(data[at : at + 4], "big") == page:
                log.seek(at)
                log.truncate()
                break
    before = Path(f"{cut}-wal").read_bytes()
    account = rescue(cut, None, LATER)
    assert account is not None
    assert Path(f"{cut.parent / account.folder / cut.name}-wal").read_bytes() == before
    counted = seconds(cut)
    assert [counted[1, who] for who in people] == [LONG_S] * len(people)


def test_without_a_backup_a_new_history_gets_all_that_can_be_read(
    path: Path, engine: Engine, recorder: Recorder, people: list[int], train: Callable[..., None]
) -> None:
    train(people, 1, 2, 3)
    closed(path, engine, recorder)
    before, whole = content(path), seconds(path)
    spoil(path, roots(path)["event"])
    account = rescue(path, None, LATER)
    assert account is not None
    assert account.backup is None
    assert "there was no backup" in account.sentence
    assert seconds(path) == whole
    missing = set(before) - set(content(path))
    assert all('"event"' in line for line in missing)
    assert is_sound(path)
    assert any(line.startswith("event") for line in account.lost)


@pytest.mark.parametrize("has_backup", [True, False])
def test_a_file_that_lost_its_first_page_is_read_with_the_schema_of_another(
    path: Path,
    engine: Engine,
    recorder: Recorder,
    people: list[int],
    train: Callable[..., None],
    has_backup: bool,
) -> None:
    train(people, 1)
    if has_backup:
        make_own_backup(path, UTC_MS)
    train(people, 2)
    closed(path, engine, recorder)
    before = content(path)
    spoil(path, 1)
    account = rescue(path, None, LATER)
    assert account is not None
    assert account.lost == ()
    assert sorted(content(path)) == sorted(before)


@pytest.mark.parametrize("has_backup", [True, False])
def test_wherever_a_page_is_overwritten_everything_else_comes_back(
    path: Path,
    engine: Engine,
    recorder: Recorder,
    people: list[int],
    train: Callable[..., None],
    tmp_path: Path,
    has_backup: bool,
) -> None:
    train(people, 1, 2)
    if has_backup:
        make_own_backup(path, UTC_MS)
    train(people, 3)
    train(people, 4, ends=False)
    closed(path, engine, recorder)
    whole, data = seconds(path), path.read_bytes()
    backups = sorted((path.parent / FOLDER).glob("*.sqlite3"))
    pages = len(data) // PAGE
    full, told = sum(whole.values()), list[str]()
    for page in random.Random(TRIALS).sample(range(1, pages + 1), min(pages, TRIALS)):
        place = tmp_path / f"page-{page}" / path.name
        (place.parent / FOLDER).mkdir(parents=True)
        for backup in backups:
            (place.parent / FOLDER / backup.name).write_bytes(backup.read_bytes())
        place.write_bytes(data)
        spoil(place, page, seed=page)
        rescue(place, None, LATER)
        after = seconds(place)
        lost = full - sum(after.values())
        told.append(f"page {page}: {lost} of {full} seconds are lost")
        assert is_sound(place)
        assert set(after) <= set(whole)
        assert all(after[part] <= whole[part] for part in after)
        # a page has the seconds of at most fifty packed minutes
        assert lost <= 50 * 60
        if has_backup:
            assert all(after[part] == whole[part] for part in after if part[0] <= 2)
    if TRIALS > 2:
        print("\n".join(told))  # noqa: T201 - a proof prints its figures


def test_words_of_the_schema_that_are_no_words_any_more_are_damage(
    path: Path, engine: Engine, recorder: Recorder, people: list[int]
) -> None:
    closed(path, engine, recorder)
    before = content(path)
    data = bytearray(path.read_bytes())
    at = data.index(b"CREATE TABLE session")
    data[at : at + 24] = bytes([0xEA, 0x28]) * 12  # SQLite's own words quote it
    path.write_bytes(data)
    account = rescue(path, None, LATER)
    assert account is not None
    assert sorted(content(path)) == sorted(before)


def test_another_kind_of_file_and_a_newer_schema_are_not_damaged(
    path: Path, tmp_path: Path
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"name,heart rate\r\n" * 4096)
    assert rescue(path, None, LATER) is None
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)").close()
    assert rescue(path, None, LATER) is None
    path.unlink()
    engine = open_engine(path)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    assert rescue(path, None, LATER) is None
    with pytest.raises(HistoryError, match="newer Switchback"):
        open_engine(path)


def test_what_happened_is_told_until_somebody_has_read_it(
    path: Path, engine: Engine, recorder: Recorder, people: list[int]
) -> None:
    closed(path, engine, recorder)
    spoil(path, roots(path)["athlete"])
    account = rescue(path, None, LATER)
    assert account is not None
    assert accounts(path.parent) == [account]
    assert account.sentence.endswith("Have the card or disk replaced.")
    acknowledge(path.parent)
    assert accounts(path.parent) == []
    assert (path.parent / account.folder / "account.json").exists()


def test_a_start_puts_it_right_and_the_screen_says_so(
    path: Path,
    engine: Engine,
    recorder: Recorder,
    people: list[int],
    train: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    train(people, 1)
    make_own_backup(path, UTC_MS)
    closed(path, engine, recorder)
    spoil(path, roots(path)["athlete"])
    monkeypatch.setenv("SWITCHBACK_DATA", str(path.parent))
    loaded = load_settings(None)
    with running_kiosk(loaded, tap_in_by_strap=False) as kiosk:
        app = kiosk.app
        app.pump()
        assert [who.name for who in kiosk.roster.list()] == [f"Athlete {n}" for n in range(1, 4)]
        (sentence,) = header_view(app.state, None, "", app.notices).notices
        assert "damaged: the backup of 2026-01-01 has been restored" in sentence
        assert doctor_says(loaded.settings) == [sentence]
    with running_kiosk(loaded, tap_in_by_strap=False) as kiosk:
        kiosk.app.pump()
        assert kiosk.app.notices == [sentence], "nobody has read it yet"
        kiosk.app.accounts_read()
        assert kiosk.app.notices == []
    with running_kiosk(loaded, tap_in_by_strap=False) as kiosk:
        kiosk.app.pump()
        assert kiosk.app.notices == []


def doctor_says(settings: Settings) -> list[str]:
    found = doctor._look_at_history(settings)[1]
    return [one.message for one in found if "damaged" in one.message]


def test_the_commands_back_up_check_and_restore(
    path: Path,
    engine: Engine,
    recorder: Recorder,
    people: list[int],
    train: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    train(people, 1)
    closed(path, engine, recorder)
    before = content(path)
    monkeypatch.setenv("SWITCHBACK_DATA", str(path.parent))

    def says(*words: str) -> tuple[int, str]:
        status = cli.main(words, standalone_mode=False)
        return status or 0, capsys.readouterr().out

    for words in ([], ["--out", str(tmp_path / "stick")], [str(tmp_path / "mine.sqlite3")]):
        assert "is a verified backup" in says("backup", *words)[1]
    (stick,) = (tmp_path / "stick").glob("history-*.sqlite3")
    assert ".sqlite3" in says("backups")[1]
    assert says("check") == (0, f"{path} is whole.\n")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE minute SET seconds = x'00112233445566'"
            " WHERE session_athlete_id = 2 AND number = 0"
        ).close()
    status, said = says("check")
    assert status == 1
    assert said == "Session 1, 2026-01-01, athlete 2, minute 1: its seconds are damaged.\n"
    assert "set-aside-" in says("restore", str(stick))[1]
    assert content(path) == before
