"""What the shell asks of others, and the answers that come by the mailbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete
from kiosk.training.measure import Measure
from kiosk.training.past import Past
from kiosk.training.workouts import Workouts


@dataclass(frozen=True, slots=True)
class PersonWanted:
    """What somebody entered about themselves to be put on the roster."""

    name: str
    strap: int | None = None
    birth_year: int | None = None
    max_hr: float | None = None
    resting_hr: float | None = None
    threshold_hr: float | None = None
    shared: bool = False
    """The strap may also belong to somebody else: the kiosk asks who wears it."""


@dataclass(frozen=True, slots=True)
class RosterLoaded:
    """The roster and the shelf as they now are on disk."""

    at: float
    athletes: tuple[Athlete, ...]
    pool: tuple[PoolStrap, ...] = ()
    """By number."""


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """What became of `add`: the roster entry, or a sentence that says why not."""

    at: float
    wanted: PersonWanted
    athlete: Athlete | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class TagAnswer:
    """What became of `add_tag`; the refusal is a sentence, "" when it was written."""

    at: float
    athlete_id: int
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class ShelfAnswer:
    """What became of a request to the shelf; the refusal is a sentence, "" when it was done."""

    at: float
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class PastLoaded:
    """What the disk knows of these athletes' training; of the others nothing has changed."""

    at: float
    past: Mapping[int, Past]
    """By athlete id."""


@dataclass(frozen=True, slots=True)
class ResultsReady:
    """One athlete's part in a session has been measured from what is on the disk."""

    at: float
    session_id: int
    athlete_id: int
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class WorkoutsLoaded:
    """The workouts as they now are in their folders."""

    at: float
    workouts: Workouts


Answer = (
    RosterLoaded
    | PersonAnswer
    | TagAnswer
    | ShelfAnswer
    | PastLoaded
    | ResultsReady
    | WorkoutsLoaded
)


class RosterDesk(Protocol):
    """Writes roster and shelf somewhere else than in the pump's thread: every call returns at once.

    After each write a RosterLoaded comes by the mailbox, then the answer.
    """

    def add(self, wanted: PersonWanted) -> None:
        """Answered by PersonAnswer."""
        ...

    def add_tag(self, athlete_id: int, digest: str) -> None:
        """One more tag of somebody's; answered by TagAnswer."""
        ...

    def remember_strap(self, athlete_id: int, strap: int) -> None:
        """One more strap of somebody's own; it may also be another's. Answered by ShelfAnswer."""
        ...

    def lend(self, number: int, athlete_id: int) -> None:
        """A pool strap goes to somebody, whoever had it before; answered by ShelfAnswer."""
        ...

    def give_back(
        self, number: int, battery_percent: int | None, battery_status: str | None
    ) -> None:
        """A pool strap is on the shelf again, its battery as last heard: a ShelfAnswer follows."""
        ...

    def add_pool_strap(self, number: int, device_number: int) -> None:
        """A strap of the club gets its number; answered by ShelfAnswer."""
        ...

    def drop_pool_strap(self, number: int) -> None:
        """Answered by ShelfAnswer."""
        ...

    def answer_readiness(self, athlete_id: int, ready: bool) -> None:
        """What came of the readiness questions, with today's date; only a RosterLoaded follows."""
        ...
