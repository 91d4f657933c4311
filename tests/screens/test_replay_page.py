"""A past session once more, by touch on the real shell."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF

from kiosk.coach_port import ReplayLoaded
from screens.paged import Paged
from screens.people_scenes import LISTED
from screens.replay_scenes import past_class
from screens.replay_view import ReplayLine
from screens.walk import Page
from tests.screens.coach_rig import CoachVisit, Show


class Reader:
    """Notes which session is wanted; the test answers."""

    def __init__(self) -> None:
        self.wanted: list[int] = []

    def list_sessions(self, coach_id: int | None = None) -> None:
        del coach_id
        """The test has the list."""

    def export(self, session_ids: Sequence[int], coach_id: int | None = None) -> None:
        del coach_id
        raise AssertionError(f"nobody exports {session_ids} here")

    def load_replay(self, session_id: int) -> None:
        self.wanted.append(session_id)


class Replaying(CoachVisit):
    """On the list of sessions that are over."""

    def __init__(self, glass: Show) -> None:
        self.reader = Reader()
        super().__init__(glass, Page.GROUP, 3)
        self.stage.app.coach_desk.archive = self.reader
        self.stage.app.coach_desk.listed = LISTED
        self.go(Page.REPLAY)

    def answer(self, answer: ReplayLoaded) -> None:
        self.stage.mailbox.post(replace(answer, at=self.stage.clock.monotonic()))
        self.waits()
        self.waits()

    def opens(self) -> None:
        self.tap("export-39")
        self.answer(ReplayLoaded(0.0, 39, past_class(self.stage.plan("step-up-80"))))

    def touch_timeline(self, fraction: float) -> None:
        bar = self.screen.find("replay-timeline")
        place = QPointF(bar.width() * fraction, bar.height() / 2)
        self.screen.tap_at(bar.mapToScene(place).toPoint())
        self.screen.show()


def test_a_session_that_is_not_over_is_not_offered_and_one_that_is_opens(glass: Show) -> None:
    page = Replaying(glass)
    assert not page.screen.shows("export-40")
    page.tap("export-39")
    assert page.text("replay-empty") == "Reading the session …"
    page.answer(ReplayLoaded(0.0, 38, trouble="Of another session."))
    assert page.text("replay-empty") == "Reading the session …"
    page.answer(ReplayLoaded(0.0, 39, past_class(page.stage.plan("step-up-80"))))
    assert page.text("replay-clock") == "0:00 of 1:00:00"
    assert page.reader.wanted == [39]


def test_whoever_came_late_or_was_silent_shows_nothing_then(glass: Show) -> None:
    page = Replaying(glass)
    page.opens()
    assert page.text("replay-verdict-2") == "not training"
    page.touch_timeline(0.47)
    assert page.text("replay-bpm-3") == "–"
    assert page.text("replay-verdict-3") == "not measured"
    assert page.text("replay-bpm-2").isdigit()


def test_it_plays_faster_than_it_was_and_stops_at_the_end(glass: Show) -> None:
    page = Replaying(glass)
    page.opens()
    page.tap("replay-play")
    before = page.text("replay-clock")
    page.waits(10)
    assert (before, page.text("replay-clock")) == ("0:15 of 1:00:00", "2:00 of 1:00:00")
    page.tap("replay-play", "replay-speed", "replay-speed", "replay-plus")
    assert page.screen.find("replay-speed").property("label") == "60×"
    page.touch_timeline(0.99)
    page.tap("replay-play")
    page.waits(3)
    assert page.text("replay-clock") == "59:59 of 1:00:00"
    assert page.screen.find("replay-play").property("label") == "Play"


def test_a_session_that_cannot_be_read_says_why_and_back_leads_to_the_list(glass: Show) -> None:
    page = Replaying(glass)
    page.tap("export-39")
    page.answer(ReplayLoaded(0.0, 39, trouble="The steps of session 39 cannot be read."))
    assert page.text("replay-empty-advice") == "The steps of session 39 cannot be read."
    page.tap("replay-again")
    assert page.reader.wanted == [39, 39]
    assert page.text("replay-empty") == "Reading the session …"
    page.tap("back")
    assert page.screen.shows("export-39")
    page.tap("back")
    assert page.walk[0] is Page.COACH


def test_the_next_word_leads_to_whoever_needed_it_and_back_leads_to_all(glass: Show) -> None:
    page = Replaying(glass)
    page.opens()
    page.tap("replay-word")
    assert page.text("page-title") == "Chloe"
    assert page.text("replay-clock") == "25:56 of 1:00:00"
    page.tap("replay-plus-10")
    assert page.text("replay-large-verdict") == "no heart rate"
    assert page.text("replay-large-words") == "26:01  no heart rate\n48:10  recovery walk"
    page.tap("back")
    assert page.text("page-title") == "Step-up 80"
    page.tap("replay-row-1")
    assert (page.text("page-title"), page.text("replay-large-words")) == (
        "Anna",
        "Never needed a word.",
    )


def in_view(lines: Paged) -> list[int]:
    return [row.athlete for row in lines.row_model.rows if isinstance(row, ReplayLine)]


def test_of_thirty_two_people_every_one_is_on_some_page(glass: Show) -> None:
    page = Replaying(glass)
    page.tap("export-39")
    past = past_class(page.stage.plan("step-up-80"), 32)
    page.answer(ReplayLoaded(0.0, 39, past))
    lines = page.screen.handle.board.replay_model.line_list
    seen = in_view(lines)
    while lines.hasMore:
        page.tap("replay-after")
        seen += in_view(lines)
    assert seen == [who.athlete_id for who in past.athletes]
