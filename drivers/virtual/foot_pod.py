"""An ANT+ foot pod without a foot: pages 1 and 2 of the stride-based speed and distance profile."""

from drivers.virtual.beacon import STEPS_IN_A_STRIDE, Beacon, Count

_BATTERY_GOOD = 1 << 4
_ACTIVE = 1


class VirtualFootPod(Beacon):
    """One foot pod; speed and cadence (steps of both feet a minute) may be set at any time.

    Byte for byte: page 1 time (1/200 s, s), distance (m, 1/16 m), speed (m/s, 1/256 m/s), strides,
    latency; page 2 cadence (strides a minute, 1/16), speed again, status. Each is sent twice in
    turn.
    """

    device_type = 124
    period_s = 8134 / 32768

    def __init__(
        self,
        device_number: int,
        speed_kmh: float = 0.0,
        cadence_spm: float = 0.0,
        *,
        muted: bool = False,
        rssi_dbm: int | None = None,
        loses_every: int = 0,
    ) -> None:
        super().__init__(
            device_number, 0x01, muted=muted, rssi_dbm=rssi_dbm, loses_every=loses_every
        )
        self.speed_kmh = speed_kmh
        self.cadence_spm = cadence_spm
        self._distance_m = Count()
        self._strides = Count()

    def page(self, t_s: float) -> bytes:
        count = self._messages
        self._messages += 1
        strides_per_min = self.cadence_spm / STEPS_IN_A_STRIDE
        distance = int(self._distance_m.grow(t_s, self.speed_kmh / 3.6) * 16)
        strides = int(self._strides.grow(t_s, strides_per_min / 60))
        common = self._common_page(count)
        if common is not None:
            return common
        speed = min(0xFFF, round(self.speed_kmh / 3.6 * 256))
        if count // 2 % 2:
            cadence = min(0xFFF, round(strides_per_min * 16))
            status = _BATTERY_GOOD | (_ACTIVE if self.speed_kmh or self.cadence_spm else 0)
            return bytes((2, 0xFF, 0xFF, cadence >> 4, *_shared(cadence, speed), 0xFF, status))
        time = int(t_s * 200)
        return bytes(
            (
                1,
                time % 200,
                time // 200 & 0xFF,
                distance >> 4 & 0xFF,
                *_shared(distance, speed),
                strides & 0xFF,
                0,
            )
        )


def _shared(sixteenths: int, speed: int) -> tuple[int, int]:
    """Bytes 4 and 5: a fraction in the high nibble, and the speed in 1/256 m/s."""
    return (sixteenths & 0x0F) << 4 | speed >> 8, speed & 0xFF
