"""What the shell asks of others, and the answers that come by the mailbox."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from kiosk.coach_port import CoachAnswers
from kiosk.coaches import Coach
from kiosk.session.state import TracePoint
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete, Shows
from kiosk.training.measure import Measure
from kiosk.training.past import Past
from kiosk.training.plan import Plan
from kiosk.training.workouts import Workouts
from kiosk.training.zones import Zones


@dataclass(frozen=True, slots=True)
class PersonWanted:
    """What somebody entered about themselves to be put on the roster."""

    name: str
    strap: int | None = None
    birth_year: int | None = None
    max_hr: float | None = None
    resting_hr: float | None = None
    threshold_hr: float | None = None
    guest_on: date | None = None
    """Today, for somebody who stays for the evening: a taken name gets a number, `strap` is one of
    the club's, which worn from now on, and their touch was consent and the answer to the readiness
    questions, `is_ready`. They train by effort."""
    is_ready: bool = True
    shared: bool = False
    """The strap may also belong to somebody else: the kiosk asks who wears it."""


@dataclass(frozen=True, slots=True)
class RosterLoaded:
    """The roster and the shelf as they now are on disk."""

    at: float
    athletes: tuple[Athlete, ...]
    pool: tuple[PoolStrap, ...] = ()
    """By number."""
    coaches: tuple[Coach, ...] = ()
    """By name."""


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
    ask: int
    """The number of the request."""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class ShelfAnswer:
    """What became of a request to the shelf; the refusal is a sentence, "" when it was done."""

    at: float
    ask: int
    """The number of the request."""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class SignInAnswer:
    """What became of `sign_in`; the refusal is a sentence, "" when the PIN was right."""

    at: float
    ask: int
    """The number of the request."""
    coach_id: int
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class CoachAnswer:
    """What became of a change among the coaches; the refusal is "" when it is on the disk."""

    at: float
    ask: int
    """The number of the request."""
    coach_id: int | None = None
    """Of whom."""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """A new recovery code, to be shown once; or a sentence that says why there is none."""

    at: float
    ask: int
    """The number of the request."""
    code: str = field(default="", repr=False)
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceAnswer:
    """Whether all that is set at the screen is on the disk; said again when that changes."""

    at: float
    ask: int
    """The number of the newest choice."""
    refusal: str = ""
    """A sentence, "" when everything is kept."""


@dataclass(frozen=True, slots=True)
class ErasedAnswer:
    """What became of `erase`; the refusal is a sentence, "" when nothing of them is left."""

    at: float
    athlete_id: int
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
class GhostLoaded:
    """The curve of a session of old, by its own seconds; () when it is not there any more."""

    at: float
    athlete_id: int
    session_id: int
    points: tuple[TracePoint, ...]


@dataclass(frozen=True, slots=True)
class PartSeen:
    """Somebody's part in a session that is over, as a summary tells it."""

    session_id: int
    athlete_id: int
    name: str
    """As it was then, like the zones."""
    plan: Plan
    started_utc_ms: int
    utc_offset_min: int
    """Local time minus UTC."""
    duration_s: int
    missing_s: int
    """Without a heart rate."""
    is_complete: bool
    has_left: bool
    points: tuple[TracePoint, ...]
    """A few hundred at most, each for some seconds."""
    zones: Zones | None
    measures: tuple[Measure, ...] | None
    """None while it has not been measured."""


@dataclass(frozen=True, slots=True)
class PartLoaded:
    """What became of `look_at`: the part, or a sentence that says why not."""

    at: float
    athlete_id: int
    session_id: int
    part: PartSeen | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class TakenAway:
    """How far `take_away` has come; said again and again until it is over."""

    at: float
    athlete_id: int
    done: int = 0
    """Sessions written so far."""
    count: int = 0
    folder: str = ""
    """Where everything lies, once it does."""
    refusal: str = ""

    @property
    def is_over(self) -> bool:
        return bool(self.folder or self.refusal)


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
    | ErasedAnswer
    | SignInAnswer
    | CoachAnswer
    | CodeAnswer
    | ChoiceAnswer
    | PastLoaded
    | ResultsReady
    | WorkoutsLoaded
    | GhostLoaded
    | PartLoaded
    | TakenAway
    | CoachAnswers
)


