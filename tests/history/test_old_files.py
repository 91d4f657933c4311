"""Histories of older schemas: they are brought to the present one whole, or stay as they were."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, event

from kiosk.errors import HistoryError
from kiosk.history.database import make_engine, open_engine
from kiosk.history.migrate import migrate
from kiosk.history.past import past_of
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import resume_point
from kiosk.history.results import Part, Results
from kiosk.history.roster import Roster
from kiosk.history.schema import Base
from kiosk.history.shelf import Shelf
from kiosk.session.records import SampleFlag
from tests.history.facts import second
from tests.history.files import content

HERE = Path(__file__).parent
STEPS = 80
"""More statements than the upgrade has."""


def stored(path: Path, revision: str) -> Path:
    path.parent.mkdir(mode=0o700)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((HERE / f"history_{revision}.sql").read_text("utf-8")).close()
    return path


@pytest.fixture
def old(path: Path) -> Path:
    """A stored history of the first schema."""
    return stored(path, "0001")


@pytest.fixture
def upgraded(old: Path) -> Iterator[Engine]:
    engine = open_engine(old)
    yield engine
    engine.dispose()


@pytest.fixture
def second_upgraded(path: Path) -> Iterator[Engine]:
    """From the second schema."""
    engine = open_engine(stored(path, "0002"))
    yield engine
    engine.dispose()


def rows_of(path: Path, tables: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    """Every row of those columns, in the order of the tables' keys."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(
                f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1, 2"  # noqa: S608
            ).fetchall()
            for table, columns in tables.items()
        }


def columns_of(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'alembic_version'"
        ).fetchall()
        return {
            table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()]
            for (table,) in tables
        }


COUNTS = {
    "0001": {
        "athlete": 3,
        "athlete_strap": 3,
        "session": 2,
        "session_athlete": 3,
        "live": 11,
        "beat": 9,
        "event": 2,
    },
    "0002": {
        "athlete": 3,
        "athlete_foot_pod": 1,
        "athlete_strap": 4,
        "athlete_tag": 1,
        "beat": 5,
        "event": 1,
        "live": 12,
        "pool_strap": 1,
        "session": 3,
        "session_athlete": 4,
    },
}


@pytest.mark.parametrize("revision", COUNTS)
def test_every_row_of_an_older_schema_is_there_after_the_upgrade(path: Path, revision: str) -> None:
    old = stored(path, revision)
    columns, before = columns_of(old), content(old)
    rows = rows_of(old, columns)
    assert {table: len(found) for table, found in rows.items()} == COUNTS[revision]
    open_engine(old).dispose()
    assert rows_of(old, columns) == rows
    assert content(old.with_name("history.before-0005.sqlite3")) == before


@pytest.mark.parametrize("revision", COUNTS)
def test_an_upgraded_history_is_like_a_new_one(path: Path, tmp_path: Path, revision: str) -> None:
    upgraded = open_engine(stored(path, revision))
    new = open_engine(tmp_path / "new" / "history.sqlite3")
    shapes: list[list[tuple[object, ...]]] = []
    for engine in (upgraded, new):
        with engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            shapes.append(
                [
                    tuple(row)
                    for row in connection.exec_driver_sql(
                        "SELECT t.name, t.strict, c.* FROM pragma_table_list AS t,"
                        " pragma_table_info(t.name) AS c WHERE t.schema = 'main'"
                        " AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid"
                    )
                ]
            )
    new.dispose()
    upgraded.dispose()
    assert shapes[0] == shapes[1]
    assert {name for name, strict, *_ in shapes[0] if not strict} == {"alembic_version"}


def test_people_and_seconds_of_an_old_history_are_read_as_they_were(upgraded: Engine) -> None:
    roster, history = Roster(upgraded), History(upgraded)
    people = [(who.name, who.straps, who.foot_pods, who.tags) for who in roster.list()]
    assert people == [("Anna Berg", (101, 1_048_575), (), ()), ("Ben", (102,), (), ())]
    assert [s.state for s in history.sessions()] == ["complete", "open"]
    last = history.samples(1, 2)[-1]
    assert (last.grade_percent, last.speed_kmh, last.speed_source) == (-3.25, 5.5, "typed")
    assert last.flags == SampleFlag.NOT_WORN | SampleFlag.UNSYNCHRONISED
    assert (last.cadence_spm, last.cadence_source, last.ascent_m) == (None, None, None)
    assert len(history.beats(1, 1)) == 4
    assert roster.add("Cem", [101], shared=True).straps == (101,)
    assert Shelf(upgraded).list() == []


def test_sessions_of_before_have_their_category_and_are_still_to_be_measured(
    second_upgraded: Engine,
) -> None:
    past = past_of(second_upgraded, [1, 2, 3], date(2026, 1, 1), UTC)
    assert [[s.category for s in past[i].sessions] for i in (1, 2, 3)] == [[""], [""], ["step-up"]]
    assert [s.is_complete for i in (1, 2, 3) for s in past[i].sessions] == [True, False, True]
    results = Results(second_upgraded, time_zone=UTC)
    assert results.unmeasured() == [Part(2, 3), Part(1, 1), Part(1, 2)]
    for part in results.unmeasured():
        assert results.keep(results.measure(part), 0)
    assert results.unmeasured() == []
    anna = Roster(second_upgraded).find("Anna Berg")
    assert (anna.is_effort_only, anna.race_name, anna.readiness_on) == (False, "", None)


def test_a_session_cut_before_the_upgrade_goes_on_after_it(
    upgraded: Engine, told: list[str | None]
) -> None:
    restore = resume_point(upgraded, 2, 1.0)
    (ben,) = restore.athletes
    assert (ben.athlete.name, ben.station, ben.strap, ben.elapsed_s) == (
        "Ben",
        "Treadmill 1",
        102,
        1,
    )
    recorder = Recorder(upgraded, told.append)
    recorder.start()
    recorder.put([second(ben.athlete.id, 1, 2)])
    assert recorder.flush(20)
    recorder.close()
    assert len(History(upgraded).samples(2, ben.athlete.id)) == 2


def test_an_upgrade_that_fails_at_any_statement_changes_nothing(old: Path) -> None:
    before = content(old)
    for broken in range(STEPS):
        engine = make_engine(old, foreign_keys=False)
        done: list[str] = []

        def spoil(
            _connection: object,
            _cursor: object,
            statement: str,
            parameters: object,
            _context: object,
            _many: bool,
            done: list[str] = done,
            broken: int = broken,
        ) -> tuple[str, object]:
            if statement.lstrip().split()[0] in ("SELECT", "PRAGMA", "BEGIN"):
                return statement, parameters
            done.append(statement)
            if len(done) > broken:
                return "INSERT INTO nowhere VALUES (1)", ()
            return statement, parameters

        event.listen(engine, "before_cursor_execute", spoil, retval=True)
        refusal = ""
        try:
            migrate(engine, old)
        except HistoryError as error:
            refusal = str(error)
        engine.dispose()
        if not refusal:
            break
        assert "nothing has changed" in refusal
        assert content(old) == before, f"after {done[-2:]}"
    else:
        raise AssertionError(f"the upgrade has more than {STEPS} statements")
    assert broken > 10
    assert content(old) != before
    open_engine(old).dispose()
