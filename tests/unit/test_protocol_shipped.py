"""What is shipped: every workout and fitness test, with the doses that it is known by."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from kiosk.session.course import check_group_plan
from kiosk.training.fitness_tests import TESTS as FITNESS_TESTS
from kiosk.training.plan import (
    HeartRateGate,
    MarathonPace,
    PercentTarget,
    Plan,
    Ramp,
    Step,
    ZoneTarget,
)
from kiosk.training.protocol_format import TestId
from kiosk.training.protocols import Choice, choices_of, find_protocol, load_folder, warnings_of
from kiosk.training.protocols import plan as plan_of

SHIPPED = Path(__file__).parents[2] / "config" / "protocols"
WORKOUTS = [
    "step-up-80",
    "step-up-30",
    "tread-hike",
    "hill-repeats-400",
    "downhill-fartlek",
    "downhill-intervals",
    "quad-crusher",
    "strength-hilly-marathon",
    "strength-trail",
    "stair-hike",
    "climb-run-hike",
    "vest-hike",
]
TESTS = ["ebbeling-walk", "queens-college-step", "hr-drift", "lthr-30", "cpat-stair"]
STEP_UPS = ["step-up-80", "step-up-30", "step-up-80-beginner", "step-up-30-beginner"]
MILE_M, MPH = 1609.344, 1.609344
LONGEST_CUE = 60
"""As many letters as can be read at arm's length, out of breath."""
CALMED = HeartRateGate(below_percent_max=65, fall_bpm=25, at_least_s=30, at_most_s=120)


@cache
def shipped(name: str, *choices: tuple[str, str]) -> Plan:
    return plan_of(find_protocol(name, [SHIPPED]), dict(choices))


def hardest(name: str) -> Plan:
    """With the far end of every range chosen."""
    offered = choices_of(find_protocol(name, [SHIPPED]))
    return shipped(name, *((choice.key, choice.high) for choice in offered))


def minutes(steps: Sequence[Step]) -> list[float | None]:
    return [None if step.duration_s is None else step.duration_s / 60 for step in steps]


def flat(percent: float) -> Ramp:
    return Ramp(percent, percent)


def names() -> list[str]:
    return sorted(path.stem for path in SHIPPED.iterdir())


# --- all of them ------------------------------------------------------------------------------


def test_every_workout_and_test_is_shipped_named_like_its_file() -> None:
    protocols, errors = load_folder(SHIPPED)
    assert errors == []
    assert sorted(protocol.id for protocol in protocols) == names()
    assert set(names()) >= {*WORKOUTS, *TESTS, *STEP_UPS, "rotation-hills", "free", "demo"}


@pytest.mark.parametrize("name", names())
def test_a_shipped_protocol_is_sound_and_says_what_to_do_in_few_words(name: str) -> None:
    protocol = find_protocol(name, [SHIPPED])
    made = plan_of(protocol)
    assert warnings_of(protocol) == ()
    assert protocol.description
    assert made.steps[-1].kind == "cool-down"
    assert name == "demo" or made.category
    for step in made.steps:
        assert step.cues, step.name
        assert all(len(cue) <= LONGEST_CUE for cue in step.cues), step.name
        assert step.rpe is not None, step.name
    assert Plan.from_json(made.to_json()) == made


@pytest.mark.parametrize("name", names())
def test_a_shipped_protocol_can_be_done_as_a_class_however_it_is_chosen(name: str) -> None:
    check_group_plan(shipped(name))
    check_group_plan(hardest(name))


@pytest.mark.parametrize("name", names())
def test_downhill_nothing_but_effort_and_cadence_is_asked_for(name: str) -> None:
    for made in (shipped(name), hardest(name)):
        for step in made.steps:
            if step.grade_percent is not None and step.grade_percent.end < 0:
                assert step.target is None
                assert step.rpe is not None
                assert step.cadence_spm is not None


def test_the_format_knows_the_same_tests_as_whoever_scores_them() -> None:
    assert set(get_args(TestId)) == FITNESS_TESTS.keys()


def test_only_what_is_all_out_is_locked() -> None:
    made = [shipped(name) for name in names()]
    assert {plan.protocol_id for plan in made if plan.maximal} == {"lthr-30", "cpat-stair"}
    assert {plan.test for plan in made if plan.test} == set(TESTS)
    assert all((plan.category == "test") == (plan.test is not None) for plan in made)


