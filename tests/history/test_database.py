"""Opening the history: rights, settings, migrations, and what people are told when it fails."""

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from kiosk.errors import HistoryError
from kiosk.history import database, migrate
from kiosk.history.backup import copy_history
from kiosk.history.database import make_engine, open_engine, reading, writing
from kiosk.history.lock import DataLock, is_locked
from kiosk.history.roster import Roster
from kiosk.history.schema import Base
from kiosk.history.trouble import sentence_for
from tests.history.files import content


def pragma(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_a_new_history_is_its_owners_alone(engine: Engine, path: Path) -> None:
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM beat"))
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_every_connection_is_set_for_cards_that_lose_power(engine: Engine) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "wal_autocheckpoint": 250,
        "journal_size_limit": 4 * 1024 * 1024,
        "busy_timeout": 5000,
        "foreign_keys": 1,
        "page_size": 4096,
    }
    assert {name: pragma(engine, name) for name in expected} == expected


def test_the_migrations_lead_to_the_schema_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        strict = connection.exec_driver_sql(
            "SELECT name FROM pragma_table_list WHERE strict = 1"
        ).scalars()
        assert set(strict) == set(Base.metadata.tables)
    assert ScriptDirectory(str(migrate.SCRIPTS)).get_current_head() == migrate.HEAD


def test_the_schema_could_move_to_postgresql() -> None:
    dialect = postgresql.dialect()
    for table in Base.metadata.sorted_tables:
        ddl = str(CreateTable(table).compile(dialect=dialect))
        assert "STRICT" not in ddl
        assert "SMALLINT" not in ddl
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect)).startswith("CREATE")


def test_opening_again_changes_nothing(engine: Engine, path: Path) -> None:
    Roster(engine).add("Anna")
    before = content(path)
    open_engine(path).dispose()
    assert content(path) == before
    assert not list(path.parent.glob("*before*"))


OPEN_AND_ADD = """
import sys
from pathlib import Path
from types import SimpleNamespace
from kiosk.history.database import open_engine
from kiosk.history.roster import Roster
Roster(open_engine(Path(sys.argv[1]))).add(sys.argv[2])
"""


def test_several_programs_may_create_it_at_once(path: Path, repository: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN_AND_ADD, path, f"Athlete {number}"], cwd=repository
        )
        for number in range(3)
    ]
    assert [program.wait(60) for program in programs] == [0] * 3
    engine = open_engine(path)
    assert len(Roster(engine).list()) == 3
    engine.dispose()


def test_a_reader_neither_waits_for_the_writer_nor_makes_it_wait(engine: Engine) -> None:
    roster = Roster(engine)
    roster.add("Anna")
    with reading(engine) as reader:
        count = text("SELECT count(*) FROM athlete")
        assert reader.scalar(count) == 1
        with writing(engine) as writer:
            writer.execute(text("DELETE FROM athlete"))
            assert reader.scalar(count) == 1
        assert reader.scalar(count) == 1
    assert roster.list() == []


def test_a_failed_transaction_leaves_nothing(engine: Engine) -> None:
    half_way = (text("CREATE TABLE half (x INTEGER)"), text("INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(HistoryError, match="nowhere"), writing(engine) as connection:
        list(map(connection.execute, half_way))
    with engine.connect() as connection:
        assert "half" not in connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars()


# -- upgrades ------------------------------------------------------------------------------------

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

def upgrade():
    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True), sqlite_strict=True)
    with op.batch_alter_table("athlete", table_kwargs={"sqlite_strict": True}) as athlete:
        athlete.add_column(sa.Column("nickname", sa.Text()))
        athlete.alter_column("name", new_column_name="full_name")
    %s
