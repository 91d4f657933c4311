"""The whole state machine: which phase follows from which, for athletes and sessions alike."""

from enum import StrEnum
from typing import Final

from kiosk.session.state import Phase


class Move(StrEnum):
    """What can happen to an athlete or to a session."""

    TAP_IN = "tap in"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    FINISH = "finish"
    LEAVE = "leave"


TABLE: Final[dict[tuple[Phase, Move], Phase]] = {
    (Phase.READY, Move.TAP_IN): Phase.READY,
    (Phase.READY, Move.START): Phase.RUNNING,
    (Phase.READY, Move.LEAVE): Phase.LEFT,
    (Phase.RUNNING, Move.TAP_IN): Phase.RUNNING,
    (Phase.RUNNING, Move.PAUSE): Phase.PAUSED,
    (Phase.RUNNING, Move.FINISH): Phase.FINISHED,
    (Phase.RUNNING, Move.LEAVE): Phase.LEFT,
    (Phase.PAUSED, Move.TAP_IN): Phase.PAUSED,
    (Phase.PAUSED, Move.RESUME): Phase.RUNNING,
    (Phase.PAUSED, Move.FINISH): Phase.FINISHED,
    (Phase.PAUSED, Move.LEAVE): Phase.LEFT,
    (Phase.FINISHED, Move.TAP_IN): Phase.READY,
    (Phase.FINISHED, Move.START): Phase.RUNNING,
    (Phase.FINISHED, Move.LEAVE): Phase.LEFT,
    (Phase.LEFT, Move.TAP_IN): Phase.READY,
}
"""A pair that is not here is refused: nothing changes."""


def after(phase: Phase, move: Move) -> Phase | None:
    """The phase that follows, or None when the move is refused in this phase."""
    return TABLE.get((phase, move))
