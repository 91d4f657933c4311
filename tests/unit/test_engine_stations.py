"""A station has one occupant: what it says is theirs alone, swap by swap."""

import math
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.events import Grade, HeartRate, Motion
from kiosk.session import commands as cmd
from kiosk.session.course import CommandRefused
from kiosk.session.pace import StationFacts
from kiosk.session.records import Record, Sample, SampleFlag
from kiosk.session.state import Phase
from kiosk.training.guidance import Verdict
from kiosk.training.plan import Plan, Ramp, Step, ZoneTarget
from tests.unit.room import START, UTC_MS, Room, athlete, short_plan

BELT, STAIRS = StationFacts("Treadmill 1"), StationFacts("Stairs", "stair", 0.2)
HILL = Plan(
    "hill", "Hill", "treadmill", (Step("Hill", "work", duration_s=3600, target=ZoneTarget(3)),)
)


@pytest.fixture
def gym() -> Room:
    return Room(BELT, STAIRS)


def take(room: Room, number: int, station: str | None = BELT.name) -> None:
    room.do(cmd.TakeStation(room.now, number, station))


def belt(speed_kmh: float) -> Motion:
    return Motion(0.0, "console", BELT.name, speed_kmh=speed_kmh)


def test_whoever_taps_in_at_a_free_station_has_it_and_the_next_has_none(gym: Room) -> None:
    gym.tap_in(1, 2, station=BELT.name)
    assert gym.engine.state.occupants == {BELT.name: 1}
    assert (gym.who(1).station, gym.who(2).station) == (BELT.name, None)


def test_shared_stations_have_no_occupant_and_their_grade_is_everybodys() -> None:
    room = Room(BELT, shared_stations=True)
    room.tap_in(1, 2, station=BELT.name)
    room.grade = {BELT.name: 7.0}
    room.start(short_plan(10), 1, 2)
    room.run(5)
    take(room, 1)
    room.run(5)
    assert room.engine.state.occupants == {}
    for number in (1, 2):
        assert {row.grade_percent for row in room.rows(number)} == {7.0}
    room.run(5)
    assert room.who(1).station == BELT.name


def test_a_swap_is_one_touch_and_the_partners_heart_goes_on_as_recovery(gym: Room) -> None:
    gym.tap_in(1, station=BELT.name)
    gym.tap_in(2)
    gym.grade, gym.motions = {BELT.name: 10.0}, [belt(6.0)]
    gym.start(HILL, 1, 2)
    gym.run(10)
    take(gym, 2)
    gym.run(10)
    first, second = gym.who(1), gym.who(2)
    assert (first.station, first.resting, first.verdict) == (None, True, Verdict.NONE)
    assert (first.grade_percent, first.speed_kmh, first.cadence_spm) == (None, None, None)
    assert (second.station, second.resting) == (BELT.name, False)
    assert (second.grade_percent, second.speed_kmh) == (10.0, 6.0)
    rested = gym.rows(1)[10:]
    assert {row.heart_rate_bpm for row in rested} == {120}
    assert all(row.flags & SampleFlag.RECOVERY for row in rested)
    assert not any(row.flags & SampleFlag.RECOVERY for row in gym.rows(2) + gym.rows(1)[:10])
    assert {(row.grade_percent, row.speed_kmh, row.ascent_m) for row in rested} == {
        (None, None, None)
    }
    assert [(note.athlete_id, note.detail) for note in gym.notes("station")] == [
        (1, {"station": None, "from": BELT.name}),
        (2, {"station": BELT.name, "from": None}),
    ]


def test_whoever_rests_has_no_speed_from_their_feet_or_their_word_either(gym: Room) -> None:
    gym.do(cmd.TapIn(gym.now, athlete(1, foot_pods=(77,)), BELT.name))
    gym.tap_in(2)
    gym.motions = [Motion(0.0, "foot pod", device_number=77, speed_kmh=4.0, cadence_spm=100.0)]
    gym.start(HILL, 1, 2)
    gym.do(cmd.TypeSpeed(gym.now, 1, 5.0))
    gym.run(2)
    take(gym, 2)
    gym.run(2)
    said = [(row.speed_kmh, row.cadence_spm) for row in gym.rows(1)]
    assert said == [(4.0, 100.0)] * 2 + [(None, None)] * 2


