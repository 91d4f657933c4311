"""Looking back: sessions, sets, answers and plans of a year, and what stations have shown."""

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, event

from kiosk.errors import RosterError
from kiosk.history.database import open_engine
from kiosk.history.past import capabilities, past_of
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.history.week import plan_day
from kiosk.session.records import AnswerGiven, AthleteClosed, Note, SessionClosed, StationShown
from kiosk.training.capability import Capability
from kiosk.training.past import Past, PastAnswer, PastSet, Planned
from tests.history.facts import PLAN, UTC_MS, joined, opened, second

DEADLINE_S = 20.0
TODAY = date(2026, 1, 1)
DAY_MS = 86_400_000


@pytest.fixture
def anna(roster: Roster) -> int:
    return roster.add("Anna", [101]).id


@pytest.fixture
def ben(roster: Roster) -> int:
    return roster.add("Ben", [102]).id


def put(recorder: Recorder, *records: object) -> None:
    recorder.put(records)  # type: ignore[arg-type]
    assert recorder.flush(DEADLINE_S)
    assert recorder.lost == 0


def test_a_session_that_is_over_is_in_the_past_with_what_its_plan_said(
    recorder: Recorder, engine: Engine, anna: int, ben: int
) -> None:
    plan = replace(
        PLAN, category="test", test="ebbeling-walk", choices=(("steps.0.distance", "1 mi"),)
    )
    put(recorder, opened(plan=plan), joined(anna, "Anna"), joined(ben, "Ben", late=True))
    assert past_of(engine, [anna], TODAY, UTC) == {anna: Past()}, "it still runs"
    done = {"step_index": 1, "name": "Squat", "reps": 8, "load_kg": 40.0, "side": "both"}
    put(
        recorder,
        second(anna, 0),
        Note(1, UTC_MS, "set", anna, 0, done | {"completed": True}),
        Note(1, UTC_MS, "set", anna, 0, {"step_index": 1, "name": "Plank", "completed": False}),
        AthleteClosed(1, anna, UTC_MS + 1000, "finished"),
        AthleteClosed(1, ben, UTC_MS + 1000, "finished"),
        SessionClosed(1, UTC_MS + 1000, "finished"),
    )
    past = past_of(engine, [anna, ben], TODAY, UTC)
    (session,) = past[anna].sessions
    assert (session.session_id, session.on, session.started_utc_ms) == (1, TODAY, UTC_MS)
    assert (session.protocol_id, session.protocol_name) == ("short-hills", "Short hills")
    assert (session.category, session.test) == ("test", "ebbeling-walk")
    assert session.choices == (("steps.0.distance", "1 mi"),)
    assert (session.duration_s, session.is_complete, session.results) == (1, True, {})
    assert session.sets == (
        PastSet("Squat", 8, 40.0, "both", completed=True),
        PastSet("Plank", None, None, None, completed=False),
    )
    assert not past[ben].sessions[0].is_complete, "late"


def test_the_newest_comes_first_and_what_is_older_than_a_year_is_left_out(
    recorder: Recorder, engine: Engine, anna: int
) -> None:
    for session_id, days in ((1, 450), (2, 390), (3, 1)):
        at = UTC_MS - days * DAY_MS
        put(
            recorder,
            opened(session_id, at),
            joined(anna, "Anna", session_id),
            AthleteClosed(session_id, anna, at, "left"),
            AnswerGiven(anna, at, "soreness", float(session_id)),
        )
    past = past_of(engine, [anna], TODAY, UTC)[anna]
    assert [session.session_id for session in past.sessions] == [3, 2]
    assert [answer.value for answer in past.answers] == [3.0, 2.0]


def test_days_are_those_of_the_club(recorder: Recorder, engine: Engine, anna: int) -> None:
    at = UTC_MS - 1000  # a second before midnight in Greenwich
    put(recorder, AnswerGiven(anna, at, "ran-today", 1.0))
    found = {
        zone: past_of(engine, [anna], TODAY, ZoneInfo(zone))[anna]
        for zone in ("Europe/Berlin", "America/New_York")
    }
    assert [past.answers[0].on for past in found.values()] == [TODAY, date(2025, 12, 31)]


