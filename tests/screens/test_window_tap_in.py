"""Tapping in by touch: from the idle screen to a person, a strap, or somebody new."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from kiosk.session.state import Phase, StrapHeard
from screens.walk import HOME_AFTER_S, Page
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM, check_nothing_is_cut_off, check_targets
from tests.screens.screen_fakes import FakeApp, athlete, class_of, tap_in

Show = Callable[..., Glass]


def club(count: int) -> FakeApp:
    app = FakeApp()
    app.state.now = 100.0
    app.people = tuple(
        replace(athlete(number), name=f"{athlete(number).name} {number}")
        for number in range(1, count + 1)
    )
    return app


def heard(app: FakeApp, number: int) -> None:
    app.state.straps[1000 + number] = StrapHeard(app.state.now, app.state.now)


def stranger(app: FakeApp, strap: int, rssi_dbm: int | None = None, *, low: bool = False) -> None:
    """The newest comes first, as the shell says it."""
    now = app.state.now
    app.straps_of_nobody.insert(0, (strap, StrapHeard(now, now, rssi_dbm, battery_low=low)))


def opened(screen: Glass) -> Glass:
    screen.tap("tap-in")
    screen.beat()
    return screen


def page_of(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


def order(screen: Glass) -> list[int]:
    """Whose tiles are to be seen, in the order of reading."""
    tiles = [item for item in screen.items() if item.objectName().startswith("person-")]
    tiles = [tile for tile in tiles if tile.objectName()[7:].isdecimal()]
    tiles.sort(key=lambda tile: (round(screen.box(tile).top()), screen.box(tile).left()))
    return [int(tile.objectName()[7:]) for tile in tiles]


def test_a_tap_on_ones_name_taps_in_and_asks_what_to_train(glass: Show) -> None:
    screen = opened(glass(club(5)))
    screen.tap("person-3")
    assert screen.app.asked == [("tap in", 3)]
    assert page_of(screen) is Page.CHOOSE
    assert screen.text("page-title") == "Chloe 3"
    assert screen.text("strap") == "tapping in…"


def test_a_double_tap_on_tap_in_or_on_a_name_does_nothing_on_the_page_that_comes(
    glass: Show,
) -> None:
    screen = glass(club(200))
    place = screen.middle("tap-in")
    screen.tap_at(place)
    screen.tap_at(place)
    assert page_of(screen) is Page.TAP_IN
    assert screen.app.asked == []
    screen.beat()
    place = screen.middle("person-2")
    screen.tap_at(place)
    screen.tap_at(place)
    screen.beat(0.1)
    screen.tap_at(place)
    assert screen.app.asked == [("tap in", 2)]
    assert page_of(screen) is Page.CHOOSE


def test_two_fingers_on_two_names_tap_in_one_person(glass: Show) -> None:
    screen = opened(glass(club(6)))
    both = (screen.middle("person-1"), screen.middle("person-2"))
    screen.press(*both)
    screen.lift(*both)
    assert len(screen.app.asked) == 1


def test_whoever_is_in_already_is_marked_and_gets_their_own_page(glass: Show) -> None:
    app = club(4)
    tap_in(app, 2)
    screen = opened(glass(app))
    assert screen.text("person-mark", screen.find("person-2")) == "tapped in"
    screen.tap("person-2")
    assert app.asked == []
    assert (page_of(screen), screen.handle.board.walk_model.walk.athlete_id) == (Page.CHOOSE, 2)


def test_whose_strap_is_heard_comes_first_and_a_finger_on_its_way_hits_nobody_else(
    glass: Show,
) -> None:
    app = club(6)
    heard(app, 4)
    screen = opened(glass(app))
    assert order(screen) == [4, 1, 2, 3, 5, 6]
    assert screen.text("person-mark", screen.find("person-4")) == "strap heard"
    place = screen.middle("person-1")
    heard(app, 6)
    screen.beat(0.1)
    assert order(screen) == [4, 6, 1, 2, 3, 5]
    screen.tap_at(place)
    assert app.asked == []
    screen.beat()
    screen.tap("person-1")
    assert app.asked == [("tap in", 1)]


def test_a_strap_that_falls_silent_moves_nobody(glass: Show) -> None:
    app = club(5)
    heard(app, 5)
    screen = opened(glass(app))
    screen.beat(20.0)
    assert order(screen) == [5, 1, 2, 3, 4]
    screen.tap("person-5")
    assert app.asked == [("tap in", 5)]


def test_a_strap_of_nobody_leads_to_a_new_person_with_that_strap(glass: Show) -> None:
    app = club(2)
    stranger(app, 48213, -50, low=True)
    screen = opened(glass(app))
    assert screen.shows("strap-battery", screen.find("strap-48213"))
    screen.tap("strap-48213")
    walk = screen.handle.board.walk_model.walk
    assert (walk.page, walk.strap) == (Page.ADD, 48213)


def test_straps_stay_in_their_places_and_a_new_one_comes_first(glass: Show) -> None:
    app = club(2)
    stranger(app, 11, -80)
    stranger(app, 22, -50)
    screen = opened(glass(app))
    left = {strap: screen.box(screen.find(f"strap-{strap}")).left() for strap in (22, 11)}
    assert left[22] < left[11]
    app.straps_of_nobody.reverse()  # the signals waver
    screen.beat()
    assert left == {s: screen.box(screen.find(f"strap-{s}")).left() for s in (22, 11)}
    place = screen.middle("strap-22")
    stranger(app, 33)
    screen.beat(0.1)
    assert screen.box(screen.find("strap-33")).left() == left[22]
    screen.tap_at(place)
    assert page_of(screen) is Page.TAP_IN
    app.straps_of_nobody.clear()
    screen.beat()
    assert not any(item.objectName().startswith("strap-") for item in screen.items())


def test_somebody_new_and_back_in_the_middle(glass: Show) -> None:
    screen = opened(glass(club(3)))
    screen.tap("new-person")
    assert page_of(screen) is Page.ADD
    screen.handle.board.walk_model.back()
    screen.beat()
    screen.tap("back")
    assert page_of(screen) is Page.GROUP
    assert screen.app.asked == []


def test_an_empty_roster_says_what_to_do(glass: Show) -> None:
    screen = opened(glass(club(0)))
    assert "Nobody" in screen.text("nobody")
    screen.tap("first-person")
    assert page_of(screen) is Page.ADD


@pytest.mark.parametrize(("width", "height"), [(800, 480), (720, 1280), (1920, 1080)])
def test_each_of_200_people_can_be_reached_by_turning_pages(
    glass: Show, width: int, height: int
) -> None:
    screen = opened(glass(club(200), width, height))
    seen = order(screen)
    while screen.find("people-after").isEnabled():
        screen.tap("people-after")
        seen += order(screen)
    assert sorted(seen) == list(range(1, 201))
    assert len(seen) == 200
    screen.tap("person-" + str(seen[-1]))
    assert screen.app.asked == [("tap in", seen[-1])]


def test_letters_lead_straight_into_a_long_roster_and_pages_turn_back(glass: Show) -> None:
    screen = opened(glass(club(200), 800, 480))
    first = order(screen)
    letters = [item for item in screen.items() if item.objectName().startswith("letters-")]
    assert len(letters) >= 5
    last = letters[-1]
    begin = str(last.property("title"))[0]
    screen.tap(last.objectName())
    top = screen.text("person-name", screen.find(f"person-{order(screen)[0]}"))
    assert top[0] == begin
    while screen.find("people-before").isEnabled():
        screen.tap("people-before")
    assert order(screen) == first


def test_a_name_that_joins_or_leaves_the_roster_is_followed(glass: Show) -> None:
    app = club(3)
    screen = opened(glass(app))
    app.people = app.people[1:]
    screen.beat()
    assert order(screen) == [2, 3]
    app.people = ()
    screen.beat()
    assert screen.shows("nobody")


def test_a_touch_anywhere_keeps_the_page_and_without_one_it_goes_home(glass: Show) -> None:
    screen = opened(glass(club(3)))
    screen.beat(HOME_AFTER_S[Page.TAP_IN] - 2)
    screen.tap_at(QPoint(640, 700))
    screen.beat(HOME_AFTER_S[Page.TAP_IN] - 1)
    assert page_of(screen) is Page.TAP_IN
    screen.beat(1.5)
    assert page_of(screen) is Page.GROUP


def test_ones_own_tile_in_the_group_opens_ones_own_page(glass: Show) -> None:
    app = class_of(3)
    tap_in(app, 4)
    screen = glass(app)
    screen.tap("tile-2")
    assert page_of(screen) is Page.MINE
    screen.handle.board.walk_model.home()
    screen.beat()
    screen.tap("tile-4")
    assert page_of(screen) is Page.CHOOSE


def test_back_home_the_second_tap_of_a_double_tap_presses_nothing(glass: Show) -> None:
    app = class_of(3)
    screen = glass(app)
    screen.handle.board.walk_model.go(Page.TAP_IN)
    screen.beat()
    screen.handle.board.walk_model.home()
    for name in ("pause", "skip", "extend", "end", "tap-in", "tile-1"):
        screen.tap(name)
    assert app.asked == []
    assert page_of(screen) is Page.GROUP


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
@pytest.mark.parametrize("count", [0, 1, 12, 200])
def test_nothing_is_cut_off_and_every_target_fits_a_finger(
    glass: Show, width: int, height: int, count: int
) -> None:
    app = club(count)
    if count:
        heard(app, 1)
    for number in range(9):
        stranger(app, 10_000 + number, -50 - number)
    screen = opened(glass(app, width, height))
    check_nothing_is_cut_off(screen)
    names = [f"person-{number}" for number in order(screen)]
    names += [i.objectName() for i in screen.items() if i.objectName()[:6] in ("strap-", "letter")]
    names += ["back", "new-person"]
    if count == 200:
        names += ["people-before", "people-after"]
    names = [name for name in names if name != "strap-battery"]
    check_targets(screen, names, NINE_MM[width, height])


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_tap_in_is_always_within_reach_on_the_group_page(
    glass: Show, width: int, height: int
) -> None:
    busy = class_of(5)
    busy.state.sessions[1].clock = busy.state.sessions[1].main.clock = "own"
    tap_in(busy, 6)
    for app in (FakeApp(), busy, class_of(32)):
        app.notices = ["No ANT stick found: plug one in, it is found by itself."]
        screen = glass(app, width, height)
        shown = [
            n for n in ("tap-in", "start", "pause", "skip", "extend", "end") if screen.shows(n)
        ]
        check_targets(screen, shown, NINE_MM[width, height])
        assert "tap-in" in shown


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
@pytest.mark.parametrize("count", [2, 16, 32])
def test_waiting_tiles_are_not_cut_off_either(
    glass: Show, width: int, height: int, count: int
) -> None:
    app = FakeApp()
    for number in range(1, count + 1):
        tap_in(app, number, phase=Phase.FINISHED if number % 2 else Phase.READY)
    screen = glass(app, width, height)
    for number in app.state.participants:
        check_nothing_is_cut_off(screen, screen.tile(number))
