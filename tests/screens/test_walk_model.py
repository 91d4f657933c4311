"""The walk as QML sees it: what it emits, and which taps count."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from screens.walk import Page
from screens.walk_model import WalkModel
from tests.screens.screen_fakes import FakeApp, class_of, tap_in


@pytest.fixture
def app() -> FakeApp:
    app = class_of(2)
    app.state.now = 100.0
    return app


@pytest.fixture
def walk(app: FakeApp, qapp: object) -> Iterator[WalkModel]:
    parent = QObject()
    yield WalkModel(app, parent)
    del parent


def test_a_change_of_page_is_told_once_and_a_beat_without_news_never(
    app: FakeApp, walk: WalkModel
) -> None:
    told: list[str] = []
    walk.changed.connect(lambda: told.append(walk.walk.page))
    walk.go(Page.TAP_IN)
    walk.refresh()
    app.state.now += 1
    walk.refresh()
    walk.back()
    walk.refresh()
    assert told == ["tap-in", "group"]


def test_a_tap_on_a_page_that_has_just_come_does_nothing(app: FakeApp, walk: WalkModel) -> None:
    walk.go(Page.TAP_IN)
    walk.goBack()
    walk.goHome()
    walk.openTile(1)
    assert walk.walk.page is Page.TAP_IN
    app.state.now += 1
    walk.goHome()
    assert walk.walk.page is Page.GROUP


def test_a_tile_of_somebody_who_has_gone_opens_nothing(app: FakeApp, walk: WalkModel) -> None:
    walk.openTile(99)
    assert walk.walk.page is Page.GROUP
    walk.openTile(2)
    assert (walk.walk.page, walk.walk.athlete_id) == (Page.MINE, 2)


def test_the_page_of_another_athlete_is_another_page(app: FakeApp, walk: WalkModel) -> None:
    tap_in(app, 3)
    told: list[int | None] = []
    walk.changed.connect(lambda: told.append(walk.walk.athlete_id))
    walk.openTile(1)
    walk.go(Page.MINE, athlete_id=2)
    walk.open_athlete(app.state.participants[3])
    assert told == [1, 2, 3]
