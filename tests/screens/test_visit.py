"""A whole visit by touch on the real shell: from the idle screen to the own view."""

from collections.abc import Callable

from kiosk.session.state import Phase
from screens.stage import Stage
from screens.walk import Page
from tests.screens.conftest import Glass

Show = Callable[..., Glass]


def test_from_the_idle_screen_to_the_own_view_and_a_second_athlete_joins(glass: Show) -> None:
    stage = Stage()
    stage.roster(12)
    screen = glass(stage.app, 800, 480)

    def live(seconds: float = 1.0) -> None:
        stage.run(seconds)
        screen.show()

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
