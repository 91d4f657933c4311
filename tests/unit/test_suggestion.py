"""What is put before somebody at one touch: today's plan, else last time's, and one change."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.training.offers import SESSIONS_BEFORE, Offer
from kiosk.training.past import Past, PastAnswer, PastSession, PastSet, Planned, Window
from kiosk.training.plan import Plan, Step
from kiosk.training.protocol_plan import Choice
from kiosk.training.suggestion import LastTime, first_choice, suggest

TODAY = date(2026, 6, 3)
BEFORE = TODAY - timedelta(days=3)
CLIMB = (Step("Climb", "work", 60),)
STEP_UP = Plan("step-up-80", "Step-up 80", "treadmill", CLIMB, category="step-up")
HIKE = Plan("tread-hike", "Tread hike", "treadmill", (Step("Hike", "work", 60),), category="hike")
OFFERS = [Offer(STEP_UP, "ok"), Offer(HIKE, "ok")]
HIKED = PastSession(1, BEFORE, 0, "tread-hike", "Tread hike", "hike", 3600, is_complete=True)


def chosen(
    past: Past, offers: list[Offer] = OFFERS, today: date | None = TODAY
) -> tuple[str, bool] | None:
    made = suggest(past, offers, today)
    return None if made is None else (made.plan.protocol_id, made.is_planned)


def change(session: PastSession, *answers: PastAnswer, offers: list[Offer] = OFFERS) -> str:
    made = suggest(Past((session,), answers), offers, TODAY)
    assert made is not None
    return made.change


def test_what_is_planned_today_comes_before_what_was_done_last() -> None:
    planned = (Planned(TODAY, "step-up-80"),)
    assert chosen(Past((HIKED,), (), planned)) == ("step-up-80", True)
    assert chosen(Past((HIKED,))) == ("tread-hike", False)
    tomorrow = (Planned(TODAY + timedelta(days=1), "step-up-80"),)
    assert chosen(Past((HIKED,), (), tomorrow)) == ("tread-hike", False)
    assert chosen(Past()) is None


def test_a_planned_workout_that_is_done_is_not_put_forward_again() -> None:
    done = replace(HIKED, on=TODAY, protocol_id="step-up-80")
    plan = (Planned(TODAY, "step-up-80"), Planned(TODAY, "tread-hike"))
    assert chosen(Past((done,), (), plan)) == ("tread-hike", True)


def test_without_a_clock_no_plan_is_due() -> None:
    assert chosen(Past((HIKED,), (), (Planned(TODAY, "step-up-80"),)), today=None) == (
        "tread-hike",
        False,
    )


def test_nothing_is_put_forward_that_may_not_simply_be_started() -> None:
    locked = [Offer(STEP_UP, "locked", "Not now."), Offer(HIKE, "ok", warnings=("Not today.",))]
    assert chosen(Past((HIKED,), (), (Planned(TODAY, "step-up-80"),)), locked) is None
    short = replace(HIKED, duration_s=120)
    assert chosen(Past((short,))) is None, "a session left at once was no session"
    instead = [Offer(HIKE, "alternative", "Less steep.", STEP_UP)]
    assert chosen(Past((HIKED,)), instead) == ("step-up-80", False)


def test_last_time_says_speed_grade_and_loads() -> None:
    windows = tuple(Window(1, BEFORE, grade, 6.1, 140) for grade in (14.8, 15.0, 15.1))
    made = suggest(Past((replace(HIKED, windows=windows),)), OFFERS, TODAY)
    assert made is not None
    assert made.last == LastTime(BEFORE, 6.1, 15.0)
    whole = replace(HIKED, results={"distance_m": 7200.0, "ascent_m": 360.0})
    made = suggest(Past((whole,)), OFFERS, TODAY)
    assert made is not None
    assert made.last == LastTime(BEFORE, 7.2, 5.0)
    sets = (PastSet("Squat", 8, 16, None, True), PastSet("Squat", 8, 20, None, True))
    made = suggest(Past((replace(HIKED, sets=sets),)), OFFERS, TODAY)
    assert made is not None
    assert made.last is not None
    assert made.last.loads == (("Squat", 20),)


@pytest.mark.parametrize(
    ("session", "words"),
    [
        (replace(HIKED, answers={"rpe": 9.0}), "A little slower than last time: it was 9 of 10."),
        (replace(HIKED, is_complete=False), "The same again: last time it was cut short."),
        (replace(HIKED, results={"time_in_band": 40.0}), "The same again: 40 % of the time in"),
        (replace(HIKED, answers={"rpe": 5.0}), "A little quicker than last time: it was 5 of 10."),
        (replace(HIKED, results={"time_in_band": 86.0}), "quicker than last time: you held the"),
        (replace(HIKED, results={"steadiness": 7.0}), "the pace varied by 7 %"),
        (replace(HIKED, answers={"rpe": 7.0}), ""),
        (HIKED, ""),
    ],
)
def test_the_one_change_has_its_reason_and_none_is_made_up(
    session: PastSession, words: str
) -> None:
    said = change(session)
    assert words in said
    assert bool(said) == bool(words)


def test_sore_legs_come_before_everything_else() -> None:
    sore = PastAnswer(TODAY, 0, "soreness", 6.0)
    assert "your legs are sore, 6 of 10" in change(replace(HIKED, answers={"rpe": 4.0}), sore)
    yesterday = PastAnswer(BEFORE, 0, "soreness", 6.0)
    assert "quicker" in change(replace(HIKED, answers={"rpe": 4.0}), yesterday)


def test_an_easy_time_leads_to_one_turn_more_where_there_is_one() -> None:
    turns = [Offer(HIKE, "ok", choices=(Choice("1.repeat", None, "4", "6"),))]
    easy = replace(HIKED, answers={"rpe": 4.0}, choices=(("1.repeat", "4"),))
    assert change(easy, offers=turns).startswith("One more than last time")
    most = replace(easy, choices=(("1.repeat", "6"),))
    assert change(most, offers=turns).startswith("A little quicker")


def test_the_load_to_add_to_is_one_that_was_lifted_in_every_set() -> None:
    sets = (PastSet("Squat", 8, 24, None, False), PastSet("Lunge", 8, 16, None, True))
    done = replace(HIKED, category="strength", sets=sets)
    assert change(done) == "Lunge: a little more than 16 kg, every set was done."


def test_somebody_new_begins_to_choose_at_what_a_beginner_may_do() -> None:
    hard = replace(STEP_UP, protocol_id="up", beginner_id="easy-up")
    easy = replace(STEP_UP, protocol_id="easy-up", level="beginner")
    offers = [Offer(hard, "ok", warnings=("Not for beginners.",)), Offer(HIKE, "ok")]
    assert first_choice(Past(), offers) == 1
    assert first_choice(Past(), [*offers, Offer(easy, "locked")]) == 1
    assert first_choice(Past(), [*offers, Offer(easy, "ok")]) == 2
    assert first_choice(Past((HIKED,) * SESSIONS_BEFORE), [*offers, Offer(easy, "ok")]) == 0
    assert first_choice(Past(), offers[:1]) == first_choice(Past(), []) == 0
