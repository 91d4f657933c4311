"""What the devices say: frozen facts, each stamped with its arrival on the monotonic clock."""

from dataclasses import dataclass
from typing import Literal

DeviceState = Literal["searching", "live", "lost", "failed"]


@dataclass(frozen=True, slots=True)
class HeartRate:
    """One accepted message of one strap."""

    at: float
    """Arrival, monotonic seconds."""
    device_number: int
    """20-bit ANT device number."""
    bpm: int | None
    """The computed heart rate as sent, 30–230; None when the strap has no valid value."""
    worn: bool = True
    """False when the strap is on the air but not on a body (no beats for 5 s, or 0 bpm)."""
    rr_ms: tuple[float, ...] = ()
    """Beat intervals first known with this message, oldest first, milliseconds."""
    rssi_dbm: int | None = None


@dataclass(frozen=True, slots=True)
class StrapInfo:
    """What a strap says about itself; fields it did not say are None."""

    at: float
    device_number: int
    battery_percent: int | None = None
    battery_volts: float | None = None
    battery_status: str | None = None
    """new | good | ok | low | critical"""
    manufacturer: int | None = None


@dataclass(frozen=True, slots=True)
class Grade:
    """The filtered grade of one station, at most five a second."""

    at: float
    station: str
    percent: float


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """A device changed its state. ``device`` is "ant", "history" or "incline:<station>"."""

    at: float
    device: str
    state: DeviceState
    message: str
    """One sentence for people: what is wrong and what to do; how it is connected when live."""


Event = HeartRate | StrapInfo | Grade | DeviceStatus
