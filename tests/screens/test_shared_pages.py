"""Stations, typed speed, straps of two people and tags under fingers, in the whole window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.session.state import Phase
from kiosk.shelf import PoolStrap
from screens.walk import Page
from tests.screens import own_scenes as scene
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM, check_nothing_is_cut_off, check_targets
from tests.screens.own_scenes import STATIONS, anna
from tests.screens.screen_fakes import Asked, Enrolling, FakeApp, Seen, athlete, class_of, tap_in

Show = Callable[..., Glass]


def mine(glass: Show, app: FakeApp, *size: int) -> Glass:
    screen = glass(app, *size)
    screen.handle.board.walk_model.go(Page.MINE, athlete_id=1)
    screen.beat()
    return screen


def choose(glass: Show, app: FakeApp, *size: int) -> Glass:
    screen = glass(app, *size)
    screen.handle.board.walk_model.go(Page.CHOOSE, athlete_id=1)
    screen.beat()
    return screen


def page_of(screen: Glass) -> tuple[Page, int | None]:
    walk = screen.handle.board.walk_model.walk
    return walk.page, walk.athlete_id


# -- stations --------------------------------------------------------------------------------------


def test_whoever_rests_takes_the_station_by_one_touch(glass: Show) -> None:
    screen = mine(glass, scene.resting())
    assert screen.text("mine-word") == "recovery"
    assert screen.text("mine-aside") == "Ben is on Treadmill 1"
    button = screen.find("take-0")
    assert screen.text("station-title", button) == "Take Treadmill 1"
    assert screen.text("station-aside", button) == "Ben steps off"
    screen.tap("take-0")
    assert screen.app.asked == [("take station", 1, "Treadmill 1")]


def test_a_double_tap_takes_it_once_and_does_not_step_off_again(glass: Show) -> None:
    screen = mine(glass, scene.resting())
    place = screen.middle("take-0")
    screen.tap_at(place)
    anna(screen.app).resting, anna(screen.app).station = False, "Treadmill 1"
    screen.app.state.occupants["Treadmill 1"] = 1
    screen.beat(0.1)
    assert screen.shows("step-off")
    screen.tap_at(place)
    assert screen.app.asked == [("take station", 1, "Treadmill 1")]
    screen.beat()
    screen.tap_at(place)
    assert screen.app.asked[1:] == [("take station", 1, None)]


def test_with_several_stations_each_has_its_button(glass: Show) -> None:
    screen = mine(glass, scene.shared(scene.climb(), several=True))
    assert screen.text("station-aside", screen.find("step-off")) == "you are on Treadmill 1"
    screen.tap("take-2")
    assert screen.app.asked == [("take station", 1, "Stairs")]


def test_a_station_that_somebody_else_has_just_taken_is_not_taken_by_mistake(glass: Show) -> None:
    screen = mine(glass, scene.shared(scene.climb(), several=True))
    screen.app.state.occupants["Stairs"] = 2
    screen.beat(0.1)
    screen.tap("take-2")
    assert screen.app.asked == []


def test_more_stations_than_fit_are_one_touch_further(glass: Show) -> None:
    app = scene.shared(scene.climb())
    app.stations = [f"Treadmill {number}" for number in range(1, 9)]
    screen = mine(glass, app, 720, 1280)
    seen: set[int] = set()
    for _ in range(8):
        seen |= {place for place in range(1, 8) if screen.shows(f"take-{place}")}
        screen.tap("more-stations")
        screen.beat()
    assert seen == set(range(1, 8))


def test_alone_on_the_only_station_nothing_is_in_the_way(glass: Show) -> None:
    screen = mine(glass, scene.climb())
    assert not screen.shows("step-off")
    assert not screen.shows("take-0")


def test_partners_swap_on_the_group_page_by_one_touch(glass: Show) -> None:
    screen = glass(scene.resting())
    screen.beat()
    assert screen.text("step", screen.tile(1)) == "recovery"
    assert not screen.shows("swap-0", screen.tile(2))
    place = screen.middle("swap-0")
    screen.tap_at(place)
    screen.beat(0.1)
    screen.tap_at(place)
    assert screen.app.asked == [("take station", 1, "Treadmill 1")]
    assert page_of(screen) == (Page.GROUP, None)


def test_after_the_swap_the_other_one_has_the_button(glass: Show) -> None:
    app = scene.resting()
    screen = glass(app)
    who, partner = anna(app), app.state.participants[2]
    who.resting, who.station = False, "Treadmill 1"
    partner.resting, partner.station = True, None
    app.state.occupants["Treadmill 1"] = 1
    screen.beat()
    assert screen.shows("swap-0", screen.tile(2))
    assert not screen.shows("swap-0", screen.tile(1))


def test_several_stations_are_named_on_the_tiles(glass: Show) -> None:
    screen = glass(scene.shared(scene.climb(), several=True))
    screen.beat()
    assert screen.text("station", screen.tile(1)) == "T1"
    assert not glass(scene.shared(scene.climb())).shows("station")


def test_a_small_tile_keeps_its_number_and_leaves_the_swap_to_its_page(glass: Show) -> None:
    app = class_of(32)
    for number in range(3, 33):
        app.state.participants[number].phase = Phase.FINISHED
    app.state.occupants["Treadmill 1"] = 2
    app.state.participants[1].resting, app.state.participants[1].station = True, None
    screen = glass(app, 800, 480)
    screen.beat()
    assert not screen.shows("swap-0")
    assert screen.text("number", screen.tile(1)) != ""


# -- the station to start on -----------------------------------------------------------------------


def several(app: FakeApp) -> FakeApp:
    """Anna chooses, Ben is on the first treadmill."""
    tap_in(app, 1, station=None)
    tap_in(app, 2)
    app.stations, app.state.occupants = STATIONS, {"Treadmill 1": 2}
    return app


def test_a_free_station_is_chosen_and_taken_with_the_start(glass: Show) -> None:
    screen = choose(glass, several(FakeApp()))
    assert screen.text("station-aside", screen.find("station-0")) == "Ben is on it"
    assert screen.text("station-aside", screen.find("station-1")) == "you start here"
    screen.tap("start-alone")
    assert screen.app.asked == [
        ("take station", 1, "Treadmill 2"),
        ("start alone", "step-up-80", 1),
    ]


def test_nobody_steps_off_before_the_start(glass: Show) -> None:
    screen = choose(glass, several(FakeApp()))
    screen.tap("station-0")
    assert screen.text("station-aside", screen.find("station-0")) == "Ben steps off"
    assert screen.app.asked == []
    screen.beat()
    screen.tap("start-alone")
    assert screen.app.asked[0] == ("take station", 1, "Treadmill 1")


def test_a_station_that_was_free_when_it_was_chosen_is_not_taken_from_anybody(glass: Show) -> None:
    screen = choose(glass, several(FakeApp()))
    screen.tap("station-2")
    screen.app.state.occupants["Stairs"] = 7
    tap_in(screen.app, 7)
    screen.beat()
    screen.tap("start-alone")
    assert screen.app.asked[0] == ("take station", 1, "Treadmill 2")


def test_touched_again_it_is_not_chosen_any_more(glass: Show) -> None:
    screen = choose(glass, several(FakeApp()))
    screen.tap("station-1")
    screen.beat()
    screen.tap("start-alone")
    assert screen.app.asked == [("start alone", "step-up-80", 1)]


def test_with_one_free_station_there_is_nothing_to_choose(glass: Show) -> None:
    app = FakeApp()
    tap_in(app, 1)
    assert not choose(glass, app).shows("station-0")


# -- the typed speed -------------------------------------------------------------------------------


def test_the_speed_is_typed_on_a_pad_and_every_touch_counts_at_once(glass: Show) -> None:
    screen = mine(glass, scene.planned())
    assert screen.text("mine-pace-source") == "planned"
    screen.tap("type-speed")
    screen.beat()
    assert screen.text("speed-value") == "5.5"
    assert screen.text("mine-number") == "171", "the heart rate stays in view"
    for name in ("speed-plus-5", "speed-plus", "speed-minus", "speed-minus-5", "speed-plus"):
        screen.tap(name)
    assert [asked[2] for asked in screen.app.asked] == [6.0, 6.1, 6.0, 5.5, 5.6]
    assert screen.app.asked[-1] == ("type speed", 1, 5.6, None)
    screen.tap("speed-done")
    screen.beat()
    assert not screen.shows("speed-value")
    assert screen.shows("mine-remaining")


def test_a_double_tap_on_the_speed_types_nothing(glass: Show) -> None:
    screen = mine(glass, scene.planned())
    place = screen.middle("type-speed")
    screen.tap_at(place)
    screen.beat(0.1)
    screen.tap_at(place)
    assert screen.app.asked == []


def test_clearing_takes_back_what_was_typed(glass: Show) -> None:
    app = scene.planned()
    anna(app).speed_kmh, anna(app).speed_source = 6.2, "typed"
    screen = mine(glass, app)
    assert screen.text("mine-pace-source") == "typed, planned 5.5"
    screen.tap("type-speed")
    screen.beat()
    screen.tap("speed-clear")
    assert screen.app.asked == [("type speed", 1, None, None)]
    assert screen.text("speed-value") == "5.5"
    screen.tap("speed-clear")
    assert len(screen.app.asked) == 1


def test_the_pad_does_not_leave_the_range_of_belts(glass: Show) -> None:
    app = scene.planned()
    anna(app).speed_kmh = 0.2
    screen = mine(glass, app)
    screen.tap("type-speed")
    screen.beat()
    screen.tap("speed-minus-5")
    screen.tap("speed-minus")
    assert screen.app.asked[-1] == ("type speed", 1, 0.0, None)


def test_on_a_stair_machine_the_steps_are_typed(glass: Show) -> None:
    screen = mine(glass, scene.on_stairs())
    screen.tap("type-speed")
    screen.beat()
    assert screen.text("speed-value") == "–"
    screen.tap("speed-plus-5")
    screen.tap("speed-minus")
    assert screen.app.asked == [("type speed", 1, None, 65.0), ("type speed", 1, None, 64.0)]


def test_the_pad_goes_when_a_console_speaks_when_one_steps_off_and_by_itself(glass: Show) -> None:
    for change in ("console", "rest", "time"):
        screen = mine(glass, scene.planned())
        screen.tap("type-speed")
        screen.beat()
        assert screen.shows("speed-value")
        if change == "console":
            anna(screen.app).speed_source = "console"
        elif change == "rest":
            anna(screen.app).resting, anna(screen.app).station = True, None
        screen.beat(13.0 if change == "time" else 0.1)
        assert not screen.shows("speed-value"), change
        assert screen.app.asked == []


def test_a_measured_speed_opens_no_pad(glass: Show) -> None:
    screen = mine(glass, scene.measured())
    assert not screen.shows("type-speed")
    screen.tap("mine-pace")
    screen.beat()
    assert not screen.shows("speed-value")
    assert screen.text("mine-cadence-source") == "from the deck, experimental"


# -- whose strap -----------------------------------------------------------------------------------


def asking(app: FakeApp, *athletes: int) -> FakeApp:
    app.strap_questions = [Asked(12_345, tuple(athlete(number) for number in athletes))]
    return app


def test_where_two_are_possible_the_kiosk_asks_and_one_touch_answers(glass: Show) -> None:
    screen = glass(asking(class_of(2), 5, 6))
    screen.beat()
    assert screen.text("strap-sentence") == "Strap 12345 has just come on. Whose is it?"
    assert screen.find("strap-nobody").property("name") == "Neither of us"
    place = screen.middle("strap-owner-5")
    screen.tap_at(place)
    screen.beat(0.1)
    screen.tap_at(place)
    assert screen.app.asked == [("answer strap", 12_345, 5)]
    assert not screen.shows("strap-question")
    assert page_of(screen) == (Page.GROUP, None), "the second tap opened nobody's page"


def test_neither_of_them_is_an_answer_too(glass: Show) -> None:
    screen = glass(asking(FakeApp(), 5, 6, 7))
    screen.beat()
    assert screen.shows("empty"), "the idle screen stays"
    assert screen.find("strap-nobody").property("name") == "None of us"
    screen.tap("strap-nobody")
    assert screen.app.asked == [("answer strap", 12_345, None)]


def test_the_question_covers_no_tile_and_is_asked_at_the_tap_in_page_too(glass: Show) -> None:
    screen = glass(asking(class_of(4), 5, 6))
    screen.beat()
    card = screen.box(screen.find("strap-question"))
    for number in range(1, 5):
        assert not card.intersects(screen.box(screen.tile(number)))
    screen.tap("tap-in")
    screen.beat()
    screen.tap("strap-owner-6")
    assert screen.app.asked == [("answer strap", 12_345, 6)]


@pytest.mark.parametrize("page", [Page.MINE, Page.CHOOSE, Page.ADD, Page.SHELF])
def test_nobody_is_asked_in_the_middle_of_something_else(glass: Show, page: Page) -> None:
    app = asking(scene.climb() if page is Page.MINE else several(FakeApp()), 5, 6)
    screen = glass(app)
    screen.handle.board.walk_model.go(page, athlete_id=1)
    screen.beat()
    assert not screen.shows("strap-question")


def test_an_answer_that_nothing_came_of_can_be_given_again(
    glass: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = glass(asking(FakeApp(), 5, 6))
    given: list[int | None] = []

    def lose(_strap: int, athlete_id: int | None) -> None:
        given.append(athlete_id)

    monkeypatch.setattr(screen.app, "answer_strap", lose)
    screen.beat()
    screen.tap("strap-owner-5")
    screen.beat(4.0)
    screen.beat()
    screen.picture()  # rows are laid out just before a frame is drawn
    screen.tap("strap-owner-5")
    assert given == [5, 5]


def test_a_question_that_comes_under_a_finger_is_not_answered_by_it(glass: Show) -> None:
    screen = glass(FakeApp())
    screen.beat()
    asking(screen.app, 5, 6)
    screen.beat(0.1)
    screen.tap("strap-owner-5")
    assert screen.app.asked == []


# -- batteries before the session ------------------------------------------------------------------


def test_a_low_battery_is_said_before_the_session(glass: Show) -> None:
    app = FakeApp(people=[athlete(1), athlete(2)])
    tap_in(app, 1).battery_low = True
    app.state.straps[1001].battery_low = True
    screen = glass(app)
    screen.beat()
    assert screen.text("step", screen.tile(1)) == "battery low"
    assert screen.text("hint", screen.tile(1)) == "take a club strap"
    screen.tap("tap-in")
    screen.beat()
    assert screen.text("person-mark", screen.find("person-1")) == "battery low:"
    assert screen.text("person-advice", screen.find("person-1")) == "take a club strap"
    assert not screen.shows("person-battery", screen.find("person-2"))


@pytest.mark.parametrize("lends", [True, False])
def test_while_choosing_there_is_a_way_to_another_strap(glass: Show, lends: bool) -> None:
    app = FakeApp(pool=[scene_strap()] if lends else [])
    tap_in(app, 1).battery_low = True
    screen = choose(glass, app)
    assert screen.shows("choose-battery")
    assert screen.shows("swap-strap") == lends
    if lends:
        assert screen.text("another-strap") == "Battery low: take a club strap"
        screen.tap("swap-strap")
        screen.beat()
        screen.tap("pool-7")
        screen.beat(0.1)
        assert app.asked == [("lend", 7, 1)]
        assert page_of(screen) == (Page.CHOOSE, 1)
    else:
        assert screen.text("another-strap") == "Battery low: change it before you start"


def scene_strap() -> PoolStrap:
    return PoolStrap(7, 41_007)


# -- tags ------------------------------------------------------------------------------------------


def test_a_tag_is_made_ones_own_at_the_screen(glass: Show) -> None:
    app = FakeApp()
    tap_in(app, 1)
    screen = choose(glass, app)
    screen.tap("my-tag")
    screen.beat()
    assert app.asked == [("enrol tag", 1)]
    assert screen.text("tag-sentence") == "Hold your tag to the reader."
    app.enrolment = Enrolling(1, "done", "From now on this tag taps you in.")
    screen.beat()
    assert screen.text("tag-sentence") == "From now on this tag taps you in."
    screen.beat(7.0)
    assert not screen.shows("tag-card")
    assert app.asked[1:] == [("cancel enrolment",)]


def test_waiting_for_a_tag_can_be_cancelled(glass: Show) -> None:
    app = FakeApp()
    tap_in(app, 1)
    screen = choose(glass, app)
    screen.tap("my-tag")
    screen.tap("tag-cancel")
    assert screen.shows("tag-card"), "the second tap of a double tap cancels nothing"
    screen.beat()
    screen.tap("tag-cancel")
    screen.beat(0.1)
    assert app.asked == [("enrol tag", 1), ("cancel enrolment",)]
    assert not screen.shows("tag-card")


def test_a_refused_tag_says_why_and_another_one_can_be_tried(glass: Show) -> None:
    app = FakeApp()
    tap_in(app, 1)
    screen = choose(glass, app)
    screen.tap("my-tag")
    app.enrolment = Enrolling(1, "refused", "This tag is Ben's: use another one.")
    screen.beat()
    screen.beat()
    assert screen.text("tag-sentence") == "This tag is Ben's: use another one."
    screen.picture()  # rows are laid out just before a frame is drawn
    screen.tap("tag-again")
    screen.beat()
    assert app.asked == [("enrol tag", 1), ("enrol tag", 1)]


def test_nobody_makes_a_tag_theirs_by_walking_away(glass: Show) -> None:
    app = FakeApp()
    tap_in(app, 1)
    screen = choose(glass, app)
    screen.tap("my-tag")
    screen.beat(70.0)
    screen.beat(0.1)
    assert page_of(screen)[0] is Page.GROUP
    assert app.asked[-1] == ("cancel enrolment",)
    assert not screen.shows("tag-card")


@pytest.mark.parametrize("page", [Page.GROUP, Page.TAP_IN])
def test_a_tag_opens_its_owners_page(glass: Show, page: Page) -> None:
    screen = glass(scene.shared(scene.climb()))
    screen.handle.board.walk_model.go(page)
    screen.beat()
    screen.app.tag_seen = Seen(screen.app.state.now, 2)
    screen.beat(0.1)
    assert page_of(screen) == (Page.CHOOSE, 2)
    screen.app.tag_seen = Seen(screen.app.state.now + 1, 1)
    screen.beat(5.0)
    assert page_of(screen) == (Page.CHOOSE, 2), "Ben has only just arrived there"
    screen.app.tag_seen = Seen(screen.app.state.now + 1, 1)
    screen.beat(10.0)
    assert page_of(screen) == (Page.MINE, 1), "nobody has touched that page for long enough"


def test_a_tag_takes_nobodys_keyboard_away(glass: Show) -> None:
    screen = glass(scene.shared(scene.climb()))
    screen.handle.board.walk_model.go(Page.ADD)
    screen.app.tag_seen = Seen(1.0, 1)
    screen.beat(50.0)
    assert page_of(screen)[0] is Page.ADD
    screen.handle.board.walk_model.home()
    screen.beat()
    assert page_of(screen)[0] is Page.GROUP, "an old tag is not followed later"


def type_keys(screen: Glass, keys: str, gap_ms: int) -> None:
    """Keys as the platform hands them over, `gap_ms` apart."""
    for number, key in enumerate(keys, 1):
        code = Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key.upper()))
        event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, key)
        event.setTimestamp(1000 + number * gap_ms)
        QCoreApplication.sendEvent(screen.handle.window, event)


def test_a_reader_that_types_is_told_from_a_person(glass: Show) -> None:
    screen = glass(FakeApp())
    type_keys(screen, "0012345678\r", 8)
    assert screen.app.asked == [("tag typed", "0012345678")]
    type_keys(screen, "0012345678\r", 120)
    assert len(screen.app.asked) == 1


def test_whoever_types_loses_no_letter(glass: Show) -> None:
    screen = glass(FakeApp())
    screen.handle.board.walk_model.go(Page.ADD)
    screen.beat()
    for key in "cafe":
        QTest.keyClick(screen.handle.window, ord(key))
    assert screen.handle.board.add_person_model.form.name == "cafe"
    assert screen.app.asked == []


# -- every layout ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_everything_shared_is_whole_in_every_layout(glass: Show, width: int, height: int) -> None:
    least = NINE_MM[width, height]
    group = glass(asking(scene.resting(several=True), 5, 6, 7, 8), width, height)
    group.handle.board.haunts.follow(scene.shared(scene.climb(), several=True).state)
    group.beat()
    check_nothing_is_cut_off(group)
    owners = [f"strap-owner-{number}" for number in range(5, 9)]
    check_targets(group, [*owners, "strap-nobody", "tap-in"], least)
    check_targets(group, ["swap-0", "tap-in", "pause"], least)

    pad = mine(glass, scene.shared(scene.planned(), several=True), width, height)
    pad.tap("type-speed")
    pad.beat()
    check_nothing_is_cut_off(pad)
    keys = ("plus", "minus", "plus-5", "minus-5", "clear", "done")
    check_targets(
        pad,
        [*(f"speed-{key}" for key in keys), "step-off", "take-1", "take-2", "mine-pause"],
        least,
    )

    app = several(FakeApp(pool=[scene_strap()]))
    anna(app).battery_low = True
    choosing = choose(glass, app, width, height)
    check_nothing_is_cut_off(choosing)
    picks = [f"station-{place}" for place in range(3)]
    check_targets(
        choosing, [*picks, "swap-strap", "my-tag", "go-home", "start-alone", "start-class"], least
    )
    choosing.tap("my-tag")
    choosing.beat()
    check_nothing_is_cut_off(choosing)
    check_targets(choosing, ["tag-cancel"], least)

    low = asking(FakeApp(people=[athlete(number) for number in range(1, 15)]), 5, 6)
    tap_in(low, 1).battery_low = True
    tap_in_page = glass(low, width, height)
    tap_in_page.beat()
    tap_in_page.tap("tap-in")
    tap_in_page.beat()
    check_nothing_is_cut_off(tap_in_page)
    check_targets(tap_in_page, ["back", "club-straps", "new-person", "strap-owner-5"], least)
