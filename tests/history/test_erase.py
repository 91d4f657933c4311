"""Erasing somebody: nothing of them is left in the file, and everything of the others is."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.errors import RosterError
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.results import Part, Results
from kiosk.history.roster import Roster
from kiosk.history.schema import Base
from kiosk.history.shelf import Shelf
from kiosk.history.week import plan_day
from kiosk.session.records import AnswerGiven
from kiosk.training.past import Planned
from tests.history import facts

UNUSUAL = "Zwetschgenkuchen"
TAG = "5a" * 32


def record(
    recorder: Recorder, people: dict[int, str], *, session_id: int = 1, to: int = 90
) -> None:
    """A session of these from its opening to its closing, everybody with rows and beats."""
    recorder.put([facts.opened(session_id)])
    recorder.put([facts.joined(i, name, session_id) for i, name in people.items()])
    for second in range(to):
        recorder.put([facts.second(i, second, session_id) for i in people])
    recorder.put([facts.step_note(i, 0, 0, 61.5) for i in people] if session_id == 1 else [])
    assert recorder.flush(20)


def close(recorder: Recorder, people: dict[int, str], session_id: int = 1, at_s: int = 90) -> None:
    closed = [replace(facts.athlete_closed(i, at_s), session_id=session_id) for i in people]
    recorder.put([*closed, replace(facts.session_closed(at_s), session_id=session_id)])
    assert recorder.flush(20)


def rows_with(path: Path, athlete_id: int, entries: list[int]) -> dict[str, int]:
    """Rows that point at the person or at their parts, by table."""
    found: dict[str, int] = {}
    with sqlite3.connect(path) as connection:
        for table in Base.metadata.tables.values():
            for column, values in (
                ("athlete_id", [athlete_id]),
                ("holder_athlete_id", [athlete_id]),
                ("session_athlete_id", entries),
            ):
                if column in table.c and values:
                    marks = ",".join("?" * len(values))
                    query = f"SELECT count(*) FROM {table.name} WHERE {column} IN ({marks})"  # noqa: S608
                    (count,) = connection.execute(query, values).fetchone()
                    if count:
                        found[f"{table.name}.{column}"] = count
    connection.close()
    return found


@pytest.fixture
def shelf(engine: Engine, clock: ManualClock) -> Shelf:
    return Shelf(engine, clock)


def test_nothing_of_somebody_is_left_in_the_file_and_the_others_keep_everything(
    engine: Engine, path: Path, roster: Roster, shelf: Shelf, recorder: Recorder, history: History
) -> None:
    anna = roster.add("Anna", (7,))
    ben = roster.add(UNUSUAL, (8,), foot_pods=(9,), max_hr=190)
    roster.add_tag(ben.id, TAG)
    shelf.add(3, 12345)
    shelf.lend(3, ben.id)
    plan_day(engine, ben.id, date(2026, 1, 1), [Planned(date(2026, 1, 1), "short-hills", UNUSUAL)])
    both = {anna.id: "Anna", ben.id: UNUSUAL}
    record(recorder, both)
    recorder.put([AnswerGiven(ben.id, facts.UTC_MS, "rpe", 7.0, 1)])
    close(recorder, both)
    results = Results(engine)
    for who in both:
        results.keep(results.measure(Part(1, who)), facts.UTC_MS)
    record(recorder, {ben.id: UNUSUAL}, session_id=2)
    close(recorder, {ben.id: UNUSUAL}, 2)
    with sqlite3.connect(path) as connection:
        query = "SELECT id FROM session_athlete WHERE athlete_id = ?"
        entries = [row[0] for row in connection.execute(query, (ben.id,))]
    connection.close()
    before = rows_with(path, ben.id, entries)
    assert len(before) >= 9, "the test must have something to erase"
    kept_before = results.kept(Part(1, anna.id))

    roster.erase(ben.id)

    assert rows_with(path, ben.id, entries) == {}
    assert [who.name for who in roster.list()] == ["Anna"]
    assert [session.id for session in history.sessions()] == [1], "nobody else was in the other"
    assert results.kept(Part(1, anna.id)) == kept_before
    assert results.measure(Part(1, anna.id)).samples == 90
    assert shelf.list()[0].holder_id is None
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    for file in path.parent.iterdir():
        assert UNUSUAL.encode() not in file.read_bytes(), file.name
        assert TAG.encode() not in file.read_bytes(), file.name


def test_somebody_in_an_open_session_is_not_erased(
    roster: Roster, recorder: Recorder, history: History
) -> None:
    anna = roster.add("Anna", (7,))
    record(recorder, {anna.id: "Anna"}, to=3)
    with pytest.raises(RosterError, match="Anna is still in a session that has not ended"):
        roster.erase(anna.id)
    assert [who.name for who in roster.list()] == ["Anna"]
    close(recorder, {anna.id: "Anna"}, at_s=3)
    roster.erase(anna.id)
    assert history.sessions() == []
    with pytest.raises(RosterError, match="not on the roster any more"):
        roster.erase(anna.id)


def test_a_session_opened_before_an_erasing_keeps_every_second_after_it(
    roster: Roster, recorder: Recorder, engine: Engine
) -> None:
    guest, anna = roster.add_guest("Guest", date(2026, 1, 1)), roster.add("Anna")
    record(recorder, {guest.id: "Guest"})
    close(recorder, {guest.id: "Guest"})
    recorder.put([facts.opened(2), facts.joined(anna.id, "Anna", 2)])
    assert recorder.flush(20)
    roster.erase(guest.id)
    recorder.put([facts.second(anna.id, second, 2) for second in range(40)])
    close(recorder, {anna.id: "Anna"}, 2, 40)
    assert Results(engine).measure(Part(2, anna.id)).samples == 40


def test_the_number_of_somebody_erased_is_nobodys_while_the_kiosk_runs(roster: Roster) -> None:
    first = roster.add("Anna")
    roster.erase(first.id)
    assert roster.add("Ben").id > first.id


def test_what_somebody_erased_still_answers_is_dropped_and_nothing_beside_it(
    roster: Roster, recorder: Recorder, told: list[str | None]
) -> None:
    anna = roster.add("Anna")
    roster.erase(anna.id)
    recorder.put([AnswerGiven(anna.id, facts.UTC_MS, "soreness", 7.0, None)])
    assert recorder.flush(20)
    assert (recorder.lost, told) == (0, [])


def test_a_second_guest_with_the_same_strap_has_a_name_of_their_own(roster: Roster) -> None:
    today = date(2026, 1, 1)
    names = [roster.add_guest("Guest 7", today).name for _ in range(3)]
    assert names == ["Guest 7", "Guest 7/2", "Guest 7/3"]
    guest = roster.find("guest 7")
    assert (guest.is_effort_only, guest.guest_on, guest.is_ready) == (True, today, True)


def test_a_guest_who_stays_keeps_what_they_trained_under_the_new_name(
    roster: Roster, recorder: Recorder, history: History
) -> None:
    guest = roster.add_guest("Guest 7", date(2026, 1, 1))
    record(recorder, {guest.id: "Guest 7"})
    close(recorder, {guest.id: "Guest 7"})
    member = roster.claim(guest.id, "Cleo")
    assert (member.id, member.name, member.guest_on) == (guest.id, "Cleo", None)
    assert [a.name for s in history.sessions() for a in s.athletes] == ["Cleo"]
    roster.add("Anna")
    with pytest.raises(RosterError):
        roster.claim(member.id, "anna")
    assert {who.name for who in roster.list()} == {"Anna", "Cleo"}
