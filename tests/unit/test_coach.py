"""The coach on the way through a session: bands, nudges, announcements, effort."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.training.athlete import Athlete
from kiosk.training.bands import band_for, effort_for
from kiosk.training.cues import NUDGES, Cue, CueCode
from kiosk.training.guidance import Verdict
from kiosk.training.plan import PercentTarget, Ramp, RangeTarget, Step, ZoneTarget
from kiosk.training.units import KMH_PER_MPH
from kiosk.training.zones import Band, zones_for
from tests.unit.coach_rig import (
    ANNA,
    COOL_DOWN,
    DOWN,
    EASY,
    FREE,
    MID_3,
    TODAY,
    WARM_UP,
    ZONE_4,
    Rig,
    codes,
    keep_their_distance,
)

ANNOUNCEMENTS = {CueCode.NEXT_60, CueCode.NEXT_10, CueCode.NEXT_0}


def band(step: Step, athlete: Athlete = ANNA, ceiling: float | None = None) -> Band | None:
    return band_for(step, athlete, zones_for(athlete, TODAY), ceiling, TODAY)


# --- bands -----------------------------------------------------------------------------------


def test_each_kind_of_target_becomes_the_athletes_band() -> None:
    assert band(ZONE_4) == Band(162, 176)
    assert band(replace(ZONE_4, target=RangeTarget(140, 150))) == Band(140, 151)
    assert band(replace(ZONE_4, target=PercentTarget(50, 70))) == Band(95, 133)
    assert band(ZONE_4, ceiling=172) == Band(162, 169)
    assert band(FREE) is None


def test_percent_of_max_needs_a_max_measured_or_from_the_age() -> None:
    step = replace(ZONE_4, target=PercentTarget(50, 70))
    by_age = Athlete(1, "Anna", threshold_hr=170, birth_year=1985)
    assert band(step, by_age) == Band(90, 126)
    assert band(step, replace(by_age, birth_year=None)) is None
    assert band_for(step, by_age, None, None, None) is None
    assert band_for(step, ANNA, None, None, None) == Band(95, 133)


def test_downhill_and_by_effort_there_is_no_band_whatever_the_step_says() -> None:
    assert band(replace(DOWN, target=ZoneTarget(4))) is None
    assert band(replace(DOWN, target=ZoneTarget(4), grade_percent=Ramp(0, -6))) is None
    assert band(ZONE_4, replace(ANNA, is_effort_only=True)) is None


def test_a_step_without_an_effort_gets_that_of_its_zone() -> None:
    efforts = [effort_for(Step("x", "work", target=ZoneTarget(zone))) for zone in range(1, 6)]
    assert efforts == [(2, 3), (4, 5), (6, 7), (8, 9), (9, 10)]
    assert effort_for(Step("x", "work", target=PercentTarget(50, 70))) == (4, 5)
    assert effort_for(Step("x", "work", target=RangeTarget(120, 130))) is None
    assert effort_for(ZONE_4) == (8, 9)


def test_a_late_joiner_aims_at_the_easier_step() -> None:
    rig = Rig()
    rig.begin(ZONE_4, at_s=100, hr0=130, target_step=MID_3)
    assert rig.coach.band == Band(152, 158)
    assert rig.coach.wanted_rpe == (6, 7)
    assert (rig.coach.hr0, rig.coach.eased_from_s) == (130, 100)
    assert rig.coach.guide == Band(125, 134)


# --- faster and slower -------------------------------------------------------------------------


def test_faster_is_said_when_the_heart_is_low_and_stays_low() -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=150)
    rig.seconds(300, 146)
    first = rig.times(CueCode.FASTER)[0]
    guide_low = 145 + (152 - 145) * first / 240
    assert guide_low > 146 >= guide_low - 0.05
    assert rig.coach.verdict is Verdict.EASING


def test_faster_is_not_said_while_the_heart_is_on_its_way_up() -> None:
    rig = Rig()
    rig.begin(FREE)
    for t in range(40):
        rig.second(130 + t // 3)
    rig.begin(MID_3, hr0=150)
    for t in range(500):
        rig.second(min(153, 143 + t // 3))
    assert rig.times(*NUDGES) == []


def test_slower_is_said_above_the_guide_unless_the_heart_is_coming_down() -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=150)
    rig.seconds(60, 151)
    rig.seconds(60, 162)
    assert codes(tuple(rig.said)) == [CueCode.SLOWER, CueCode.SLOWER]
    assert rig.said[0].amount == pytest.approx(0.4 * KMH_PER_MPH)
    falling = Rig()
    falling.begin(MID_3, at_s=300, hr0=155)
    for t in range(60):
        falling.second(max(155, 168 - t // 3))
    assert falling.times(*NUDGES) == []


def test_a_heart_creeping_along_the_upper_edge_is_taken_back_by_the_least_amount() -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=153)
    rig.seconds(400, 155)
    rig.seconds(200, 157)
    assert [cue.code for cue in rig.said] == [CueCode.SLOWER] * 2
    assert [cue.amount for cue in rig.said] == pytest.approx([0.1 * KMH_PER_MPH] * 2)
    assert rig.said[1].at_s - rig.said[0].at_s == 90


@pytest.mark.parametrize(
    ("grade", "bpm", "mph"),
    [(0, 150, 0.3), (0, 151, 0.2), (0, 135, 0.4), (15, 135, 0.2), (15, 151, 0.1), (-0.4, 151, 0.2)],
)
def test_amounts_are_tenths_of_a_mile_an_hour_sized_by_what_is_missing(
    grade: float, bpm: int, mph: float
) -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=155)
    rig.seconds(600, bpm, grade_percent=grade)
    assert rig.said[-1].code is CueCode.FASTER
    assert rig.said[-1].amount == pytest.approx(mph * KMH_PER_MPH)


def test_nudges_keep_30_seconds_apart_and_fall_silent_for_90_after_three() -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=150)
    rig.seconds(800, 140)
    gaps = [b - a for a, b in pairwise(rig.times(CueCode.FASTER))]
    assert gaps[:8] == [30, 30, 90, 30, 30, 90, 30, 30]


def test_the_spacing_goes_on_over_the_change_of_step() -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=150)
    while not rig.said:
        rig.second(140)
    last = rig.said[-1].at_s
    rig.begin(ZONE_4, hr0=175)
    rig.seconds(60, 140)
    assert rig.times(CueCode.FASTER)[1] == last + 30


def test_where_cadence_is_known_turnover_is_asked_for_instead_of_speed() -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=155)
    rig.seconds(250, 155, cadence_spm=90.0)
    rig.seconds(80, 150, cadence_spm=90.0)
    assert codes(tuple(rig.said)) == [CueCode.TURNOVER] * 3
    assert rig.said[-1].amount == 3.0
    rig.seconds(120, 135, cadence_spm=90.0)
    assert rig.said[-1].amount == 4.0
    rig.seconds(400, 165, cadence_spm=90.0)
    assert rig.said[-1].code is CueCode.SLOWER
    assert rig.said[-1].amount is None  # no belt: stairs a minute are theirs to choose


def test_turnover_that_does_not_help_on_a_belt_becomes_speed() -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=155)
    rig.seconds(250, 155, cadence_spm=170.0, speed_kmh=10.0)
    rig.seconds(90, 148, cadence_spm=170.0, speed_kmh=10.0)
    assert codes(tuple(rig.said)) == [CueCode.TURNOVER, CueCode.TURNOVER, CueCode.FASTER]


def test_warm_up_and_cool_down_hear_announcements_and_nothing_else() -> None:
    rig = Rig()
    for step in (WARM_UP, COOL_DOWN):
        rig.begin(replace(step, target=ZoneTarget(2), grade_percent=Ramp(5, 5)))
        rig.wanted_grade = 5.0
        rig.seconds(300, 90, grade_percent=0.0)
        rig.seconds(300, 175, grade_percent=5.0)
        assert rig.coach.verdict is Verdict.NONE
        assert rig.coach.band is not None
    assert {cue.code for cue in rig.said} == ANNOUNCEMENTS


def test_a_recovery_is_never_asked_for_more() -> None:
    rig = Rig()
    rig.begin(replace(EASY, target=ZoneTarget(2)), hr0=130)
    rig.seconds(150, 90)
    assert rig.coach.verdict is Verdict.EASING
    assert rig.times(*NUDGES) == []
    rig.seconds(60, 175)
    assert rig.times(CueCode.SLOWER)


def test_after_a_downward_step_nobody_is_nudged_for_three_minutes() -> None:
    rig = Rig()
    rig.begin(replace(MID_3, target=ZoneTarget(1)), hr0=170)
    rig.seconds(400, 165)
    assert rig.times(*NUDGES)[0] == 180


def test_nobody_is_nudged_in_the_last_seconds_of_a_step() -> None:
    rig = Rig()
    rig.begin(MID_3, at_s=1150, hr0=155)
    rig.seconds(50, 140)
    assert all(at_s < 1150 + 50 - 15 for at_s in rig.times(*NUDGES))
    assert rig.times(CueCode.FASTER) == [30]


def test_resting_for_a_partner_is_heard_in_silence() -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=155)
    rig.is_resting = True
    rig.seconds(600, 120)
    assert rig.said == []
    assert rig.coach.shown == 120
    assert rig.coach.verdict is Verdict.NONE
    assert not rig.coach.wants_rating


def test_after_a_cut_nobody_is_nudged_at_once() -> None:
    rig = Rig()
    rig.begin(MID_3, at_s=700, hr0=150)
    rig.seconds(300, 140)
    assert rig.times(*NUDGES)[0] >= 30
    assert CueCode.NEXT_0 not in codes(tuple(rig.said))


def test_after_a_cut_the_cues_of_before_still_count() -> None:
    rig = Rig(elapsed_s=900)
    rig.coach.restore(tuple(Cue(CueCode.FASTER, at_s) for at_s in (820, 850, 880)))
    rig.begin(MID_3, at_s=700, hr0=150)
    rig.seconds(300, 140)
    assert rig.times(*NUDGES)[0] == 970


# --- downhill ----------------------------------------------------------------------------------


def test_downhill_short_steps_are_asked_for_when_cadence_falls() -> None:
    rig = Rig()
    rig.begin(DOWN)
    rig.seconds(60, 150, cadence_spm=178.0)
    assert rig.said == []
    rig.seconds(100, 150, cadence_spm=170.0)
    assert rig.times(CueCode.SHORT_STEPS) == [69, 99, 129]
    assert rig.coach.band is None
    assert rig.coach.wanted_rpe == (8, 9)


def test_downhill_no_heart_rate_below_the_ceiling_is_spoken_of() -> None:
    rig = Rig()
    rig.begin(replace(DOWN, target=ZoneTarget(2), cadence_spm=None))
    rig.seconds(100, 100)
    rig.seconds(100, 179)
    assert rig.said == []


# --- announcements -----------------------------------------------------------------------------


def test_the_next_step_is_announced_60_and_10_seconds_ahead_and_when_it_comes() -> None:
    rig = Rig(following=MID_3)
    rig.begin(WARM_UP)
    rig.seconds(600, 120)
    assert [(cue.code, cue.at_s, cue.step) for cue in rig.said] == [
        (CueCode.NEXT_60, 539, "Mid"),
        (CueCode.NEXT_10, 589, "Mid"),
        (CueCode.NEXT_0, 599, "Mid"),
    ]
    rig.begin(MID_3)
    assert rig.second(120) == ()


def test_a_step_that_came_by_a_button_is_announced_as_it_begins() -> None:
    rig = Rig(following=MID_3)
    rig.begin(replace(WARM_UP, duration_s=None))
    rig.seconds(100, 120)
    assert rig.said == []
    rig.begin(MID_3)
    assert rig.second(120) == (Cue(CueCode.NEXT_0, 100, step="Mid"),)


def test_a_short_step_is_announced_only_when_the_time_is_right() -> None:
    rig = Rig(following=MID_3)
    rig.begin(replace(WARM_UP, duration_s=40))
    assert codes(rig.seconds(40, 120)) == [CueCode.NEXT_10, CueCode.NEXT_0]


def test_a_step_made_longer_is_announced_again() -> None:
    rig = Rig(following=MID_3)
    rig.begin(replace(WARM_UP, duration_s=100))
    rig.seconds(95, 120)
    rig.step = replace(WARM_UP, duration_s=220)
    assert codes(rig.seconds(125, 120)) == [CueCode.NEXT_60, CueCode.NEXT_10, CueCode.NEXT_0]


def test_the_last_step_announces_nothing() -> None:
    rig = Rig(following=None)
    rig.begin(COOL_DOWN)
    assert rig.seconds(600, 120) == ()


# --- effort and its rating -----------------------------------------------------------------------


def test_who_has_no_zones_or_trains_by_effort_is_guided_by_effort_without_nudges() -> None:
    for athlete in (Athlete(1, "Anna"), replace(ANNA, is_effort_only=True)):
        rig = Rig(athlete)
        rig.begin(MID_3)
        rig.seconds(600, 100)
        assert rig.coach.by_effort
        assert rig.coach.wanted_rpe == (6, 7)
        assert rig.said == []


def test_the_same_band_for_everybody_guides_without_zones_too() -> None:
    rig = Rig(Athlete(1, "Anna"))
    rig.begin(replace(MID_3, target=RangeTarget(140, 150)), hr0=140)
    rig.seconds(600, 130)
    assert not rig.coach.by_effort
    assert rig.times(CueCode.FASTER)


def test_a_rating_is_asked_for_once_in_the_last_third_of_work() -> None:
    rig = Rig()
    rig.begin(MID_3)
    rig.seconds(800, 155)
    assert not rig.coach.wants_rating
    rig.second(155)
    assert rig.coach.wants_rating
    rig.coach.rate(6)
    rig.seconds(399, 155)
    assert not rig.coach.wants_rating
    rig.begin(COOL_DOWN)
    rig.seconds(600, 120)
    assert not rig.coach.wants_rating


def test_short_work_is_not_rated() -> None:
    rig = Rig()
    rig.begin(replace(MID_3, duration_s=119))
    rig.seconds(118, 150)
    assert not rig.coach.wants_rating


def test_by_effort_a_rating_is_asked_for_every_five_minutes() -> None:
    rig = Rig(replace(ANNA, is_effort_only=True))
    rig.begin(replace(FREE, duration_s=None))
    rig.seconds(300)
    assert not rig.coach.wants_rating
    rig.second()
    assert rig.coach.wants_rating
    rig.coach.rate(5)
    rig.seconds(299)
    assert not rig.coach.wants_rating
    rig.seconds(2)
    assert rig.coach.wants_rating


# --- always ------------------------------------------------------------------------------------

_STEPS = st.sampled_from([WARM_UP, MID_3, ZONE_4, FREE, EASY, DOWN, COOL_DOWN])
_HEARTS = st.tuples(st.none() | st.integers(20, 240), st.integers(1, 90))


@settings(max_examples=25)
@given(st.lists(st.tuples(_STEPS, st.lists(_HEARTS, min_size=1, max_size=6)), max_size=6))
def test_whatever_happens_cues_keep_their_distance_and_never_push_against_the_ceiling(
    session: list[tuple[Step, list[tuple[int | None, int]]]],
) -> None:
    rigs = Rig(), Rig()
    for rig in rigs:
        for step, hearts in session:
            rig.begin(step)
            for bpm, seconds in hearts:
                for _ in range(seconds):
                    cues = rig.second(bpm, cadence_spm=170.0 if bpm and bpm % 2 else None)
                    _check_second(rig, cues)
    assert rigs[0].said == rigs[1].said
    assert rigs[0].orders == rigs[1].orders
    assert keep_their_distance(rigs[0].said)


def _check_second(rig: Rig, cues: tuple[Cue, ...]) -> None:
    said = set(codes(cues))
    assert len(said) == len(cues)
    if said & {CueCode.FASTER, CueCode.TURNOVER}:
        assert rig.step.kind == "work"
        assert rig.coach.control is not None
        assert rig.ceiling_hr is not None
        assert rig.coach.control < rig.ceiling_hr - 3
        assert not rig.coach.is_walking
    if rig.step.kind in ("warm-up", "cool-down"):
        assert not said & (NUDGES | {CueCode.BY_EFFORT, CueCode.SET_GRADE, CueCode.GRADE_SET})
