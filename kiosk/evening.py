"""What the whole club has climbed in the sessions that began today: one mountain, no ranks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.session.state import KioskState

_Key = tuple[int, int]
"""Session and athlete."""


@dataclass(frozen=True, slots=True)
class Climbed:
    """What one athlete's rows of one session come to, as the disk has them."""

    session_id: int
    athlete_id: int
    day: date
    """Local, on which the session began."""
    metres: float


class Evening:
    """Adds up what comes; a session that goes on over midnight belongs to the day it began on."""

    def __init__(self, before: Iterable[Climbed] = ()) -> None:
        """`before` is what the disk has at the start, of sessions that were cut as well."""
        self._began: dict[int, date | None] = {}
        self._metres: dict[_Key, float] = {}
        self._last: dict[_Key, float] = {}
        self._looked: date | None = None
        for one in before:
            self._began[one.session_id] = one.day
            key = one.session_id, one.athlete_id
            self._metres[key] = self._last[key] = one.metres

    def look(self, state: KioskState, today: date | None) -> None:
        """Takes in what has been climbed since the last look; `today` is None while no clock is
        set, and what was begun then counts from when it is.
        """
        if today is not None and today != self._looked:
            self._looked = today
            self._forget(state, today)
        for athlete_id, who in state.participants.items():
            if who.session_id is None:
                continue
            if self._began.get(who.session_id) is None:
                self._began[who.session_id] = today
            key = who.session_id, athlete_id
            last = self._last.get(key, 0.0)
            # Whoever comes back into a session may count from nothing again.
            more = who.ascent_m - last if who.ascent_m >= last else who.ascent_m
            self._metres[key] = self._metres.get(key, 0.0) + more
            self._last[key] = who.ascent_m

    def _forget(self, state: KioskState, today: date) -> None:
        """Sessions of before yesterday that nobody is in: there are more of them every evening."""
        here = {who.session_id for who in state.participants.values()}
        for session, day in list(self._began.items()):
            if day is not None and (today - day).days > 1 and session not in here:
                del self._began[session]
        for metres in (self._metres, self._last):
            for key in [key for key in metres if key[0] not in self._began]:
                del metres[key]

    def ascent_m(self, today: date | None) -> float:
        """Metres, of everybody together."""
        return sum(
            metres for (session, _), metres in self._metres.items() if self._began[session] == today
        )
