"""The event log: what an engine was given gives the same engine again, to the last bit."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.events import Grade, HeartRate
from kiosk.session import commands as cmd
from kiosk.session.course import CommandRefused
from kiosk.session.journal import (
    Advanced,
    JournalError,
    JournalingEngine,
    WallSet,
    entry_of,
    line,
    replay,
)
from kiosk.session.pace import StationFacts
from kiosk.session.records import Record
from kiosk.training.capability import Capability
from kiosk.training.plan import (
    HeartRateGate,
    Lane,
    MarathonPace,
    PercentTarget,
    Plan,
    Ramp,
    RangeTarget,
    Rotation,
    Step,
    ZoneTarget,
)
from tests.unit.room import START, UTC_MS, athlete, short_plan

EVERY_KIND = Plan(
    "all",
    "All",
    "any",
    (
        Step("Zone", "work", 60, target=ZoneTarget(2, "high"), grade_percent=Ramp(0, 6.0)),
        Step("Range", "work", 60, target=RangeTarget(120, 130.5)),
        Step("Percent", "work", 60, target=PercentTarget(50, 70)),
        Step("Gate", "recovery", gate=HeartRateGate(below_percent_max=65, fall_bpm=25)),
        Step("Reps", "work", reps=12, load_kg=20, side="left", tempo="3-1-1"),
        Step("Pace", "work", 60, marathon_pace=MarathonPace(-5, 5.0), cadence_spm=(24, 40)),
    ),
    rotation=Rotation(60, 4, 0, 0, (Lane("Belts", "treadmill", 1, 1),)),
    choices=(("blocks", "4"),),
)
ENTRIES = (
    cmd.TapIn(1.5, athlete(1, threshold_on=date(2026, 1, 2), zone_edges=(100.0, 140)), "Belt"),
    cmd.Start(2.0, 1, EVERY_KIND, (1, 2)),
    cmd.LogSet(3.0, 1, reps=8, load_kg=20.5, side="right", completed=False),
    cmd.Restore(
        4.0, 7, EVERY_KIND, "group", 1, 4, 0, 14, UTC_MS, (cmd.ResumeAthlete(athlete(2), None, 3),)
    ),
    HeartRate(5.0, 101, None, worn=False, rr_ms=(500.0, 501.25), rssi_dbm=-60),
    WallSet(1e12 + 0.1, False),
    Advanced(6.0),
)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: type(entry).__name__)
def test_a_line_gives_the_same_entry_again(entry: cmd.Command) -> None:
    again = entry_of(line(entry))
    assert again == entry
    assert repr(again) == repr(entry), "6 stays 6 and 6.0 stays 6.0"
    assert "\n" not in line(entry)


@given(at=st.floats(0, 1e9), bpm=st.integers(30, 230), rr=st.lists(st.floats(200, 2000)))
def test_every_float_comes_back_to_the_last_bit(at: float, bpm: int, rr: list[float]) -> None:
    entry = HeartRate(at, 101, bpm, rr_ms=tuple(rr))
    assert entry_of(line(entry)) == entry


@pytest.mark.parametrize("text", ["", "5", "[]", "{}", '{"is":"Nobody"}', '{"is":"Leave"}', "{"])
def test_what_is_no_line_of_a_journal_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(JournalError, match=r"journal"):
        entry_of(text)
    with pytest.raises(JournalError, match=r"journal"):
        replay([text])


def test_a_journal_gives_the_same_state_and_records_again() -> None:
    lines: list[str] = []
    facts = [StationFacts("Belt")]
    engine = JournalingEngine(lines.append, facts, capabilities={"Belt": Capability(-3.0, 5.0)})
    engine.set_wall(UTC_MS - START * 1000, True)
    records: list[Record] = engine.advance(START)
    engine.contested = frozenset({102})
    for number in (1, 2):
        records += engine.handle(cmd.TapIn(START, athlete(number, weight_kg=70.0), "Belt"))
    records += engine.handle(cmd.Start(START, 1, short_plan(5, 60, 30), (1, 2)))
    with pytest.raises(CommandRefused):
        engine.handle(cmd.Leave(START, 9))
    for quarter in range(4 * 120):
        at = START + quarter / 4
        records += engine.handle(HeartRate(at, 101, 100 + quarter // 8, rr_ms=(600.0,)))
        records += engine.handle(replace(Grade(at, "Belt", 2.5), percent=quarter // 60))
        records += engine.advance(at)
        records += engine.refresh(at)
    again: list[Record] = []
    other = replay(lines, again.extend)
    assert again == records
    assert other.state == engine.state
    assert other.next_tick == engine.next_tick
    assert any(type(record).__name__ == "StationShown" for record in records)
