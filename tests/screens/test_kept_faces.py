"""Tiles that are kept say what tiles made anew would say."""

from collections import deque
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from random import Random
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.session.course import main_course
from kiosk.session.state import (
    Alert,
    Course,
    Live,
    Participant,
    Phase,
    Signal,
    TracePoint,
)
from kiosk.training.cues import Cue, CueCode
from kiosk.training.guidance import Verdict
from kiosk.training.protocols import load_folder, plan
from kiosk.training.zones import Band, zones_for
from screens.faces import TileFace, face_of
from screens.kept_faces import NOT_ON_A_TILE, KeptFaces
from screens.stage import PROTOCOLS
from screens.stations import Spot
from screens.tongue import speak
from tests.screens.screen_fakes import FakeApp, athlete, class_of, set_heart_rate, start, tap_in

OTHER = {
    "signal": Signal.WEAK,
    "phase": Phase.PAUSED,
    "verdict": Verdict.OVER,
    "shown_bpm": 99,
    "battery_low": True,
    "resting": True,
    "late_warm_up_s": 77,
    "grade_percent": 3.3,
    "by_effort": True,
    "zone_number": 5,
    "band": None,
}


def shown(
    kept: KeptFaces, app: FakeApp, who: Participant, revision: int = 0, told: str = ""
) -> TileFace:
    return kept.of(who, app.state, Spot(), is_named=False, glide=-1, revision=revision, told=told)


def afresh(app: FakeApp, who: Participant) -> TileFace:
    session = app.state.sessions.get(who.session_id or 0)
    return replace(face_of(who, session, Spot()), revision=0)


@pytest.mark.parametrize("name", OTHER)
def test_whatever_changes_about_somebody_changes_their_tile_at_once(name: str) -> None:
    app, kept = class_of(2), KeptFaces()
    who = app.state.participants[1]
    before = shown(kept, app, who)
    setattr(who, name, OTHER[name])
    assert shown(kept, app, who) == afresh(app, who) != before


def test_time_in_the_step_goes_on_with_the_session() -> None:
    app, kept = class_of(2), KeptFaces()
    who = app.state.participants[1]
    before = shown(kept, app, who)
    app.state.sessions[1].main.step_s += 1
    assert shown(kept, app, who) == afresh(app, who) != before
    app.state.sessions[1].phase = Phase.PAUSED
    assert shown(kept, app, who) == afresh(app, who)


def test_a_message_that_changes_nothing_keeps_the_very_same_face() -> None:
    app, kept = class_of(2), KeptFaces()
    who = app.state.participants[1]
    before = shown(kept, app, who)
    who.heard_at, who.elapsed_s, who.ascent_m = 12345.0, who.elapsed_s + 1, 7.0
    set_heart_rate(who, who.shown_bpm)
    assert shown(kept, app, who) is before
    assert shown(kept, app, who, revision=5) == replace(before, revision=5)


def test_a_tile_in_the_step_that_is_told_above_does_not_count_it_once_more() -> None:
    app, kept = class_of(2), KeptFaces()
    who = app.state.participants[1]
    whole = afresh(app, who)
    assert whole.doing
    assert whole.remaining
    assert shown(kept, app, who, told="Another step") == whole
    counted_above = shown(kept, app, who, told=whole.step)
    assert counted_above == replace(whole, remaining="")
    app.state.sessions[1].main.step_s += 1
    assert shown(kept, app, who, told=whole.step) is counted_above
    assert shown(kept, app, who).remaining == afresh(app, who).remaining != whole.remaining


def test_whoever_does_something_else_counts_it_whatever_is_told_above() -> None:
    app, kept = class_of(2), KeptFaces()
    who = app.state.participants[1]
    who.late_warm_up_s = 77
    alone = afresh(app, who)
    assert not alone.doing
    assert shown(kept, app, who, told=alone.step) == alone
    assert alone.remaining == "1:17"


def test_no_face_is_made_of_what_is_left_out() -> None:
    class Told:
        """A participant who is asked for nothing but what counts."""

        def __init__(self, who: Participant) -> None:
            self._who = who

        def __getattr__(self, name: str) -> object:
            assert name == "trace" or name not in NOT_ON_A_TILE, f"a tile reads {name}"
            return getattr(self._who, name)

    assert {field.name for field in fields(Participant)} >= NOT_ON_A_TILE
    app = class_of(20)
    for who in app.state.participants.values():
        session = app.state.sessions.get(who.session_id or 0)
        assert face_of(Told(who), session) == face_of(who, session)  # pyright: ignore[reportArgumentType] - it is asked like one


# -- whatever happens ------------------------------------------------------------------------------

