"""Looking back over a made-up club: lists by the page, search, trends, a class side by side."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, insert, select

from kiosk.errors import HistoryError
from kiosk.history.chunks import unpack
from kiosk.history.climbed import climbed_since_yesterday
from kiosk.history.coaches import Coaches
from kiosk.history.database import open_engine, reading, writing
from kiosk.history.minutes import pack_next
from kiosk.history.past import people_present, plan_stamps
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import cut_sessions
from kiosk.history.roster import Roster
from kiosk.history.schema import CoachRow, TakenRow, minute
from kiosk.history.taken import take
from kiosk.session.records import AthleteClosed, Record, SampleFlag, SessionClosed
from tests.history.club import LAST_DAY, Size, made_of, make_club
from tests.history.facts import UTC_MS, joined, opened, second
from tests.history.files import content

SMALL = Size(years=0.02, people=12, variants=1, workouts=("step-up-30", "tread-hike"))
NOW_MS = 1_782_850_000_000
"""The evening of the club's last day."""
DAY_MS = 86_400_000


@pytest.fixture(scope="module")
def club_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("club") / "club.sqlite3"
    make_club(path, SMALL)
    return path


@pytest.fixture(scope="module")
def club(club_file: Path) -> Iterator[Engine]:
    engine = open_engine(club_file)
    yield engine
    engine.dispose()


@pytest.fixture
def past(club: Engine) -> History:
    return History(club)


# -- the made-up club ------------------------------------------------------------------------------


def test_a_made_up_club_is_read_like_one_that_trained(club: Engine, past: History) -> None:
    session = past.newest(1)[0]
    who = session.athletes[0]
    samples = past.samples(session.id, who.athlete_id)
    assert [one.elapsed_s for one in samples] == [*range(who.samples)]
    assert {one.utc_ms - 1000 * one.elapsed_s for one in samples} == {session.started_utc_ms}
    hearts = [one.heart_rate_bpm for one in samples if one.heart_rate_bpm is not None]
    assert len(hearts) > 0.9 * len(samples)
    assert 60 < min(hearts) < max(hearts) < 215
    assert past.beats(session.id, who.athlete_id)
    with reading(club) as connection:
        for chunk in connection.scalars(select(minute.c.seconds)):
            assert len(unpack(chunk)) == 16


def test_the_same_seed_makes_the_same_club(tmp_path: Path) -> None:
    tiny = Size(years=0.005, people=4, variants=1, workouts=("vest-hike",))
    first, again, other = (tmp_path / f"{n}.sqlite3" for n in range(3))
    for path, size in ((first, tiny), (again, tiny), (other, replace(tiny, seed=2))):
        make_club(path, size)
    assert content(again) == content(first)
    assert content(other) != content(first)
    assert made_of(again).samples > 1000


# -- lists -----------------------------------------------------------------------------------------


def test_pages_have_every_session_once_the_newest_first(past: History) -> None:
    found: list[int] = []
    while page := past.newest(7, before=found[-1] if found else None):
        found += [session.id for session in page]
    assert found == [session.id for session in reversed(past.sessions())]
    assert len(found) > 14


def test_an_athletes_year_is_a_list_of_summaries_by_page_and_period(past: History) -> None:
    lines = past.parts_of(1)
    assert [line.session_id for line in lines] == [
        session.id
        for session in past.newest(1000)
        if any(who.athlete_id == 1 for who in session.athletes)
    ]
    assert past.parts_of(1, before=lines[0].session_id, limit=2) == lines[1:3]
    third = lines[2].started_utc_ms
    assert past.parts_of(1, since_ms=third) == [x for x in lines if x.started_utc_ms >= third]
    assert past.parts_of(1, until_ms=third) == [x for x in lines if x.started_utc_ms < third]
    assert all(line.has_results and line.duration_s for line in lines)
    assert past.parts_of(99) == []


def test_a_trend_is_one_result_of_all_sessions_the_oldest_first(past: History) -> None:
    values = past.values(1, "hr_mean")
    assert [one.session_id for one in values] == [x.session_id for x in past.parts_of(1)][::-1]
    assert all(60 < one.value < 210 for one in values)
    assert past.values(1, "hr_mean", since_ms=values[1].started_utc_ms) == values[1:]
    assert past.values(1, "nothing") == []


