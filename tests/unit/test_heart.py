"""How a heart answers: recovery, decoupling, variability."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.heart import (
    decoupling,
    decoupling_of,
    recovery_60,
    recovery_of,
    rmssd,
    rmssd_of,
)
from kiosk.training.plan import Ramp, ZoneTarget
from tests.unit.recorded import START_MS, facts_of, plan_of, rows_of, step, work

RR = (800, 810, 790, 805, 795, 520, 1080, 800, 812, 798)
EASY = step("Easy", 120, "cool-down")


def test_the_worked_example_of_recovery() -> None:
    plan = plan_of(work(60), EASY)
    after = [172 - n // 2 for n in range(58)] + [136, 137, 138, 139, 140] + [120] * 57
    rows = rows_of(plan, {"bpm": [160] * 55 + [172] * 5}, {"bpm": after})
    fell = recovery_of(facts_of(plan), rows)
    assert fell.fall_bpm == 34
    assert fell.step == "Easy"
    assert fell.speed_kmh is None


def test_recovery_says_how_one_went_on() -> None:
    plan = plan_of(work(60), EASY)
    rows = rows_of(plan, {"bpm": 170}, {"bpm": 140, "speed_kmh": 4.8})
    assert recovery_of(facts_of(plan), rows).speed_kmh == pytest.approx(4.8)


def test_recovery_needs_a_minute_after_the_work() -> None:
    plan = plan_of(work(60), EASY)
    rows = rows_of(plan, {"bpm": 170}, {"bpm": 140, "n": 62})
    assert "less than a minute" in recovery_of(facts_of(plan), rows).missing
    assert "no work" in recovery_of(facts_of(plan), []).missing


def test_recovery_is_not_measured_over_a_pause() -> None:
    plan = plan_of(work(60), EASY)
    rows = rows_of(plan, {"bpm": 170}, {"bpm": 140})
    paused = [row if row.elapsed_s < 80 else replace(row, utc_ms=row.utc_ms + 9000) for row in rows]
    assert "interrupted" in recovery_of(facts_of(plan), paused).missing


def test_recovery_does_without_doubtful_readings_or_not_at_all() -> None:
    plan = plan_of(work(60), EASY)
    rows = rows_of(plan, {"bpm": 170}, {"bpm": 140, "flags": [0] * 57 + [1] * 63})
    assert "no heart rate" in recovery_of(facts_of(plan), rows).missing
    assert recovery_60(rows[:5], rows[60:65]) == 30
    assert recovery_60(rows[:2], rows[60:65]) is None


def test_the_worked_example_of_decoupling() -> None:
    assert f"{decoupling([180.0] * 1200, [140.0] * 600 + [147.0] * 600):.2f}" == "4.76"


@pytest.mark.parametrize(
    ("effort", "bpm"), [([], []), ([1.0], [1.0, 2.0]), ([0.0] * 4, [90.0] * 4)]
)
def test_decoupling_of_nothing_is_refused(effort: list[float], bpm: list[float]) -> None:
    with pytest.raises(ValueError, match=r"decoupling|first half"):
        decoupling(effort, bpm)


def test_on_the_level_it_goes_by_speed_and_on_a_grade_by_uptake() -> None:
    plan = plan_of(work(1200))
    hearts = [140] * 600 + [147] * 600
    level = rows_of(plan, {"bpm": hearts, "speed_kmh": 10.8, "grade_percent": 0.2})
    flat = decoupling_of(facts_of(plan), level)
    assert flat.percent == pytest.approx(4.7619, abs=1e-4)
    assert flat.by == "speed"
    steep = rows_of(plan, {"bpm": hearts, "speed_kmh": 6.0, "grade_percent": 15.0})
    assert decoupling_of(facts_of(plan), steep).by == "VO2"
    assert decoupling_of(facts_of(plan), steep).percent == pytest.approx(4.7619, abs=1e-4)


def test_decoupling_on_stairs_goes_by_uptake() -> None:
    plan = plan_of(work(1200))
    rows = rows_of(plan, {"bpm": [140] * 600 + [147] * 600, "cadence_spm": 60.0})
    facts = facts_of(plan, station_kind="stair", step_height_m=0.2032)
    assert decoupling_of(facts, rows).by == "VO2"
    assert decoupling_of(facts, rows).percent == pytest.approx(4.7619, abs=1e-4)


def test_less_than_twenty_minutes_or_a_break_says_nothing() -> None:
    plan = plan_of(work(1300))
    rows = rows_of(plan, {"bpm": 140, "speed_kmh": 10.0, "n": 1199})
    assert "20 min" in decoupling_of(facts_of(plan), rows).missing
    whole = rows_of(plan, {"bpm": 140, "speed_kmh": 10.0})
    broken = [
        row if row.elapsed_s < 600 else replace(row, utc_ms=row.utc_ms + 60_000) for row in whole
    ]
    assert decoupling_of(facts_of(plan), whole).percent == pytest.approx(0)
    assert "20 min" in decoupling_of(facts_of(plan), broken).missing


def test_ramps_and_the_way_into_a_band_are_no_steady_work() -> None:
    ramp = plan_of(step("Ramp", 1300, speed_kmh=Ramp(5, 8)))
    rows = rows_of(ramp, {"bpm": 140, "speed_kmh": 6.0})
    assert "20 min" in decoupling_of(facts_of(ramp), rows).missing
    banded = plan_of(step("Band", 1200, target=ZoneTarget(2)))
    assert "20 min" in decoupling_of(facts_of(banded), rows[:1200]).missing


def test_unsteady_work_and_missing_hearts_say_why() -> None:
    plan = plan_of(work(1200))
    rows = rows_of(plan, {"bpm": 140, "speed_kmh": [8.0] * 600 + [12.0] * 600})
    assert "not steady" in decoupling_of(facts_of(plan), rows).missing
    rows = rows_of(plan, {"bpm": [140] * 600 + [None] * 600, "speed_kmh": 8.0})
    assert "too many seconds" in decoupling_of(facts_of(plan), rows).missing


def test_the_worked_example_of_rmssd() -> None:
    result = rmssd(RR)
    assert f"{result.raw_ms:.2f}" == "228.23"
    assert f"{result.clean_ms:.2f}" == "13.93"
    assert result.flagged == 2
    assert not result.is_good


def test_few_flagged_beats_are_left_out_and_the_rest_counts() -> None:
    result = rmssd([800, 810] * 30 + list(RR))
    assert result.flagged == 2
    assert result.is_good
    assert rmssd([]).clean_ms is None
    assert rmssd([800]).raw_ms is None


def test_variability_is_measured_at_rest_only() -> None:
    resting = plan_of(step("Sit still", 90, "recovery"), work(60))
    rows = rows_of(resting, {"bpm": 75}, {"bpm": 150})
    beats = [(t, (800.0 if t % 2 else 810.0,)) for t in range(150)]
    result, missing = rmssd_of(facts_of(resting, beats=beats), rows)
    assert missing == ""
    assert result is not None
    assert result.clean_ms == pytest.approx(10)
    assert result.beats == 90
    moving = plan_of(step("Warm-up", 90, "warm-up"), work(60))
    result, missing = rmssd_of(facts_of(moving, beats=beats), rows)
    assert result is None
    assert "at rest only" in missing


@pytest.mark.parametrize(
    ("beats", "why"),
    [
        ([], "a minute"),
        ([(t, (800.0,)) for t in range(90) if not 20 < t < 30], "lost"),
        ([(t, (500.0 if t % 8 == 0 else 800.0,)) for t in range(90)], "look wrong"),
    ],
)
def test_bad_beats_give_no_variability(
    beats: list[tuple[int, tuple[float, ...]]], why: str
) -> None:
    plan = plan_of(step("Sit still", 90, "recovery"))
    result, missing = rmssd_of(facts_of(plan, beats=beats), rows_of(plan, {"bpm": 75}))
    assert result is None
    assert why in missing


@given(st.lists(st.floats(250, 2000), max_size=80))
def test_cleaning_never_adds_differences(rr: list[float]) -> None:
    result = rmssd(rr)
    assert result.beats == len(rr)
    if result.flagged == 0:
        assert result.clean_ms == result.raw_ms


def test_the_rows_made_up_here_are_a_second_apart() -> None:
    rows = rows_of(plan_of(work(3)), {})
    assert [row.utc_ms - START_MS for row in rows] == [0, 1000, 2000]
