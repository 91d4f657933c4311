"""Who has been forgotten: straps left on the rail, sessions that nobody ends, for hours."""

from collections.abc import Callable
from typing import Final

from kiosk.session.course import ends_by_button, step_length_s
from kiosk.session.state import KioskState, Participant, Phase, Session

# Whoever is neither heard nor touched is tapped out by the engine (kiosk.session.safety); here are
# those whose strap speaks on without them, or whose session waits for them.

FINISHED_S: Final = 45 * 60.0
"""After the end of a session: people talk, and look at what they did."""
READY_S: Final = 2 * 3600.0
"""Heard, and never begun."""
WAITING_S: Final = 2 * 3600.0
"""A session that is paused, or at a step that waits for a button, or for metres at rest."""
EVERY_S: Final = 10.0
REASON: Final = "forgotten"
"""Why such a session was closed; it counts as not complete, and all of it is kept."""


class Forgotten:
    """Looks around every ten seconds. A touch of anybody's page counts for them, and for their
    session; what a strap says does not.
    """

    def __init__(
        self,
        state: KioskState,
        tap_out: Callable[[int], None],
        end: Callable[[int, str], None],
    ) -> None:
        self._state = state
        self._tap_out = tap_out
        self._end = end
        self._waits_since: dict[int, float] = {}
        """By session, since when nothing goes on without somebody."""
        self._looked_at = float("-inf")

    def look(self, now: float) -> None:
        if now - self._looked_at < EVERY_S:
            return
        self._looked_at = now
        waiting = {s.id: s for s in self._state.sessions.values() if waits(self._state, s)}
        self._waits_since = {i: self._waits_since.get(i, now) for i in waiting}
        for session_id, since in self._waits_since.items():
            if now - max(since, self._touched_at(waiting[session_id])) >= WAITING_S:
                self._end(session_id, REASON)
        for athlete_id, who in list(self._state.participants.items()):
            limit_s = {Phase.READY: READY_S, Phase.FINISHED: FINISHED_S}.get(who.phase)
            if limit_s is not None and now - seen_at(who) >= limit_s:
                self._tap_out(athlete_id)

    def _touched_at(self, session: Session) -> float:
        who = self._state.participants
        return max((seen_at(who[i]) for i in session.athlete_ids if i in who), default=0.0)


def waits(state: KioskState, session: Session) -> bool:
    """Whether it goes on only when somebody does something."""
    if session.phase is not Phase.RUNNING:
        return session.phase is Phase.PAUSED
    active = [
        who
        for athlete_id in session.athlete_ids
        if (who := state.participants.get(athlete_id)) is not None
        and who.session_id == session.id
        and who.phase in (Phase.RUNNING, Phase.PAUSED)
    ]
    return bool(active) and all(_waits(session, who) for who in active)


def _waits(session: Session, who: Participant) -> bool:
    course = session.course(who.athlete.id)
    if who.phase is Phase.PAUSED or ends_by_button(course):
        return True
    return step_length_s(course) is None and not who.speed_kmh  # metres, and nobody moves


def seen_at(who: Participant) -> float:
    """When they last did something themselves."""
    return max(who.tapped_in_at, who.touched_at or 0.0, who.ended_at or 0.0)
