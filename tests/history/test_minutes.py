"""What is over is packed: what is read of it stays the same, whoever records beside."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC

import pytest
from sqlalchemy import Engine, func, insert, select, text, update

from kiosk.history.climbed import climbed_since_yesterday
from kiosk.history.curves import curve_of
from kiosk.history.database import reading, writing
from kiosk.history.erase import erase
from kiosk.history.minutes import PackingError, pack_next
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import close_session, resume_point
from kiosk.history.results import Part, Results
from kiosk.history.roster import Roster
from kiosk.history.schema import beat, live, minute
from kiosk.session.pace import StationFacts
from kiosk.session.records import Record
from tests.history.facts import (
    UTC_MS,
    athlete_closed,
    batches,
    joined,
    opened,
    second,
    session_closed,
)

LONG_S = 150
LATER = UTC_MS + 1_000_000


def a_session(people: Sequence[int], session_id: int = 1) -> list[Record]:
    records: list[Record] = [opened(session_id)]
    records += [joined(i, f"Athlete {i}", session_id) for i in people]
    for batch in batches(people, 0, LONG_S, session_id):
        records += batch
    return records


def ended(people: Sequence[int], session_id: int = 1) -> list[Record]:
    return [
        *(replace(athlete_closed(i, LONG_S), session_id=session_id) for i in people),
        replace(session_closed(LONG_S), session_id=session_id),
    ]


@pytest.fixture
def people(roster: Roster) -> list[int]:
    return [roster.add(name, [100 + n], max_hr=190).id for n, name in enumerate(("Anna", "Ben"))]


def record(recorder: Recorder, records: Sequence[Record]) -> None:
    recorder.put(records)
    assert recorder.flush(20.0)


def pack_all(engine: Engine) -> int:
    """How many parts were packed."""
    packed: set[int] = set()
    while (entry := pack_next(engine, LATER)) is not None:
        packed.add(entry)
    return len(packed)


def rows_left(engine: Engine) -> tuple[int, int]:
    with reading(engine) as connection:
        left = [connection.scalar(select(func.count()).select_from(t)) or 0 for t in (live, beat)]
    return left[0], left[1]


def seen(engine: Engine, people: Sequence[int], session_id: int = 1) -> list[object]:
    """Everything that is ever read of a session's seconds."""
    history, results = History(engine), Results(engine, [StationFacts("Treadmill 1")])
    parts = [Part(session_id, who) for who in people]
    return [
        [history.samples(session_id, who) for who in people],
        [history.beats(session_id, who) for who in people],
        [curve_of(engine, part) for part in parts],
        [replace(results.measure(part), stamp=()) for part in parts],
        history.session(session_id),
        history.events(session_id),
        climbed_since_yesterday(engine, UTC_MS + 500_000, UTC),
    ]


def test_nothing_that_is_read_changes_by_packing(
    engine: Engine, recorder: Recorder, people: list[int]
) -> None:
    record(recorder, [*a_session(people), *ended(people)])
    before = seen(engine, people)
    assert pack_all(engine) == 2
    assert rows_left(engine) == (0, 0)
    assert seen(engine, people) == before
    with reading(engine) as connection:
        numbers = connection.execute(select(minute.c.session_athlete_id, minute.c.number)).all()
    assert [tuple(row) for row in numbers] == [(p, n) for p in (1, 2) for n in (0, 1, 2)]


def test_what_runs_is_left_alone_and_stays_whole(
    engine: Engine, recorder: Recorder, people: list[int]
) -> None:
    record(recorder, [*a_session(people[:1]), *ended(people[:1])])
    running = a_session(people, 2)
    record(recorder, running[:200])
    assert pack_all(engine) == 1
    record(recorder, running[200:])
    assert seen(engine, people, 2)[:2] == [
        [[r for r in running if is_second(r, who)] for who in people],
        [[r for r in running if is_beats(r, who)] for who in people],
    ]
    record(recorder, ended(people, 2))
    before = seen(engine, people, 2)
    assert pack_all(engine) == 2
    assert seen(engine, people, 2) == before


