"""The own view in words, for every state, without a pixel."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.session.state import Phase, Signal
from kiosk.training.guidance import Verdict
from kiosk.training.plan import Ramp, Step, ZoneTarget
from kiosk.training.zones import Band
from screens import coached, outline
from screens.own_face import OwnFace, own_face
from screens.stage import Stage
from screens.wording import THIN
from tests.screens import own_scenes as scene
from tests.screens.own_scenes import CUES, OWN_SCENES, anna, session_of
from tests.screens.screen_fakes import STEP_UP_80, FakeApp, tap_in


def face(app: FakeApp) -> OwnFace:
    return own_face(anna(app), session_of(app))


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace(THIN, " ").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("state", "sign", "word", "aside", "urgent"),
    [
        ("easing", "easing", "settle in", "on the way to 152–157", False),
        ("in", "in", "hold", "stay at 152–157", False),
        ("over", "down", "ease off", "7 bpm too high", True),
        ("under", "up", "faster", "8 bpm to go", True),
        ("far-under", "up", "faster", "31 bpm to go", True),
        ("weak", "in", "hold", "stay at 152–157", False),
        ("lost", "", "no heart rate", "keep effort 6–7", False),
        ("check", "", "Effort 6–7", "of 10, by how it feels", False),
        ("not-worn", "", "Effort 6–7", "of 10, by how it feels", False),
        ("never", "", "Effort 6–7", "of 10, by how it feels", False),
        ("paused", "paused", "paused", "tap Resume to go on", False),
        ("paused-in-class", "paused", "paused", "the class goes on", False),
        ("class-paused", "paused", "paused", "the whole class is paused", False),
        ("late", "", "warm up first", "then you join the class", False),
        ("ramp", "", "Effort 5–6", "of 10, by how it feels", False),
        ("no-zones", "", "Effort 6–7", "of 10, by how it feels", False),
        ("button", "", "your own pace", "", False),
        ("warm-up", "", "Effort 2–3", "of 10, by how it feels", False),
    ],
)
def test_it_says_where_to_go_in_every_state(
    state: str, sign: str, word: str, aside: str, urgent: bool
) -> None:
    said = face(OWN_SCENES[state]())
    assert (said.sign, said.word, said.aside, said.urgent) == (sign, word, aside, urgent)


@pytest.mark.parametrize(
    ("state", "number", "note", "zone", "marked"),
    [
        ("in", "154", "", "zone 3", True),
        ("weak", "154", "", "zone 3", True),
        ("lost", "--", "", "", False),
        ("check", "--", "check your strap", "", False),
        ("not-worn", "--", "strap not worn", "", False),
        ("never", "--", "waiting for strap", "", False),
        ("no-zones", "144", "", "", False),
        ("warm-up", "108", "", "below zone 1", False),
    ],
)
def test_it_is_honest_about_the_heart_rate(
    state: str, number: str, note: str, zone: str, marked: bool
) -> None:
    said = face(OWN_SCENES[state]())
    assert (said.number, said.note, said.zone, said.marked) == (number, note, zone, marked)
    assert said.faded == (state == "weak")


def test_the_gauge_follows_the_band_while_it_eases_in() -> None:
    said = face(scene.easing())
    assert (said.lowest, said.highest) == ("141", "150")
    assert said.low < said.marker < said.high


@pytest.mark.parametrize("state", ["late", "no-zones", "ramp", "warm-up", "button"])
def test_without_a_band_there_is_no_gauge(state: str) -> None:
    assert not face(OWN_SCENES[state]()).gauged


def test_a_heart_rate_far_below_the_gauge_is_shown_by_an_arrow() -> None:
    said = face(scene.judged(Verdict.UNDER, 121))
    assert (said.beyond, said.marker) == (-1, 0.0)


@pytest.mark.parametrize(
    ("verdict", "bpm"), [(Verdict.OVER, 157), (Verdict.OVER, 156), (Verdict.UNDER, 152)]
)
def test_back_in_the_band_but_not_yet_settled_it_names_the_band(verdict: Verdict, bpm: int) -> None:
    assert face(scene.judged(verdict, bpm)).aside == "to 152–157"


@pytest.mark.parametrize(("bpm", "aside"), [(150, "to 152–157"), (155, "stay at 152–157"),
                                            (160, "to 152–157")])  # fmt: skip
def test_nobody_is_told_to_stay_where_they_are_not(bpm: int, aside: str) -> None:
    assert face(scene.judged(Verdict.IN, bpm)).aside == aside


def test_coming_down_after_harder_work_nothing_else_is_said() -> None:
    app = scene.judged(Verdict.EASING, 166)
    said = face(app)
    assert (said.word, said.aside) == ("settle in", "let it come down to 152–157")
    assert said.cue == ""


def test_zones_from_an_estimated_maximum_are_marked_as_such() -> None:
    assert face(scene.estimated()).estimated
    assert not face(scene.alone()).estimated


def test_the_step_is_named_with_its_turn_and_its_time() -> None:
    said = face(scene.climb())
    assert (said.step, said.remaining, said.tense) == ("Climb 2 of 4", "0:49", "left")


def test_a_late_joiner_sees_the_rest_of_the_warm_up_and_then_the_step_of_the_class() -> None:
    said = face(scene.late())
    assert (said.step, said.remaining) == ("warm up first", "7:20")
    assert said.after == "Then: Step 2: mid zone 3"
    assert plain(said.ahead) == "152–157 · 20 min"
    assert said.cue == said.dose == ""


def test_a_step_that_waits_for_a_button_counts_up_and_says_who_ends_it() -> None:
    app = scene.button_step()
    said = face(app)
    assert (said.remaining, said.tense, said.ending) == (
        "0:42",
        "so far",
        "tap Next when it is done",
    )
    assert said.onward == "Next"
    session_of(app).clock = session_of(app).main.clock = "group"
    said = face(app)
    assert (said.ending, said.onward) == ("the coach goes on", "")


def test_a_step_of_an_own_distance_says_what_is_left_of_it() -> None:
    app = scene.alone(150, scene.TREAD_HIKE, step=2, at=60)
    session_of(app).main.step_distance_m = 409.0
    assert (face(app).remaining, face(app).tense) == ("1200 m", "left")


def test_cues_take_turns_every_twenty_seconds() -> None:
    app = scene.alone()
    said: list[str] = []
    for second in (0, 19, 20, 40, 60):
        session_of(app).main.step_s = second
        said.append(face(app).cue)
    assert said == [CUES[0], CUES[0], CUES[1], CUES[2], CUES[0]]


@pytest.mark.parametrize("state", ["lost", "check", "paused", "class-paused", "late", "warm-up"])
def test_where_something_else_counts_no_cue_is_shown(state: str) -> None:
    assert face(OWN_SCENES[state]()).cue == ""


def test_the_next_step_is_named_with_the_own_band_and_its_length() -> None:
    said = face(scene.alone(step=1))
    assert said.after == "Next: Step 2: mid zone 3"
    assert plain(said.ahead) == "152–157 · 20 min"
    assert face(scene.alone(step=4)).after == "The last step"


def test_the_next_band_keeps_below_the_ceiling() -> None:
    app = scene.alone()
    anna(app).ceiling_hr = 170.0
    assert plain(face(app).ahead) == "161–166 · 10 min"


def test_without_zones_the_next_step_is_by_effort() -> None:
    assert plain(face(scene.without_zones()).ahead) == "Effort 8–9 · 10 min"


def test_the_next_step_comes_forward_in_the_last_minute() -> None:
    app = scene.alone()
    assert not face(app).soon
    session_of(app).main.step_s = 1139
    assert not face(app).soon
    session_of(app).main.step_s = 1140
    assert face(app).soon


@pytest.mark.parametrize(
    ("now", "wanted", "text", "mend", "agrees"),
    [
        (12.4, 15.0, "12.4 of 15 %", "set 15 %", False),
        (14.5, 15.0, "14.5 of 15 %", "", True),
        (14.4, 15.0, "14.4 of 15 %", "set 15 %", False),
        (15.6, 15.0, "15.6 of 15 %", "set 15 %", False),
        (-3.0, -5.0, "−3.0 of −5 %", "set −5 %", False),
        (None, 15.0, "– of 15 %", "set 15 %", False),
        (3.2, None, "3.2 %", "", False),
        (None, None, "", "", False),
    ],
)
def test_the_grade_is_compared_with_the_one_wanted(
    now: float | None, wanted: float | None, text: str, mend: str, agrees: bool
) -> None:
    app = scene.climb()
    who = anna(app)
    who.grade_percent, who.wanted_grade_percent = now, wanted
    said = face(app)
    assert (plain(said.grade), plain(said.mend), said.agrees) == (text, mend, agrees)


def test_a_ramp_asks_for_grades_that_a_belt_can_be_set_to() -> None:
    who = anna(scene.ramp())
    who.grade_percent, who.wanted_grade_percent = 10.4, 12.35
    prompt = coached.grade(who, Ramp(0, 15))
    assert (plain(prompt.grade), plain(prompt.mend)) == ("10.4 of 12.5 %", "set 12.5 %")


def test_nobody_is_asked_to_set_a_grade_during_a_pause() -> None:
    app = scene.ramp()
    anna(app).phase = session_of(app).phase = Phase.PAUSED
    assert face(app).mend == ""


def test_what_the_step_prescribes_besides_is_on_one_line() -> None:
    app = scene.climb()
    assert plain(face(app).dose) == "at 5.5 km/h"
    session = session_of(app)
    strength = Step(
        "Squats", "work", reps=12, load_kg=20.0, side="both", tempo="3-1-1", cadence_spm=(170, 174)
    )
    session.main.plan = replace(session.plan, steps=(strength,))
    session.main.path, session.main.place = (0,), 0
    assert plain(face(app).dose) == ""  # the log has it
    session.main.plan = replace(session.plan, steps=(replace(strength, kind="recovery"),))
    said = plain(face(app).dose)
    assert said == "170–174 steps/min · 12 × · 20 kg · both sides · tempo 3-1-1"


def test_a_ramp_of_speed_shows_the_speed_of_now() -> None:
    app = scene.alone(120, STEP_UP_80, step=0, at=600)
    session = session_of(app)
    session.main.path = (0,)
    session.main.plan = replace(
        session.plan, steps=(Step("Build", "work", 1200, speed_kmh=Ramp(4.0, 6.0)),)
    )
    assert plain(face(app).dose) == "at 5.0 km/h"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step("a", "work", 90, target=ZoneTarget(3, "mid")), "152–157 · 1:30"),
        (Step("a", "work", 45), "45 s"),
        (Step("a", "work", 60, rpe=(7, 7)), "Effort 7 · 1 min"),
        (Step("a", "work", distance_m=400, grade_percent=Ramp(6, 8)), "8 % · 400 m"),
        (Step("a", "work", distance_m=1609.344, rpe=(5, 7)), "Effort 5–7 · 1.6 km"),
        (Step("a", "work"), ""),
    ],
)
def test_a_step_to_come_is_told_in_a_few_words(step: Step, words: str) -> None:
    assert plain(outline.outline(step, anna(scene.alone()))) == words


@pytest.mark.parametrize(
    ("state", "paused", "pausable", "onward"),
    [
        ("in", False, True, "Skip"),
        ("paused", True, True, "Skip"),
        ("paused-in-class", True, True, ""),
        ("class-paused", True, False, ""),
        ("late", False, True, ""),
        ("button", False, True, "Next"),
    ],
)
def test_the_buttons_are_those_of_the_clock(
    state: str, paused: bool, pausable: bool, onward: str
) -> None:
    said = face(OWN_SCENES[state]())
    assert said.live
    assert (said.paused, said.pausable, said.onward) == (paused, pausable, onward)


def test_before_the_start_and_after_the_end_there_is_nothing_to_pause() -> None:
    app = FakeApp()
    waiting = own_face(tap_in(app, 1), None)
    assert not waiting.live
    assert (waiting.step, waiting.after, waiting.word) == ("ready", "", "")
    over = scene.finished()
    said = face(over)
    assert not said.live
    assert (said.word, said.gauged, said.after) == ("finished", False, "")


def test_class_or_alone_is_said() -> None:
    assert face(scene.alone()).company == "alone"
    assert face(scene.late()).company == "class"


def test_a_guide_without_a_band_of_the_step_shows_no_target() -> None:
    app = scene.alone()
    who = anna(app)
    who.band, who.guide, who.verdict = None, Band(150.0, 156.0), Verdict.IN
    assert face(app).aside == ""


@pytest.mark.parametrize("make", OWN_SCENES.values(), ids=OWN_SCENES.keys())
def test_the_same_state_gives_the_same_face(make: Callable[[], FakeApp]) -> None:
    assert face(make()) == face(make())


def test_a_lost_strap_leaves_the_step_and_its_time_alone() -> None:
    before, after = face(scene.alone()), face(scene.lose(scene.alone(), Signal.CHECK))
    assert (before.step, before.remaining) == (after.step, after.remaining)


def test_the_engine_tells_the_ceiling_that_bands_to_come_keep_below() -> None:
    stage = Stage()
    stage.roster(1)
    stage.tap_in(1)
    assert stage.app.state.participants[1].ceiling_hr == pytest.approx(0.95 * 189)
