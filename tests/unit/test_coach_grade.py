"""Set the grade: asked for until the sensor, or the athlete, says that the belt is there."""

import pytest

from kiosk.training.cues import Cue, CueCode
from tests.unit.coach_rig import FREE, MID_3, WARM_UP, Rig


def hiking(wanted: float | None = 15.0) -> Rig:
    rig = Rig(wanted_grade=wanted)
    rig.begin(FREE)
    return rig


def test_without_a_wanted_grade_nothing_is_asked() -> None:
    rig = hiking(None)
    rig.seconds(60, 120, grade_percent=3.0)
    assert rig.coach.grade_prompt == "none"
    assert rig.said == []


def test_it_is_asked_for_once_and_ticked_once_after_three_steady_seconds() -> None:
    rig = hiking()
    rig.seconds(20, 120, grade_percent=0.0)
    assert rig.coach.grade_prompt == "set"
    rig.seconds(2, 120, grade_percent=14.6)
    assert rig.coach.grade_prompt == "set"
    rig.second(120, grade_percent=15.4)
    assert rig.coach.grade_prompt == "agreed"
    rig.seconds(100, 120, grade_percent=14.9)
    assert rig.said == [Cue(CueCode.SET_GRADE, 0, 15.0), Cue(CueCode.GRADE_SET, 22, 15.0)]


def test_passing_through_the_grade_is_not_being_there() -> None:
    rig = hiking(5.0)
    for grade in (0, 2, 4, 5, 6, 8, 9, 9, 9):
        rig.second(120, grade_percent=float(grade))
    assert rig.coach.grade_prompt == "set"


@pytest.mark.parametrize(
    ("sensed", "expected"), [(14.5, "agreed"), (15.5, "agreed"), (14.4, "set")]
)
def test_half_a_percent_is_close_enough(sensed: float, expected: str) -> None:
    rig = hiking()
    rig.seconds(10, 120, grade_percent=sensed)
    assert rig.coach.grade_prompt == expected


def test_a_belt_that_is_there_already_is_not_asked_for_its_grade() -> None:
    rig = hiking()
    rig.seconds(10, 120, grade_percent=15.0)
    assert rig.said == [Cue(CueCode.GRADE_SET, 2, 15.0)]


def test_the_same_grade_in_the_next_step_is_not_ticked_again() -> None:
    rig = hiking()
    rig.seconds(10, 120, grade_percent=15.0)
    rig.begin(MID_3)
    assert rig.seconds(10, 120, grade_percent=15.0) == (Cue(CueCode.NEXT_0, 10, step="Mid"),)


def test_a_belt_that_leaves_its_grade_is_asked_for_it_again_by_the_prompt() -> None:
    rig = hiking()
    rig.seconds(10, 120, grade_percent=15.0)
    rig.seconds(5, 120, grade_percent=12.0)
    assert rig.coach.grade_prompt == "set"


def test_without_a_sensor_the_athlete_is_asked_and_believed() -> None:
    rig = hiking()
    rig.seconds(10, 120)
    assert rig.coach.grade_prompt == "unknown"
    rig.coach.confirm_grade()
    assert rig.coach.grade_prompt == "agreed"
    rig.seconds(60, 120)
    assert [cue.code for cue in rig.said] == [CueCode.SET_GRADE, CueCode.GRADE_SET]
    rig.wanted_grade = 12.0
    rig.second(120)
    assert rig.coach.grade_prompt == "unknown"
    assert rig.said[-1] == Cue(CueCode.SET_GRADE, 70, 12.0)


def test_nobody_talks_a_sensor_down() -> None:
    rig = hiking()
    rig.seconds(10, 120, grade_percent=12.0)
    rig.coach.confirm_grade()
    assert rig.coach.grade_prompt == "set"


def test_a_sensor_that_falls_silent_leaves_what_it_said() -> None:
    rig = hiking()
    rig.seconds(10, 120, grade_percent=15.0)
    rig.seconds(60, 120)
    assert rig.coach.grade_prompt == "agreed"
    rig = hiking()
    rig.seconds(10, 120, grade_percent=12.0)
    rig.seconds(4, 120)
    assert rig.coach.grade_prompt == "set"
    rig.seconds(60, 120)
    assert rig.coach.grade_prompt == "unknown"


def test_a_ramp_is_followed_with_a_belts_own_steps_and_ticked_at_its_end() -> None:
    rig = hiking(0.0)
    for t in range(181):  # 5 % a minute
        rig.wanted_grade = min(15.0, t * 5 / 60)
        rig.second(120, grade_percent=float(round(rig.wanted_grade)))
        assert t < 3 or rig.coach.grade_prompt == "agreed"
    rig.seconds(10, 120, grade_percent=15.0)
    assert [cue.code for cue in rig.said if cue.at_s > 3] == [CueCode.GRADE_SET]
    assert rig.said[-1].amount == 15.0


def test_along_a_ramp_that_nobody_follows_it_is_asked_for_now_and_then() -> None:
    rig = hiking(0.0)
    for t in range(181):
        rig.wanted_grade = min(15.0, t * 5 / 60)
        rig.second(120, grade_percent=0.0)
    rig.seconds(60, 120, grade_percent=0.0)
    times = rig.times(CueCode.SET_GRADE)
    assert 4 <= len(times) <= 8
    assert rig.said[-1] == Cue(CueCode.SET_GRADE, times[-1], 15.0)


def test_a_partner_on_the_belt_may_have_changed_it() -> None:
    rig = hiking()
    rig.seconds(10, 120)
    rig.coach.confirm_grade()
    rig.is_resting = True
    rig.seconds(10, 120)
    assert rig.coach.grade_prompt == "none"
    rig.is_resting = False
    rig.seconds(10, 120)
    assert rig.coach.grade_prompt == "unknown"


def test_nobody_is_asked_for_more_speed_before_the_grade_is_there() -> None:
    rig = hiking()
    rig.begin(MID_3, hr0=150)
    rig.seconds(300, 130, grade_percent=0.0)
    assert rig.times(CueCode.FASTER) == []
    rig.seconds(100, 130, grade_percent=15.0)
    assert rig.times(CueCode.FASTER)


def test_a_warm_up_shows_the_prompt_without_words() -> None:
    rig = Rig(wanted_grade=5.0)
    rig.begin(WARM_UP)
    rig.seconds(10, 120, grade_percent=0.0)
    assert rig.coach.grade_prompt == "set"
    assert rig.said == []
