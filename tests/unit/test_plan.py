"""Plans: what a session runs and stores."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.plan import Plan, Ramp, RangeTarget, Step, ZoneTarget

numbers = st.floats(-1000, 1000)
ramps = st.builds(Ramp, numbers, numbers)
targets = st.one_of(
    st.builds(ZoneTarget, st.integers(1, 5), st.sampled_from(["low", "mid", "high", "full"])),
    st.builds(RangeTarget, st.floats(30, 120), st.floats(121, 230)),
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
    station_kind=st.sampled_from([None, "treadmill", "stair", "floor"]),
)
plans = st.builds(Plan, st.text(), st.text(), st.text(), st.lists(steps, max_size=5).map(tuple))


@given(plans)
def test_a_plan_survives_being_stored(plan: Plan) -> None:
    assert Plan.from_json(plan.to_json()) == plan


def test_a_plan_stored_before_rounds_existed_is_still_read() -> None:
    plan = Plan("x", "X", "any", (Step("Go", "work", duration_s=60),))
    raw = json.loads(plan.to_json())
    for key in ("round", "rounds", "pace", "cadence_spm", "reps", "load_kg", "side", "tempo"):
        del raw["steps"][0][key]
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


def test_only_a_step_without_a_length_waits_for_the_button() -> None:
    assert Step("a", "work").waits_for_button
    assert not Step("a", "work", duration_s=1).waits_for_button
    assert not Step("a", "work", distance_m=1).waits_for_button
