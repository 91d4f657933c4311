"""What the engine hands to the recorder: append-only facts, in the order they happened."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntFlag
from typing import Final, Literal

from kiosk.session.commands import ClockKind
from kiosk.training.past import AnswerKind

SpeedSource = Literal["console", "foot pod", "pulses", "typed", "prescribed"]
"""The first of these that says something is taken."""
CadenceSource = Literal["console", "foot pod", "pulses", "typed", "deck"]
"""The same for cadence; "deck" is experimental."""
JsonValue = str | int | float | bool | None
CLOCK_SET: Final = "clock-set"
"""Kind of a Note."""


class SampleFlag(IntFlag):
    """What was odd about a second."""

    NONE = 0
    SUSPECT = 1
    """A jump of more than 30 bpm in 10 s without a change of work: kept, not guided by."""
    NOT_WORN = 2
    UNSYNCHRONISED = 4
    """The wall clock had not been set by a time service."""
    RECOVERY = 8
    """Off the station while a partner is on it."""
    WALK = 16
    """A recovery walk of their own, after too long at the ceiling."""
    BY_EFFORT = 32
    """Guided by effort: no heart rate, or none that may guide."""


@dataclass(frozen=True, slots=True)
class SessionOpened:
    session_id: int
    utc_ms: int
    clock: ClockKind
    protocol_id: str
    protocol_name: str
    plan_json: str
    """The resolved plan, Plan.to_json."""
    supervised: bool
    synchronised: bool


@dataclass(frozen=True, slots=True)
class AthleteJoined:
    session_id: int
    athlete_id: int
    name: str
    utc_ms: int
    station: str | None
    strap: int | None
    zone_model: str | None
    zone_inputs: Mapping[str, float]
    late: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """One whole second of one athlete; None is missing, never a stand-in."""

    session_id: int
    athlete_id: int
    elapsed_s: int
    """This row covers [elapsed_s, elapsed_s + 1) of the athlete's unpaused time."""
    utc_ms: int
    """Start of the second."""
    step_index: int
    """Into the plan's steps, of the athlete's own way; -1 is a late joiner's own warm-up."""
    step_s: int
    """Seconds of the step gone by on the session's clock, at the start of this second."""
    heart_rate_bpm: int | None
    grade_percent: float | None
    speed_kmh: float | None
    speed_source: SpeedSource | None
    target_low_bpm: int | None
    """The step's band as shown: whole numbers, both included."""
    target_high_bpm: int | None
    guide_low_bpm: float | None
    """The band after easing in: what the athlete is guided by in this second."""
    guide_high_bpm: float | None
    flags: SampleFlag = SampleFlag.NONE
    cadence_spm: float | None = None
    """Steps a minute; on a stair machine its stairs a minute."""
    cadence_source: CadenceSource | None = None
    ascent_m: float | None = None
    """Climbed in this second: distance times the sine of the grade's angle, or stairs times their
    height; 0 on the flat and downhill; None where grade and speed, or the stairs, are not known."""


@dataclass(frozen=True, slots=True)
class Beats:
    """Beat intervals of one second, milliseconds, oldest first."""

    session_id: int
    athlete_id: int
    elapsed_s: int
    rr_ms: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """An event of a session, of one athlete in it when `athlete_id` is given.

    kind "step" carries {"step_index", "name", "hr0_bpm"?, "eased_from_s", "aim_index"?}, the last
    for a late joiner whose effort is another step's; "skip", "button" {"step_index"}; "extend"
    {"step_index", "seconds"}; "pause", "resume", "leave", "stop", "go-on" nothing; "join"
    {"late_warm_up_s"}; "speed" {"speed_kmh", "cadence_spm"}; "signal" {"state"}; "station"
    {"station", "from"}; "strap" {"strap", "from"}; "device" {"device", "state", "message"};
    "resumed-after-cut" {"gap_s"}; "cue" {"code", "amount"?}; "effort" {"rpe", "step_index"}; "set"
    {"step_index", "name", "reps"?, "load_kg"?, "side"?, "completed"}; "grade" {"percent", "by"}
    once the wanted grade is there, by "sensor" or "athlete"; "walk" {"state": "begun" | "over"};
    "own-way" {"step_index"}: from here on by their own clock; "cool-down" {"by": "athlete" |
    "ceiling"}: on a cool-down of their own; "block" {"block", "lane", "station"?} where somebody
    goes next, and without an athlete {"block", "state": "begun"}; "alert" {"code"}; "idle"
    {"after_s"} before somebody is tapped out for having been silent; "partial" {"why"}: late,
    skip, cool-down, leave, ended; no score; "clock-set" {"opened_utc_ms", "synchronised"}: the
    wall clock is known at last, and by it this is when the session began. Where numbers come from:
    "strap-facts" {"strap", "manufacturer", "battery_percent", "battery_status"}; "foot-pod"
    {"foot_pod"}; "sensor" {"station", "sensor", "port", "firmware"}.
    """

    session_id: int
    utc_ms: int
    kind: str
    athlete_id: int | None = None
    elapsed_s: int | None = None
    detail: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """What an athlete was asked and said, outside the course of a session."""

    athlete_id: int
    utc_ms: int
    kind: AnswerKind
    value: float
    session_id: int | None = None
    """What it is about; None: the day."""


@dataclass(frozen=True, slots=True)
class HomeworkGiven:
    """Somebody took a downhill home, to be done outside."""

    athlete_id: int
    utc_ms: int
    on: date
    """Local day."""
    plan_json: str
    """Plan.to_json."""


@dataclass(frozen=True, slots=True)
class StationShown:
    """The grades that a station has been seen at, or that somebody vouched for, percent."""

    station: str
    utc_ms: int
    lowest_percent: float
    highest_percent: float
    by: Literal["sensor", "person"] = "sensor"


@dataclass(frozen=True, slots=True)
class AthleteClosed:
    session_id: int
    athlete_id: int
    utc_ms: int
    reason: str
    """finished | left | ended"""


@dataclass(frozen=True, slots=True)
class SessionClosed:
    session_id: int
    utc_ms: int
    reason: str
    """finished | ended | stopped"""


Record = (
    SessionOpened
    | AthleteJoined
    | Sample
    | Beats
    | Note
    | AnswerGiven
    | HomeworkGiven
    | StationShown
    | AthleteClosed
    | SessionClosed
)