PLANS = [plan(protocol) for protocol in load_folder(PROTOCOLS)[0]]
ROTATION = next(one for one in PLANS if one.rotation is not None)
BY_METRES = next(one for one in PLANS if any(step.distance_m for step in one.steps))
ZONES = [zones_for(athlete(number), date(2026, 1, 1)) for number in (1, 2)]
BANDS = [None, Band(100, 110), Band(128.4, 141), Band(150, 150.5)]
ALIKE = [
    replace(athlete(1), name=name, max_hr=max_hr, shows=shows, is_effort_only=effort)
    for name in ("Ada", "Łukasz")
    for max_hr in (None, 190.0)
    for shows in ("bpm", "percent", "zone")
    for effort in (True, False)
]
USUALLY = 8
"""So often it is as it mostly is: with everything at odds at once hardly anything is shown."""
SOME = [None, 0.0, 3.1, 12.04, 12.06, 250.0]
PERSON: dict[str, Sequence[Any]] = {
    "athlete": ALIKE,
    "station": [None, "Treadmill 1", "Stair"],
    "zones": [None, *ZONES],
    "phase": [*USUALLY * [Phase.RUNNING], *Phase],
    "session_id": [*USUALLY * [1, 2], None, 7],
    "elapsed_s": [0, 5, 4000],
    "signal": [*USUALLY * [Signal.LIVE], *Signal],
    "shown_bpm": [None, 40, 96, 109, 141, 199],
    "heard_at": SOME,
    "tapped_in_at": SOME[1:],
    "ended_at": SOME,
    "zone": [None, "0", "1", "3", "5a"],
    "zone_number": [None, 0, 1, 3, 5],
    "band": BANDS,
    "guide": BANDS,
    "verdict": list(Verdict),
    "strap": [None, 1001, 7],
    "resting": [*USUALLY * [False], True],
    "grade_percent": [-0.04, -2.0, *SOME],
    "wanted_grade_percent": [-0.04, -2.0, *SOME],
    "speed_kmh": SOME,
    "speed_source": [None, "console"],
    "wanted_speed_kmh": SOME,
    "cadence_spm": SOME,
    "cadence_source": [None, "foot pod"],
    "ascent_m": SOME[1:],
    "late_warm_up_s": [*USUALLY * [0], 1, 77],
    "battery_low": [True, False],
    "ceiling_hr": SOME,
    "lane": [None, "Climb", "Floor"],
    "next_station": [*USUALLY * [None], "Treadmill 1", "Stair"],
    "detour": [*USUALLY * [None], "late warm-up", "recovery walk", "own cool-down", "own way"],
    "by_effort": [True, False],
    "wanted_rpe": [None, (5, 7), (3, 3)],
    "cue": [None, Cue(CueCode.EASE_OFF, 3)],
    "alert": [*USUALLY * [None], *Alert],
    "grade_prompt": ["none", "agreed", "unknown"],
    "wants_rating": [True, False],
    "rated_rpe": [None, 2, 6, 9],
    "live": [Live(), Live(in_band_s=9)],
    "touched_at": SOME,
    "trace": [deque(), deque([TracePoint(3, 96, None, None)])],
}
"""What may come of each field of somebody, sensible or not: a tile is made of it all the same."""


def test_the_trial_below_changes_everything_there_is_about_somebody() -> None:
    assert set(PERSON) == {field.name for field in fields(Participant)}


def any_course(chance: Random) -> Course:
    way = main_course(chance.choice([ROTATION, BY_METRES, *PLANS]), chance.choice(["group", "own"]))
    for _ in range(4):
        go_along(chance, way)
    return way


def go_along(chance: Random, way: Course) -> None:
    match chance.randrange(4):
        case 0:
            turn = way.plan.rotation
            changes = [p for p, step in enumerate(way.path) if turn and step == turn.change]
            way.place = chance.choice(changes + [chance.randrange(len(way.path))] * 2)
        case 1:
            way.step_s = chance.randrange(400)
        case 2:
            way.extended_s = chance.choice([0, 30])
        case _:
            way.step_distance_m = chance.choice([0.0, 17.0, 380.0])


def happens(chance: Random, app: FakeApp) -> None:
    """One thing after which tiles may have to say something else."""
    who = app.state.participants[chance.choice([1, 2])]
    session = app.state.sessions[chance.choice([1, 2])]
    match chance.choice(["person", "person", "along", "way", "class", "phase", "words"]):
        case "person":
            name = chance.choice(list(PERSON))
            value = chance.choice(PERSON[name])
            setattr(who, name, replace(value, id=who.athlete.id) if name == "athlete" else value)
        case "along":
            go_along(chance, session.course(who.athlete.id))
        case "way":
            if session.others.pop(who.athlete.id, None) is None:
                session.others[who.athlete.id] = any_course(chance)
        case "class":
            session.main = any_course(chance)
            session.plan, session.clock = session.main.plan, session.main.clock
        case "phase":
            session.phase = chance.choice(PERSON["phase"])
        case _:
            speak(chance.choice(["en", "de"]), chance.choice(["metric", "imperial"]))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_a_kept_tile_says_what_one_made_anew_says(
    qapp: QGuiApplication, seed: int
) -> None:
    chance, kept, app = Random(seed), KeptFaces(), FakeApp()
    for number in (1, 2):
        tap_in(app, number)
        start(app, ROTATION, step=1, at=3)
    kept_ones = 0
    before: dict[int, TileFace] = {}
    for revision in range(2000):
        happens(chance, app)
        spot = Spot(swap=revision // 50 % 2, rival="Ada" if revision // 70 % 2 else "")
        for athlete_id, who in app.state.participants.items():
            face = kept.of(who, app.state, spot, is_named=False, glide=-1, revision=0)
            session = app.state.sessions.get(who.session_id or 0)
            assert face == replace(face_of(who, session, spot), revision=0)
            kept_ones += face is before.get(athlete_id)
            before[athlete_id] = face
    assert 1000 < kept_ones < 3500
