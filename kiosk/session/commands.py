"""What people ask of the engine; each is handled between two seconds, in order of arrival."""

from dataclasses import dataclass
from typing import Literal

from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan, Side

ClockKind = Literal["group", "own"]


@dataclass(frozen=True, slots=True)
class TapIn:
    """Someone is here. Tapping in again updates the roster entry or the station."""

    at: float
    athlete: Athlete
    station: str | None = None


@dataclass(frozen=True, slots=True)
class TapOut:
    """Someone goes home; leaves the session first if one is running."""

    at: float
    athlete_id: int


@dataclass(frozen=True, slots=True)
class Start:
    """Starts a session: a class on one group clock, or one athlete on an own clock."""

    at: float
    session_id: int
    plan: Plan
    athlete_ids: tuple[int, ...]
    clock: ClockKind = "group"
    supervised: bool = True


@dataclass(frozen=True, slots=True)
class Join:
    """A late joiner enters a running class."""

    at: float
    session_id: int
    athlete_id: int


@dataclass(frozen=True, slots=True)
class Pause:
    """Pauses the whole session, or with an athlete only that one (a class goes on)."""

    at: float
    session_id: int
    athlete_id: int | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    at: float
    session_id: int
    athlete_id: int | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Ends the present step; also the button of a step that waits for one.

    With an athlete only theirs: in a class they are on a way of their own from then on.
    """

    at: float
    session_id: int
    athlete_id: int | None = None


@dataclass(frozen=True, slots=True)
class Extend:
    """Makes the present step longer, for all or, like Skip, for one."""

    at: float
    session_id: int
    seconds: int
    athlete_id: int | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """One athlete leaves the session before its end."""

    at: float
    athlete_id: int


@dataclass(frozen=True, slots=True)
class End:
    """Ends the session for everybody in it."""

    at: float
    session_id: int
    reason: str = "ended"


@dataclass(frozen=True, slots=True)
class CoolDown:
    """One athlete goes to a cool-down of their own now: who leaves early, or has had enough."""

    at: float
    athlete_id: int


@dataclass(frozen=True, slots=True)
class StopAll:
    """Everybody stops and steps off: every running session pauses until GoOn or End."""

    at: float


@dataclass(frozen=True, slots=True)
class GoOn:
    """What StopAll has paused goes on."""

    at: float


@dataclass(frozen=True, slots=True)
class RateEffort:
    """How hard it is just now, RPE 1–10, by one touch."""

    at: float
    athlete_id: int
    rpe: int


@dataclass(frozen=True, slots=True)
class ConfirmGrade:
    """The athlete says that the belt is at the grade asked for; for where no sensor can."""

    at: float
    athlete_id: int


@dataclass(frozen=True, slots=True)
class LogSet:
    """What was done of a strength step; left and right are logged apart."""

    at: float
    athlete_id: int
    reps: int | None = None
    load_kg: float | None = None
    side: Side | None = None
    completed: bool = True
    """All repetitions were done."""


@dataclass(frozen=True, slots=True)
class TypeSpeed:
    """The belt's speed as the athlete typed it, or a stair machine's rate; None takes it back."""

    at: float
    athlete_id: int
    speed_kmh: float | None = None
    cadence_spm: float | None = None
    """Steps a minute of a stair machine."""


@dataclass(frozen=True, slots=True)
class Touch:
    """Somebody touched this athlete's page: they are still here, and whoever came was told."""

    at: float
    athlete_id: int


@dataclass(frozen=True, slots=True)
class Vouch:
    """Somebody confirms that a station can do this grade, percent."""

    at: float
    station: str
    percent: float


@dataclass(frozen=True, slots=True)
class TakeStation:
    """Steps onto a station, or with None off it. Whoever was on it steps off and goes on
    recording heart rate as recovery.
    """

    at: float
    athlete_id: int
    station: str | None


