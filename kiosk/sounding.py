"""When the kiosk makes itself heard, and how: somebody is called for, a step begins, all stop."""

from collections.abc import Sequence
from typing import Literal

from kiosk.attention import Need
from kiosk.session.state import KioskState, Phase

Sound = Literal["alarm", "step", "stop"]


class Sounding:
    """Compares what it is shown with what it was shown before."""

    def __init__(self) -> None:
        self._stopped = False
        self._alarms: frozenset[tuple[int, int]] = frozenset()
        self._steps: dict[tuple[int, int], int] = {}

    def look(self, state: KioskState, needs: Sequence[Need]) -> Sound | None:
        """What to sound for what has happened since the last look: the most urgent."""
        stops = state.stopped and not self._stopped
        alarms = frozenset((need.athlete_id, int(need.why)) for need in needs if need.is_alarm)
        calls = bool(alarms - self._alarms)
        steps = _steps(state)
        turns = any(self._steps.get(key, place) != place for key, place in steps.items())
        self._stopped, self._alarms, self._steps = state.stopped, alarms, steps
        if stops:
            return "stop"
        if calls:
            return "alarm"
        return "step" if turns else None


def _steps(state: KioskState) -> dict[tuple[int, int], int]:
    """Where the class is; of those on their own clock only somebody who trains alone: sixteen of
    them would ring every ten seconds.
    """
    alone = sum(who.phase is Phase.RUNNING for who in state.participants.values()) == 1
    found: dict[tuple[int, int], int] = {}
    for session in state.sessions.values():
        if session.phase is not Phase.RUNNING:
            continue
        for athlete_id in session.athlete_ids:
            course = session.course(athlete_id)
            if course.clock == "group" or alone:
                found[session.id, athlete_id] = course.place
    return found
