"""A session as small as a screen needs it: few points, few rows looked at, and what it was."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from kiosk.errors import HistoryError
from kiosk.history.curves import MOST_POINTS, curve_of, part_seen
from kiosk.history.recorder import Recorder
from kiosk.history.results import Part
from kiosk.history.roster import Roster
from kiosk.session.records import AthleteClosed, Record, SampleFlag, SessionClosed
from tests.history.facts import PLAN, UTC_MS, joined, opened, second

DEADLINE_S = 20.0
LONG_S = 1850


def record(recorder: Recorder, *records: Record) -> None:
    recorder.put(records)
    assert recorder.flush(DEADLINE_S)


@pytest.fixture
def part(recorder: Recorder, roster: Roster) -> Part:
    """Half an hour beside somebody else; the strap was off for a while."""
    anna, ben = roster.add("Anna", [101]).id, roster.add("Ben", [102]).id
    seconds: list[Record] = []
    for at in range(LONG_S):
        off = 600 <= at < 700
        mine = second(anna, at, bpm=None if off else 100 + at // 100)
        if 300 <= at < 320:
            mine = replace(mine, heart_rate_bpm=220, flags=SampleFlag.NOT_WORN)
        seconds += [mine, second(ben, at, bpm=60)]
    record(
        recorder,
        opened(),
        joined(anna, "Anna"),
        joined(ben, "Ben"),
        *seconds,
        AthleteClosed(1, anna, UTC_MS + LONG_S * 1000, "finished"),
        SessionClosed(1, UTC_MS + LONG_S * 1000, "finished"),
    )
    return Part(1, anna)


def test_a_long_session_is_a_few_hundred_points_with_its_gap(engine: Engine, part: Part) -> None:
    points = curve_of(engine, part)
    assert MOST_POINTS * 0.8 <= len(points) <= MOST_POINTS
    assert points[0].bpm == 100
    assert points[-1].bpm == 118
    assert points[-1].elapsed_s < LONG_S
    silent = [point.elapsed_s for point in points if point.bpm is None]
    assert all(300 <= at < 320 or 600 <= at < 700 for at in silent)
    assert len(silent) == 24
    assert max(point.bpm or 0 for point in points) == 118, "a strap in the hand is no heart"
    assert {point.guide_low for point in points} == {None, 133.4}


def test_what_is_gone_has_no_curve_and_says_so_when_it_is_opened(
    engine: Engine, part: Part
) -> None:
    assert curve_of(engine, Part(7, part.athlete_id)) == ()
    assert curve_of(engine, Part(1, 99)) == ()
    with pytest.raises(HistoryError, match="no session 7"):
        part_seen(engine, Part(7, part.athlete_id))
    with pytest.raises(HistoryError, match="not there any more"):
        part_seen(engine, Part(1, 99))


def test_a_session_of_old_comes_with_what_held_then(engine: Engine, part: Part) -> None:
    seen = part_seen(engine, part)
    assert (seen.name, seen.plan, seen.started_utc_ms) == ("Anna", PLAN, UTC_MS)
    assert (seen.duration_s, seen.missing_s, seen.has_left) == (LONG_S, 100, False)
    assert seen.zones is not None
    assert seen.zones.inputs == {"max_hr": 190.0, "resting_hr": 50.0}
    assert seen.measures is None, "it has not been measured yet"
    assert len(seen.points) <= MOST_POINTS
