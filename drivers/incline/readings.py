"""What sensors and consoles say, whatever their protocol, and what of it can be true."""

import math
from dataclasses import dataclass

KMH_PER_MPH = 1.609344

SPEED_KMH = (0.0, 40.0)
GRADE_PERCENT = (-20.0, 45.0)
CADENCE_SPM = (0.0, 250.0)
"""Further than any machine goes."""


@dataclass(frozen=True, slots=True)
class Angle:
    """Attitude in degrees, −180 to 180; which of them is the deck's depends on the mounting."""

    roll_deg: float
    pitch_deg: float
    yaw_deg: float = 0.0


@dataclass(frozen=True, slots=True)
class Acceleration:
    """Acceleration along the sensor's axes in units of g, −16 to 16."""

    x_g: float
    y_g: float
    z_g: float


@dataclass(frozen=True, slots=True)
class Console:
    """What a machine says of itself; None where it said nothing, or nothing that can be true."""

    speed_kmh: float | None = None
    grade_percent: float | None = None
    cadence_spm: float | None = None


NOTHING = Console()
Reading = Angle | Acceleration | Console


def within(value: float | None, limits: tuple[float, float]) -> float | None:
    """`value` if it can be true, else None; no comparison holds for "not a number"."""
    return value if value is not None and limits[0] <= value <= limits[1] else None


def console(
    speed_kmh: float | None = None,
    grade_percent: float | None = None,
    cadence_spm: float | None = None,
) -> Console:
    """A console's reading without what cannot be true."""
    return Console(
        within(speed_kmh, SPEED_KMH),
        within(grade_percent, GRADE_PERCENT),
        within(cadence_spm, CADENCE_SPM),
    )


class Doubt:
    """Believes a value that continues the last one; any other only when the next bears it out.

    For lines without a checksum, or with a weak one. `step` is further than a machine gets from
    one reading to the next. After a silence of FORGET_S the first value waits as well.
    """

    FORGET_S = 2.0

    def __init__(self, step: float) -> None:
        self._step = step
        self._believed: float | None = None
        self._waiting: float | None = None
        self._at = -math.inf

    def take(self, at: float, value: float) -> float | None:
        """`value` if it is believed, at `at` (monotonic seconds)."""
        if at - self._at > self.FORGET_S:
            self._believed = self._waiting = None
        self._at = at
        if self._is_near(self._believed, value) or self._is_near(self._waiting, value):
            self._believed, self._waiting = value, None
            return value
        self._waiting = value
        return None

    def _is_near(self, other: float | None, value: float) -> bool:
        return other is not None and abs(value - other) <= self._step
