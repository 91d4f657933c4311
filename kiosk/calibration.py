"""What was found out about an incline sensor at its machine: axis, sign, zero and span."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Calibration:
    """How a station's sensor is mounted. Tilt = ±span·(angle of the axis − zero)."""

    axis: Literal["pitch", "roll"] = "pitch"
    zero_deg: float = 0.0
    """The sensor's angle with the deck flat."""
    invert: bool = False
    """The angle falls when the deck rises."""
    span: float = 1.0
    """True tilt by read tilt, found at a known grade."""
