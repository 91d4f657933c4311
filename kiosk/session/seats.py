"""Who goes where in a rotation class: lanes with places, shared out fairly block by block."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.session.pace import StationFacts
from kiosk.session.sharing import match, plan_ahead
from kiosk.session.state import Course
from kiosk.training.plan import Lane, Rotation


@dataclass(frozen=True, slots=True)
class Seat:
    """A place for one block: a lane, and its station where the lane has any."""

    lane: int
    """Index into the rotation's lanes."""
    station: str | None


class Seats:
    """The shares of one class, and who has had what; the same calls give the same answers.

    Every place is used in every block, and at the end nobody who was there all along has been in
    a lane more than one block oftener than anybody else (kiosk.session.sharing). Whoever is left
    does what the floor does, evenly where it has several lanes.
    """

    def __init__(self, rotation: Rotation, stations: Iterable[StationFacts]) -> None:
        self.rotation = rotation
        self.places = places_of(rotation, stations)
        """By lane index, the stations of its kind here; a lane of the floor has none."""
        self.taken: dict[int, Seat] = {}
        """By athlete id, in the present block or the one to come."""
        self.courses: dict[int, Course] = {}
        """By lane index, while a block lasts."""
        self._had: dict[int, Counter[int]] = {}
        self._due: dict[int, Counter[int]] = {}
        """Blocks still to come, by person and lane."""
        self._due_for: tuple[object, ...] = ()
        """People and places it was worked out for."""

    @property
    def floors(self) -> list[int]:
        return [n for n, lane in enumerate(self.rotation.lanes) if lane.station_kind == "floor"]

    @property
    def holds(self) -> int | None:
        """How many people there is a place for; None: any number, the floor takes everybody."""
        return None if self.floors else sum(len(stations) for stations in self.places.values())

    def share_out(self, people: Sequence[int], blocks: int, closed: Iterable[str] = ()) -> None:
        """Gives everybody a place in the next of `blocks` blocks that are still to come; `closed`
        stations are somebody else's.
        """
        self._let_in(people)
        shut = set(closed)
        free = {
            lane: [station for station in stations if station not in shut]
            for lane, stations in self.places.items()
        }
        room = {lane: len(stations) for lane, stations in free.items()}
        if self._due_for != (tuple(people), room, blocks):
            self._due = plan_ahead(people, room, blocks, self._had)
        seated = match(people, room, blocks, self._due)
        self.taken.clear()
        for who in people:
            lane = seated.get(who)
            if lane is None:
                self._seat(who, Seat(self._emptiest_floor(who), None))
            else:
                self._due[who][lane] -= 1
                self._seat(who, Seat(lane, free[lane].pop(0)))
        self._due_for = (tuple(people), room, blocks - 1)

    def remember(self, who: int, lanes: Sequence[str], station: str | None) -> None:
        """After a cut: the lanes somebody has had, and where they are in the last of them."""
        index = {lane.name: n for n, lane in enumerate(self.rotation.lanes)}
        had = [index[name] for name in lanes if name in index]
        self._had[who] = Counter(had)
        if had:
            self.taken[who] = Seat(had[-1], station)

    def drop(self, who: int) -> None:
        """They left: their place is free."""
        self.taken.pop(who, None)

    def _seat(self, who: int, seat: Seat) -> None:
        self.taken[who] = seat
        self._had[who][seat.lane] += 1

    def _let_in(self, people: Sequence[int]) -> None:
        """Whoever is new has had as much as whoever here has had least: no turn is made up for."""
        known = [self._had[who] for who in people if who in self._had] or list(self._had.values())
        least = Counter(
            {lane: min((had[lane] for had in known), default=0) for lane in self.places}
        )
        for who in people:
            self._had.setdefault(who, Counter(least))

    def _emptiest_floor(self, who: int) -> int:
        """The floor lane with the fewest people now, of several whichever they have had least;
        without a floor they wait where the first lane is.
        """
        if not self.floors:
            return 0
        there = Counter(seat.lane for seat in self.taken.values())
        return min(self.floors, key=lambda lane: (there[lane], self._had[who][lane]))


def places_of(rotation: Rotation, stations: Iterable[StationFacts]) -> dict[int, list[str]]:
    """The stations of every lane that needs one; lanes of one kind share its stations in turn."""
    here = list(stations)
    places: dict[int, list[str]] = {}
    for kind in ("treadmill", "stair"):
        lanes = [n for n, lane in enumerate(rotation.lanes) if lane.station_kind == kind]
        names = [station.name for station in here if station.kind == kind]
        places |= {lane: names[turn :: len(lanes)] for turn, lane in enumerate(lanes)}
    return places


def missing_lanes(rotation: Rotation, stations: Iterable[StationFacts]) -> list[Lane]:
    """Lanes that have no station of their kind here: their people go to the floor."""
    return [rotation.lanes[n] for n, names in places_of(rotation, stations).items() if not names]
