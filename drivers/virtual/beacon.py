"""What every virtual ANT+ device has in common: a number, a place in the room, a period."""

COMMON_EVERY = 65
DEVELOPMENT_ID = 0xFF
"""The manufacturer number for what no manufacturer made."""
STEPS_IN_A_STRIDE = 2
"""ANT+ counts cadence in strides, of both feet."""
_MANUFACTURER_PAGE = 80
_PRODUCT_PAGE = 81


class Beacon:
    """One device on the air; its attributes may be set from any thread.

    `device_number` has up to 20 bits. `muted`: off the air. `rssi_dbm`: how strongly it is heard.
    Of `loses_every` messages one is lost on the way (0: none).
    """

    device_type = 0
    period_s = 0.25

    def __init__(
        self,
        device_number: int,
        transmission_type: int,
        *,
        manufacturer: int = DEVELOPMENT_ID,
        muted: bool = False,
        rssi_dbm: int | None = None,
        loses_every: int = 0,
    ) -> None:
        self.device_number = device_number
        self.transmission_type = transmission_type | (device_number >> 16 & 0x0F) << 4
        self.manufacturer = manufacturer
        self.muted = muted
        self.rssi_dbm = -45 - device_number % 40 if rssi_dbm is None else rssi_dbm
        self.loses_every = loses_every
        self._messages = 0

    def page(self, t_s: float) -> bytes:
        """The next eight bytes, `t_s` seconds after the start."""
        raise NotImplementedError

    def is_lost_on_the_way(self) -> bool:
        """Whether nobody hears the message that was just made."""
        return bool(self.loses_every) and self._messages % self.loses_every == 0

    def _common_page(self, count: int) -> bytes | None:
        """Who made it and which one it is: pages 80 and 81, in every 65th message by turns."""
        if count % COMMON_EVERY != COMMON_EVERY - 1:
            return None
        if count // COMMON_EVERY % 2:
            serial = (self.device_number & 0xFFFF).to_bytes(4, "little")
            return bytes((_PRODUCT_PAGE, 0xFF, 0xFF, 1)) + serial
        return (
            bytes((_MANUFACTURER_PAGE, 0xFF, 0xFF, 1))
            + self.manufacturer.to_bytes(2, "little")
            + (1).to_bytes(2, "little")
        )


class Count:
    """What goes on adding up at a rate that changes, as the sums in ANT+ pages do."""

    def __init__(self) -> None:
        self.total = 0.0
        self._at_s = 0.0

    def grow(self, t_s: float, per_second: float) -> float:
        """The sum at `t_s` seconds, when since the last call so much was added each second."""
        self.total += max(0.0, t_s - self._at_s) * per_second
        self._at_s = t_s
        return self.total
