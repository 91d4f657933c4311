"""Histories of older schemas: they are brought to the present one whole, or stay as they were."""

import resource
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from kiosk.errors import HistoryError
from kiosk.history.database import make_engine, open_engine
from kiosk.history.migrate import migrate
from kiosk.history.minutes import pack_next
from kiosk.history.past import past_of
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import resume_point
from kiosk.history.results import Part, Results
from kiosk.history.roster import Roster
from kiosk.history.schema import Base
from kiosk.history.shelf import Shelf
from kiosk.session.records import SampleFlag
from tests.history.facts import UTC_MS, second
from tests.history.files import content

HERE = Path(__file__).parent
STATEMENTS = 200
"""More than any upgrade has."""
MOST_TESTED = {"0001": 60, "0004": 20}
"""At least so many statements of the upgrade from there were broken."""


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
COUNTS["0003"] = COUNTS["0002"] | {
    "answer": 2,
    "beat": 8,
    "event": 4,
    "hike_window": 1,
    "live": 15,
    "planned": 2,
    "result": 24,
    "station_shown": 1,
}
COUNTS["0004"] = COUNTS["0003"] | {"choice": 1, "coach": 2}


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
    results = Results(second_upgraded)
    assert results.unmeasured() == [Part(2, 3), Part(1, 1), Part(1, 2)]
    for part in results.unmeasured():
        assert results.keep(results.measure(part), 0)
    assert results.unmeasured() == []
    anna = Roster(second_upgraded).find("Anna Berg")
    assert (anna.is_effort_only, anna.race_name, anna.readiness_on) == (False, "", None)


def test_what_was_measured_answered_and_planned_is_read_as_it_was(path: Path) -> None:
    engine = open_engine(stored(path, "0004"))
    history, roster = History(engine), Roster(engine)
    past = past_of(engine, [1], date(2026, 1, 1), UTC)[1]
    assert [(one.on, one.category, one.choices, one.is_complete) for one in past.sessions] == [
        (date(2026, 1, 1), "crusher", (("hill", "short"),), True)
    ]
    assert past.sessions[0].answers == {"rpe": 7.0}
    assert len(past.sessions[0].results) == 17  # of 24, the others are missing
    assert [one.exercise for one in past.sessions[0].sets] == ["Squat"]
    assert [(one.protocol_id, one.words) for one in past.plan] == [
        ("short-hills", ""),
        (None, "Lauf, 40 min"),
    ]
    assert [(who.name, who.shows, who.guest_on) for who in roster.list()] == [
        ("Anna Berg", "zone", None),
        ("Ben", "bpm", date(2026, 1, 1)),
    ]
    assert [one.rr_ms for one in history.beats(1, 1)] == [(500.0, 510.7421875)] * 6
    before = history.samples(1, 1)
    while pack_next(engine, UTC_MS) is not None:
        pass
    assert history.samples(1, 1) == before
    engine.dispose()


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


@pytest.mark.parametrize(("revision", "every"), [("0001", 1), ("0004", 5)])
def test_an_upgrade_that_fails_at_any_statement_changes_nothing(
    path: Path, revision: str, every: int
) -> None:
    """From the first schema at every single one, of every upgrade there has been."""
    old = stored(path, revision)
    before = content(old)
    copy = old.with_name("history.before-0005.sqlite3")
    for broken in range(0, STATEMENTS, every):
        copy.unlink(missing_ok=True)
        done, refusal = upgraded_up_to(old, broken)
        if not refusal:
            break
        assert ". " not in refusal or refusal.endswith("."), refusal
        assert content(old) == before, f"after {done[-2:]}"
        if "could not be upgraded" in refusal:
            assert "nothing has changed" in refusal
            assert str(copy) in refusal
            assert content(copy) == before
    else:
        raise AssertionError(f"the upgrade has more than {STATEMENTS} statements")
    assert broken > MOST_TESTED[revision]
    assert content(old) != before
    assert content(copy) == before


def upgraded_up_to(old: Path, broken: int) -> tuple[list[str], str]:
    """The statements that were let through, the one of this number and the commit never, and what
    was said; "" when there are no more.
    """
    engine = make_engine(old, foreign_keys=False)
    done: list[str] = []

    def spoil(
        _connection: object,
        _cursor: object,
        statement: str,
        parameters: object,
        _context: object,
        _many: bool,
    ) -> tuple[str, object]:
        done.append(statement)
        if len(done) > broken:
            return "INSERT INTO nowhere VALUES (1)", ()
        return statement, parameters

    def refuse(_connection: object) -> None:
        done.append("COMMIT")
        if len(done) > broken:
            cause = sqlite3.OperationalError("disk I/O error")
            raise OperationalError("COMMIT", {}, cause)

    event.listen(engine, "before_cursor_execute", spoil, retval=True)
    event.listen(engine, "commit", refuse)
    try:
        migrate(engine, old)
    except HistoryError as error:
        return done, str(error)
    except OperationalError:  # before the upgrade begins: `open_engine` has the sentence
        return done, "."
    finally:
        engine.dispose()
    return done, ""


def test_a_disk_that_is_full_half_way_through_the_copy_changes_nothing(path: Path) -> None:
    old = stored(path, "0004")
    before, size = content(old), old.stat().st_size
    copy = old.with_name("history.before-0005.sqlite3")
    for room in (size // 3, size // 2, size - 4096):
        refusal = f"The disk that holds {copy} does not answer"
        with pytest.raises(HistoryError, match=refusal), no_file_larger_than(room):
            open_engine(old)
        assert content(old) == before
        assert not copy.exists()
    open_engine(old).dispose()
    assert content(copy) == before


def test_a_disk_that_is_full_half_way_through_the_upgrade_changes_nothing(path: Path) -> None:
    old = stored(path, "0004")
    before, size = content(old), old.stat().st_size
    refusals: list[str] = []
    for pages in range(size // 4096, 2 * size // 4096, 3):
        engine = make_engine(old, foreign_keys=False)

        @event.listens_for(engine, "connect")
        def fill_up(connection: sqlite3.Connection, _record: object, pages: int = pages) -> None:
            connection.execute(f"PRAGMA max_page_count={pages}").close()

        try:
            migrate(engine, old)
        except HistoryError as error:
            refusals.append(str(error))
            assert content(old) == before
        else:
            break
        finally:
            engine.dispose()
    assert len(refusals) > 1
    assert all("(database or disk is full); nothing has changed" in said for said in refusals)
    assert content(old) != before


@contextmanager
def no_file_larger_than(size: int) -> Generator[None]:
    """The kernel refuses every write beyond, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
