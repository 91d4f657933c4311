"""Everything that a session comes to: complete, in order, and never without a reason."""

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.session.records import SampleFlag
from kiosk.training import facts as flags
from kiosk.training.athlete import Athlete
from kiosk.training.facts import Facts, Row, by_step, unbroken, work_end
from kiosk.training.fitness_tests import TESTS
from kiosk.training.measure import Measure
from kiosk.training.measures import session_measures, windows
from kiosk.training.plan import HeartRateGate, Plan, Ramp, Step
from tests.unit.recorded import (
    ANN,
    MPH,
    ON,
    START_MS,
    STEP_UP,
    facts_of,
    missing,
    note,
    plan_of,
    rows_of,
    step,
    step_up_rows,
    value,
    work,
)

HIKE = plan_of(
    step("Flat", 300, "warm-up"),
    work(1200, 15.0),
    step("Cool-down", 300, "cool-down"),
    category="hike",
)
ALWAYS = [
    "hr_mean",
    "hr_max",
    *[f"time_in_zone_{n}" for n in range(1, 6)],
    "time_below_zones",
    "time_unknown",
    "edwards",
    "banister",
    "rpe_load",
    "hr_recovery_60",
    "decoupling",
    "rmssd",
    "distance_m",
    "ascent_m",
    "vertical_speed",
    "vo2_mean",
    "net_kcal",
]


def _hike_rows(**fields: Any) -> list[Row]:
    climb = {"speed_kmh": 4 * MPH, "grade_percent": 15.0, "bpm": 150, "speed_source": "typed"}
    climb["ascent_m"] = 4 * MPH / 3.6 * 0.148340
    flat = {"speed_kmh": 4.8, "grade_percent": 0.0, "ascent_m": 0.0, "speed_source": "typed"}
    return rows_of(
        HIKE, {**flat, "bpm": 100} | fields, climb | fields, {**flat, "bpm": 120} | fields
    )


def test_the_flags_are_those_of_the_record() -> None:
    assert (flags.SUSPECT, flags.NOT_WORN, flags.RECOVERY, flags.WALK, flags.BY_EFFORT) == (
        SampleFlag.SUSPECT,
        SampleFlag.NOT_WORN,
        SampleFlag.RECOVERY,
        SampleFlag.WALK,
        SampleFlag.BY_EFFORT,
    )


def test_a_step_up_begins_with_its_score() -> None:
    measures = session_measures(facts_of(STEP_UP), step_up_rows())
    keys = [measure.key for measure in measures]
    assert keys == ["step_up_score", "time_in_band", "overshoot", *ALWAYS]
    assert value(measures, "step_up_score") == 100
    assert value(measures, "time_in_band") == 100
    assert "built up" in note(measures, "step_up_score")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"is_late": True}, "joined late"),
        ({"left": True}, "left before the end"),
        ({"athlete": replace(ANN, resting_hr=None)}, "--resting-hr"),
    ],
)
def test_a_part_of_a_step_up_has_no_score_and_says_so(fields: dict[str, Any], why: str) -> None:
    changed: dict[str, Any] = {"zones": None, **fields}
    facts = facts_of(STEP_UP, **changed)
    measures = session_measures(facts, step_up_rows())
    assert value(measures, "step_up_score") is None
    assert why in missing(measures, "step_up_score")
    assert value(measures, "time_in_band") == 100


def test_a_step_up_that_was_mostly_walked_has_no_score() -> None:
    rows = [
        replace(row, flags=flags.WALK) if row.step_index in (1, 2) else row
        for row in step_up_rows()
    ]
    score = session_measures(facts_of(STEP_UP), rows)[0]
    assert (score.key, score.value) == ("step_up_score", None)
    assert "recovery walk" in score.missing


def test_a_step_up_without_a_strap_asks_for_one() -> None:
    measures = session_measures(facts_of(STEP_UP), step_up_rows((None,) * 5))
    for key in ("step_up_score", "time_in_band", "overshoot", "hr_mean", "edwards", "banister"):
        assert "wear a strap" in missing(measures, key), key
    assert value(measures, "time_unknown") == 4800


def test_without_any_heart_rate_no_zone_has_a_time_but_the_unknown_has() -> None:
    rows = [replace(row, bpm=None) for row in step_up_rows()]
    measures = session_measures(facts_of(STEP_UP), rows)
    for key in ("time_in_zone_1", "time_in_zone_5", "time_below_zones"):
        assert value(measures, key) is None
        assert missing(measures, key) == "no heart rate was recorded: wear a strap"
    assert value(measures, "time_unknown") == len(rows)
    assert missing(measures, "time_unknown") == ""


def test_who_trains_by_effort_is_told_that_this_is_why_there_is_no_score() -> None:
    rows = [replace(row, guide_low_bpm=None, guide_high_bpm=None) for row in step_up_rows()]
    measures = session_measures(facts_of(STEP_UP, replace(ANN, is_effort_only=True)), rows)
    for key in ("step_up_score", "time_in_band", "overshoot"):
        assert missing(measures, key) == "trains by effort: no heart rate was asked for"


