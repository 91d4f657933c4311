"""Calibrating a sensor by touch, in every layout; whatever goes wrong, nothing is changed."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.calibration import Calibration
from kiosk.coaches import Coach
from kiosk.events import Tilt
from kiosk.session.state import Phase
from screens import calibrate_view as view
from screens.calibrate_view import Step
from screens.devices_scenes import DEVICE_SCENES
from screens.stage import Stage
from screens.walk import HOME_AFTER_S, Page
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM, check_nothing_is_cut_off, check_targets
from tests.screens.screen_fakes import FakeApp, tap_in

Show = Callable[..., Glass]
STATION = "Treadmill 1"
BEFORE = Calibration("roll", 4.0, invert=True)


class Deck:
    """A deck with a sensor, and the page that calibrates it."""

    def __init__(
        self, glass: Show, station: str = STATION, size: tuple[int, int] = (1280, 720)
    ) -> None:
        self.app = FakeApp(stations=(station,), calibrations={station: BEFORE})
        self.app.state.now = 1000.0
        self.app.coach = Coach(1, "Maria")
        self.station = station
        self.screen = glass(self.app, *size)
        self.screen.handle.board.walk_model.go(Page.CALIBRATE, station=station)
        self.rest(-1.3)

    def rest(self, pitch: float, roll: float = 0.2, seconds: float = 3.0) -> None:
        """Stands still."""
        self.move(lambda _: (pitch, roll), seconds)

    def shake(self, seconds: float = 3.0) -> None:
        self.move(lambda step: (2.0 + step % 3, 0.2), seconds)

    def move(self, angles: Callable[[int], tuple[float, float]], seconds: float) -> None:
        for step in range(round(seconds / 0.2)):
            now = self.app.state.now + 0.2
            self.app.state.tilts[self.station] = Tilt(now, self.station, *angles(step))
            self.screen.beat(0.2)

    def unplug(self) -> None:
        self.app.state.tilts.clear()
        self.screen.beat(2.0)

    def tap(self, *names: str) -> None:
        for name in names:
            self.screen.picture()  # rows of buttons are laid out with the frame
            self.screen.tap(name)
            self.screen.show()

    def raised(self, pitch: float = 2.1, roll: float = 0.2) -> None:
        """As far as the third step."""
        self.tap("level-flat")
        self.rest(pitch, roll)
        self.tap("level-raised")
        self.rest(pitch, roll)

    @property
    def kept(self) -> list[Calibration]:
        """Every calibration that was asked for."""
        return [asked[2] for asked in self.app.asked if isinstance(asked[2], Calibration)]

    def says(self, name: str) -> str:
        return self.screen.text(name)


# -- the way through -------------------------------------------------------------------------------


def test_flat_raised_and_a_known_grade_make_a_calibration(glass: Show) -> None:
    deck = Deck(glass)
    assert deck.says("level-progress") == "Step 1 of 3"
    assert (deck.says("level-first"), deck.says("level-steady")) == ("pitch −1.3°", "steady")
    deck.raised()
    assert deck.says("level-hint") == "Found: pitch rises as the deck goes up."
    assert deck.says("grade-typed") == "5.9 %"
    assert deck.kept == [], "nothing is changed before the end"
    deck.tap("grade-plus", "grade-plus-half", "grade-minus", "grade-minus-half", "grade-plus")
    assert deck.says("grade-typed") == "6.0 %"
    deck.tap("level-save")
    deck.rest(-1.3)
    (kept,) = deck.kept
    assert (kept.axis, kept.invert) == ("pitch", False)
    assert kept.zero_deg == pytest.approx(-1.3)
    assert kept.span == pytest.approx(math.degrees(math.atan(0.06)) / 3.4, abs=0.001)
    assert deck.says("level-hint") == "Flat was −1.3°, pitch, uphill is positive, ×1.01."
    assert deck.says("level-first").startswith("0.0")
    deck.tap("level-done")
    deck.screen.beat()
    assert deck.says("page-title") == "Devices"
    assert not deck.screen.shows("notice-0")


def test_whoever_does_not_know_the_grade_skips_it(glass: Show) -> None:
    deck = Deck(glass)
    deck.raised()
    deck.tap("level-skip")
    assert [kept.span for kept in deck.kept] == [1.0]


def test_a_sensor_that_lies_on_its_side_and_the_other_way_round_is_found_out(glass: Show) -> None:
    deck = Deck(glass)
    deck.raised(pitch=-1.3, roll=-3.0)
    assert deck.says("level-hint") == "Found: roll falls as the deck goes up."
    deck.tap("level-skip")
    (kept,) = deck.kept
    assert (kept.axis, kept.invert) == ("roll", True)
    assert kept.zero_deg == pytest.approx(0.2)
    assert "uphill is negative" in deck.says("level-hint")


def test_what_was_before_comes_back_by_one_touch(glass: Show) -> None:
    deck = Deck(glass)
    deck.raised()
    deck.tap("level-skip")
    deck.rest(2.1)
    deck.tap("level-undo")
    deck.rest(2.1)
    assert deck.kept[-1] == BEFORE
    assert deck.says("notice-0") == view.undone()
    assert deck.says("level-progress") == "Step 1 of 3"


def test_one_may_begin_again_at_any_step(glass: Show) -> None:
    deck = Deck(glass)
    deck.raised()
    deck.tap("level-again")
    deck.rest(-1.3)
    assert deck.says("level-progress") == "Step 1 of 3"
    assert deck.kept == []


# -- what goes wrong -------------------------------------------------------------------------------


def test_a_deck_that_moves_is_waited_for(glass: Show) -> None:
    deck = Deck(glass)
    deck.shake()
    assert deck.says("level-steady") == "moving: wait"
    deck.tap("level-flat")
    assert "moves too much" in deck.says("notice-0")
    assert deck.says("level-progress") == "Step 1 of 3"
    deck.rest(-1.3)
    deck.tap("level-flat")
    assert deck.says("level-progress") == "Step 2 of 3"
    assert not deck.screen.shows("notice-0")


def test_a_deck_that_was_not_raised_is_said(glass: Show) -> None:
    deck = Deck(glass)
    deck.tap("level-flat")
    deck.rest(-1.3)
    deck.tap("level-raised")
    assert "has not noticed the deck rise" in deck.says("notice-0")
    assert deck.says("level-progress") == "Step 2 of 3"


def test_a_grade_that_cannot_be_is_refused_and_may_be_typed_anew(glass: Show) -> None:
    deck = Deck(glass)
    deck.raised()
    for _ in range(6):
        deck.tap("grade-plus-half")
    deck.tap("level-save")
    assert "too far apart" in deck.says("notice-0")
    assert deck.kept == []
    deck.rest(2.1)
    deck.tap("grade-minus-half")
    assert deck.says("grade-typed") == "8.4 %"
    assert not deck.screen.shows("notice-0")


def test_no_grade_is_steeper_than_a_treadmill(glass: Show) -> None:
    deck = Deck(glass)
    deck.raised()
    model = deck.screen.handle.board.calibrate_model
    model.adjust(100.0)
    assert model.view.typed == "40.0"
    model.adjust(-100.0)
    assert model.view.typed == "−40.0"


@pytest.mark.parametrize("steps", [["level-flat"], ["level-flat", "level-raised"]])
def test_a_sensor_that_is_unplugged_on_the_way_changes_nothing_and_that_is_said(
    glass: Show, steps: list[str]
) -> None:
    deck = Deck(glass)
    for step in steps:
        deck.tap(step)
        deck.rest(2.1)
    deck.unplug()
    assert deck.says("notice-0") == view.lost()
    assert deck.says("level-steady").startswith("no angle")
    assert deck.says("level-progress") == "Step 1 of 3"
    assert deck.kept == []
    deck.rest(-1.3)
    deck.raised()
    deck.tap("level-skip")
    assert len(deck.kept) == 1


def test_without_a_sensor_the_page_says_so_and_takes_nothing(glass: Show) -> None:
    deck = Deck(glass)
    deck.unplug()
    deck.tap("level-flat")
    assert "is not heard" in deck.says("notice-0")
    assert deck.says("level-first") == "–"


def test_leaving_on_the_way_changes_nothing_and_that_is_said(glass: Show) -> None:
    deck = Deck(glass)
    deck.raised()
    deck.tap("back")
    deck.screen.beat()
    assert deck.says("page-title") == "Devices"
    assert deck.says("notice-0") == (
        "The calibration of Treadmill 1 was not finished: nothing has been changed."
    )
    assert deck.kept == []
    deck.screen.beat(15)
    assert not deck.screen.shows("notice-0")


def test_coming_back_begins_anew(glass: Show) -> None:
    deck = Deck(glass)
    deck.raised()
    deck.tap("back")
    deck.screen.beat()
    deck.screen.handle.board.walk_model.go(Page.CALIBRATE, station=STATION)
    deck.rest(-1.3)
    assert deck.says("level-progress") == "Step 1 of 3"
    assert not deck.screen.shows("notice-0")


def test_while_somebody_trains_on_the_machine_it_is_left_alone(glass: Show) -> None:
    deck = Deck(glass)
    tap_in(deck.app, 1, phase=Phase.RUNNING)
    deck.rest(-1.3)
    assert deck.says("notice-0").startswith("Anna is training on Treadmill 1")
    deck.tap("level-flat")
    assert deck.says("level-progress") == "Step 1 of 3"
    deck.app.state.participants[1].resting = True
    deck.rest(-1.3)
    deck.tap("level-flat")
    assert deck.says("level-progress") == "Step 2 of 3"


def test_the_second_tap_of_a_double_tap_does_not_take_the_next_step(glass: Show) -> None:
    deck = Deck(glass)
    deck.raised()
    deck.tap("level-save")
    place = deck.screen.middle("level-done")
    deck.screen.tap_at(place)
    deck.screen.show()
    assert deck.says("level-progress") == "Done"


def test_a_tag_at_the_reader_does_not_take_the_page_away(glass: Show) -> None:
    deck = Deck(glass)
    deck.rest(-1.3, seconds=12)
    assert not deck.screen.handle.board.walk_model.walk.gives_way(1, deck.app.state.now)


def test_without_a_touch_it_goes_home_and_changes_nothing(glass: Show) -> None:
    deck = Deck(glass)
    deck.raised()
    deck.screen.beat(HOME_AFTER_S[Page.CALIBRATE] + 1)
    assert deck.screen.shows("tap-in")
    assert deck.kept == []


# -- looks -----------------------------------------------------------------------------------------

BUTTONS = {
    Step.FLAT: ["level-flat"],
    Step.RAISED: ["level-again", "level-raised"],
    Step.GRADE: [
        *("level-again", "level-skip", "level-save", "grade-minus-half", "grade-minus"),
        *("grade-plus", "grade-plus-half"),
    ],
    Step.DONE: ["level-undo", "level-again", "level-done"],
}


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_every_step_has_room_for_its_words_and_for_fingers(
    glass: Show, width: int, height: int
) -> None:
    deck = Deck(glass, "The treadmill by the window, on the left", (width, height))

    def check(step: Step) -> None:
        deck.screen.picture()
        check_nothing_is_cut_off(deck.screen)
        check_targets(deck.screen, ["back", *BUTTONS[step]], NINE_MM[width, height])

    check(Step.FLAT)
    deck.tap("level-flat")
    check(Step.RAISED)
    deck.shake()
    deck.tap("level-raised")
    check(Step.RAISED)
    deck.rest(2.1)
    deck.tap("level-raised")
    deck.rest(2.1)
    check(Step.GRADE)
    for _ in range(8):
        deck.tap("grade-plus-half")
    deck.tap("level-save")
    check(Step.GRADE)
    deck.rest(2.1)
    deck.tap("level-skip")
    check(Step.DONE)
    deck.unplug()
    check(Step.DONE)


@pytest.mark.parametrize(
    ("page", "play"), [(page, play) for page, _, play in DEVICE_SCENES if page != "group"]
)
def test_every_scene_shows_its_page(
    glass: Show, page: str, play: Callable[[Stage], Callable[..., None]]
) -> None:
    stage = Stage()
    pose = play(stage)
    stage.run(1)
    screen = glass(stage.app, 800, 480)
    pose(screen.handle.board)
    screen.show()
    assert screen.shows("summary" if page == "devices" else "level-todo")


# -- words -----------------------------------------------------------------------------------------

angles = st.floats(-60, 60)


@given(st.sampled_from(["pitch", "roll"]), angles, st.booleans(), st.floats(0.8, 1.25), angles)
def test_a_deck_at_its_zero_is_flat_however_the_sensor_is_mounted(
    axis: str, zero: float, invert: bool, span: float, other: float
) -> None:
    pitch, roll = (zero, other) if axis == "pitch" else (other, zero)
    calibration = Calibration("pitch" if axis == "pitch" else "roll", zero, invert, span)
    assert view.grade_percent(calibration, Tilt(0.0, "", pitch, roll)) == pytest.approx(0.0)


def test_grades_go_over_the_seam_of_the_circle() -> None:
    turned = Tilt(0.0, "", -179.0, 0.0)
    assert view.grade_percent(Calibration(zero_deg=179.0), turned) == pytest.approx(3.49, abs=0.01)


def test_several_who_train_are_all_named() -> None:
    app = FakeApp()
    for number in (1, 2):
        tap_in(app, number, phase=Phase.PAUSED)
    assert view.in_the_way(app.state, STATION).startswith("Anna and Ben are training")
    assert view.in_the_way(app.state, "Treadmill 2") == ""
