"""A whole visit by touch on the real shell: from the idle screen to the own view."""

from collections.abc import Callable

from kiosk.desk_port import PastLoaded, ResultsReady
from kiosk.session.state import Phase
from kiosk.training.measure import Measure
from kiosk.training.past import Past
from screens.stage import Stage
from screens.walk import SETTLE_S, Page
from tests.screens.conftest import Glass

Show = Callable[..., Glass]


def test_from_the_idle_screen_to_the_own_view_and_a_second_athlete_joins(glass: Show) -> None:
    stage = Stage()
    stage.roster(12)
    screen = glass(stage.app, 800, 480)

    def live(seconds: float = 1.0) -> None:
        stage.run(seconds)
        screen.show()
        stage.run(SETTLE_S)  # what has moved takes no touch at first
        screen.show()
        screen.picture()  # Qt asks only those items for a touch that it has laid out

    def page() -> tuple[Page, int | None]:
        walk = screen.handle.board.walk_model.walk
        return walk.page, walk.athlete_id

    live()
    for number in (3, 7):
        screen.tap("tap-in")
        live()
        screen.tap(f"person-{number}")
        assert page() == (Page.CHOOSE, number)
        live(2)
        assert screen.text("strap").endswith(" bpm")
        screen.tap("back")
        live()
    screen.tap("tile-3")
    live()
    screen.tap("workout-2")
    screen.tap("start-class")
    live(2)
    assert page() == (Page.MINE, 3)
    live(1500)
    assert page() == (Page.GROUP, None)  # nobody has touched the glass
    live()
    screen.tap("tap-in")
    live()
    screen.tap("person-9")
    live(2)
    assert screen.find("join-class").property("detail") == "you warm up 10 min first"
    screen.tap("join-class")
    live(2)
    assert page() == (Page.MINE, 9)
    who = stage.app.state.participants[9]
    assert (who.phase, who.late_warm_up_s) == (Phase.RUNNING, 598)


class Visitor:
    """Somebody who touches one thing after the other, and looks in between."""

    def __init__(self, glass: Show, stage: Stage) -> None:
        self.stage = stage
        self.screen = glass(stage.app, 800, 480)
        self.waits(1)

    def waits(self, seconds: float) -> None:
        """What has come is there for a moment before it is touched."""
        for part in (seconds, 1):
            self.stage.run(part)
            self.screen.show()
            self.screen.picture()

    def taps(self, *names: str) -> None:
        for name in names:
            self.screen.tap(name)
            self.waits(1)

    def waits_until(self, done: Callable[[], bool]) -> None:
        """Meanwhile the window may have gone home."""
        self.stage.run_until(done)
        self.waits(1)
        if self.page is Page.GROUP:
            self.taps("tile-1")

    @property
    def page(self) -> Page:
        return self.screen.handle.board.walk_model.walk.page


def test_a_first_visit_from_the_health_questions_to_the_progress(glass: Show) -> None:
    stage = Stage(asks_readiness=True)
    stage.roster(2)
    anna = Visitor(glass, stage)
    anna.taps("tap-in", "person-1", "answer-0")
    assert anna.page is Page.CHOOSE
    listed = [offer.plan.protocol_id for offer in stage.app.offers(1)]
    anna.taps(f"workout-{listed.index('step-up-30')}")
    assert "not for beginners" in anna.screen.text("offer-words")
    anna.taps("start-alone")
    assert anna.page is Page.MINE
    (session,) = stage.app.state.sessions.values()
    who = stage.app.state.participants[1]
    anna.waits_until(lambda: who.wants_rating)
    anna.taps("rpe-4")
    assert who.rated_rpe == 4
    anna.taps("stop-all")
    stopped_at = who.elapsed_s
    anna.waits(30)
    assert anna.screen.text("step-off-now") == "STEP OFF"
    assert who.elapsed_s == stopped_at
    anna.taps("go-on")
    assert who.elapsed_s > stopped_at
    anna.waits_until(lambda: who.phase is Phase.FINISHED)
    assert anna.page is Page.SUMMARY
    assert anna.screen.text("ask-sentence").startswith("How hard was the whole session?")
    anna.taps("answer-6")
    score = Measure("step_up_score", "Step-up score", 84.2, "points")
    at = stage.clock.monotonic()
    stage.mailbox.post(ResultsReady(at, session.id, 1, (score,)))
    stage.mailbox.post(PastLoaded(at, {1: Past()}))
    anna.waits(1)
    assert not anna.screen.shows("ask-card")
    anna.taps("summary-more")
    assert "84" in anna.screen.text("measure-0")
    anna.taps("measures-close", "summary-to-progress")
    assert anna.page is Page.PROGRESS
