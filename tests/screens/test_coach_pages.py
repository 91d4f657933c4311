"""Coaching under real fingers: stopping, rating, logging, offers, questions, results, progress."""

from collections.abc import Callable

import pytest

from kiosk.session.state import Alert, Phase
from kiosk.training.cues import CueCode
from screens.care import CLOSES_S
from screens.stop import ASKS_FOR_S
from screens.walk import Page
from screens.wording import THIN
from tests.screens import coach_scenes, own_scenes
from tests.screens.coach_scenes import SCENES
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM
from tests.screens.own_scenes import anna, session_of
from tests.screens.screen_fakes import FakeApp, class_of, tap_in
from tests.screens.test_own_pages import check_words

Show = Callable[..., Glass]
TARGETS = (
    *("stop-all", "unwell", "more", "go-on", "end-all", "stop-me", "cool-down", "care-close"),
    *("more-skip", "more-extend", "more-cool-down", "more-strap", "more-progress"),
    *(f"rpe-{number}" for number in range(1, 11)),
    *("rpe-later", "log-set", "load-less", "load-more", "reps-less", "reps-more"),
    *("confirm-grade", "vouch", "range-less-0", "range-more-0", "ask-skip", "ask-submit"),
    *(f"answer-{place}" for place in range(11)),
    *("ask-less", "ask-more", "summary-more", "summary-to-progress", "summary-done"),
    *("measures-before", "measures-after", "measures-close", "tab-trend", "tab-done", "tab-week"),
    *("progress-before", "progress-after", "start-alone", "go-home", "my-tag", "to-progress"),
)


def show(glass: Show, page: str, state: str, width: int = 800, height: int = 480) -> Glass:
    """The scene, settled."""
    made = SCENES[page][state]()
    app, pose = made if isinstance(made, tuple) else (made, None)
    screen = open_page(glass, app, page, width, height)
    if pose is not None:
        pose(screen.handle.board)
        wait(screen)
    screen.picture()
    return screen


def open_page(glass: Show, app: FakeApp, page: str, width: int = 800, height: int = 480) -> Glass:
    screen = glass(app, width, height)
    if page != "group":
        screen.handle.board.walk_model.go(Page(page), athlete_id=1)
    screen.beat(2)
    screen.picture()
    return screen


def wait(screen: Glass) -> None:
    """A second passes, and what is laid out just before a frame is drawn has its place."""
    screen.beat()
    screen.picture()


def plain(text: str) -> str:
    return text.replace(THIN, " ").replace("\N{NO-BREAK SPACE}", " ")