class PastDesk(Protocol):
    """Reads what somebody did somewhere else than in the pump's thread: every call returns at once,
    and is answered by the mailbox.
    """

    def load_ghost(self, athlete_id: int, session_id: int) -> None:
        """Answered by GhostLoaded."""
        ...

    def look_at(self, athlete_id: int, session_id: int) -> None:
        """Answered by PartLoaded."""
        ...

    def take_away(self, athlete_id: int) -> None:
        """Writes everything of theirs into a folder; answered by TakenAway, more than once."""
        ...


class RosterDesk(Protocol):
    """Writes roster and shelf somewhere else than in the pump's thread: every call returns at once.

    After each write a RosterLoaded comes by the mailbox, then the answer; `ask` is the number of a
    request, by which its answer is told from those to others.
    """

    def add(self, wanted: PersonWanted) -> None:
        """Answered by PersonAnswer."""
        ...

    def add_tag(self, ask: int, athlete_id: int, digest: str) -> None:
        """One more tag of somebody's; answered by TagAnswer."""
        ...

    def remember_strap(self, ask: int, athlete_id: int, strap: int) -> None:
        """One more strap of somebody's own; it may also be another's. Answered by ShelfAnswer."""
        ...

    def lend(self, ask: int, number: int, athlete_id: int) -> None:
        """A pool strap goes to somebody, whoever had it before; answered by ShelfAnswer."""
        ...

    def give_back(
        self, ask: int, number: int, battery_percent: int | None, battery_status: str | None
    ) -> None:
        """A pool strap is on the shelf again, its battery as last heard: a ShelfAnswer follows."""
        ...

    def add_pool_strap(self, ask: int, number: int, device_number: int) -> None:
        """A strap of the club gets its number; answered by ShelfAnswer."""
        ...

    def drop_pool_strap(self, ask: int, number: int) -> None:
        """Answered by ShelfAnswer."""
        ...

    def answer_readiness(self, athlete_id: int, ready: bool) -> None:
        """What came of the readiness questions, with today's date; only a RosterLoaded follows."""
        ...

    def erase(self, athlete_id: int) -> None:
        """Everything of somebody goes, for good; answered by ErasedAnswer."""
        ...

    def claim(self, athlete_id: int, name: str) -> None:
        """A guest becomes a member under this name; answered by PersonAnswer."""
        ...

    def date_guest(self, athlete_id: int, day: date) -> None:
        """The day on which a guest came, who came before the clock was set; not answered."""
        ...

    def show_as(self, athlete_id: int, shows: Shows) -> None:
        """What others see of somebody; only a RosterLoaded follows."""
        ...

    def sign_in(self, ask: int, coach_id: int, pin: str) -> None:
        """Answered by SignInAnswer, after a wrong PIN has been counted on the disk."""
        ...

    def add_coach(self, ask: int, name: str, pin: str, *, only_as_first: bool = False) -> None:
        """Answered by CoachAnswer."""
        ...

    def change_pin(self, ask: int, coach_id: int, pin: str) -> None:
        """Ends a lock too; answered by CoachAnswer."""
        ...

    def remove_coach(self, ask: int, coach_id: int) -> None:
        """Answered by CoachAnswer; the last one stays."""
        ...

    def make_admin(self, ask: int, pin: str) -> None:
        """Answered by CoachAnswer; refused where there is an administrator."""
        ...

    def new_code(self, ask: int) -> None:
        """Answered by CodeAnswer; the code of before is worth nothing then."""
        ...

    def recover(self, ask: int, stick: Path, pin: str) -> None:
        """A new PIN for the administrator, if the recovery code is in its file at the top of the
        stick; answered by CodeAnswer, with a new code, after a wrong one has been counted.
        """
        ...

    def keep_choice(self, ask: int, key: str, value: str) -> None:
        """Answered by ChoiceAnswer; if it could not be kept, by another one once it is."""
        ...
