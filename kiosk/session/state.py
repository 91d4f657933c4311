"""The state that screens read: who is here, which sessions run, what the devices say."""

from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from kiosk.events import DeviceFacts, DeviceStatus, Grade, Motion, Tilt
from kiosk.session.commands import ClockKind
from kiosk.session.records import CadenceSource, SpeedSource
from kiosk.training.athlete import Athlete
from kiosk.training.capability import Capability
from kiosk.training.cues import Cue
from kiosk.training.grade_prompt import State as GradeState
from kiosk.training.guidance import Verdict
from kiosk.training.plan import Plan, Step
from kiosk.training.zones import Band, Zones

TRACE_SECONDS = 3 * 3600
"""Of a longer session the summary shows the last three hours; the disk has all of it."""


class Phase(StrEnum):
    """Of an athlete and of a session; kiosk.session.phases has the table of moves."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    LEFT = "left"


class Signal(StrEnum):
    """How fresh an athlete's heart rate is: one set of limits for the whole product."""

    NEVER = "never"
    """No strap heard since tapping in, less than 30 s ago."""
    LIVE = "live"
    WEAK = "weak"
    """Nothing for 2 s: dim the number."""
    LOST = "lost"
    """Nothing for 5 s: blank the number."""
    CHECK = "check"
    """Nothing for 30 s: say "check your strap"."""
    NOT_WORN = "not worn"


Detour = Literal["late warm-up", "recovery walk", "own cool-down", "own way"]


class Alert(StrEnum):
    """Why the coach should go to somebody."""

    ARE_YOU_ALL_RIGHT = "are you all right"
    """Their heart jumped without a change of work, and the beats agree."""
    RECOVERY_WALK = "recovery walk"
    COOLING_DOWN = "cooling down"
    """At the ceiling for too long a second time: on a cool-down of their own."""
    NO_SIGNAL = "no signal"
    """No heart rate for a minute in hard work."""


@dataclass(slots=True)
class Live:
    """What a session has come to so far, for the screen; the disk has the final measurements."""

    in_band_s: int = 0
    judged_s: int = 0
    """Judged seconds with a heart rate, or on a recovery walk: training.held."""
    zone_s: dict[int, int] = field(default_factory=dict[int, int])
    """Seconds by zone number, 0 below the first."""
    distance_m: float = 0.0
    net_kcal: float | None = None
    """None without a weight, or without a speed and a grade."""
    vertical_m_per_h: float | None = None
    """Of the last minute."""


@dataclass(frozen=True, slots=True)
class TracePoint:
    """One second of an athlete's curve; None where it was missing."""

    elapsed_s: int
    bpm: int | None
    guide_low: float | None
    guide_high: float | None


@dataclass(slots=True)
class StrapHeard:
    """A strap on the air, known or not; forgotten a minute after its last message."""

    first_at: float
    at: float
    rssi_dbm: int | None = None
    """Smoothed over the last seconds."""
    bpm: int | None = None
    """As last heard; None without a valid value."""
    worn: bool = True
    battery_low: bool = False
    battery_percent: int | None = None
    battery_status: str | None = None
    """new | good | ok | low | critical; None while the strap has not said."""
    manufacturer: int | None = None
    """ANT+ manufacturer number."""


@dataclass(slots=True)
class Participant:
    """One tapped-in athlete. Only the engine writes it."""

    athlete: Athlete
    station: str | None
    zones: Zones | None
    """None: nothing is known to make zones of; the heart rate is shown without bands."""
    phase: Phase = Phase.READY
    session_id: int | None = None
    elapsed_s: int = 0
    """Rows recorded in the present session."""
    signal: Signal = Signal.NEVER
    shown_bpm: int | None = None
    """Median of the last 5 s; None when blank."""
    heard_at: float | None = None
    tapped_in_at: float = 0.0
    ended_at: float | None = None
    """When the last session ended for this athlete."""
    zone: str | None = None
    """Label of the zone of shown_bpm ("3", "5a"); "0" below the first; None without zones."""
    zone_number: int | None = None
    """1–5 for colour (5a–5c are 5); 0 below the first."""
    band: Band | None = None
    """Of the present step; None where it has no heart-rate target."""
    guide: Band | None = None
    """The band after easing in."""
    verdict: Verdict = Verdict.NONE
    strap: int | None = None
    """Device number of the strap worn now; no other athlete's heart rate comes from it."""
    resting: bool = False
    """Stepped off the station for a partner: only the heart rate goes on."""
    grade_percent: float | None = None
    wanted_grade_percent: float | None = None
    speed_kmh: float | None = None
    """The present speed, from its best source; None when resting or unknown."""
    speed_source: SpeedSource | None = None
    wanted_speed_kmh: float | None = None
    cadence_spm: float | None = None
    cadence_source: CadenceSource | None = None
    ascent_m: float = 0.0
    """Climbed in the present session."""
    late_warm_up_s: int = 0
    """Seconds of a late joiner's own warm-up still to come; 0 for everybody else."""
    battery_low: bool = False
    ceiling_hr: float | None = None
    """Bpm to stay below, for the bands of steps to come; never shown."""
    lane: str | None = None
    """Name of the lane in a rotation, also while walking to it; None elsewhere."""
    next_station: str | None = None
    """In a rotation: where they are going while the places change; None for the floor."""
    detour: Detour | None = None
    """Off the class's way for a while, or for good."""
    by_effort: bool = False
    """Guided by effort now: no heart rate, or none that may guide."""
    wanted_rpe: tuple[int, int] | None = None
    """The effort asked for now, lowest and highest."""
    cue: Cue | None = None
    """The newest thing to say, kept until something newer or until it is old."""
    alert: Alert | None = None
    """Why the coach should come; None when all is well."""
    grade_prompt: GradeState = "none"
    wants_rating: bool = False
    """Time to ask how hard it is."""
    rated_rpe: int | None = None
    """As rated last in this session."""
    live: Live = field(default_factory=Live)
    """What the session has come to so far."""
    touched_at: float | None = None
    """When they were last seen: a touch, a command of theirs, a tag."""
    trace: deque[TracePoint] = field(default_factory=lambda: deque(maxlen=TRACE_SECONDS))


