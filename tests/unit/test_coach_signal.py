"""What the coach makes of a strap: lost, back, wrong, or a heart that really jumped."""

from dataclasses import replace

from kiosk.training.cues import NUDGES, CueCode
from kiosk.training.guidance import Verdict
from tests.unit.coach_rig import ANNA, COOL_DOWN, FREE, MID_3, WARM_UP, ZONE_4, Rig

# --- silence ---------------------------------------------------------------------------------


def test_up_to_five_seconds_the_last_value_holds_and_then_nothing_is_said() -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=155)
    rig.seconds(330, 148)
    assert rig.coach.verdict is Verdict.UNDER
    rig.seconds(4)
    assert rig.coach.verdict is Verdict.UNDER
    said = len(rig.said)
    rig.seconds(26)
    assert rig.coach.verdict is Verdict.NONE
    assert not rig.coach.by_effort
    assert len(rig.said) == said


def test_after_half_a_minute_the_effort_guides_and_it_is_said_once() -> None:
    rig = Rig()
    rig.begin(MID_3)
    rig.seconds(60, 155)
    rig.seconds(30)
    assert not rig.coach.by_effort
    rig.seconds(100)
    assert rig.coach.by_effort
    assert rig.times(CueCode.BY_EFFORT) == [90]
    assert rig.coach.wanted_rpe == (6, 7)
    assert rig.orders == []
    rig.second(155)
    assert not rig.coach.by_effort


def test_in_a_warm_up_or_cool_down_a_lost_strap_is_no_cue() -> None:
    for step in (WARM_UP, COOL_DOWN):
        rig = Rig()
        rig.begin(step)
        rig.seconds(50, 120)
        rig.seconds(200)
        assert rig.coach.by_effort
        assert rig.said == []
        assert rig.orders == []


def test_a_strap_that_was_dead_all_through_the_warm_up_is_a_cue_when_the_work_begins() -> None:
    rig = Rig()
    rig.begin(WARM_UP)
    rig.seconds(100)
    assert rig.times(CueCode.BY_EFFORT) == []
    rig.begin(MID_3)
    rig.seconds(100)
    assert rig.times(CueCode.BY_EFFORT) == [100]


def test_who_trains_by_effort_is_not_told_that_there_is_no_heart_rate() -> None:
    rig = Rig(replace(ANNA, is_effort_only=True))
    rig.begin(FREE)
    rig.seconds(100)
    assert rig.times(CueCode.BY_EFFORT) == []


def test_hard_work_goes_back_to_the_effort_before_after_a_minute() -> None:
    rig = Rig()
    rig.begin(MID_3)
    rig.seconds(100, 155)
    rig.begin(ZONE_4)
    rig.seconds(100, 168)
    rig.seconds(60)
    assert rig.coach.wanted_rpe == (8, 9)
    rig.seconds(100)
    assert rig.coach.wanted_rpe == (6, 7)
    assert rig.orders == [(260, "no signal")]
    rig.second(165)
    assert rig.coach.wanted_rpe == (8, 9)


def test_the_next_hard_step_does_not_raise_the_effort_without_a_heart_rate() -> None:
    rig = Rig()
    rig.begin(MID_3)
    rig.seconds(10, 155)
    rig.begin(ZONE_4)
    rig.seconds(100)
    rig.begin(replace(ZONE_4, rpe=(9, 10)))
    rig.seconds(10)
    assert rig.coach.wanted_rpe == (6, 7)
    assert [order for _, order in rig.orders] == ["no signal"] * 2


def test_after_a_cut_in_hard_work_the_effort_goes_back_by_two() -> None:
    rig = Rig()
    rig.begin(ZONE_4, at_s=200)
    rig.seconds(70)
    assert rig.coach.wanted_rpe == (6, 7)


def test_a_step_without_a_target_is_hard_if_the_heart_was() -> None:
    for bpm, expected in ((165, ["no signal"]), (150, [])):
        rig = Rig()
        rig.begin(WARM_UP)
        rig.seconds(30, 130)
        rig.begin(FREE)
        rig.seconds(60, bpm)
        rig.seconds(100)
        assert [order for _, order in rig.orders] == expected


def test_who_trains_by_effort_needs_no_signal() -> None:
    rig = Rig(replace(ANNA, is_effort_only=True))
    rig.begin(ZONE_4)
    rig.seconds(200)
    assert rig.orders == []
    assert rig.coach.wanted_rpe == (8, 9)


# --- readings that are none --------------------------------------------------------------------