def test_a_session_stays_on_its_day_when_the_club_moves_to_another_zone(
    engine: Engine, anna: int
) -> None:
    at = UTC_MS - 1000
    for session_id, zone in ((1, "Europe/Berlin"), (2, "America/New_York")):
        recorder = Recorder(engine, lambda _: None, time_zone=ZoneInfo(zone))
        recorder.start()
        put(recorder, opened(session_id, at), joined(anna, "Anna", session_id))
        put(recorder, AthleteClosed(session_id, anna, at, "finished"))
        recorder.close()
    past = past_of(engine, [anna], TODAY, ZoneInfo("Asia/Tokyo"))[anna]
    assert [one.on for one in past.sessions] == [date(2025, 12, 31), TODAY]


def test_of_answers_about_a_session_the_last_of_a_kind_counts(
    recorder: Recorder, engine: Engine, anna: int, ben: int
) -> None:
    put(recorder, opened(), joined(anna, "Anna"), joined(ben, "Ben"))
    for who, kind, value, about in (
        (anna, "rpe", 6, 1),
        (anna, "soreness", 3, None),
        (anna, "rpe", 8, 1),
        (ben, "rpe", 2, 1),
    ):
        put(recorder, AnswerGiven(who, UTC_MS, kind, value, about))  # type: ignore[arg-type]
    put(recorder, AthleteClosed(1, anna, UTC_MS, "finished"))
    past = past_of(engine, [anna], TODAY, UTC)[anna]
    assert past.sessions[0].answers == {"rpe": 8.0}
    assert past.answers == (
        PastAnswer(TODAY, UTC_MS, "rpe", 8.0, 1),
        PastAnswer(TODAY, UTC_MS, "soreness", 3.0, None),
        PastAnswer(TODAY, UTC_MS, "rpe", 6.0, 1),
    )


def test_the_week_is_replaced_day_by_day_and_goes_with_the_person(
    roster: Roster, recorder: Recorder, engine: Engine, anna: int, ben: int
) -> None:
    tomorrow = TODAY + timedelta(1)
    wanted = (Planned(tomorrow, "step-up-80", "in the morning"), Planned(tomorrow, None, "hike"))
    plan_day(engine, anna, TODAY - timedelta(1), [Planned(TODAY - timedelta(1), None, "rest")])
    plan_day(engine, anna, tomorrow, [Planned(tomorrow, None, "easy")])
    plan_day(engine, anna, tomorrow, wanted)
    plan_day(engine, ben, TODAY, [Planned(TODAY, None, "rest")])
    assert past_of(engine, [anna], TODAY, UTC)[anna].plan == wanted
    plan_day(engine, ben, TODAY, [])
    assert past_of(engine, [ben], TODAY, UTC)[ben].plan == ()
    for entries, sentence in (
        ([Planned(tomorrow, None, "x" * 81)], "up to 80 plain characters"),
        ([Planned(tomorrow, None, "a\nb")], "plain characters"),
        ([Planned(tomorrow, None, "x")] * 7, "6 entries at most"),
    ):
        with pytest.raises(RosterError, match=sentence):
            plan_day(engine, anna, tomorrow, entries)
    assert past_of(engine, [anna], TODAY, UTC)[anna].plan == wanted
    put(recorder, AnswerGiven(anna, UTC_MS, "soreness", 5.0))
    roster.remove("Anna")
    assert past_of(engine, [anna], TODAY, UTC) == {anna: Past()}
    with pytest.raises(RosterError, match="not on the roster any more"):
        plan_day(engine, anna, tomorrow, wanted)


def test_a_station_can_what_it_has_ever_shown(recorder: Recorder, engine: Engine) -> None:
    assert capabilities(engine) == {}
    put(
        recorder,
        StationShown("Treadmill 1", UTC_MS, 0.0, 12.0),
        StationShown("Treadmill 1", UTC_MS, -3.0, 10.0, "person"),
        StationShown("Treadmill 2", UTC_MS, 1.0, 2.0),
    )
    assert capabilities(engine) == {
        "Treadmill 1": Capability(-3.0, 12.0, "person"),
        "Treadmill 2": Capability(0.0, 2.0, "sensor"),
    }


def test_nobody_has_no_past(engine: Engine) -> None:
    assert past_of(engine, [], TODAY, UTC) == {}


# -- a large club ----------------------------------------------------------------------------------

