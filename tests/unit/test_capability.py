"""What a station has shown, what a plan needs of it, and the same work on a flatter belt."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.training.capability import (
    HELD_S,
    Capability,
    Hold,
    Need,
    hold,
    needs,
    vouched,
    widened,
)
from kiosk.training.equal_cost import FASTEST_WALK_KMH, at_equal_cost, equal_speed
from kiosk.training.physiology import RUNS_FROM_KMH, vo2_run, vo2_walk
from kiosk.training.plan import Lane, Plan, Ramp, Rotation, Step
from kiosk.training.protocol_plan import plan
from kiosk.training.protocols import load_protocol
from kiosk.training.units import KMH_PER_MPH
from kiosk.workout_folders import shipped_protocols


def climb(grade: float, kmh: float | None, **more: object) -> Plan:
    speed = None if kmh is None else Ramp(kmh, kmh)
    step = Step("Climb", "work", 600, grade_percent=Ramp(grade, grade), speed_kmh=speed)
    return Plan("p", "P", "treadmill", (replace(step, **more),))


def test_a_grade_counts_as_shown_once_it_has_been_held() -> None:
    fresh = Capability()
    assert widened(fresh, 12.0, HELD_S - 0.1) is None
    assert widened(fresh, 12.0, HELD_S) == Capability(0.0, 12.0)
    assert widened(Capability(0.0, 12.0), -3.0, HELD_S) == Capability(-3.0, 12.0)


def test_noise_at_the_edge_and_grades_that_no_deck_has_are_no_news() -> None:
    shown = Capability(-3.0, 12.0)
    assert [widened(shown, percent, 60) for percent in (12.1, 5.0, -3.1, 41.0, -16.0)] == [None] * 5


def test_a_deck_on_its_way_up_is_not_held_and_one_that_trembles_is() -> None:
    held: Hold | None = None
    for second in range(180):
        held = hold(held, second * 5 / 60, float(second))
        assert widened(Capability(), held.percent, second - held.since) is None
    held = None
    for second in range(11):
        held = hold(held, 12.0 + 0.2 * (-1) ** second, float(second))
    assert held == Hold(12.2, 0.0)


def test_somebody_may_vouch_for_a_grade() -> None:
    assert vouched(Capability(0.0, 5.0), 15.0) == Capability(0.0, 15.0, by="person")
    assert vouched(Capability(0.0, 5.0), -3.0) == Capability(-3.0, 5.0, by="person")


def test_a_plan_needs_the_ends_of_its_ramps_and_stairs_have_no_grade() -> None:
    steps = (
        Step("Up", "work", 60, grade_percent=Ramp(0.0, 15.0)),
        Step("Down", "work", 60, grade_percent=Ramp(-2.0, -6.0)),
        Step("Stairs", "work", 60, grade_percent=Ramp(20.0, 20.0), station_kind="stair"),
    )
    assert needs(Plan("p", "P", "treadmill", steps)) == (
        Need("treadmill", -6.0, 15.0),
        Need("stair", 0.0, 0.0),
    )


def test_the_lanes_of_a_rotation_say_what_their_steps_are_done_on() -> None:
    steps = (
        Step("Warm-up", "warm-up", 60),
        Step("Change", "recovery", 60),
        Step("Hike", "work", 60, grade_percent=Ramp(10.0, 10.0)),
        Step("Squat", "work", 60),
    )
    lanes = (Lane("Belts", "treadmill", 2, 1), Lane("Floor", "floor", 3, 1))
    rotation = Rotation(60, 2, 1, 1, lanes)
    kinds = {
        need.kind: need.highest_percent
        for need in needs(Plan("p", "P", "any", steps, rotation=rotation))
    }
    assert kinds == {None: 0.0, "treadmill": 10.0, "floor": 0.0}


# -- equal cost ------------------------------------------------------------------------------------


def test_twelve_percent_at_4_45_mph_costs_what_fifteen_does_at_3_8() -> None:
    mph = equal_speed(3.8 * KMH_PER_MPH, 15, 12) / KMH_PER_MPH
    assert f"{mph:.2f}" == "4.45"
    assert f"{vo2_walk(3.8 * KMH_PER_MPH, 15):.2f}" == "41.21"
    assert vo2_walk(mph * KMH_PER_MPH, 12) == pytest.approx(vo2_walk(3.8 * KMH_PER_MPH, 15))


@given(
    st.floats(3.0, 20.0), st.floats(1.0, 20.0), st.floats(0.5, 1.0).map(lambda share: share * 15)
)
@example(3.0, 15.0, 14.296875)
def test_whatever_is_offered_instead_costs_the_same_in_the_same_gait(
    kmh: float, grade: float, top: float
) -> None:
    changed = at_equal_cost(climb(grade, kmh), top)
    if changed is None:
        return
    step = changed.steps[0]
    assert step.speed_kmh is not None
    assert step.grade_percent is not None
    runs = kmh >= RUNS_FROM_KMH
    assert (step.speed_kmh.start >= RUNS_FROM_KMH) == runs
    assert step.grade_percent.start <= top + 0.5
    cost = vo2_run if runs else vo2_walk
    before, after = cost(kmh, grade), cost(step.speed_kmh.start, step.grade_percent.start)
    if step.speed_kmh.start == FASTEST_WALK_KMH:
        assert before * 0.95 <= after <= before + 0.01
    else:
        assert after == pytest.approx(before)


def test_a_distance_becomes_longer_so_that_the_time_stays() -> None:
    before = climb(15, 3.8 * KMH_PER_MPH, duration_s=None, distance_m=1609.344)
    after = at_equal_cost(before, 12.0)
    assert after is not None
    assert after.name == "P at 12 %"
    assert after.steps[0].planned_s == before.steps[0].planned_s
    assert after.steps[0].distance_m == pytest.approx(1609.344 * 4.449367 / 3.8)


def test_a_ramp_keeps_the_cost_at_both_its_ends() -> None:
    kmh = 3.0 * KMH_PER_MPH
    tilt = Step("Tilt", "work", 180, grade_percent=Ramp(0.0, 15.0), speed_kmh=Ramp(kmh, kmh))
    after = at_equal_cost(Plan("p", "P", "treadmill", (tilt,)), 12.0)
    assert after is not None
    grade, speed = after.steps[0].grade_percent, after.steps[0].speed_kmh
    assert grade == Ramp(0.0, 12.0)
    assert speed is not None
    assert speed.start == pytest.approx(kmh)
    assert vo2_walk(speed.end, 12) == pytest.approx(vo2_walk(kmh, 15))
    middle = vo2_walk(speed.at(0.5), 6.0) / vo2_walk(kmh, 7.5)
    assert 0.95 < middle < 1.0


def test_a_walk_never_becomes_a_run_and_what_says_no_speed_keeps_most_of_its_grade() -> None:
    assert at_equal_cost(climb(15, 3.8 * KMH_PER_MPH), 10.0) is None
    assert at_equal_cost(climb(15, None), 9.0) is None
    assert at_equal_cost(climb(15, None), 10.0) is not None


def test_words_that_name_the_old_figures_are_left_out() -> None:
    cues = ("Up to 15 %", "Tall, short steps", "Towards 4 mph", "Breathe out long")
    after = at_equal_cost(climb(15, 5.0, cues=cues, pace="15 min/mi"), 12.0)
    assert after is not None
    assert (after.steps[0].cues, after.steps[0].pace) == (
        ("Tall, short steps", "Breathe out long"),
        None,
    )


def test_the_tread_hike_is_still_one_on_a_belt_of_twelve_percent() -> None:
    hike = plan(load_protocol(shipped_protocols() / "tread-hike.toml"))
    after = at_equal_cost(hike, 12.1)
    assert after is not None
    grades = [s.grade_percent for s in after.steps if s.grade_percent is not None]
    assert max(max(grade.start, grade.end) for grade in grades) == 12.0
    speeds = [s.speed_kmh for s in after.steps if s.speed_kmh is not None]
    assert max(max(speed.start, speed.end) for speed in speeds) < RUNS_FROM_KMH
    for old, new in zip(hike.steps, after.steps, strict=True):
        assert new.planned_s == pytest.approx(old.planned_s, abs=1)
