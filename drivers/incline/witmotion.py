"""The WitMotion 0x55 stream: bytes in, angles and accelerations out."""

import struct

from drivers.incline.readings import Acceleration, Angle, Reading
from kiosk.words import text

HEADER = 0x55
ACCELERATION = 0x51
ANGLE = 0x53
FRAME_BYTES = 11
FULL_SCALE = 32768
FULL_SCALE_DEG = 180.0
FULL_SCALE_G = 16.0

# Time, motion, magnetometer, ports, pressure, position, quaternion, accuracy, register reply.
# Nothing else is ever sent, so any other byte after 0x55 is noise.
KNOWN_TYPES = frozenset({*range(0x50, 0x5B), 0x5F})


def checksum(body: bytes) -> int:
    """The low byte of the sum of a frame's first ten bytes."""
    return sum(body[: FRAME_BYTES - 1]) & 0xFF


class WitMotionReader:
    """Takes the stream in any chunks, and any bytes at all, without ever raising.

    Noise can add up to a good frame by chance and cover the start of a true one. So a good frame
    that no other directly follows is searched from its second byte on as well: a chance hit can
    add a reading, which the filter refuses, but hides none.
    """

    asks: frozenset[bytes] = frozenset()
    complaint = text("sends no angles: switch on its angle output with the maker's program")

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._at = 0
        """Where in the buffer the search stands."""
        self._inside: int | None = None
        """Where to search on when no frame follows the last good one, which ends at `_at`."""
        self._judged = 0
        """Up to where in the buffer bytes belong to a frame already counted."""
        self.frames = 0
        """Good frames of any type so far."""
        self.damaged = 0
        """Frames so far that began like one but whose checksum was wrong."""
        self.changes = 0
        """Frames of angles or acceleration so far that differed from the one before in any byte; a
        sensor that is alive is never quite still.
        """
        self._newest: dict[int, bytes] = {}

    def ask(self, at: float) -> bytes:  # noqa: ARG002 - one interface for all
        """Nothing: the sensor speaks by itself."""
        return b""

    def feed(self, data: bytes) -> list[Reading]:
        """All readings that these bytes complete, oldest first."""
        self._buffer += data
        readings: list[Reading] = []
        while (good := self._frame_here()) is not None:
            if good:
                self.frames += 1
                readings += self._decoded(bytes(self._buffer[self._at : self._at + FRAME_BYTES]))
                self._inside = self._at + 1
                self._at += FRAME_BYTES
                self._judged = max(self._judged, self._at)
            else:
                self._search_on()
        self._forget(self._at if self._inside is None else self._inside)
        return readings

    def _frame_here(self) -> bool | None:
        """Whether a good frame starts where the search stands; None: more bytes must tell."""
        frame = bytes(self._buffer[self._at : self._at + FRAME_BYTES])
        if frame[:1] not in (b"", b"\x55") or (len(frame) > 1 and frame[1] not in KNOWN_TYPES):
            return False
        if len(frame) < FRAME_BYTES:
            return None
        if checksum(frame) == frame[-1]:
            return True
        if self._at >= self._judged:
            self.damaged += 1
            self._judged = self._at + FRAME_BYTES
        return False

    def _search_on(self) -> None:
        start = self._at + 1 if self._inside is None else self._inside
        self._inside = None
        found = self._buffer.find(HEADER, start)
        self._at = found if found >= 0 else len(self._buffer)

    def _forget(self, count: int) -> None:
        del self._buffer[:count]
        self._at -= count
        self._judged -= count
        self._inside = None if self._inside is None else self._inside - count

    def _decoded(self, frame: bytes) -> list[Reading]:
        kind = frame[1]
        if kind not in (ANGLE, ACCELERATION):
            return []
        self.changes += frame != self._newest.get(kind)
        self._newest[kind] = frame
        first, second, third = struct.unpack_from("<3h", frame, 2)
        if kind == ANGLE:
            unit = FULL_SCALE_DEG / FULL_SCALE
            return [Angle(first * unit, second * unit, third * unit)]
        unit = FULL_SCALE_G / FULL_SCALE
        return [Acceleration(first * unit, second * unit, third * unit)]
