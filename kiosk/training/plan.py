"""A protocol made ready to run: repeats unrolled, ranges chosen, units settled."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

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
class Ramp:
    """A value that goes evenly from `start` to `end` over the step; constant when equal."""

    start: float
    end: float

    def at(self, fraction: float) -> float:
        """Value at `fraction` of the step; outside 0…1 it holds the nearer end."""
        return self.start + (self.end - self.start) * min(1.0, max(0.0, fraction))


@dataclass(frozen=True, slots=True)
class Step:
    """One step. It ends by exactly one of duration_s, distance_m or the button (both None)."""

    name: str
    kind: StepKind
    duration_s: int | None = None
    distance_m: float | None = None
    target: ZoneTarget | RangeTarget | None = None
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
    """To be done within the step; they do not end it."""
    load_kg: float | None = None
    side: Side | None = None
    tempo: str | None = None
    """Seconds lowering, holding and lifting: "3-1-1"."""
    station_kind: StationKind | None = None

    @property
    def waits_for_button(self) -> bool:
        return self.duration_s is None and self.distance_m is None

    @property
    def planned_s(self) -> int | None:
        """Seconds the step should take: its duration, or its distance at the prescribed mean
        speed; None when it waits for a button or no speed is prescribed.
        """
        if self.duration_s is not None:
            return self.duration_s
        if self.distance_m is None or self.speed_kmh is None:
            return None
        mean_kmh = (self.speed_kmh.start + self.speed_kmh.end) / 2
        return max(1, round(self.distance_m / (mean_kmh / 3.6))) if mean_kmh > 0 else None


@dataclass(frozen=True, slots=True)
class Plan:
    """What one session does, step by step."""

    protocol_id: str
    name: str
    modality: str
    steps: tuple[Step, ...]

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> "Plan":
        """The inverse of to_json; raises ValueError, KeyError or TypeError on anything else."""
        raw: dict[str, Any] = json.loads(text)
        return Plan(
            raw["protocol_id"],
            raw["name"],
            raw["modality"],
            tuple(_step_from(step) for step in raw["steps"]),
        )


_LATER_KEYS = ("round", "rounds", "pace", "reps", "load_kg", "side", "tempo", "station_kind")
"""A plan stored before they existed lacks them."""


def _step_from(raw: dict[str, Any]) -> Step:
    target, cadence = raw["target"], raw.get("cadence_spm")
    return Step(
        name=raw["name"],
        kind=raw["kind"],
        duration_s=raw["duration_s"],
        distance_m=raw["distance_m"],
        target=target and (ZoneTarget(**target) if "zone" in target else RangeTarget(**target)),
        grade_percent=raw["grade_percent"] and Ramp(**raw["grade_percent"]),
        speed_kmh=raw["speed_kmh"] and Ramp(**raw["speed_kmh"]),
        rpe=raw["rpe"] and (raw["rpe"][0], raw["rpe"][1]),
        cues=tuple(raw["cues"]),
        cadence_spm=cadence and (cadence[0], cadence[1]),
        **{key: raw[key] for key in _LATER_KEYS if key in raw},
    )
