"""A heart-rate strap without a chest: beats as its heart rate says, and pages as ANT+ has them."""

from drivers.virtual.heart import BpmSource, constant

_MAIN_PAGE = 4
_BACKGROUND_PAGES = (2, 3, 7)
_BACKGROUND_EVERY = 65
_TOGGLE_EVERY = 4
_DEVELOPMENT_ID = 0xFF  # the manufacturer number for what no manufacturer made
_MOST_CATCH_UP_S = 120.0


class VirtualStrap:
    """One strap; its attributes may be set from any thread while it is on the air.

    `bpm` is a number, None (no valid value) or a function of the seconds since the start. `worn`
    False: on the air, but without a heart. `muted`: off the air. `device_number` has up to 20 bits.
    """

    def __init__(
        self,
        device_number: int,
        bpm: BpmSource | int | None = 120,
        *,
        battery_percent: int = 80,
        worn: bool = True,
        muted: bool = False,
    ) -> None:
        self.device_number = device_number
        self.bpm = bpm
        self.battery_percent = battery_percent
        self.worn = worn
        self.muted = muted
        self.transmission_type = 0x01 | (device_number >> 16 & 0x0F) << 4
        self.rssi_dbm = -45 - device_number % 40
        self._messages = 0
        self._beats = 0
        self._beat_at = 0.0
        self._previous_beat_at = 0.0
        self._next_beat_at = 0.0

    def bpm_at(self, t_s: float) -> int:
        """The heart-rate byte to send: 0 when there is no valid value."""
        source = self.bpm if callable(self.bpm) else constant(self.bpm)
        bpm = source(t_s) if self.worn else None
        return min(max(bpm or 0, 0), 255)

    def payload(self, t_s: float, bpm: int) -> bytes:
        """The next page, `t_s` seconds after the start."""
        self._beat(t_s, bpm)
        count = self._messages
        self._messages += 1
        page, described = self._page(count)
        toggle = 0x80 if count // _TOGGLE_EVERY % 2 else 0
        head = bytes((toggle | page,)) + described
        return head + _ticks(self._beat_at) + bytes((self._beats & 0xFF, bpm))

    def _beat(self, t_s: float, bpm: int) -> None:
        """All beats since the last message; none without a heart."""
        earliest = t_s - _MOST_CATCH_UP_S if bpm > 0 else t_s
        self._next_beat_at = max(self._next_beat_at, earliest)
        while bpm > 0 and self._next_beat_at <= t_s:
            self._previous_beat_at, self._beat_at = self._beat_at, self._next_beat_at
            self._next_beat_at += 60 / bpm
            self._beats += 1

    def _page(self, count: int) -> tuple[int, bytes]:
        """Page number and bytes 1–3: beat times, and now and then what the strap is."""
        if count % _BACKGROUND_EVERY != _BACKGROUND_EVERY - 1:
            return _MAIN_PAGE, b"\xff" + _ticks(self._previous_beat_at)
        page = _BACKGROUND_PAGES[count // _BACKGROUND_EVERY % len(_BACKGROUND_PAGES)]
        if page == 2:
            return page, bytes((_DEVELOPMENT_ID,)) + (self.device_number & 0xFFFF).to_bytes(
                2, "little"
            )
        if page == 3:
            return page, bytes((1, 1, 1))
        status = 5 if self.battery_percent < 5 else 4 if self.battery_percent < 15 else 2
        return page, bytes((self.battery_percent, 0xF3, status << 4 | 2))  # 2.95 V


def _ticks(t_s: float) -> bytes:
    """Seconds as 1/1024 s in 16 bits, low byte first."""
    return (round(t_s * 1024) & 0xFFFF).to_bytes(2, "little")
