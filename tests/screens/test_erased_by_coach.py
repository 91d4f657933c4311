"""A coach erases somebody on the people page, who need not be in the room for it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from screens.walk import Page
from tests.screens.walker import TRAINS, Walker

AWAY = 6


@pytest.fixture(scope="module")
def walker(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walker]:
    walker = Walker(tmp_path_factory.mktemp("erased"))
    yield walker
    assert walker.handle.complaints == []
    walker.close()


def taps(walker: Walker, *names: str) -> None:
    for name in names:
        walker.lives(1)
        walker.tap(name)
    walker.lives(1)


def names(walker: Walker) -> list[str]:
    return [who.name for who in walker.kiosk.roster.list()]


def test_whoever_trains_is_not_erased_under_their_own_feet(walker: Walker) -> None:
    walker.open(Page.PEOPLE, athlete_id=TRAINS)
    taps(walker, "erase-person", "yes")
    assert walker.text("people-trouble").endswith("end the session first, then erase.")
    assert "Ben" in names(walker)
    assert walker.text("page-title") == "Ben"


def test_a_coach_who_was_signed_out_while_they_were_asked_erases_nobody(walker: Walker) -> None:
    walker.open(Page.PEOPLE, athlete_id=AWAY)
    taps(walker, "erase-person")
    walker.app.coach = None
    walker.tap("yes")
    walker.lives(1)
    assert "Farid" in names(walker)


def test_a_coach_erases_somebody_who_is_away_and_reads_before_what_is_lost(
    walker: Walker,
) -> None:
    walker.open(Page.PEOPLE, athlete_id=AWAY)
    taps(walker, "erase-person")
    assert walker.text("question-title") == "Erase everything of Farid?"
    assert "straps and tags, and the name. Nobody can bring it back." in walker.text(
        "question-body"
    )
    taps(walker, "no")
    assert "Farid" in names(walker)
    taps(walker, "erase-person", "yes")
    assert "Farid" not in names(walker)
    assert walker.page is Page.PEOPLE
    assert walker.text("people-trouble") == "Everything of Farid has been erased."
    assert "Farid" not in [who.name for who in walker.app.people]
