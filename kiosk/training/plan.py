"""A protocol made ready to run: repeats unrolled, ranges chosen, units settled."""

import json
from dataclasses import asdict, dataclass
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

Category = Literal[
    "", "step-up", "hike", "repeats", "downhill", "crusher", "strength", "test", "free", "class"
]
"""What the schedule rules and the trends tell workouts apart by; "" says nothing."""
Level = Literal["", "beginner", "advanced"]
StepKind = Literal["warm-up", "work", "recovery", "cool-down"]
Part = Literal["low", "mid", "high", "full"]
Side = Literal["left", "right", "both"]
StationKind = Literal["treadmill", "stair", "floor"]


@dataclass(frozen=True, slots=True)
class ZoneTarget:
    """A part of a zone; becomes a band only with an athlete's own zones."""

    zone: int
    part: Part = "full"


@dataclass(frozen=True, slots=True)
class RangeTarget:
    """The same band for everybody: half-open [low, high), bpm."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PercentTarget:
    """Percent of the athlete's maximum heart rate: half-open [low, high)."""

    low_percent: float
    high_percent: float


Target = ZoneTarget | RangeTarget | PercentTarget


@dataclass(frozen=True, slots=True)
class HeartRateGate:
    """Ends a step when the heart has come down, or up, far enough; any one condition suffices."""

    below_percent_max: float | None = None
    below_bpm: float | None = None
    above_bpm: float | None = None
    fall_bpm: float | None = None
    """Bpm below what the step began at."""
    at_least_s: int = 30
    at_most_s: int = 120


@dataclass(frozen=True, slots=True)
class MarathonPace:
    """The athlete's own marathon pace plus so many seconds a mile; negative is quicker."""

    low_s_per_mile: float
    high_s_per_mile: float


@dataclass(frozen=True, slots=True)
class Ramp:
    """A value that goes evenly from `start` to `end` over the step; constant when equal."""

    start: float
    end: float

    def at(self, fraction: float) -> float:
        """Value at `fraction` of the step; outside 0…1 it holds the nearer end."""
        return self.start + (self.end - self.start) * min(1.0, max(0.0, fraction))


@dataclass(frozen=True, slots=True)
class Step:
    """One step. It ends by exactly one of duration_s, distance_m, gate, or the button (all None);
    one that is ended by its repetitions waits for the button too.
    """

    name: str
    kind: StepKind
    duration_s: int | None = None
    distance_m: float | None = None
    target: Target | None = None
    grade_percent: Ramp | None = None
    speed_kmh: Ramp | None = None
    rpe: tuple[int, int] | None = None
    cues: tuple[str, ...] = ()
    round: int = 1
    """Which turn of its innermost repeat this is, from 1."""
    rounds: int = 1
    """How many turns that repeat has; 1 for a step outside any."""
    pace: str | None = None
    cadence_spm: tuple[float, float] | None = None
    """Lowest and highest, steps per minute."""
    reps: int | None = None
    """To be done within the step; where nothing else ends it, whoever has done them presses the
    button, and a class gives them the time that their tempo takes."""
    load_kg: float | None = None
    side: Side | None = None
    tempo: str | None = None
    """Seconds lowering, holding and lifting: "3-1-1"."""
    station_kind: StationKind | None = None
    gate: HeartRateGate | None = None
    marathon_pace: MarathonPace | None = None

    @property
    def waits_for_button(self) -> bool:
        return self.duration_s is None and self.distance_m is None and self.gate is None

    @property
    def planned_s(self) -> int | None:
        """Seconds the step should take: its duration, its distance at the prescribed mean speed,
        the longest a gate waits, or its repetitions at their tempo; None when it waits for a
        button alone or no speed is prescribed.
        """
        if self.duration_s is not None:
            return self.duration_s
        if self.gate is not None:
            return self.gate.at_most_s
        if self.distance_m is None and self.reps is not None:
            return max(1, round(self.reps * rep_s(self.tempo)))
        if self.distance_m is None or self.speed_kmh is None:
            return None
        mean_kmh = (self.speed_kmh.start + self.speed_kmh.end) / 2
        return max(1, round(self.distance_m / (mean_kmh / 3.6))) if mean_kmh > 0 else None


REP_S = 4.0
"""Seconds of a repetition whose tempo nobody said."""


def rep_s(tempo: str | None) -> float:
    """Seconds of one repetition: the sum of its tempo, "3-1-1" is 5."""
    return REP_S if tempo is None else float(sum(map(int, tempo.split("-"))))


@dataclass(frozen=True, slots=True)
class Lane:
    """One place of a rotation: what is done there, and on what."""

    name: str
    station_kind: StationKind
    first: int
    count: int
    """Its steps are plan.steps[first : first + count]; together they last one block."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """A class that changes places: everybody does the plan's lead-in, then block after block in
    one of the lanes with a change before each, then the cool-down.
    """

    block_s: int
    blocks: int
    change: int
    """plan.steps[change] is the walk to the next place, before every block."""
    lead_in: int
    """plan.steps[:lead_in] is for all, before; what comes after the lanes is for all, after."""
    lanes: tuple[Lane, ...]

    @property
    def lead_out(self) -> int:
        """Index of the first step after the rotation."""
        return max(lane.first + lane.count for lane in self.lanes)


@dataclass(frozen=True, slots=True)
class Plan:
    """What one session does, step by step."""

    protocol_id: str
    name: str
    modality: str
    steps: tuple[Step, ...]
    category: Category = ""
    level: Level = ""
    test: str | None = None
    """Which fitness test this is, as training.fitness_tests knows it."""
    maximal: bool = False
    """All out: only with a clearance, a coach, and a ceiling that the coach set for it."""
    beginner_id: str | None = None
    """The protocol that is this one's version for beginners."""
    rotation: Rotation | None = None
    choices: tuple[tuple[str, str], ...] = ()
    """What was chosen from the protocol's ranges: key and value."""

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> "Plan":
        """The inverse of to_json, of older plans too; raises ValueError on anything else."""
        return _reader().validate_json(text)


@cache
def _reader() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)
