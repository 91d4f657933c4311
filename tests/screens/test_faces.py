"""What a tile says, worked out from the state."""

from dataclasses import fields
from typing import Any

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.session.state import Participant, Phase, Session, Signal, TracePoint
from kiosk.training.guidance import Verdict
from kiosk.training.plan import Plan, Step
from screens.faces import A_WORD, CALM, LOUD, UNKNOWN_ZONE, TileFace, face_of
from screens.timeline import Block, Workout
from tests.screens.screen_fakes import CIRCUIT, HILLS, STEP_UP_80, FakeApp, class_of, start, tap_in


def running(
    bpm: int | None = 154, *, plan: Plan = STEP_UP_80, step: int = 2, **changes: Any
) -> TileFace:
    """The tile of somebody in the middle of a step, with some fields as told."""
    app = FakeApp()
    participant = tap_in(app, 1, bpm)
    session = start(app, plan, step=step)
    for name, value in changes.items():
        setattr(participant, name, value)
    return face_of(participant, session)


def test_who_is_here_is_ready_until_the_start() -> None:
    participant = tap_in(FakeApp(), 1, 154)
    face = face_of(participant, None)
    assert (face.name, face.number, face.zone, face.level) == ("Anna", "154", "Z3", 3)
    assert (face.step, face.remaining, face.target, face.sign) == ("ready", "", "", "")
    assert not face.doing


def test_a_running_athlete_sees_step_rest_and_target() -> None:
    face = running()
    assert (face.step, face.remaining, face.target, face.doing) == (
        "Mid zone 3",
        "12:39",
        "152–157",
        True,
    )


def test_a_step_that_was_extended_has_more_left() -> None:
    app = FakeApp()
    participant = tap_in(app, 1)
    session = start(app, at=441)
    session.main.extended_s = 60
    assert face_of(participant, session).remaining == "13:39"


def test_a_distance_step_counts_metres_and_a_button_step_nothing() -> None:
    app = FakeApp()
    participant = tap_in(app, 1)
    session = start(app, CIRCUIT, step=2)
    session.clock = session.main.clock = "own"
    session.main.step_distance_m = 140.2
    assert face_of(participant, session).remaining == "260 m"
    session.main.place = 0
    assert face_of(participant, session).remaining == ""


def test_a_step_without_a_band_is_led_by_effort() -> None:
    assert running(step=0, band=None).target == "Effort 2–3"
    assert running(plan=HILLS, step=0, band=None).target == ""


@pytest.mark.parametrize("signal", [Signal.LOST, Signal.CHECK, Signal.NOT_WORN, Signal.NEVER])
def test_a_strap_that_says_nothing_leaves_no_number_no_zone_and_no_sign(signal: Signal) -> None:
    face = running(signal=signal, verdict=Verdict.OVER)
    assert (face.number, face.zone, face.level, face.sign) == ("--", "", UNKNOWN_ZONE, "")


def test_only_a_weak_number_is_faded() -> None:
    assert running(signal=Signal.WEAK).faded
    assert not running().faded


def test_without_zones_there_is_a_number_without_colour() -> None:
    face = running(zones=None, zone=None, zone_number=None, band=None)
    assert (face.number, face.zone, face.level) == ("154", "", UNKNOWN_ZONE)


def test_below_the_first_zone_is_said_and_split_zones_keep_their_letter() -> None:
    assert running(90).zone == "<Z1"
    assert running(90).level == 0
    split = running(zone="5b", zone_number=5)
    assert (split.zone, split.level) == ("Z5b", 5)


@pytest.mark.parametrize(
    ("changes", "loudness"),
    [
        ({"verdict": Verdict.IN}, CALM),
        ({"verdict": Verdict.EASING}, CALM),
        ({"verdict": Verdict.UNDER}, A_WORD),
        ({"verdict": Verdict.OVER}, LOUD),
        ({"signal": Signal.CHECK}, A_WORD),
        ({"signal": Signal.NOT_WORN}, A_WORD),
        ({"signal": Signal.LOST}, CALM),
        ({"signal": Signal.NOT_WORN, "phase": Phase.FINISHED}, CALM),
    ],
)
def test_who_needs_a_word_is_louder_than_who_does_not(
    changes: dict[str, Any], loudness: int
) -> None:
    assert running(**changes).loudness == loudness


@pytest.mark.parametrize(
    "changes",
    [{"phase": Phase.PAUSED}, {"phase": Phase.FINISHED}, {"late_warm_up_s": 440}],
)
def test_nobody_is_steered_who_is_not_in_the_step(changes: dict[str, Any]) -> None:
    face = running(verdict=Verdict.OVER, **changes)
    assert (face.sign, face.word, face.loudness, face.doing) == ("", "", CALM, False)


def test_paused_finished_and_late_say_so() -> None:
    assert running(phase=Phase.PAUSED).step == "paused"
    assert running(phase=Phase.FINISHED).step == "finished"
    late = running(late_warm_up_s=440)
    assert (late.step, late.remaining, late.target) == ("warm up first", "7:20", "")


def test_a_paused_class_pauses_everybody_in_it() -> None:
    app = FakeApp()
    participant = tap_in(app, 1, verdict=Verdict.OVER)
    session = start(app)
    session.phase = Phase.PAUSED
    face = face_of(participant, session)
    assert (face.step, face.sign) == ("paused", "")


@pytest.mark.parametrize(
    ("now", "wanted", "said"),
    [
        (12.4, 15.0, "12.4 / 15 %"),
        (12.44, 12.5, "12.4 / 12.5 %"),
        (None, 15.0, "– / 15 %"),
        (3.0, None, "3.0 %"),
        (-4.0, -5.0, "−4.0 / −5 %"),
        (-0.01, None, "0.0 %"),
        (None, None, ""),
    ],
)
def test_grade_now_against_wanted(now: float | None, wanted: float | None, said: str) -> None:
    face = running(grade_percent=now, wanted_grade_percent=wanted)
    assert face.grade.replace("\N{NARROW NO-BREAK SPACE}", " ") == said


def test_the_curve_is_redrawn_when_it_has_grown() -> None:
    app = class_of(1)
    participant: Participant = app.state.participants[1]
    session: Session = app.state.sessions[1]
    before = face_of(participant, session)
    last = participant.trace[-1].elapsed_s
    participant.trace.append(TracePoint(last + 1, 150, None, None))
    assert face_of(participant, session).revision == before.revision + 1


@pytest.mark.parametrize("row", [TileFace, Block, Workout])
def test_no_role_is_named_like_a_property_of_items(row: type, qapp: object) -> None:
    meta = QQuickItem().metaObject()
    assert meta.indexOfProperty("state") >= 0
    assert [field.name for field in fields(row) if meta.indexOfProperty(field.name) >= 0] == []


def test_a_step_may_be_called_like_a_state() -> None:
    plan = Plan("p", "P", "any", (Step("paused", "work", 60),))
    assert running(plan=plan, step=0).doing