# --- step-ups ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", STEP_UPS)
def test_a_step_up_lasts_what_its_name_says_in_its_five_steps(name: str) -> None:
    steps = shipped(name).steps
    long = [20, 20, 20, 10, 10]
    assert minutes(steps) == (long if "80" in name else [7.5, 7.5, 7.5, 3.75, 3.75])
    assert [step.kind for step in steps] == ["warm-up", "work", "work", "work", "cool-down"]
    assert shipped(name).category == "step-up"


@pytest.mark.parametrize("name", ["step-up-80", "step-up-30", "demo"])
def test_the_step_ups_climb_from_high_zone_2_to_zone_4(name: str) -> None:
    steps = shipped(name).steps
    assert [step.target for step in steps] == [
        None, ZoneTarget(2, "high"), ZoneTarget(3, "mid"), ZoneTarget(4, "full"), None,
    ]  # fmt: skip
    assert [step.rpe for step in steps] == [(2, 3), (4, 5), (6, 7), (8, 9), (1, 2)]


@pytest.mark.parametrize("name", ["step-up-80", "step-up-30"])
def test_a_step_up_quickens_against_marathon_pace_and_names_its_version_for_beginners(
    name: str,
) -> None:
    made = shipped(name)
    assert [step.marathon_pace for step in made.steps] == [
        None, MarathonPace(5, 10), MarathonPace(-10, -5), MarathonPace(-20, -15), None,
    ]  # fmt: skip
    assert made.beginner_id == f"{name}-beginner"
    easier = shipped(f"{name}-beginner")
    assert easier.level == "beginner"
    assert [step.target for step in easier.steps] == [
        None, ZoneTarget(2, "mid"), ZoneTarget(2, "high"), ZoneTarget(3, "low"), None,
    ]  # fmt: skip
    assert [step.rpe for step in easier.steps] == [(2, 3), (3, 4), (4, 5), (5, 6), (1, 2)]


def test_the_demo_takes_six_minutes() -> None:
    assert [step.duration_s for step in shipped("demo").steps] == [45, 100, 100, 70, 45]


# --- hikes ------------------------------------------------------------------------------------


def test_the_tread_hike_has_its_grades_speeds_and_distance() -> None:
    off_belt, level, tilt, build, hike, cool_down = shipped("tread-hike").steps
    assert minutes([off_belt, level, tilt, build, hike, cool_down]) == [5, 5, 3, 5, None, 5]
    three, four = 3 * MPH, 4 * MPH
    assert level.speed_kmh is not None
    assert level.speed_kmh.end == pytest.approx(three, abs=1e-12)
    assert tilt.grade_percent == Ramp(0, 15)
    assert build.speed_kmh is not None
    assert (build.speed_kmh.start, build.speed_kmh.end) == pytest.approx((three, four), abs=1e-12)
    assert build.grade_percent == hike.grade_percent == flat(15)
    assert (build.rpe, hike.rpe) == ((5, 7), (5, 7))
    assert (hike.distance_m, hike.planned_s) == (MILE_M, 900)
    assert cool_down.grade_percent == flat(0)
    longest = shipped("tread-hike", ("5.distance", "2 mi"))
    assert (longest.steps[4].distance_m, longest.steps[4].planned_s) == (2 * MILE_M, 1800)


def test_the_stair_hike_starts_at_the_lowest_speed_for_a_minute() -> None:
    lowest, easy, hike, cool_down = shipped("stair-hike").steps
    assert minutes([lowest, easy, hike, cool_down]) == [1, 4, 15, 5]
    assert (lowest.cadence_spm, easy.cadence_spm) == ((24, 24), (24, 40))
    assert hike.rpe == (5, 7)
    assert hardest("stair-hike").steps[2].duration_s == 20 * 60
    assert "step off" in lowest.cues[0]


def test_the_climb_mixes_running_and_hiking_five_times() -> None:
    made = shipped("climb-run-hike")
    assert made.level == "advanced"
    assert minutes(made.steps) == [10, *[4, 3] * 5, 5]
    runs, hikes = made.steps[1:-1:2], made.steps[2:-1:2]
    assert {step.grade_percent for step in runs} == {flat(6)}
    assert {step.grade_percent for step in hikes} == {flat(15)}
    assert {step.grade_percent for step in hardest("climb-run-hike").steps[1:-1:2]} == {flat(8)}


def test_the_vest_hike_takes_as_long_as_it_takes_with_the_load_that_is_entered() -> None:
    protocol = find_protocol("vest-hike", [SHIPPED])
    assert choices_of(protocol) == (Choice("2.load_kg", "Hike with the vest", "2", "20"),)
    made = shipped("vest-hike", ("2.load_kg", "7.5"))
    assert (made.steps[1].load_kg, made.steps[1].waits_for_button) == (7.5, True)
    assert [shipped(name).category for name in ("tread-hike", "stair-hike", "vest-hike")] == [
        "hike"
    ] * 3


