"""Taking a downhill home: one touch, a card that a telephone reads, and back to the choice."""

from collections.abc import Sequence
from datetime import date

import pytest

from kiosk.app import App
from kiosk.clock import ManualClock
from kiosk.mailbox import Mailbox
from kiosk.session.records import HomeworkGiven, Record
from kiosk.training.athlete import Athlete
from kiosk.training.homework_card import homework_card
from kiosk.training.past import PastSession
from screens import history_view, tongue
from screens.homework import blocks, code_text
from screens.stage import shipped_plans
from tests.screens.coach_scenes import DOWNHILL, offered
from tests.screens.conftest import Glass
from tests.screens.screen_fakes import FakeApp
from tests.screens.test_window_choose import Show, choosing

DAY = date(2026, 1, 2)
CRUSHER = next(plan for plan in shipped_plans() if plan.protocol_id == "quad-crusher")
ANNA = Athlete(1, "Anna", birth_year=1990)


def outside(glass: Show, place: int = 4) -> tuple[FakeApp, Glass]:
    made = offered(place)
    assert isinstance(made, tuple)
    app = made[0]
    app.day = DAY
    screen = choosing(glass, app)
    screen.handle.board.choose_model.choose(place)
    screen.beat(1)
    return app, screen


def test_one_touch_notes_it_and_shows_the_card_and_done_leads_back(glass: Show) -> None:
    app, screen = outside(glass)
    assert not screen.shows("homework-title")
    screen.tap("take-home")
    assert app.asked == [("take home", 1, DOWNHILL.protocol_id)]
    assert screen.text("homework-title") == f"Hill homework: {DOWNHILL.name}"
    assert screen.find("homework-sheet").property("visible")
    screen.beat(1)
    screen.tap("homework-close")
    assert not screen.shows("homework-title")
    assert screen.shows("take-home")


def test_only_a_downhill_that_no_station_can_do_is_taken_home(glass: Show) -> None:
    app, screen = outside(glass, place=5)
    assert not screen.shows("take-home")
    screen.handle.board.choose_model.takeHome()
    assert app.asked == []


def test_without_a_clock_nothing_is_given_that_could_not_be_matched(glass: Show) -> None:
    app, screen = outside(glass)
    app.day = None
    screen.beat(1)
    assert not screen.shows("take-home")
    clock, put = ManualClock(), list[Record]()

    class Sink:
        def put(self, records: Sequence[Record]) -> None:
            put.extend(records)

    kiosk = App(clock=clock, mailbox=Mailbox(), recorder=Sink(), plans=[CRUSHER])
    kiosk.take_home(1, CRUSHER)
    (given,) = [one for one in put if isinstance(one, HomeworkGiven)]
    assert (given.athlete_id, given.on) == (1, kiosk.today())
    assert given.plan_json == CRUSHER.to_json()


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_code_has_room_for_the_day_it_is_due_in_every_language(language: str) -> None:
    tongue.speak(language)
    try:
        for plan in shipped_plans():
            card = homework_card(plan, ANNA, DAY)
            said = code_text(card)
            assert len(said.encode()) <= 300
            assert "FIT" in said.splitlines()[-1]
            assert "Anna" not in said
        assert len(blocks(homework_card(CRUSHER, ANNA, DAY))) == 5
    finally:
        tongue.speak("en")


def test_history_says_that_it_was_outside_and_how_far_down() -> None:
    done = PastSession(
        -3,
        DAY,
        0,
        "quad-crusher",
        "Quad crusher",
        "crusher",
        3600,
        True,
        {"descent_m": 151.0, "ascent_m": 150.0, "homework_done": 98.0},
        is_outside=True,
    )
    (row,) = history_view.rows([done])
    assert row.outside
    assert row.climbed.startswith("↓ 151")
    assert row.held.startswith("98")