def is_second(record: Record, who: int) -> bool:
    return type(record).__name__ == "Sample" and getattr(record, "athlete_id", None) == who


def is_beats(record: Record, who: int) -> bool:
    return type(record).__name__ == "Beats" and getattr(record, "athlete_id", None) == who


def test_a_session_opened_before_the_last_rows_are_packed_finds_its_own(
    engine: Engine, recorder: Recorder, people: list[int]
) -> None:
    record(recorder, [*a_session(people[:1]), *ended(people[:1])])
    record(recorder, [opened(2), joined(people[1], "Ben", 2)])  # no row yet: the ids come again
    assert pack_all(engine) == 1
    record(recorder, [second(people[1], 0, 2), second(people[1], 1, 2)])
    assert len(History(engine).samples(2, people[1])) == 2


def test_a_cut_session_is_not_packed_before_it_is_decided(
    engine: Engine, recorder: Recorder, people: list[int]
) -> None:
    record(recorder, a_session(people))
    assert pack_all(engine) == 0
    assert resume_point(engine, 1, 5.0).elapsed_s == LONG_S
    close_session(engine, 1, LATER)
    before = seen(engine, people)
    assert pack_all(engine) == 2
    assert seen(engine, people) == before


def test_erased_people_leave_no_minute(
    engine: Engine, recorder: Recorder, people: list[int]
) -> None:
    record(recorder, [*a_session(people), *ended(people)])
    pack_all(engine)
    erase(engine, people[0], UTC_MS)
    with reading(engine) as connection:
        assert set(connection.scalars(select(minute.c.session_athlete_id))) == {2}
    assert len(History(engine).samples(1, people[1])) == LONG_S


@pytest.mark.logs_errors("Minute 1 of part 1 of session 1 is damaged")
def test_a_damaged_minute_is_missing_and_the_others_come(
    engine: Engine, recorder: Recorder, people: list[int]
) -> None:
    record(recorder, [*a_session(people), *ended(people)])
    pack_all(engine)
    with writing(engine) as connection:
        one = (minute.c.session_athlete_id == 1) & (minute.c.number == 1)
        packed = bytearray(connection.scalar(select(minute.c.seconds).where(one)) or b"")
        packed[7] ^= 1
        connection.execute(update(minute).where(one).values(seconds=bytes(packed)))
    kept = [one.elapsed_s for one in History(engine).samples(1, people[0])]
    assert kept == [*range(60), *range(120, LONG_S)]
    assert len(History(engine).samples(1, people[1])) == LONG_S


def test_a_part_that_cannot_be_packed_stays_and_does_not_stop_the_next(
    engine: Engine, recorder: Recorder, people: list[int]
) -> None:
    record(recorder, [*a_session(people), *ended(people)])
    with writing(engine) as connection:
        odd = {"session_athlete_id": 1, "elapsed_s": 5, "intervals": b"odd"}
        connection.execute(insert(beat), [odd])
        connection.execute(text("UPDATE session SET beat_to = beat_to + 1"))
    with pytest.raises(PackingError, match="stays as it is") as trouble:
        pack_next(engine, LATER)
    assert trouble.value.entry == 1
    assert pack_next(engine, LATER, frozenset({1})) == 2
    assert pack_next(engine, LATER, frozenset({1})) is None
    assert len(History(engine).samples(1, people[0])) == LONG_S


def test_the_climb_of_a_packed_session_is_still_known(
    engine: Engine, recorder: Recorder, people: list[int]
) -> None:
    climb = [replace(second(people[0], s), ascent_m=0.25) for s in range(40)]
    record(recorder, [opened(), joined(people[0], "Anna"), *climb, *ended(people[:1])])
    before = climbed_since_yesterday(engine, UTC_MS + 500_000, UTC)
    assert [one.metres for one in before] == [10.0]
    pack_all(engine)
    assert climbed_since_yesterday(engine, UTC_MS + 500_000, UTC) == before
