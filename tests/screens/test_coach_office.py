"""The coach's menu, the coaches, the settings and the glass, by touch."""

from collections.abc import Callable

import pytest

from kiosk.choices import Choices
from kiosk.coaches import Coach
from kiosk.session.state import LastValue
from screens.coach_menu import THERE_ARE, menu_rows
from screens.glass import HELD_S, WIPING_S
from screens.settings_view import settings
from screens.walk import SETTLE_S, Page
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM, check_nothing_is_cut_off, check_targets
from tests.screens.screen_fakes import FakeApp, class_of

Show = Callable[..., Glass]
PIN = "7391"
MARIA, JONAS = Coach(1, "Maria"), Coach(2, "Jonas")


def club(*coaches: Coach) -> FakeApp:
    app = FakeApp()
    app.state.now = 100.0
    app.coaches = list(coaches or (MARIA,))
    return app


def page_of(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


def at(screen: Glass, page: Page) -> Glass:
    """Signed in, and there."""
    screen.app.coach = screen.app.coaches[0]
    screen.handle.board.walk_model.go(page)
    screen.beat()
    return screen


def type_pin(screen: Glass, pin: str) -> None:
    for digit in pin:
        screen.tap(f"pin-{digit}")
    screen.tap("pin-enter")
    screen.beat(SETTLE_S)


# -- the menu ------------------------------------------------------------------------------------


def test_every_tile_leads_to_its_page_and_back_to_the_menu(glass: Show) -> None:
    screen = at(glass(club()), Page.COACH)
    for page in THERE_ARE:
        screen.tap(f"menu-{page}")
        screen.beat()
        assert page_of(screen) is page
        screen.handle.board.walk_model.goBack()
        screen.beat()
        assert page_of(screen) is Page.COACH


def test_a_page_that_the_window_does_not_have_is_not_offered() -> None:
    assert [row.page for row in menu_rows((Page.SETTINGS,))] == ["settings"]


def test_the_devices_of_whoever_is_no_coach_lead_back_home(glass: Show) -> None:
    screen = glass(club())
    screen.handle.board.walk_model.go(Page.DEVICES)
    screen.beat()
    screen.handle.board.walk_model.goBack()
    assert page_of(screen) is Page.GROUP


# -- the coaches ---------------------------------------------------------------------------------


def test_a_coach_adds_another_by_name_and_pin(glass: Show) -> None:
    screen = at(glass(club()), Page.COACHES)
    screen.tap("add-coach")
    screen.beat(SETTLE_S)
    for letter in "Al":
        screen.tap(f"key-{letter}")
    screen.tap("key-next")
    screen.beat(SETTLE_S)
    type_pin(screen, PIN)
    type_pin(screen, PIN)
    screen.beat()
    assert screen.app.asked == [("add coach", "Al")]
    assert page_of(screen) is Page.COACHES
    assert screen.shows("coach-2")


def test_a_name_that_is_taken_is_refused_before_the_pin(glass: Show) -> None:
    screen = at(glass(club(Coach(1, "Al"))), Page.COACHES)
    screen.tap("add-coach")
    screen.beat(SETTLE_S)
    for letter in "Al":
        screen.tap(f"key-{letter}")
    screen.tap("key-next")
    screen.beat(SETTLE_S)
    assert screen.text("coach-trouble").startswith("There is a coach of that name already")


def test_another_pin_is_typed_twice(glass: Show) -> None:
    screen = at(glass(club(MARIA, JONAS)), Page.COACHES)
    screen.tap("coach-2")
    screen.beat()
    screen.tap("change-pin")
    screen.beat(SETTLE_S)
    assert screen.text("page-title") == "A new PIN"
    type_pin(screen, PIN)
    type_pin(screen, PIN)
    screen.beat()
    assert screen.app.pins == {2: PIN}


def test_removing_asks_first_and_a_double_tap_is_no_answer(glass: Show) -> None:
    screen = at(glass(club(MARIA, JONAS)), Page.COACHES)
    screen.tap("coach-2")
    screen.beat()
    place = screen.middle("remove-coach")
    screen.tap_at(place)
    screen.tap_at(place)
    assert screen.app.coaches == [MARIA, JONAS]
    screen.tap("yes")
    screen.beat()
    assert screen.app.coaches == [MARIA]


def test_the_last_coach_cannot_be_removed_and_the_page_says_why(glass: Show) -> None:
    screen = at(glass(club()), Page.COACHES)
    screen.tap("coach-1")
    screen.beat()
    screen.tap("remove-coach")
    screen.beat()
    assert not screen.shows("question")
    assert screen.text("coaches-said") == "The only coach stays: add another one first."


def test_going_back_in_the_middle_leaves_no_digit_behind(glass: Show) -> None:
    screen = at(glass(club()), Page.COACHES)
    screen.tap("coach-1")
    screen.beat()
    screen.tap("change-pin")
    screen.beat(SETTLE_S)
    screen.tap("pin-7")
    screen.tap("back")
    screen.beat(SETTLE_S)
    assert screen.handle.board.coaches_model.form_model.pad_model.property("count") == 0
    assert screen.app.asked == []
    assert page_of(screen) is Page.COACHES


# -- the settings --------------------------------------------------------------------------------


def test_each_choice_takes_effect_when_it_is_touched(glass: Show) -> None:
    screen = at(glass(club()), Page.SETTINGS)
    for line, one in enumerate(settings()):
        if one.row.key == "language":
            continue
        for place, (value, _) in enumerate(one.options):
            screen.tap(f"option-{line}-{place}")
            screen.beat()
            assert getattr(screen.app.choices, one.row.key) == value
            assert screen.find(f"option-{line}-{place}").property("chosen")


def test_every_choice_can_be_set_and_every_setting_can_be_chosen() -> None:
    asked_at_first = {"club_name", "is_set_up"}
    assert {one.row.key for one in settings()} == set(Choices.__dataclass_fields__) - asked_at_first
    for one in settings():
        for value, _ in one.options:
            choices = FakeApp()
            choices.choose(one.row.key, value)


def test_touching_what_is_chosen_already_asks_for_nothing(glass: Show) -> None:
    screen = at(glass(club()), Page.SETTINGS)
    screen.tap("option-1-0")
    screen.beat()
    assert screen.app.asked == []


# -- the glass -----------------------------------------------------------------------------------


def dimmed(screen: Glass) -> bool:
    return screen.shows("dimmed")


def test_the_screen_dims_when_nobody_has_been_here_for_so_long(glass: Show) -> None:
    screen = glass(club())
    screen.beat(599)
    assert not dimmed(screen)
    screen.beat(1)
    assert dimmed(screen)


def test_a_kiosk_that_has_just_been_started_is_awake(glass: Show) -> None:
    app = FakeApp()
    app.state.now = 0.0
    screen = glass(app, 800, 480)
    app.state.now = 43_000.0  # the clock counts from the machine's start
    screen.show()
    assert not screen.shows("dimmed")


def test_the_touch_that_wakes_the_glass_presses_nothing_and_the_next_one_does(glass: Show) -> None:
    screen = glass(club())
    screen.beat(601)
    place = screen.middle("tap-in")
    screen.tap_at(place)
    assert not dimmed(screen)
    screen.tap_at(place)  # the second tap of a double tap
    screen.beat()
    assert page_of(screen) is Page.GROUP
    screen.tap_at(place)
    screen.beat()
    assert page_of(screen) is Page.TAP_IN


def test_two_fingers_on_the_dark_glass_press_nothing_either(glass: Show) -> None:
    screen = glass(club())
    screen.beat(601)
    place = screen.middle("tap-in")
    corner = place.__class__(5, 5)
    screen.press(corner, place)
    screen.lift(corner, place)
    screen.beat()
    assert (dimmed(screen), page_of(screen)) == (False, Page.GROUP)


def test_somebody_who_comes_wakes_the_glass_without_touching_it(glass: Show) -> None:
    screen = glass(club())
    screen.beat(601)
    app = class_of(2)
    screen.app.state.participants.update(app.state.participants)
    screen.beat()
    assert not dimmed(screen)
    screen.beat(3600)
    assert not dimmed(screen)


@pytest.mark.parametrize("device", ["panel", "reader:kiosk"])
def test_a_tag_or_a_button_wakes_the_glass_and_a_finger_on_its_way_presses_nothing(
    glass: Show, device: str
) -> None:
    app = club()
    screen = glass(app)
    screen.beat(601)
    place = screen.middle("tap-in")
    app.state.values[device] = LastValue(app.state.now, "of nobody who is here")
    app.notices = ["Nobody is on Treadmill 1."]
    screen.show()
    assert not dimmed(screen)
    screen.tap_at(place)
    assert page_of(screen) is Page.GROUP
    screen.beat(601)
    assert dimmed(screen), "what was pressed once does not keep it awake for ever"


def test_a_club_may_want_no_dimming(glass: Show) -> None:
    app = club()
    app.choose("dim", "off")
    screen = glass(app)
    screen.beat(24 * 3600)
    assert not dimmed(screen)


def test_at_night_an_idle_screen_is_dark_but_for_a_clock_that_moves(glass: Show) -> None:
    app = club()
    app.choose("dim", "off")
    app.is_night = True
    screen = glass(app, 800, 480)
    screen.beat(119)
    assert (screen.shows("asleep"), app.dark) == (False, [])
    screen.beat(1)
    assert (screen.text("asleep-clock"), app.dark) == ("18:08", [True])
    before = screen.middle("asleep-clock")
    app.notices = ["The disk is full."]
    screen.beat(60)
    assert screen.middle("asleep-clock") != before
    assert screen.text("asleep-notice") == "The disk is full."
    screen.tap_at(screen.middle("tap-in"))
    assert (screen.shows("asleep"), page_of(screen), app.dark) == (False, Page.GROUP, [True, False])


def test_a_screen_that_has_been_dim_for_an_hour_rests_and_whoever_comes_wakes_it(
    glass: Show,
) -> None:
    screen = glass(club())
    screen.beat(600 + 3599)
    assert (dimmed(screen), screen.shows("asleep")) == (True, False)
    screen.beat(1)
    assert screen.shows("asleep")
    screen.app.state.participants.update(class_of(1).state.participants)
    screen.beat()
    assert (dimmed(screen), screen.shows("asleep"), screen.app.dark[-1]) == (False, False, False)


def test_while_the_glass_is_wiped_no_touch_counts_until_the_time_is_over(glass: Show) -> None:
    screen = at(glass(club()), Page.SETTINGS)
    screen.tap("wipe")
    screen.beat()
    assert screen.text("wiping-seconds") == "29"
    for name in ("back", "option-1-1", "wipe"):
        screen.tap(name)
    screen.press(screen.middle("back"), screen.middle("option-1-1"))
    screen.lift(screen.middle("back"), screen.middle("option-1-1"))
    screen.beat()
    assert (screen.app.asked, page_of(screen)) == ([], Page.SETTINGS)
    screen.beat(WIPING_S)
    assert not screen.shows("wiping")
    screen.beat(SETTLE_S)
    screen.tap("option-1-1")
    assert screen.app.choices.units == "imperial"


def test_a_finger_that_rests_on_the_marked_place_ends_the_wiping_and_a_tap_does_not(
    glass: Show,
) -> None:
    screen = at(glass(club()), Page.SETTINGS)
    screen.tap("wipe")
    screen.beat()
    screen.tap("wiping-hold")
    screen.beat(HELD_S + 1)
    assert screen.shows("wiping")
    place = screen.middle("wiping-hold")
    screen.press(place)
    screen.beat(HELD_S / 2)
    assert screen.shows("wiping")
    screen.beat(HELD_S / 2)
    assert not screen.shows("wiping")
    screen.lift(place)


def test_stop_is_never_locked_away(glass: Show) -> None:
    app = class_of(3)
    app.state.now, app.coaches = 500.0, [MARIA]
    screen = glass(app)
    screen.handle.board.glass_model.wipe()
    screen.beat()
    screen.tap("pause")
    assert app.asked == []
    sign = screen.find("stop-all")
    assert not screen.box(sign).intersects(screen.box(screen.find("wiping-hold")))
    screen.tap("stop-all")  # there is but one
    screen.beat()
    assert app.asked == [("stop all",)]
    assert screen.shows("stop-cover")
    assert not screen.shows("wiping")


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_the_tiles_and_choices_are_large_enough_and_nothing_is_cut_off(
    glass: Show, width: int, height: int
) -> None:
    screen = glass(club(MARIA, JONAS), width, height)
    options = [
        f"option-{line}-{place}"
        for line, one in enumerate(settings())
        for place in range(len(one.options))
    ]
    for page, names in (
        (Page.COACH, ["sign-out", *(f"menu-{page}" for page in THERE_ARE)]),
        (Page.COACHES, ["add-coach", "coach-1", "coach-2"]),
        (Page.SETTINGS, ["wipe", *options]),
    ):
        at(screen, page)
        check_targets(screen, ["back", *names], NINE_MM[width, height] - 1)
        check_nothing_is_cut_off(screen)
