"""The club's numbered straps: lent, swapped and given back, at once and on the shelf."""

from collections.abc import Callable

from kiosk.desk_port import RosterDesk, ShelfAnswer
from kiosk.members import Members
from kiosk.requests import Requests
from kiosk.session import commands as cmd
from kiosk.session.state import KioskState
from kiosk.words import text


class Borrowing:
    """What is lent is worn at once; the shelf on the disk follows: `answer` of a request's number
    says when it has, or why it does not.
    """

    def __init__(
        self,
        state: KioskState,
        members: Members,
        desk: RosterDesk | None,
        tap_in: Callable[[int], None],
        command: Callable[[cmd.Command], None],
        say: Callable[[str], None],
    ) -> None:
        """`say` hears why something is not known to the disk that no page waits for."""
        self._say = say
        self._requests = Requests()
        self._unwatched: set[int] = set()
        self._state = state
        self._members = members
        self._desk = desk
        self._tap_in = tap_in
        self._command = command
        self._holders: dict[int, int] = {}
        """Athlete id by number, of what the shelf does not know yet too."""
        self._here: set[int] = set()

    def loaded(self) -> None:
        """The shelf has been read again."""
        pool = self._members.pool
        self._holders = {s.number: s.holder_id for s in pool if s.holder_id is not None}

    def answer(self, ask: int) -> str | None:
        """None while it is being written, "" when it was done, else why not."""
        return self._requests.answer(ask)

    def answered(self, answer: ShelfAnswer) -> None:
        self._requests.answered(answer.ask, answer.refusal)
        if answer.ask in self._unwatched:
            self._unwatched.discard(answer.ask)
            if answer.refusal:
                self._say(answer.refusal)

    def lend(self, number: int, athlete_id: int, now: float) -> int:
        """One touch: whoever had it has none; what the borrower had before goes back."""
        strap = self._members.pool_strap(number)
        if strap is None:
            return self._refused(number)
        for other in [n for n, holder in self._holders.items() if holder == athlete_id]:
            if other != number:
                self._put_back(other)
        if athlete_id not in self._state.participants:
            self._tap_in(athlete_id)
        self._command(cmd.WearStrap(now, athlete_id, strap.device_number))
        self._holders[number] = athlete_id
        ask = self._requests.new()
        if self._desk is not None:
            self._desk.lend(ask, number, athlete_id)
        return ask

    def give_back(self, number: int, now: float) -> int:
        """Whoever wears it has none from now on."""
        strap = self._members.pool_strap(number)
        if strap is None:
            return self._refused(number)
        for athlete_id, who in self._state.participants.items():
            if who.strap == strap.device_number:
                self._command(cmd.WearStrap(now, athlete_id, None))
        return self._put_back(number)

    def add(self, number: int, device_number: int) -> int:
        ask = self._requests.new()
        if self._desk is not None:
            self._desk.add_pool_strap(ask, number, device_number)
        return ask

    def drop(self, number: int) -> int:
        ask = self._requests.new()
        if self._desk is not None:
            self._desk.drop_pool_strap(ask, number)
        return ask

    def remember(self, athlete_id: int, strap: int) -> None:
        """One more strap of somebody's own."""
        ask = self._requests.new()
        self._unwatched.add(ask)
        if self._desk is not None:
            self._desk.remember_strap(ask, athlete_id, strap)

    def look(self) -> None:
        """After every pump: whoever has gone home has left the club's strap here."""
        here = set(self._state.participants)
        gone, self._here = self._here - here, here
        for number in [n for n, holder in self._holders.items() if holder in gone]:
            self._put_back(number)

    def _refused(self, number: int) -> int:
        ask = self._requests.new()
        refusal = text("There is no strap {number} on the shelf: choose another.", number=number)
        self._requests.answered(ask, refusal)
        return ask

    def _put_back(self, number: int) -> int:
        ask = self._requests.new()
        self._holders.pop(number, None)
        strap = self._members.pool_strap(number)
        if strap is None or self._desk is None:
            return ask
        percent, status = strap.battery_percent, strap.battery_status
        heard = self._state.straps.get(strap.device_number)
        if heard is not None:
            percent = heard.battery_percent if heard.battery_percent is not None else percent
            status = heard.battery_status or status
        self._desk.give_back(ask, number, percent, status)
        return ask
