"""Tiles that are kept say what tiles made anew would say."""

from dataclasses import fields, replace

import pytest

from kiosk.session.state import Participant, Phase, Signal
from kiosk.training.guidance import Verdict
from screens.faces import TileFace, face_of
from screens.kept_faces import NOT_ON_A_TILE, KeptFaces
from screens.stations import Spot
from tests.screens.screen_fakes import FakeApp, class_of, set_heart_rate

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


def shown(kept: KeptFaces, app: FakeApp, who: Participant, revision: int = 0) -> TileFace:
    return kept.of(who, app.state, Spot(), is_named=False, glide=-1, revision=revision)


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
