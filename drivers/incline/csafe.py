"""CSAFE, the language of fitness machines' consoles: we ask with Get commands, and only these."""

from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType

from drivers.incline.readings import KMH_PER_MPH, Console, Reading, console
from kiosk.words import text

START = 0xF1
END = 0xF2
ESCAPE = 0xF3
EXTENDED_START = 0xF0
LONGEST = 256
"""Bytes in a frame, stuffed; longer is not one."""
ASK_EVERY_S = 0.5


class Get(IntEnum):
    """All that is ever asked. None of these changes anything in a machine."""

    STATUS = 0x80
    HORIZONTAL = 0xA1
    VERTICAL = 0xA2
    SPEED = 0xA5
    GRADE = 0xA8
    HEART_RATE = 0xB0


# Units are the machine's choice, so nothing is assumed: a unit that is not here has no meaning.
SPEED_KMH = MappingProxyType({0x10: KMH_PER_MPH, 0x11: KMH_PER_MPH / 10, 0x30: 1.0, 0x31: 0.1})
STEPS_A_MINUTE = 0x51
GRADE_PERCENT = MappingProxyType({0x4A: 1.0, 0x4B: 0.01, 0x4C: 0.1})


def frame(contents: bytes) -> bytes:
    """`contents` between start and end, with checksum; all inside is stuffed, the checksum too."""
    checksum = 0
    for byte in contents:
        checksum ^= byte
    stuffed = bytearray([START])
    for byte in (*contents, checksum):
        is_special = EXTENDED_START <= byte <= ESCAPE
        stuffed += bytes([ESCAPE, byte & 0x03] if is_special else [byte])
    stuffed.append(END)
    return bytes(stuffed)


def ask(*commands: Get) -> bytes:
    """A question. Its type lets nothing in that could move a machine; this makes sure."""
    return frame(bytes(Get(command) for command in commands))


ASK_STATUS = ask(Get.STATUS)
POLL = ask(Get.SPEED, Get.GRADE, Get.HORIZONTAL, Get.VERTICAL, Get.HEART_RATE)


@dataclass(frozen=True, slots=True)
class Reply:
    """One frame of a console."""

    status: int
    values: dict[int, bytes] = field(default_factory=dict[int, bytes])
    """Data by command, as far as the console knew an answer."""

    @property
    def speed_kmh(self) -> float | None:
        number, unit = self._measured(Get.SPEED)
        factor = SPEED_KMH.get(unit)
        return None if factor is None else number * factor

    @property
    def cadence_spm(self) -> float | None:
        """A stair machine's speed."""
        number, unit = self._measured(Get.SPEED)
        return float(number) if unit == STEPS_A_MINUTE else None

    @property
    def grade_percent(self) -> float | None:
        number, unit = self._measured(Get.GRADE)
        factor = GRADE_PERCENT.get(unit)
        signed = number - 0x10000 if number >= 0x8000 else number
        return None if factor is None else signed * factor

    def console(self) -> Console:
        return console(self.speed_kmh, self.grade_percent, self.cadence_spm)

    def _measured(self, command: Get) -> tuple[int, int]:
        """Number and unit; unit −1 without an answer."""
        data = self.values.get(command, b"")
        if len(data) != 3:
            return 0, -1
        return int.from_bytes(data[:2], "little"), data[2]


class CsafeReader:
    """Asks twice a second and takes the answers in any chunks, and any bytes at all."""

    asks = frozenset({ASK_STATUS, POLL})
    changes = None
    complaint = text("does not say its speed or grade: it may not be made to tell them")

    def __init__(self, question: bytes = POLL) -> None:
        self._question = question
        self._inside: bytearray | None = None
        """The frame being received, still stuffed; None between frames."""
        self._due = 0.0
        self.frames = 0
        self.damaged = 0

    def ask(self, at: float) -> bytes:
        """What is to be sent at `at` (monotonic seconds), if anything."""
        if at < self._due:
            return b""
        self._due = at + ASK_EVERY_S
        return self._question

    def feed(self, data: bytes) -> list[Reading]:
        """What the frames say that these bytes complete, oldest first; never raises."""
        return [reply.console() for reply in self.replies(data)]

    def replies(self, data: bytes) -> list[Reply]:
        found: list[Reply] = []
        for byte in data:
            if byte == START:
                self.damaged += self._inside not in (None, b"")
                self._inside = bytearray()
            elif self._inside is None:
                continue
            elif byte == END:
                found += self._whole(bytes(self._inside))
                self._inside = None
            elif byte == EXTENDED_START or len(self._inside) >= LONGEST:
                self.damaged += 1
                self._inside = None
            else:
                self._inside.append(byte)
        return found

    def _whole(self, stuffed: bytes) -> list[Reply]:
        contents = _unstuffed(stuffed)
        reply = None if contents is None else _reply(contents)
        if reply is None:
            self.damaged += 1
            return []
        self.frames += 1
        return [reply]


def _unstuffed(stuffed: bytes) -> bytes | None:
    """The contents without the checksum, if that is right."""
    plain = bytearray()
    rest = iter(stuffed)
    for byte in rest:
        if byte != ESCAPE:
            plain.append(byte)
            continue
        low = next(rest, None)
        if low is None or low > 0x03:
            return None
        plain.append(EXTENDED_START | low)
    checksum = 0
    for byte in plain:
        checksum ^= byte
    return bytes(plain[:-1]) if len(plain) >= 2 and checksum == 0 else None


def _reply(contents: bytes) -> Reply | None:
    """Status, then command, length and data again and again; None if the lengths do not fit."""
    values: dict[int, bytes] = {}
    at = 1
    while at < len(contents):
        if at + 1 >= len(contents):
            return None
        command, length = contents[at], contents[at + 1]
        data = contents[at + 2 : at + 2 + length]
        if len(data) < length:
            return None
        values[command] = data
        at += 2 + length
    return Reply(contents[0], values)
