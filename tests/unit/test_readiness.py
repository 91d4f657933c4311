"""Who may do what: the questions before the first session, locks of the hardest workouts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.training import readiness, safety
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan, Step

TODAY = date(2026, 6, 1)
READY = Athlete(1, "Anna", birth_year=1986, readiness_on=TODAY, is_ready=True)
HELD_BACK = replace(READY, is_ready=False)
STEPS = (Step("Go", "work", 60),)
HILLS = Plan("h", "Hills", "any", STEPS, category="repeats")
THRESHOLD = Plan("lthr-30", "Threshold", "any", STEPS, "test", test="lthr-30", maximal=True)
STAIRS = Plan("cpat-stair", "Stairs", "stair", STEPS, "test", test="cpat-stair")
FIT = replace(READY, cleared_on=TODAY, test_ceiling_hr=185.0)


def test_nobody_begins_before_the_questions_are_answered_and_once_a_year_again() -> None:
    for athlete, today, due in (
        (replace(READY, is_ready=None, readiness_on=None), TODAY, True),
        (READY, TODAY + timedelta(readiness.VALID_DAYS), False),
        (READY, TODAY + timedelta(readiness.VALID_DAYS + 1), True),
        (READY, None, False),
    ):
        assert readiness.is_due(athlete, today) is due
        assert (safety.lock(HILLS, athlete, today) == readiness.ASK_FIRST) is due
        assert safety.lock(HILLS, athlete, today, asks_readiness=False) == ""


def test_whom_something_applies_to_trains_gently_and_by_effort_until_cleared() -> None:
    assert safety.lock(HILLS, HELD_BACK, TODAY) == readiness.SEE_SOMEBODY
    for gentle in (replace(HILLS, level="beginner"), replace(HILLS, category="free")):
        assert safety.lock(gentle, HELD_BACK, TODAY) == ""
    assert readiness.as_guided(HELD_BACK).is_effort_only
    cleared = replace(HELD_BACK, cleared_on=TODAY)
    assert safety.lock(HILLS, cleared, TODAY) == ""
    assert readiness.as_guided(cleared) == cleared
    before = replace(HELD_BACK, cleared_on=TODAY - timedelta(1))
    assert safety.lock(HILLS, before, TODAY) == readiness.SEE_SOMEBODY


def test_an_all_out_test_needs_everything_that_makes_it_safe() -> None:
    assert safety.lock(THRESHOLD, FIT, TODAY) == ""
    for athlete, word in (
        (replace(FIT, cleared_on=None), "clearance"),
        (replace(FIT, test_ceiling_hr=None), "ceiling"),
        (replace(FIT, birth_year=None), "year of birth"),
        (replace(FIT, birth_year=2008, guardian_on=TODAY), "under 18"),
        (replace(FIT, is_effort_only=True), "by effort"),
        (HELD_BACK, "clearance"),
    ):
        assert word in safety.lock(THRESHOLD, athlete, TODAY), athlete
    assert "coach present" in safety.lock(THRESHOLD, FIT, TODAY, supervised=False)
    assert "clock" in safety.lock(THRESHOLD, FIT, None)


def test_effort_only_locks_the_tests_that_are_read_from_the_heart_and_no_others() -> None:
    by_effort = replace(FIT, is_effort_only=True)
    assert "by effort" in safety.lock(THRESHOLD, by_effort, TODAY)
    assert safety.lock(STAIRS, by_effort, TODAY) == ""
    assert safety.lock(HILLS, by_effort, TODAY) == ""


@pytest.mark.parametrize(("born", "locked"), [(2009, True), (2008, True), (2007, False)])
def test_under_18_a_guardian_must_have_agreed_and_the_year_of_18_still_counts(
    born: int, locked: bool
) -> None:
    young = replace(READY, birth_year=born)
    assert ("guardian" in safety.lock(HILLS, young, TODAY)) is locked
    assert safety.lock(HILLS, replace(young, guardian_on=TODAY), TODAY) == ""


def test_when_to_stop_at_once_is_a_list_that_can_be_read_out_of_breath() -> None:
    assert len(readiness.QUESTIONS) == 7
    assert "chest" in safety.STOP_AT_ONCE[0]
    assert 5 <= len(safety.STOP_AT_ONCE) <= 10
    assert all(len(sentence) <= 100 for sentence in (*safety.STOP_AT_ONCE, *readiness.QUESTIONS))
