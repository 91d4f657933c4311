"""The straps that have just appeared, each in a place it keeps while a finger is on its way."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.session.state import StrapHeard
from screens.tongue import tr

PLACES = 4
KEEP_S = 10.0
"""A strap that is not heard for a moment keeps its place so long."""
FRESH_S = 30.0


@dataclass(frozen=True, slots=True)
class StrapTile:
    """The roles of the strap tiles' model. The default is an empty place."""

    number: int = 0
    detail: str = ""
    chosen: bool = False


class StrapSeats:
    """Who sits where. The newest strap always gets a place, if need be that of the oldest."""

    def __init__(self) -> None:
        self._seats: list[int | None] = [None] * PLACES
        self._last: dict[int, StrapHeard] = {}

    def clear(self) -> None:
        self._seats = [None] * PLACES
        self._last.clear()

    def follow(self, heard: Sequence[tuple[int, StrapHeard]], now: float) -> None:
        """`heard` are the straps to choose from, the likeliest first; `now` in seconds."""
        self._last.update(heard)
        kept = {n: strap for n, strap in self._last.items() if now - strap.at < KEEP_S}
        self._last = kept
        self._seats = [seat if seat in kept else None for seat in self._seats]
        for number, _ in heard[:PLACES]:
            if number not in self._seats:
                self._seats[self._free([n for n, _ in heard[:PLACES]])] = number

    def _free(self, staying: Sequence[int]) -> int:
        """An empty place, else that of the oldest strap that is not among those `staying`."""
        if None in self._seats:
            return self._seats.index(None)
        leaving = [seat for seat in self._seats if seat is not None and seat not in staying]
        return self._seats.index(min(leaving, key=lambda number: self._last[number].first_at))

    def tiles(self, now: float, chosen: int | None) -> list[StrapTile]:
        """A tile for each place; none at all while no strap is there."""
        if not self.numbers:
            return []
        return [
            StrapTile()
            if seat is None
            else StrapTile(seat, _since(now - self._last[seat].first_at), seat == chosen)
            for seat in self._seats
        ]

    @property
    def numbers(self) -> list[int]:
        """The straps that have a place."""
        return [seat for seat in self._seats if seat is not None]

    @property
    def more(self) -> int:
        """How many have none."""
        return len(self._last) - len(self.numbers)


def _since(seconds: float) -> str:
    if seconds < FRESH_S:
        return tr("just put on")
    minutes = round(seconds / 60)
    return tr("on for {count} min", count=minutes) if minutes else tr("on for 30 s")
