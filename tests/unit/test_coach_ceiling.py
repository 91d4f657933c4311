"""At the ceiling: ease off, a walk, back a little lower, and the second time a cool-down."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kiosk.training.cues import NUDGES, Cue, CueCode
from kiosk.training.guidance import Verdict
from kiosk.training.plan import Step, ZoneTarget
from kiosk.training.zones import Band
from tests.unit.coach_rig import ANNA, COOL_DOWN, DOWN, EASY, FREE, MID_3, WARM_UP, ZONE_4, Rig

CEILING = 170.0
SAFETY = (CueCode.EASE_OFF, CueCode.WALK, CueCode.REJOIN, CueCode.COOL_DOWN)


def at(ceiling_hr: float = CEILING, step: Step = FREE) -> Rig:
    rig = Rig(ANNA, ceiling_hr)
    rig.begin(step)
    rig.seconds(30, 160)
    rig.said.clear()
    return rig


def walked(step: Step = FREE) -> Rig:
    """Somebody who has been sent for a walk once and is back."""
    rig = at(step=step)
    rig.seconds(40, 175)
    rig.seconds(90, 140)
    assert [order for _, order in rig.orders] == ["walk", "rejoin"]
    return rig


def test_ten_seconds_at_the_ceiling_ask_to_ease_off() -> None:
    rig = at()
    rig.seconds(20, 170)
    assert rig.times(*SAFETY) == []  # the control heart rate only comes near it
    rig.seconds(20, 171)
    control_there = next(t for t in rig.times(CueCode.EASE_OFF))
    assert 50 + 10 <= control_there <= 50 + 25
    assert rig.orders == []


def test_thirty_seconds_at_it_are_a_walk() -> None:
    rig = at()
    rig.seconds(60, 172)
    assert [cue.code for cue in rig.said] == [CueCode.EASE_OFF, CueCode.WALK]
    ease_off, walk = rig.times(*SAFETY)
    assert walk - ease_off == 20
    assert rig.orders == [(walk, "walk")]
    assert rig.coach.is_walking


def test_ten_seconds_far_over_it_are_a_walk_too() -> None:
    rig = at()
    rig.seconds(60, 185)
    walk = rig.times(CueCode.WALK)[0]
    assert 30 + 10 <= walk <= 30 + 18


def test_a_touch_of_the_ceiling_is_nothing() -> None:
    rig = at()
    for _ in range(20):
        rig.seconds(9, 172)
        rig.seconds(9, 160)
    assert rig.times(*SAFETY) == []


def test_a_heart_that_dances_around_the_ceiling_is_not_nagged() -> None:
    rig = at()
    for _ in range(10):
        rig.seconds(18, 172)
        rig.seconds(12, 165)
    times = rig.times(CueCode.EASE_OFF)
    assert times
    assert all(b - a >= 30 for a, b in pairwise(times))
    assert rig.orders == []


def test_the_walk_lasts_until_a_minute_well_below_the_ceiling() -> None:
    rig = at(step=MID_3)
    rig.seconds(40, 175)
    rig.seconds(120, 156)  # 155 is not reached
    assert rig.coach.is_walking
    assert rig.coach.band is None
    assert rig.coach.guide is None
    assert rig.coach.verdict is Verdict.NONE
    assert rig.coach.wanted_rpe == (1, 2)
    assert not rig.coach.wants_rating
    rig.seconds(50, 140)
    rig.seconds(10, 160)
    rig.seconds(59, 140)
    assert rig.coach.is_walking
    rig.seconds(20, 140)
    assert [order for _, order in rig.orders] == ["walk", "rejoin"]
    assert rig.times(CueCode.REJOIN) == [rig.orders[1][0]]
    assert rig.coach.wanted_rpe == (6, 7)


def test_nobody_is_nudged_on_a_walk_and_announcements_go_on() -> None:
    rig = at(step=replace(MID_3, duration_s=300))
    rig.seconds(40, 175)
    rig.said.clear()
    rig.seconds(230, 158)
    assert {cue.code for cue in rig.said} == {CueCode.NEXT_60, CueCode.NEXT_10, CueCode.NEXT_0}


def test_after_the_walk_they_are_eased_in_anew_five_lower_from_then_on() -> None:
    rig = Rig(ANNA, CEILING)
    rig.begin(MID_3, hr0=150)
    rig.seconds(40, 176)
    rig.seconds(100, 140)
    assert rig.coach.band == Band(152 - 5, 158 - 5)
    rejoined = rig.orders[1][0]
    assert rig.coach.eased_from_s == rejoined + 1
    assert rig.coach.hr0 == pytest.approx(140)
    assert min(rig.times(*NUDGES), default=rejoined + 30) >= rejoined + 30
    rig.begin(ZONE_4)
    assert rig.coach.band == Band(161 - 5, 167 - 5)


def test_the_second_time_is_a_cool_down_of_their_own() -> None:
    rig = walked()
    rig.seconds(60, 175)
    assert [order for _, order in rig.orders] == ["walk", "rejoin", "cool-down"]
    assert not rig.coach.is_walking
    rig.begin(COOL_DOWN)
    rig.seconds(120, 175)
    assert len(rig.orders) == 3
    late = rig.times(CueCode.EASE_OFF)
    assert late
    assert all(b - a >= 30 for a, b in pairwise(late))


@pytest.mark.parametrize("step", [WARM_UP, FREE, MID_3, EASY, DOWN, COOL_DOWN])
def test_the_ceiling_holds_in_every_kind_of_step(step: Step) -> None:
    rig = at(step=step)
    rig.seconds(60, 175)
    assert [order for _, order in rig.orders] == ["walk"]
    assert rig.times(CueCode.EASE_OFF, CueCode.WALK)


@pytest.mark.parametrize("bpm", [168, 169])
def test_nobody_is_asked_for_more_within_three_of_the_ceiling(bpm: int) -> None:
    rig = Rig(ANNA, CEILING)
    rig.begin(replace(ZONE_4, target=ZoneTarget(5)))
    rig.coach.know(ANNA, None, CEILING)
    rig.seconds(400, bpm)
    assert not rig.times(CueCode.FASTER, CueCode.TURNOVER)


def test_a_ceiling_set_lower_during_the_step_counts_at_once() -> None:
    rig = Rig()
    rig.begin(ZONE_4, hr0=165)
    assert rig.coach.band == Band(162, 176)
    rig.coach.know(ANNA, None, 160)
    assert rig.coach.band == Band(151, 157)
    rig.seconds(60, 165)
    assert [order for _, order in rig.orders] == ["walk"]


def test_without_a_ceiling_nothing_is_decided() -> None:
    rig = Rig(ANNA, 250)
    rig.coach.begin_session(None)
    rig.begin(FREE)
    rig.seconds(100, 200)
    assert rig.orders == []


def test_a_lost_heart_rate_starts_the_waiting_anew() -> None:
    rig = at()
    rig.seconds(25, 175)
    rig.seconds(6)
    rig.seconds(8, 175)
    assert rig.orders == []


@pytest.mark.parametrize("rests", ["walk", "cool-down"])
def test_a_heart_that_resting_does_not_bring_down_is_asked_about_every_three_minutes(
    rests: str,
) -> None:
    rig = at() if rests == "walk" else walked()
    rig.seconds(60, 175)
    if rests == "cool-down":
        rig.begin(COOL_DOWN)
    sent_at, last = rig.orders[-1]
    assert last == rests
    rig.seconds(400, 175)
    asked = [second for second, order in rig.orders if order == "are you all right"]
    assert asked == [sent_at + 180, sent_at + 360] == rig.times(CueCode.ALL_RIGHT)


def test_a_heart_that_comes_down_slowly_is_not_asked_about() -> None:
    rig = at()
    rig.seconds(31, 175)
    rig.seconds(170, 171)
    rig.seconds(300, 168)
    assert [order for _, order in rig.orders] == ["walk"]


def test_where_a_low_ceiling_moves_the_band_the_effort_comes_down_with_it() -> None:
    rig = Rig(ANNA, 130)
    rig.begin(MID_3)
    rig.seconds(40)
    assert rig.coach.wanted_rpe == (2, 3), "nothing but the effort keeps them below 130 now"
    rig.begin(ZONE_4)
    rig.seconds(100)
    assert rig.coach.wanted_rpe == (2, 3)
    rig = Rig(ANNA, 172)
    rig.begin(ZONE_4)
    assert rig.coach.wanted_rpe == (8, 9), "still in the zone that the step asks for"


def test_a_walk_is_picked_up_after_a_cut() -> None:
    rig = Rig(ANNA, CEILING)
    rig.coach.restore((Cue(CueCode.WALK, 0),), walks=1, is_walking=True)
    rig.begin(MID_3, at_s=300)
    assert rig.coach.is_walking
    assert rig.coach.walks == 1
    rig.seconds(70, 140)
    assert [order for _, order in rig.orders] == ["rejoin"]
    rig.seconds(60, 176)
    assert [order for _, order in rig.orders] == ["rejoin", "cool-down"]