def test_what_was_typed_before_a_rest_says_nothing_of_the_belt_after_it(gym: Room) -> None:
    gym.tap_in(1, station=BELT.name)
    gym.tap_in(2)
    gym.start(HILL, 1, 2)
    gym.do(cmd.TypeSpeed(gym.now, 1, 5.0, 150.0))
    gym.run(2)
    take(gym, 2)
    gym.run(2)
    take(gym, 1)
    gym.run(2)
    said = [(row.speed_kmh, row.cadence_spm) for row in gym.rows(1)]
    assert said == [(5.0, 150.0)] * 2 + [(None, None)] * 4


def test_what_was_typed_in_one_session_is_not_the_speed_of_the_next(gym: Room) -> None:
    gym.tap_in(1)
    gym.start(HILL, 1)
    gym.do(cmd.TypeSpeed(gym.now, 1, 5.0))
    gym.run(2)
    gym.do(cmd.End(gym.now, 1))
    gym.start(HILL, 1, session_id=2)
    gym.run(2)
    assert [row.speed_kmh for row in gym.rows(1)] == [5.0] * 2
    assert [row.speed_kmh for row in gym.rows(1, session_id=2)] == [None] * 2


def test_nobody_who_rests_is_told_to_speed_up(gym: Room) -> None:
    gym.tap_in(1, 2, station=BELT.name)
    gym.start(HILL, 1, 2)
    gym.bpm = {1: 100, 2: 100}
    gym.run(400)
    assert gym.who(1).verdict is Verdict.UNDER
    take(gym, 2)
    for _ in range(400):
        gym.run(1)
        assert gym.who(1).verdict is Verdict.NONE
    take(gym, 1)
    gym.run(5)
    assert gym.who(1).verdict is Verdict.EASING  # on again: eased in anew
    assert gym.notes("step")[-1].athlete_id == 1


def test_stepping_off_and_onto_another_station_frees_the_first(gym: Room) -> None:
    gym.tap_in(1, station=BELT.name)
    take(gym, 1, STAIRS.name)
    assert gym.engine.state.occupants == {STAIRS.name: 1}
    take(gym, 1, None)
    assert gym.engine.state.occupants == {}
    assert not gym.who(1).resting  # no session: nothing to rest from


def test_who_steps_off_the_machine_alone_rests_and_the_prescribed_speed_is_not_theirs(
    gym: Room,
) -> None:
    gym.tap_in(1, station=BELT.name)
    gym.start(short_plan(1, 60), 1, clock="own")
    gym.run(5)
    take(gym, 1, None)
    gym.run(5)
    speeds = [(row.speed_kmh, row.speed_source) for row in gym.rows(1)]
    assert speeds[1:] == [(6.0, "prescribed")] * 4 + [(None, None)] * 5


def test_a_station_that_does_not_exist_is_refused_and_nothing_changes(gym: Room) -> None:
    gym.tap_in(1, station=BELT.name)
    with pytest.raises(CommandRefused, match="Treadmill 1, Stairs"):
        take(gym, 1, "Treadmill 9")
    assert gym.engine.state.occupants == {BELT.name: 1}


@pytest.mark.parametrize("how", ["finish", "leave", "tap out"])
def test_finishing_leaving_and_going_home_free_the_station(gym: Room, how: str) -> None:
    gym.tap_in(1, station=BELT.name)
    gym.start(short_plan(5), 1)
    gym.run(2)
    if how == "finish":
        gym.run(5)
        assert gym.who(1).phase is Phase.FINISHED
    elif how == "leave":
        gym.do(cmd.Leave(gym.now, 1))
    else:
        gym.do(cmd.TapOut(gym.now, 1))
    assert gym.engine.state.occupants == {}
    gym.tap_in(2, station=BELT.name)
    assert gym.engine.state.occupants == {BELT.name: 2}


