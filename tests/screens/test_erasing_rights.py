"""Who may erase somebody: they themselves by their tag, else an administrator if there is one."""

from collections.abc import Callable

import pytest

from kiosk.coaches import Coach
from screens.walk import SETTLE_S, Page
from tests.screens.conftest import Glass
from tests.screens.screen_fakes import FakeApp, athlete, tap_in

Show = Callable[..., Glass]
ADMIN, MARIA = Coach(1, "Administrator", is_admin=True), Coach(2, "Maria")
PIN = "739105"


def at_the_data_of_anna(glass: Show, *coaches: Coach) -> Glass:
    """A coach who is no administrator has signed in, and looks at it."""
    app = FakeApp()
    tap_in(app, 1)
    app.coaches, app.coach, app.pins = list(coaches), MARIA, {1: PIN}
    screen = glass(app, 800, 480)
    screen.handle.board.walk_model.go(Page.MY_DATA, athlete_id=1)
    screen.beat(2)
    return screen


def page_of(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


def test_a_coach_is_asked_for_the_administrators_pin_before_somebody_is_erased(
    glass: Show,
) -> None:
    screen = at_the_data_of_anna(glass, ADMIN, MARIA)
    screen.tap("erase")
    screen.beat(2 * SETTLE_S)
    assert page_of(screen) is Page.SIGN_IN
    assert not screen.shows("question")
    for digit in PIN:
        screen.tap(f"pin-{digit}")
    screen.tap("pin-enter")
    screen.beat(2)
    assert (page_of(screen), screen.app.coach) == (Page.MY_DATA, ADMIN)
    assert ("erase_person", 1) not in screen.app.asked
    screen.tap("erase")
    assert "Backups on this kiosk follow within a day" in screen.text("question-body")
    screen.tap("yes")
    assert screen.app.asked[-1] == ("erase_person", 1)


def test_where_there_is_no_administrator_a_coach_erases(glass: Show) -> None:
    screen = at_the_data_of_anna(glass, MARIA)
    screen.tap("erase")
    screen.tap("yes")
    assert screen.app.asked[-1] == ("erase_person", 1)


@pytest.mark.parametrize("has_admin", [True, False])
def test_on_the_page_of_people_it_is_the_same(glass: Show, has_admin: bool) -> None:
    app = FakeApp()
    tap_in(app, 1)
    app.people = [athlete(1)]
    app.coaches, app.coach = ([ADMIN, MARIA] if has_admin else [MARIA]), MARIA
    screen = glass(app, 800, 480)
    board = screen.handle.board
    board.walk_model.go(Page.PEOPLE, athlete_id=1)
    screen.beat(2)
    screen.tap("erase-person")
    screen.beat()
    assert page_of(screen) is (Page.SIGN_IN if has_admin else Page.PEOPLE)
    assert screen.shows("question") is not has_admin
