"""The fitness tests: formulas by the worked examples, results from recorded seconds."""

from dataclasses import replace
from typing import Any, get_args

import pytest

from kiosk.training import protocol_format
from kiosk.training.facts import Row
from kiosk.training.fitness_formulas import (
    balke,
    bruce,
    chester,
    cpat,
    cpat_climb_m,
    ebbeling,
    hr_drift,
    lthr,
    queens_college,
    ymca,
)
from kiosk.training.fitness_tests import TESTS, result_of
from kiosk.training.measure import Measure, shown
from kiosk.training.plan import Plan
from tests.unit.recorded import ANN, MPH, facts_of, plan_of, rows_of, step, work

STEPPING = plan_of(
    step("Warm-up", 60, "warm-up"),
    step("Step", 180),
    step("Stand still", 120, "cool-down"),
    category="test",
)


def _result(test: str, rows: list[Row], plan: Plan, **fields: Any) -> Measure:
    return result_of(test, facts_of(plan, **fields), rows)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (queens_college(160, "m"), "44.13"),
        (queens_college(160, "f"), "36.26"),
        (chester([(15, 105), (20, 120), (25, 136)], 0.30, 40), "39.54"),
        (ebbeling(3.5, 135, 40, "m"), "43.63"),
        (ebbeling(3.5, 135, 40, "f"), "37.65"),
        (bruce(10, "m"), "34.07"),
        (bruce(10, "f"), "39.90"),
        (balke(14, "m"), "35.21"),
        (balke(15, "f"), "25.92"),
    ],
)
def test_the_worked_examples(measure: Measure, expected: str) -> None:
    assert measure.value is not None
    assert f"{measure.value:.2f}" == expected
    assert measure.unit == "ml/kg/min"
    assert measure.key == "test_result"


def test_the_tests_that_are_read_as_they_are() -> None:
    assert ymca(102).value == 102
    assert lthr(170).value == 170
    assert hr_drift(5.0).note.startswith("at or below")
    assert hr_drift(5.1).note.startswith("above")


def test_the_climb_of_cpat() -> None:
    assert f"{cpat_climb_m():.2f}" == "36.58"


@pytest.mark.parametrize(
    ("climbed_s", "dismounted", "touches", "verdict"),
    [
        (180, False, 2, "passed"),
        (180, False, 3, "failed"),
        (180, True, 0, "failed"),
        (179, False, 0, "failed"),
        (179, None, None, "failed"),
        (180, None, 0, "–"),
        (180, False, None, "–"),
    ],
)
def test_what_fails_cpat(
    climbed_s: int, dismounted: bool | None, touches: float | None, verdict: str
) -> None:
    measure = cpat(climbed_s, dismounted=dismounted, touches=touches, climb_m=None)
    assert shown(measure) == verdict
    assert measure.note.startswith(verdict) or measure.missing


@pytest.mark.parametrize(
    "measure",
    [
        queens_college(None, "m"),
        queens_college(160, None),
        ymca(None),
        chester([(15, 105)], 0.3, 40),
        chester([(15, 105), (20, 120)], None, 40),
        chester([(15, 105), (20, 120)], 0.3, None),
        chester([(15, 120), (20, 105)], 0.3, 40),
        ebbeling(None, 135, 40, "m"),
        ebbeling(3.5, None, 40, "m"),
        ebbeling(3.5, 135, None, "m"),
        ebbeling(3.5, 135, 40, None),
        bruce(None, "m"),
        bruce(10, None),
        balke(None, "m"),
        balke(10, None),
        hr_drift(None),
        lthr(None),
    ],
)
def test_a_missing_input_is_said(measure: Measure) -> None:
    assert measure.value is None
    assert measure.missing
    assert shown(measure) == "–"


def test_every_test_that_a_file_may_name_has_a_result() -> None:
    assert set(get_args(protocol_format.TestId)) == set(TESTS)
    for test_id in TESTS:
        measure = _result(test_id, [], STEPPING)
        assert measure.value in {None, 0.0}
        assert measure.missing or measure.note
    assert "no test the kiosk knows" in _result("push-ups", [], STEPPING).missing


def test_the_roster_entry_that_is_missing_is_named() -> None:
    rows = rows_of(STEPPING, {"bpm": 90}, {"bpm": 160}, {"bpm": 160})
    measure = _result("queens-college-step", rows, STEPPING, athlete=replace(ANN, sex=None))
    assert measure.missing == 'no sex on the roster: switchback roster set "Ann" --sex'


def test_heart_rate_tests_say_nothing_of_somebody_who_trains_by_effort() -> None:
    rows = rows_of(STEPPING, {"bpm": 90}, {"bpm": 160}, {"bpm": 160})
    careful = replace(ANN, is_effort_only=True)
    assert "by effort" in _result("queens-college-step", rows, STEPPING, athlete=careful).missing


class TestQueensCollege:
    hearts = ({"bpm": 90}, {"bpm": 165}, {"bpm": [165] * 5 + [160] * 15 + [120] * 100})

    def test_it_reads_seconds_5_to_20_after_the_last_step(self) -> None:
        measure = _result("queens-college-step", rows_of(STEPPING, *self.hearts), STEPPING)
        assert measure.value == pytest.approx(44.13)
        assert "shown heart rate" in measure.note

    def test_beat_intervals_come_before_the_shown_heart_rate(self) -> None:
        beats = [(t, (375.0, 375.0, 250.0)) for t in range(245, 260)]
        rows = rows_of(STEPPING, *self.hearts)
        measure = _result("queens-college-step", rows, STEPPING, beats=beats)
        assert measure.value == pytest.approx(111.33 - 0.42 * 180)
        few = _result("queens-college-step", rows, STEPPING, beats=beats[:5])
        assert few.value == pytest.approx(44.13)

    def test_without_a_strap_the_counted_beats_times_four_will_do(self) -> None:
        rows = rows_of(STEPPING, {}, {}, {})
        counted = {"beats-counted": 40.0}
        measure = _result("queens-college-step", rows, STEPPING, answers=counted)
        assert measure.value == pytest.approx(44.13)
        assert "by hand" in measure.note
        assert _result("queens-college-step", rows, STEPPING).value is None

    def test_less_than_three_minutes_of_steps_is_no_test(self) -> None:
        rows = rows_of(STEPPING, {"bpm": 90}, {"bpm": 165, "n": 179}, {"bpm": 160})
        assert _result("queens-college-step", rows, STEPPING).value is None


