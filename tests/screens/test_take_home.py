"""What athletes take home: the code, the ghost, their history, their data; under real fingers."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from kiosk.coaches import Coach
from kiosk.desk_port import PartLoaded, PartSeen, TakenAway
from kiosk.events import DeviceStatus
from kiosk.session.state import Phase, Signal, TracePoint
from kiosk.training.measure import Measure
from kiosk.training.past import Past, PastSession
from screens.curve import by_zone, whole_curve
from screens.live_curve import curve_of
from screens.qr import MOST_BYTES, QUIET, matrix_of
from screens.results_view import FactRow
from screens.summary_view import SummaryFace, code_text
from screens.walk import Page
from tests.screens import coach_scenes, own_scenes
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS
from tests.screens.own_scenes import anna
from tests.screens.screen_fakes import STEP_UP_80, FakeApp, Seen, tap_in

Show = Callable[..., Glass]


def open_page(glass: Show, app: FakeApp, page: Page, width: int = 800, height: int = 480) -> Glass:
    screen = glass(app, width, height)
    screen.handle.board.walk_model.go(page, athlete_id=1)
    screen.beat(2)
    screen.picture()
    return screen


# -- the code --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_the_code_on_the_glass_is_the_code_of_the_numbers(
    glass: Show, width: int, height: int
) -> None:
    screen = open_page(glass, coach_scenes.measured(), Page.SUMMARY, width, height)
    code = screen.find("qr-code")
    matrix = matrix_of(str(code.property("text")))
    count = len(matrix) + 2 * QUIET
    box = screen.box(code)
    module = int(min(box.width(), box.height()) // count)
    per_mm = (width**2 + height**2) ** 0.5 / (25.4 * (24 if width > 1280 else 7))
    assert module >= max(3, math.ceil(0.7 * per_mm - 1e-6)), "read at arm's length"
    left = int(box.left()) + int(box.width() - module * count) // 2
    top = int(box.top()) + int(box.height() - module * count) // 2
    picture = screen.picture()

    def is_dark(x: int, y: int) -> int:
        at = picture.pixelColor(left + x * module + module // 2, top + y * module + module // 2)
        assert at.name() in ("#000000", "#ffffff"), "crisp edges"
        return int(at.name() == "#000000")

    size = range(QUIET, QUIET + len(matrix))
    assert tuple(tuple(is_dark(x, y) for x in size) for y in size) == matrix
    assert not any(is_dark(x, y) for x in range(count) for y in range(QUIET))


def test_the_code_has_numbers_and_units_and_nobodys_name(glass: Show) -> None:
    screen = open_page(glass, coach_scenes.measured(), Page.SUMMARY)
    told = str(screen.find("qr-code").property("text"))
    assert told.splitlines()[0] == "Step-up 80 · Thu 1 Jan"
    assert "time: 1:20:00" in told
    assert "climbed: 239 m" in told
    assert "Anna" not in told


def test_a_long_name_never_makes_the_code_too_large() -> None:
    face = SummaryFace(workout="Über alle Berge " * 30, day="Thu 1 Jan")
    told = code_text(face, [FactRow(str(n), "9" * 40, "ü" * 20) for n in range(9)])
    assert len(told.encode()) <= MOST_BYTES
    assert told.startswith("Über alle Berge")


# -- the ghost -------------------------------------------------------------------------------------


def test_last_times_curve_lies_at_the_same_seconds_and_breaks_where_nothing_was_heard() -> None:
    today = [TracePoint(at, 120, None, None) for at in range(600)]
    ghost = [
        TracePoint(at, None if 240 <= at < 300 else 130, None, None) for at in range(0, 1200, 12)
    ]
    whole = whole_curve(today, 600, 100, ghost)
    before, after = whole.ghost
    assert before[0] == (0.0, before[0][1])
    assert before[-1][0] == 228
    assert after[0][0] == 300
    assert after[-1][0] < 600, "what came later than today's end is not drawn"
    live = curve_of(today[:60], 180, 100, ghost)
    assert live.ghost[0][-1][0] == 168, "it shows what comes next"
    assert whole_curve(today, 600, 100).ghost == ()


def test_the_line_changes_its_colour_exactly_where_a_zone_begins() -> None:
    pieces = by_zone([(0, 90.0), (10, 10.0), (20, 60.0)], edges=[80.0, 40.0])
    assert [level for level, _ in pieces] == [0, 1, 2, 1]
    assert pieces[0][1] == [(0, 90.0), (1.25, 80.0)]
    assert pieces[2][1] == [(6.25, 40.0), (10, 10.0), (16.0, 40.0)]


def test_the_summary_names_the_thin_line_and_only_where_there_is_one(glass: Show) -> None:
    app = own_scenes.finished()
    assert not open_page(glass, app, Page.SUMMARY).shows("summary-ghost")
    app.ghosts[1] = [TracePoint(at, 130, None, None) for at in range(0, 4800, 12)]
    screen = open_page(glass, app, Page.SUMMARY)
    assert screen.text("summary-ghost") == "thin line: last time"


# -- best, and kind --------------------------------------------------------------------------------


def before(score: float, *, whole: bool = True) -> PastSession:
    return PastSession(
        7, date(2025, 12, 1), 0, "step-up-80", "Step-up 80", "step-up", 4800, whole,
        {"step_up_score": score},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("past", "is_best"),
    [
        (Past(), False),
        (Past((before(84.4),)), False),
        (Past((before(80.0),)), True),
        (Past((before(80.0, whole=False),)), False),
    ],
)
def test_a_best_is_only_called_so_where_an_earlier_whole_one_was_less(
    glass: Show, past: Past, is_best: bool
) -> None:
    app = coach_scenes.measured()
    app.pasts[1] = past
    screen = open_page(glass, app, Page.SUMMARY)
    assert (screen.text("fact-note-step_up_score") == "your best so far") == is_best
    assert (screen.text("summary-kind") == "Your best in this workout so far.") == is_best


def test_whoever_leaves_early_is_told_something_kind_that_is_true(glass: Show) -> None:
    screen = open_page(glass, own_scenes.left_early(), Page.SUMMARY)
    assert screen.text("summary-kind") == "41 min done, and every minute counts."


def test_an_ascent_that_is_estimated_says_from_what(glass: Show) -> None:
    note = "speed as prescribed, not measured"
    app = coach_scenes.measured((Measure("ascent_m", "Ascent", 238.7, "m", note=note),))
    screen = open_page(glass, app, Page.SUMMARY)
    assert screen.text("fact-note-ascent_m") == "estimated: speed not measured"


# -- the history -----------------------------------------------------------------------------------


def home() -> FakeApp:
    app = FakeApp()
    tap_in(app, 1)
    app.pasts[1] = coach_scenes.trained()
    return app


def part() -> PartSeen:
    who = anna(own_scenes.finished())
    return PartSeen(
        session_id=24, athlete_id=1, name="Anna", plan=STEP_UP_80, started_utc_ms=1_766_930_400_000,
        utc_offset_min=60, duration_s=4800, missing_s=12, is_complete=True, has_left=False,
        points=tuple(who.trace)[::12], zones=who.zones,
        measures=(Measure("hr_mean", "Mean", 141.0, "bpm"),
                  *(Measure(f"time_in_zone_{n}", "Zone", 60.0 * n, "s") for n in range(1, 6))),
    )  # fmt: skip


def test_a_workout_of_old_opens_as_a_summary_and_closes_to_the_list(glass: Show) -> None:
    app = home()
    screen = open_page(glass, app, Page.HISTORY)
    first = app.pasts[1].sessions[0].session_id
    screen.tap("history-0")
    assert app.asked == [("look at", 1, first)]
    screen.tap("history-1")
    assert len(app.asked) == 1, "one at a time"
    app.parts[1, first] = PartLoaded(0.0, 1, first, part())
    screen.beat()
    screen.picture()
    assert screen.text("summary-name") == "Step-up 80"
    assert screen.text("summary-workout") == "Anna · Sun 28 Dec · finished"
    assert screen.text("spent-0") == "5:00", "as it was measured then, not from the few points"
    assert screen.text("summary-remark") == "No heart rate for 0:12."
    assert not screen.shows("summary-to-progress")
    screen.beat()
    screen.tap("summary-done")
    screen.beat()
    assert screen.shows("history-0")
    assert ("tap out", 1) not in app.asked


def test_a_workout_that_cannot_be_read_says_why_above_the_list(glass: Show) -> None:
    app = home()
    screen = open_page(glass, app, Page.HISTORY)
    first = app.pasts[1].sessions[0].session_id
    screen.tap("history-0")
    app.parts[1, first] = PartLoaded(0.0, 1, first, refusal="The disk has gone: plug it in.")
    screen.beat()
    assert screen.text("history-notice") == "The disk has gone: plug it in."
    assert screen.shows("history-0")


def test_an_empty_list_and_one_that_is_being_read_are_told_apart(glass: Show) -> None:
    app = home()
    app.pasts.clear()
    app.untold.add(1)
    screen = open_page(glass, app, Page.HISTORY)
    assert screen.text("history-message") == "Your workouts are being read."
    app.untold.clear()
    screen.beat()
    assert screen.text("history-message") == "Nothing yet"
    assert "Every workout" in screen.text("history-message-advice")


@pytest.mark.parametrize("page", [Page.HISTORY, Page.PROGRESS])
def test_a_disk_that_cannot_be_read_is_not_taken_for_somebody_who_did_nothing(
    glass: Show, page: Page
) -> None:
    app = home()
    app.pasts.clear()
    app.untold.add(1)
    why = "The history cannot be read: ask the staff."
    app.state.devices["history"] = DeviceStatus(0.0, "history", "failed", why)
    screen = open_page(glass, app, page)
    name = "history-message" if page is Page.HISTORY else "progress-empty"
    assert screen.text(name) == why
    assert "Training goes on" in screen.text(f"{name}-advice")


@pytest.mark.parametrize(("tab", "sentence"), [
    ("trend", "Nothing to compare yet"),
    ("done", "No workout yet"),
    ("week", "No plan for the week"),
])  # fmt: skip
def test_a_leaf_without_a_line_says_what_would_put_one_there(
    glass: Show, tab: str, sentence: str
) -> None:
    app = home()
    app.pasts.clear()
    screen = open_page(glass, app, Page.PROGRESS)
    screen.tap(f"tab-{tab}")
    screen.beat()
    assert screen.text("progress-empty") == sentence
    assert screen.text("progress-empty-advice") != ""


@pytest.mark.parametrize(("width", "height"), [(720, 1280), (800, 480)])
def test_every_large_number_of_the_summary_is_on_the_glass_and_none_on_another(
    glass: Show, width: int, height: int
) -> None:
    screen = open_page(glass, coach_scenes.measured(), Page.SUMMARY, width, height)
    keys = ("time", "step_up_score", "time_in_band", "ascent_m", "heart")
    boxes = [screen.box(screen.find(f"summary-{key}")) for key in keys]
    assert all(box.left() >= 0 and box.right() <= width for box in boxes)
    assert not any(a.intersects(b) for a, b in combinations(boxes, 2))


def test_the_list_turns_its_pages_and_the_way_leads_back_to_progress(glass: Show) -> None:
    screen = open_page(glass, home(), Page.PROGRESS)
    screen.tap("to-history")
    screen.beat()
    screen.picture()
    seen = screen.text("history-title-0")
    screen.tap("history-after")
    screen.beat()
    assert screen.text("history-title-0") != seen
    assert not screen.find("history-after").isEnabled()
    screen.tap("back")
    screen.beat()
    assert screen.shows("tab-trend")


# -- my data ---------------------------------------------------------------------------------------


def test_what_others_see_is_one_tap_and_holds_once_the_desk_has_it(glass: Show) -> None:
    app = home()
    screen = open_page(glass, app, Page.MY_DATA)
    screen.tap("shows-zone")
    screen.beat(0.6)
    assert app.asked == [("show as", 1, "zone")]
    assert screen.text("my-data-seen").startswith("Others see your zone")
    screen.beat(5)
    assert screen.text("my-data-seen").startswith("Others see your heart rate"), "it was not kept"
    who = anna(app)
    who.athlete = replace(who.athlete, shows="zone")
    screen.beat()
    assert screen.text("my-data-seen").startswith("Others see your zone")


def test_taking_away_says_how_far_it_is_and_where_it_lies(glass: Show) -> None:
    app = home()
    app.tag_seen = Seen(app.state.now, 1)
    screen = open_page(glass, app, Page.MY_DATA)
    screen.tap("take-away")
    assert app.asked == [("take away", 1)]
    app.taken[1] = TakenAway(0.0, 1, 3, 11)
    screen.beat()
    assert screen.text("take-away-words") == "Workout 4 of 11 …"
    assert not screen.find("take-away").isEnabled()
    app.taken[1] = TakenAway(0.0, 1, folder="/data/exports/Anna-2026-01-01")
    screen.beat()
    assert "/data/exports/Anna-2026-01-01" in screen.text("take-away-words")
    app.taken[1] = TakenAway(0.0, 1, refusal="There is no room.")
    screen.beat()
    assert screen.text("take-away-words") == "There is no room."


def test_erasing_takes_two_steps_and_says_what_goes(glass: Show) -> None:
    app = home()
    app.tag_seen = Seen(app.state.now, 1)
    screen = open_page(glass, app, Page.MY_DATA)
    screen.tap("erase")
    assert screen.text("question-title") == "Erase everything of Anna?"
    assert "Nobody can bring it back" in screen.text("question-body")
    screen.tap("no")
    screen.beat()
    assert app.asked == []
    screen.tap("erase")
    screen.tap("yes")
    assert app.asked == [("erase_person", 1)]
    screen.beat()
    assert screen.handle.board.walk_model.walk.page is Page.GROUP


def test_a_strap_on_the_air_neither_takes_away_nor_erases(glass: Show) -> None:
    app = home()
    assert anna(app).signal is Signal.LIVE
    screen = open_page(glass, app, Page.MY_DATA)
    screen.tap("take-away")
    screen.tap("erase")
    assert app.asked == []
    assert not screen.shows("question")
    app.tag_seen = Seen(app.state.now, 1)
    screen.beat()
    assert screen.text("my-data-proof") == "Your tag was here."
    screen.beat(121)
    screen.handle.board.walk_model.go(Page.MY_DATA, athlete_id=1)
    screen.beat()
    assert screen.text("my-data-proof").startswith("To take away or erase")
    app.tag_seen = Seen(app.state.now - 31, 1)
    screen.handle.board.walk_model.go(Page.PROGRESS, athlete_id=1)
    screen.beat()
    screen.handle.board.walk_model.go(Page.MY_DATA, athlete_id=1)
    screen.beat()
    assert not screen.find("erase").isEnabled(), "whoever held it may have gone to the belt"


def test_whoever_has_no_tag_is_erased_by_a_coach(glass: Show) -> None:
    app = home()
    app.coaches = [Coach(1, "Maria")]
    screen = open_page(glass, app, Page.MY_DATA)
    screen.tap("ask-coach")
    screen.beat()
    assert screen.handle.board.walk_model.walk.page is Page.SIGN_IN
    app.coach = app.coaches[0]
    screen.handle.board.walk_model.signed_in()
    screen.beat()
    assert screen.text("my-data-proof") == "A coach has signed in."
    screen.tap("erase")
    screen.tap("yes")
    assert app.asked[-1] == ("erase_person", 1)


@pytest.mark.parametrize(("page", "message"), [
    (Page.HISTORY, "history-message"),
    (Page.PROGRESS, "progress-empty"),
])  # fmt: skip
def test_a_name_alone_opens_nobodys_past(glass: Show, page: Page, message: str) -> None:
    app = home()
    anna(app).signal = Signal.NEVER
    screen = open_page(glass, app, page)
    assert screen.text(message) == "Only for Anna"
    assert not any(name.startswith(("history-title", "progress-title")) for name in names(screen))
    anna(app).signal = Signal.LIVE
    screen.beat()
    assert not screen.shows(message), "the strap was put on"
    anna(app).signal = Signal.NOT_WORN
    screen.beat()
    assert not screen.shows(message), "and taken off again afterwards"
    anna(app).signal = Signal.NEVER
    app.coaches = [Coach(1, "Maria")]
    screen.beat()
    screen.tap("history-coach" if page is Page.HISTORY else "progress-coach")
    screen.beat()
    assert screen.handle.board.walk_model.walk.page is Page.SIGN_IN


def names(screen: Glass) -> list[str]:
    return [item.objectName() for item in screen.items()]


def test_what_others_see_of_somebody_who_is_not_here_stays_as_it_is(glass: Show) -> None:
    app = home()
    anna(app).signal = Signal.NEVER
    screen = open_page(glass, app, Page.MY_DATA)
    screen.tap("shows-zone")
    assert app.asked == []


def test_nobody_is_erased_while_they_train(glass: Show) -> None:
    app = home()
    anna(app).phase = Phase.RUNNING
    screen = open_page(glass, app, Page.MY_DATA)
    assert screen.text("erase-words") == "You are training: end the session first."
    assert not screen.find("erase").isEnabled()