def test_a_hike_has_its_economy() -> None:
    measures = session_measures(facts_of(HIKE), _hike_rows())
    keys = [measure.key for measure in measures]
    assert keys == ["beats_per_metre", "hr_std", *ALWAYS]
    assert value(measures, "beats_per_metre") == pytest.approx(150 * 60 / 954.9, rel=1e-3)
    assert value(measures, "hr_std") == pytest.approx(150)
    assert "own line" in note(measures, "hr_std")
    assert "rails" in note(measures, "hr_std")
    assert value(measures, "ascent_m") == pytest.approx(954.9 / 3, rel=1e-3)
    assert value(measures, "vertical_speed") == pytest.approx(954.9, rel=1e-3)
    assert value(measures, "hr_recovery_60") == 30
    assert value(measures, "decoupling") == pytest.approx(0)
    assert len(windows(facts_of(HIKE), _hike_rows())) == 1


def test_held_rails_take_the_economy_away() -> None:
    measures = session_measures(facts_of(HIKE, answers={"rails": 2.0, "rpe": 6.0}), _hike_rows())
    assert "rails" in missing(measures, "hr_std")
    assert value(measures, "rpe_load") == pytest.approx(6 * 30)


def test_energy_of_twenty_minutes_at_4_mph_and_15_percent() -> None:
    measures = session_measures(facts_of(HIKE), _hike_rows()[300:1500])
    assert f"{value(measures, 'net_kcal'):.1f}" == "277.9"
    assert f"{value(measures, 'vo2_mean'):.2f}" == "43.20"


def test_a_prescribed_speed_is_marked_wherever_it_counts() -> None:
    measures = session_measures(facts_of(HIKE), _hike_rows(speed_source="prescribed"))
    for key in ("distance_m", "ascent_m", "vertical_speed", "vo2_mean", "net_kcal", "decoupling"):
        assert "speed as prescribed, not measured" in note(measures, key), key
    assert "prescribed" in missing(measures, "hr_std")


@pytest.mark.parametrize(
    ("fields", "key", "option"),
    [
        ({"weight_kg": None}, "net_kcal", "--weight-kg"),
        ({"sex": None}, "banister", "--sex"),
        ({"resting_hr": None}, "banister", "--resting-hr"),
        ({"resting_hr": None}, "hr_std", "--resting-hr"),
        ({"vo2max": None}, "hr_std", "--vo2max"),
        ({"max_hr": None, "birth_year": None}, "edwards", "--max-hr"),
        ({"max_hr": None, "birth_year": None}, "time_in_zone_3", "--max-hr"),
        ({"max_hr": None, "birth_year": None}, "hr_std", "--max-hr"),
    ],
)
def test_a_missing_entry_is_named_with_the_command_that_gives_it(
    fields: dict[str, Any], key: str, option: str
) -> None:
    measures = session_measures(facts_of(HIKE, replace(ANN, **fields)), _hike_rows())
    assert value(measures, key) is None
    assert f'switchback roster set "Ann" {option}' in missing(measures, key)


def test_an_estimated_maximum_is_said_to_be_one() -> None:
    measures = session_measures(facts_of(HIKE, replace(ANN, max_hr=None)), _hike_rows())
    for key in ("edwards", "banister", "time_in_zone_2", "hr_std"):
        assert "estimated from age" in note(measures, key), key


def test_doubtful_seconds_are_left_out_and_counted() -> None:
    rows = [replace(r, bpm=210, flags=1) if r.elapsed_s < 7 else r for r in _hike_rows()]
    measures = session_measures(facts_of(HIKE), rows)
    assert value(measures, "hr_max") == 150
    assert note(measures, "hr_max") == "7 doubtful seconds left out"


def test_stairs_have_no_distance_but_a_climb() -> None:
    plan = plan_of(work(600))
    rows = rows_of(plan, {"bpm": 140, "cadence_spm": 60.0, "ascent_m": 0.2032})
    facts = facts_of(plan, station_kind="stair", step_height_m=0.2032)
    measures = session_measures(facts, rows)
    assert "distance_m" not in {measure.key for measure in measures}
    assert value(measures, "vertical_speed") == pytest.approx(731.5, abs=0.05)
    assert f"{value(measures, 'vo2_mean'):.2f}" == "26.83"
    unknown = session_measures(replace(facts, step_height_m=None), rows_of(plan, {"bpm": 140}))
    assert "steps a minute" in missing(unknown, "vo2_mean")


def test_strength_work_is_not_asked_for_its_distance() -> None:
    plan = plan_of(work(60), category="strength")
    keys = {measure.key for measure in session_measures(facts_of(plan), rows_of(plan, {}))}
    assert not keys & {"distance_m", "ascent_m", "net_kcal", "vo2_mean"}


def test_a_load_that_is_carried_is_not_silently_left_out() -> None:
    plan = plan_of(work(60, load_kg=10.0))
    rows = rows_of(plan, {"speed_kmh": 5.0, "grade_percent": 5.0})
    assert "load carried" in note(session_measures(facts_of(plan), rows), "net_kcal")


