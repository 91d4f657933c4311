"""Every way from page to page, and every page walked wrongly, on the real shell and disk."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.coaches import SIGNED_OUT_AFTER_S
from kiosk.tagging import SAME_TAP_S
from screens.question import Question
from screens.walk import ARRIVAL_S, HOME_AFTER_S, IDLE_S, NEEDS_COACH, SETTLE_S, Page, Walk
from tests.screens.walker import READY, TRAINS, Walker
from tests.screens.whole_rig import PIN, WRONG_PIN

BACK = ("back", "cancel", "to-group", "summary-done")
LEADS_ON = {Page.MINE: (Page.SHELF,), Page.SUMMARY: (Page.GUEST,), Page.SHELF: (Page.SIGN_IN,)}
"""Where the thing that comes last on a page leads to."""
QUESTION = Question("test", "Is it so?", "It may be.", "Yes", "No", lambda: None)


@pytest.fixture(scope="module")
def walker(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walker]:
    """One window for many ways; each begins at home."""
    made = Walker(tmp_path_factory.mktemp("whole"))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def no_complaint(walker: Walker) -> Iterator[None]:
    yield
    assert walker.handle.complaints == []


def before(page: Page) -> Page:
    """Where back leads from a page that was opened from home."""
    known = Walk(page, came_from=Page.GROUP, athlete_id=READY, is_coach=page in NEEDS_COACH)
    known.back(0.0)
    return known.page


def back_of(walker: Walker) -> str:
    return next(name for name in BACK if walker.shows(name))


# -- every way -------------------------------------------------------------------------------------

# What is touched, and which page comes.
ATHLETES_WAYS = (
    ("tap-in", Page.TAP_IN),
    ("club-straps", Page.SHELF),
    ("add-strap", Page.SIGN_IN),
    ("back", Page.SHELF),
    ("back", Page.TAP_IN),
    ("new-person", Page.ADD),
    ("cancel", Page.TAP_IN),
    ("guest", Page.GUEST),
    ("back", Page.TAP_IN),
    ("back", Page.GROUP),
    ("devices", Page.DEVICES),
    ("back", Page.GROUP),
    ("coach", Page.SIGN_IN),
    ("back", Page.GROUP),
    ("tile-1", Page.CHOOSE),
    ("to-progress", Page.PROGRESS),
    ("to-history", Page.HISTORY),
    ("back", Page.PROGRESS),
    ("to-my-data", Page.MY_DATA),
    ("back", Page.PROGRESS),
    ("back", Page.CHOOSE),
    ("back", Page.GROUP),
    ("tile-2", Page.MINE),
    ("swap-strap", Page.SHELF),
    ("back", Page.MINE),
    ("more", Page.MINE),
    ("more-progress", Page.PROGRESS),
    ("back", Page.MINE),
    ("more", Page.MINE),
    ("more-strap", Page.SHELF),
    ("back", Page.MINE),
    ("to-group", Page.GROUP),
)
GUESTS_WAYS = (
    ("summary-stay", Page.GUEST), ("back", Page.SUMMARY), ("summary-done", Page.GROUP),
)  # fmt: skip
COACHS_WAYS = (
    ("coach", Page.SIGN_IN), ("PIN", Page.COACH),
    ("menu-people", Page.PEOPLE), ("people-1", Page.PEOPLE), ("back", Page.PEOPLE),
    ("back", Page.COACH), ("menu-planner", Page.PLANNER), ("back", Page.COACH),
    ("menu-devices", Page.DEVICES), ("back", Page.COACH), ("menu-shelf", Page.SHELF),
    ("add-strap", Page.SHELF), ("back", Page.SHELF), ("back", Page.COACH),
    ("menu-exports", Page.EXPORTS), ("back", Page.COACH),
    ("menu-imports", Page.IMPORTS), ("back", Page.COACH), ("menu-replay", Page.REPLAY),
    ("back", Page.COACH), ("menu-coaches", Page.COACHES), ("make-admin", Page.FIRST_RUN),
    ("back", Page.COACHES), ("back", Page.COACH), ("menu-health", Page.HEALTH),
    ("back", Page.COACH),
    ("menu-protocols", Page.PROTOCOLS), ("back", Page.COACH),
    ("menu-settings", Page.SETTINGS), ("back", Page.COACH), ("sign-out", Page.GROUP),
)  # fmt: skip


def walk(walker: Walker, ways: tuple[tuple[str, Page], ...], start: Page = Page.GROUP) -> set[Page]:
    walker.open(start)
    for (_, before), (name, page) in pairwise((("", walker.page), *ways)):
        if name == "PIN":
            for digit in PIN:
                walker.tap(f"pin-{digit}")
            walker.tap("pin-enter")
        else:
            walker.tap(name)
        walker.lives(1)
        assert walker.page is page, f"{name} on {before}"
        walker.lives(SETTLE_S)
    return {page for _, page in ways}


def test_every_way_leads_where_it_says_and_back_where_one_came_from(walker: Walker) -> None:
    seen = walk(walker, ATHLETES_WAYS) | walk(walker, COACHS_WAYS)
    seen |= walk(walker, GUESTS_WAYS, Page.SUMMARY)  # which comes by itself
    assert walker.app.coach is None
    assert set(Page) - seen == {Page.CALIBRATE}, "which needs a sensor: see test_devices_page"


# -- every wrong way -------------------------------------------------------------------------------


def open_all(walker: Walker) -> Iterator[Page]:
    for page in Page:
        walker.open(page)
        assert walker.page is page
        yield page


def test_fingers_that_are_too_quick_too_many_or_too_long_lead_one_page_back_at_the_most(
    walker: Walker,
) -> None:
    for page in Page:
        if page is Page.GROUP:
            continue
        walker.open(page, settled=False)
        walker.tap(back_of(walker))
        walker.lives()
        assert walker.page is page, "a page that has just come takes no tap"
        walker.lives(SETTLE_S)
        place, other = walker.middle(back_of(walker)), walker.middle(walker.kinds()[-1])
        walker.press(place)
        walker.lives(3)
        walker.lift(place)
        walker.tap_at(place)
        walker.lives(0.1)
        assert walker.page is page or walker.page is before(page), f"{page}: held, and once more"
        walker.open(page)
        for fingers in ((place, other), (other, place)):
            walker.press(*fingers)
            walker.lift(*fingers)
            walker.lives(0.1)
        near = (page, before(page), *LEADS_ON.get(page, ()))
        assert walker.page in near, f"two fingers on {page} went two pages"


def test_a_finger_that_is_down_while_the_page_goes_home_presses_nothing_there(
    walker: Walker,
) -> None:
    for page in open_all(walker):
        if page is Page.GROUP:
            continue
        place = walker.middle(back_of(walker))
        walker.press(place)
        walker.board.walk_model.home()
        walker.lives(0.1)
        walker.lift(place)
        walker.lives(0.1)
        assert walker.page is Page.GROUP, page


def test_a_tag_in_the_middle_of_a_page_disturbs_nobody_who_is_busy(walker: Walker) -> None:
    for page in open_all(walker):
        walker.kiosk.stage.run(SAME_TAP_S)
        walker.board.walk_model.touch()
        walker.hold_tag(TRAINS)
        walker.lives(0.5)
        gives_way = page in (Page.GROUP, Page.TAP_IN, Page.MINE)
        assert walker.page is (Page.MINE if gives_way else page)
        walker.lives(IDLE_S + 3)
        walker.hold_tag(TRAINS)
        walker.lives(0.5)
        stays = page in (Page.ADD, Page.CALIBRATE, Page.FIRST_RUN)
        assert walker.page is (page if stays else Page.MINE)
        assert stays or walker.app.coach is None, "the coach's pages are behind the PIN again"


def test_every_page_survives_another_language_other_units_and_the_other_hand(
    walker: Walker,
) -> None:
    for page in open_all(walker):
        for language, units, hand in (("de", "imperial", True), ("en", "metric", False)):
            walker.app.choose("language", language)
            walker.app.choose("units", units)
            walker.app.choose("left_handed", hand)
            walker.lives()
            assert walker.page is page


def test_on_every_page_one_touch_stops_everybody_whatever_lies_over_it(walker: Walker) -> None:
    for page in open_all(walker):
        for over in ("", "question", "wiping"):
            if over == "question":
                walker.board.question_model.ask(QUESTION)
            elif over == "wiping":
                walker.board.glass_model.wipe()
            walker.lives(0.1)
            walker.press(sign := walker.middle("stop-all"))
            walker.lift(sign)
            walker.lives(0.1)
            assert walker.app.state.stopped, (page, over)
            assert walker.shows("stop-cover") or page is Page.SIGN_IN
            walker.board.question_model.withdraw(QUESTION.key)
            walker.app.go_on()
            walker.lives(SETTLE_S)


def test_the_stop_is_there_on_the_page_of_somebody_who_only_waits(walker: Walker) -> None:
    walker.open(Page.TAP_IN)
    walker.board.walk_model.go(Page.MINE, athlete_id=READY)  # and the page has not followed yet
    assert walker.shows("stop-all")
    walker.lives(0.1)
    assert walker.page is Page.CHOOSE


def test_whoever_is_tapped_out_or_taken_off_the_roster_elsewhere_leaves_no_page_behind(
    walker: Walker,
) -> None:
    about = [page for page in Page if walker.whom(page) == READY]
    for page in (*about, Page.SHELF, Page.GUEST):
        walker.open(page, athlete_id=READY)
        walker.app.tap_out(READY)
        walker.lives(ARRIVAL_S + 1)
        assert walker.page is Page.GROUP, page


# -- the doors that must be shut -------------------------------------------------------------------


def sign_in(walker: Walker, pin: str) -> None:
    for digit in pin:
        walker.tap(f"pin-{digit}")
    walker.tap("pin-enter")
    walker.lives(1)


def leave_by_back(walker: Walker) -> None:
    for _ in range(3):
        if walker.page is not Page.GROUP:
            walker.tap(back_of(walker))
            walker.lives(1)


def leave_by_time(walker: Walker) -> None:
    walker.lives(max(SIGNED_OUT_AFTER_S, HOME_AFTER_S[walker.page]) + 1)


def leave_by_tag(walker: Walker) -> None:
    walker.lives(IDLE_S + 3)
    walker.hold_tag(TRAINS)
    walker.lives(0.5)


def leave_by_home(walker: Walker) -> None:
    walker.board.walk_model.home()
    walker.lives(1)


@pytest.mark.parametrize("leave", [leave_by_back, leave_by_time, leave_by_tag, leave_by_home])
def test_whichever_way_a_coach_leaves_the_door_is_shut_behind_them(
    walker: Walker, leave: Callable[[Walker], None]
) -> None:
    for page in sorted(NEEDS_COACH):
        walker.open(page)
        assert walker.page is page
        walker.board.walk_model.touch()
        if page is Page.CALIBRATE and leave is leave_by_tag:
            continue  # a deck is being raised: nobody else's page comes
        leave(walker)
        assert walker.page not in NEEDS_COACH, page
        assert walker.app.coach is None, page
        assert not walker.board.question_model.asked
        walker.board.walk_model.go(page)
        walker.lives(1)
        assert walker.page is Page.SIGN_IN, page
        leave_by_home(walker)


def test_wrong_pins_lock_and_the_page_says_for_how_long(walker: Walker) -> None:
    walker.open(Page.SIGN_IN)
    for _ in range(5):
        sign_in(walker, WRONG_PIN)
        assert walker.app.coach is None
    said = walker.text("pin-sentence")
    assert said.startswith("Too many wrong PINs. Try again in 0:5")
    sign_in(walker, PIN)
    assert walker.app.coach is None, "not even the right one"
    walker.board.walk_model.touch()
    walker.lives(25)
    assert walker.text("pin-sentence").startswith("Too many wrong PINs. Try again in 0:3")
    walker.board.walk_model.touch()
    walker.lives(29)
    walker.board.walk_model.touch()
    walker.lives(10)
    sign_in(walker, PIN)
    assert walker.page is Page.COACH
