"""The wrong ways through straps, stations and tags: wet fingers, long names, too much of all."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.calibration import Calibration
from kiosk.coaches import Coach
from kiosk.events import Tilt
from kiosk.session.state import Participant
from kiosk.shelf import PoolStrap
from screens.walk import Page
from tests.screens import own_scenes as scene
from tests.screens.conftest import Glass
from tests.screens.looks import (
    LAYOUTS,
    NINE_MM,
    check_inside,
    check_nothing_is_cut_off,
    check_targets,
    check_texts_stay_apart,
    shown,
)
from tests.screens.own_scenes import anna
from tests.screens.screen_fakes import Asked, FakeApp, Seen, athlete, class_of, tap_in

Show = Callable[..., Glass]
LONG = "Maximiliane-Josephine von der Grünwaldau"  # forty letters


def at(glass: Show, app: FakeApp, page: Page, *size: int, athlete_id: int | None = 1) -> Glass:
    screen = glass(app, *size)
    screen.handle.board.walk_model.go(page, athlete_id=athlete_id)
    screen.beat()
    screen.beat()
    return screen


def page_of(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


# -- double taps and fingers on their way ----------------------------------------------------------


def test_the_second_tap_of_a_double_tap_answers_no_question(glass: Show) -> None:
    app = scene.battery_low()
    app.people = [athlete(number) for number in range(1, 9)]
    app.pool = [PoolStrap(number, 41_000 + number, 5) for number in range(1, 31)]
    screen = at(glass, app, Page.SHELF)
    screen.tap("pool-1")
    screen.show()
    yes, no = screen.middle("yes"), screen.middle("no")
    screen.beat()
    screen.tap("no")
    for place in (yes, no):
        screen.beat()
        screen.tap_at(place)
        screen.beat(0.1)
        assert screen.text("question-title").startswith("Take strap")
        screen.tap_at(place)
        screen.show()
        assert screen.shows("question"), "still to be answered"
        assert app.asked == []
        screen.beat()
        screen.tap("no")
        screen.beat()
        assert not screen.shows("question")


def test_a_finger_that_is_down_when_a_strap_is_asked_about_hits_nothing(glass: Show) -> None:
    app = class_of(4)
    screen = glass(app)
    screen.beat()
    place = screen.middle("tile-1")
    screen.press(place)
    app.strap_questions = [Asked(12_345, (athlete(5), athlete(6)))]
    screen.beat(0.1)
    screen.lift(place)
    screen.show()
    assert app.asked == []
    assert page_of(screen) is Page.GROUP


def test_whoever_leaves_while_a_strap_is_lent_to_them_leaves_no_page_behind(glass: Show) -> None:
    app = scene.battery_low()
    app.pool = [PoolStrap(1, 41_001)]
    screen = at(glass, app, Page.SHELF)
    lent: list[tuple[int, int]] = []

    def lend(number: int, athlete_id: int) -> int:
        lent.append((number, athlete_id))
        return 1

    def on_its_way(ask: int) -> str | None:
        return "" if ask and app.pool[0].holder_id is not None else None

    app.lend, app.shelf_answer = lend, on_its_way
    screen.tap("pool-1")
    screen.beat(0.1)
    del app.state.participants[1]
    screen.beat(0.1)
    assert page_of(screen) is Page.GROUP
    app.pool = [PoolStrap(1, 41_001, 1)]
    screen.beat()
    screen.beat(5.0)
    assert (page_of(screen), lent) == (Page.GROUP, [(1, 1)])
    assert not screen.shows("notice-0")


def test_a_tag_at_the_reader_takes_nobodys_keyboard_away(glass: Show) -> None:
    app = FakeApp()
    tap_in(app, 1)
    screen = at(glass, app, Page.ADD, athlete_id=None)
    screen.beat(30.0)
    app.tag_seen = Seen(app.state.now, 1)
    screen.beat()
    assert page_of(screen) is Page.ADD


def test_back_in_the_middle_of_calibrating_twice_is_the_menu_and_changes_nothing(
    glass: Show,
) -> None:
    app = FakeApp(stations=("Treadmill 1",), calibrations={"Treadmill 1": Calibration()})
    app.coach = Coach(1, "Maria")
    screen = glass(app)
    screen.handle.board.walk_model.go(Page.CALIBRATE, station="Treadmill 1")
    for _ in range(15):
        app.state.tilts["Treadmill 1"] = Tilt(app.state.now + 0.2, "Treadmill 1", 1.0, 0.2)
        screen.beat(0.2)
    screen.tap("level-flat")
    screen.beat(0.2)
    place = screen.middle("back")
    screen.beat()
    screen.tap_at(place)
    screen.beat(0.1)
    screen.tap_at(place)
    assert page_of(screen) is Page.DEVICES, "the second tap of a double tap leads nowhere"
    screen.beat()
    screen.tap("back")
    assert page_of(screen) is Page.COACH
    assert app.asked == []


# -- too much of everything ------------------------------------------------------------------------


def named(who: Participant) -> None:
    who.athlete = replace(who.athlete, name=LONG)


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_names_of_forty_letters_stay_in_their_places(glass: Show, width: int, height: int) -> None:
    app = scene.resting()
    for who in app.state.participants.values():
        named(who)
    app.people = [replace(athlete(number), name=LONG) for number in range(1, 5)]
    group = glass(app, width, height)
    group.beat()
    check_inside(group, ["swap-0"])
    page = at(glass, app, Page.MINE, width, height)
    check_inside(page, ["take-0"])
    check_texts_stay_apart(page)
    app.strap_questions = [Asked(12_345, tuple(app.people[:4]))]
    group.beat()
    check_inside(group, [f"strap-owner-{number}" for number in range(1, 5)])
    app.pool = [PoolStrap(1, 41_001, 2), PoolStrap(2, 41_002)]
    shelf = at(glass, app, Page.SHELF, width, height)
    check_inside(shelf, ["pool-1", "pool-2"])
    shelf.tap("pool-1")
    shelf.show()
    check_inside(shelf, ["question"])


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_of_thirty_two_stations_each_can_be_chosen(glass: Show, width: int, height: int) -> None:
    app = FakeApp(stations=tuple(f"Treadmill {number}" for number in range(1, 33)))
    tap_in(app, 1, station=None)
    app.state.occupants = dict.fromkeys(app.stations[:20], 2)
    tap_in(app, 2)
    screen = at(glass, app, Page.CHOOSE, width, height)
    assert screen.shows("station-20"), "the first free one is chosen, and in view"
    assert screen.box(screen.find("workout-0")).height() >= NINE_MM[width, height]
    check_nothing_is_cut_off(screen)
    check_texts_stay_apart(screen)
    seen: set[int] = set()
    for _ in range(20):
        places = shown(screen, "station-")
        names = [*(f"station-{place}" for place in places), "more-stations", "start-alone"]
        check_targets(screen, names, NINE_MM[width, height])
        seen |= set(places)
        screen.tap("more-stations")
        screen.beat()
    assert seen == set(range(32))


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_ninety_nine_straps_are_all_to_be_found(glass: Show, width: int, height: int) -> None:
    app = scene.battery_low()
    app.pool = [PoolStrap(number, 41_000 + number, None, 8, "low") for number in range(1, 100)]
    screen = at(glass, app, Page.SHELF, width, height)
    seen: set[int] = set()
    for _ in range(12):
        numbers = shown(screen, "pool-")
        check_targets(screen, [f"pool-{number}" for number in numbers], NINE_MM[width, height])
        check_inside(screen, [f"pool-{number}" for number in numbers])
        seen |= set(numbers)
        if screen.find("pool-after").property("enabled"):
            screen.tap("pool-after")
            screen.beat()
    assert seen == set(range(1, 100))


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
@pytest.mark.parametrize("name", ["planned", "measured", "on-stairs", "resting-several", "shared"])
def test_no_text_of_ones_own_page_runs_into_another(
    glass: Show, name: str, width: int, height: int
) -> None:
    screen = at(glass, scene.OWN_SCENES[name](), Page.MINE, width, height)
    check_texts_stay_apart(screen)
    for button in ("type-speed", "step-off", "take-0", "take-1", "take-2"):
        if screen.shows(button):
            check_inside(screen, [button])


# -- looks -----------------------------------------------------------------------------------------


def test_a_low_battery_does_not_move_the_head_of_its_tile(glass: Show) -> None:
    app = FakeApp()
    for number in range(1, 4):
        tap_in(app, number)
    anna(app).battery_low = True
    for size in LAYOUTS:
        screen = glass(app, *size)
        screen.beat()
        tops = [screen.box(screen.find("name", screen.tile(n))).y() for n in (1, 2, 3)]
        if size[0] > size[1]:
            assert max(tops) - min(tops) < 2, size
        assert screen.text("hint", screen.tile(1)) == "take a club strap"


def test_a_problem_is_told_with_the_short_name_of_its_port(glass: Show) -> None:
    app = FakeApp(
        notices=["Plug it into /dev/serial/by-id/usb-1a86_USB2.0-Serial-if00-port0 again"]
    )
    screen = glass(app)
    screen.beat()
    assert screen.text("notice-0") == "Plug it into usb-1a86_USB2.0-Serial-if00-port0 again"
