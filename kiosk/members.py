"""The roster and the shelf in memory: who brings which strap and tag."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kiosk.desk_port import RosterLoaded
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete


class Members:
    """As last loaded from disk."""

    def __init__(self) -> None:
        self._athletes: tuple[Athlete, ...] = ()
        """As on the disk."""
        self._leaving: set[int] = set()
        self.people: tuple[Athlete, ...] = ()
        """By name."""
        self.pool: tuple[PoolStrap, ...] = ()
        self.contested: frozenset[int] = frozenset()
        """Straps that more than one person brings."""
        self._by_id: dict[int, Athlete] = {}
        self._by_strap: dict[int, tuple[Athlete, ...]] = {}
        self._by_tag: dict[str, Athlete] = {}
        self._shelf: dict[int, PoolStrap] = {}
        self._said: dict[int, tuple[bool, date]] = {}
        """What came of the readiness questions, until the disk has it."""

    def load(self, loaded: RosterLoaded) -> None:
        """The roster and the shelf as they are on disk."""
        for who in loaded.athletes:
            if who.id in self._said and who.is_ready == self._said[who.id][0]:
                del self._said[who.id]
        self._shelf = {strap.device_number: strap for strap in loaded.pool}
        self.pool = loaded.pool
        self._athletes = loaded.athletes
        self._index(loaded.athletes)

    def leaves(self, athlete_id: int) -> None:
        """Is being erased: nobody knows them any more, before the disk has forgotten them."""
        self._leaving.add(athlete_id)
        self._index(self._athletes)

    def stays(self, athlete_id: int) -> None:
        """The erasing was refused."""
        self._leaving.discard(athlete_id)
        self._index(self._athletes)

    def answered_readiness(self, athlete_id: int, ready: bool, today: date) -> None:
        """Known at once; the roster on the disk follows."""
        self._said[athlete_id] = ready, today
        self._index(self._athletes)

    def _index(self, athletes: Iterable[Athlete]) -> None:
        self.people = tuple(self._as_said(w) for w in athletes if w.id not in self._leaving)
        self._by_id = {who.id: who for who in self.people}
        self._by_tag = {digest: who for who in self.people for digest in who.tags}
        owners: defaultdict[int, list[Athlete]] = defaultdict(list)
        for who in self.people:
            for strap in who.straps:
                owners[strap].append(who)
        self._by_strap = {strap: tuple(whose) for strap, whose in owners.items()}
        self.contested = frozenset(strap for strap, whose in owners.items() if len(whose) > 1)

    def _as_said(self, who: Athlete) -> Athlete:
        """The roster's entry; an answer that it does not have yet in it."""
        said = self._said.get(who.id)
        return who if said is None else replace(who, is_ready=said[0], readiness_on=said[1])

    def athlete(self, athlete_id: int) -> Athlete | None:
        return self._by_id.get(athlete_id)

    def owners(self, strap: int) -> tuple[Athlete, ...]:
        """Everybody who brings it; nobody for a strap of the club."""
        return () if strap in self._shelf else self._by_strap.get(strap, ())

    def is_known(self, strap: int) -> bool:
        """Whether it is somebody's, or the club's."""
        return strap in self._by_strap or strap in self._shelf

    def owner_of_tag(self, digest: str) -> Athlete | None:
        return self._by_tag.get(digest)

    def pool_strap(self, number: int) -> PoolStrap | None:
        """By the number written on it."""
        return next((strap for strap in self.pool if strap.number == number), None)

    def on_shelf(self, device_number: int) -> PoolStrap | None:
        """By its ANT device number."""
        return self._shelf.get(device_number)
