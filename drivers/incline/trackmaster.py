"""TrackMaster treadmills: two harmless questions, speed and grade; nothing else is ever sent."""

import re

from drivers.incline.readings import KMH_PER_MPH, NOTHING, Console, Reading, console
from kiosk.words import text

BAUD = 4800
BELT_ORDERS = frozenset(range(0xA0, 0xAD))
"""Bytes that move the belt of whatever TrackMaster hears them at its rate."""
ASK_SPEED = b"\xc1"
ASK_GRADE = b"\xc2"
SPEED = 0xD1
GRADE = 0xD2
ERRORS = (0xBE, 0xBF)
ASK_EVERY_S = 0.25
"""One of the two at a time: each is known twice a second."""

_HEADERS = re.compile(rb"[\xbe\xbf\xd1\xd2]")
_REPLY_BYTES = 5


class TrackmasterReader:
    """Asks for speed and grade in turn, and takes the answers in any chunks, any bytes at all.

    None of BELT_ORDERS is in a question of ours. There is no checksum: whoever uses a value must
    doubt it.
    """

    asks = frozenset({ASK_SPEED, ASK_GRADE})
    changes = None

    def __init__(self) -> None:
        self._buffer = b""
        self._due = 0.0
        self._next = ASK_SPEED
        self._errors = 0
        self.frames = 0
        self.damaged = 0

    @property
    def complaint(self) -> str:
        if self._errors:
            return text("answers with an error: look at the machine's own screen, then restart it")
        return text("says no speed or grade that can be true: check its cable")

    def ask(self, at: float) -> bytes:
        """What is to be sent at `at` (monotonic seconds), if anything."""
        if at < self._due:
            return b""
        self._due = at + ASK_EVERY_S
        asked = self._next
        self._next = ASK_GRADE if asked == ASK_SPEED else ASK_SPEED
        return asked

    def feed(self, data: bytes) -> list[Reading]:
        """What the replies say that these bytes complete, oldest first; never raises."""
        self._buffer += data
        readings: list[Reading] = []
        while (header := _HEADERS.search(self._buffer)) is not None:
            self._buffer = self._buffer[header.start() :]
            if self._buffer[0] in ERRORS:
                self._errors += 1
                self.frames += 1
                self._buffer = self._buffer[1:]
                continue
            digits = self._buffer[1:_REPLY_BYTES]
            if digits and not digits.isdigit():
                self.damaged += 1
                self._buffer = self._buffer[1:]
                continue
            if len(digits) < _REPLY_BYTES - 1:
                return readings
            reading = _console(self._buffer[0], int(digits) / 10)
            if reading != NOTHING:
                readings.append(reading)
            self.frames += 1
            self._buffer = self._buffer[_REPLY_BYTES:]
        self._buffer = b""
        return readings


def _console(header: int, value: float) -> Console:
    if header == SPEED:
        return console(speed_kmh=value * KMH_PER_MPH)
    return console(grade_percent=value)
