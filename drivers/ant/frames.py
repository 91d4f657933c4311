"""The ANT serial protocol: bytes in, whole checked frames and data messages out; no I/O."""

from collections.abc import Iterable
from dataclasses import dataclass

SYNC = 0xA4
BROADCAST = 0x4E
ACKNOWLEDGED = 0x4F
DATA_IDS = frozenset((BROADCAST, ACKNOWLEDGED))

HAS_CHANNEL_ID = 0x80
HAS_RSSI = 0x40
HAS_TIMESTAMP = 0x20
RSSI_DBM = 0x20
RSSI_AGC = 0x10
_RSSI_SIZES = {RSSI_DBM: 3, RSSI_AGC: 4}  # the type byte included

_OVERHEAD = 4  # sync, length, id, checksum
_FLAGS_AT = 12  # after sync, length, id, channel and 8 bytes of payload
_PLAIN_DATA = 9  # channel and payload, no extension
_MOST_CHANNELS = 16

# What a stick may send, and how long it can be. Whatever is not in here is taken for damage: the
# narrower this table, the sooner a wrong length is found and the fewer good frames it hides.
_LENGTHS: dict[int, frozenset[int]] = {
    BROADCAST: frozenset((9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20)),
    ACKNOWLEDGED: frozenset((9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20)),
    0x50: frozenset((9,)),  # burst data
    0x40: frozenset((3,)),  # reply to a command, or channel event
    0x6F: frozenset((1,)),  # start-up
    0x51: frozenset((5,)),  # channel id
    0x52: frozenset((2,)),  # channel status
    0x54: frozenset(range(4, 11)),  # capabilities
    0x61: frozenset((4,)),  # serial number
    0x3E: frozenset(range(6, 17)),  # version: a text that ends in 0
}


@dataclass(frozen=True, slots=True)
class AntMessage:
    """One data message of one ANT device."""

    payload: bytes
    """The eight bytes of the page."""
    device_number: int
    """20 bits: the 16 on the air and four from the transmission type."""
    device_type: int
    transmission_type: int
    rssi_dbm: int | None
    at: float
    """Arrival, monotonic seconds."""


def build_frame(message_id: int, data: bytes) -> bytes:
    """A whole frame with sync, length and checksum."""
    head = bytes((SYNC, len(data), message_id)) + data
    return head + bytes((_xor(head),))


def parse_data(frame: bytes, at: float) -> AntMessage | None:
    """The message in a whole data frame; None when it does not say which device sent it."""
    if frame[1] == _PLAIN_DATA or not frame[_FLAGS_AT] & HAS_CHANNEL_ID:
        return None
    flags = frame[_FLAGS_AT]
    low, high, device_type, transmission_type = frame[_FLAGS_AT + 1 : _FLAGS_AT + 5]
    rssi: int | None = None
    if flags & HAS_RSSI and frame[_FLAGS_AT + 5] == RSSI_DBM:  # AGC values are no dBm
        rssi = int.from_bytes(frame[_FLAGS_AT + 6 : _FLAGS_AT + 7], signed=True)
    return AntMessage(
        payload=frame[4:_FLAGS_AT],
        device_number=(transmission_type & 0xF0) << 12 | high << 8 | low,
        device_type=device_type,
        transmission_type=transmission_type,
        rssi_dbm=rssi,
        at=at,
    )


class FrameReader:
    """Cuts a byte stream into frames and loses, of a damaged stretch, only what is damaged."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._in_damage = False
        self.damaged = 0
        """Stretches of bytes, so far, that were no frame."""

    def feed(self, data: bytes) -> list[bytes]:
        """The frames that are whole now; takes any bytes in any chunks and never raises."""
        buffer = self._buffer
        buffer += data
        frames: list[bytes] = []
        at = 0
        while at < len(buffer):
            size = _size(buffer, at)
            if size is not None and at + size > len(buffer):  # so far it may be one: wait for it,
                later = _whole_data_frame(buffer, at + 1)  # but not if a good one came after it
                if later is None:
                    break
                self._damage()
                at = later
            elif size is None or not _sound(buffer, at, size):
                self._damage()
                at = buffer.find(SYNC, at + 1)
                if at < 0:
                    at = len(buffer)
            else:
                frames.append(bytes(buffer[at : at + size]))
                self._in_damage = False
                at += size
        del buffer[:at]
        return frames

    def _damage(self) -> None:
        if not self._in_damage:
            self.damaged += 1
        self._in_damage = True


def _size(buffer: bytearray, at: int) -> int | None:
    """The least size of the frame that may begin at `at`, as far as it is here; None if none can.

    The whole frame is never longer than this says once its first bytes are here.
    """
    if buffer[at] != SYNC:
        return None
    there = len(buffer) - at
    if there < 3:
        return _OVERHEAD
    length, message_id = buffer[at + 1], buffer[at + 2]
    if length not in _LENGTHS.get(message_id, ()):
        return None
    if message_id in DATA_IDS and there > 3 and not _extension_agrees(buffer, at, there, length):
        return None
    return length + _OVERHEAD


def _extension_agrees(buffer: bytearray, at: int, there: int, length: int) -> bool:
    """Whether the channel and the flag byte, as far as they are here, agree with the length."""
    if buffer[at + 3] >= _MOST_CHANNELS:
        return False
    if length == _PLAIN_DATA or there <= _FLAGS_AT:
        return True
    flags = buffer[at + _FLAGS_AT]
    if flags & ~(HAS_CHANNEL_ID | HAS_RSSI | HAS_TIMESTAMP):
        return False
    expected = _PLAIN_DATA + 1
    expected += 4 if flags & HAS_CHANNEL_ID else 0
    expected += 2 if flags & HAS_TIMESTAMP else 0
    if flags & HAS_RSSI:
        type_at = _FLAGS_AT + (5 if flags & HAS_CHANNEL_ID else 1)
        if there <= type_at:
            return True
        expected += _RSSI_SIZES.get(buffer[at + type_at], 256)
    return length == expected


def _xor(data: Iterable[int]) -> int:
    total = 0
    for byte in data:
        total ^= byte
    return total


def _sound(buffer: bytearray, at: int, size: int) -> bool:
    return _xor(buffer[at : at + size]) == 0  # the checksum included, all cancels out


def _whole_data_frame(buffer: bytearray, start: int) -> int | None:
    """Where the next whole data frame begins, if there is one."""
    at = buffer.find(SYNC, start)
    while at >= 0:
        size = _size(buffer, at)
        if (
            size is not None
            and at + size <= len(buffer)
            and buffer[at + 2] in DATA_IDS
            and _sound(buffer, at, size)
        ):
            return at
        at = buffer.find(SYNC, at + 1)
    return None
