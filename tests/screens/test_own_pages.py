"""The own view and the summary in the whole window: every layout, every state, real touches."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem

from kiosk.session.state import Phase
from screens.stage import shipped_plans
from screens.walk import Page
from screens.wording import THIN
from tests.screens import own_scenes as scene
from tests.screens.conftest import Glass
from tests.screens.own_scenes import OWN_SCENES, SUMMARY_SCENES, anna, session_of
from tests.screens.screen_fakes import FakeApp, tap_in

Show = Callable[..., Glass]
LAYOUTS = ((800, 480), (720, 1280), (1280, 720), (1024, 600), (1920, 1080))
NINE_MM = {(800, 480): 48, (720, 1280): 75, (1280, 720): 75, (1024, 600): 61, (1920, 1080): 33}
BUTTONS = (
    *("mine-pause", "mine-skip", "mine-leave", "to-group", "summary-done", "yes", "no"),
    *("swap-strap", "step-off", "take-0", "take-1", "take-2", "type-speed"),
)


def visit(glass: Show, app: FakeApp, page: Page, width: int = 1280, height: int = 720) -> Glass:
    """Anna's page, settled."""
    screen = glass(app, width, height)
    screen.handle.board.walk_model.go(page, athlete_id=1)
    screen.beat()
    return screen


def mine(glass: Show, app: FakeApp, width: int = 1280, height: int = 720) -> Glass:
    return visit(glass, app, Page.MINE, width, height)


def summary(glass: Show, app: FakeApp, width: int = 1280, height: int = 720) -> Glass:
    return visit(glass, app, Page.SUMMARY, width, height)


