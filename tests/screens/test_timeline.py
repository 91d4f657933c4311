"""The protocol as blocks, and the now-line in it."""

import pytest

from kiosk.session.state import Course, Phase, Session
from kiosk.training.plan import Plan, Step, ZoneTarget
from screens.timeline import Workout, blocks_of, progress_of, workout_of
from tests.screens.screen_fakes import CIRCUIT, HILLS, STEP_UP_80


def session(plan: Plan, step: int, at: int, elapsed: int) -> Session:
    course = Course(plan, "group", tuple(range(len(plan.steps))), place=step, step_s=at)
    return Session(1, plan, "group", Phase.RUNNING, [1], course, elapsed_s=elapsed)


def test_blocks_are_as_wide_as_their_time() -> None:
    blocks = blocks_of(STEP_UP_80)
    assert [block.share for block in blocks] == [0.25, 0.25, 0.25, 0.125, 0.125]
    assert [block.begin for block in blocks] == [0, 0.25, 0.5, 0.75, 0.875]


def test_blocks_rise_with_the_zone_and_are_coloured_only_by_it() -> None:
    warm_up, two, three, four, cool_down = blocks_of(STEP_UP_80)
    assert cool_down.rise < warm_up.rise < two.rise < three.rise < four.rise
    assert [b.level for b in (warm_up, two, three, four, cool_down)] == [-1, 2, 3, 4, -1]


def test_steps_without_zone_or_effort_rise_by_their_kind() -> None:
    plan = Plan("p", "P", "any", (Step("a", "work", 60), Step("b", "recovery", 60)))
    work, recovery = blocks_of(plan)
    assert work.rise > recovery.rise


def test_a_step_of_unknown_length_gets_a_middling_width() -> None:
    squats, lunges, climb = blocks_of(CIRCUIT)
    assert squats.share == lunges.share == climb.share == pytest.approx(1 / 3)
    button_only = Plan("p", "P", "any", (Step("a", "work"), Step("b", "work")))
    assert [block.share for block in blocks_of(button_only)] == [0.5, 0.5]


def test_an_extended_step_grows() -> None:
    now = session(STEP_UP_80, 2, 10, 2410)
    now.main.extended_s = 600
    assert blocks_of(STEP_UP_80, now.main)[2].share == pytest.approx(1800 / 5400)
    assert progress_of(now).caption == "40:10 / 1:30:00"


def test_the_now_line_stands_where_the_session_stands() -> None:
    progress = progress_of(session(STEP_UP_80, 2, 600, 3000))
    assert (progress.index, progress.at, progress.caption) == (2, 0.625, "50:00 / 1:20:00")


def test_after_a_skip_the_total_is_what_will_be() -> None:
    assert progress_of(session(STEP_UP_80, 1, 0, 300)).caption == "5:00 / 1:05:00"


def test_with_a_button_to_come_only_elapsed_is_said_and_the_line_never_leaves_its_block() -> None:
    progress = progress_of(session(CIRCUIT, 0, 100_000, 100_000))
    assert progress.caption == "27:46:40"
    assert 0.3 < progress.at <= 1 / 3


def test_a_distance_step_is_as_far_as_its_metres() -> None:
    now = session(CIRCUIT, 2, 30, 100)
    now.main.step_distance_m, now.main.clock = 200, "own"
    assert progress_of(now).at == pytest.approx(5 / 6)


def test_a_finished_session_stands_at_the_end() -> None:
    done = session(HILLS, 9, 300, 1800)
    done.phase = Phase.FINISHED
    assert progress_of(done).at == 1.0


def test_a_workout_to_choose_says_how_long_it_takes() -> None:
    assert workout_of(STEP_UP_80) == Workout("Step-up 80", "80 min")
    assert workout_of(CIRCUIT) == Workout("Strength for the trail", "1 min +")
    assert workout_of(Plan("p", "P", "any", (Step("a", "work"),))).length == "open end"
    short = Plan("p", "P", "any", (Step("a", "work", 45, target=ZoneTarget(5)),))
    assert workout_of(short).length == "45 s"
