"""Choosing a workout by touch, and beginning it: alone, with a class, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.desk_port import PastLoaded
from kiosk.session.state import Phase, Signal
from kiosk.training.past import Past
from kiosk.training.suggestion import Suggestion
from screens.choose import PENDING_S
from screens.greet_scenes import planned
from screens.stage import Stage, shipped_plans
from screens.walk import Page
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM, check_nothing_is_cut_off, check_targets, texts
from tests.screens.screen_fakes import (
    CIRCUIT,
    HILLS,
    OTHERS,
    STEP_UP_80,
    FakeApp,
    athlete,
    class_of,
    enter,
    start,
    tap_in,
)

Show = Callable[..., Glass]


def choosing(
    glass: Show, app: FakeApp, athlete_id: int = 1, size: tuple[int, int] = (1280, 720)
) -> Glass:
    """The choose page of one athlete, settled."""
    screen = glass(app, *size)
    screen.handle.board.walk_model.go(Page.CHOOSE, athlete_id=athlete_id)
    screen.beat()
    return screen


def ready(*numbers: int, **changes: Any) -> FakeApp:
    app = FakeApp()
    for number in numbers:
        tap_in(app, number, **changes)
    return app


def page_of(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


def test_the_page_is_about_one_athlete_and_shows_their_bands(glass: Show) -> None:
    screen = choosing(glass, ready(7), 7)
    assert screen.text("page-title") == "Greta"
    assert screen.text("strap") == "96 bpm"
    assert screen.text("workout-title") == "Step-up 80"
    said = [text.property("text") for text in texts(screen)]
    assert "142–147 bpm" in said
    assert "80 min · treadmill" in said


def test_a_tap_on_a_workout_shows_it_large_and_start_alone_starts_it(glass: Show) -> None:
    screen = choosing(glass, ready(1))
    screen.tap("workout-1")
    assert screen.text("workout-title") == "Short hills"
    screen.tap("start-alone")
    assert screen.app.asked == [("start alone", HILLS.protocol_id, 1)]


def test_a_double_tap_on_start_starts_once_and_leads_to_the_own_view(glass: Show) -> None:
    app = ready(1)
    screen = choosing(glass, app)
    place = screen.middle("start-alone")
    screen.tap_at(place)
    screen.tap_at(place)
    assert screen.text("strap") == "starting…"
    screen.tap("workout-1")
    screen.tap("go-home")
    screen.beat(0.1)
    screen.tap_at(place)
    enter(app.state.participants[1], start(app, step=0, at=0))
    screen.beat(0.1)
    assert page_of(screen) is Page.MINE
    screen.tap_at(place)
    assert app.asked == [("start alone", STEP_UP_80.protocol_id, 1)]


def test_a_start_that_nothing_came_of_says_why_and_may_be_asked_for_again(glass: Show) -> None:
    app = ready(1)
    screen = choosing(glass, app)
    screen.tap("start-alone")
    app.notices = ["Nobody is ready to start: tap in first."]
    screen.beat(PENDING_S + 0.1)
    assert screen.text("notice-0") == app.notices[0]
    screen.tap("start-alone")
    assert app.asked == [("start alone", "step-up-80", 1)] * 2


def test_with_others_who_wait_a_class_can_be_started_for_all(glass: Show) -> None:
    app = ready(1, 2, 3, 4)
    screen = choosing(glass, app, 2)
    assert screen.find("start-class").property("label") == "Start class (4)"
    screen.tap("workout-2")
    screen.tap("start-class")
    screen.tap("start-alone")
    assert app.asked == [("start", CIRCUIT.protocol_id)]


def test_alone_there_is_no_class_to_start_or_join(glass: Show) -> None:
    screen = choosing(glass, ready(1))
    assert not screen.shows("start-class")
    assert not screen.shows("join-class")


def test_a_class_that_runs_can_be_joined_and_says_what_comes_first(glass: Show) -> None:
    app = class_of(3)
    tap_in(app, 9)
    screen = choosing(glass, app, 9)
    join = screen.find("join-class")
    assert join.property("label") == "Join class: Step-up 80, 47 min in"
    assert join.property("detail") == "you warm up 10 min first"
    assert not screen.shows("start-class")
    place = screen.middle("join-class")
    screen.tap_at(place)
    screen.tap_at(place)
    assert app.asked == [("join", 1, 9)]


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_beside_a_class_its_own_workout_is_the_one_that_is_shown(
    glass: Show, width: int, height: int
) -> None:
    app = class_of(2)
    app.plans = [*OTHERS, *OTHERS, STEP_UP_80]
    tap_in(app, 9)
    screen = choosing(glass, app, 9, (width, height))
    screen.beat()
    assert screen.text("workout-title") == "Step-up 80"
    assert screen.shows("workout-10")


def test_go_home_taps_out_and_goes_to_the_group(glass: Show) -> None:
    screen = choosing(glass, ready(1, 2))
    screen.tap("go-home")
    assert screen.app.asked == [("tap out", 1)]
    assert page_of(screen) is Page.GROUP


def test_back_changes_nothing(glass: Show) -> None:
    screen = choosing(glass, ready(1, 2))
    screen.tap("workout-1")
    screen.tap("back")
    assert screen.app.asked == []
    assert page_of(screen) is Page.GROUP


def test_the_next_athlete_begins_with_the_first_workout(glass: Show) -> None:
    screen = choosing(glass, ready(1, 2))
    screen.tap("workout-1")
    screen.tap("back")
    screen.handle.board.walk_model.go(Page.CHOOSE, athlete_id=2)
    screen.beat()
    assert screen.text("workout-title") == "Step-up 80"
    assert screen.text("page-title") == "Ben"


def test_without_a_strap_or_zones_one_is_told_and_may_start(glass: Show) -> None:
    app = ready(1, bpm=None, signal=Signal.NEVER, zones=None)
    screen = choosing(glass, app)
    assert screen.text("strap") == "waiting for your strap…"
    assert "not known" in screen.text("zones-note")
    screen.tap("start-alone")
    assert app.asked == [("start alone", "step-up-80", 1)]


def test_nothing_can_be_started_before_the_tap_in_has_arrived(glass: Show) -> None:
    app = FakeApp()
    app.people = (athlete(1),)
    screen = choosing(glass, app)
    assert screen.text("page-title") == "Anna"
    screen.tap("start-alone")
    assert app.asked == []
    tap_in(app, 1)
    screen.beat(0.1)
    screen.tap("start-alone")
    assert app.asked == [("start alone", "step-up-80", 1)]


def test_two_fingers_on_two_ways_to_start_do_one_thing(glass: Show) -> None:
    screen = choosing(glass, ready(1, 2, 3))
    both = (screen.middle("start-alone"), screen.middle("start-class"))
    screen.press(*both)
    screen.lift(*both)
    assert len(screen.app.asked) == 1


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_every_workout_can_be_reached_and_chosen(glass: Show, width: int, height: int) -> None:
    app = ready(1)
    app.plans = [*app.plans, *OTHERS, *OTHERS]
    screen = choosing(glass, app, size=(width, height))
    seen: list[str] = []
    while True:
        seen += [n.objectName() for n in screen.items() if n.objectName()[:8] == "workout-"]
        if not screen.find("workouts-after").isEnabled():
            break
        screen.tap("workouts-after")
    chosen = {name for name in seen if name[8:].isdecimal()}
    assert chosen == {f"workout-{n}" for n in range(len(app.plans))}
    last = f"workout-{len(app.plans) - 1}"
    screen.tap(last)
    screen.tap("start-alone")
    assert app.asked == [("start alone", app.plans[-1].protocol_id, 1)]


def _scene(name: str) -> tuple[FakeApp, int]:
    if name == "class":
        app = class_of(3)
        return app, tap_in(app, 9).athlete.id
    if name == "unknown":
        return ready(1, bpm=None, signal=Signal.NEVER, zones=None), 1
    app = ready(*range(1, 13))
    return app, 12


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
@pytest.mark.parametrize("scene", ["class", "unknown", "several"])
@pytest.mark.parametrize("workout", [0, 1])
def test_nothing_is_cut_off_and_every_target_fits_a_finger(
    glass: Show, width: int, height: int, scene: str, workout: int
) -> None:
    app, athlete_id = _scene(scene)
    app.notices = ["No ANT stick found: plug one in, it is found by itself."]
    screen = choosing(glass, app, athlete_id, (width, height))
    screen.tap(f"workout-{workout}")
    check_nothing_is_cut_off(screen)
    fixed = ("start-alone", "go-home", "back", "start-class", "join-class", "workouts-after")
    names = [item.objectName() for item in screen.items()]
    cards = [name for name in names if name[:8] == "workout-" and name[8:].isdecimal()]
    assert cards
    check_targets(screen, cards + [n for n in fixed if n in names], NINE_MM[width, height])


def test_somebody_who_was_tapped_out_elsewhere_leaves_the_page(glass: Show) -> None:
    app = ready(1)
    screen = choosing(glass, app)
    app.state.participants.clear()
    screen.beat(4.0)
    assert page_of(screen) is Page.GROUP


def test_after_a_session_one_may_choose_again(glass: Show) -> None:
    app = ready(1, phase=Phase.FINISHED)
    screen = choosing(glass, app)
    screen.tap("start-alone")
    assert app.asked == [("start alone", "step-up-80", 1)]


def test_what_is_due_is_chosen_already_and_says_how_it_was(glass: Show) -> None:
    stage = Stage()
    stage.roster(2)
    stage.tap_in(1)
    planned(stage, 1)
    screen = glass(stage.app, 800, 480)
    screen.tap("tile-1")
    stage.run(1)
    screen.show()
    assert screen.text("workout-title") == "Step-up 80"
    assert screen.text("workout-last").startswith("Last time: 7.2")
    assert "A little quicker" in screen.text("workout-last")
    assert screen.text("workout-feel") == "Feels steady, at its hardest very hard: 9 of 10"


def test_a_kind_of_workout_is_one_touch_away_and_the_clubs_own_stand_beside_the_others(
    glass: Show,
) -> None:
    own = replace(shipped_plans()[0], protocol_id="own-hike", name="Own hike", category="hike")
    stage = Stage([*shipped_plans(), own])
    stage.roster(2)
    stage.tap_in(1)
    screen = glass(stage.app, 800, 480)
    screen.tap("tile-1")
    stage.run(1)
    screen.show()
    titles = [tab.property("label") for tab in screen.items() if tab.objectName()[:4] == "tab-"]
    assert titles == [
        "Step-up",
        "Hikes",
        "Hills",
        "Downhill",
        "Strength",
        "Free and class",
        "Tests",
    ]
    screen.tap("tab-1")
    stage.run(1)
    screen.show()
    assert screen.text("workout-title") in {"Vest hike", "Stair hike", "Tread hike"}
    shown = [item.objectName() for item in screen.items() if item.objectName()[:8] == "workout-"]
    places = [int(name[8:]) for name in shown if name[8:].isdecimal()]
    assert places
    assert {stage.app.plans[place].category for place in places} == {"hike"}
    while screen.find("workouts-before").isEnabled():
        screen.tap("workouts-before")
        stage.run(1)
        screen.show()
    while "Own hike" not in {item.property("text") for item in texts(screen)}:
        assert screen.find("workouts-after").isEnabled(), "it is on none of the pages"
        screen.tap("workouts-after")
        stage.run(1)
        screen.show()


def test_somebody_without_history_finds_a_workout_chosen_that_is_for_beginners(
    glass: Show,
) -> None:
    stage = Stage()
    stage.roster(2)
    stage.tap_in(1)
    stage.mailbox.post(PastLoaded(stage.clock.monotonic(), {1: Past()}))
    stage.run(1)
    screen = glass(stage.app, 800, 480)
    screen.tap("tile-1")
    stage.run(1)
    screen.show()
    assert screen.text("workout-title") == "Step-up 30, beginners"
    screen.tap("start-alone")
    stage.run(1)
    session_id = stage.app.state.participants[1].session_id
    assert session_id is not None
    assert stage.app.state.sessions[session_id].plan.level == "beginner"


def test_what_the_disk_tells_late_is_chosen_unless_somebody_has_chosen_already(
    glass: Show,
) -> None:
    app = ready(1)
    app.untold = {1}
    screen = choosing(glass, app)
    assert screen.text("workout-title") == "Step-up 80"
    app.untold, app.suggestions = set(), {1: Suggestion(HILLS, is_planned=True)}
    screen.beat(0.1)
    assert screen.text("workout-title") == "Short hills"
    screen.tap("start-alone")
    assert app.asked == []  # a finger on its way to what stood there before
    app.untold = {1}
    screen.beat()
    screen.tap("workout-2")
    app.untold = set()
    screen.beat()
    assert screen.text("workout-title") == CIRCUIT.name
