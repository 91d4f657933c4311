"""What the mountain of the evening begins with: the rows of the newest sessions."""

from dataclasses import replace
from datetime import UTC, date, timedelta, timezone

from sqlalchemy import Engine

from kiosk.evening import Climbed
from kiosk.history.climbed import climbed_since_yesterday
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.session.records import SessionClosed
from tests.history.facts import UTC_MS, joined, opened, second

DAY_MS = 86_400_000
NEW_YEAR = date(2026, 1, 1)


def record(
    recorder: Recorder, athlete_id: int, session_id: int, utc_ms: int, *, close: bool
) -> None:
    """A session of two rows, two metres each, and one that has no grade."""
    rows = [replace(second(athlete_id, n, session_id), ascent_m=2.0) for n in range(2)]
    flat = second(athlete_id, 2, session_id)
    recorder.put([opened(session_id, utc_ms), joined(athlete_id, "Anna", session_id), *rows, flat])
    if close:
        recorder.put([SessionClosed(session_id, utc_ms + 5000, "finished")])
    assert recorder.flush(10)


def test_the_newest_sessions_are_added_up_by_day(
    engine: Engine, recorder: Recorder, roster: Roster
) -> None:
    anna = roster.add("Anna", [101]).id
    record(recorder, anna, 1, UTC_MS - 2 * DAY_MS, close=True)
    record(recorder, anna, 2, UTC_MS - DAY_MS, close=True)
    record(recorder, anna, 3, UTC_MS + 1000, close=True)
    assert list(climbed_since_yesterday(engine, UTC_MS + 9000, UTC)) == [
        Climbed(2, anna, NEW_YEAR - timedelta(days=1), 4.0),
        Climbed(3, anna, NEW_YEAR, 4.0),
    ]


def test_a_session_that_was_cut_may_go_on_however_old_it_is(
    engine: Engine, recorder: Recorder, roster: Roster
) -> None:
    anna = roster.add("Anna", [101]).id
    record(recorder, anna, 1, UTC_MS - 9 * DAY_MS, close=False)
    found = climbed_since_yesterday(engine, UTC_MS, UTC)
    assert list(found) == [Climbed(1, anna, NEW_YEAR - timedelta(days=9), 4.0)]


def test_the_day_is_the_clubs(engine: Engine, roster: Roster) -> None:
    anna = roster.add("Anna", [101]).id
    west = timezone(timedelta(hours=-5))
    recorder = Recorder(engine, lambda _: None, time_zone=west)
    recorder.start()
    record(recorder, anna, 1, UTC_MS, close=True)
    recorder.close()
    (found,) = climbed_since_yesterday(engine, UTC_MS, west)
    assert found.day == date(2025, 12, 31)
