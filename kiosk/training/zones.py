"""Heart-rate zones of one athlete, and the parts of them that steps ask for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """Half-open [low, high) in bpm, floats."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Zones:
    pass
