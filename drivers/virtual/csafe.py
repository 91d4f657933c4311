"""A CSAFE console without a machine: answers polls, and says by itself when its state changes."""

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from drivers.virtual.beacon import Count
from drivers.virtual.console import VirtualConsole
from drivers.virtual.faults import Faults
from drivers.virtual.machine import VirtualMachine

MPH, TENTH_MPH, KMH, TENTH_KMH = 0x10, 0x11, 0x30, 0x31
FLOORS, FLOORS_A_MINUTE, STEPS_A_MINUTE = 0x41, 0x50, 0x51
PERCENT, HUNDREDTH_PERCENT, TENTH_PERCENT = 0x4A, 0x4B, 0x4C
READY, IN_USE, PAUSED, FINISHED, OFFLINE = 1, 5, 6, 7, 9

UNFINISHED_S = 0.15
LONGEST_FRAME = 50
STEPS_A_FLOOR = 16
VERSION = bytes((0x16, 0x02, 0x07, 0x01, 0x03))
SERIAL_NUMBER = b"104711"

_START, _STOP, _STUFF = 0xF1, 0xF2, 0xF3
_SPECIAL = range(0xF0, 0xF4)
_KMH_OF_UNIT = {MPH: 1.609344, TENTH_MPH: 0.1609344, KMH: 1.0, TENTH_KMH: 0.1}
_PERCENT_OF_UNIT = {PERCENT: 1.0, HUNDREDTH_PERCENT: 0.01, TENTH_PERCENT: 0.1}
_ACCEPTED, _REJECTED, _BAD = 0x00, 0x10, 0x20
_TOGGLE = 0x80
_TURN_S = 0.05


