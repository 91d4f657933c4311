"""One measurement: its value with its unit, or the reason why there is none."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """What a session came to in one respect."""

    key: str
    """"ascent_m", "session_rpe_load": stable, stored, and with its unit where it has one."""
    name: str
    """For people: "Ascent"."""
    value: float | None
    unit: str = ""
    digits: int = 0
    """Decimals worth showing."""
    missing: str = ""
    """Why there is no value: which input is missing and how to give it; empty otherwise."""
    note: str = ""
    """What to know of the value: estimated, from which source, excluded seconds."""


def shown(measure: Measure) -> str:
    """The value with its unit, halves up: "34 bpm"; "–" where it is missing; "passed" or "failed"
    for the unit "passed".
    """
    if measure.value is None:
        return "–"
    if measure.unit == "passed":
        return "passed" if measure.value else "failed"
    scale = 10**measure.digits
    rounded = math.floor(measure.value * scale + 0.5) / scale
    return f"{rounded:.{measure.digits}f} {measure.unit}".strip()
