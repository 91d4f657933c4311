"""Plans: what a session runs and stores."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    rep_s,
)

numbers = st.floats(-1000, 1000)
ramps = st.builds(Ramp, numbers, numbers)
targets = st.one_of(
    st.builds(ZoneTarget, st.integers(1, 5), st.sampled_from(["low", "mid", "high", "full"])),
    st.builds(RangeTarget, st.floats(30, 120), st.floats(121, 230)),
    st.builds(PercentTarget, st.floats(30, 60), st.floats(61, 100)),
)
bpm = st.none() | st.floats(30, 230)
gates = st.builds(HeartRateGate, bpm, bpm, bpm, bpm, st.integers(1, 60), st.integers(60, 600))
kinds = st.sampled_from(["treadmill", "stair", "floor"])
lanes = st.builds(Lane, st.text(), kinds, st.integers(0, 99), st.integers(1, 99))
rotations = st.builds(
    Rotation,
    *(st.integers(1, 999), st.integers(1, 99), st.integers(0, 9), st.integers(0, 9)),
    st.lists(lanes, min_size=1, max_size=3).map(tuple),
)
steps = st.builds(
    Step,
    name=st.text(),
    kind=st.sampled_from(["warm-up", "work", "recovery", "cool-down"]),
    duration_s=st.none() | st.integers(1, 86400),
    distance_m=st.none() | st.floats(1, 1e5),
    target=st.none() | targets,
    grade_percent=st.none() | ramps,
    speed_kmh=st.none() | ramps,
    rpe=st.none() | st.tuples(st.integers(1, 10), st.integers(1, 10)),
    cues=st.lists(st.text(), max_size=3).map(tuple),
    round=st.integers(1, 100),
    rounds=st.integers(1, 100),
    pace=st.none() | st.text(),
    cadence_spm=st.none() | st.tuples(numbers, numbers),
    reps=st.none() | st.integers(1, 100),
    load_kg=st.none() | numbers,
    side=st.sampled_from([None, "left", "right", "both"]),
    tempo=st.none() | st.text(),
    station_kind=st.none() | kinds,
    gate=st.none() | gates,
    marathon_pace=st.none() | st.builds(MarathonPace, numbers, numbers),
)
plans = st.builds(
    Plan,
    *(st.text(), st.text(), st.text(), st.lists(steps, max_size=5).map(tuple)),
    category=st.sampled_from(["", "step-up", "hike", "class"]),
    level=st.sampled_from(["", "beginner", "advanced"]),
    test=st.none() | st.text(),
    maximal=st.booleans(),
    beginner_id=st.none() | st.text(),
    rotation=st.none() | rotations,
    choices=st.lists(st.tuples(st.text(), st.text()), max_size=3).map(tuple),
)


@given(plans)
def test_a_plan_survives_being_stored(plan: Plan) -> None:
    assert Plan.from_json(plan.to_json()) == plan


def test_a_plan_stored_before_there_was_more_to_say_is_still_read() -> None:
    plan = Plan("x", "X", "any", (Step("Go", "work", duration_s=60),))
    raw = json.loads(plan.to_json())
    raw = {key: raw[key] for key in ("protocol_id", "name", "modality", "steps")}
    oldest = ("name", "kind", "duration_s", "distance_m", "target", "grade_percent", "speed_kmh")
    raw["steps"] = [{key: step[key] for key in oldest} for step in raw["steps"]]
    assert Plan.from_json(json.dumps(raw)) == plan


@pytest.mark.parametrize("text", ["", "[]", "{}", "1", '{"protocol_id": 1}', '{"steps": [1]}'])
def test_what_is_no_plan_is_refused_by_an_ordinary_error(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Plan.from_json(text)


def test_a_ramp_goes_evenly_and_holds_its_ends() -> None:
    ramp = Ramp(0, 15)
    assert [ramp.at(f) for f in (-1, 0, 0.2, 1, 7)] == [0, 0, 3, 15, 15]
    assert Ramp(6, 6).at(0.4) == 6


def test_the_planned_time_of_a_step_is_its_duration_or_its_distance_at_the_mean_speed() -> None:
    assert Step("a", "work", duration_s=90, speed_kmh=Ramp(1, 1)).planned_s == 90
    mile_at_4_mph = Step("b", "work", distance_m=1609.344, speed_kmh=Ramp(6.437376, 6.437376))
    assert mile_at_4_mph.planned_s == 900
    assert Step("c", "work", distance_m=1000, speed_kmh=Ramp(4, 6)).planned_s == 720
    assert Step("d", "work", distance_m=1000).planned_s is None
    assert Step("e", "work", distance_m=1000, speed_kmh=Ramp(0, 0)).planned_s is None
    assert Step("f", "work").planned_s is None
    assert Step("g", "work", reps=8).planned_s == 32
    assert Step("h", "work", reps=8, tempo="3-1-1").planned_s == 40
    assert Step("i", "recovery", gate=HeartRateGate(below_bpm=120)).planned_s == 120


def test_a_repetition_takes_the_sum_of_its_tempo() -> None:
    assert [rep_s(tempo) for tempo in (None, "3-1-1", "3-1-1-0", "10-2-2")] == [4, 5, 5, 14]


def test_what_comes_after_the_lanes_is_for_all_again() -> None:
    lanes = (Lane("Belts", "treadmill", 2, 3), Lane("Floor", "floor", 5, 6))
    assert Rotation(360, 8, change=1, lead_in=1, lanes=lanes).lead_out == 11


def test_only_a_step_without_a_length_waits_for_the_button() -> None:
    assert Step("a", "work").waits_for_button
    assert not Step("a", "work", duration_s=1).waits_for_button
    assert not Step("a", "work", distance_m=1).waits_for_button
    assert not Step("a", "work", gate=HeartRateGate(fall_bpm=25)).waits_for_button
    assert Step("a", "work", reps=8).waits_for_button
