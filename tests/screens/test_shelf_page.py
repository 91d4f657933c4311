"""The shelf of the club's straps under fingers, in the whole window."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.session.state import Signal, StrapHeard
from kiosk.shelf import PoolStrap
from screens.errands import GIVES_UP_S
from screens.walk import Page
from tests.screens import own_scenes as scene
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM, check_nothing_is_cut_off, check_targets
from tests.screens.screen_fakes import DAY_MS, TODAY_MS, FakeApp, athlete, tap_in

Show = Callable[..., Glass]
POOL = (
    PoolStrap(1, 41_001, None, 80, "good", TODAY_MS - DAY_MS),
    PoolStrap(2, 41_002, 5, 65, None, TODAY_MS),
    PoolStrap(3, 41_003, None, 12, "low", TODAY_MS - 4 * DAY_MS),
    PoolStrap(4, 41_004, 2, 3, "critical", TODAY_MS),
    PoolStrap(12, 41_012, None, None, None, None),
)


def club(app: FakeApp | None = None) -> FakeApp:
    """Anna trains with a flat strap, Ben has one of the club's."""
    app = scene.battery_low() if app is None else app
    app.people = [athlete(number) for number in range(1, 9)]
    app.pool = list(POOL)
    return app


def from_mine(glass: Show, app: FakeApp | None = None, *size: int) -> Glass:
    """Anna's own page, and there "Swap strap"."""
    screen = glass(club() if app is None else app, *size)
    screen.handle.board.walk_model.go(Page.MINE, athlete_id=1)
    screen.beat()
    screen.tap("swap-strap")
    screen.beat()
    return screen


def from_tap_in(glass: Show, app: FakeApp | None = None, *size: int) -> Glass:
    screen = glass(club(FakeApp()) if app is None else app, *size)
    screen.tap("tap-in")
    screen.beat()
    screen.tap("club-straps")
    screen.beat()
    return screen


