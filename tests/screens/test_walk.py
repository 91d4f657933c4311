"""The walk between pages, without a pixel."""

import pytest

from kiosk.session.state import KioskState, Participant, Phase
from kiosk.training.athlete import Athlete
from screens.walk import ARRIVAL_S, HOME_AFTER_S, SETTLE_S, Page, Walk


def state_with(*phases: Phase, now: float = 100.0) -> KioskState:
    people = {
        number: Participant(Athlete(number, f"A{number}"), None, None, phase=phase)
        for number, phase in enumerate(phases, 1)
    }
    return KioskState(now=now, participants=people)


@pytest.mark.parametrize(
    ("phase", "page"),
    [
        (Phase.READY, Page.CHOOSE),
        (Phase.RUNNING, Page.MINE),
        (Phase.PAUSED, Page.MINE),
        (Phase.FINISHED, Page.SUMMARY),
        (Phase.LEFT, Page.SUMMARY),
    ],
)
def test_ones_own_tile_opens_what_one_expects(phase: Phase, page: Page) -> None:
    walk = Walk()
    walk.open_athlete(state_with(phase).participants[1], 100.0)
    assert (walk.page, walk.athlete_id) == (page, 1)


@pytest.mark.parametrize("page", [p for p in Page if p is not Page.GROUP])
def test_every_page_finds_home_by_itself_and_back_leads_there(page: Page) -> None:
    phase = {Page.MINE: Phase.RUNNING, Page.SUMMARY: Phase.FINISHED}.get(page, Phase.READY)
    state = state_with(phase, Phase.RUNNING)
    walk = Walk()
    walk.go(page, 100.0, athlete_id=1)
    state.now = 100.0 + HOME_AFTER_S[page] - 0.1
    walk.follow(state)
    assert walk.page is page
    walk.touched(state.now)
    state.now += HOME_AFTER_S[page] + 0.1
    walk.follow(state)
    assert walk.page is Page.GROUP
    walk.go(page, state.now, athlete_id=1)
    for _ in Page:
        walk.back(state.now)
    assert walk.page is Page.GROUP


def test_whoever_trains_alone_keeps_their_own_page() -> None:
    state = state_with(Phase.RUNNING)
    walk = Walk()
    walk.go(Page.MINE, 100.0, athlete_id=1)
    state.now += 10_000
    walk.follow(state)
    assert walk.page is Page.MINE


def test_the_end_of_the_session_opens_the_summary() -> None:
    state = state_with(Phase.RUNNING)
    walk = Walk()
    walk.go(Page.MINE, 100.0, athlete_id=1)
    state.participants[1].phase = Phase.FINISHED
    walk.follow(state)
    assert walk.page is Page.SUMMARY


def test_the_page_of_whoever_does_not_train_any_more_is_not_the_one_of_training() -> None:
    state = state_with(Phase.READY)  # has left, and come again, while their progress was looked at
    walk = Walk()
    walk.go(Page.MINE, 100.0, athlete_id=1)
    walk.go(Page.PROGRESS, 101.0, athlete_id=1)
    walk.back(102.0)
    walk.follow(state)
    assert (walk.page, walk.athlete_id) == (Page.CHOOSE, 1)


def test_a_class_that_starts_takes_whoever_is_still_choosing_to_their_own_page() -> None:
    state = state_with(Phase.READY)
    walk = Walk()
    walk.go(Page.CHOOSE, 100.0, athlete_id=1)
    state.participants[1].phase = Phase.RUNNING
    walk.follow(state)
    assert walk.page is Page.MINE


def test_a_page_about_somebody_who_has_gone_goes_home_but_waits_for_whoever_is_coming() -> None:
    state = state_with()
    walk = Walk()
    walk.go(Page.CHOOSE, 100.0, athlete_id=7)
    walk.follow(state)
    assert walk.page is Page.CHOOSE
    state.now += ARRIVAL_S + 0.1
    walk.follow(state)
    assert walk.page is Page.GROUP


def test_a_page_that_has_just_come_takes_no_tap_yet() -> None:
    walk = Walk()
    walk.go(Page.TAP_IN, 100.0)
    assert not walk.is_settled(100.0 + SETTLE_S - 0.1)
    assert walk.is_settled(100.0 + SETTLE_S)
    with pytest.raises(ValueError, match="somebody"):
        walk.go(Page.MINE, 100.0)
