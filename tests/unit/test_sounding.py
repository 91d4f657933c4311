"""When the kiosk makes itself heard."""

from dataclasses import replace

from kiosk.attention import Need, Why
from kiosk.session.state import KioskState, Phase
from kiosk.sounding import Sounding
from kiosk.watches import sound_watch
from kiosk.words import text
from tests.unit.app_rig import Kiosk
from tests.unit.test_attention import Room


def need(why: Why, athlete_id: int = 1) -> Need:
    return Need(athlete_id, "Anna", why, text("x"))


def test_somebody_called_for_is_heard_once() -> None:
    sounding, state = Sounding(), KioskState()
    called = [need(Why.ALL_RIGHT)]
    assert [sounding.look(state, called) for _ in range(3)] == ["alarm", None, None]
    assert sounding.look(state, [*called, need(Why.NO_HEART_RATE, 2)]) == "alarm"


def test_what_is_no_alarm_is_only_seen() -> None:
    sounding = Sounding()
    assert sounding.look(KioskState(), [need(Why.OVER), need(Why.STRAP, 2)]) is None


def test_a_class_that_goes_on_to_its_next_step_is_heard_once() -> None:
    room, sounding = Room(3), Sounding()
    assert sounding.look(room.state, ()) is None
    room.state.sessions[1].main.place = 1
    assert [sounding.look(room.state, ()) for _ in range(2)] == ["step", None]


def test_of_many_on_clocks_of_their_own_nobodys_step_is_heard() -> None:
    room, sounding = Room(3), Sounding()
    room.state.sessions[1].main.clock = "own"
    sounding.look(room.state, ())
    room.state.sessions[1].main.place = 1
    assert sounding.look(room.state, ()) is None


def test_whoever_trains_alone_hears_their_steps() -> None:
    room, sounding = Room(3), Sounding()
    room.state.sessions[1].main.clock = "own"
    for number in (2, 3):
        room[number].phase = Phase.FINISHED
    sounding.look(room.state, ())
    room.state.sessions[1].main.place = 1
    assert sounding.look(room.state, ()) == "step"


def test_when_all_stop_nothing_else_is_heard() -> None:
    room, sounding = Room(), Sounding()
    sounding.look(room.state, ())
    room.state.stopped = True
    room.state.sessions[1].main.place = 1
    assert [sounding.look(room.state, [need(Why.ALL_RIGHT)]) for _ in range(2)] == ["stop", None]


def test_sounds_can_be_turned_off_at_the_screen() -> None:
    kiosk = Kiosk()
    heard: list[str] = []
    look = sound_watch(kiosk.app, heard.append)
    kiosk.app.state.stopped = True
    look()
    kiosk.app.choices = replace(kiosk.app.choices, sounds=False)
    kiosk.app.state.stopped = False
    look()
    kiosk.app.state.stopped = True
    look()
    assert heard == ["stop"]
