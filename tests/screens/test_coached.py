"""What the coach in the box says, and what is made of offers, sets and measurements."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.session.course import main_course
from kiosk.session.state import Alert, Phase, Signal
from kiosk.training.cues import Cue, CueCode
from kiosk.training.measure import Measure
from kiosk.training.offers import Offer
from kiosk.training.past import Past, PastSession, PastSet
from kiosk.training.plan import HeartRateGate, PercentTarget, Step
from kiosk.training.progress import Point, Series
from kiosk.training.protocol_plan import Choice
from screens import coached, offered, outline, progress_view, results_view, sets, timeline
from screens.faces import A_WORD, LOUD, face_of
from screens.own_face import own_face
from screens.stations import Place
from screens.wording import THIN
from tests.screens import own_scenes
from tests.screens.own_scenes import ROTATION, SPLIT_SQUAT, anna, session_of
from tests.screens.screen_fakes import STEP_UP_80, FakeApp, tap_in


def plain(text: str) -> str:
    return text.replace(THIN, " ").replace("\N{NO-BREAK SPACE}", " ")


# -- the coach's words -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gate", "words"),
    [
        (HeartRateGate(below_percent_max=65), "until below 123 bpm (0:30–2:00)"),
        (HeartRateGate(below_bpm=117), "until below 117 bpm (0:30–2:00)"),
        (
            HeartRateGate(below_percent_max=65, fall_bpm=25, at_most_s=90),
            "until below 123 bpm or down by 25 (0:30–1:30)",
        ),
        (HeartRateGate(above_bpm=120), "until above 120 bpm (0:30–2:00)"),
    ],
)
def test_a_gate_says_until_when(gate: HeartRateGate, words: str) -> None:
    assert coached.gate(gate, tap_in(FakeApp(), 1)) == words


def test_a_gate_without_a_known_maximum_names_only_what_is_known() -> None:
    who = tap_in(FakeApp(), 1)
    who.athlete, who.zones = replace(who.athlete, max_hr=None), None
    gate = HeartRateGate(below_percent_max=65, fall_bpm=25)
    assert coached.gate(gate, who) == "until down by 25 (0:30–2:00)"
    assert coached.gate(HeartRateGate(below_percent_max=65), who) == "max 2:00"


def test_a_percent_band_to_come_uses_the_estimated_maximum_too() -> None:
    who = anna(own_scenes.estimated())
    step = Step("Walk", "work", 240, target=PercentTarget(50, 70))
    assert plain(outline.outline(step, who)) == "90–125 bpm · 4 min"


def test_a_cue_is_old_after_a_while_and_silent_in_a_pause() -> None:
    app = own_scenes.recovery_walk()
    who, session = anna(app), session_of(app)
    assert coached.said(who, session).words == "Slow to a walk"
    who.elapsed_s += coached.STANDS_S
    assert coached.said(who, session).words == ""
    who.elapsed_s -= coached.STANDS_S
    who.phase = Phase.PAUSED
    assert coached.said(who, session).words == ""


def test_which_step_begins_is_not_said_twice() -> None:
    app = own_scenes.recovery_walk()
    who = anna(app)
    who.cue = Cue(CueCode.NEXT_0, who.elapsed_s, step="Mid zone 3")
    assert coached.said(who, session_of(app)) == coached.Said()


def test_during_a_recovery_walk_no_speed_of_the_step_is_asked_for() -> None:
    app = own_scenes.recovery_walk()
    assert own_face(anna(app), session_of(app)).dose == ""
    anna(app).detour = None
    session = session_of(app)
    step = replace(session.main.step, pace="marathon pace -5 to -10 s per mile")
    session.main.plan = replace(session.plan, steps=(step,) * len(session.plan.steps))
    assert own_face(anna(app), session).dose != ""
    anna(app).detour = "recovery walk"
    assert own_face(anna(app), session).dose == ""


def test_a_recovery_walk_is_all_that_is_asked_for_until_it_is_over() -> None:
    app = own_scenes.shared(own_scenes.recovery_walk())
    who, session = anna(app), session_of(app)
    who.wants_rating, who.ceiling_hr = True, 171.6
    who.grade_percent, who.wanted_grade_percent, who.grade_prompt = None, 15.0, "unknown"
    treadmill = Place("treadmill")
    face = own_face(who, session, place=treadmill)
    assert (face.step, face.remaining, face.ending) == (
        "Walk",
        "",
        "until below 157 bpm for a minute",
    )
    assert (face.pace, face.typable, face.confirm, face.mend, face.rating) == (
        "",
        False,
        "",
        "",
        False,
    )
    who.detour = None
    face = own_face(who, session, place=treadmill)
    assert (face.step, face.pace, plain(face.confirm), face.rating) == (
        "Step 2: mid zone 3",
        "Speed?",
        "At 15 %? Tap",
        True,
    )


def test_on_a_recovery_walk_a_measured_speed_is_still_shown() -> None:
    app = own_scenes.measured()
    anna(app).detour = "recovery walk"
    face = own_face(anna(app), session_of(app), place=Place("treadmill"))
    assert (face.pace, face.source, face.typable) != ("", "", False)
    assert not face.typable


def test_detours_are_said_plainly() -> None:
    walk = own_scenes.recovery_walk()
    face = own_face(anna(walk), session_of(walk))
    assert (face.sign, face.word) == ("alarm", "recovery walk")
    cooling = own_scenes.own_cool_down()
    face = own_face(anna(cooling), session_of(cooling))
    assert (face.word, face.step, face.remaining) == ("cool down", "Cool-down", "7:50")


def test_a_way_of_ones_own_in_a_class_is_followed_and_not_the_classes() -> None:
    app = own_scenes.own_cool_down()
    anna(app).detour = "own way"
    face = own_face(anna(app), session_of(app))
    assert (face.step, face.remaining, face.company) == (
        "Cool-down",
        "7:50",
        "on a way of your own",
    )


@pytest.mark.parametrize(
    ("rated", "sign", "word"),
    [(None, "effort", "by effort"), (4, "up", "faster"), (9, "down", "ease off")],
)
def test_guided_by_effort_the_last_rating_says_where_to_go(
    rated: int | None, sign: str, word: str
) -> None:
    app = own_scenes.by_effort(rated)
    face = face_of(anna(app), session_of(app))
    assert (face.sign, face.word, face.target) == (sign, word, "Effort 6–7")


def test_an_effort_tile_looks_like_everybodys_and_never_low() -> None:
    app = own_scenes.by_effort()
    set_low = anna(app)
    set_low.zone, set_low.zone_number, set_low.shown_bpm = "1", 1, 88
    face = face_of(set_low, session_of(app))
    assert (face.number, face.level, face.zone) == ("88", 3, "")


def test_whoever_trains_by_effort_without_a_strap_has_the_effort_for_a_number() -> None:
    app = own_scenes.by_effort()
    who = anna(app)
    who.signal, who.shown_bpm = Signal.CHECK, None
    face = face_of(who, session_of(app))
    assert (face.number, face.zone, face.note, face.level) == ("6–7", "Effort", "", 3)


def test_an_alert_is_loud_until_it_is_over() -> None:
    app = own_scenes.alone()
    who = anna(app)
    assert face_of(who, session_of(app)).loudness < A_WORD
    who.alert = Alert.NO_SIGNAL
    face = face_of(who, session_of(app))
    assert (face.alert, face.loudness) == ("no heart rate", LOUD)
    who.phase = Phase.FINISHED
    assert face_of(who, session_of(app)).alert == ""


# -- rotations -------------------------------------------------------------------------------------


def test_the_change_says_where_to_go_and_what_comes() -> None:
    app = own_scenes.rotation(changing=True)
    face = own_face(anna(app), session_of(app))
    assert (face.word, face.after, face.ahead) == ("→ Treadmill 3", "Next: Belts", "6 min")
    anna(app).next_station = None
    assert own_face(anna(app), session_of(app)).word == "→ Belts"


def test_the_length_of_a_rotation_is_that_of_one_persons_way() -> None:
    assert timeline.planned_length(ROTATION) == "31 min"


def test_in_a_block_everybody_sees_the_steps_of_their_own_lane() -> None:
    app = own_scenes.rotation(changing=False)
    face = own_face(anna(app), session_of(app))
    assert (face.step, face.company, face.after) == ("Squats", "Floor", "Next: Plank")


def test_the_timeline_of_a_rotation_has_a_block_for_every_turn() -> None:
    titles = [block.title for block in timeline.blocks_of(ROTATION)]
    assert titles == [
        *("Warm-up", "Change places", "Belts", "Change places", "Floor"),
        *("Change places", "Belts", "Cool-down"),
    ]
    running = timeline.blocks_of(ROTATION, main_course(ROTATION, "group"))
    assert [b.title for b in running if b.title.startswith("Block")] == [
        *("Block 1", "Block 2", "Block 3"),
    ]


def test_in_a_lane_the_line_stands_in_the_block_of_the_class() -> None:
    app = own_scenes.rotation(changing=False)
    progress = timeline.progress_of(session_of(app), 1)
    assert progress.index == 6
    whole = 300 + 3 * (60 + 360) + 300
    assert progress.at == pytest.approx((300 + 2 * 420 + 60 + 20) / whole)


# -- strength --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "load"),
    [
        (None, 16.0),
        (PastSet("Split squat", 12, 20.0, "left", True), 20.5),
        (PastSet("Split squat", 12, 40.0, "left", True), 41.0),
        (PastSet("Split squat", 9, 40.0, "left", False), 40.0),
        (PastSet("Split squat", 12, 6.0, "left", True), 6.0),
        (PastSet("Split squat", 12, None, "left", True), 16.0),
    ],
)
def test_the_next_load_is_a_little_more_when_all_was_done(
    last: PastSet | None, load: float
) -> None:
    assert sets.suggested_kg(last, SPLIT_SQUAT) == load


def test_left_and_right_have_their_own_last_set() -> None:
    both = (
        PastSet("Split squat", 12, 20.0, "left", True),
        PastSet("Split squat", 10, 18.0, "right", False),
    )
    session = PastSession(1, date(2026, 1, 1), 0, "s", "S", "strength", 60, True, sets=both)
    past = Past((session,))
    left, right = (sets.last_set(past, replace(SPLIT_SQUAT, side=s)) for s in ("left", "right"))
    assert (left, right) == both


# -- offers, measurements, progress ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high", "last", "options"),
    [
        ("6", "8", None, ["6", "7", "8"]),
        ("-3", "-6", None, ["-3", "-4", "-5", "-6"]),
        ("1 mi", "2 mi", "1.5 mi", ["1 mi", "1.5 mi", "2 mi"]),
        ("1 mi", "2 mi", "2 mi", ["1 mi", "2 mi"]),
    ],
)
def test_a_range_goes_from_its_low_to_its_high_end(
    low: str, high: str, last: str | None, options: list[str]
) -> None:
    assert offered.options(Choice("1.reps", "Squats", low, high), last) == options


def test_what_may_not_be_started_starts_nothing() -> None:
    for state in ("locked", "homework", "confirm"):
        assert offered.to_start(Offer(STEP_UP_80, state)) is None
    assert offered.to_start(Offer(STEP_UP_80, "alternative", instead=ROTATION)) is ROTATION


def test_measures_are_written_with_their_unit_and_missing_ones_last() -> None:
    rows = results_view.every(
        [
            Measure("banister", "Load", None, missing="Enter the resting heart rate."),
            Measure("time_in_zone_3", "Time in zone 3", 1189.0, "s"),
            Measure("test_result", "Test", 1.0, "passed"),
        ]
    )
    assert [(row.title, row.value, row.note) for row in rows] == [
        ("Time in zone 3", "19:49", ""),
        ("Test", "passed", ""),
        ("Load", "", "Enter the resting heart rate."),
    ]


def test_a_missing_entry_of_the_roster_sends_to_the_coach_and_to_no_command() -> None:
    missing = 'no weight on the roster: switchback roster set "Anna" --weight-kg'
    (row,) = results_view.every([Measure("net_kcal", "Energy", None, missing=missing)])
    assert row.note == "no weight on the roster: ask your coach to enter it"


def test_a_chart_of_one_day_is_a_dot_in_the_middle() -> None:
    day = date(2026, 1, 1)
    one = Series("hr_std", "Heart rate", "bpm", 0, "lower", (Point(day, 160.0),))
    assert progress_view.chart(one).points == ((0.5, 0.5),)
    two = replace(one, points=(*one.points, Point(day + timedelta(7), 150.0)))
    chart = progress_view.chart(two)
    assert chart.points == ((0.0, 0.0), (1.0, 1.0))
    assert (chart.highest, chart.lowest) == ("160", "150")