def page_of(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


# -- the own view under fingers --------------------------------------------------------------------


def test_pausing_an_own_clock_pauses_the_session(glass: Show) -> None:
    screen = mine(glass, scene.alone())
    screen.tap("mine-pause")
    assert screen.app.asked == [("pause", 1)]
    anna(screen.app).phase = session_of(screen.app).phase = Phase.PAUSED
    screen.beat()
    assert screen.text("mine-word") == "paused"
    assert screen.find("mine-pause").property("label") == "Resume"
    screen.tap("mine-pause")
    assert screen.app.asked[1:] == [("resume", 1)]


def test_pausing_in_a_class_pauses_only_this_athlete(glass: Show) -> None:
    screen = mine(glass, scene.alone(clock="group"))
    screen.tap("mine-pause")
    anna(screen.app).phase = Phase.PAUSED
    screen.beat()
    assert screen.text("mine-aside") == "the class goes on"
    screen.tap("mine-pause")
    assert screen.app.asked == [("pause", 1, 1), ("resume", 1, 1)]


def test_nobody_resumes_alone_what_was_paused_for_the_class(glass: Show) -> None:
    screen = mine(glass, scene.class_paused())
    assert not screen.find("mine-pause").isEnabled()
    screen.tap("mine-pause")
    assert screen.app.asked == []


def test_a_double_tap_pauses_once(glass: Show) -> None:
    screen = mine(glass, scene.alone())
    screen.tap("mine-pause")
    screen.tap("mine-pause")
    assert screen.app.asked == [("pause", 1)]


def test_only_an_own_clock_can_be_skipped(glass: Show) -> None:
    screen = mine(glass, scene.alone())
    screen.tap("mine-skip")
    assert screen.app.asked == [("skip", 1)]
    assert not mine(glass, scene.alone(clock="group")).shows("mine-skip")


def test_a_step_that_waits_for_a_button_has_a_next_to_tap(glass: Show) -> None:
    screen = mine(glass, scene.button_step())
    assert screen.find("mine-skip").property("label") == "Next"
    screen.tap("mine-skip")
    assert screen.app.asked == [("skip", 1)]


def test_leaving_asks_once_and_yes_leaves(glass: Show) -> None:
    screen = mine(glass, scene.alone(clock="group"))
    screen.tap("mine-leave")
    assert screen.text("question-title") == "Leave the workout?"
    assert screen.text("question-body") == "What you have done is kept."
    assert screen.app.asked == []
    screen.beat()
    screen.tap("yes")
    assert screen.app.asked == [("leave", 1)]
    anna(screen.app).phase = Phase.LEFT
    screen.beat()
    assert page_of(screen) is Page.SUMMARY
    assert screen.text("summary-saved") == "Everything is saved."


def test_no_keeps_on_training(glass: Show) -> None:
    screen = mine(glass, scene.alone())
    screen.tap("mine-leave")
    screen.tap("no")
    screen.beat()
    assert not screen.shows("question")
    assert screen.app.asked == []
    assert page_of(screen) is Page.MINE


def test_the_question_goes_away_when_the_session_ends_by_itself(glass: Show) -> None:
    screen = mine(glass, scene.alone())
    screen.tap("mine-leave")
    anna(screen.app).phase = session_of(screen.app).phase = Phase.FINISHED
    screen.beat()
    assert not screen.shows("question")


def test_the_question_goes_away_when_the_page_goes_home_by_itself(glass: Show) -> None:
    app = scene.alone()
    tap_in(app, 2)
    screen = mine(glass, app)
    screen.tap("mine-leave")
    screen.beat(50.0)
    assert page_of(screen) is Page.GROUP
    assert not screen.shows("question")


def test_the_group_is_one_tap_away_and_keeps_the_session_running(glass: Show) -> None:
    screen = mine(glass, scene.alone())
    screen.tap("to-group")
    screen.beat()
    assert page_of(screen) is Page.GROUP
    assert screen.app.asked == []


def test_on_arrival_the_numbers_are_at_once_those_of_the_athlete(glass: Show) -> None:
    app = scene.alone()
    tap_in(app, 2, 133)
    screen = mine(glass, app)
    screen.handle.board.walk_model.go(Page.MINE, athlete_id=2)
    assert screen.text("mine-number") == "133"
    assert screen.text("mine-name") == "Ben"


def test_everything_moves_with_the_state(glass: Show) -> None:
    app = scene.alone()
    screen = mine(glass, app)
    assert screen.text("mine-remaining") == "12:39"
    before = screen.box(screen.find("gauge-marker")).top()
    session_of(app).main.step_s += 1
    scene.set_heart_rate(anna(app), 160)
    screen.beat()
    assert screen.text("mine-remaining") == "12:38"
    assert screen.text("mine-number") == "160"
    assert screen.text("mine-zone") == "zone 3"
    assert screen.box(screen.find("gauge-marker")).top() < before


def test_the_pointer_is_on_the_band_if_the_heart_rate_is_in_it(glass: Show) -> None:
    for state, inside in (("in", True), ("over", False), ("under", False)):
        screen = mine(glass, OWN_SCENES[state]())
        band = screen.box(screen.find("gauge-band"))
        middle = screen.box(screen.find("gauge-marker")).center().y()
        assert (band.top() <= middle <= band.bottom()) == inside
        assert (middle < band.top()) == (state == "over")


def test_off_the_scale_an_arrow_points_on(glass: Show) -> None:
    screen = mine(glass, scene.judged(scene.Verdict.UNDER, 121))
    assert screen.find("gauge-beyond").property("kind") == "down"
    screen = mine(glass, scene.alone())
    assert screen.find("gauge-beyond").property("kind") == ""


@pytest.mark.parametrize("state", ["lost", "check", "not-worn", "never"])
def test_without_a_heart_rate_there_is_a_band_but_no_pointer(glass: Show, state: str) -> None:
    screen = mine(glass, OWN_SCENES[state]())
    assert screen.shows("gauge-band")
    assert not screen.shows("gauge-marker")


def test_a_weak_number_and_its_pointer_are_dimmed(glass: Show) -> None:
    screen = mine(glass, scene.weak())
    assert screen.find("mine-number").opacity() < 0.6
    assert screen.find("gauge-marker").opacity() < 0.6


def test_a_grade_that_agrees_has_a_tick_and_another_says_what_to_do(glass: Show) -> None:
    agrees = mine(glass, scene.climb())
    assert agrees.shows("mine-tick")
    assert not agrees.shows("mine-mend")
    differs = mine(glass, scene.ramp())
    assert not differs.shows("mine-tick")
    assert differs.text("mine-mend").replace(THIN, " ") == "set 12.5 %"


def test_trouble_with_the_kiosk_is_said_so_that_nobody_blames_the_strap(glass: Show) -> None:
    screen = mine(glass, scene.stick_lost())
    assert screen.text("mine-notice").startswith("The ANT stick is gone")
    assert not mine(glass, scene.alone()).shows("mine-notice")


# -- the summary under fingers ---------------------------------------------------------------------


def test_done_taps_out_once_and_goes_home(glass: Show) -> None:
    screen = summary(glass, scene.finished())
    place = screen.middle("summary-done")
    screen.tap_at(place)
    screen.tap_at(place)
    assert screen.app.asked == [("tap out", 1)]
    screen.beat()
    assert page_of(screen) is Page.GROUP


def test_done_right_after_arriving_is_not_meant(glass: Show) -> None:
    screen = summary(glass, scene.finished())
    screen.handle.board.walk_model.go(Page.SUMMARY, athlete_id=1)
    screen.tap("summary-done")
    assert screen.app.asked == []


def test_the_summary_shows_a_bar_for_every_zone(glass: Show) -> None:
    screen = summary(glass, scene.with_gaps())
    assert [screen.text(f"spent-{place}") != "" for place in range(7)] == [True] * 7
    assert screen.text("summary-remark") == "No heart rate for 1:21."
    assert not screen.shows("summary-zoneless")


def test_the_curve_is_painted_over_its_band(glass: Show) -> None:
    screen = summary(glass, scene.finished())
    picture = screen.picture()
    places = [(x, y) for x in range(420, 920, 4) for y in range(220, 600)]
    shades = {picture.pixelColor(x, y).name() for x, y in places}
    assert {"#7cc4f0", "#2e9e83", "#f2c230"} <= shades, "the line has the colours of its zones"
    assert len(shades) > 8


# -- every state in every layout -------------------------------------------------------------------


def texts(screen: Glass) -> list[QQuickItem]:
    return [
        item
        for item in screen.items()
        if item.metaObject().indexOfProperty("paintedWidth") >= 0 and item.property("text")
    ]


def letters(screen: Glass, text: QQuickItem) -> QRectF:
    """About where the letters are: without the air above and below, and what is left empty."""
    box = screen.box(text)
    height = 0.62 * float(text.property("paintedHeight"))
    width = min(box.width(), float(text.property("paintedWidth")))
    context = QQmlEngine.contextForObject(text)
    aligned, _ = QQmlExpression(context, text, "effectiveHorizontalAlignment").evaluate()
    left = {4: (box.width() - width) / 2, 2: box.width() - width}.get(int(aligned), 0.0)
    return QRectF(box.left() + left, box.center().y() - height / 2, width, height)


def check_words(screen: Glass) -> None:
    """Nothing is cut off, covered or outside the window."""
    screen.picture()  # columns and rows are laid out just before a frame is drawn
    window = screen.handle.window.contentItem().boundingRect()
    painted: list[tuple[str, QRectF]] = []
    for text in texts(screen):
        said = text.property("text")
        assert not text.property("truncated"), said
        assert text.property("paintedWidth") <= text.width() + 1, said
        assert window.contains(screen.box(text)), said
        painted.append((said, letters(screen, text)))
    for (said, box), (other, other_box) in combinations(painted, 2):
        assert not box.intersects(other_box), (said, other)


def check_buttons(screen: Glass, least: int) -> None:
    window = screen.handle.window.contentItem().boundingRect()
    boxes = [screen.box(item) for item in screen.items() if item.objectName() in BUTTONS]
    assert boxes
    for box in boxes:
        assert min(box.width(), box.height()) >= least
        assert window.contains(box)
    for one, other in combinations(boxes, 2):
        assert not one.intersects(other)


def resize(screen: Glass, width: int, height: int) -> None:
    screen.handle.window.resize(width, height)
    screen.wait_until(lambda: screen.handle.window.contentItem().width() == width)
    QGuiApplication.processEvents()


@pytest.mark.parametrize("state", OWN_SCENES)
def test_the_own_view_is_whole_in_every_state_and_layout(glass: Show, state: str) -> None:
    screen = mine(glass, OWN_SCENES[state]())
    for layout in LAYOUTS:
        resize(screen, *layout)
        check_words(screen)
        check_buttons(screen, NINE_MM[layout])


@pytest.mark.parametrize("state", SUMMARY_SCENES)
def test_the_summary_is_whole_in_every_state_and_layout(glass: Show, state: str) -> None:
    screen = summary(glass, SUMMARY_SCENES[state]())
    for layout in LAYOUTS:
        resize(screen, *layout)
        check_words(screen)
        check_buttons(screen, NINE_MM[layout])


@pytest.mark.parametrize("sharing", [False, True])
@pytest.mark.parametrize(("width", "height"), [(800, 480), (720, 1280)])
def test_every_step_and_cue_of_the_shipped_workouts_has_room(
    glass: Show, width: int, height: int, sharing: bool
) -> None:
    screen = mine(glass, scene.alone(), width, height)
    for plan in shipped_plans():
        app = scene.alone(154, plan, step=0, at=0)
        if sharing:
            scene.shared(app, several=True)
            anna(app).speed_kmh, anna(app).speed_source = 6.0, "typed"
            anna(app).wanted_speed_kmh = 5.5
            anna(app).cadence_spm, anna(app).cadence_source = 172.0, "foot pod"
        vars(screen.app).update(vars(app))  # the same window: to open one takes longer than to look
        screen.handle.board.walk_model.go(Page.MINE, athlete_id=1)
        screen.beat()
        session = session_of(app)
        for session.main.place, step in enumerate(plan.steps):
            scene.enter(anna(app), session)
            anna(app).wanted_grade_percent = step.grade_percent and step.grade_percent.end
            anna(app).grade_percent = 6.3
            for session.main.step_s in range(0, 20 * max(1, len(step.cues)), 20):
                screen.handle.board.walk_model.touch()  # nobody is sent home meanwhile
                screen.beat()
                check_words(screen)
                assert screen.text("mine-cue") in {"", *step.cues}


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_the_number_can_be_read_from_two_metres(glass: Show, width: int, height: int) -> None:
    """Twelve millimetres on a panel of seven inches (24 at 1920 × 1080)."""
    inches = 24 if width == 1920 else 7
    per_mm = (width**2 + height**2) ** 0.5 / (25.4 * inches)
    screen = mine(glass, scene.judged(scene.Verdict.OVER, 164), width, height)
    size = screen.find("mine-number").property("font").pixelSize()
    assert size * 0.727 >= 12 * per_mm  # Inter's digits are 0.727 of its size
    assert screen.find("mine-word").property("font").pixelSize() * 0.5 >= 4 * per_mm


def test_a_very_long_name_is_cut_with_dots_and_covers_nothing(glass: Show) -> None:
    for page, app in ((Page.MINE, scene.alone()), (Page.SUMMARY, scene.finished())):
        who = anna(app)
        who.athlete = replace(who.athlete, name="Anna-Katharina von Hohenlohe-Waldenburg")
        screen = visit(glass, app, page, 800, 480)
        name = screen.find("mine-name" if page is Page.MINE else "summary-name")
        workout = screen.find("mine-workout" if page is Page.MINE else "summary-workout")
        assert not letters(screen, name).intersects(letters(screen, workout))


@pytest.mark.parametrize(("width", "height"), [(800, 480), (1920, 1080)])
@pytest.mark.parametrize("name", ["mine-number", "mine-remaining", "mine-word"])
def test_the_large_letters_are_drawn_and_not_only_laid_out(
    glass: Show, name: str, width: int, height: int
) -> None:
    """Qt draws none between 64 pixels and QT_MAX_CACHED_GLYPH_SIZE when that is set higher."""
    screen = mine(glass, scene.judged(scene.Verdict.OVER, 164), width, height)
    box = screen.box(screen.find(name)).toRect()
    picture = screen.picture()
    y = box.center().y()
    across = {picture.pixelColor(x, y).name() for x in range(box.left(), box.right())}
    assert len(across) > 2, f"{name} is not to be seen"
