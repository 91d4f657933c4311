"""The step-up score, what it is made of, and the steadiness of hill repeats."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.facts import BY_EFFORT, RECOVERY, SUSPECT, WALK, Row
from kiosk.training.guidance import ease_in_s
from kiosk.training.held import held_of
from kiosk.training.plan import Plan, Step
from kiosk.training.score import (
    centroid,
    is_building,
    is_spent,
    partial,
    steadiness_of,
    step_up_score,
    variation_percent,
)
from tests.unit.recorded import ANN, STEP_UP, facts_of, plan_of, rows_of, step, step_up_rows

FACTS = facts_of(STEP_UP)
JUDGED = 900 + 900 + 420
"""Of 1200 s the last 1200 − 240 − 60, twice; of 600 the last 600 − 120 − 60."""


def _with(rows: list[Row], first: int, count: int, **fields: Any) -> list[Row]:
    changed = [replace(row, **fields) for row in rows[first : first + count]]
    return [*rows[:first], *changed, *rows[first + count :]]


def test_the_worked_examples_of_the_score() -> None:
    assert f"{step_up_score(0.82, 12, True):.1f}" == "84.2"
    assert f"{step_up_score(0.82, 12, False):.1f}" == "69.2"


def test_an_overshoot_beyond_an_hour_of_one_bpm_costs_no_more() -> None:
    assert step_up_score(1, 60, True) == step_up_score(1, 600, True) == 75


def test_the_times_from_which_a_step_is_judged() -> None:
    assert (ease_in_s(1200), ease_in_s(600)) == (240, 120)
    held = held_of(FACTS, step_up_rows())
    assert held is not None
    assert (held.judged_s, held.known_s, held.in_band_s) == (JUDGED, JUDGED, JUDGED)
    assert held.time_in_band == 1
    assert held.overshoot_bpm_min == 0


def test_a_second_out_of_the_band_counts_only_where_it_is_judged() -> None:
    early = _with(step_up_rows(), 1200, 300, bpm=120)
    late = _with(step_up_rows(), 1200 + 300, 90, bpm=120)
    assert held_of(FACTS, early) == held_of(FACTS, step_up_rows())
    held = held_of(FACTS, late)
    assert held is not None
    assert held.in_band_s == JUDGED - 90


def test_the_band_is_half_open() -> None:
    rows = step_up_rows((100, 144, 154, 162, 120))
    held = held_of(FACTS, rows)
    assert held is not None
    assert held.in_band_s == JUDGED
    on_top = held_of(FACTS, step_up_rows((100, 144, 154, 176, 120)))
    assert on_top is not None
    assert on_top.in_band_s == JUDGED - 420


def test_overshoot_is_counted_from_the_first_second_beyond_two_bpm() -> None:
    rows = _with(step_up_rows(), 1200, 120, bpm=152)
    held = held_of(FACTS, rows)
    assert held is not None
    assert held.overshoot_bpm_min == pytest.approx((152 - 147.5 - 2) * 2)


def test_a_step_down_gives_the_heart_three_minutes() -> None:
    plan = plan_of(step("Hard", 600), replace(STEP_UP.steps[1], duration_s=600))
    band = {"guide_low_bpm": 141.5, "guide_high_bpm": 147.5, "target_high_bpm": 147}
    rows = rows_of(plan, {"bpm": 170}, {"bpm": [170] * 180 + [145] * 420, **band})
    held = held_of(facts_of(plan), rows)
    assert held is not None
    assert held.overshoot_bpm_min == 0
    longer = rows_of(plan, {"bpm": 170}, {"bpm": [170] * 240 + [145] * 360, **band})
    held = held_of(facts_of(plan), longer)
    assert held is not None
    assert held.overshoot_bpm_min == pytest.approx(170 - 147.5 - 2)


def test_unknown_seconds_are_left_out_and_too_many_give_no_value() -> None:
    held = held_of(FACTS, _with(step_up_rows(), 1600, 100, bpm=None))
    assert held is not None
    assert held.known_s == JUDGED - 100
    assert held.time_in_band == 1
    for change in ({"bpm": None}, {"flags": SUSPECT}, {"flags": BY_EFFORT}, {"flags": RECOVERY}):
        held = held_of(FACTS, _with(step_up_rows(), 1500, 500, **change))
        assert held is not None
        assert held.time_in_band is None


def test_the_walk_that_the_ceiling_asked_for_is_out_of_the_band() -> None:
    nothing = {"guide_low_bpm": None, "guide_high_bpm": None}
    held = held_of(FACTS, _with(step_up_rows(), 3800, 60, flags=WALK, **nothing))
    assert held is not None
    # 20 s are judged before the walk; of the 340 s after it, those after a way in of 113 + 34 s.
    assert (held.known_s, held.in_band_s) == (1800 + 20 + 60 + 192, 1800 + 20 + 192)


def test_a_late_joiner_is_judged_from_where_they_came_in() -> None:
    rows = [row for row in step_up_rows() if row.step_index >= 1][600:]
    held = held_of(FACTS, rows)
    assert held is not None
    assert held.judged_s == (600 - 120 - 60) + 900 + 420


def test_finished_and_spent_is_the_rating_of_the_last_work() -> None:
    def rated(*ratings: tuple[int, int], level: Any = "") -> bool:
        notes = [("effort", 0, {"rpe": rpe, "step_index": step}) for step, rpe in ratings]
        return is_spent(replace(FACTS, notes=notes, plan=replace(STEP_UP, level=level)))

    assert rated((1, 4), (3, 9))
    assert rated((3, 7), (3, 10))
    assert not rated((3, 9), (3, 8))
    assert not rated((2, 10))
    assert not rated()
    assert not rated((3, 9), level="beginner")


def test_a_harder_step_of_a_late_joiner_and_a_partners_turn_ease_in_anew() -> None:
    plan = plan_of(step("Work", 1200, target=STEP_UP.steps[1].target))
    lower = {"guide_low_bpm": 121.0, "guide_high_bpm": 130.0, "target_high_bpm": 129}
    higher = {"guide_low_bpm": 141.0, "guide_high_bpm": 148.0, "target_high_bpm": 147}
    rows = rows_of(plan, {"bpm": 125, **lower})
    climbed = [*rows[:600], *_with(rows, 600, 600, bpm=145, **higher)[600:]]
    held = held_of(facts_of(plan), climbed)
    assert held is not None
    # 300 s in all, then 600 s of which E + D/10 = 120 + 60 s are the way in.
    assert (held.judged_s, held.in_band_s) == (300 + 420, 300 + 420)
    turn = held_of(facts_of(plan), _with(rows, 580, 20, flags=RECOVERY))
    assert turn is not None
    assert (turn.judged_s, turn.known_s) == (300 + 420, 280 + 420)


def test_each_block_of_a_rotation_has_a_way_in_of_its_own() -> None:
    plan = plan_of(
        step("Hill", 300, target=STEP_UP.steps[1].target), step("Change", 60, "recovery")
    )
    band = {"guide_low_bpm": 121.0, "guide_high_bpm": 130.0, "target_high_bpm": 129}
    block = rows_of(plan, {"bpm": 125, **band}, {"bpm": 120})
    again = [replace(row, elapsed_s=row.elapsed_s + len(block)) for row in block]
    held = held_of(facts_of(plan), [*block, *again])
    assert held is not None
    assert held.judged_s == 2 * (300 - 100 - 30)


def test_a_plan_without_targets_is_not_held() -> None:
    plan = plan_of(step("Work", 60))
    assert held_of(facts_of(plan), rows_of(plan, {"bpm": 140})) is None


def test_building_is_seen() -> None:
    assert is_building(FACTS, step_up_rows()) == (True, "")


@pytest.mark.parametrize(
    ("bpms", "why"),
    [
        ((100, 144, 146.9, 168, 120), "a rise of less than 3 bpm"),
        ((100, 144, 154, [168] * 575 + [150] * 25, 120), "fading in the last two minutes"),
    ],
)
def test_not_building(bpms: tuple[Any, ...], why: str) -> None:
    assert is_building(FACTS, step_up_rows(bpms)) == (False, ""), why


def test_a_stray_beat_is_no_fading() -> None:
    bpms = (100, 144, 154, [168] * 540 + [150] * 8 + [168] * 52, 120)
    assert is_building(FACTS, step_up_rows(bpms)) == (True, "")


def test_the_load_must_lie_late() -> None:
    assert centroid([1.0] * 100) == pytest.approx(0.5)
    assert centroid([1.0] * 50 + [2.0] * 50) == pytest.approx((0.25 + 2 * 0.75) / 3)
    assert centroid([]) is None
    assert centroid([None, 0.0]) is None
    heavy = replace(ANN, resting_hr=100.0, max_hr=130.0)
    assert is_building(facts_of(STEP_UP, heavy), step_up_rows()) == (False, "")


@pytest.mark.parametrize(
    ("fields", "option"),
    [({"resting_hr": None}, "--resting-hr"), ({"max_hr": None, "birth_year": None}, "--max-hr")],
)
def test_building_names_the_entry_that_it_needs(fields: dict[str, Any], option: str) -> None:
    athlete = replace(ANN, **fields)
    building, missing = is_building(facts_of(STEP_UP, athlete, zones=None), step_up_rows())
    assert building is None
    assert option in missing


def test_building_needs_the_sex_only_where_it_decides() -> None:
    unknown = replace(ANN, sex=None)
    assert is_building(facts_of(STEP_UP, unknown), step_up_rows()) == (True, "")


def test_a_step_without_a_heart_rate_cannot_be_said_to_rise() -> None:
    assert is_building(FACTS, step_up_rows((100, None, 154, 168, 120)))[0] is None


def test_what_is_a_part_of_a_session() -> None:
    rows = step_up_rows()
    assert partial(FACTS, rows) == ""
    assert partial(FACTS, rows[:-700]) == "Three was cut short"
    assert partial(FACTS, rows[:-600]) == ""
    assert partial(replace(FACTS, is_late=True), rows) == "joined late"
    assert partial(replace(FACTS, left=True), rows) == "left before the end"


REPEATS = plan_of(
    step("Warm-up", 60, "warm-up"),
    *[Step("Stretch", "work", distance_m=400.0) for _ in range(4)],
    category="repeats",
)


def _stretches(speeds: list[float], plan: Plan = REPEATS, **fields: Any) -> list[Row]:
    parts = [{"n": 150, "speed_kmh": speed, **fields} for speed in speeds]
    return rows_of(plan, {"speed_kmh": 5.0}, *parts)


def test_steadiness_is_the_variation_of_the_stretches() -> None:
    assert variation_percent([9.0, 10.0, 11.0]) == pytest.approx(10)
    assert steadiness_of(facts_of(REPEATS), _stretches([10.0] * 4)) == (0, "")
    percent, _ = steadiness_of(facts_of(REPEATS), _stretches([9.0, 10.0, 11.0, 10.0]))
    assert percent == pytest.approx(variation_percent([9, 10, 11, 10]))


def test_steadiness_of_a_prescription_or_of_one_stretch_is_none() -> None:
    prescribed = _stretches([10.0] * 4, speed_source="prescribed")
    assert "measured speed" in steadiness_of(facts_of(REPEATS), prescribed)[1]
    assert "two stretches" in steadiness_of(facts_of(REPEATS), _stretches([10.0]))[1]
    gap = [
        replace(r, speed_kmh=0.0, speed_source="prescribed") for r in _stretches([10.0] * 4)[:90]
    ]
    assert steadiness_of(facts_of(REPEATS), [*gap, *_stretches([10.0] * 4)[90:]]) == (0, "")
    for values in ([], [1.0], [0.0, 0.0]):
        with pytest.raises(ValueError, match="two values"):
            variation_percent(values)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 200), st.booleans())
def test_the_score_rises_with_time_in_band(a: float, b: float, over: float, built: bool) -> None:
    low, high = sorted((a, b))
    lower, higher = step_up_score(low, over, built), step_up_score(high, over, built)
    assert 0 <= lower <= higher <= 100 + 1e-9
    assert step_up_score(low, over + 1, built) <= lower
