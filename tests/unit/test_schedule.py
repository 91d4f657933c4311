"""The rules of the calendar, on the days at which they begin and end; the countdown and a week."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from kiosk.training import race, schedule
from kiosk.training.past import Past, PastAnswer, PastSession, Planned
from kiosk.training.plan import Category, Plan, Step

TODAY = date(2026, 6, 3)
"""A Wednesday."""


def workout(category: Category) -> Plan:
    return Plan(category, category.title(), "any", (Step("Go", "work", 60),), category)


def done(category: Category, days_ago: int, duration_s: int = 1800, number: int = 1) -> PastSession:
    on = TODAY - timedelta(days_ago)
    return PastSession(number, on, 0, category, category.title(), category, duration_s, True)


def past(*sessions: PastSession, plan: Iterable[Planned] = ()) -> Past:
    return Past(tuple(sorted(sessions, key=lambda s: s.on, reverse=True)), plan=tuple(plan))


def said(category: Category, known: Past, race_in: int | None = None) -> str:
    race_on = None if race_in is None else TODAY + timedelta(race_in)
    return " | ".join(schedule.warnings(workout(category), known, TODAY, race_on))


@pytest.mark.parametrize(
    ("days_ago", "warns"),
    [((6, 3), True), ((0, 3), True), ((7, 3), False), ((3,), False), ((), False)],
)
def test_a_third_hike_in_seven_days_warns(days_ago: tuple[int, ...], warns: bool) -> None:
    hiked = past(*(done("hike", days) for days in days_ago))
    assert ("Two hikes" in said("hike", hiked)) is warns
    assert said("step-up", hiked) == ""


@pytest.mark.parametrize(
    ("first", "words"),
    [(29, ""), (30, "plan the end"), (59, "plan the end"), (60, "levelled off")],
)
def test_after_a_month_of_hikes_the_gains_level_off(first: int, words: str) -> None:
    hiked = past(*(done("hike", days) for days in range(first, 6, -7)))
    assert words in said("hike", hiked)
    assert bool(said("hike", hiked)) is bool(words)


def test_a_break_of_more_than_three_weeks_begins_a_new_month() -> None:
    assert said("hike", past(done("hike", 60), done("hike", 39), done("hike", 18))) != ""
    assert said("hike", past(done("hike", 60), done("hike", 38), done("hike", 16))) == ""


@pytest.mark.parametrize(("days_ago", "warns"), [(0, True), (6, True), (7, False)])
@pytest.mark.parametrize("before", ["downhill", "crusher"])
@pytest.mark.parametrize("now", ["downhill", "crusher"])
def test_a_second_downhill_in_a_week_warns(
    now: Category, before: Category, days_ago: int, warns: bool
) -> None:
    assert ("one downhill a week" in said(now, past(done(before, days_ago)))) is warns


def test_a_downhill_that_was_left_after_the_warm_up_does_not_count() -> None:
    assert said("downhill", past(done("downhill", 1, schedule.COUNTED_S - 1))) == ""
    assert said("downhill", past(done("downhill", 1, schedule.COUNTED_S))) != ""


@pytest.mark.parametrize(
    ("race_in", "words"),
    [
        (39, "due from Thu 4 Jun"),
        (38, ""),
        (32, ""),
        (31, "due from"),
        (25, "due from Thu 4 Jun"),
        (24, ""),
        (18, ""),
        (17, "sore at the start"),
        (9, "The race is in 9 days: quad crushers belong 35 and 21 days before it"),
        (1, "tomorrow"),
        (0, "today"),
        (-1, ""),
        (None, ""),
    ],
)
def test_a_quad_crusher_belongs_35_and_21_days_before_the_race_give_or_take_three(
    race_in: int | None, words: str
) -> None:
    sentence = said("crusher", past(), race_in)
    assert words in sentence
    assert bool(sentence) is bool(words)


@pytest.mark.parametrize(("in_days", "warns"), [(0, False), (1, True), (3, True), (4, False)])
def test_three_clear_days_lie_between_a_quad_crusher_and_the_long_run(
    in_days: int, warns: bool
) -> None:
    week = [Planned(TODAY + timedelta(in_days), None, "Long with steep climbs")]
    assert ("three clear days" in said("crusher", past(plan=week))) is warns
    assert said("downhill", past(plan=week)) == ""


def test_one_heavy_leg_day_a_week_and_far_from_the_long_run() -> None:
    for days_ago, warns in ((0, True), (6, True), (7, False)):
        known = past(done("strength", days_ago))
        assert ("one heavy leg day" in said("strength", known)) is warns
    for in_days, warns in ((1, True), (2, True), (3, False)):
        week = [Planned(TODAY + timedelta(in_days), None, "long")]
        assert ("near your hard run" in said("strength", past(plan=week))) is warns


@pytest.mark.parametrize(
    ("days_ago", "value", "warns"),
    [(0, 4, True), (1, 4, True), (2, 9, False), (0, 3, False)],
)
def test_sore_legs_recover_before_they_work_hard(days_ago: int, value: float, warns: bool) -> None:
    known = Past(answers=(PastAnswer(TODAY - timedelta(days_ago), 0, "soreness", value),))
    for category in schedule.HARD:
        assert ("sore" in said(category, known)) is warns
    assert said("hike", known) == ""


def test_only_the_newest_answer_about_soreness_counts() -> None:
    answers = (
        PastAnswer(TODAY, 2, "soreness", 1),
        PastAnswer(TODAY - timedelta(1), 1, "soreness", 8),
    )
    assert said("strength", Past(answers=answers)) == ""


def test_in_the_last_week_before_the_race_nothing_makes_sore() -> None:
    for race_in, warns in ((8, False), (7, True), (0, True), (-1, False)):
        assert ("fresh" in said("downhill", past(), race_in)) is warns
        assert said("step-up", past(), race_in) == ""


def test_a_rest_day_is_for_resting_or_for_a_hike() -> None:
    week = [Planned(TODAY, None, "Rest")]
    assert "rest today" in said("step-up", past(plan=week))
    assert said("hike", past(plan=week)) == ""
    assert said("step-up", past(plan=[Planned(TODAY + timedelta(1), None, "rest")])) == ""


# -- the race --------------------------------------------------------------------------------------


def test_the_countdown_says_what_is_due_and_what_is_in_the_way() -> None:
    race_on = TODAY + timedelta(37)
    words = race.countdown(race_on, "Jungfrau", past(), TODAY)
    assert words == (
        "Jungfrau is in 37 days. Quad crusher: Tue 2 Jun to Mon 8 Jun, then Tue 16 Jun to "
        "Mon 22 Jun. Hike month: until Thu 18 Jun, once or twice a week."
    )
    week = [
        Planned(TODAY + timedelta(1), "quad-crusher"),
        Planned(TODAY + timedelta(3), None, "long"),
        Planned(TODAY + timedelta(10), "quad-crusher"),
    ]
    words = race.countdown(race_on, "", past(done("crusher", 1), plan=week), TODAY)
    assert words.startswith("Your race is in 37 days. Quad crusher: Tue 16 Jun to Mon 22 Jun. ")
    assert "The long run on Sat 6 Jun is too near" in words
    assert "planned for Sat 13 Jun is at the wrong time" in words


@pytest.mark.parametrize(("race_in", "due"), [(18, True), (17, False)])
def test_the_countdown_names_a_quad_crusher_until_its_last_day(race_in: int, due: bool) -> None:
    words = race.countdown(TODAY + timedelta(race_in), "R", past(), TODAY)
    assert ("Quad crusher" in words) is due
    assert "Hike month" not in words


def test_the_month_of_hikes_has_thirty_days_before_the_legs_rest() -> None:
    for race_in, words in (
        (52, "Hike month: Thu 4 Jun to Fri 3 Jul"),
        (51, "until"),
        (22, "until"),
    ):
        assert words in race.countdown(TODAY + timedelta(race_in), "R", past(), TODAY)
    assert "Hike" not in race.countdown(TODAY + timedelta(21), "R", past(), TODAY)


def test_there_is_no_countdown_without_a_race_to_come() -> None:
    assert race.countdown(None, "", past(), TODAY) == ""
    assert race.countdown(TODAY - timedelta(1), "R", past(), TODAY) == ""
    assert race.countdown(TODAY, "R", past(), TODAY) == "R is today."


def test_the_typical_week_breaks_none_of_the_rules() -> None:
    monday = date(2026, 6, 1)
    plain = race.typical_week(monday)
    assert [e.words for e in plain if e.on == monday] == ["rest"]
    assert [e.protocol_id for e in plain if e.on.weekday() == 2] == ["step-up-80", "tread-hike"]
    for sunday in range(7):
        race_on = monday + timedelta(35 + sunday)
        week = race.typical_week(monday, race_on)
        crushers = [e.on for e in week if e.protocol_id == race.CRUSHER_ID]
        for day in crushers:
            left = (race_on - day).days
            assert any(abs(left - due) <= 3 for due in race.CRUSHER_DAYS)
            (long,) = (e.on for e in week if race.is_long_run(e))
            assert (long - day).days > race.CLEAR_DAYS


def test_the_next_seven_days_begin_today() -> None:
    days = {entry.on for entry in race.next_seven_days(TODAY)}
    assert days == {TODAY + timedelta(day) for day in range(7)}