def test_a_free_session_goes_on_until_the_button() -> None:
    made = shipped("free")
    assert made.category == "free"
    assert made.steps[0].waits_for_button
    assert made.steps[0].target is None


# --- repeats and downhills ----------------------------------------------------------------------


def test_the_hill_repeats_are_four_times_400_m_up_and_down_at_one_pace() -> None:
    gentle, steep = shipped("hill-repeats-400").steps, hardest("hill-repeats-400").steps
    assert [step.duration_s for step in gentle] == [300, *[None] * 8, 300]
    assert [step.distance_m for step in gentle[1:-1]] == [400] * 8
    assert [step.grade_percent for step in gentle[1:3]] == [flat(6), flat(-6)]
    assert [step.grade_percent for step in steep[1:3]] == [flat(8), flat(-8)]
    assert all(up.speed_kmh == down.speed_kmh for up, down in pairwise(gentle[1:-1]))
    assert any("Walk one whole climb" in cue for cue in gentle[1].cues)


@pytest.mark.parametrize(
    ("name", "warm_up_min", "times", "metres", "seconds", "grades", "rpe", "rest_min", "end_min"),
    [
        ("downhill-fartlek", 5, (4, 6), (200, 400), (None, None), (-3, -6), (7, 9), 2, 5),
        ("downhill-intervals", 15, (8, 8), (None, None), (60, 60), (-3, -5), (8, 9), 3, 10),
        ("quad-crusher", 15, (6, 8), (MILE_M / 4, MILE_M / 2), (None, None), (-5, -8), (8, 9), 3,
         10),
    ],
)  # fmt: skip
def test_a_downhill_workout_has_its_doses(
    name: str,
    warm_up_min: float,
    times: tuple[int, int],
    metres: tuple[float | None, float | None],
    seconds: tuple[int | None, int | None],
    grades: tuple[float, float],
    rpe: tuple[int, int],
    rest_min: float,
    end_min: float,
) -> None:
    for end, made in enumerate((shipped(name), hardest(name))):
        warm_up, *between, cool_down = made.steps
        downs, rests = between[::2], between[1::2]
        assert minutes([warm_up, cool_down]) == [warm_up_min, end_min]
        assert len(downs) == len(rests) == times[end]
        assert {step.distance_m for step in downs} == {metres[end]}
        assert {step.duration_s for step in downs} == {seconds[end]}
        assert {step.grade_percent for step in downs} == {flat(grades[end])}
        assert {step.rpe for step in downs} == {rpe}
        assert {step.kind for step in rests} == {"recovery"}
        assert set(minutes(rests)) == {rest_min}


def test_between_the_crushers_downhills_it_is_level_or_nearly_so() -> None:
    assert shipped("quad-crusher").category == "crusher"
    assert shipped("quad-crusher").steps[2].grade_percent == flat(0)
    assert hardest("quad-crusher").steps[2].grade_percent == flat(2)
    assert {shipped(name).category for name in ("downhill-fartlek", "downhill-intervals")} == {
        "downhill"
    }


# --- strength -----------------------------------------------------------------------------------


def test_the_hilly_marathon_circuit_is_three_rounds_of_40_s_and_20_s_with_the_heart_calmed() -> (
    None
):
    made = shipped("strength-hilly-marathon")
    warm_up, *rounds, cool_down = made.steps
    assert minutes([warm_up, cool_down]) == [5, 5]
    assert len(rounds) == 3 * 14
    work, between = rounds[::2], rounds[1::2]
    assert {(step.kind, step.duration_s) for step in work} == {("work", 40)}
    assert [step.duration_s for step in between] == [*[20] * 6, None] * 3
    assert [step.gate for step in between] == [*[None] * 6, CALMED] * 3
    assert [step.name for step in work[:7]] == [
        "Single-leg deadlift, left",
        "Single-leg deadlift, right",
        "Bridge",
        "Back extension",
        "Row",
        "Calf raise, straight knee",
        "Calf raise, bent knee",
    ]
    assert {(step.tempo, step.reps) for step in work} == {("3-1-1", 8)}
    assert [step.side for step in work[:3]] == ["left", "right", None]


