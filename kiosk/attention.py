"""Whom the coach should look at first: at most three people, in an order that does not flicker."""

from dataclasses import dataclass

from kiosk.attention_reasons import LAST_ALARM, Need, Why, reasons, words
from kiosk.session.state import KioskState, Phase

__all__ = ["Attention", "Need", "Why"]

LOOKS_S = 0.5
"""Reasons last for seconds: whoever looks again sooner sees the same, and it costs."""
MOST = 3
"""More than three names are a list, and nobody reads a list from five metres."""
STAYS_S = 8.0
"""Whoever has been named stays named so long, however quickly it passed."""
GAP_S = 4.0
"""What was away for less has been there all the time."""
RIPE_S = {
    Why.OVER: 20.0,  # after the ten seconds that the verdict has waited
    Why.STRAP: 0.0,  # the signal itself has waited for thirty seconds
    Why.GRADE: 30.0,
    Why.GATE: 60.0,
    Why.UNDER: 60.0,
    Why.PAUSED: 120.0,
    Why.IDLE: 300.0,
}
"""What has to last so long before anybody is troubled with it; an alarm does not wait."""
BEFORE_S = {Why.OVER: 10.0, Why.UNDER: 20.0, Why.STRAP: 30.0}
"""So long it had lasted already when the state first said it."""


@dataclass(slots=True)
class _Seen:
    """How long something has been so; monotonic seconds."""

    began: float
    """As told: with what it had lasted before the state said so."""
    first: float
    last: float


_Key = tuple[int, Why]


class Attention:
    """Remembers since when things have been so."""

    def __init__(self) -> None:
        self.needs: tuple[Need, ...] = ()
        """Whom to look at now, the most urgent first."""
        self.more = 0
        """How many others there would be to name."""
        self._seen: dict[_Key, _Seen] = {}
        self._named_at: dict[int, float] = {}
        self._looked = float("-inf")

    def follow(self, state: KioskState) -> None:
        """Looks if it is time to; call it as often as you like."""
        if state.now - self._looked >= LOOKS_S:
            self.look(state)

    def look(self, state: KioskState) -> None:
        """Takes in the state as it now is."""
        now = self._looked = state.now
        self._remember(state)
        ripe = self._ripe(now)
        stay = {
            need.athlete_id: need.why
            for need in self.needs
            if now - self._named_at[need.athlete_id] < STAYS_S and _trains(state, need.athlete_id)
        }
        for athlete_id, why in stay.items():
            ripe[athlete_id] = min(why, ripe.get(athlete_id, why))

        def urgency(athlete_id: int) -> tuple[int, float]:
            why = ripe[athlete_id]
            seen = self._seen.get((athlete_id, why))
            return why, now if seen is None else seen.began

        def claim(athlete_id: int) -> tuple[int, bool, tuple[int, float]]:
            alarm = min(ripe[athlete_id], LAST_ALARM + 1)
            return alarm, athlete_id not in stay, urgency(athlete_id)

        named = sorted(sorted(ripe, key=claim)[:MOST], key=urgency)
        self.more = len(ripe) - len(named)
        self._named_at = {i: self._named_at.get(i, now) for i in named}
        self.needs = tuple(self._need(state, i, ripe[i]) for i in named)

    def _remember(self, state: KioskState) -> None:
        now = state.now
        for who in () if state.stopped else state.participants.values():
            for why in reasons(who, state):
                key = who.athlete.id, why
                self._seen.setdefault(key, _Seen(now - BEFORE_S.get(why, 0.0), now, now)).last = now
        self._seen = {
            key: seen
            for key, seen in self._seen.items()
            if now - seen.last <= GAP_S and _trains(state, key[0]) and not state.stopped
        }

    def _ripe(self, now: float) -> dict[int, Why]:
        """Of everybody the most urgent thing that has lasted long enough."""
        found: dict[int, Why] = {}
        for (athlete_id, why), seen in self._seen.items():
            if now - seen.first >= RIPE_S.get(why, 0.0):
                found[athlete_id] = min(why, found.get(athlete_id, why))
        return found

    def _need(self, state: KioskState, athlete_id: int, why: Why) -> Need:
        who = state.participants[athlete_id]
        seen = self._seen.get((athlete_id, why))
        for_s = 0.0 if seen is None else state.now - seen.began
        said = words(why, who, for_s)
        if seen is None:  # it has passed: what was said stands for a moment
            said = next((n.words for n in self.needs if n.athlete_id == athlete_id), said)
        return Need(athlete_id, who.athlete.name, why, said)


def _trains(state: KioskState, athlete_id: int) -> bool:
    who = state.participants.get(athlete_id)
    return who is not None and who.phase not in (Phase.FINISHED, Phase.LEFT)