@dataclass(frozen=True, slots=True)
class WearStrap:
    """From now on this strap is this athlete's and nobody else's; None: they take theirs off."""

    at: float
    athlete_id: int
    strap: int | None


@dataclass(frozen=True, slots=True)
class ResumeAthlete:
    """Where one athlete of a cut session stood."""

    athlete: Athlete
    station: str | None
    elapsed_s: int
    """Rows already recorded; the next row gets this number."""
    hr0_bpm: float | None = None
    """Heart rate at the start of the present step, for its ease-in."""
    step_distance_m: float = 0.0
    late_warm_up_s: int = 0
    """Seconds of a late joiner's own warm-up still to come."""
    eased_from_s: int = 0
    """Second of the present step at which the ease-in began."""
    is_paused: bool = False
    """Had paused alone, while the class went on."""
    strap: int | None = None
    """The strap last worn, a borrowed one too; None: the one that is heard."""
    is_resting: bool = False
    """Had stepped off the station for a partner."""
    ascent_m: float = 0.0
    """Climbed so far."""
    own_way: Literal["own way", "own cool-down"] | None = None
    """On a way of their own: after a Note "own-way" or "cool-down" of theirs that no later "join"
    of theirs undoes. What follows down to `extended_s` is of that way, or of their lane.
    """
    step_index: int | None = None
    """Of their newest row; -1 in a cool-down that is not one of the plan's. None: no row yet."""
    step_s: int = 0
    """Seconds already spent in that step: one more than the newest row has."""
    extended_s: int = 0
    """Sum of the "extend" notes with their athlete_id and that step_index."""
    lanes: tuple[str, ...] = ()
    """In a rotation, the lane of every Note "block" of theirs, oldest first; the last is where
    they are or were going. Empty for somebody who has no place yet.
    """
    next_station: str | None = None
    """The station in the newest Note "block" of theirs: where they were going, or are."""
    aim_index: int | None = None
    """Of a late joiner who is let in by and by: "aim_index" in their newest Note "step", the plan's
    step whose effort they were at; None for everybody else.
    """
    walks: int = 0
    """Recovery walks begun so far, Notes "walk" with state "begun": the next time it is enough."""
    is_walking: bool = False
    """The newest Note "walk" of theirs has state "begun"."""


@dataclass(frozen=True, slots=True)
class Restore:
    """Picks a cut session up where it was; history.resume_point makes it.

    `step_index`, `step_s` and `extended_s` are of the class's own way: rows and notes of athletes
    on a way of their own do not count for it. In a rotation see `block` and `in_block_s`.
    """

    at: float
    session_id: int
    plan: Plan
    clock: ClockKind
    step_index: int
    step_s: int
    """Seconds already spent in the present step."""
    extended_s: int
    """Seconds by which the present step had been extended."""
    elapsed_s: int
    """Seconds of the session's own clock."""
    last_utc_ms: int
    """Start of the last recorded second."""
    athletes: tuple[ResumeAthlete, ...]
    gone: tuple[tuple[int, int], ...] = ()
    """Who had left before the cut, with the rows they have: (athlete id, rows)."""
    block: int | None = None
    """Of a rotation: "block" of the newest Note "block", unless the class has come to a step after
    the lanes; None before the first and after the last.
    """
    in_block_s: int | None = None
    """Seconds of the session's clock since the Note "block" without an athlete_id, whose state is
    "begun", if it is of that block: `elapsed_s` less the note's. `extended_s` is then the sum of
    the "extend" notes since it. None: the class is in the change before the block.
    """


Command = (
    TapIn
    | TapOut
    | Start
    | Join
    | Pause
    | Resume
    | Skip
    | Extend
    | Leave
    | End
    | CoolDown
    | StopAll
    | GoOn
    | RateEffort
    | ConfirmGrade
    | LogSet
    | TypeSpeed
    | Touch
    | Vouch
    | TakeStation
    | WearStrap
    | Restore
)
