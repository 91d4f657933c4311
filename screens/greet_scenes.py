"""Coming in on an evening with plans: the idle screen, the greeting, and what is due."""

from collections.abc import Callable
from datetime import date

from kiosk.desk_port import PastLoaded
from kiosk.training.past import Past, PastSession, Planned
from screens.board import Board
from screens.stage import Stage

_BEFORE = date(2025, 12, 29)


def planned(stage: Stage, *athlete_ids: int) -> None:
    """Step-up 80 today, and how it was the last time."""
    today = stage.app.today() or _BEFORE
    done = PastSession(
        1,
        _BEFORE,
        0,
        "step-up-80",
        "Step-up 80",
        "step-up",
        4800,
        is_complete=True,
        results={"distance_m": 9_600.0, "ascent_m": 480.0, "time_in_band": 86.0},
        answers={"rpe": 6.0},
    )
    past = Past((done,), (), (Planned(today, "step-up-80"),))
    now = stage.clock.monotonic()
    stage.mailbox.post(PastLoaded(now, dict.fromkeys(athlete_ids, past)))
    stage.run(1)


def _stay(_board: Board) -> None:
    """Home is where the window opens."""


def greeted(stage: Stage) -> Callable[[Board], None]:
    stage.roster(8)
    stage.tap_in(1, 2)
    stage.run(60)
    planned(stage, 3)
    stage.tap_in(3)
    return _stay


def idle_tonight(stage: Stage) -> Callable[[Board], None]:
    stage.roster(8)
    planned(stage, 1, 2, 3)
    return _stay