def page_of(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


# -- stopping --------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["group", "mine"])
def test_one_touch_stops_everybody_and_the_window_says_step_off(glass: Show, page: str) -> None:
    screen = open_page(glass, class_of(6), page)
    screen.press(screen.middle("stop-all"))
    assert screen.app.asked == [("stop all",)]
    screen.beat(0.1)
    assert screen.text("step-off-now") == "STEP OFF"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("page", ["choose", "progress", "tap-in", "devices", "shelf", "add"])
def test_on_every_other_page_one_touch_stops_everybody_too(
    glass: Show, page: str, layout: tuple[int, int]
) -> None:
    app = class_of(3)
    tap_in(app, 9)
    screen = glass(app, *layout)
    screen.handle.board.walk_model.go(Page(page), athlete_id=9)
    wait(screen)
    wait(screen)
    sign = screen.box(screen.find("stop-all"))
    others = ("back", "strap", "summary", "save-person", "cancel", "page-title", "to-add")
    for item in screen.items():
        if item.objectName() in others:
            assert not sign.intersects(screen.box(item)), item.objectName()
    screen.press(screen.middle("stop-all"))
    assert screen.app.asked == [("stop all",)]


def test_hitting_the_stop_again_in_a_fright_lets_nobody_go_on(glass: Show) -> None:
    screen = show(glass, "group", "stopped")
    screen.app.state.stopped = False
    wait(screen)
    screen.tap("stop-all")
    for _ in range(3):
        screen.beat(0.2)
        screen.tap("go-on")
        screen.tap("end-all")
    assert screen.app.asked == [("stop all",)]
    screen.beat(2)
    screen.tap("go-on")
    assert screen.app.asked[1:] == [("go on",)]
    screen.beat(0.1)
    assert not screen.shows("stop-cover")


def test_end_all_ends_every_session_that_runs(glass: Show) -> None:
    screen = show(glass, "group", "stopped")
    screen.beat(2)
    screen.tap("end-all")
    assert screen.text("question-title").startswith("End it for all ")
    assert screen.shows("question-alarm"), "not by its colour alone"
    screen.tap("go-on")
    screen.tap("end-all")
    assert screen.app.asked == [], "below the question nothing is touched"
    for answer in ("no", "yes"):
        screen.beat()
        if not screen.shows("question"):
            screen.tap("end-all")
        wide, narrow = (screen.find(name).width() for name in ("no", "yes"))
        assert wide > narrow, "the safe answer is the larger one"
        screen.tap(answer)
    assert screen.app.asked == [("end", 1)]


def test_whoever_is_asked_whether_to_end_all_and_goes_leaves_step_off_to_be_read(
    glass: Show,
) -> None:
    screen = show(glass, "group", "stopped")
    screen.beat(2)
    screen.tap("end-all")
    screen.beat(ASKS_FOR_S)
    assert not screen.shows("question")
    assert screen.app.asked == []
    screen.tap("end-all")
    screen.app.state.stopped = False  # a coach lets them go on from another place
    screen.beat()
    assert not screen.shows("question")


def test_below_the_cover_nothing_can_be_touched(glass: Show) -> None:
    app = class_of(6)
    screen = open_page(glass, app, "group")
    place = screen.middle("pause")
    app.state.stopped = True
    screen.beat(2)
    screen.tap_at(place)
    assert screen.app.asked == []


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_the_stop_is_well_away_from_every_other_button(
    glass: Show, width: int, height: int
) -> None:
    screen = open_page(glass, own_scenes.alone(), "mine", width, height)
    stop = screen.box(screen.find("stop-all"))
    assert min(stop.width(), stop.height()) >= NINE_MM[width, height]
    around = stop.adjusted(-stop.width() * 0.45, -1, stop.width(), stop.height() * 2)
    for name in ("unwell", "more", "mine-skip", "mine-pause", "mine-leave", "swap-strap"):
        assert not around.intersects(screen.box(screen.find(name))), name


def test_where_nobody_trains_there_is_nothing_to_stop(glass: Show) -> None:
    app = FakeApp()
    tap_in(app, 1)
    assert not open_page(glass, app, "group").shows("stop-all")


# -- the sheets over the own page ------------------------------------------------------------------


def test_feeling_unwell_the_list_is_one_touch_away_and_stops_one(glass: Show) -> None:
    screen = open_page(glass, own_scenes.alone(clock="group"), "mine")
    screen.tap("unwell")
    wait(screen)
    assert screen.text("stop-0") == screen.app.stop_list[0]
    assert "call the coach" in screen.text("care-call")
    screen.tap("stop-me")
    assert screen.app.asked == [("pause", 1, 1)]
    wait(screen)
    assert not screen.shows("care-sheet")


def test_below_the_sheet_nothing_can_be_touched_but_the_stop_for_all(glass: Show) -> None:
    screen = open_page(glass, own_scenes.alone(), "mine")
    places = [screen.middle(name) for name in ("mine-pause", "mine-skip", "to-group")]
    screen.tap("unwell")
    wait(screen)
    for place in places[1:2]:
        screen.tap_at(place)
    assert screen.app.asked == []
    screen.tap("stop-all")
    assert screen.app.asked == [("stop all",)]


@pytest.mark.parametrize(
    ("clock", "button", "asked"),
    [
        ("group", "more-skip", ("skip", 1, 1)),
        ("group", "more-extend", ("extend", 1, 60, 1)),
        ("own", "more-skip", ("skip", 1)),
        ("own", "more-extend", ("extend", 1, 60)),
        ("group", "more-cool-down", ("cool down", 1)),
    ],
)
def test_the_coach_skips_and_lengthens_for_one(
    glass: Show, clock: str, button: str, asked: tuple[object, ...]
) -> None:
    screen = open_page(glass, own_scenes.alone(clock=clock), "mine")
    screen.tap("more")
    wait(screen)
    screen.tap(button)
    assert screen.app.asked == [asked]
    wait(screen)
    assert not screen.shows("care-sheet")


def test_a_sheet_that_nobody_touches_gives_the_numbers_back(glass: Show) -> None:
    screen = open_page(glass, own_scenes.alone(), "mine")
    screen.tap("more")
    wait(screen)
    assert screen.shows("care-sheet")
    screen.beat(CLOSES_S + 1)
    assert not screen.shows("care-sheet")


# -- what the coach in the box says ----------------------------------------------------------------


def test_the_newest_cue_takes_the_place_of_the_steps_own_for_a_while(glass: Show) -> None:
    app = own_scenes.says(CueCode.FASTER, 0.3)
    screen = open_page(glass, app, "mine")
    assert screen.text("mine-cue") == "A touch faster: +0.3 km/h"
    assert not screen.shows("mine-alarm")
    anna(app).elapsed_s += 20
    wait(screen)
    assert screen.text("mine-cue") in own_scenes.CUES


@pytest.mark.parametrize("code", [CueCode.EASE_OFF, CueCode.WALK, CueCode.ALL_RIGHT])
def test_what_cannot_wait_has_a_shape_of_its_own(glass: Show, code: CueCode) -> None:
    screen = open_page(glass, own_scenes.says(code), "mine")
    assert screen.shows("mine-alarm")


def test_effort_is_rated_by_one_touch_and_the_number_stays_in_view(glass: Show) -> None:
    screen = show(glass, "mine", "rating")
    assert screen.text("mine-number") == "154"
    number, keys = screen.box(screen.find("mine-number")), screen.box(screen.find("rating"))
    assert not number.intersects(keys)
    screen.tap("rpe-7")
    assert screen.app.asked == [("rate effort", 1, 7)]
    wait(screen)
    assert not screen.shows("rating")


def test_whoever_does_not_want_to_rate_now_is_not_asked_again_at_once(glass: Show) -> None:
    screen = show(glass, "mine", "rating")
    screen.tap("rpe-later")
    screen.beat(5)
    assert not screen.shows("rating")
    anna(screen.app).wants_rating = False
    wait(screen)
    anna(screen.app).wants_rating = True
    wait(screen)
    assert screen.shows("rating")


def test_a_tap_on_its_way_hits_no_key_that_has_just_come(glass: Show) -> None:
    screen = open_page(glass, own_scenes.alone(), "mine")
    anna(screen.app).wants_rating = True
    screen.beat(0.1)
    screen.tap("rpe-5")
    assert screen.app.asked == []


def test_where_no_sensor_says_the_athlete_confirms_the_grade(glass: Show) -> None:
    screen = show(glass, "mine", "grade-unknown")
    assert plain(screen.find("confirm-grade").property("label")) == "At 15 %? Tap"
    screen.tap("confirm-grade")
    assert screen.app.asked == [("confirm grade", 1)]
    anna(screen.app).grade_prompt = "agreed"
    wait(screen)
    assert screen.shows("mine-tick")
    assert not screen.shows("confirm-grade")


def test_one_touch_logs_the_whole_set_and_goes_on(glass: Show) -> None:
    screen = show(glass, "mine", "lifting")
    assert plain(screen.text("last-set")) == "last time 12 × 16 kg"
    assert plain(screen.find("log-set").property("label")) == "Done: 12 × 16.5 kg"
    screen.tap("log-set")
    assert screen.app.asked == [("log set", 1, 12, 16.5, "left", True), ("skip", 1)]


def test_fewer_repetitions_and_another_load_are_logged_as_they_were(glass: Show) -> None:
    screen = show(glass, "mine", "lifting")
    screen.tap("reps-less")
    screen.tap("reps-less")
    screen.tap("load-less")
    screen.tap("log-set")
    assert screen.app.asked[0] == ("log set", 1, 10, 16.0, "left", False)


def test_in_a_class_the_set_is_logged_and_the_clock_goes_on(glass: Show) -> None:
    app = own_scenes.lifting()
    session_of(app).clock = session_of(app).main.clock = "group"
    screen = open_page(glass, app, "mine")
    screen.tap("log-set")
    wait(screen)
    screen.app.asked.clear()
    assert plain(screen.text("last-set")) == "logged: 12 × 16.5 kg"
    assert not screen.shows("log-set")


def test_the_metronome_says_what_to_do_in_every_moment(glass: Show) -> None:
    app = own_scenes.lifting()
    screen = open_page(glass, app, "mine")
    app.state.now = 100.0
    said: list[str] = []
    for _ in range(5):
        screen.show()
        said.append(screen.text("metronome-word"))
        app.state.now += 1
    assert said == ["lower 3", "lower 2", "lower 1", "hold 1", "lift 1"]


# -- the group -------------------------------------------------------------------------------------


def test_the_coach_sees_on_the_tile_why_to_come(glass: Show) -> None:
    app = class_of(4)
    app.state.participants[2].alert = Alert.ARE_YOU_ALL_RIGHT
    screen = open_page(glass, app, "group")
    assert screen.text("alert-words", screen.tile(2)) == "ask: all right?"
    assert screen.find("sign", screen.tile(2)).property("kind") == "alarm"
    assert not screen.shows("alert", screen.tile(1))


def test_a_rotation_says_its_block_and_where_everybody_goes(glass: Show) -> None:
    screen = show(glass, "group", "changing")
    header = screen.handle.board.header_model.view
    assert (header.step, header.remaining) == ("To block 3 of 3", "0:40")
    for number, place in ((1, "→ Treadmill 1"), (2, "→ Floor")):
        assert screen.text("place-words", screen.tile(number)) == place
        assert screen.shows("place-words", screen.tile(number))
        assert not screen.shows("step", screen.tile(number))


# -- choosing --------------------------------------------------------------------------------------


def test_a_locked_workout_says_why_and_cannot_be_started(glass: Show) -> None:
    screen = show(glass, "choose", "locked")
    assert "recorded clearance" in screen.text("offer-words")
    assert not screen.find("start-alone").isEnabled()
    assert screen.shows("lock-5")
    screen.tap("start-alone")
    assert screen.app.asked == []


def test_a_belt_short_of_the_grade_offers_the_same_work_otherwise(glass: Show) -> None:
    screen = show(glass, "choose", "alternative")
    assert "Instead: 12 % at 7.2 km/h." in plain(screen.text("offer-words"))
    screen.tap("start-alone")
    assert screen.app.asked == [("start alone", coach_scenes.SHORTER.protocol_id, 1)]


def test_somebody_vouches_for_a_grade_by_one_touch(glass: Show) -> None:
    screen = show(glass, "choose", "confirm")
    assert not screen.find("start-alone").isEnabled()
    screen.tap("vouch")
    assert screen.app.asked == [("vouch", "Treadmill 1", 8.0)]


def test_ranges_begin_with_what_was_chosen_last_and_go_to_their_ends(glass: Show) -> None:
    screen = show(glass, "choose", "warnings", 1280, 720)
    assert (plain(screen.text("range-0")), screen.text("range-1")) == ("2.4 km", "5")
    screen.tap("range-more-0")
    wait(screen)
    screen.tap("range-more-1")
    wait(screen)
    screen.tap("range-more-1")
    wait(screen)
    assert (plain(screen.text("range-0")), screen.text("range-1")) == ("3.2 km", "6")
    screen.tap("start-alone")
    assert ("plan with", "tread-hike", {"3.distance": "2 mi", "2.repeat": "6"}) in screen.app.asked
    assert screen.app.asked[-1] == ("start alone", "tread-hike", 1)


def test_warnings_are_listed_and_the_start_is_for_a_coach_to_decide(glass: Show) -> None:
    screen = show(glass, "choose", "warnings")
    assert "race is in 9 days" in screen.text("offer-words")
    assert screen.find("start-alone").isEnabled()


# -- questions -------------------------------------------------------------------------------------


def test_nobody_has_to_answer_for_somebody_else(glass: Show) -> None:
    screen = show(glass, "choose", "readiness")
    screen.tap("ask-skip")
    wait(screen)
    assert page_of(screen) is Page.GROUP
    assert screen.app.asked == []


def test_readiness_comes_first_and_cannot_be_skipped(glass: Show) -> None:
    screen = show(glass, "choose", "readiness")
    assert screen.find("ask-skip").property("label") == "Back"
    assert screen.text("ask-point-0").startswith("A doctor")
    screen.tap("workout-1")
    assert screen.handle.board.choose_model.view.title == "Step-up 80"
    screen.tap("answer-0")
    assert screen.app.asked == [("answer", 1, "readiness", 1.0, None)]
    wait(screen)
    assert not screen.shows("ask-card")


def test_a_scale_is_answered_by_one_touch_and_can_be_left(glass: Show) -> None:
    screen = show(glass, "choose", "soreness")
    screen.tap("answer-4")
    assert screen.app.asked == [("answer", 1, "soreness", 4.0, None)]
    screen = show(glass, "choose", "soreness")
    screen.tap("ask-skip")
    assert screen.app.asked == [("skip question", 1, "soreness")]


def test_one_question_after_the_other_and_no_double_tap_answers_two(glass: Show) -> None:
    app = coach_scenes.asked(coach_scenes.SORENESS, coach_scenes.RAILS)
    screen = open_page(glass, app, "choose")
    place = screen.middle("answer-1")
    screen.tap_at(place)
    screen.tap_at(place)
    assert len(app.asked) == 1
    wait(screen)
    assert screen.text("ask-sentence") == "Were your hands on the rails?"


def test_a_count_is_typed_and_given(glass: Show) -> None:
    screen = show(glass, "summary", "beats")
    screen.tap("ask-more")
    screen.tap("ask-submit")
    assert screen.app.asked == [("answer", 1, "beats-counted", 38.0, 1)]


def test_nobody_is_asked_on_the_own_page(glass: Show) -> None:
    app = own_scenes.alone()
    app.questions = [coach_scenes.SORENESS]
    assert not open_page(glass, app, "mine").shows("ask-card")


# -- results and progress --------------------------------------------------------------------------


def test_the_summary_says_that_it_is_measuring_and_then_what_was_measured(glass: Show) -> None:
    app = own_scenes.finished()
    screen = open_page(glass, app, "summary")
    assert screen.find("summary-more").property("label") == "measuring…"
    app.measured[1, 1] = coach_scenes.MEASURES
    wait(screen)
    fact = screen.find("summary-step_up_score")
    assert plain(fact.property("value")) == "84"
    assert screen.shows("summary-time_in_band")
    assert not screen.shows("summary-inside")


def test_more_lists_every_measure_and_why_one_is_missing(glass: Show) -> None:
    screen = show(glass, "summary", "measured", 800, 480)
    screen.tap("summary-more")
    wait(screen)
    assert plain(screen.text("measure-0")) == "84 points"
    while screen.shows("measures-after") and screen.find("measures-after").isEnabled():
        screen.tap("measures-after")
        wait(screen)
    notes = [screen.text(f"measure-note-{place}") for place in range(12)]
    assert "Enter the resting heart rate." in notes or "Enter a weight: roster set." in notes
    screen.tap("measures-close")
    wait(screen)
    assert not screen.shows("measure-sheet")


def test_the_way_to_the_progress_page_and_back(glass: Show) -> None:
    screen = show(glass, "summary", "measured")
    assert "Improving" in screen.text("summary-progress")
    screen.tap("summary-to-progress")
    wait(screen)
    assert page_of(screen) is Page.PROGRESS
    assert screen.text("chart-title").startswith("Heart rate at 15 %")
    screen.tap("back")
    assert page_of(screen) is Page.SUMMARY


def test_the_leaves_of_the_progress_page(glass: Show) -> None:
    screen = show(glass, "progress", "done", 1280, 720)
    titles = [screen.text(f"progress-title-{place}") for place in range(6)]
    assert "Tread hike" in titles
    screen.tap("tab-week")
    wait(screen)
    assert screen.text("countdown").startswith("Alpine marathon in 31 days")
    assert "Step-up 80" in screen.text("progress-words-2")


def test_a_touch_on_somebodys_page_says_that_they_are_here(glass: Show) -> None:
    screen = open_page(glass, own_scenes.alone(), "mine")
    screen.tap("mine-pause")
    assert 1 in screen.app.touches


def test_progress_can_be_looked_at_during_the_session(glass: Show) -> None:
    screen = open_page(glass, own_scenes.alone(), "mine")
    screen.tap("more")
    wait(screen)
    screen.tap("more-progress")
    wait(screen)
    assert page_of(screen) is Page.PROGRESS
    screen.tap("back")
    wait(screen)
    assert page_of(screen) is Page.MINE
    assert anna(screen.app).phase is Phase.RUNNING


# -- every state in every layout -------------------------------------------------------------------

SHAPES = ((800, 480), (720, 1280), (1280, 720))
"""The others are as these, only larger."""
STATES = [
    (page, state)
    for page, states in SCENES.items()
    for state in states
    if page != "group"
    and state not in own_scenes.OWN_SCENES
    and state not in own_scenes.SUMMARY_SCENES
]


@pytest.mark.parametrize(("page", "state"), STATES)
def test_every_page_of_coaching_is_whole_in_every_layout(
    glass: Show, page: str, state: str
) -> None:
    for layout in SHAPES:
        screen = show(glass, page, state, *layout)
        wait(screen)
        wait(screen)
        if not any(screen.shows(name) for name in ("ask-card", "measure-sheet", "care-sheet")):
            check_words(screen)
        check_targets(screen, NINE_MM[layout])


def check_targets(screen: Glass, least: int) -> None:
    window = screen.handle.window.contentItem().boundingRect()
    found = [item for item in screen.items() if item.objectName() in TARGETS]
    assert found
    for item in found:
        box = screen.box(item)
        assert min(box.width(), box.height()) >= least, item.objectName()
        assert window.contains(box), item.objectName()