class VirtualCsafe(VirtualConsole):
    """A console at `link`; a stair machine's if its `speed_unit` is floors or steps a minute.

    `state` may be set at any time; None goes by the machine: in use while it moves, else ready.
    `heard` has every command so far. Get commands it has no value for are left out of an answer;
    a frame with any other command is rejected.
    """

    def __init__(
        self,
        link: Path,
        machine: VirtualMachine,
        *,
        speed_unit: int = TENTH_KMH,
        grade_unit: int = TENTH_PERCENT,
        baud: int | None = 9600,
        faults: Faults | None = None,
        log: TextIO | None = None,
    ) -> None:
        super().__init__(link, machine, baud=baud, faults=faults, log=log)
        self.speed_unit = speed_unit
        self.grade_unit = grade_unit
        self.state: int | None = None
        self.heard: set[int] = set()
        self.climbed = Count()
        """Steps, on a stair machine."""
        self._receiver = _Receiver()
        self._toggle = 0
        self._said_state = self._state_now()

    def answer(self, contents: bytes | None) -> bytes:
        """The frame that answers the contents of one; None stands for a damaged one."""
        if contents is None:
            return self._frame(_BAD, b"")
        commands = _commands(contents)
        self.heard.update(commands)
        groups = [self._group(command) for command in commands]
        if None in groups:
            return self._frame(_REJECTED, b"")
        return self._frame(_ACCEPTED, b"".join(group for group in groups if group))

    def _turn(self, t_s: float) -> float:
        self.climbed.grow(t_s, (self.machine.cadence_spm or 0.0) / 60)
        if self._state_now() != self._said_state:
            self._tell(self._frame(_ACCEPTED, b""), checksum_at=-2)
        return _TURN_S

    def _hear(self, data: bytes) -> None:
        for contents in self._receiver.feed(data, self._clock.monotonic()):
            self._tell(self.answer(contents), checksum_at=-2)

    def _state_now(self) -> int:
        if self.state is not None:
            return self.state
        return IN_USE if self.machine.is_moving else READY

    def _frame(self, verdict: int, groups: bytes) -> bytes:
        self._toggle ^= _TOGGLE
        self._said_state = self._state_now()
        return framed(bytes((self._toggle | verdict | self._said_state,)) + groups)

    def _group(self, command: int) -> bytes | None:
        """What answers one command: b"" for nothing to say, None for none that may be asked."""
        machine = self._told()
        match command:
            case 0x80 | 0xA1:  # status, distance
                said = b""
            case 0x91:  # version
                said = _group(command, VERSION)
            case 0x94:  # serial number
                said = _group(command, SERIAL_NUMBER)
            case 0xA2:  # climb
                said = self._climb(command)
            case 0xA5:  # speed
                said = _amount(command, self._speed(machine), self.speed_unit)
            case 0xA7:  # cadence
                said = _amount(command, machine.cadence_spm, STEPS_A_MINUTE)
            case 0xA8:  # grade
                percent, unit = machine.grade_percent, _PERCENT_OF_UNIT[self.grade_unit]
                said = _amount(command, percent and percent / unit, self.grade_unit)
            case 0xB0:  # heart rate
                said = _group(command, bytes((round(machine.heart_rate_bpm or 0),)))
            case _:
                said = None
        return said

    def _climb(self, command: int) -> bytes:
        if self.speed_unit not in {FLOORS_A_MINUTE, STEPS_A_MINUTE}:
            return b""
        return _amount(command, int(self.climbed.total) // STEPS_A_FLOOR, FLOORS)

    def _speed(self, machine: VirtualMachine) -> float | None:
        spm, kmh = machine.cadence_spm, machine.speed_kmh
        if self.speed_unit == STEPS_A_MINUTE:
            return spm
        if self.speed_unit == FLOORS_A_MINUTE:
            return None if spm is None else spm / STEPS_A_FLOOR
        return None if kmh is None else kmh / _KMH_OF_UNIT[self.speed_unit]


def framed(contents: bytes) -> bytes:
    """A frame: start, contents and their XOR with special bytes stuffed, stop."""
    stuffed = bytearray()
    for byte in contents + bytes((_xor(contents),)):
        stuffed += bytes((_STUFF, byte & 0x03)) if byte in _SPECIAL else bytes((byte,))
    return bytes((_START, *stuffed, _STOP))


def _xor(data: Iterable[int]) -> int:
    total = 0
    for byte in data:
        total ^= byte
    return total


def _amount(command: int, value: float | None, unit: int) -> bytes:
    if value is None:
        return b""
    amount = min(0x7FFF, max(-0x8000, round(value)))
    return _group(command, amount.to_bytes(2, "little", signed=True) + bytes((unit,)))


def _group(command: int, data: bytes) -> bytes:
    return bytes((command, len(data))) + data


def _commands(contents: bytes) -> list[int]:
    """The commands of a frame; those below 80 bring a length and data along."""
    commands: list[int] = []
    at = 0
    while at < len(contents):
        commands.append(contents[at])
        has_data = contents[at] < 0x80 and at + 1 < len(contents)
        at += 2 + contents[at + 1] if has_data else 1
    return commands


class _Receiver:
    """The console's ear: 50 bytes, and no patience with unfinished frames."""

    def __init__(self) -> None:
        self._frame: bytearray | None = None
        self._heard_at = 0.0

    def feed(self, data: bytes, at: float) -> list[bytes | None]:
        """The contents of each frame that is whole now; None for one that is damaged."""
        if self._frame is not None and at - self._heard_at > UNFINISHED_S:
            self._frame = None
        if data:
            self._heard_at = at
        found: list[bytes | None] = []
        for byte in data:
            if byte == _START:
                self._frame = bytearray()
            elif self._frame is None:
                continue
            elif byte == _STOP:
                found.append(_contents(self._frame))
                self._frame = None
            elif len(self._frame) >= LONGEST_FRAME - 2:
                self._frame = None
            else:
                self._frame.append(byte)
        return found


def _contents(stuffed: bytearray) -> bytes | None:
    plain = bytearray()
    is_stuffed = False
    for byte in stuffed:
        if byte == _STUFF and not is_stuffed:
            is_stuffed = True
            continue
        plain.append(byte | 0xF0 if is_stuffed else byte)
        is_stuffed = False
    if not plain or is_stuffed or _xor(plain):
        return None
    return bytes(plain[:-1])
