"""The wall: what is to be seen from five metres, two displays, and what a touch does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QGuiApplication

from kiosk.choices import Choices
from kiosk.session.state import Alert, Phase
from screens.board import Board
from screens.outputs import Outputs, WallError, WallHandle
from screens.walk import Page
from screens.window import gui_application
from tests.screens.conftest import Glass, Touches
from tests.screens.looks import check_nothing_is_cut_off, check_texts_stay_apart
from tests.screens.screen_fakes import FakeApp, class_of, tap_in

Show = Callable[..., Glass]
SIZES = ((1920, 1080), (720, 1280), (800, 480))


class Wall(Touches):
    """The wall's own window over a shell without an engine."""

    def __init__(self, app: FakeApp, width: int = 1920, height: int = 1080) -> None:
        gui_application()
        self.app = app
        self.board = Board(app)
        self.wall = WallHandle(self.board, again=True)
        super().__init__(self.wall)  # type: ignore[arg-type]
        self.wall.window.resize(width, height)
        self.wall.window.show()
        self.run(0)

    def run(self, seconds: int) -> None:
        for _ in range(max(1, seconds)):
            self.app.state.now += bool(seconds)
            self.app.pump()
            self.board.refresh()
        QGuiApplication.processEvents()


@pytest.fixture
def wall(qapp: QGuiApplication) -> Iterator[Callable[..., Wall]]:
    """`wall(app, width, height)`; no warning of QML's may come until the end."""
    opened: list[Wall] = []

    def show(app: FakeApp, width: int = 1920, height: int = 1080) -> Wall:
        opened.append(Wall(app, width, height))
        return opened[-1]

    yield show
    for one in opened:
        one.wall.close()
    assert [line for one in opened for line in one.wall.complaints] == []


@pytest.mark.parametrize(
    ("count", "width", "height"),
    [(1, 1280, 720), (4, 1920, 1080), (9, 720, 1280), (16, 800, 480), (32, 1920, 1080)],
)
def test_a_wall_of_any_size_cuts_nothing_off(
    wall: Callable[..., Wall], count: int, width: int, height: int
) -> None:
    app = class_of(count)
    app.evening_ascent_m = 1240.0
    app.state.participants[1].alert = Alert.ARE_YOU_ALL_RIGHT
    screen = wall(app, width, height)
    screen.run(3)
    check_nothing_is_cut_off(screen)  # type: ignore[arg-type]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_written_over_anything_else(
    wall: Callable[..., Wall], width: int, height: int
) -> None:
    app = class_of(16)
    app.evening_ascent_m = 1240.0
    screen = wall(app, width, height)
    screen.run(3)
    check_texts_stay_apart(screen)  # type: ignore[arg-type]


def test_whoever_needs_the_coach_is_named_above_the_tiles_and_framed(
    wall: Callable[..., Wall],
) -> None:
    screen = wall(class_of(4))
    assert screen.text("wall-title") == "Step-up 80"
    screen.run(31)
    assert screen.text("need-name", screen.find("need-0")) == "Chloe"
    assert screen.text("need-reason", screen.find("need-0")) == "over 155 for 40 s"
    assert not screen.shows("wall-title")


def test_no_tile_moves_when_somebody_is_named(wall: Callable[..., Wall]) -> None:
    screen = wall(class_of(9))
    places = {number: screen.box(screen.tile(number)) for number in range(1, 10)}
    screen.run(31)
    assert screen.shows("need-0")
    assert {number: screen.box(screen.tile(number)) for number in range(1, 10)} == places


def test_an_alarm_changes_frame_head_and_sign_of_its_tile(wall: Callable[..., Wall]) -> None:
    app = class_of(9)
    screen = wall(app)
    box = screen.box(screen.tile(1))
    inside = box.topLeft().toPoint() + QPoint(60, 8)
    calm = screen.picture().pixelColor(inside)
    app.state.participants[1].alert = Alert.ARE_YOU_ALL_RIGHT
    screen.run(1)
    assert screen.shows("called", screen.tile(1))
    assert screen.find("sign", screen.tile(1)).property("kind") == "alarm"
    assert screen.picture().pixelColor(inside) != calm
    assert screen.picture().pixelColor(inside).name() == "#ff5a4a"