PEOPLE = int(os.environ.get("PAST_PEOPLE", "40"))
SESSIONS = 150
KEYS = [f"measure_{n}" for n in range(25)]


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Everybody with 150 measured sessions in the last year, two windows and two sets in each."""
    path = tmp_path_factory.mktemp("club") / "history.sqlite3"
    open_engine(path).dispose()
    day = "2026-01-01"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("BEGIN").close()
        db.executemany(
            "INSERT INTO athlete (id, name, name_key, consent_on, consent_by, created_utc_ms)"
            " VALUES (?, ?, ?, ?, 'staff', 0)",
            ((i, f"P{i}", f"p{i}", day) for i in range(1, PEOPLE + 1)),
        ).close()
        db.executemany(
            "INSERT INTO session (id, clock, protocol_id, protocol_name, plan_json, opened_utc_ms,"
            " utc_offset_min, synchronised, supervised, software_version, closed_utc_ms, recovered,"
            " live_from, live_to, beat_from, beat_to)"
            " VALUES (?, 'group', 'hike', 'Hike', '{}', ?, 0, 1, 1, '0', 1, 0, 1, 0, 1, 0)",
            ((s, UTC_MS - s * 2 * DAY_MS) for s in range(1, SESSIONS + 1)),
        ).close()
        entries = [
            (s - 1) * PEOPLE + i for s in range(1, SESSIONS + 1) for i in range(1, PEOPLE + 1)
        ]
        db.executemany(
            "INSERT INTO session_athlete (id, session_id, athlete_id, name, zone_inputs, late,"
            " joined_utc_ms, closed_utc_ms, close_reason, samples, missing_s, measured_utc_ms,"
            " complete) VALUES (?, ?, ?, 'P', '{}', 0, 0, 1, 'finished', 4800, 0, 1, 1)",
            ((e, (e - 1) // PEOPLE + 1, (e - 1) % PEOPLE + 1) for e in entries),
        ).close()
        db.executemany(
            "INSERT INTO result VALUES (?, ?, ?, 'A measure', ?, 'bpm', 0, '', '')",
            ((e, key, n, e + n / 7) for e in entries for n, key in enumerate(KEYS)),
        ).close()
        db.executemany(
            "INSERT INTO hike_window VALUES (?, ?, 15.0, 6.1, 150.0)",
            ((e, n) for e in entries for n in range(2)),
        ).close()
        db.executemany(
            "INSERT INTO event (session_id, session_athlete_id, utc_ms, kind, detail)"
            """ VALUES (?, ?, 0, ?, '{"name": "Squat", "reps": 8, "completed": true}')""",
            (((e - 1) // PEOPLE + 1, e, k) for e in entries for k in ("set", "set", "step")),
        ).close()
        db.execute("COMMIT").close()
    engine = open_engine(path)
    yield engine
    engine.dispose()


def test_the_past_of_a_large_club_is_there_quickly(club: Engine) -> None:
    began = time.perf_counter()
    one = past_of(club, [7], TODAY, UTC)
    one_s = time.perf_counter() - began
    began = time.perf_counter()
    everybody = past_of(club, range(1, PEOPLE + 1), TODAY, UTC)
    all_s = time.perf_counter() - began
    assert everybody[7] == one[7]
    assert all(len(past.sessions) == SESSIONS for past in everybody.values())
    session = one[7].sessions[0]
    assert (len(session.results), len(session.windows), len(session.sets)) == (25, 2, 2)
    sys.stderr.write(
        f"the past of one athlete: {1000 * one_s:.0f} ms, of {PEOPLE}: {1000 * all_s:.0f} ms\n"
    )
    assert one_s < 2


def test_no_question_of_the_past_searches_a_whole_table(club: Engine) -> None:
    big = ("session_athlete", "event", "result", "hike_window", "live", "beat", "homework")
    asked: list[tuple[str, object]] = []

    def keep(_c: object, _k: object, statement: str, values: object, *_more: object) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, values))

    event.listen(club, "before_cursor_execute", keep)
    past_of(club, [1, 2], TODAY, UTC)
    event.remove(club, "before_cursor_execute", keep)
    with club.connect() as connection:
        for statement, values in asked:
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values):  # type: ignore[arg-type]
                assert not any(row[3].startswith(f"SCAN {table}") for table in big), row[3]
    assert len(asked) == 8