def test_the_trail_circuit_goes_from_springs_to_a_trunk_that_cannot_be_twisted() -> None:
    made = shipped("strength-trail")
    hops, rest, jumps, second_rest, squat, calm, *later = made.steps[1:-1]
    assert [step.duration_s for step in (hops, rest, jumps, second_rest)] == [15, 60, 15, 60]
    assert (squat.reps, squat.tempo, squat.waits_for_button) == (8, "3-1-1", True)
    assert calm.gate == CALMED
    assert [step.name for step in later[:6]] == ["Walking lunges", "Between rounds"] * 3
    assert [step.duration_s for step in later[:6]] == [60, None] * 3
    assert {step.gate for step in later[1:6:2]} == {CALMED}
    assert [step.name for step in later[6::2]] == [
        "Back extension", "Pallof press, left", "Pallof press, right", "Dead bug",
    ]  # fmt: skip
    assert [step.duration_s for step in later[6:]] == [40, 20] * 4
    assert minutes([made.steps[0], made.steps[-1]]) == [5, 5]


@pytest.mark.parametrize("name", ["strength-hilly-marathon", "strength-trail", "rotation-hills"])
def test_left_and_right_are_apart_and_loads_can_be_chosen(name: str) -> None:
    made = shipped(name)
    one_sided = [step for step in made.steps if step.side is not None]
    assert [step.side for step in one_sided] == ["left", "right"] * (len(one_sided) // 2)
    for left, right in zip(one_sided[::2], one_sided[1::2], strict=True):
        assert left.name.removesuffix(", left") == right.name.removesuffix(", right")
    assert any(key.endswith("load_kg") for key, _ in made.choices)


def test_the_rotation_puts_belts_stairs_and_the_strength_circuit_beside_each_other() -> None:
    made = shipped("rotation-hills")
    assert made.category == "class"
    assert made.rotation is not None
    assert (made.rotation.block_s, made.rotation.blocks) == (360, 5)
    assert made.steps[made.rotation.change].duration_s == 60
    assert [(lane.name, lane.station_kind) for lane in made.rotation.lanes] == [
        ("Belts", "treadmill"), ("Stairs", "stair"), ("Floor", "floor"),
    ]  # fmt: skip
    assert minutes(made.steps[:1]) == [8]
    assert minutes(made.steps[made.rotation.lead_out :]) == [5]
    floor = made.rotation.lanes[2]
    circuit = made.steps[floor.first : floor.first + floor.count]
    assert [step.duration_s for step in circuit] == [40, 20] * 6
    names = {step.name.split(",")[0] for step in circuit[::2]}
    assert names == {"Single-leg deadlift", "Split squat", "Back extension", "Calf raise"}


# --- fitness tests --------------------------------------------------------------------------------


def test_the_ebbeling_walk_is_four_minutes_level_and_four_at_5_percent() -> None:
    level, uphill, _ = shipped("ebbeling-walk").steps
    assert minutes([level, uphill]) == [4, 4]
    assert (level.grade_percent, uphill.grade_percent) == (flat(0), flat(5))
    assert (level.target, uphill.target) == (PercentTarget(50, 70), None)


@pytest.mark.parametrize(
    ("name", "steps_a_minute"),
    [("queens-college-step", 24 * 4), ("queens-college-step-22", 22 * 4)],
)
def test_the_step_test_has_a_rhythm_for_men_and_one_for_women(
    name: str, steps_a_minute: int
) -> None:
    made = shipped(name)
    _, stepping, counting, _ = made.steps
    assert made.test == "queens-college-step"
    assert (stepping.kind, stepping.duration_s) == ("work", 180)
    assert stepping.cadence_spm == (steps_a_minute, steps_a_minute)
    assert (counting.kind, counting.duration_s) == ("recovery", 20)


def test_the_drift_test_is_an_hour_that_nobody_steers() -> None:
    warm_up, constant, _ = shipped("hr-drift").steps
    assert minutes([warm_up, constant]) == [15, 60]
    assert minutes(hardest("hr-drift").steps[:2]) == [20, 60]
    assert constant.target is None


def test_the_threshold_test_is_half_an_hour_all_out() -> None:
    made = shipped("lthr-30")
    assert minutes(made.steps[:2]) == [15, 30]
    assert made.steps[1].target is None


def test_the_stair_climb_is_20_s_at_50_and_180_s_at_60_steps_with_75_pounds() -> None:
    made = shipped("cpat-stair")
    start, climb, _ = made.steps
    assert (start.duration_s, climb.duration_s) == (20, 180)
    assert (start.kind, climb.kind) == ("work", "work")
    assert (start.cadence_spm, climb.cadence_spm) == ((50, 50), (60, 60))
    assert start.load_kg == climb.load_kg == pytest.approx(75 * 0.45359237, abs=0.005)
    assert climb.duration_s is not None
    assert climb.duration_s / 60 * 60 * 0.2032 == pytest.approx(36.58, abs=0.005)
