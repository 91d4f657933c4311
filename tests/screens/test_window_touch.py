"""The window under real touches: what is tapped is asked for, once, and nothing else."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint

from kiosk.session.state import Phase
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM
from tests.screens.screen_fakes import (
    CIRCUIT,
    HILLS,
    STEP_UP_80,
    Cut,
    FakeApp,
    class_of,
    enter,
    start,
    tap_in,
)

Show = Callable[..., Glass]


def ready(count: int = 3) -> FakeApp:
    app = FakeApp()
    for number in range(1, count + 1):
        tap_in(app, number)
    return app


def test_a_tap_on_start_starts_the_chosen_workout(glass: Show) -> None:
    screen = glass(ready())
    screen.tap("chip-1")
    screen.tap("start")
    assert screen.app.asked == [("start", HILLS.protocol_id)]


def test_a_double_tap_on_start_starts_once_and_touches_nothing_that_takes_its_place(
    glass: Show,
) -> None:
    screen = glass(ready())
    place = screen.middle("start")
    screen.tap_at(place)
    screen.tap_at(place)
    screen.beat(0.1)
    start(screen.app)
    screen.beat(0.1)
    screen.tap_at(place)
    for name in ("pause", "skip", "extend", "end"):
        screen.tap(name)
    assert screen.app.asked == [("start", STEP_UP_80.protocol_id)]
    assert not screen.shows("question")


def test_start_can_be_asked_for_again_when_nothing_came_of_it(glass: Show) -> None:
    screen = glass(ready())
    screen.tap("start")
    screen.beat(4.0)
    screen.tap("start")
    assert screen.app.asked == [("start", "step-up-80")] * 2


def test_start_is_not_there_while_nobody_is_and_does_nothing_while_nobody_is_ready(
    glass: Show,
) -> None:
    app = FakeApp()
    assert not glass(app).shows("start")
    own = start(app, HILLS, step=1, at=10)
    own.clock = own.main.clock = "own"
    app.state.participants = {1: tap_in(FakeApp(), 1, phase=Phase.PAUSED)}
    app.state.sessions.clear()
    screen = glass(app)
    screen.tap("start")
    assert app.asked == []
    assert not screen.find("start").isEnabled()


def test_pause_becomes_resume_and_back(glass: Show) -> None:
    app = class_of(4)
    screen = glass(app)
    session = app.state.sessions[1]
    assert screen.find("pause").property("label") == "Pause"
    screen.tap("pause")
    session.phase = Phase.PAUSED
    screen.beat()
    assert screen.find("pause").property("label") == "Resume"
    screen.tap("pause")
    assert app.asked == [("pause", 1), ("resume", 1)]


def test_skip_is_asked_for_once_by_a_double_tap_and_again_a_second_later(glass: Show) -> None:
    screen = glass(class_of(2))
    screen.tap("skip")
    screen.tap("skip")
    screen.beat()
    screen.tap("skip")
    assert screen.app.asked == [("skip", 1)] * 2


def test_three_taps_on_plus_one_minute_are_three_minutes(glass: Show) -> None:
    screen = glass(class_of(2))
    for _ in range(3):
        screen.tap("extend")
    assert screen.app.asked == [("extend", 1, 60)] * 3


def test_end_asks_first_and_no_ends_nothing(glass: Show) -> None:
    screen = glass(class_of(3))
    screen.tap("end")
    assert screen.app.asked == []
    assert screen.text("question-title") == "End for everybody?"
    screen.tap("no")
    assert not screen.shows("question")
    assert screen.app.asked == []


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_yes_ends_the_session_once_and_is_nowhere_near_end(
    glass: Show, width: int, height: int
) -> None:
    screen = glass(class_of(3), width, height)
    screen.tap("end")
    yes = screen.find("yes")
    assert not any(
        screen.box(yes).intersects(screen.box(item))
        for item in screen.items()
        if item.objectName() in {"end", "extend", "skip", "pause"}
    )
    place = screen.middle("yes")
    screen.beat()
    screen.tap_at(place)
    screen.tap_at(place)
    assert screen.app.asked == [("end", 1)]


def test_nothing_under_a_question_can_be_touched(glass: Show) -> None:
    screen = glass(class_of(3))
    places = [screen.middle(name) for name in ("pause", "skip", "extend")]
    screen.tap("end")
    screen.beat()
    for place in places:
        screen.tap_at(place)
    assert screen.app.asked == []


def test_the_question_goes_away_when_the_session_has_ended_by_itself(glass: Show) -> None:
    screen = glass(class_of(3))
    screen.tap("end")
    screen.app.state.sessions[1].phase = Phase.FINISHED
    screen.beat()
    assert not screen.shows("question")


def test_a_finger_that_rests_on_the_glass_does_not_keep_another_from_tapping(glass: Show) -> None:
    screen = glass(class_of(3))
    screen.rest(screen.box(screen.tile(1)).center().toPoint())
    screen.tap_beside("pause")
    assert screen.app.asked == [("pause", 1)]
    assert screen.shows("tile-1")


def test_two_fingers_on_one_button_press_it_once(glass: Show) -> None:
    screen = glass(class_of(3))
    middle = screen.middle("skip")
    both = (middle + QPoint(-12, 0), middle + QPoint(12, 0))
    screen.press(*both)
    screen.lift(*both)
    screen.beat(0.1)
    assert screen.app.asked in ([], [("skip", 1)])


def test_two_fingers_on_two_buttons_do_one_thing(glass: Show) -> None:
    screen = glass(class_of(3))
    both = (screen.middle("pause"), screen.middle("skip"))
    screen.press(*both)
    screen.lift(*both)
    assert len(screen.app.asked) == 1


def test_a_finger_that_slides_off_a_button_has_not_tapped_it(glass: Show) -> None:
    screen = glass(class_of(3))
    screen.press(screen.middle("pause"))
    screen.lift(QPoint(200, 200))
    assert screen.app.asked == []


def test_the_button_of_a_step_that_waits_for_one_says_next(glass: Show) -> None:
    app = ready(2)
    start(app, CIRCUIT, step=0, at=12)
    screen = glass(app)
    assert screen.find("skip").property("label") == "Next"
    screen.tap("skip")
    assert app.asked == [("skip", 1)]


def test_the_buttons_belong_to_the_class_even_if_an_own_clock_was_first(glass: Show) -> None:
    app = ready(3)
    own = start(app, HILLS, step=1, at=10)
    own.clock = own.main.clock = "own"
    own.athlete_ids = [1]
    for number in (2, 3):
        app.state.participants[number].phase = Phase.READY
        app.state.participants[number].session_id = None
    screen = glass(app)
    assert screen.find("start").isEnabled()
    screen.tap("pause")
    assert app.asked == [("pause", own.id)]
    group = start(app)
    enter(app.state.participants[1], own)
    screen.beat()
    assert not screen.shows("start")
    screen.tap("pause")
    assert app.asked[1:] == [("pause", group.id)]


def test_after_a_power_cut_one_touch_goes_on_and_what_was_cut_before_is_asked_then(
    glass: Show,
) -> None:
    app = ready(1)
    before, started = (datetime(2026, 1, day, 18, 2, tzinfo=UTC) for day in (1, 5))
    app.day = started.date()
    app.cut_sessions = [
        Cut(4, "Hike", before, ("Carl",)),
        Cut(5, "Step-up 80", started, ("Anna", "Ben")),
        Cut(6, "Hill repeats", started, ("Dora",), lasted_s=1802),
    ]
    screen = glass(app)
    assert screen.text("question-title") == "The kiosk stopped at 18:32."
    assert screen.text("question-body") == (
        "2 people were training Step-up 80: Anna, Ben.\nDora was training Hill repeats."
    )
    place = screen.middle("yes")
    screen.beat()
    screen.tap_at(place)
    screen.beat(0.1)
    screen.tap_at(place)  # the second tap of a double tap answers nothing
    screen.beat()
    assert screen.text("question-title") == "The kiosk stopped: Thu 1 Jan 2026, 18:32."
    assert screen.text("question-body") == "Carl was training Hike."
    screen.tap("no")
    screen.beat()
    assert not screen.shows("question")
    assert app.asked == [("resume cut", 5), ("resume cut", 6), ("close cut", 4)]


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_every_button_is_nine_millimetres_in_every_layout(
    glass: Show, width: int, height: int
) -> None:
    least = NINE_MM[width, height]
    choosing = glass(ready(5), width, height)
    running = glass(class_of(5), width, height)
    asking = glass(class_of(5), width, height)
    asking.tap("end")
    for screen, names in (
        (choosing, ("start", "chip-0", "chip-1")),
        (running, ("pause", "skip", "extend", "end")),
        (asking, ("yes", "no")),
    ):
        window = screen.handle.window.contentItem().boundingRect()
        for name in names:
            box = screen.box(screen.find(name))
            assert min(box.width(), box.height()) >= least, name
            assert window.contains(box), name


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_buttons_side_by_side_do_not_overlap(glass: Show, width: int, height: int) -> None:
    app = class_of(3)
    app.state.sessions[1].clock = app.state.sessions[1].main.clock = "own"
    tap_in(app, 4)
    screen = glass(app, width, height)
    boxes = [screen.box(screen.find(name)) for name in ("start", "pause", "skip", "extend", "end")]
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
