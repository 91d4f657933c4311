"""What the coach's pages ask of the disk, and the answers that come by the mailbox."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from kiosk.health_port import HealthRead, SupportWritten
from kiosk.import_port import ImportAnswers
from kiosk.stick import Stick
from kiosk.training.past import Planned
from kiosk.training.plan import Plan
from kiosk.training.zones import Zones


@dataclass(frozen=True, slots=True)
class DeskAnswer:
    """What became of a request of a coach's; the refusal is a sentence, "" when it is kept."""

    at: float
    ask: int
    """The number of the request."""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One past session in the list of them."""

    id: int
    started: datetime
    """Local time then; without a zone."""
    protocol_name: str
    names: tuple[str, ...]
    seconds: int
    """Of whoever trained longest."""
    state: Literal["complete", "recovered", "open"]
    is_exported: bool = False
    """Every file of it lies in the folder of exports, and the coach who looks has taken it."""


@dataclass(frozen=True, slots=True)
class SessionsListed:
    """The past sessions, newest first; `trouble` says in a sentence why there is no list."""

    at: float
    sessions: tuple[SessionLine, ...] = ()
    trouble: str = ""
    is_whole: bool = True
    """These are all; else the newest, and older ones follow in a moment."""


@dataclass(frozen=True, slots=True)
class ExportStep:
    """How far an export has come."""

    at: float
    done: int
    of: int
    """Sessions."""
    files: int = 0
    folder: str = ""
    """Where they lie."""
    is_over: bool = False
    refusal: str = ""
    """Why it has stopped early; "" when it has not."""
    is_on_stick: bool = False
    """The folder is a stick's; when it is over, the stick may be pulled."""
    is_on_cable: bool = False
    """A laptop on the cable can see them too."""
    is_closing: bool = False
    """The sessions are written, and what belongs beside them is being: it must stay in."""
    left_s: float | None = None
    """How long it will take about; None while that is not known."""


@dataclass(frozen=True, slots=True)
class ReplayRow:
    """One second of one athlete, as it was recorded."""

    at_s: int
    """Seconds after the session's start, by the clock on the wall."""
    bpm: int | None = None
    low: float | None = None
    high: float | None = None
    """The band that guided, half-open, bpm."""
    grade_percent: float | None = None
    speed_kmh: float | None = None
    step: str = ""
    step_index: int = -1
    """Into the plan's steps; -1 for a warm-up or cool-down that is not the plan's."""


@dataclass(frozen=True, slots=True)
class ReplayWord:
    """When somebody needed the coach, and why: the code of the alert."""

    at_s: int
    code: str


@dataclass(frozen=True, slots=True)
class ReplayAthlete:
    """Everything of one athlete in a past session, second by second."""

    athlete_id: int
    name: str
    rows: tuple[ReplayRow, ...]
    zones: Zones | None = None
    """As they were then."""
    words: tuple[ReplayWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Replay:
    """A past session, whole."""

    session_id: int
    protocol_name: str
    started: datetime
    seconds: int
    plan: Plan | None
    """None for an old one whose steps cannot be read any more."""
    athletes: tuple[ReplayAthlete, ...]


@dataclass(frozen=True, slots=True)
class ReplayLoaded:
    """A past session as it was asked for, or a sentence that says why there is none."""

    at: float
    session_id: int
    replay: Replay | None = None
    trouble: str = ""


CoachAnswers = (
    DeskAnswer
    | SessionsListed
    | ExportStep
    | ReplayLoaded
    | ImportAnswers
    | Stick
    | HealthRead
    | SupportWritten
)


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What somebody shall do on one day, instead of what was planned for it; nothing clears it."""

    athlete_id: int
    on: date
    entries: tuple[Planned, ...] = ()


class CoachWrites(Protocol):
    """Writes to roster and weeks elsewhere than in the pump's thread: every call returns at once
    and is answered by a DeskAnswer with its number, after the change itself has been told.
    """

    def change_person(self, ask: int, athlete_id: int, changes: Mapping[str, object]) -> None:
        """New values for these fields of Athlete; what else is known of them stays."""
        ...

    def remove_person(self, ask: int, athlete_id: int) -> None:
        """Off the roster; recorded sessions stay."""
        ...

    def plan_days(self, ask: int, days: Sequence[DayPlan]) -> None:
        """All of them or none."""
        ...


class ProtocolWrites(Protocol):
    """Writes the club's own workouts elsewhere than in the pump's thread: every call returns at
    once and is answered by a DeskAnswer, after the workouts as they now are have been told.
    """

    def save_protocol(self, ask: int, content: str, own_id: str) -> None:
        """A protocol file's text; instead of the own workout of this id, or "" as a new one."""
        ...

    def delete_protocol(self, ask: int, own_id: str) -> None:
        """The file of an own workout; those that come with the program stay."""
        ...


class Archive(Protocol):
    """Reads and exports past sessions in threads of its own: every call returns at once."""

    def list_sessions(self, coach_id: int | None = None) -> None:
        """Answered by SessionsListed, as this coach sees it."""
        ...

    def export(self, session_ids: Sequence[int], coach_id: int | None = None) -> None:
        """Onto the stick that is in, else into the kiosk's own folder. Answered by one ExportStep
        after another, and at last a SessionsListed. What has been written whole the coach has
        taken; where sticks can be noticed, only what has been written onto one.
        """
        ...

    def load_replay(self, session_id: int) -> None:
        """Answered by ReplayLoaded."""
        ...