def test_ymca_takes_the_count_else_the_first_minute_after() -> None:
    rows = rows_of(STEPPING, {"bpm": 90}, {"bpm": 150}, {"bpm": [104] * 60 + [80] * 60})
    assert _result("ymca-step", rows, STEPPING).value == 104
    assert _result("ymca-step", rows, STEPPING, answers={"beats-counted": 99}).value == 99


def test_chester_takes_the_end_of_each_whole_stage() -> None:
    plan = plan_of(*[step(f"Stage {n}", 120) for n in range(5)], category="test")
    hearts = [[90] * 105 + [end] * 15 for end in (105, 120, 136)]
    rows = rows_of(plan, *[{"bpm": heart} for heart in hearts], {"bpm": 140, "n": 60})
    assert _result("chester-step", rows, plan, step_height_m=0.30).value == pytest.approx(
        39.54, abs=0.005
    )


EBBELING = plan_of(
    step("Flat", 240, "warm-up"), work(240, 5.0), step("Easy", 120, "cool-down"), category="test"
)


def _ebbeling(grade: float | None = 5.0, flat: int = 110, **fields: Any) -> Measure:
    hearts = [120] * 210 + [135] * 30
    stage = {"bpm": hearts, "grade_percent": grade, "speed_kmh": 3.5 * MPH, **fields}
    rows = rows_of(EBBELING, {"bpm": flat}, stage, {"bpm": 100})
    return _result("ebbeling-walk", rows, EBBELING)


def test_ebbeling_reads_the_last_half_minute_at_5_percent() -> None:
    measure = _ebbeling()
    assert f"{measure.value:.2f}" == "43.63"
    assert measure.note == "an estimate from heart rate"


def test_ebbeling_doubts_what_should_be_doubted() -> None:
    assert "prescribed" in _ebbeling(speed_source="prescribed").note
    assert "50–70 %" in _ebbeling(flat=150).note
    assert "8.0 km/h lies outside of 3.2 km/h to 7.2 km/h" in _ebbeling(speed_kmh=8.0).note
    assert "not at 5 %" in _ebbeling(grade=3.0).missing
    assert _ebbeling(grade=None).value is not None
    assert "no speed" in _ebbeling(speed_kmh=None).missing
    assert "four minutes" in _ebbeling(n=200).missing


@pytest.mark.parametrize(("test", "minutes", "vo2"), [("bruce", 10, 34.07), ("balke", 14, 35.21)])
def test_maximal_tests_count_the_minutes_of_work(test: str, minutes: int, vo2: float) -> None:
    plan = plan_of(step("Warm-up", 60, "warm-up"), work(1800), step("Easy", 60, "cool-down"))
    rows = rows_of(plan, {}, {"n": minutes * 60}, {})
    assert _result(test, rows, plan).value == pytest.approx(vo2, abs=0.0051)


def test_hr_drift_needs_the_whole_hour() -> None:
    plan = plan_of(step("Warm-up", 60, "warm-up"), work(3600), category="test")
    hearts = [140] * 1800 + [147] * 1800
    rows = rows_of(plan, {}, {"bpm": hearts, "speed_kmh": 10.8})
    measure = _result("hr-drift", rows, plan)
    assert measure.value == pytest.approx(4.7619, abs=1e-4)
    assert "at or below" in measure.note
    assert "needs 60 min" in _result("hr-drift", rows[:-60], plan).missing


def test_threshold_is_the_mean_of_minutes_ten_to_thirty() -> None:
    plan = plan_of(step("Warm-up", 900, "warm-up"), work(1800), category="test")
    rows = rows_of(plan, {"bpm": 120}, {"bpm": [150] * 600 + [170] * 1200})
    assert _result("lthr-30", rows, plan).value == 170
    assert "all of the 30 min" in _result("lthr-30", rows[:-1], plan).missing


def test_cpat_climbs_its_180_seconds() -> None:
    plan = plan_of(step("Get going", 20), step("Climb", 180), category="test")
    stairs = {"cadence_spm": 60.0, "ascent_m": 0.2032}
    rows = rows_of(plan, {"cadence_spm": 50.0, "ascent_m": 0.169}, stairs)
    counted = {"dismounted": 0.0, "rail-touches": 2.0}
    measure = _result("cpat-stair", rows, plan, answers=counted)
    assert shown(measure) == "passed"
    assert "36.58 m" in measure.note
    alone = plan_of(step("Get going", 20, "warm-up"), step("Climb", 180), category="test")
    assert shown(_result("cpat-stair", rows, alone, answers=counted)) == "passed"
    stopped = _result("cpat-stair", rows[:-1], plan, answers=counted)
    assert shown(stopped) == "failed"
    assert "before 180 s" in stopped.note


def test_how_values_are_shown() -> None:
    assert shown(Measure("hr", "HR", 176.5, "bpm")) == "177 bpm"
    assert shown(Measure("v", "V", 4.25, "%", 1)) == "4.3 %"
    assert shown(Measure("v", "V", 3, "")) == "3"