"""


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """The migrations with one more, which remakes the table that others refer to."""
    scripts = tmp_path / "100% migrations"
    shutil.copytree(migrate.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "0006_next.py").write_text(NEXT % "pass")
    return scripts


@pytest.fixture
def old(engine: Engine, path: Path) -> Iterator[Engine]:
    """A history of today with people in it, on a connection fit for migrating."""
    roster = Roster(engine)
    roster.add("Anna", [1, 2])
    roster.add("Ben", [3])
    engine.dispose()
    old = make_engine(path, foreign_keys=False)
    yield old
    old.dispose()


def test_an_upgrade_keeps_everything_and_leaves_a_copy(
    old: Engine, path: Path, scripts: Path
) -> None:
    before = content(path)
    migrate.migrate(old, path, scripts=scripts, head="0006")
    with old.connect() as connection:
        names = connection.exec_driver_sql("SELECT full_name FROM athlete ORDER BY id").scalars()
        assert list(names) == ["Anna", "Ben"]
        straps = connection.exec_driver_sql("SELECT count(*) FROM athlete_strap").scalar()
        assert straps == 3
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == (
            "0006"
        )
    copy = path.with_name("history.before-0006.sqlite3")
    assert content(copy) == before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert not is_locked(path.parent)


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        ('op.execute("INSERT INTO nowhere VALUES (1)")', "could not be upgraded"),
        ('op.execute("DELETE FROM athlete")', "3 rows in it would point nowhere"),
    ],
)
def test_an_upgrade_that_fails_half_way_changes_nothing(
    old: Engine, path: Path, scripts: Path, step: str, sentence: str
) -> None:
    (scripts / "versions" / "0006_next.py").write_text(NEXT % step)
    before = content(path)
    with pytest.raises(HistoryError, match=sentence) as caught:
        migrate.migrate(old, path, scripts=scripts, head="0006")
    assert "install the former Switchback again" in str(caught.value)
    assert content(path) == before
    open_engine(path).dispose()


def test_a_running_kiosk_is_not_upgraded_under_its_feet(
    old: Engine, path: Path, scripts: Path
) -> None:
    before = content(path)
    with DataLock(path.parent) as lock:
        with pytest.raises(HistoryError, match="already running"):
            migrate.migrate(old, path, scripts=scripts, head="0006")
        assert content(path) == before
        migrate.migrate(old, path, lock, scripts=scripts, head="0006")
    assert content(path) != before


def test_an_upgrade_without_room_for_the_copy_does_not_begin(
    old: Engine, path: Path, scripts: Path
) -> None:
    before = content(path)
    path.with_name("history.before-0006.sqlite3").mkdir()
    with pytest.raises(HistoryError, match=r"history\.before-0006\.sqlite3 cannot be written"):
        migrate.migrate(old, path, scripts=scripts, head="0006")
    assert content(path) == before
    assert not list(path.parent.glob("*.part"))


def test_a_history_of_a_newer_version_is_left_alone(engine: Engine, path: Path) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = content(path)
    with pytest.raises(HistoryError, match="written by a newer Switchback"):
        open_engine(path)
    assert content(path) == before


# -- sentences -----------------------------------------------------------------------------------


def test_a_file_that_is_no_database_is_a_sentence(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"name,heart rate\r\n" * 1000)
    with pytest.raises(HistoryError, match=r"history\.sqlite3 is not a Switchback history"):
        open_engine(path)
    assert path.read_bytes().startswith(b"name")


def test_somebody_elses_database_is_a_sentence(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)").close()
    with pytest.raises(HistoryError, match="is not a Switchback history"):
        open_engine(path)


def test_a_folder_in_the_files_place_is_a_sentence(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(HistoryError, match="is not a file"):
        open_engine(path)


def test_a_file_in_the_folders_place_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(HistoryError, match="data is a file: set data_directory"):
        open_engine(tmp_path / "data" / "history.sqlite3")
    with pytest.raises(HistoryError, match="cannot be written"):
        open_engine(tmp_path / "data" / "deeper" / "history.sqlite3")


def test_a_locked_history_is_a_sentence(
    engine: Engine, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PRAGMAS", ("busy_timeout=20",))
    impatient = make_engine(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE").close()
        with pytest.raises(HistoryError, match=r"history\.sqlite3 is in use by another program"):
            Roster(impatient).add("Anna")
        assert Roster(impatient).list() == []
    impatient.dispose()


def test_a_damaged_history_is_a_sentence(engine: Engine, path: Path) -> None:
    roster = Roster(engine)
    roster.add("Anna")
    engine.dispose()
    with path.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xa5" * (path.stat().st_size - 4096))
    with pytest.raises(HistoryError, match=r"history\.sqlite3 is damaged: move it away"):
        open_engine(path)


@pytest.fixture
def foreign() -> Iterator[Path]:
    """A folder we may look into and not write to, whoever runs the tests."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)
    yield folder
    if os.getuid() == 0:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_of_someone_else_is_a_sentence(foreign: Path) -> None:
    for target in (foreign / "history.sqlite3", foreign / "data" / "history.sqlite3"):
        with pytest.raises(HistoryError, match=r"cannot be written.*write permission"):
            open_engine(target)
    with pytest.raises(HistoryError, match="cannot be written"), DataLock(foreign):
        pass
    assert not is_locked(foreign)


# -- one kiosk at a time, and copies --------------------------------------------------------------


def test_a_second_kiosk_is_turned_away_until_the_first_ends(tmp_path: Path) -> None:
    assert not is_locked(tmp_path)
    with DataLock(tmp_path):
        assert is_locked(tmp_path)
        expected = f"already running on {tmp_path} .process {os.getpid()}.: stop it first"
        with pytest.raises(HistoryError, match=expected), DataLock(tmp_path):
            pass
        assert is_locked(tmp_path)
    assert not is_locked(tmp_path)
    with DataLock(tmp_path):
        pass


def no_room(*_: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_does_not_keep_the_lock_from_being_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "pwrite", no_room)
    with DataLock(tmp_path), pytest.raises(HistoryError, match="process unknown"):
        DataLock(tmp_path).__enter__()


@pytest.mark.parametrize(("free", "words"), [(0, "is full: make room"), (2**30, "not answer")])
def test_a_disk_without_room_for_the_companions_is_called_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, words: str
) -> None:

    def usage(_: Path) -> SimpleNamespace:
        return SimpleNamespace(free=free)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    assert words in sentence_for(error, tmp_path / "history.sqlite3")


def test_a_copy_is_whole_and_stands_alone(engine: Engine, path: Path, tmp_path: Path) -> None:
    Roster(engine).add("Anna", [1])
    target = tmp_path / "copy.sqlite3"
    target.write_text("an older copy")
    copy_history(path, target)
    assert content(target) == content(path)
    assert not list(tmp_path.glob("*-wal"))
    copied = open_engine(target)
    assert [athlete.name for athlete in Roster(copied).list()] == ["Anna"]
    copied.dispose()


def test_a_copy_over_itself_or_into_nowhere_is_refused(engine: Engine, path: Path) -> None:
    before = content(path)
    with pytest.raises(HistoryError, match="is the history itself"):
        copy_history(path, path.parent / ".." / path.parent.name / path.name)
    with pytest.raises(HistoryError, match="cannot be written"):
        copy_history(path, path.parent / "nowhere" / "copy.sqlite3")
    assert content(path) == before
