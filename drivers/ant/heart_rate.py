"""ANT+ heart-rate profile (device type 120): pages in, heart beats and strap facts out; no I/O."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from drivers.ant.frames import AntMessage
from kiosk.events import HeartRate, StrapInfo

DEVICE_TYPE = 120
BPM_RANGE = (30, 230)
RR_RANGE_MS = (240.0, 2400.0)
SILENCE_S = 5.0
CANDIDATE_S = 30.0
"""A doubtful message waits this long for the next one to bear it out."""
POOR_S, POOR_JUMP_BPM = 0.9, 40
"""Where only every fourth message comes through, a heart may have gone further in between."""
FROZEN_S = 5.0
FORGET_S = 600.0
MOST_STRAPS = 1000

_COMMON_PAGES = range(0x40, 0x60)  # shared by all profiles: their bytes 4–7 are no heart beats
_BATTERY_STATUS = {1: "new", 2: "good", 3: "ok", 4: "low", 5: "critical"}
_NO_VOLTAGE = 0x0F
_MAKER_PAGE, _BATTERY_PAGE = 2, 7


class _Reading(NamedTuple):
    at: float
    bpm: int
    beats: int
    beat_time: int
    """1/1024 s, 16 bits."""


@dataclass(slots=True)
class _Strap:
    seen_at: float
    accepted: _Reading | None = None
    candidate: _Reading | None = None
    """Heard once, and not in line with what was accepted: waits for a second one like it."""
    candidate_payload: bytes = b""
    beats_changed_at: float = 0.0
    toggle: int | None = None
    paged: bool = False
    """The toggle bit was seen to change: bytes 1–3 mean what the page number says."""
    unread: dict[int, bytes] = field(default_factory=dict[int, bytes])
    """Pages on itself, by number, from before that: the next of their kind is a minute away."""
    battery_percent: int | None = None
    battery_volts: float | None = None
    battery_status: str | None = None
    manufacturer: int | None = None


class HeartRateDecoder:
    """Follows every strap in the room; takes any eight bytes and never raises.

    About one damaged message in 256 passes its checksum. So a strap's first message, and one that
    does not continue the last one, is only believed when the next one continues it.
    """

    def __init__(self) -> None:
        self._straps: dict[int, _Strap] = {}  # the one heard longest ago comes first

    def decode(self, message: AntMessage) -> list[HeartRate | StrapInfo]:
        """What this message tells; nothing for a first, doubtful or foreign one."""
        payload = message.payload
        page = payload[0] & 0x7F if len(payload) == 8 else 0x7F
        if (
            message.device_type != DEVICE_TYPE
            or message.device_number == 0
            or len(payload) != 8
            or page in _COMMON_PAGES
        ):
            return []
        strap = self._strap(message.device_number, message.at)
        reading = _Reading(
            message.at, payload[7], payload[6], int.from_bytes(payload[4:6], "little")
        )
        before = strap.accepted
        follows = _follows(before, reading, SILENCE_S)
        if not follows and not _follows(strap.candidate, reading, CANDIDATE_S):
            strap.candidate, strap.candidate_payload = reading, payload
            return []
        has_news = not follows and _comes_back(strap)
        strap.accepted, strap.candidate = reading, None
        if before is None or before.beats != reading.beats:
            strap.beats_changed_at = reading.at
        has_news = _note_page(strap, payload) or has_news
        rr_ms = _intervals(strap, before, payload, reading) if before and follows else ()
        events: list[HeartRate | StrapInfo] = [_heart_rate(strap, message, reading, rr_ms)]
        if has_news:
            events.append(_strap_info(strap, message))
        return events

    def _strap(self, device_number: int, at: float) -> _Strap:
        strap = self._straps.pop(device_number, None)
        if strap is None:
            strap = _Strap(seen_at=at)
            self._forget(at)
        strap.seen_at = at
        self._straps[device_number] = strap
        return strap

    def _forget(self, now: float) -> None:
        """Makes room for a strap; phantoms that a wrong byte made up go this way too."""
        while self._straps:
            oldest = next(iter(self._straps))
            silent_s = now - self._straps[oldest].seen_at
            if silent_s <= FORGET_S and len(self._straps) < MOST_STRAPS:
                return
            del self._straps[oldest]


def _follows(old: _Reading | None, new: _Reading, within_s: float) -> bool:
    """Whether a heart can have gone from `old` to `new` in the time between."""
    if old is None:
        return False
    elapsed = new.at - old.at
    jump = 8 + 4 * elapsed if elapsed < POOR_S else max(POOR_JUMP_BPM, 8 + 4 * elapsed)
    return (
        elapsed <= within_s
        and abs(new.bpm - old.bpm) <= jump
        and (new.beats - old.beats) & 0xFF <= 3 + 4 * elapsed
    )


def _intervals(strap: _Strap, old: _Reading, payload: bytes, new: _Reading) -> tuple[float, ...]:
    """Beat intervals, ms; with page 4 also that of one beat missed; never one made up."""
    beats = (new.beats - old.beats) & 0xFF
    if beats == 1:
        times = [old.beat_time, new.beat_time]
    elif beats == 2 and strap.paged and payload[0] & 0x7F == 4:
        times = [old.beat_time, int.from_bytes(payload[2:4], "little"), new.beat_time]
    else:
        return ()
    steps = (((after - before) & 0xFFFF) * 1000 / 1024 for before, after in pairwise(times))
    return tuple(ms for ms in steps if RR_RANGE_MS[0] <= ms <= RR_RANGE_MS[1])


def _heart_rate(
    strap: _Strap, message: AntMessage, reading: _Reading, rr_ms: tuple[float, ...]
) -> HeartRate:
    worn = reading.bpm != 0 and reading.at - strap.beats_changed_at <= FROZEN_S
    valid = worn and BPM_RANGE[0] <= reading.bpm <= BPM_RANGE[1]
    return HeartRate(
        at=message.at,
        device_number=message.device_number,
        bpm=reading.bpm if valid else None,
        worn=worn,
        rr_ms=rr_ms,
        rssi_dbm=message.rssi_dbm,
    )


def _note_page(strap: _Strap, payload: bytes) -> bool:
    """Keeps what a page says of the strap itself; True when it is news."""
    toggle = payload[0] >> 7
    if strap.toggle is not None and strap.toggle != toggle:
        strap.paged = True
    strap.toggle = toggle
    page = payload[0] & 0x7F
    if page in {_MAKER_PAGE, _BATTERY_PAGE}:
        strap.unread[page] = payload
    if not strap.paged or not strap.unread:
        return False
    before = _facts(strap)
    for number, unread in strap.unread.items():
        _read_page(strap, number, unread)
    strap.unread.clear()
    return _facts(strap) != before


def _comes_back(strap: _Strap) -> bool:
    """After a silence or a jump: what is known of it may have been forgotten by others."""
    _note_page(strap, strap.candidate_payload)
    return any(fact is not None for fact in _facts(strap))


def _read_page(strap: _Strap, page: int, payload: bytes) -> None:
    if page == _MAKER_PAGE:
        strap.manufacturer = payload[1]
        return
    percent, fraction, descriptive = payload[1:4]
    coarse = descriptive & 0x0F
    strap.battery_percent = percent if percent <= 100 else None
    strap.battery_volts = None if coarse == _NO_VOLTAGE else coarse + fraction / 256
    strap.battery_status = _BATTERY_STATUS.get(descriptive >> 4 & 0x07)


def _facts(strap: _Strap) -> tuple[float | str | None, ...]:
    return (
        strap.battery_percent,
        strap.battery_volts,
        strap.battery_status,
        strap.manufacturer,
    )


def _strap_info(strap: _Strap, message: AntMessage) -> StrapInfo:
    return StrapInfo(
        at=message.at,
        device_number=message.device_number,
        battery_percent=strap.battery_percent,
        battery_volts=strap.battery_volts,
        battery_status=strap.battery_status,
        manufacturer=strap.manufacturer,
    )
