"""What the shell knows of sessions of old: last time's curve, one that is looked at, an export."""

from collections.abc import Callable, Sequence
from typing import Final

from kiosk.desk_port import GhostLoaded, PartLoaded, PastDesk, TakenAway
from kiosk.session.state import KioskState, Participant, TracePoint
from kiosk.training.past import Past
from kiosk.training.plan import Plan

LEAST_SHARE: Final = 0.8
"""Of the plan: what was broken off sooner is nothing to compare with."""


class LookingBack:
    """Mixed into the shell; everything here runs in the pump's thread, the disk is read in another.

    `past_of` is what is known of somebody's training.
    """

    def __init__(self, state: KioskState, past_of: Callable[[int], Past]) -> None:
        self.past_desk: PastDesk | None = None
        """Where the disk is read; without one nothing is looked at."""
        self._looked_at: PartLoaded | None = None
        self._taken_away: TakenAway | None = None
        self._past_state = state
        self._past_of = past_of
        self._ghosts: dict[int, GhostLoaded] = {}
        """By athlete: of the workout that they are in."""
        self._haunted: dict[int, int] = {}
        """By athlete: the session of theirs for which a ghost has been looked for."""
        self._called: dict[int, int] = {}
        """By athlete: the session of old that is their ghost; another one comes too late."""

    def ghost(self, athlete_id: int) -> Sequence[TracePoint]:
        """Last time's heart rate of the workout that they are in or have just done, by its own
        seconds; nothing where there is none.
        """
        found = self._ghosts.get(athlete_id)
        return () if found is None else found.points

    def look_at(self, athlete_id: int, session_id: int) -> None:
        """Fetches a session of old; `looked_at` has it in a moment."""
        self._looked_at = None
        if self.past_desk is not None:
            self.past_desk.look_at(athlete_id, session_id)

    def looked_at(self, athlete_id: int, session_id: int) -> PartLoaded | None:
        """What became of look_at; None while it is being read."""
        found = self._looked_at
        asked = found is not None and (found.athlete_id, found.session_id)
        return found if asked == (athlete_id, session_id) else None

    def take_away(self, athlete_id: int) -> None:
        """Writes everything of theirs into a folder; `taken_away` says how far it has come."""
        running = self._taken_away is not None and not self._taken_away.is_over
        if self.past_desk is not None and not running:
            self._taken_away = TakenAway(self._past_state.now, athlete_id)
            self.past_desk.take_away(athlete_id)

    def taken_away(self, athlete_id: int) -> TakenAway | None:
        """How far their newest export has come; None when nobody asked for one."""
        found = self._taken_away
        return found if found is not None and found.athlete_id == athlete_id else None

    # -- what the shell hands over ---------------------------------------------------------------

    def _take_past(self, item: GhostLoaded | PartLoaded | TakenAway) -> None:
        match item:
            case GhostLoaded():
                if self._called.get(item.athlete_id) == item.session_id:
                    self._ghosts[item.athlete_id] = item
            case PartLoaded():
                self._looked_at = item
            case TakenAway():
                self._taken_away = item

    def _look_back(self) -> None:
        """After every pump: whoever has begun something gets last time's curve of it."""
        people = self._past_state.participants
        for gone in self._haunted.keys() - people.keys():
            del self._haunted[gone]
            self._lay(gone)
        for athlete_id, who in people.items():
            if who.session_id is not None and self._haunted.get(athlete_id) != who.session_id:
                self._haunted[athlete_id] = who.session_id
                self._lay(athlete_id)
                self._call_ghost(who, who.session_id)

    def _lay(self, athlete_id: int) -> None:
        """There is no ghost of theirs from now on, and none on its way."""
        self._ghosts.pop(athlete_id, None)
        self._called.pop(athlete_id, None)

    def _call_ghost(self, who: Participant, session_id: int) -> None:
        session = self._past_state.sessions.get(session_id)
        if session is None or self.past_desk is None:
            return
        before = last_time(self._past_of(who.athlete.id), session.plan, session_id)
        if before is not None:
            self._called[who.athlete.id] = before
            self.past_desk.load_ghost(who.athlete.id, before)


def last_time(past: Past, plan: Plan, session_id: int) -> int | None:
    """The newest other session of the same workout with the same choices, of which at least four
    fifths were done; None when there is none.
    """
    lengths = [step.planned_s for step in plan.steps]
    planned_s = None if None in lengths else sum(length or 0 for length in lengths)
    for session in past.sessions:
        same = session.protocol_id == plan.protocol_id and session.choices == plan.choices
        long_enough = planned_s is not None and session.duration_s >= LEAST_SHARE * planned_s
        if session.is_outside:  # of its seconds none are here
            continue
        if same and session.session_id != session_id and (session.is_complete or long_enough):
            return session.session_id
    return None