def test_the_mountain_of_the_evening_fills_up_and_names_nobody(wall: Callable[..., Wall]) -> None:
    app = class_of(4)
    screen = wall(app)
    assert not screen.shows("climbed")
    app.evening_ascent_m = 165.0
    screen.run(1)
    assert screen.text("climbed").replace("\N{NO-BREAK SPACE}", " ") == "165 m"
    filled = screen.find("filled")
    assert filled.height() == pytest.approx(filled.parentItem().height() / 2, abs=1)


def test_an_empty_hall_has_the_time_and_what_was_climbed(wall: Callable[..., Wall]) -> None:
    app = FakeApp()
    app.evening_ascent_m = 1240.0
    screen = wall(app)
    assert screen.text("wall-clock") == "18:08"
    assert screen.text("climbed").endswith("climbed together today")


def test_before_anybody_has_climbed_the_mountain_is_empty(wall: Callable[..., Wall]) -> None:
    screen = wall(FakeApp())
    assert screen.text("climbed") == "Put on your strap, and the hill is yours."
    assert not screen.shows("filled")


def test_what_all_do_is_said_once_and_not_on_every_tile(wall: Callable[..., Wall]) -> None:
    app = class_of(4)
    for who in app.state.participants.values():
        who.grade_percent = who.wanted_grade_percent = None
    screen = wall(app)
    screen.run(1)
    step = screen.text("wall-step")
    assert step != ""
    assert {screen.text("step", screen.tile(number)) for number in (1, 2, 3, 4)} == {""}
    app.state.participants[1].detour = "own way"
    screen.run(1)
    assert screen.text("step", screen.tile(2)) == step


def test_where_no_touch_counts_no_tile_asks_for_one(wall: Callable[..., Wall]) -> None:
    app = FakeApp()
    tap_in(app, 1)
    screen = wall(app)
    assert screen.text("step", screen.tile(1)) == "ready"
    assert not screen.shows("hint")


def test_a_touch_on_the_second_display_changes_nothing(wall: Callable[..., Wall]) -> None:
    app = class_of(4)
    screen = wall(app)
    screen.run(2)
    for place in (screen.middle("tile-2"), QPoint(900, 20), QPoint(900, 1060)):
        screen.tap_at(place)
    screen.run(1)
    assert app.asked == []
    assert screen.board.walk_model.page == "group"


def test_when_all_are_stopped_the_wall_says_so(wall: Callable[..., Wall]) -> None:
    app = class_of(4)
    screen = wall(app)
    app.state.stopped = True
    screen.run(1)
    assert screen.shows("wall-stop")


# -- two displays ----------------------------------------------------------------------------------


def test_a_second_display_may_come_and_go_while_the_kiosk_runs(glass: Show) -> None:
    screen = glass(class_of(4))
    only = QGuiApplication.screens()
    there = [*only]
    outputs = Outputs(
        screen.app, screen.handle.board, screen.handle.window, screens=lambda: list(there)
    )
    outputs.follow()
    assert outputs.wall is None
    for _ in range(2):
        there.append(only[0])  # this machine has one: it stands for a second
        outputs.follow()
        assert outputs.wall is not None
        assert outputs.wall.window.isVisible()
        same = outputs.wall
        outputs.follow()
        assert outputs.wall is same
        there.pop()
        outputs.follow()
        assert outputs.wall is None
    screen.beat()
    assert screen.shows("tile-1")


