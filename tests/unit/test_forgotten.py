"""Straps on the rail, sessions that nobody ends: seen off after hours, with what they recorded."""

import pytest

from kiosk import forgotten
from kiosk.forgotten import REASON
from kiosk.session.records import SessionClosed
from kiosk.session.state import Phase
from kiosk.training.plan import Plan, Step
from tests.unit.app_rig import Kiosk
from tests.unit.room import short_plan

BUTTON = Plan("button", "By button", "treadmill", (Step("As long as you like", "work"),))
FINISHED_S, READY_S, WAITING_S = 400.0, 900.0, 900.0
METRES = Plan("metres", "By metres", "treadmill", (Step("A mile", "work", distance_m=1600),))


@pytest.fixture(autouse=True)
def _sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hours of seconds would take this test seconds."""
    for name, limit_s in (
        ("FINISHED_S", FINISHED_S),
        ("READY_S", READY_S),
        ("WAITING_S", WAITING_S),
    ):
        assert getattr(forgotten, name) > limit_s
        monkeypatch.setattr(forgotten, name, limit_s)


class Rail(Kiosk):
    """Straps that speak on, seldom enough to let hours go by."""

    def __init__(self, *plans: Plan) -> None:
        super().__init__(by_strap=True, plans=plans or [short_plan(30)])
        self.roster(1, 2)

    def lie(self, seconds: float) -> None:
        """Time goes by, and whatever is on the air stays there."""
        for _ in range(round(seconds / 10)):
            for strap, bpm in self.on_air.items():
                self.hear(strap, bpm, ago=9.9)
                self.hear(strap, bpm)
            self.clock.advance(10)
            self.app.pump()

    @property
    def closed(self) -> list[str]:
        return [r.reason for r in self.sink.records if isinstance(r, SessionClosed)]

    def begin(self, which: int = 0, *, alone: bool = False) -> None:
        self.on_air[101] = 120
        self.run(4)
        if alone:
            self.app.start_alone(self.app.plans[which], 1)
        else:
            self.app.start_class(self.app.plans[which])
        self.run(2)


def test_a_strap_left_on_the_rail_is_tapped_out_and_stays_out_until_it_was_off_the_air() -> None:
    kiosk = Rail()
    kiosk.on_air[101] = 58
    kiosk.run(4)
    assert kiosk.here == [1]
    kiosk.lie(READY_S - 60)
    assert kiosk.here == [1]
    kiosk.lie(180)
    assert kiosk.here == []
    del kiosk.on_air[101]
    kiosk.lie(120)
    kiosk.on_air[101] = 58
    kiosk.run(4)
    assert kiosk.here == [1], "somebody has put it on again"


def test_a_touch_of_their_page_keeps_somebody_here() -> None:
    kiosk = Rail()
    kiosk.on_air[101] = 58
    kiosk.run(4)
    for _ in range(3):
        kiosk.lie(READY_S - 120)
        kiosk.app.touched(1)
    kiosk.lie(60)
    assert kiosk.here == [1]


def test_whoever_has_finished_is_tapped_out_though_their_strap_is_heard() -> None:
    kiosk = Rail()
    kiosk.begin()
    kiosk.run(31)
    assert kiosk.who(1).phase is Phase.FINISHED
    kiosk.lie(FINISHED_S - 60)
    assert kiosk.here == [1]
    kiosk.lie(90)
    assert kiosk.here == []
    assert len(kiosk.sink.samples) == 30


def test_a_session_paused_for_hours_is_closed_as_it_is() -> None:
    kiosk = Rail()
    kiosk.begin()
    kiosk.app.pause(1)
    kiosk.run(1)
    rows = len(kiosk.sink.samples)
    kiosk.lie(WAITING_S - 60)
    assert kiosk.closed == []
    kiosk.lie(90)
    assert kiosk.closed == [REASON]
    assert len(kiosk.sink.samples) == rows > 0
    kiosk.lie(FINISHED_S + 60)
    assert kiosk.here == []


def test_everybody_stopped_and_gone_home_does_not_stop_the_kiosk_for_ever() -> None:
    kiosk = Rail()
    kiosk.begin()
    kiosk.app.stop_all()
    kiosk.run(1)
    assert kiosk.app.state.stopped
    kiosk.lie(WAITING_S + 60)
    assert (kiosk.closed, kiosk.app.state.stopped) == ([REASON], False)


def test_a_step_that_waits_for_a_button_or_for_metres_waits_no_longer_than_that() -> None:
    for which, alone in ((0, False), (0, True), (1, True)):
        kiosk = Rail(BUTTON, METRES)
        kiosk.begin(which, alone=alone)
        kiosk.lie(WAITING_S - 60)
        assert kiosk.closed == []
        kiosk.lie(90)
        assert kiosk.closed == [REASON]


def test_a_long_run_that_moves_is_nobody_forgotten() -> None:
    kiosk = Rail(BUTTON, METRES)
    kiosk.begin(1, alone=True)
    kiosk.app.type_speed(1, 0.5)
    kiosk.lie(WAITING_S + 120)
    assert kiosk.closed == []
    assert kiosk.who(1).phase is Phase.RUNNING
