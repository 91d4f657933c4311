"""ANT+ fitness equipment without a machine: pages 16, 17 and 19 of a treadmill, 23 of a climber."""

from typing import Literal

from drivers.virtual.beacon import STEPS_IN_A_STRIDE, Beacon, Count
from drivers.virtual.machine import VirtualMachine

EquipmentKind = Literal["treadmill", "stair"]

_TYPES: dict[EquipmentKind, int] = {"treadmill": 19, "stair": 23}
_READY, _IN_USE = 2 << 4, 3 << 4
_HAS_DISTANCE = 0x04
_COUNTS_STRIDES = 0x01
_NO_BYTE = 0xFF
_NO_SPEED = 0xFFFF
_NO_INCLINE = 0x7FFF
_NO_POWER = b"\xff\xff"


class VirtualEquipment(Beacon):
    """A machine on the air; what it says is in `machine`, which may be changed at any time.

    Pages take turns: 16 (general), 17 (settings) and the one of its kind, 19 or 23.
    """

    device_type = 17
    period_s = 8192 / 32768

    def __init__(
        self,
        device_number: int,
        machine: VirtualMachine,
        kind: EquipmentKind = "treadmill",
        *,
        muted: bool = False,
        rssi_dbm: int | None = None,
        loses_every: int = 0,
    ) -> None:
        super().__init__(
            device_number, 0x05, muted=muted, rssi_dbm=rssi_dbm, loses_every=loses_every
        )
        self.machine = machine
        self._type = _TYPES[kind]
        self._distance_m = Count()
        self._strides = Count()

    def page(self, t_s: float) -> bytes:
        count = self._messages
        self._messages += 1
        machine = self.machine
        distance_m = self._distance_m.grow(t_s, (machine.speed_kmh or 0.0) / 3.6)
        strides_per_min = (machine.cadence_spm or 0.0) / STEPS_IN_A_STRIDE
        strides = self._strides.grow(t_s, strides_per_min / 60)
        common = self._common_page(count)
        if common is not None:
            return common
        state = _IN_USE if machine.is_moving else _READY
        match count % 3:
            case 0:
                return self._general(t_s, distance_m, state)
            case 1:
                return self._settings(state)
            case _:
                return self._own(strides, state)

    def _general(self, t_s: float, distance_m: float, state: int) -> bytes:
        speed_kmh, bpm = self.machine.speed_kmh, self.machine.heart_rate_bpm
        speed = _NO_SPEED if speed_kmh is None else round(speed_kmh / 3.6 * 1000)
        return (
            bytes((16, self._type, int(t_s * 4) & 0xFF, int(distance_m) & 0xFF))
            + speed.to_bytes(2, "little")
            + bytes((_NO_BYTE if bpm is None else round(bpm), state | _HAS_DISTANCE))
        )

    def _settings(self, state: int) -> bytes:
        grade = self.machine.grade_percent
        incline = _NO_INCLINE if grade is None else round(grade * 100)
        return (
            bytes((17, _NO_BYTE, _NO_BYTE, _NO_BYTE))
            + incline.to_bytes(2, "little", signed=True)
            + bytes((_NO_BYTE, state))
        )

    def _own(self, strides: float, state: int) -> bytes:
        spm = self.machine.cadence_spm
        cadence = _NO_BYTE if spm is None else round(spm / STEPS_IN_A_STRIDE)
        if self._type == _TYPES["treadmill"]:
            return bytes((19, _NO_BYTE, _NO_BYTE, _NO_BYTE, cadence, 0, 0, state))
        return (
            bytes((23, _NO_BYTE, _NO_BYTE, int(strides) & 0xFF, cadence))
            + _NO_POWER
            + bytes((state | _COUNTS_STRIDES,))
        )