def test_a_fitness_test_shows_its_result_first() -> None:
    plan = plan_of(work(60), test="balke", category="test")
    assert session_measures(facts_of(plan), rows_of(plan, {}))[0].key == "test_result"


def test_hill_repeats_show_their_steadiness() -> None:
    stretch = Step("Up", "work", distance_m=400.0)
    plan = plan_of(stretch, stretch, category="repeats")
    rows = rows_of(plan, {"n": 100, "speed_kmh": 10.0}, {"n": 100, "speed_kmh": 10.0})
    assert value(session_measures(facts_of(plan), rows), "steadiness") == 0


def test_eighty_minutes_are_measured_in_well_under_a_third_of_a_second() -> None:
    facts, rows = facts_of(replace(STEP_UP, category="hike")), step_up_rows()
    rows = [replace(r, speed_kmh=6.0, grade_percent=12.0, ascent_m=0.2) for r in rows]
    begun = time.process_time()
    session_measures(facts, rows)
    windows(facts, rows)
    assert time.process_time() - begun < 0.3


def test_the_parts_of_the_rows() -> None:
    rows = _hike_rows()
    assert [len(part) for part in by_step(rows)] == [300, 1200, 300]
    assert work_end(facts_of(HIKE), rows) == 1500
    gap = rows[:10] + rows[12:]
    assert [len(part) for part in unbroken(gap)] == [10, 1788]
    assert list(unbroken([])) == list(by_step([])) == []


def test_an_age_that_a_wrong_clock_makes_up_is_none() -> None:
    assert facts_of(HIKE).age == 40
    assert facts_of(HIKE, replace(ANN, birth_year=2026)).age is None
    assert facts_of(HIKE, replace(ANN, birth_year=None)).age is None


SOME = st.one_of(st.none(), st.floats(-60, 60))
ROW = st.builds(
    Row,
    elapsed_s=st.just(0),
    utc_ms=st.just(0),
    step_index=st.integers(-1, 5),
    step_s=st.integers(0, 2000),
    bpm=st.one_of(st.none(), st.integers(0, 255)),
    flags=st.integers(0, 63),
    grade_percent=SOME,
    speed_kmh=SOME,
    speed_source=st.sampled_from([None, "console", "typed", "prescribed"]),
    cadence_spm=SOME,
    ascent_m=st.one_of(st.none(), st.floats(0, 2)),
    target_low_bpm=st.one_of(st.none(), st.integers(90, 150)),
    target_high_bpm=st.one_of(st.none(), st.integers(90, 190)),
    guide_low_bpm=st.one_of(st.none(), st.floats(90, 150)),
    guide_high_bpm=st.one_of(st.none(), st.floats(90, 190)),
)
CATEGORIES = ["", "step-up", "hike", "repeats", "strength", "test"]
STEPS = (
    *STEP_UP.steps[:2],
    Step("Up", "work", distance_m=400.0, grade_percent=Ramp(15, 15)),
    Step("Gate", "recovery", gate=HeartRateGate(fall_bpm=25)),
    Step("Press", "work", reps=10, load_kg=20.0, station_kind="stair"),
)


def _timed(rows: list[Row], stretch: int) -> list[Row]:
    """Each row `stretch` times, a second apart, so that steady stretches come about."""
    long = [row for row in rows for _ in range(stretch)]
    return [replace(r, elapsed_s=t, utc_ms=START_MS + 1000 * t) for t, r in enumerate(long)]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(ROW, max_size=8),
    st.sampled_from([1, 7, 70, 300]),
    st.sampled_from(CATEGORIES),
    st.one_of(st.none(), st.sampled_from(sorted(TESTS))),
    st.sampled_from([None, "treadmill", "stair", "floor"]),
    st.booleans(),
)
def test_no_rows_whatever_make_it_fail_and_every_gap_has_its_reason(
    rows: list[Row], stretch: int, category: Any, test: str | None, kind: str | None, bare: bool
) -> None:
    plan = Plan("x", "X", "any", STEPS, category=category, test=test)
    athlete = Athlete(2, "Bo") if bare else ANN
    facts: Facts = facts_of(plan, athlete, station_kind=kind, step_height_m=0.2)
    measures = session_measures(facts, _timed(rows, stretch))
    assert {measure.key for measure in measures} >= set(ALWAYS[:14])
    for measure in measures:
        assert _is_whole(measure), measure
    assert len({measure.key for measure in measures}) == len(measures)


def _is_whole(measure: Measure) -> bool:
    """Either a value or a reason, never both, never neither."""
    return (measure.value is None) == bool(measure.missing)


@settings(max_examples=40, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=40))
def test_zones_below_and_unknown_make_up_the_time(rows: list[Row]) -> None:
    plan = Plan("x", "X", "any", STEPS)
    timed = _timed(rows, 3)
    measures = session_measures(facts_of(plan), timed)
    zones = [value(measures, f"time_in_zone_{n}") or 0 for n in range(1, 6)]
    rest = [value(measures, key) or 0 for key in ("time_below_zones", "time_unknown")]
    assert sum(zones) + sum(rest) == pytest.approx(len(timed))
    assert facts_of(plan).on == ON
