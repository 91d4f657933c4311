"""ANT+ fitness equipment (device type 17): a machine's pages in, its motion and grade out; no I/O.

Layout as in the profile's revision 5.0: pages 16 (general), 17 (settings), 19 (treadmill) and 23
(climber). Cadence is sent in strides, or stride cycles, a minute ("number of steps climbed / 2" in
the ANT+ plugin API of thisisant.com): steps and stairs a minute are twice that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drivers.ant.belief import Belief
from drivers.ant.frames import AntMessage
from kiosk.events import Grade, Motion

DEVICE_TYPE = 17
SPEED_RANGE_KMH = (0.0, 45.0)
CADENCE_RANGE_SPM = (0.0, 300.0)
GRADE_RANGE_PERCENT = (-30.0, 50.0)
STEPS_IN_A_STRIDE = 2
HOLD_S = 3.0
"""The pages take turns: speed and cadence hold this long."""
HOLD_GRADE_S = 6.0
"""Page 17 may come as seldom as every 20 messages, five seconds."""

_GENERAL, _SETTINGS, _TREADMILL, _CLIMBER = 16, 17, 19, 23
_PAGES = frozenset((_GENERAL, _SETTINGS, _TREADMILL, _CLIMBER))
_READY, _IN_USE, _FINISHED = 2, 3, 4
_NO_SPEED = 0xFFFF
_NO_INCLINE = 0x7FFF
_NO_CADENCE = 0xFF
_VIRTUAL_SPEED = 0x08  # of a trainer bike: what its rider would do without its limits


@dataclass(slots=True)
class _Machine:
    station: str
    state: Belief = field(default_factory=lambda: Belief(0.0, 0.0))
    speed: Belief = field(default_factory=lambda: Belief(1.5, 4.0, SPEED_RANGE_KMH))
    """km/h"""
    cadence: Belief = field(default_factory=lambda: Belief(30.0, 30.0, CADENCE_RANGE_SPM))
    """Steps a minute."""
    incline: Belief = field(
        default_factory=lambda: Belief(1.0, 1.5, GRADE_RANGE_PERCENT, HOLD_GRADE_S + 2)
    )
    """Percent."""


class EquipmentDecoder:
    """Follows the machines of `stations` (station by 20-bit device number) and ignores all others.

    Takes any eight bytes and never raises.
    """

    def __init__(self, stations: Mapping[int, str]) -> None:
        self._machines = {number: _Machine(station) for number, station in stations.items()}

    def decode(self, message: AntMessage) -> list[Motion | Grade]:
        """What this message tells; nothing for a first, doubtful or foreign one."""
        machine = self._machines.get(message.device_number)
        payload = message.payload
        if (
            machine is None
            or message.device_type != DEVICE_TYPE
            or len(payload) != 8
            or payload[0] not in _PAGES
        ):
            return []
        at = message.at
        # Bits 4–6; bit 7 toggles with each lap, bits 0–3 are capabilities of the page.
        is_believed = machine.state.hear(at, payload[7] >> 4 & 0x07)
        _read(machine, at, payload)
        return _events(machine, at) if is_believed else []


def _read(machine: _Machine, at: float, payload: bytes) -> None:
    page = payload[0]
    if page == _GENERAL:
        raw = int.from_bytes(payload[4:6], "little")
        if raw == _NO_SPEED or payload[7] & _VIRTUAL_SPEED:
            machine.speed.forget()
        else:
            machine.speed.hear(at, raw * 3.6 / 1000)
    elif page == _SETTINGS:
        raw = int.from_bytes(payload[4:6], "little", signed=True)
        if raw == _NO_INCLINE:
            machine.incline.forget()
        else:
            machine.incline.hear(at, raw / 100)
    elif payload[4] == _NO_CADENCE:
        machine.cadence.forget()
    else:
        machine.cadence.hear(at, payload[4] * STEPS_IN_A_STRIDE)


def _events(machine: _Machine, at: float) -> list[Motion | Grade]:
    """All that is known now, so that no page has to wait for its own next turn."""
    in_use = machine.state.value == _IN_USE
    events: list[Motion | Grade] = [
        Motion(
            at,
            "console",
            station=machine.station,
            speed_kmh=machine.speed.since(at - HOLD_S) if in_use else None,
            cadence_spm=machine.cadence.since(at - HOLD_S) if in_use else None,
        )
    ]
    grade_percent = machine.incline.since(at - HOLD_GRADE_S)
    if grade_percent is not None and machine.state.value in {_READY, _IN_USE, _FINISHED}:
        events.append(Grade(at, machine.station, grade_percent))
    return events
