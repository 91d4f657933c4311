"""Signing in by touch: what only coaches may do, the PIN, the lock, and the first coach of all."""

from collections.abc import Callable

import pytest

from kiosk.coaches import Coach
from kiosk.shelf import PoolStrap
from screens.walk import HOME_AFTER_S, NEEDS_COACH, SETTLE_S, Page
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM, check_nothing_is_cut_off, check_targets
from tests.screens.screen_fakes import FakeApp, class_of

Show = Callable[..., Glass]
PIN, WRONG = "7391", "8264"
MARIA, JONAS = Coach(1, "Maria"), Coach(2, "Jonas")


def club(*coaches: Coach) -> FakeApp:
    app = FakeApp()
    app.state.now = 100.0
    app.coaches = list(coaches)
    app.pins = {coach.id: PIN for coach in coaches}
    return app


def page_of(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


def to(screen: Glass, page: Page, *, station: str | None = None) -> Glass:
    screen.handle.board.walk_model.go(page, station=station)
    screen.beat()
    return screen


def type_pin(screen: Glass, pin: str) -> None:
    for digit in pin:
        screen.tap(f"pin-{digit}")
    screen.tap("pin-enter")
    screen.beat(SETTLE_S)


def test_the_small_button_leads_to_the_pin_and_the_pin_to_the_coach_s_pages(glass: Show) -> None:
    screen = glass(club(MARIA))
    screen.tap("coach")
    screen.beat()
    assert page_of(screen) is Page.SIGN_IN
    assert screen.text("pin-prompt") == "Maria, your PIN"
    type_pin(screen, PIN)
    assert page_of(screen) is Page.COACH
    assert screen.text("page-title") == "Maria"


def test_what_only_coaches_may_see_comes_after_the_right_pin(glass: Show) -> None:
    screen = glass(club(MARIA))
    for page in sorted(NEEDS_COACH):
        to(screen, page, station="Treadmill 1")
        assert page_of(screen) is Page.SIGN_IN
        type_pin(screen, WRONG)
        assert page_of(screen) is Page.SIGN_IN
        type_pin(screen, PIN)
        assert page_of(screen) is page
        assert screen.handle.board.walk_model.walk.station == "Treadmill 1"
        screen.handle.board.walk_model.home()
        assert screen.app.coach is None


def test_a_wrong_pin_says_so_in_place_of_the_dots_that_are_empty_again(glass: Show) -> None:
    screen = to(glass(club(MARIA)), Page.COACH)
    type_pin(screen, WRONG)
    assert screen.text("pin-sentence") == "That is not the PIN. 4 more tries."
    assert screen.handle.board.sign_in_model.pad_model.property("count") == 0


def test_too_few_digits_are_not_sent_and_too_many_are_not_taken(glass: Show) -> None:
    screen = to(glass(club(MARIA)), Page.COACH)
    type_pin(screen, "739")
    assert ("sign in", 1) not in screen.app.asked
    type_pin(screen, "739173917")  # with the three before it these are twelve
    assert screen.app.asked.count(("sign in", 1)) == 1


def test_a_digit_may_come_twice_in_a_row_but_a_pin_is_sent_once(glass: Show) -> None:
    app = club(MARIA)
    app.pins[1] = "7799"
    screen = to(glass(app), Page.COACH)
    for digit in "7799":
        screen.tap(f"pin-{digit}")
    place = screen.middle("pin-enter")
    screen.tap_at(place)
    screen.tap_at(place)
    screen.beat()
    assert app.asked == [("sign in", 1)]
    assert page_of(screen) is Page.COACH


def test_no_digit_can_be_read_anywhere_on_the_screen(glass: Show) -> None:
    screen = to(glass(club(MARIA)), Page.COACH)
    screen.tap("pin-7")
    screen.tap("pin-3")
    model = screen.handle.board.sign_in_model.pad_model
    meta = model.metaObject()
    said = [model.property(str(meta.property(n).name())) for n in range(meta.propertyCount())]
    assert 2 in said
    assert not any("73" in str(value) for value in said)
    shown = [str(item.property("text")) for item in screen.items() if item.property("text")]
    assert not any("73" in text for text in shown)


def test_with_several_coaches_one_says_first_who_one_is(glass: Show) -> None:
    screen = to(glass(club(JONAS, MARIA)), Page.COACH)
    assert not screen.shows("pin-7")
    screen.tap("coach-1")
    screen.beat(SETTLE_S)
    assert screen.text("pin-prompt") == "Maria, your PIN"
    screen.tap("back")
    screen.beat(SETTLE_S)
    assert screen.shows("coach-2")
    screen.tap("back")
    screen.beat()
    assert page_of(screen) is Page.GROUP


def test_a_lock_counts_down_takes_no_digit_and_opens_again(glass: Show) -> None:
    app = club(Coach(1, "Maria", locked_until=100.0 + 62))
    screen = to(glass(app), Page.COACH)
    assert screen.text("pin-sentence") == "Too many wrong PINs. Try again in 1:01."
    screen.beat(20)
    assert screen.text("pin-sentence") == "Too many wrong PINs. Try again in 0:41."
    screen.tap("pin-7")
    assert screen.handle.board.sign_in_model.pad_model.property("count") == 0
    screen.handle.board.walk_model.touch()
    screen.beat(20)
    screen.handle.board.walk_model.touch()
    screen.beat(21)
    type_pin(screen, PIN)
    assert page_of(screen) is Page.COACH


def test_whoever_leaves_before_the_answer_is_not_signed_in_by_it(glass: Show) -> None:
    app = club(MARIA)
    app.sign_in = lambda coach_id, pin: app.asked.append(("sign in", coach_id))
    screen = to(glass(app), Page.COACH)
    type_pin(screen, PIN)
    assert screen.text("pin-sentence") == "One moment…"
    signed_out: list[str] = []
    app.sign_out = lambda: signed_out.append("out")
    screen.tap("back")
    screen.beat()
    assert page_of(screen) is Page.GROUP
    assert signed_out


def test_a_history_that_does_not_answer_holds_nobody_up(glass: Show) -> None:
    app = club(MARIA)
    app.sign_in = lambda coach_id, pin: None
    screen = to(glass(app), Page.COACH)
    type_pin(screen, PIN)
    screen.beat(11)
    assert screen.text("pin-sentence") == "The disk does not answer: wait a moment and try again."


def test_coming_home_signs_out_and_so_does_nobody_touching(glass: Show) -> None:
    for leave in ("sign-out", "back", ""):
        app = club(MARIA)
        screen = to(glass(app), Page.COACH)
        type_pin(screen, PIN)
        assert app.coach == MARIA
        if leave:
            screen.tap(leave)
            screen.beat()
        else:
            screen.beat(HOME_AFTER_S[Page.COACH] + 1)
        assert (page_of(screen), app.coach) == (Page.GROUP, None)


def test_a_coach_who_is_removed_meanwhile_sees_nothing_more(glass: Show) -> None:
    app = club(MARIA)
    screen = to(glass(app), Page.COACH)
    type_pin(screen, PIN)
    app.coach, app.coaches = None, [JONAS]
    screen.beat()
    assert page_of(screen) is Page.GROUP


# -- the first coach -----------------------------------------------------------------------------


def make_first(screen: Glass, name: str, first: str, again: str) -> None:
    screen.tap("make-first")
    screen.beat(SETTLE_S)
    for letter in name:
        screen.tap(f"key-{letter}")
    screen.tap("key-next")
    screen.beat(SETTLE_S)
    type_pin(screen, first)
    type_pin(screen, again)
    screen.beat()


def test_without_any_coach_the_first_is_made_and_goes_on_where_they_wanted(glass: Show) -> None:
    app = club()
    screen = to(glass(app), Page.SETTINGS)
    assert screen.text("no-coach-yet") == "Nobody is a coach here yet"
    make_first(screen, "Jo", PIN, PIN)
    assert app.asked == [("add coach", "Jo")]
    assert app.pins == {1: PIN}
    assert page_of(screen) is Page.SETTINGS


def test_two_pins_that_differ_make_nobody_a_coach(glass: Show) -> None:
    app = club()
    screen = to(glass(app), Page.COACH)
    make_first(screen, "Jo", PIN, WRONG)
    assert app.coaches == []
    assert screen.text("pin-sentence") == "The two were not the same: choose the PIN again."


def test_a_pin_that_anybody_would_try_is_refused_at_once(glass: Show) -> None:
    app = club()
    screen = to(glass(app), Page.COACH)
    make_first(screen, "Jo", "1234", "1234")
    assert app.coaches == []
    assert "first that anybody would try" in screen.text("pin-sentence")


# -- behind the PIN too --------------------------------------------------------------------------


def stopped(screen: Glass) -> Glass:
    screen.tap("stop-all")
    screen.beat(2)
    screen.tap("go-on")
    screen.beat()
    return screen


def test_anybody_stops_but_only_a_coach_lets_everybody_go_on(glass: Show) -> None:
    app = class_of(3)
    app.state.now = 500.0
    app.coaches, app.pins = [MARIA], {1: PIN}
    screen = stopped(glass(app))
    assert app.state.stopped
    assert screen.shows("still-stopped")
    type_pin(screen, WRONG)
    assert app.state.stopped
    type_pin(screen, PIN)
    assert not app.state.stopped
    assert page_of(screen) is Page.GROUP
    assert app.coach is None


def test_whoever_walks_away_from_the_pin_leaves_everybody_stopped(glass: Show) -> None:
    app = class_of(3)
    app.state.now = 500.0
    app.coaches = [MARIA]
    screen = stopped(glass(app))
    screen.beat(HOME_AFTER_S[Page.SIGN_IN] + 1)
    assert screen.shows("stop-cover")
    assert app.state.stopped


def test_in_a_club_without_coaches_anybody_lets_everybody_go_on(glass: Show) -> None:
    app = class_of(3)
    app.state.now = 500.0
    stopped(glass(app))
    assert ("go on",) in app.asked


def test_straps_are_added_and_dropped_by_coaches_and_lent_by_anybody(glass: Show) -> None:
    app = club(MARIA)
    app.pool = [PoolStrap(1, 2001)]
    screen = to(glass(app), Page.SHELF)
    screen.tap("add-strap")
    screen.beat()
    assert page_of(screen) is Page.SIGN_IN
    type_pin(screen, PIN)
    shelf = screen.handle.board.shelf_model
    assert (page_of(screen), shelf.add_model.is_open) == (Page.SHELF, True)


def test_dropping_a_strap_asks_for_the_pin_and_then_whether_it_is_meant(glass: Show) -> None:
    app = club(MARIA)
    app.pool = [PoolStrap(1, 2001)]
    screen = to(glass(app), Page.SHELF)
    screen.tap("pool-1")
    screen.beat()
    screen.tap("pool-drop")
    screen.beat()
    type_pin(screen, PIN)
    assert app.pool != []
    screen.tap("yes")
    screen.beat()
    assert app.pool == []


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_the_keys_are_large_enough_and_nothing_is_cut_off(
    glass: Show, width: int, height: int
) -> None:
    pad = [f"pin-{code}" for code in (*"0123456789", "backspace", "enter")]
    long = Coach(2, "Maximiliane-Alexandra von Hohenau")
    for app, names in (
        (club(), ["make-first"]),
        (club(MARIA), pad),
        (club(MARIA, long), ["coach-1", "coach-2"]),
    ):
        screen = to(glass(app, width, height), Page.COACH)
        check_targets(screen, ["back", *names], NINE_MM[width, height])
        check_nothing_is_cut_off(screen)