def test_impossible_readings_are_dropped_and_count_as_silence() -> None:
    rig = Rig()
    rig.begin(FREE)
    rig.seconds(30, 150)
    for bpm in (29, 231, 0, 255):
        rig.second(bpm)
    assert rig.coach.shown == 150
    assert not rig.coach.is_suspect
    rig.seconds(40, 240)
    assert rig.coach.shown is None
    assert rig.coach.by_effort


def test_30_and_230_are_heart_rates() -> None:
    for bpm in (30, 230):
        rig = Rig(ceiling_hr=240)
        rig.begin(FREE)
        rig.seconds(5, bpm)
        assert rig.coach.shown == bpm


def test_somebody_elses_heart_is_forgotten() -> None:
    rig = Rig()
    rig.begin(FREE)
    rig.seconds(30, 150)
    rig.coach.forget_heart()
    assert rig.coach.shown is None
    rig.second(90)
    assert not rig.coach.is_suspect
    assert rig.coach.control == 90


# --- jumps -------------------------------------------------------------------------------------


def beats(bpm: float) -> dict[str, object]:
    return {"rr_ms": (60_000 / bpm, 60_000 / bpm)}


def test_one_wild_reading_is_left_out_and_forgotten() -> None:
    rig = Rig()
    rig.begin(FREE)
    rig.seconds(60, 140, **beats(140))
    rig.second(200, **beats(140))
    assert rig.coach.is_suspect
    rig.seconds(40, 140, **beats(140))
    assert not rig.coach.is_suspect
    assert rig.coach.control == 140
    assert rig.orders == []


def test_a_jump_that_the_beats_confirm_for_15_seconds_asks_whether_they_are_all_right() -> None:
    rig = Rig(ceiling_hr=220)
    rig.begin(FREE)
    rig.seconds(60, 110, **beats(110))
    for second in range(40):
        rig.second(180, **beats(180))
        assert rig.coach.is_suspect == (not rig.orders and second < 15)
    asked = rig.times(CueCode.ALL_RIGHT)
    assert asked == [rig.orders[0][0]]
    assert 60 + 14 <= asked[0] <= 60 + 20
    assert [order for _, order in rig.orders] == ["are you all right"]
    assert rig.coach.shown == 180


def test_a_fall_of_the_heart_is_asked_about_too() -> None:
    rig = Rig()
    rig.begin(WARM_UP)
    rig.seconds(60, 130, **beats(130))
    rig.seconds(30, 60, **beats(60))
    assert [order for _, order in rig.orders] == ["are you all right"]


def test_a_jump_that_the_beats_deny_is_the_strap() -> None:
    rig = Rig(ceiling_hr=220)
    rig.begin(FREE)
    rig.seconds(60, 140, **beats(140))
    rig.seconds(15, 200, **beats(140))
    assert rig.coach.is_suspect
    assert rig.coach.shown is None  # blank rather than wrong
    rig.seconds(40, 200, **beats(140))
    assert rig.orders == []
    assert rig.times(CueCode.ALL_RIGHT) == []


def test_a_level_that_stays_is_believed_after_15_seconds_even_without_beats() -> None:
    rig = Rig(ceiling_hr=220)
    rig.begin(FREE)
    rig.seconds(60, 110)
    rig.seconds(15, 150)
    assert rig.coach.is_suspect
    rig.seconds(5, 150)
    assert not rig.coach.is_suspect
    assert rig.coach.shown == 150
    assert rig.orders == []


def test_a_jump_with_the_work_is_believed_at_once() -> None:
    for more in ({"speed_kmh": 12.0}, {"grade_percent": 8.0}):
        rig = Rig()
        rig.begin(FREE)
        rig.seconds(60, 110, speed_kmh=6.0, grade_percent=0.0)
        rig.seconds(5, 150, **({"speed_kmh": 6.0, "grade_percent": 0.0} | more))
        assert not rig.coach.is_suspect
    rig = Rig()
    rig.begin(FREE)
    rig.seconds(60, 110)
    rig.begin(MID_3)
    rig.second(150)
    assert not rig.coach.is_suspect


def test_stepping_back_onto_the_belt_is_a_change_of_work() -> None:
    rig = Rig()
    rig.begin(FREE)
    rig.is_resting = True
    rig.seconds(60, 110)
    rig.is_resting = False
    rig.second(112)
    rig.second(150)
    assert not rig.coach.is_suspect


def test_suspect_readings_move_neither_guidance_nor_ceiling() -> None:
    rig = Rig()
    rig.begin(MID_3, hr0=155)
    rig.seconds(100, 155)
    rig.seconds(12, 200)
    rig.seconds(100, 155)
    assert rig.times(*NUDGES, CueCode.EASE_OFF, CueCode.WALK) == []
