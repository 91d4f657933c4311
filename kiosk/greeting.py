"""Who comes in with which strap: tapping in by being heard, asking where two are possible."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.members import Members
from kiosk.session import commands as cmd
from kiosk.session.state import KioskState, Phase, StrapHeard
from kiosk.session.wearing import strap_state
from kiosk.training.athlete import Athlete

SETTLE_S = 2.0
"""A known strap heard this long belongs to somebody who is here."""
GONE_S = 60.0
"""Whoever has been heard and has not begun is tapped out after so long without heart rate or touch;
the engine taps everybody out in the end."""
NEW_TOGETHER_S = 10.0
FAR_DBM, HYSTERESIS_DB = -85, 6
"""Weaker than this a strap is behind a wall, until it is that much stronger."""


@dataclass(frozen=True, slots=True)
class StrapQuestion:
    """A strap on the air that nobody wears yet, and everybody who may be wearing it."""

    strap: int
    athletes: tuple[Athlete, ...]


class Greeting:
    """Looks at the straps on the air after every pump."""

    def __init__(
        self,
        state: KioskState,
        members: Members,
        tap_in: Callable[[int], None],
        command: Callable[[cmd.Command], None],
    ) -> None:
        self.questions: list[StrapQuestion] = []
        self._state = state
        self._members = members
        self._tap_in = tap_in
        self._command = command
        self._far: set[int] = set()
        self._went_home: dict[int, float] = {}
        self._nobodys: dict[int, float] = {}
        """Straps of which it was said that nobody of their owners wears them, and since when
        they are on the air."""
        self._taken_off: set[tuple[int, int]] = set()
        """(athlete id, strap): they said that they do not wear it."""

    # -- what people say -------------------------------------------------------------------------

    def answer(self, strap: int, athlete_id: int | None, now: float) -> None:
        """Who wears a strap of two owners; None: nobody of these."""
        self.questions = [question for question in self.questions if question.strap != strap]
        heard = self._state.straps.get(strap)
        if athlete_id is not None:
            self._taken_off.discard((athlete_id, strap))
            self._give(strap, athlete_id, now)
        elif heard is not None:
            self._nobodys[strap] = heard.first_at

    def came(self, athlete_id: int) -> None:
        """Tapped in by hand or tag."""
        self._went_home.pop(athlete_id, None)

    def went_home(self, athlete_id: int, now: float) -> None:
        """Tapped out: a strap still worn does not tap in until it has been off the air."""
        self._went_home[athlete_id] = now

    def took_off(self, athlete_id: int, strap: int) -> None:
        self._taken_off.add((athlete_id, strap))

    # -- what is heard ---------------------------------------------------------------------------

    def listen(self) -> None:
        """Judges which straps are near; forgets what was said of straps that are gone."""
        straps = self._state.straps
        self._far &= straps.keys()
        for number, strap in straps.items():
            if strap.rssi_dbm is not None:
                limit = FAR_DBM + (HYSTERESIS_DB if number in self._far else 0)
                (self._far.add if strap.rssi_dbm < limit else self._far.discard)(number)
        self._taken_off = {pair for pair in self._taken_off if pair[1] in straps}
        for number in [n for n in self._nobodys if n not in straps]:
            del self._nobodys[number]

    def look(self, now: float) -> None:
        """Taps in whom we hear and out whom we do not; asks who wears a strap of two owners."""
        self.questions = []
        worn = {who.strap for who in self._state.participants.values()}
        for number, strap in self._state.straps.items():
            owners = self._members.owners(number)
            settled = strap.at - strap.first_at >= SETTLE_S > now - strap.at
            if number in worn or not settled:
                continue
            if len(owners) == 1:
                self._greet(number, strap, owners[0])
            elif owners:
                self._greet_one_of(number, strap, owners, now)
        for athlete_id, who in self._state.participants.items():
            seen_at = max(who.heard_at or 0.0, who.tapped_in_at, who.touched_at or 0.0)
            heard_before = who.heard_at is not None
            if who.phase is Phase.READY and heard_before and now - seen_at > GONE_S:
                self._command(cmd.TapOut(now, athlete_id))

    def new_straps(self) -> list[tuple[int, StrapHeard]]:
        """Straps of nobody, near enough: the newest first, of those that came together the
        nearest, as far as signal strength tells.
        """
        now = self._state.now
        worn = {who.strap for who in self._state.participants.values()}
        unknown = [
            (number, strap)
            for number, strap in self._state.straps.items()
            if not self._members.is_known(number)
            and number not in worn
            and number not in self._far
            and now - strap.at < SETTLE_S <= strap.at - strap.first_at + 1.0
        ]
        return sorted(
            unknown,
            key=lambda item: (-item[1].first_at // NEW_TOGETHER_S, -(item[1].rssi_dbm or -99)),
        )

    def _greet(self, number: int, strap: StrapHeard, owner: Athlete) -> None:
        """Whoever is here already gets their own strap from the engine."""
        if owner.id in self._state.participants or number in self._far:
            return
        if strap.first_at > self._went_home.get(owner.id, 0.0):
            self._tap_in(owner.id)

    def _greet_one_of(
        self, number: int, strap: StrapHeard, owners: tuple[Athlete, ...], now: float
    ) -> None:
        possible = tuple(who for who in owners if self._may_wear(who.id, number))
        is_anybody_here = any(who.id in self._state.participants for who in possible)
        is_leaving = any(strap.first_at <= self._went_home.get(who.id, 0.0) for who in owners)
        if not is_anybody_here and (is_leaving or number in self._far):
            return
        if not possible or self._nobodys.get(number) == strap.first_at:
            return
        if len(possible) == 1:
            self._give(number, possible[0].id, now)
        else:
            self.questions.append(StrapQuestion(number, possible))

    def _may_wear(self, athlete_id: int, number: int) -> bool:
        """Whether they can be the one who wears it: not while another strap of theirs is live."""
        if (athlete_id, number) in self._taken_off:
            return False
        who = self._state.participants.get(athlete_id)
        if who is None or who.strap is None:
            return True
        state = strap_state(self._state.straps.get(who.strap), self._state.now)
        return state not in ("live", "weak")

    def _give(self, number: int, athlete_id: int, now: float) -> None:
        if athlete_id not in self._state.participants:
            self._tap_in(athlete_id)
        self._command(cmd.WearStrap(now, athlete_id, number))