def test_a_rest_ends_with_the_session(gym: Room) -> None:
    gym.tap_in(1, 2, station=BELT.name)
    gym.start(short_plan(10), 1, 2)
    take(gym, 2)
    gym.run(12)
    assert not gym.who(1).resting
    gym.start(short_plan(10), 1, session_id=2)
    gym.run(3)
    assert not any(row.flags & SampleFlag.RECOVERY for row in gym.rows(1, 2))


def test_after_a_cut_the_partner_still_rests_and_the_occupant_is_still_on(gym: Room) -> None:
    gym.do(
        cmd.Restore(
            gym.now, 7, short_plan(10, 60), "group", 1, 4, 0, 14, UTC_MS - 9_000,
            (
                cmd.ResumeAthlete(athlete(1), None, 14, is_resting=True),
                cmd.ResumeAthlete(athlete(2), BELT.name, 14),
            ),
        )
    )  # fmt: skip
    gym.grade, gym.bpm = {BELT.name: 3.0}, {1: 110, 2: 150}
    gym.run(3)
    assert gym.engine.state.occupants == {BELT.name: 2}
    assert all(row.flags & SampleFlag.RECOVERY for row in gym.rows(1, 7))
    assert {row.grade_percent for row in gym.rows(2, 7)} == {3.0}


def test_the_millimetres_of_every_second_add_up(gym: Room) -> None:
    gym.tap_in(1, station="Treadmill 1")
    gym.grade["Treadmill 1"] = 8.0
    gym.motions = [Motion(gym.now, "console", "Treadmill 1", speed_kmh=5.0)]
    gym.start(short_plan(60, 1200), 1)
    gym.run(1000)
    kept_mm = sum(round((row.ascent_m or 0.0) * 1000) for row in gym.rows(1))
    climbed_s = sum(row.ascent_m is not None for row in gym.rows(1))
    exact_mm = climbed_s * 5000 / 3.6 * math.sin(math.atan(0.08))
    assert climbed_s > 990
    assert kept_mm == pytest.approx(exact_mm, abs=100)  # a second of the first step is a part


def test_ascent_is_distance_times_the_sine_of_the_grade_and_nothing_downhill(gym: Room) -> None:
    gym.tap_in(1, station=BELT.name)
    gym.grade, gym.motions = {BELT.name: 15.0}, [belt(6.0)]
    gym.start(HILL, 1)
    gym.run(60)
    assert gym.who(1).ascent_m == pytest.approx(100 * math.sin(math.atan(0.15)), rel=1e-6)
    gym.grade = {BELT.name: -5.0}
    gym.run(10)
    assert [row.ascent_m for row in gym.rows(1)[60:]] == [0.0] * 10
    gym.grade = {}
    gym.run(5)
    assert [row.ascent_m for row in gym.rows(1)[70:]] == [None] * 5


def test_stairs_are_climbed_by_their_number_and_height(gym: Room) -> None:
    gym.tap_in(1, station=STAIRS.name)
    gym.motions = [
        Motion(0.0, "console", STAIRS.name, cadence_spm=60.0),
        Motion(0.0, "deck", STAIRS.name, cadence_spm=170.0),
    ]
    gym.start(HILL, 1)
    gym.run(30)
    assert gym.who(1).ascent_m == pytest.approx(6.0)
    assert {(row.cadence_spm, row.cadence_source) for row in gym.rows(1)} == {(60.0, "console")}
    gym.motions = gym.motions[1:]
    gym.run(10)
    assert gym.rows(1)[-1].ascent_m is None


# -- nothing of one is ever the other's ------------------------------------------------------------


def grade_at(second: int) -> float:
    """A deck that is different in every second."""
    return 1.0 + second * 0.01


def speed_at(second: int) -> float:
    return 5.0 + second * 0.001


