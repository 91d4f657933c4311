"""A Modbus RTU inclinometer without hardware: answers reads of its angles, byte by byte its own."""

import math
from pathlib import Path
from typing import TextIO

from drivers.virtual.console import VirtualConsole
from drivers.virtual.faults import Faults
from drivers.virtual.incline import OTHER_AXIS_DEG, Noise
from drivers.virtual.machine import VirtualMachine

ILLEGAL_FUNCTION, ILLEGAL_ADDRESS, ILLEGAL_VALUE = 1, 2, 3
_REQUEST_BYTES = 8
_MOST_REGISTERS = 125
_SILENCE_S = 0.05
"""What has not become a request by then never will."""


class VirtualModbus(VirtualConsole):
    """A slave at `link` whose pitch is the machine's grade; the defaults are WitMotion's.

    `registers` to a value, of two the high word first; `heading_register` holds an angle that is
    never quite still, None if there is none. `heard` has the function codes of all requests to it.
    """

    def __init__(
        self,
        link: Path,
        machine: VirtualMachine,
        *,
        slave: int = 0x50,
        function: int = 3,
        pitch_register: int = 0x3E,
        roll_register: int = 0x3D,
        heading_register: int | None = 0x3F,
        registers: int = 1,
        degrees_per_unit: float = 180 / 32768,
        baud: int | None = 9600,
        faults: Faults | None = None,
        log: TextIO | None = None,
    ) -> None:
        super().__init__(link, machine, baud=baud, faults=faults, log=log)
        self.heard: set[int] = set()
        self._slave = slave
        self._function = function
        self._places = {pitch_register: "pitch", roll_register: "roll"}
        if heading_register is not None:
            self._places.setdefault(heading_register, "heading")
        self._size = registers
        self._unit = degrees_per_unit
        self._noise = Noise()
        self._buffer = bytearray()
        self._heard_at = 0.0

    def answer(self, request: bytes) -> bytes:
        """What one whole request to this slave is answered with."""
        function = request[1]
        self.heard.add(function)
        if function != self._function:
            return self._exception(function, ILLEGAL_FUNCTION)
        first, count = int.from_bytes(request[2:4]), int.from_bytes(request[4:6])
        if not 0 < count <= _MOST_REGISTERS:
            return self._exception(function, ILLEGAL_VALUE)
        held = self.faults.hold("registers", self._registers())
        wanted = range(first, first + count)
        if any(register not in held for register in wanted):
            return self._exception(function, ILLEGAL_ADDRESS)
        words = b"".join(held[register] for register in wanted)
        return with_crc(bytes((self._slave, function, len(words))) + words)

    def _hear(self, data: bytes) -> None:
        now = self._clock.monotonic()
        if data:
            self._heard_at = now
        elif now - self._heard_at > _SILENCE_S:
            self._buffer.clear()
        self._buffer += data
        while len(self._buffer) >= _REQUEST_BYTES:
            request = bytes(self._buffer[:_REQUEST_BYTES])
            if with_crc(request[:-2]) != request:
                del self._buffer[:1]
                continue
            del self._buffer[:_REQUEST_BYTES]
            if request[0] == self._slave:
                self._tell(self.answer(request))

    def _registers(self) -> dict[int, bytes]:
        """Each register's word, by number."""
        grade = self.machine.grade_percent or 0.0
        degrees = {
            "pitch": math.degrees(math.atan(grade / 100)),
            "roll": OTHER_AXIS_DEG,
            "heading": self._noise.heading_deg(),
        }
        words: dict[int, bytes] = {}
        for register, name in self._places.items():
            value = round(degrees[name] / self._unit).to_bytes(2 * self._size, signed=True)
            for place in range(self._size):
                words[register + place] = value[2 * place : 2 * place + 2]
        return words

    def _exception(self, function: int, code: int) -> bytes:
        return with_crc(bytes((self._slave, function | 0x80, code)))


def with_crc(body: bytes) -> bytes:
    """`body` and its CRC-16 as Modbus has it: polynomial A001 (reflected 8005), low byte first."""
    crc = 0xFFFF
    for byte in body:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return body + crc.to_bytes(2, "little")
