"""After a cut: which sessions are open, closing them, and going on as if nothing had been."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine as Database

from kiosk.errors import HistoryError
from kiosk.events import Grade, Motion
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import close_session, cut_sessions, resume_point
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.session import commands as cmd
from kiosk.session.engine import Engine
from kiosk.session.pace import StationFacts
from kiosk.session.records import Note, Record, Sample, SampleFlag
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Lane, Plan, Ramp, Rotation, Step
from tests.history.facts import (
    PLAN,
    UTC_MS,
    athlete_closed,
    batches,
    joined,
    opened,
    second,
    session_closed,
    step_note,
)


@pytest.fixture
def anna(roster: Roster) -> int:
    return roster.add("Anna", [101], max_hr=190).id


@pytest.fixture
def ben(roster: Roster) -> int:
    return roster.add("Ben", [102]).id


def record(recorder: Recorder, athlete_ids: list[int], seconds: int) -> None:
    recorder.put([opened(), *(joined(i, f"Athlete {i}") for i in athlete_ids)])
    recorder.put([step_note(i, 0, 0, None) for i in athlete_ids])
    for batch in batches(athlete_ids, 0, seconds):
        recorder.put(batch)
    if seconds >= 60:
        recorder.put([step_note(i, 1, 60, 100.0 + i) for i in athlete_ids])
    assert recorder.flush(20)


def test_a_cut_session_goes_on_with_its_next_second(
    recorder: Recorder, engine: Database, roster: Roster, anna: int, ben: int
) -> None:
    record(recorder, [anna, ben], 100)
    roster.change(replace(roster.find("Anna"), straps=(9,)))
    restore = resume_point(engine, 1, 5000.5)
    assert (restore.at, restore.session_id, restore.clock) == (5000.5, 1, "group")
    assert restore.plan == PLAN
    assert (restore.step_index, restore.step_s, restore.elapsed_s) == (1, 40, 100)
    assert restore.extended_s == 0
    assert restore.last_utc_ms == UTC_MS + 99_000
    first, other = restore.athletes
    assert first.athlete == roster.find("Anna")
    assert first.athlete.straps == (9,)
    assert (first.station, first.elapsed_s, first.hr0_bpm) == ("Treadmill 1", 100, 100.0 + anna)
    assert first.step_distance_m == pytest.approx(40 * 5.5 / 3.6)
    assert first.late_warm_up_s == 0
    assert (other.athlete.name, other.hr0_bpm) == ("Ben", 100.0 + ben)


def test_a_cut_before_the_first_second_begins_at_the_beginning(
    recorder: Recorder, engine: Database, anna: int
) -> None:
    record(recorder, [anna], 0)
    restore = resume_point(engine, 1, 1.0)
    assert (restore.step_index, restore.step_s, restore.elapsed_s) == (0, 0, 0)
    assert restore.last_utc_ms == UTC_MS
    assert restore.athletes[0].elapsed_s == 0


def test_a_cut_right_at_a_change_of_steps_begins_the_new_step(
    recorder: Recorder, engine: Database, anna: int
) -> None:
    record(recorder, [anna], 60)
    restore = resume_point(engine, 1, 1.0)
    assert (restore.step_index, restore.step_s, restore.elapsed_s) == (1, 0, 60)
    assert restore.athletes[0].step_distance_m == 0
    assert restore.athletes[0].hr0_bpm == 100.0 + anna


def test_only_extensions_of_the_present_step_count(
    recorder: Recorder, engine: Database, anna: int
) -> None:
    record(recorder, [anna], 70)
    for index, seconds in ((0, 15), (1, 30), (1, 20)):
        detail = {"step_index": index, "seconds": seconds}
        recorder.put([Note(1, UTC_MS, "extend", detail=detail)])
    assert recorder.flush(20)
    assert resume_point(engine, 1, 1.0).extended_s == 50


def test_who_had_left_stays_out_and_who_came_back_is_in(
    recorder: Recorder, engine: Database, anna: int, ben: int
) -> None:
    record(recorder, [anna, ben], 10)
    recorder.put([athlete_closed(anna, 10, "left")])
    recorder.put([second(ben, k) for k in range(10, 20)])
    assert recorder.flush(20)
    restore = resume_point(engine, 1, 1.0)
    assert [a.athlete.name for a in restore.athletes] == ["Ben"]
    assert restore.elapsed_s == 20
    recorder.put([Note(1, UTC_MS, "join", anna, 10, {"late_warm_up_s": 0})])
    assert recorder.flush(20)
    athletes = resume_point(engine, 1, 1.0).athletes
    assert [(a.athlete.name, a.elapsed_s) for a in athletes] == [("Anna", 10), ("Ben", 20)]


def test_a_late_joiner_keeps_what_is_left_of_the_warm_up(
    recorder: Recorder, engine: Database, anna: int, ben: int
) -> None:
    record(recorder, [anna], 50)
    recorder.put([joined(ben, "Ben", late=True)])
    recorder.put([Note(1, UTC_MS, "join", ben, 0, {"late_warm_up_s": 600})])
    for k in range(50, 80):
        late = replace(second(ben, k), elapsed_s=k - 50, step_index=-1)
        recorder.put([second(anna, k), late])
    assert recorder.flush(20)
    restore = resume_point(engine, 1, 1.0)
    assert (restore.step_index, restore.step_s, restore.elapsed_s) == (1, 20, 80)
    assert restore.athletes[1].elapsed_s == 30
    assert restore.athletes[1].late_warm_up_s == 570


def test_a_late_joiner_left_alone_still_shows_how_far_the_class_is(
    recorder: Recorder, engine: Database, anna: int, ben: int
) -> None:
    record(recorder, [anna], 50)
    recorder.put([joined(ben, "Ben", late=True), athlete_closed(anna, 50, "left")])
    recorder.put([Note(1, UTC_MS, "join", ben, 0, {"late_warm_up_s": 600})])
    for k in range(50, 80):
        recorder.put([replace(second(ben, k), elapsed_s=k - 50, step_index=-1)])
    assert recorder.flush(20)
    restore = resume_point(engine, 1, 1.0)
    assert (restore.step_index, restore.step_s, restore.elapsed_s) == (1, 20, 80)
    assert [a.athlete.name for a in restore.athletes] == ["Ben"]


def test_who_was_taken_off_the_roster_trains_on_with_what_the_session_knows(
    recorder: Recorder, engine: Database, roster: Roster, anna: int
) -> None:
    record(recorder, [anna], 10)
    roster.remove("Anna")
    athlete = resume_point(engine, 1, 1.0).athletes[0].athlete
    assert (athlete.id, athlete.name, athlete.straps) == (anna, f"Athlete {anna}", (100 + anna,))
    assert athlete.max_hr is None


def station_note(athlete_id: int, at_s: int, station: str | None, former: str | None) -> Note:
    detail = {"station": station, "from": former}
    return Note(1, UTC_MS + 1000 * at_s, "station", athlete_id, at_s, detail)


def strap_note(athlete_id: int, at_s: int, strap: int | None, former: int | None) -> Note:
    detail = {"strap": strap, "from": former}
    return Note(1, UTC_MS + 1000 * at_s, "strap", athlete_id, at_s, detail)


def test_everybody_is_where_they_were_and_wears_what_they_wore(
    recorder: Recorder, engine: Database, anna: int, ben: int
) -> None:
    record(recorder, [anna, ben], 10)
    stood = {a.athlete.id: a for a in resume_point(engine, 1, 1.0).athletes}
    for athlete_id in (anna, ben):
        who = stood[athlete_id]
        assert (who.station, who.strap, who.is_resting) == ("Treadmill 1", 100 + athlete_id, False)
    recorder.put([station_note(anna, 10, None, "Treadmill 1")])
    recorder.put([station_note(ben, 10, "Stair 1", "Treadmill 1")])
    recorder.put([strap_note(ben, 10, 555, 102), strap_note(anna, 10, None, 101)])
    assert recorder.flush(20)
    first, other = resume_point(engine, 1, 1.0).athletes
    assert (first.station, first.strap, first.is_resting) == (None, None, True)
    assert (other.station, other.strap, other.is_resting) == ("Stair 1", 555, False)
    recorder.put([station_note(anna, 11, "Stair 1", None), strap_note(anna, 11, 101, None)])
    recorder.put([station_note(ben, 11, None, "Stair 1")])
    assert recorder.flush(20)
    first, other = resume_point(engine, 1, 1.0).athletes
    assert (first.station, first.strap, first.is_resting) == ("Stair 1", 101, False)
    assert (other.station, other.strap, other.is_resting) == (None, 555, True)


def test_who_left_and_came_back_is_not_put_on_the_station_of_before(
    recorder: Recorder, engine: Database, anna: int
) -> None:
    record(recorder, [anna], 10)
    recorder.put([station_note(anna, 10, "Stair 1", "Treadmill 1")])
    recorder.put([Note(1, UTC_MS, "leave", anna, 10), athlete_closed(anna, 10, "left")])
    recorder.put([Note(1, UTC_MS, "join", anna, 10, {"late_warm_up_s": 0})])
    assert recorder.flush(20)
    (back,) = resume_point(engine, 1, 1.0).athletes
    assert (back.station, back.is_resting) == (None, False)
    recorder.put([station_note(anna, 11, "Stair 2", None)])
    assert recorder.flush(20)
    assert resume_point(engine, 1, 1.0).athletes[0].station == "Stair 2"


def test_what_was_climbed_before_the_cut_counts_on(
    recorder: Recorder, engine: Database, anna: int, ben: int
) -> None:
    record(recorder, [anna, ben], 10)
    recorder.put([replace(second(anna, k), ascent_m=0.1526) for k in range(10, 20)])
    assert recorder.flush(20)
    climbed = [who.ascent_m for who in resume_point(engine, 1, 1.0).athletes]
    assert climbed == [pytest.approx(1.53), 0.0]


def test_a_strap_that_is_somebody_elses_by_now_is_not_put_on_again(
    recorder: Recorder, engine: Database, roster: Roster, anna: int, ben: int
) -> None:
    shelf = Shelf(engine)
    shelf.add(7, 777)
    shelf.lend(7, anna)
    record(recorder, [anna, ben], 10)
    recorder.put([strap_note(anna, 10, 777, 101), strap_note(ben, 10, 555, 102)])
    assert recorder.flush(20)

    def worn() -> list[int | None]:
        return [who.strap for who in resume_point(engine, 1, 1.0).athletes]

    assert worn() == [777, 555]
    shelf.give_back(7)
    assert worn() == [None, 555]
    shelf.lend(7, ben)
    assert worn() == [None, 555]
    roster.add("Cem", [555])
    assert worn() == [None, None]
    roster.remember_strap(ben, 555)
    assert worn() == [None, 555], "it is Ben's too"


def test_a_session_that_everybody_left_can_only_be_closed(
    recorder: Recorder, engine: Database, anna: int
) -> None:
    record(recorder, [anna], 10)
    recorder.put([athlete_closed(anna, 10, "left")])
    assert recorder.flush(20)
    with pytest.raises(HistoryError, match="close it with 'switchback sessions close 1'"):
        resume_point(engine, 1, 1.0)


def test_a_plan_that_cannot_be_read_is_a_sentence(
    recorder: Recorder, engine: Database, history: History, anna: int
) -> None:
    recorder.put([replace(opened(), plan_json="{}"), joined(anna, "Anna")])
    assert recorder.flush(20)
    with pytest.raises(HistoryError, match="steps of session 1 cannot be read"):
        resume_point(engine, 1, 1.0)
    with pytest.raises(HistoryError, match="steps of session 1 cannot be read"):
        history.plan(1)


def test_closing_a_cut_session_keeps_it_as_recovered(
    recorder: Recorder, engine: Database, history: History, anna: int
) -> None:
    record(recorder, [anna], 10)
    assert [session.id for session in cut_sessions(engine)] == [1]
    close_session(engine, 1, UTC_MS + 60_000)
    assert cut_sessions(engine) == []
    session = history.session(1)
    assert session.state == "recovered"
    assert session.athletes[0].samples == 10
    for refused in (
        lambda: close_session(engine, 1, UTC_MS),
        lambda: resume_point(engine, 1, 1.0),
    ):
        with pytest.raises(HistoryError, match="Session 1 is closed already"):
            refused()


def test_an_unknown_session_is_a_sentence(engine: Database, history: History) -> None:
    for asked in (
        lambda: close_session(engine, 4, UTC_MS),
        lambda: resume_point(engine, 4, 1.0),
        lambda: history.session(4),
        lambda: history.samples(4, 1),
    ):
        with pytest.raises(HistoryError, match="no session 4: 'switchback sessions list' shows"):
            asked()


def test_a_resumed_session_is_open_until_it_ends_and_recovered_then(
    recorder: Recorder, engine: Database, history: History, anna: int
) -> None:
    record(recorder, [anna], 10)
    recorder.put([Note(1, UTC_MS + 60_000, "resumed-after-cut", detail={"gap_s": 50})])
    assert recorder.flush(20)
    assert history.session(1).state == "open"
    later = Recorder(engine, lambda _: None)  # as after a restart: nothing remembered
    later.start()
    later.put([second(anna, 10), athlete_closed(anna, 11), session_closed(11)])
    later.close()
    assert later.lost == 0
    session = history.session(1)
    assert (session.state, session.athletes[0].samples) == ("recovered", 11)


# -- with the engine itself: a session cut anywhere ends as if it had not been ---------------------

WINDING = Plan(
    "winding",
    "Winding",
    "treadmill",
    (
        Step("Warm-up", "warm-up", duration_s=5),
        Step("By distance", "work", distance_m=20.0, speed_kmh=Ramp(9.0, 9.0)),
        Step("Extended", "work", duration_s=4),
        Step("Cool-down", "cool-down", duration_s=3),
    ),
)
EXTEND_AT = 1015


def run(engine: Engine, now: int, until: int, session_id: int) -> list[Record]:
    """Each second up to `until`; whoever is asleep then makes the third step longer."""
    records: list[Record] = []
    while now < until:
        now += 1
        records += engine.advance(float(now))
        if now == EXTEND_AT:
            records += engine.handle(cmd.Extend(float(now), session_id, 2))
    return records


def started(athletes: list[Athlete], session_id: int) -> tuple[Engine, list[Record]]:
    engine = Engine()
    engine.set_wall(UTC_MS - 1_000_000.0, True)
    records = engine.advance(1000.0)
    for athlete in athletes:
        records += engine.handle(cmd.TapIn(1000.0, athlete))
    ids = tuple(athlete.id for athlete in athletes)
    clock: cmd.ClockKind = "own" if len(ids) == 1 else "group"
    records += engine.handle(cmd.Start(1000.0, session_id, WINDING, ids, clock))
    return engine, records


@pytest.mark.parametrize("people", [1, 2])
def test_a_session_cut_after_any_second_ends_as_if_it_had_not_been(
    recorder: Recorder, engine: Database, history: History, roster: Roster, people: int
) -> None:
    athletes = [roster.add(name) for name in ("Anna", "Ben")[:people]]
    uncut, expected = started(athletes, 999)
    expected += run(uncut, 1000, 1040, 999)
    rows = [
        (r.athlete_id, r.elapsed_s, r.step_index, r.step_s)
        for r in expected
        if isinstance(r, Sample)
    ]
    assert max(rows)[1] == 5 + 8 + 6 + 3 - 1
    for cut in range(1000, 1022):
        session_id = cut - 999
        before, records = started(athletes, session_id)
        recorder.put(records + run(before, 1000, cut, session_id))
        assert recorder.flush(20)
        restore = resume_point(engine, session_id, float(cut))
        after = Engine()
        after.set_wall(UTC_MS - 1_000_000.0, True)
        after.advance(float(cut))
        resumed = after.handle(restore)
        recorder.put(resumed + run(after, cut, 1040, session_id))
        assert recorder.flush(20)
        got = [
            (s.athlete_id, s.elapsed_s, s.step_index, s.step_s)
            for athlete in athletes
            for s in history.samples(session_id, athlete.id)
        ]
        assert sorted(got) == sorted(rows), f"cut at {cut}"
        assert history.session(session_id).state == "recovered"
    assert recorder.lost == 0


SHARED = Plan("shared", "Shared", "treadmill", (Step("On and off", "work", duration_s=12),))
STATION = "Treadmill 1"


def test_two_on_one_treadmill_are_where_they_were_after_a_cut_at_any_second(
    recorder: Recorder, engine: Database, history: History, roster: Roster
) -> None:
    anna, ben = roster.add("Anna", [101]), roster.add("Ben", [102])

    def go_on(engine: Engine, now: int, until: int) -> list[Record]:
        """They change places every third second; the belt always runs at 9 km/h and 10 %."""
        records: list[Record] = []
        while now < until:
            if now % 3 == 0:
                taker = (anna.id, ben.id)[now // 3 % 2]
                records += engine.handle(cmd.TakeStation(float(now), taker, STATION))
            for tenth in range(1, 10):
                at = now + tenth / 10
                records += engine.handle(Grade(at, STATION, 10.0))
                records += engine.handle(Motion(at, "console", STATION, speed_kmh=9.0))
            now += 1
            records += engine.advance(float(now))
        return records

    def room() -> Engine:
        engine = Engine([StationFacts(STATION)])
        engine.set_wall(UTC_MS - 1_000_000.0, True)
        engine.advance(1000.0)
        return engine

    def begun(session_id: int) -> tuple[Engine, list[Record]]:
        engine = room()
        records: list[Record] = []
        for athlete in (anna, ben):
            records += engine.handle(cmd.TapIn(1000.0, athlete, STATION))
        ids = (anna.id, ben.id)
        return engine, records + engine.handle(cmd.Start(1000.0, session_id, SHARED, ids))

    uncut, expected = begun(99)
    expected += go_on(uncut, 1000, 1020)
    flags = {(r.athlete_id, r.elapsed_s): r.flags for r in expected if isinstance(r, Sample)}
    assert len(flags) == 24
    assert sum(SampleFlag.RECOVERY in flag for flag in flags.values()) == 7
    for session_id, cut in enumerate(range(1001, 1012), 1):
        before, records = begun(session_id)
        recorder.put(records + go_on(before, 1000, cut))
        assert recorder.flush(20)
        after = room()
        after.advance(float(cut))
        recorder.put(after.handle(resume_point(engine, session_id, float(cut))))
        assert after.state.occupants == before.state.occupants, f"cut at {cut}"
        for athlete_id, who in before.state.participants.items():
            again = after.state.participants[athlete_id]
            assert (again.station, again.resting) == (who.station, who.resting)
            assert again.ascent_m == pytest.approx(who.ascent_m, abs=0.01)
        recorder.put(go_on(after, cut, 1020))
        assert recorder.flush(20)
        got = {
            (athlete_id, s.elapsed_s): s.flags
            for athlete_id in (anna.id, ben.id)
            for s in history.samples(session_id, athlete_id)
        }
        assert got == flags, f"cut at {cut}"
    assert recorder.lost == 0


# -- ways of their own, and classes that change places ---------------------------------------------


def rows_of(records: list[Record]) -> list[tuple[int, int, int, int]]:
    return sorted(
        (r.athlete_id, r.elapsed_s, r.step_index, r.step_s)
        for r in records
        if isinstance(r, Sample)
    )


def stored_rows(
    history: History, session_id: int, athletes: list[Athlete]
) -> list[tuple[int, int, int, int]]:
    found: list[Record] = []
    for athlete in athletes:
        found += history.samples(session_id, athlete.id)
    return rows_of(found)


def test_who_goes_a_way_of_their_own_is_still_on_it_after_a_cut_at_any_second(
    recorder: Recorder, engine: Database, history: History, roster: Roster
) -> None:
    anna, ben, cem = athletes = [roster.add(name) for name in ("Anna", "Ben", "Cem")]

    def go_on(engine: Engine, now: int, until: int, session_id: int) -> list[Record]:
        records: list[Record] = []
        while now < until:
            now += 1
            records += engine.advance(float(now))
            for at, command in (
                (1003, cmd.Skip(float(now), session_id, anna.id)),
                (1008, cmd.CoolDown(float(now), ben.id)),
                (1012, cmd.Extend(float(now), session_id, 3, anna.id)),
                (1006, cmd.Skip(float(now), session_id, cem.id)),
                (1009, cmd.CoolDown(float(now), cem.id)),
            ):
                if now == at:
                    records += engine.handle(command)
        return records

    uncut, expected = started(athletes, 999)
    expected += go_on(uncut, 1000, 1040, 999)
    rows = rows_of(expected)
    assert {index for who, _, index, _ in rows if who == ben.id} == {0, 1, 3}
    assert {index for who, _, index, _ in rows if who == cem.id} == {0, 1, 2, 3}
    assert max(k for who, k, _, _ in rows if who == anna.id) == 3 + 8 + 7 + 3 - 1
    for cut in range(1000, 1021):
        session_id = cut - 999
        before, records = started(athletes, session_id)
        recorder.put(records + go_on(before, 1000, cut, session_id))
        assert recorder.flush(20)
        after = Engine()
        after.set_wall(UTC_MS - 1_000_000.0, True)
        after.advance(float(cut))
        resumed = after.handle(resume_point(engine, session_id, float(cut)))
        recorder.put(resumed + go_on(after, cut, 1040, session_id))
        assert recorder.flush(20)
        assert stored_rows(history, session_id, athletes) == rows, f"cut at {cut}"
    assert recorder.lost == 0


TURNS = Plan(
    "turns",
    "Turns",
    "any",
    (
        Step("Warm-up", "warm-up", duration_s=3),
        Step("Change", "recovery", duration_s=2),
        Step("Climb", "work", duration_s=3),
        Step("Roll", "work", duration_s=2),
        Step("Squat", "work", duration_s=3),
        Step("Plank", "work", duration_s=2),
        Step("Cool-down", "cool-down", duration_s=3),
    ),
    rotation=Rotation(
        block_s=5,
        blocks=3,
        change=1,
        lead_in=1,
        lanes=(Lane("Belt", "treadmill", 2, 2), Lane("Floor", "floor", 4, 2)),
    ),
)


def test_a_class_that_changes_places_goes_on_where_it_was_after_a_cut_at_any_second(
    recorder: Recorder, engine: Database, history: History, roster: Roster
) -> None:
    athletes = [roster.add(name) for name in ("Anna", "Ben", "Cem")]
    ids = tuple(athlete.id for athlete in athletes)

    def room(at: float) -> Engine:
        engine = Engine([StationFacts("Treadmill 1")])
        engine.set_wall(UTC_MS - 1_000_000.0, True)
        engine.advance(at)
        return engine

    def begun(session_id: int) -> tuple[Engine, list[Record]]:
        engine = room(1000.0)
        records: list[Record] = []
        for athlete in athletes:
            records += engine.handle(cmd.TapIn(1000.0, athlete))
        return engine, records + engine.handle(cmd.Start(1000.0, session_id, TURNS, ids))

    def go_on(engine: Engine, now: int, until: int, session_id: int) -> list[Record]:
        """The coach makes the second change and the last block longer."""
        records: list[Record] = []
        while now < until:
            now += 1
            records += engine.advance(float(now))
            if now in (1011, 1025):
                records += engine.handle(cmd.Extend(float(now), session_id, 2))
        return records

    def segments(rows: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
        """Who is in which lane is drawn anew after a cut: both lanes count as one."""
        return [(who, k, i - 2 if i in (4, 5) else i, s) for who, k, i, s in rows]

    uncut, expected = begun(999)
    expected += go_on(uncut, 1000, 1050, 999)
    rows = rows_of(expected)
    length = 3 + 3 * (2 + 5) + 3 + 2 + 2
    assert len(rows) == 3 * length
    for cut in range(1000, 1000 + length):
        session_id = cut - 999
        before, records = begun(session_id)
        records += go_on(before, 1000, cut, session_id)
        recorder.put(records)
        assert recorder.flush(20)
        restore = resume_point(engine, session_id, float(cut))
        was = {i: before.state.participants[i] for i in ids}
        session = before.state.sessions[session_id]
        assert restore.block == session.block
        assert restore.elapsed_s == session.elapsed_s
        after = room(float(cut))
        resumed = after.handle(restore)
        for i in ids:
            now = after.state.participants[i]
            assert (now.lane, now.station, now.next_station) == (
                was[i].lane,
                was[i].station,
                was[i].next_station,
            ), f"cut at {cut}"
        recorder.put(resumed + go_on(after, cut, 1050, session_id))
        assert recorder.flush(20)
        got = stored_rows(history, session_id, athletes)
        assert segments(got) == segments(rows), f"cut at {cut}"
        assert history.session(session_id).state == "recovered"
    assert recorder.lost == 0


def test_what_the_coach_had_decided_is_known_after_a_cut(
    recorder: Recorder, engine: Database, anna: int
) -> None:
    record(recorder, [anna], 70)
    for state in ("begun", "over", "begun"):
        recorder.put([Note(1, UTC_MS, "walk", anna, 65, {"state": state})])
    recorder.put([Note(1, UTC_MS, "step", anna, 66, {"step_index": 1, "aim_index": 0})])
    assert recorder.flush(20)
    (who,) = resume_point(engine, 1, 1.0).athletes
    assert (who.walks, who.is_walking, who.aim_index) == (2, True, 0)
    assert (who.own_way, who.step_index, who.step_s, who.lanes) == (None, 1, 10, ())


def test_what_was_before_somebody_left_and_came_back_is_over_after_a_cut(
    recorder: Recorder, engine: Database, anna: int, ben: int
) -> None:
    """A recovery walk they left in, and a warm-up of ten minutes before they did."""
    record(recorder, [anna], 50)
    recorder.put([joined(ben, "Ben", late=True)])
    recorder.put([Note(1, UTC_MS, "join", ben, 0, {"late_warm_up_s": 600})])
    for k in range(50, 90):
        late = replace(second(ben, k), elapsed_s=k - 50, step_index=-1)
        recorder.put([second(anna, k), late])
    recorder.put([Note(1, UTC_MS, "walk", ben, 30, {"state": "begun"})])
    recorder.put([Note(1, UTC_MS, "leave", ben, 40), athlete_closed(ben, 90, "left")])
    recorder.put([Note(1, UTC_MS, "join", ben, 40, {"late_warm_up_s": 35})])
    for k in range(90, 100):
        late = replace(second(ben, k), elapsed_s=k - 50, step_index=-1)
        recorder.put([second(anna, k), late])
    assert recorder.flush(20)
    back = resume_point(engine, 1, 1.0).athletes[1]
    assert (back.walks, back.is_walking, back.late_warm_up_s) == (0, False, 25)
    for k in range(100, 160):
        late = replace(second(ben, k), elapsed_s=k - 50, step_index=-1)
        recorder.put([second(anna, k), late])
    assert recorder.flush(20)
    waits = resume_point(engine, 1, 1.0).athletes[1]
    assert waits.late_warm_up_s == 1, "their place comes with the next change"


def test_who_joins_again_is_on_the_way_of_the_class(
    recorder: Recorder, engine: Database, anna: int, ben: int
) -> None:
    record(recorder, [anna, ben], 20)
    recorder.put([Note(1, UTC_MS, "own-way", anna, 20, {"step_index": 0})])
    recorder.put([step_note(anna, 1, 20, None)])
    recorder.put([replace(second(anna, k), step_index=1, step_s=k - 20) for k in range(20, 30)])
    recorder.put([second(ben, k) for k in range(20, 30)])
    assert recorder.flush(20)
    restore = resume_point(engine, 1, 1.0)
    assert (restore.step_index, restore.step_s) == (0, 30), "the class has not moved"
    first, other = restore.athletes
    assert (first.own_way, first.step_index, first.step_s) == ("own way", 1, 10)
    assert (other.own_way, other.step_index, other.step_s) == (None, 0, 30)
    recorder.put([Note(1, UTC_MS, "join", anna, 30, {"late_warm_up_s": 0})])
    recorder.put([step_note(anna, 0, 30, None)])
    recorder.put([second(who, k) for k in range(30, 40) for who in (anna, ben)])
    assert recorder.flush(20)
    restore = resume_point(engine, 1, 1.0)
    assert (restore.step_index, restore.step_s) == (0, 40)
    assert [(a.own_way, a.step_index) for a in restore.athletes] == [(None, 0), (None, 0)]
