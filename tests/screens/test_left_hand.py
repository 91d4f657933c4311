"""For the left hand: the buttons and the stop sign change sides, and nothing else does."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from screens.walk import Page
from tests.screens import own_scenes as scene
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, check_nothing_is_cut_off
from tests.screens.screen_fakes import FakeApp, class_of

Show = Callable[..., Glass]


def opened(glass: Show, app: FakeApp, page: Page, size: tuple[int, int] = (1280, 720)) -> Glass:
    app.choices = replace(app.choices, left_handed=True)
    screen = glass(app, *size)
    if page is not Page.GROUP:
        screen.handle.board.walk_model.go(page, athlete_id=1)
    screen.beat()
    screen.picture()
    return screen


def middle(screen: Glass, name: str) -> float:
    return screen.box(screen.find(name)).center().x() / screen.handle.window.width()


def test_on_the_own_page_every_button_is_left_and_the_number_right(glass: Show) -> None:
    screen = opened(glass, scene.planned(), Page.MINE)
    for name in ("stop-all", "more", "unwell", "mine-pause", "mine-leave", "type-speed"):
        assert middle(screen, name) < 0.5, name
    assert middle(screen, "stop-all") < 0.1
    assert middle(screen, "mine-number") > 0.5
    assert screen.text("mine-number") == "171"


def test_on_the_group_page_the_classs_buttons_are_left_and_the_tiles_stay(glass: Show) -> None:
    screen = opened(glass, class_of(4), Page.GROUP)
    for name in ("stop-all", "pause", "skip", "extend", "end"):
        assert middle(screen, name) < 0.5, name
    assert middle(screen, "tap-in") > 0.5
    assert screen.box(screen.tile(1)).x() < screen.box(screen.tile(2)).x()


def test_the_sides_change_while_the_window_is_open(glass: Show) -> None:
    app = scene.planned()
    screen = opened(glass, app, Page.MINE)
    app.choose("left_handed", value=False)
    screen.beat()
    screen.picture()
    assert middle(screen, "stop-all") > 0.9
    assert middle(screen, "mine-number") < 0.5


@pytest.mark.parametrize("page", [Page.TAP_IN, Page.SHELF, Page.ADD, Page.PROGRESS])
def test_on_every_other_page_the_stop_sign_keeps_clear_of_what_can_be_touched(
    glass: Show, page: Page
) -> None:
    screen = opened(glass, class_of(4), page, (800, 480))
    sign = screen.box(screen.find("stop-all"))
    assert sign.center().x() < 100
    other = screen.box(screen.find("cancel" if page is Page.ADD else "back"))
    assert not sign.intersects(other)


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_nothing_is_cut_off_in_any_layout(glass: Show, width: int, height: int) -> None:
    for app, page in ((scene.planned(), Page.MINE), (class_of(4), Page.GROUP)):
        check_nothing_is_cut_off(opened(glass, app, page, (width, height)))