@dataclass(slots=True)
class Course:
    """A way through a plan's steps, and how far along it is: the class's, one lane's of a rotation,
    or one athlete's own.
    """

    plan: Plan
    clock: ClockKind
    path: tuple[int, ...]
    """Indices into plan.steps, in the order in which they come."""
    place: int = 0
    """Index into the path."""
    step_s: int = 0
    """Seconds gone by in the present step."""
    extended_s: int = 0
    """Seconds by which the present step was extended."""
    step_distance_m: float = 0.0

    @property
    def step_index(self) -> int:
        return self.path[self.place]

    @property
    def step(self) -> Step:
        return self.plan.steps[self.step_index]

    @property
    def to_come(self) -> tuple[Step, ...]:
        """The steps after the present one."""
        return tuple(self.plan.steps[index] for index in self.path[self.place + 1 :])


@dataclass(slots=True)
class Session:
    """One running, paused or just finished session. Only the engine writes it."""

    id: int
    plan: Plan
    clock: ClockKind
    phase: Phase
    athlete_ids: list[int]
    main: Course
    """The way of everybody who has no other."""
    is_main_over: bool = False
    """The class is done, and whoever is on a way of their own goes on."""
    others: dict[int, Course] = field(default_factory=dict[int, Course])
    """By athlete id: a lane of a rotation, shared by those in it, or a way of one's own."""
    elapsed_s: int = 0
    """Seconds of the session's clock, pauses not counted."""
    rows: dict[int, int] = field(default_factory=dict[int, int])
    """Rows recorded so far, by athlete id; whoever comes back goes on there."""
    walks: dict[int, int] = field(default_factory=dict[int, int])
    """Recovery walks begun so far, by athlete id: whoever comes back has no second first one."""
    block: int | None = None
    """Of a rotation: the block that runs or comes next, from 0; None before and after."""

    def course(self, athlete_id: int | None) -> Course:
        """The way this athlete is on."""
        return self.main if athlete_id is None else self.others.get(athlete_id, self.main)


@dataclass(frozen=True, slots=True)
class LastValue:
    """What a device said last, in words ("strap 12345: 142 bpm", "10.2 %, 6.0 km/h")."""

    at: float
    words: str


@dataclass(slots=True)
class KioskState:
    """Everything that screens may show."""

    now: float = 0.0
    participants: dict[int, Participant] = field(default_factory=dict)
    """By athlete id, in order of tapping in."""
    sessions: dict[int, Session] = field(default_factory=dict)
    """By session id; a finished one stays until its athletes tap out."""
    devices: dict[str, DeviceStatus] = field(default_factory=dict)
    grades: dict[str, Grade] = field(default_factory=dict)
    """By station; younger than 2 s or absent."""
    straps: dict[int, StrapHeard] = field(default_factory=dict)
    """Every strap on the air, by device number."""
    occupants: dict[str, int] = field(default_factory=dict)
    """Who is on which station: athlete id by station; empty while stations may be shared."""
    motions: dict[str, Motion] = field(default_factory=dict)
    """By station, the newest of its best source; younger than 2 s or absent."""
    tilts: dict[str, Tilt] = field(default_factory=dict)
    """By station; younger than 2 s or absent."""
    facts: dict[str, DeviceFacts] = field(default_factory=dict)
    """By device, as in `devices`."""
    values: dict[str, "LastValue"] = field(default_factory=dict)
    """By device: the last thing it said, kept however old."""
    capabilities: dict[str, Capability] = field(default_factory=dict[str, Capability])
    """By station: what it has shown that it can do."""
    stopped: bool = False
    """Everybody has been stopped and told to step off; GoOn or the end of the sessions ends it."""
    honesty: dict[str, float] = field(default_factory=dict)
    """By station with a console and a measured belt: how much more the console says, percent."""