def page_of(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


def said(screen: Glass, number: int) -> list[str]:
    tile = screen.find(f"pool-{number}")
    return [screen.text(name, tile) for name in ("pool-holder", "pool-battery", "pool-used")]


# -- in the middle of a session --------------------------------------------------------------------


@pytest.mark.parametrize("signal", [Signal.LOST, Signal.CHECK, Signal.NOT_WORN])
def test_the_way_to_another_strap_is_loud_when_it_is_needed(glass: Show, signal: Signal) -> None:
    for app in (scene.lose(scene.alone(), signal), scene.battery_low()):
        screen = glass(app)
        screen.handle.board.walk_model.go(Page.MINE, athlete_id=1)
        screen.beat()
        assert screen.find("swap-strap").property("primary")
        assert screen.find("swap-strap").property("label") == "Swap strap"


def test_otherwise_it_is_there_quietly(glass: Show) -> None:
    screen = glass(scene.alone())
    screen.handle.board.walk_model.go(Page.MINE, athlete_id=1)
    screen.beat()
    assert not screen.find("swap-strap").property("primary")
    assert screen.find("swap-strap").property("label") == "Strap"


def test_one_touch_on_a_strap_lends_it_and_leads_back_to_ones_numbers(glass: Show) -> None:
    screen = from_mine(glass)
    assert page_of(screen) is Page.SHELF
    assert screen.text("page-title") == "Which strap, Anna?"
    screen.tap("pool-1")
    screen.beat(0.1)
    assert screen.app.asked == [("lend", 1, 1)]
    assert page_of(screen) is Page.MINE
    assert screen.handle.board.walk_model.walk.athlete_id == 1


def test_a_double_tap_lends_one_strap_once_and_hits_nothing_behind_it(glass: Show) -> None:
    screen = from_mine(glass)
    place = screen.middle("pool-1")
    for _ in range(3):
        screen.tap_at(place)
        screen.beat(0.1)
    assert screen.app.asked == [("lend", 1, 1)]


def test_a_tap_that_was_meant_for_the_page_before_lends_nothing(glass: Show) -> None:
    screen = glass(club())
    screen.handle.board.walk_model.go(Page.MINE, athlete_id=1)
    screen.beat()
    screen.tap("swap-strap")
    screen.beat(0.2)
    screen.tap("pool-1")
    assert screen.app.asked == []


def test_each_tile_says_who_has_it_how_full_it_is_and_when_it_was_used(glass: Show) -> None:
    app = club()
    app.state.straps[41_012] = StrapHeard(0.0, 1.5)
    screen = from_mine(glass, app)
    assert said(screen, 1) == ["on the shelf", "battery 80 %", "used yesterday"]
    assert said(screen, 2) == ["Elif has it", "battery 65 %", "used today"]
    assert said(screen, 3) == ["on the shelf", "battery low 12 %", "used 4 days ago"]
    assert said(screen, 12) == ["on the shelf", "battery not known", "on the air"]
    assert screen.shows("pool-low", screen.find("pool-3"))
    assert not screen.shows("pool-low", screen.find("pool-1"))


def test_a_strap_that_somebody_has_is_taken_only_after_asking(glass: Show) -> None:
    app = club()
    who = tap_in(app, 5)
    who.phase, who.strap = scene.Phase.RUNNING, 41_002
    screen = from_mine(glass, app)
    screen.tap("pool-2")
    assert screen.text("question-title") == "Take strap 2 from Elif?"
    assert screen.text("question-body") == "Elif is training with it now!"
    screen.tap("no")
    screen.beat()
    assert page_of(screen) is Page.SHELF
    screen.tap("pool-4")
    assert screen.text("question-body") == "Ben has not given it back."
    screen.tap("yes")
    screen.beat()
    assert screen.app.asked == [("lend", 4, 1)]
    assert page_of(screen) is Page.MINE


def test_the_question_goes_when_the_page_goes_home_by_itself(glass: Show) -> None:
    app = club()
    tap_in(app, 5)
    screen = from_mine(glass, app)
    screen.tap("pool-2")
    screen.beat(70.0)
    assert page_of(screen) is Page.GROUP
    assert not screen.shows("question")


def test_a_refusal_is_said_on_the_page_and_another_strap_can_be_taken(glass: Show) -> None:
    screen = from_mine(glass)
    screen.app.shelf_refusal = "The history cannot be written: free some space on the disk."
    screen.tap("pool-1")
    screen.beat(0.1)
    assert page_of(screen) is Page.SHELF
    assert screen.text("notice-0") == screen.app.shelf_refusal
    screen.beat()
    screen.app.shelf_refusal = ""
    screen.tap("pool-12")
    assert not screen.shows("notice-0")
    screen.beat(0.1)
    assert page_of(screen) is Page.MINE


def test_a_refusal_of_an_earlier_visit_is_not_shown_again(glass: Show) -> None:
    app = club()
    app.shelf_refusal = "There is no strap 9 on the shelf: choose another."
    screen = from_mine(glass, app)
    assert not screen.shows("notice-0")


def _nothing(_number: int, _athlete_id: int) -> int:
    """Neither lends nor refuses."""
    return 0


def test_a_shelf_that_does_not_answer_holds_nobody_up(
    glass: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = from_mine(glass)
    monkeypatch.setattr(screen.app, "lend", _nothing)
    screen.tap("pool-1")
    screen.beat(GIVES_UP_S + 1)
    assert screen.text("notice-0").startswith("The disk does not answer")
    monkeypatch.undo()
    screen.beat()
    screen.tap("pool-1")
    screen.beat(0.1)
    assert page_of(screen) is Page.MINE


def test_ones_own_borrowed_strap_can_be_given_back_there(glass: Show) -> None:
    app = club()
    app.pool[0] = replace(app.pool[0], holder_id=1)
    screen = from_mine(glass, app)
    assert said(screen, 1)[0] == "you have it"
    screen.tap("pool-1")
    screen.beat()
    screen.tap("pool-give-back")
    screen.beat(0.1)
    assert screen.app.asked == [("give back", 1)]
    assert page_of(screen) is Page.SHELF
    assert said(screen, 1)[0] == "on the shelf"


@pytest.mark.parametrize(("answer", "is_own"), [("yes", True), ("no", False)])
def test_a_strap_that_has_just_appeared_is_ones_own_or_only_for_today(
    glass: Show, answer: str, is_own: bool
) -> None:
    app = club()
    app.straps_of_nobody = [(48_213, StrapHeard(0.0, 1.0))]
    screen = from_mine(glass, app)
    screen.beat()
    screen.tap("strap-48213")
    assert screen.text("question-title") == "Is strap 48213 your own?"
    screen.tap(answer)
    screen.beat(0.1)
    remembered = [("remember strap", 1, 48_213)] if is_own else []
    assert screen.app.asked == [*remembered, ("wear", 1, 48_213)]
    assert page_of(screen) is Page.MINE


def test_back_leads_to_where_one_came_from(glass: Show) -> None:
    for screen, page in ((from_mine(glass), Page.MINE), (from_tap_in(glass), Page.TAP_IN)):
        screen.tap("back")
        assert page_of(screen) is page
        assert screen.app.asked == []


def test_whoever_goes_home_takes_the_page_with_them(glass: Show) -> None:
    screen = from_mine(glass)
    del screen.app.state.participants[1]
    screen.beat()
    assert page_of(screen) is Page.GROUP


# -- looking after the shelf -----------------------------------------------------------------------


def test_from_the_tap_in_page_nothing_is_lent_by_a_touch(glass: Show) -> None:
    screen = from_tap_in(glass)
    assert screen.text("page-title") == "Club straps"
    screen.tap("pool-1")
    screen.beat()
    assert screen.app.asked == []
    assert screen.text("pool-chosen") == "Strap 1: on the shelf"
    assert not screen.shows("pool-give-back")


def test_a_lent_strap_is_given_back_by_two_touches(glass: Show) -> None:
    screen = from_tap_in(glass)
    screen.tap("pool-2")
    screen.beat()
    assert screen.text("pool-chosen") == "Strap 2: Elif has it"
    place = screen.middle("pool-give-back")
    for _ in range(2):
        screen.tap_at(place)
        screen.beat(0.1)
    assert screen.app.asked == [("give back", 2)]
    assert said(screen, 2)[0] == "on the shelf"


def test_a_broken_strap_leaves_the_shelf_after_asking(glass: Show) -> None:
    screen = from_tap_in(glass)
    screen.tap("pool-1")
    screen.beat()
    screen.tap("pool-drop")
    assert screen.text("question-title") == "Remove strap 1 from the shelf for good?"
    screen.tap("yes")
    screen.beat(0.1)
    assert screen.app.asked == [("drop pool strap", 1)]
    assert not screen.shows("pool-1")


def test_a_strap_is_added_by_its_number_and_one_of_those_on_the_air(glass: Show) -> None:
    app = club(FakeApp())
    screen = from_tap_in(glass, app)
    screen.tap("add-strap")
    screen.beat()
    assert screen.text("pool-number") == "5"
    assert "it appears here" in screen.text("pool-ask")
    screen.tap("pool-number-plus")
    screen.tap("pool-number-plus-10")
    screen.tap("pool-number-minus")
    assert screen.text("pool-number") == "15"
    app.straps_of_nobody = [(48_213, StrapHeard(0.0, app.state.now))]
    screen.beat(0.1)
    assert screen.text("pool-ask") == "Which of these is strap 15?"
    screen.tap("strap-48213")
    screen.beat(0.1)
    assert app.asked == [("add pool strap", 15, 48_213)]
    assert said(screen, 15)[0] == "on the shelf"


def test_a_refused_strap_can_get_another_number(glass: Show) -> None:
    app = club(FakeApp())
    screen = from_tap_in(glass, app)
    screen.tap("add-strap")
    app.straps_of_nobody = [(48_213, StrapHeard(0.0, 3.0))]
    screen.beat()
    app.shelf_refusal = "Strap 48213 is Anna's own: give the club another one."
    screen.tap("strap-48213")
    screen.beat(0.1)
    assert screen.text("notice-0") == app.shelf_refusal
    assert screen.text("pool-number") == "5"
    screen.beat()
    screen.tap("back")
    screen.beat()
    assert screen.shows("pool-1")
    assert page_of(screen) is Page.SHELF


def test_an_empty_shelf_says_how_to_fill_it(glass: Show) -> None:
    screen = from_tap_in(glass, FakeApp())
    assert "Add a strap" in screen.text("no-straps-advice")
    assert screen.find("add-strap").property("primary")


def test_more_straps_than_fit_are_turned_like_pages(glass: Show) -> None:
    app = FakeApp(pool=[PoolStrap(number, 41_000 + number) for number in range(1, 60)])
    screen = from_tap_in(glass, app, 800, 480)
    assert screen.shows("pool-1")
    seen: set[int] = set()
    for _ in range(8):
        seen |= {n for n in range(1, 60) if screen.shows(f"pool-{n}")}
        screen.tap("pool-after")
        screen.beat()
    assert seen == set(range(1, 60))
    screen.tap("pool-before")
    screen.beat()
    assert not screen.shows("pool-59")


# -- every layout ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_the_shelf_is_whole_in_every_layout(glass: Show, width: int, height: int) -> None:
    least = NINE_MM[width, height]
    tiles = [f"pool-{strap.number}" for strap in POOL]
    app = club()
    app.straps_of_nobody = [(1_048_575, StrapHeard(0.0, 1.0))]
    choosing = from_mine(glass, app, width, height)
    choosing.beat()
    check_nothing_is_cut_off(choosing)
    check_targets(choosing, ["back", "strap-1048575", *tiles], least)
    shelf = from_tap_in(glass, None, width, height)
    check_targets(shelf, ["back", "add-strap", *tiles], least)
    for number, buttons in ((2, ["pool-close", "pool-give-back"]), (3, ["pool-drop"])):
        shelf.tap(f"pool-{number}")
        shelf.beat()
        check_nothing_is_cut_off(shelf)
        check_targets(shelf, [*buttons, *tiles], least)
    shelf.app.straps_of_nobody = [(n, StrapHeard(0.0, shelf.app.state.now)) for n in (7, 1_048_575)]
    shelf.tap("add-strap")
    shelf.beat()
    check_nothing_is_cut_off(shelf)
    steps = [f"pool-number-{way}{by}" for way in ("minus", "plus") for by in ("", "-10")]
    check_targets(shelf, ["back", "strap-7", "strap-1048575", *steps], least)