def test_a_wall_that_cannot_be_drawn_is_said_under_devices_and_the_touchscreen_goes_on(
    glass: Show, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    screen = glass(class_of(4))
    only = QGuiApplication.screens()[0]
    there = [only, only]
    board = screen.handle.board
    screen.beat()
    outputs = Outputs(screen.app, board, screen.handle.window, screens=lambda: list(there))

    def refuse(*_: object) -> None:
        raise WallError("The wall cannot be drawn: install the program again.")

    with monkeypatch.context() as broken:
        broken.setattr("screens.outputs.WallHandle", refuse)
        for _ in range(3):
            outputs.follow()
            screen.beat()
    assert outputs.wall is None
    assert len([one for one in caplog.records if "cannot be drawn" in one.message]) == 1
    assert screen.shows("tile-1")
    board.walk_model.go(Page.DEVICES)
    screen.beat()
    said = screen.text("device-message", screen.find("device-Group wall"))
    assert said.startswith("The second display cannot be drawn: unplug it")
    there.pop()
    outputs.follow()
    screen.beat()
    assert not screen.shows("device-Group wall")
    there.append(only)
    outputs.follow()
    assert outputs.wall is not None
    outputs.close()


@pytest.mark.parametrize("choice", ["off", "only"])
def test_without_the_choice_there_is_no_second_window(glass: Show, choice: str) -> None:
    app = class_of(2)
    app.choices = Choices(wall=choice)  # type: ignore[arg-type]
    screen = glass(app)
    only = QGuiApplication.screens()[0]
    outputs = Outputs(app, screen.handle.board, screen.handle.window, screens=lambda: [only, only])
    outputs.follow()
    assert outputs.wall is None


# -- the wall as the home page ---------------------------------------------------------------------


def only_wall() -> FakeApp:
    app = class_of(4)
    app.choices = Choices(wall="only")
    return app


def test_a_touch_on_the_wall_leads_to_the_pages_and_the_wall_comes_back(glass: Show) -> None:
    screen = glass(only_wall())
    screen.beat(30)
    assert not screen.shows("tap-in")
    screen.tap_at(QPoint(640, 700))
    screen.beat()
    assert screen.shows("tap-in")
    assert screen.app.asked == []
    screen.beat(30)
    assert not screen.shows("tap-in")


def test_whoever_touches_their_tile_on_the_wall_gets_their_page(glass: Show) -> None:
    screen = glass(only_wall())
    screen.beat(30)
    screen.tap("tile-2")
    screen.beat()
    assert screen.handle.board.walk_model.page == "mine"


def test_one_touch_on_the_wall_still_stops_everybody(glass: Show) -> None:
    screen = glass(only_wall())
    screen.beat(30)
    screen.tap("stop-all")
    assert screen.app.asked == [("stop all",)]


# -- gliding ---------------------------------------------------------------------------------------


def ready(count: int) -> FakeApp:
    app = FakeApp()
    for number in range(1, count + 1):
        tap_in(app, number)
    return app


def glides(screen: Glass, number: int) -> bool:
    """Whether the tile is drawn elsewhere than at its place."""
    tile = screen.tile(number)
    return tile.mapToScene(QPointF()) != tile.parentItem().mapToScene(tile.position())


def test_between_sessions_a_tile_glides_to_its_place(glass: Show) -> None:
    screen = glass(ready(4))
    screen.beat()
    del screen.app.state.participants[2]
    screen.handle.step()
    assert glides(screen, 3)
    assert not glides(screen, 1)
    screen.wait_until(lambda: not glides(screen, 3))


def test_with_reduced_motion_a_tile_is_at_its_place_at_once(glass: Show) -> None:
    app = ready(4)
    app.choices = Choices(reduced_motion=True)
    screen = glass(app)
    screen.beat()
    del app.state.participants[2]
    screen.handle.step()
    assert not glides(screen, 3)


def test_a_finger_that_came_down_on_somebody_means_them_wherever_they_glide(glass: Show) -> None:
    screen = glass(ready(4))
    screen.beat()
    screen.beat()
    place = screen.middle("tile-2")
    screen.press(place)
    screen.app.state.participants[1].phase = Phase.LEFT
    screen.handle.step()
    screen.lift(place)
    screen.beat(1)
    walk = screen.handle.board.walk_model
    assert (walk.page, walk.athlete) in {("group", 0), ("choose", 2)}


def test_who_has_moved_under_a_finger_on_its_way_is_not_hit(glass: Show) -> None:
    screen = glass(ready(4))
    screen.beat()
    place = screen.middle("tile-2")
    del screen.app.state.participants[1]
    screen.beat(0.1)
    screen.tap_at(place)
    screen.beat(0.1)
    assert screen.handle.board.walk_model.page == "group"