def test_a_search_wants_every_word_in_a_name_a_workout_or_a_day(past: History) -> None:
    everything = past.newest(1000)
    assert past.search("", 1000) == everything
    found = past.search("BEN step-up", 1000)
    assert found == [
        session
        for session in everything
        if "step-up" in session.protocol_name.lower()
        and any("Ben" in who.name for who in session.athletes)
    ]
    assert found
    assert past.search("käthe", 1000) == past.search("KA\u0308THE", 1000) != []
    assert past.search("ben 1999") == []
    assert past.search("%") == []


@pytest.mark.parametrize("words", ["2026-06-29", "29.6.2026", "2026-6-29"])
def test_a_day_is_the_local_one_on_which_a_session_began(past: History, words: str) -> None:
    def local_day(started_ms: int, offset_min: int) -> int:
        return (started_ms + 60_000 * offset_min) // DAY_MS

    day = local_day(NOW_MS, 120) - 1
    assert past.search(words, 1000) == [
        session
        for session in past.newest(1000)
        if local_day(session.started_utc_ms, session.utc_offset_min) == day
    ]
    assert past.search(words)


def test_a_month_has_its_days_and_a_day_that_is_none_has_no_session(past: History) -> None:
    assert past.search("2026-06", 1000) == past.newest(1000)
    assert past.search("2026", 1000) == past.newest(1000)
    assert past.search("2026-05", 1000) == []
    assert past.search("2026-06-31", 1000) == []


# -- what is new for a coach -----------------------------------------------------------------------


def a_session(athlete_id: int, session_id: int, *, at: int = UTC_MS) -> list[Record]:
    return [
        opened(session_id, at),
        joined(athlete_id, "Anna", session_id),
        *(second(athlete_id, n, session_id) for n in range(3)),
        AthleteClosed(session_id, athlete_id, at + 3000, "finished"),
        SessionClosed(session_id, at + 3000, "finished"),
    ]


def test_what_a_coach_took_is_not_new_for_that_coach_alone(
    engine: Engine, recorder: Recorder, roster: Roster, history: History
) -> None:
    anna = roster.add("Anna", [101]).id
    recorder.put([*a_session(anna, 1), *a_session(anna, 2), opened(3), joined(anna, "Anna", 3)])
    assert recorder.flush(20)
    with writing(engine) as connection:
        some = {"pin_hash": "", "created_utc_ms": 0}
        for number, name in ((1, "Cem"), (2, "Dora")):
            row = {"id": number, "name": name, "name_key": name.lower()}
            connection.execute(insert(CoachRow), [row | some])
    assert [one.id for one in history.new_for(1)] == [2, 1], "what runs is not over"
    take(engine, 1, [1, 1], UTC_MS + 5000)
    assert [one.id for one in history.new_for(1)] == [2]
    assert [one.id for one in history.new_for(2)] == [2, 1]
    take(engine, 1, [2], UTC_MS + 1000)
    assert [one.id for one in history.new_for(1)] == [2], "it was taken before it ended"
    take(engine, 1, [2, 1], UTC_MS + 9000)
    assert history.new_for(1) == []
    with pytest.raises(HistoryError):
        take(engine, 7, [1], UTC_MS)


def test_what_a_coach_took_goes_with_the_coach(
    engine: Engine, recorder: Recorder, roster: Roster
) -> None:
    anna = roster.add("Anna", [101]).id
    recorder.put(a_session(anna, 1))
    assert recorder.flush(20)
    with writing(engine) as connection:
        row = {"id": 1, "name": "C", "name_key": "c", "pin_hash": "", "created_utc_ms": 0}
        connection.execute(insert(CoachRow), [row])
    take(engine, 1, [1], UTC_MS)
    Coaches(engine).remove(1, even_the_last=True)
    with reading(engine) as connection:
        assert connection.scalars(select(TakenRow.session_id)).all() == []


# -- a class side by side --------------------------------------------------------------------------