def play(swaps: list[float], seconds: int) -> tuple[list[Record], list[tuple[float, int]]]:
    """Two athletes on one belt that says grade and speed four times a second."""
    room = Room(BELT)
    room.tap_in(1, 2, station=BELT.name)
    room.start(HILL, 1, 2)
    turns = [(START, 1)]
    due = sorted(START + swap for swap in swaps)

    def swap_until(at: float) -> None:
        while due and due[0] < at:
            turns.append((due.pop(0), 3 - turns[-1][1]))
            room.do(cmd.TakeStation(*turns[-1], BELT.name))

    for quarter in range(seconds * 4):
        at, end = START + quarter / 4 + 0.01, START + (quarter + 1) / 4
        swap_until(at)
        room.do(HeartRate(at, 101, 120))
        room.do(HeartRate(at, 102, 140))
        room.do(Grade(at, BELT.name, grade_at(quarter // 4)))
        room.do(Motion(at, "console", BELT.name, speed_kmh=speed_at(quarter // 4)))
        swap_until(end)
        room.records += room.engine.advance(end)
        room.records += room.engine.refresh(end)
    return room.records, turns


def check(records: list[Record], turns: list[tuple[float, int]], seconds: int) -> None:
    """Whoever was on at the end of a second has its grade, unless nothing was said since."""
    rows: dict[int, dict[int, Sample]] = defaultdict(dict)
    for row in records:
        if isinstance(row, Sample):
            rows[row.athlete_id][row.elapsed_s] = row
    for second in range(seconds):
        ended = START + second + 1
        since, on = [turn for turn in turns if turn[0] < ended][-1]
        off = 3 - on
        idle = rows[off][second]
        assert (idle.grade_percent, idle.speed_kmh, idle.ascent_m) == (None, None, None)
        assert bool(idle.flags & SampleFlag.RECOVERY) is (len(turns) > 1 and turns[1][0] < ended)
        assert (idle.heart_rate_bpm, rows[on][second].heart_rate_bpm) in ((120, 140), (140, 120))
        busy = rows[on][second]
        share = min(1.0, ended - since)
        if share >= 0.25 - 0.01 + 1e-6:  # something was said of the belt since
            assert busy.grade_percent == grade_at(second)
            assert busy.speed_kmh == pytest.approx(speed_at(second))
            slope = math.sin(math.atan(grade_at(second) / 100))
            assert busy.ascent_m == pytest.approx(speed_at(second) / 3.6 * slope * share, abs=0.001)
        else:
            assert busy.grade_percent in (None, grade_at(second))


def test_eight_swaps_on_a_deck_that_changes_every_second_credit_nothing_to_the_wrong_one() -> None:
    swaps = [20.0 + 35.37 * turn for turn in range(8)]
    records, turns = play(swaps, 320)
    assert len(turns) == 9
    check(records, turns, 320)
    notes = [r for r in records if getattr(r, "kind", "") == "station"]
    assert len(notes) == 16


@settings(max_examples=40)
@given(swaps=st.lists(st.floats(0.05, 24.95), max_size=12))
def test_swaps_at_any_moment_credit_nothing_to_the_wrong_one(swaps: list[float]) -> None:
    records, turns = play(swaps, 25)
    check(records, turns, 25)


def test_the_same_swaps_give_the_same_records() -> None:
    swaps = [3.3, 4.0, 9.99, 15.5]
    assert play(swaps, 20) == play(swaps, 20)


def test_a_distance_is_run_at_the_speed_that_is_measured(gym: Room) -> None:
    step = Step("Run", "work", distance_m=100.0, speed_kmh=Ramp(6, 6))
    gym.tap_in(1, station=BELT.name)
    gym.motions = [belt(12.0)]
    gym.start(Plan("d", "D", "treadmill", (step,)), 1, clock="own")
    gym.run(60)
    assert len(gym.rows(1)) == 30
    assert gym.who(1).phase is Phase.FINISHED
