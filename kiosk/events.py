"""What the devices say: frozen facts, each stamped with its arrival on the monotonic clock."""

from dataclasses import dataclass
from typing import Literal

DeviceState = Literal["searching", "live", "lost", "failed"]
MotionSource = Literal["console", "foot pod", "pulses", "deck"]
"""`console`: a machine's console, by cable or as ANT+ fitness equipment; `deck`: cadence from the
deck's shaking, experimental."""


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
class Motion:
    """What a console, a foot pod, a pulse sensor or the deck's shaking says of movement.

    None where it said nothing. A foot pod has a device number and no station, the others a station.
    """

    at: float
    source: MotionSource
    station: str | None = None
    device_number: int | None = None
    """20-bit ANT device number of a foot pod."""
    speed_kmh: float | None = None
    cadence_spm: float | None = None
    """Steps a minute: of both feet on a belt, of the machine's stairs on a stair machine."""


@dataclass(frozen=True, slots=True)
class Tilt:
    """An incline sensor's angles before zero, sign and span, degrees; at most five a second."""

    at: float
    station: str
    pitch_deg: float
    roll_deg: float


@dataclass(frozen=True, slots=True)
class Button:
    """A button of the panel was pressed, or the stop button's wire was cut."""

    at: float
    button: Literal["start", "lap", "stop"]
    station: str | None = None
    """Whose panel it is on; None for a panel that stands for the whole kiosk."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An RFID tag was held to a reader; the tag's own number never leaves the reader's driver."""

    at: float
    digest: str
    """Keyed hash of the tag's number, hexadecimal."""
    station: str | None = None
    """Where the reader is; None at the kiosk itself."""


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """What is known of a device for whoever looks for a fault; None where nothing is known."""

    at: float
    device: str
    """As in DeviceStatus."""
    port: str | None = None
    firmware: str | None = None
    """Maker, model and version in the device's own words."""
    signal: str | None = None
    """How good the line is: "-61 dBm", "3 damaged frames in 1,204"."""


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """A device changed its state. ``device`` is "ant", "ant:2", "incline:<station>", "panel",
    "reader:<station or kiosk>", "history", "calibration", "tags" or "choices" (what is kept
    of them on the disk); a console that also gives the speed is "incline:<station>" too.
    """

    at: float
    device: str
    state: DeviceState
    message: str
    """One sentence for people: what is wrong and what to do; how it is connected when live."""


Event = HeartRate | StrapInfo | Grade | Motion | Tilt | Button | Tag | DeviceFacts | DeviceStatus
