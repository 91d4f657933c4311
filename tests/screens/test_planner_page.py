"""Everybody's week, by touch on the real shell."""

from datetime import date, timedelta

import pytest

from kiosk.coach_port import DayPlan
from kiosk.desk_port import PastLoaded
from kiosk.training.past import Past, Planned
from screens.walk import Page
from tests.screens.coach_rig import CoachVisit, Show

TODAY = date(2026, 1, 1)
BEN = 2


def visit(glass: Show, size: str = "800x480") -> CoachVisit:
    return CoachVisit(glass, Page.PLANNER, 14, size)


def planned(coach: CoachVisit, athlete_id: int, *days: tuple[int, str | None, str]) -> None:
    """Something is planned so many days ahead."""
    entries = tuple(Planned(TODAY + timedelta(n), plan, words) for n, plan, words in days)
    coach.desk.plans[athlete_id] = Past(plan=entries)
    now = coach.stage.clock.monotonic()
    coach.stage.mailbox.post(PastLoaded(now, dict(coach.desk.plans)))
    coach.waits()


@pytest.mark.parametrize("size", ["800x480", "720x1280", "1280x720"])
def test_a_touch_on_a_day_and_one_on_a_workout_plan_it(glass: Show, size: str) -> None:
    coach = visit(glass, size)
    coach.tap("plan-2-1")
    assert coach.text("page-title") == "Ben · Friday 2 January"
    coach.screen.tap("option-step-up-30")
    coach.screen.show()
    assert coach.text("plan-words-2-1") == "Step-up 30 …"  # seen before the disk has it
    coach.works()
    assert coach.text("plan-words-2-1") == "Step-up 30"
    day = TODAY + timedelta(1)
    assert coach.desk.asked == [("plan", DayPlan(BEN, day, (Planned(day, "step-up-30"),)))]


def test_the_same_again_takes_it_back_and_so_does_the_button(glass: Show) -> None:
    coach = visit(glass)
    planned(coach, BEN, (0, None, "rest"), (1, "step-up-30", ""))
    coach.tap("plan-2-0", "option-words:rest")
    coach.works()
    coach.tap("plan-2-1", "plan-free")
    coach.works()
    assert coach.desk.plans[BEN].plan == ()


def test_what_is_planned_speaks_against_what_comes_after_it(glass: Show) -> None:
    coach = visit(glass)
    planned(coach, BEN, (0, "tread-hike", ""), (2, "tread-hike", ""), (4, "tread-hike", ""))
    assert coach.text("plan-words-2-2") == "Tread hike"
    assert coach.text("plan-words-2-4") == "! Tread hike"
    coach.tap("plan-2-4")
    assert "once or twice a week" in coach.text("option-warning-tread-hike")
    assert not coach.screen.shows("option-warning-step-up-30")


def test_a_week_is_copied_on_after_a_question_and_free_days_stay(glass: Show) -> None:
    coach = visit(glass)
    planned(coach, BEN, (0, None, "rest"), (3, "step-up-30", ""), (8, None, "easy"))
    coach.tap("plan-name-2", "no")
    assert coach.desk.asked == []
    coach.tap("plan-name-2", "yes")
    coach.works()
    days = {entry.on: entry for entry in coach.desk.plans[BEN].plan}
    assert days[TODAY + timedelta(10)].protocol_id == "step-up-30"
    assert days[TODAY + timedelta(7)].words == "rest"
    assert days[TODAY + timedelta(8)].words == "easy"
    coach.tap("days-after")
    assert coach.text("plan-words-2-3") == "Step-up 30"


def test_nothing_planned_is_nothing_to_copy(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("copy-all")
    assert coach.text("plan-trouble") == "Nothing is planned for these seven days yet."
    assert coach.desk.asked == []


def test_a_refusal_is_said_and_the_day_is_as_it_was(glass: Show) -> None:
    coach = visit(glass)
    planned(coach, BEN, (1, "step-up-30", ""))
    coach.desk.refusal = "The history cannot be written: free some space on the disk."
    coach.tap("plan-2-1", "option-words:easy")
    coach.works()
    assert coach.text("plan-trouble").startswith("The history cannot be written")
    assert coach.text("plan-words-2-1") == "Step-up 30"


def test_a_double_tap_on_a_day_plans_nothing(glass: Show) -> None:
    coach = visit(glass)
    coach.twice("plan-2-1")
    assert coach.screen.shows("plan-sheet")
    assert coach.desk.asked == []
    coach.tap("back")
    assert coach.walk[0] is Page.PLANNER
    coach.tap("back")
    assert coach.walk[0] is Page.COACH


def test_somebody_removed_elsewhere_while_their_day_is_open_closes_it(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("plan-2-1")
    coach.desk.gone(BEN)
    coach.stage.reload()
    coach.waits()
    assert not coach.screen.shows("plan-sheet")
    assert not coach.screen.shows("plan-name-2")


def test_more_people_than_fit_are_turned_to(glass: Show) -> None:
    coach = visit(glass)
    assert not coach.screen.shows("plan-name-14")
    coach.tap("plan-people-after", "plan-people-after")
    assert coach.screen.shows("plan-name-14")