def test_a_class_stands_on_one_time_axis(
    engine: Engine, recorder: Recorder, roster: Roster, history: History
) -> None:
    """Ben comes 100 s late, his strap is in his hand for a while and he pauses for a minute."""
    anna, ben = roster.add("Anna", [101]).id, roster.add("Ben", [102]).id
    seconds: list[Record] = [second(anna, n, bpm=100 + n // 100) for n in range(400)]
    for n in range(240):
        at_ms = UTC_MS + 1000 * (100 + n + 60 * (n >= 140))
        held = SampleFlag.NOT_WORN if 20 <= n < 40 else SampleFlag.NONE
        seconds.append(replace(second(ben, n, bpm=150), utc_ms=at_ms, flags=held))
    recorder.put([opened(), joined(anna, "Anna"), joined(ben, "Ben", late=True), *seconds])
    recorder.put([AthleteClosed(1, i, UTC_MS + 400_000, "finished") for i in (anna, ben)])
    recorder.put([SessionClosed(1, UTC_MS + 400_000, "finished")])
    assert recorder.flush(20)
    group = history.group(1, most=40)
    assert group.axis_s == range(0, 400, 10)
    first, late = group.parts
    assert (first.name, first.bpm) == ("Anna", tuple(100 + n // 10 for n in range(40)))
    silent = {at for at, bpm in zip(group.axis_s, late.bpm, strict=True) if bpm is None}
    assert silent == {*range(0, 100, 10), 120, 130, *range(240, 300, 10)}
    assert set(late.bpm) == {None, 150}
    while pack_next(engine, UTC_MS + 900_000) is not None:
        pass
    assert history.group(1, most=40) == group


def test_a_clock_that_was_set_in_between_leaves_everybodys_own_seconds(
    recorder: Recorder, roster: Roster, history: History
) -> None:
    anna = roster.add("Anna", [101]).id
    rows = [second(anna, n) for n in range(20)]
    rows = [replace(row, utc_ms=row.utc_ms + DAY_MS * (row.elapsed_s >= 10)) for row in rows]
    recorder.put([opened(), joined(anna, "Anna"), *rows])
    assert recorder.flush(20)
    group = history.group(1)
    assert group.axis_s == range(20)
    assert group.parts[0].bpm == (120,) * 20


def test_a_class_has_everybodys_results_and_the_highest_is_hardly_lost(past: History) -> None:
    largest = max(past.newest(1000), key=lambda session: len(session.athletes))
    group = past.group(largest.id)
    assert [(x.athlete_id, x.name) for x in group.parts] == [
        (x.athlete_id, x.name) for x in largest.athletes
    ]
    assert len(group.axis_s) <= 400
    for part in group.parts:
        assert {"hr_mean", "hr_max"} <= {measure.key for measure in part.measures}
        heard = [s.heart_rate_bpm for s in past.samples(largest.id, part.athlete_id)]
        top = max(bpm for bpm in heard if bpm is not None)
        assert top - 4 <= max(bpm for bpm in part.bpm if bpm is not None) <= top
        curve = past.curve(largest.id, part.athlete_id, most=len(group.axis_s))
        assert [point.bpm for point in curve] == [*part.bpm[: len(curve)]]
    with pytest.raises(HistoryError, match="no session 9999"):
        past.group(9999)


# -- what is read at the start ---------------------------------------------------------------------


def test_those_who_trained_last_come_first(club: Engine, past: History) -> None:
    people = people_present(club)
    assert sorted(people) == [*range(1, 13)]
    newest = [past.parts_of(athlete_id, limit=1)[0].session_id for athlete_id in people]
    assert newest == sorted(newest, reverse=True)


def test_nothing_that_is_read_often_looks_through_every_session(
    club: Engine, past: History
) -> None:
    asked: list[tuple[str, Any]] = []

    def hear(_c: Connection, _cursor: object, statement: str, values: Any, *_: object) -> None:
        asked.append((statement, values))

    event.listen(club, "before_cursor_execute", hear)
    try:
        cut_sessions(club)
        assert climbed_since_yesterday(club, NOW_MS, UTC)
        assert plan_stamps(club, LAST_DAY)
        past.parts_of(1)
        past.values(1, "hr_mean")
        past.search("ben step-up 2026-06-29")
        past.group(1)
    finally:
        event.remove(club, "before_cursor_execute", hear)
    path = str(club.url.database)
    with closing(sqlite3.connect(path)) as connection:
        plans = {
            (row[3], statement)
            for statement, values in asked
            if statement.startswith("SELECT")
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        }
    large = ("session", "session_athlete", "minute", "event", "result", "answer", "planned")
    scans = [plan for plan in plans if plan[0] in {f"SCAN {table}" for table in large}]
    assert scans == []
    assert {step.split()[0] for step, _ in plans} >= {"SEARCH"}
