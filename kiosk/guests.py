"""Guests: here for one evening, forgotten when their day is over, unless they become members."""

from collections.abc import Callable, Sequence
from datetime import date

from kiosk.clock import CLOCK_SET_FROM
from kiosk.desk_port import ErasedAnswer, RosterDesk
from kiosk.members import Members
from kiosk.session.state import KioskState, Phase

EVERY_S = 5.0
"""How often it looks who is over."""
STAYS_S = 600.0
"""After a session that went past midnight a guest may still read the summary, and stay for good."""
AGAIN_S = 60.0
"""After a refusal: somebody has not decided yet about a session that was cut."""

_GOES_ON = (Phase.RUNNING, Phase.PAUSED)


class Guests:
    """Looked at after every pump. Days are local ones; with the clock not set nobody is erased."""

    def __init__(
        self,
        state: KioskState,
        members: Members,
        desk: RosterDesk | None,
        today: Callable[[], date | None],
        erase: Callable[[int], None],
    ) -> None:
        self._state = state
        self._members = members
        self._desk = desk
        self._today = today
        self._erase = erase
        self._next_look = 0.0
        self._not_before: dict[int, float] = {}
        """Monotonic second, by athlete id."""
        self._was_training: set[int] = set()

    def look(self, now: float) -> None:
        if now < self._next_look:
            return
        self._next_look = now + EVERY_S
        training = self._training()
        for athlete_id in self._was_training - training:
            self._not_before[athlete_id] = now + STAYS_S
        self._was_training = training
        today = self._today()
        if today is None:
            return
        for athlete_id, day in self._present():
            if day.year < CLOCK_SET_FROM:
                self._came_before_the_clock(athlete_id, today)
            elif day < today and self._may_go(athlete_id, now):
                self._not_before[athlete_id] = now + AGAIN_S
                self._erase(athlete_id)

    def answered(self, answer: ErasedAnswer) -> None:
        if not answer.refusal:
            self._not_before.pop(answer.athlete_id, None)

    def _present(self) -> Sequence[tuple[int, date]]:
        people = self._members.people
        return [(who.id, who.guest_on) for who in people if who.guest_on is not None]

    def _came_before_the_clock(self, athlete_id: int, today: date) -> None:
        """Nobody knows on which day: the evening on which the clock is set counts as theirs."""
        if self._desk is not None:
            self._desk.date_guest(athlete_id, today)

    def _training(self) -> set[int]:
        """Who is in a session, for as long as it goes on for anybody: they may join it again."""
        running = {s.id for s in self._state.sessions.values() if s.phase in _GOES_ON}
        return {
            athlete_id
            for athlete_id, who in self._state.participants.items()
            if who.session_id in running or who.phase in _GOES_ON
        }

    def _may_go(self, athlete_id: int, now: float) -> bool:
        return athlete_id not in self._was_training and now >= self._not_before.get(athlete_id, 0.0)
