"""A heart-rate strap without a chest: beats as its heart rate says, and pages as ANT+ has them."""

from drivers.virtual.beacon import COMMON_EVERY, DEVELOPMENT_ID, Beacon
from drivers.virtual.heart import BpmSource, constant

PERIOD_S = 8070 / 32768
"""Between two messages of a strap: 4.06 a second."""
_MAIN_PAGE = 4
_BACKGROUND_PAGES = (2, 3, 7)
_TOGGLE_EVERY = 4
_STATUS = {"new": 1, "good": 2, "ok": 3, "low": 4, "critical": 5}
_NO_PERCENT, _NO_VOLTAGE = 0xFF, 0x0F
_MOST_CATCH_UP_S = 120.0


class VirtualStrap(Beacon):
    """One strap; its attributes may be set from any thread while it is on the air.

    `bpm` is a number, None (no valid value) or a function of the seconds since the start. `worn`
    False: on the air, but without a heart. `battery_status` is new, good, ok, low or critical; None
    goes by the percentage. `legacy`: an old strap, which never toggles and has no pages.
    """

    device_type = 120
    period_s = PERIOD_S

    def __init__(
        self,
        device_number: int,
        bpm: BpmSource | int | None = 120,
        *,
        battery_percent: int | None = 80,
        battery_volts: float | None = 2.95,
        battery_status: str | None = None,
        manufacturer: int = DEVELOPMENT_ID,
        worn: bool = True,
        muted: bool = False,
        legacy: bool = False,
        rssi_dbm: int | None = None,
        loses_every: int = 0,
    ) -> None:
        super().__init__(
            device_number,
            0x01,
            manufacturer=manufacturer,
            muted=muted,
            rssi_dbm=rssi_dbm,
            loses_every=loses_every,
        )
        self.bpm = bpm
        self.battery_percent = battery_percent
        self.battery_volts = battery_volts
        self.battery_status = battery_status
        self.worn = worn
        self.legacy = legacy
        self._beats = 0
        self._beat_at = 0.0
        self._previous_beat_at = 0.0
        self._next_beat_at = 0.0

    def bpm_at(self, t_s: float) -> int:
        """The heart-rate byte to send: 0 when there is no valid value."""
        source = self.bpm if callable(self.bpm) else constant(self.bpm)
        bpm = source(t_s) if self.worn else None
        return min(max(bpm or 0, 0), 255)

    def page(self, t_s: float) -> bytes:
        return self.payload(t_s, self.bpm_at(t_s))

    def payload(self, t_s: float, bpm: int) -> bytes:
        """The next page, `t_s` seconds after the start."""
        self._beat(t_s, bpm)
        count = self._messages
        self._messages += 1
        page, described = self._page(count)
        toggle = 0x80 if count // _TOGGLE_EVERY % 2 and not self.legacy else 0
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
        if self.legacy:
            return 0, b"\xff\xff\xff"
        if count % COMMON_EVERY != COMMON_EVERY - 1:
            return _MAIN_PAGE, b"\xff" + _ticks(self._previous_beat_at)
        page = _BACKGROUND_PAGES[count // COMMON_EVERY % len(_BACKGROUND_PAGES)]
        if page == 2:
            serial = (self.device_number & 0xFFFF).to_bytes(2, "little")
            return page, bytes((self.manufacturer & 0xFF,)) + serial
        if page == 3:
            return page, bytes((1, 1, 1))
        return page, self._battery()

    def _battery(self) -> bytes:
        percent, volts = self.battery_percent, self.battery_volts
        coarse = _NO_VOLTAGE if volts is None else int(volts)
        fraction = 0 if volts is None else round(volts % 1 * 256) & 0xFF
        status = _STATUS[self.battery_status or _described(percent)]
        return bytes((_NO_PERCENT if percent is None else percent, fraction, status << 4 | coarse))


def _described(percent: int | None) -> str:
    if percent is None or percent >= 15:
        return "good"
    return "critical" if percent < 5 else "low"


def _ticks(t_s: float) -> bytes:
    """Seconds as 1/1024 s in 16 bits, low byte first."""
    return (round(t_s * 1024) & 0xFFFF).to_bytes(2, "little")
