"""What an ANT stick answers to commands, in which order it wants them, and what it lets through."""

from dataclasses import dataclass, field

from drivers.ant.frames import (
    BROADCAST,
    HAS_CHANNEL_ID,
    HAS_RSSI,
    HAS_TIMESTAMP,
    RSSI_AGC,
    RSSI_DBM,
    SYNC,
    build_frame,
)
from drivers.virtual.beacon import Beacon

_REPLY = 0x40
_REQUEST = 0x4D
_NO_ERROR = 0
_WRONG_STATE = 21
_ID_NOT_SET = 24
_CLOSE_ALL_CHANNELS = 25
_INVALID_MESSAGE = 40
_INVALID_NETWORK = 41
_INVALID_PARAMETER = 51
_CHANNEL_CLOSED_EVENT = 7

_CHANNEL_COMMANDS = frozenset((0x41, 0x43, 0x44, 0x45, 0x4B, 0x4C, 0x51, 0x5B))
_CHANNELS = 8
_NETWORKS = 3
_ONE_WAY = 0x40
_ANT_PLUS_FREQUENCY = 57
_LONGEST = 40


class CommandReader:
    """Cuts what a program writes into commands; drops what is none."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[tuple[int, bytes]]:
        """(message id, data) of each whole command."""
        self._buffer += data
        commands: list[tuple[int, bytes]] = []
        while True:
            start = self._buffer.find(SYNC)
            if start < 0:
                self._buffer.clear()
                return commands
            del self._buffer[:start]
            if len(self._buffer) < 2:
                return commands
            size = self._buffer[1] + 4
            if size > _LONGEST:
                del self._buffer[:1]
                continue
            if len(self._buffer) < size:
                return commands
            message_id, body = self._buffer[2], bytes(self._buffer[3 : size - 1])
            if self._buffer.startswith(build_frame(message_id, body)):
                commands.append((message_id, body))
                del self._buffer[:size]
            else:
                del self._buffer[:1]


@dataclass(slots=True)
class _Channel:
    one_way: bool
    identified: bool = False
    frequency: int = 66
    open: bool = False


@dataclass(slots=True)
class StickState:
    """One stick from power-up to reset or unplugging; as strict about order as a real one."""

    serial_number: int = 123_456
    agc: bool = False
    """Sends signal strength in the four-byte form of older sticks."""
    refuses_one_way: bool = False
    keyed: bool = False
    extension: int = 0
    scanning: bool = False
    channels: dict[int, _Channel] = field(default_factory=dict[int, _Channel])

    def answer(self, message_id: int, data: bytes) -> bytes:
        """The frames that answer a command other than a reset."""
        if message_id == _REQUEST and len(data) == 2:
            return self._describe(data[0], data[1])
        channel = data[0] if data else 0
        code = self._carry_out(message_id, channel, data)
        reply = build_frame(_REPLY, bytes((channel, message_id, code)))
        if message_id == 0x4C and code == _NO_ERROR:
            reply += build_frame(_REPLY, bytes((channel, 1, _CHANNEL_CLOSED_EVENT)))
        return reply

    def hears(self) -> bool:
        """Whether it hands messages from the air on."""
        channel = self.channels.get(0)
        return (
            self.scanning
            and self.keyed
            and channel is not None
            and channel.frequency == _ANT_PLUS_FREQUENCY
        )

    def data_frame(self, beacon: Beacon, payload: bytes, t_s: float) -> bytes:
        """A device's broadcast as the stick hands it on."""
        body = bytearray(1) + payload
        if self.extension:
            body.append(self.extension)
        if self.extension & HAS_CHANNEL_ID:
            body += (beacon.device_number & 0xFFFF).to_bytes(2, "little")
            body += bytes((beacon.device_type, beacon.transmission_type))
        if self.extension & HAS_RSSI:
            rssi = beacon.rssi_dbm & 0xFF
            body += bytes((RSSI_AGC, 0, rssi, 0) if self.agc else (RSSI_DBM, rssi, 0x80))
        if self.extension & HAS_TIMESTAMP:
            body += (int(t_s * 32768) & 0xFFFF).to_bytes(2, "little")
        return build_frame(BROADCAST, bytes(body))

    def _describe(self, channel: int, wanted: int) -> bytes:
        described = {
            0x54: bytes((_CHANNELS, _NETWORKS, 0, 0xBA, 0x36, 0, 0xDF)),
            0x61: self.serial_number.to_bytes(4, "little"),
            0x3E: b"AJK1.04RAF\0",
            0x52: bytes((channel, 3 if self.scanning else int(channel in self.channels))),
        }.get(wanted)
        if described is None:
            return build_frame(_REPLY, bytes((channel, _REQUEST, _INVALID_MESSAGE)))
        return build_frame(wanted, described)

    def _carry_out(self, message_id: int, number: int, data: bytes) -> int:
        """Does what a command says; the code of its reply."""
        match message_id, len(data):
            case 0x46, 9:
                return self._set_key(number, data[1:])
            case 0x42, 3 | 4:
                return self._assign(number, data[1], data[2])
            case 0x6E, 2:
                self.extension = data[1]
                return _NO_ERROR
            case 0x66, 2:
                self.extension = HAS_CHANNEL_ID if data[1] else 0
                return _NO_ERROR
            case _:
                pass
        channel = self.channels.get(number)
        if channel is None:
            return _WRONG_STATE if message_id in _CHANNEL_COMMANDS else _INVALID_MESSAGE
        return self._use(number, channel, message_id, data)

    def _use(self, number: int, channel: _Channel, message_id: int, data: bytes) -> int:
        """The commands for a channel that has been assigned."""
        match message_id, len(data):
            case 0x51, 5:
                channel.identified = True
            case 0x45, 2:
                channel.frequency = data[1]
            case (0x43, 3) | (0x44, 2):
                pass  # a scan hears every period, for ever
            case 0x5B, 1 | 2:
                return self._scan(channel)
            case 0x4B, 1:
                return self._open(channel)
            case 0x4C, 1:
                return self._close(channel)
            case 0x41, 1:
                return self._unassign(number, channel)
            case _:
                return _INVALID_MESSAGE
        return _NO_ERROR

    def _set_key(self, network: int, key: bytes) -> int:
        if network >= _NETWORKS:
            return _INVALID_NETWORK
        self.keyed = self.keyed or (network == 0 and any(key))
        return _NO_ERROR

    def _assign(self, number: int, kind: int, network: int) -> int:
        if network >= _NETWORKS:
            return _INVALID_NETWORK
        if number >= _CHANNELS or (kind == _ONE_WAY and self.refuses_one_way):
            return _INVALID_PARAMETER
        if number in self.channels:
            return _WRONG_STATE
        self.channels[number] = _Channel(one_way=kind == _ONE_WAY)
        return _NO_ERROR

    def _scan(self, channel: _Channel) -> int:
        if any(other.open for other in self.channels.values()):
            return _CLOSE_ALL_CHANNELS
        code = self._open(channel)
        self.scanning = code == _NO_ERROR
        return code

    def _open(self, channel: _Channel) -> int:
        if channel.open:
            return _WRONG_STATE
        if not channel.identified:
            return _ID_NOT_SET
        channel.open = True
        return _NO_ERROR

    def _close(self, channel: _Channel) -> int:
        if not channel.open:
            return _WRONG_STATE
        channel.open = self.scanning = False
        return _NO_ERROR

    def _unassign(self, number: int, channel: _Channel) -> int:
        if channel.open:
            return _WRONG_STATE
        del self.channels[number]
        return _NO_ERROR
