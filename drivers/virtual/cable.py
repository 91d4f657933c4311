"""The device's end of a virtual cable: plugged in and pulled out, faulty, slow, at a wrong rate."""

import contextlib
import os
import select
import threading
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType
from typing import Self

from drivers.virtual.faults import Faults
from drivers.virtual.uart import resample
from kiosk.clock import SystemClock

SLOW_BYTES_PER_S = 40.0
"""Of a line that dribbles: most frames take longer than any reader waits for their end."""
SLOW_BUFFER = 64
"""Bytes on their way on such a line; frames that do not fit are lost whole."""
_CHUNK = 4096


class Cable(ABC):
    """One end of a cable that comes out under `link`; the other end is a program's.

    Any thread may call any method. While unplugged, writes go nowhere and reads bring nothing.
    Raises DeviceError when the link cannot be made.
    """

    _brings_bytes = True
    """Whether programs can write to the device at all."""

    def __init__(self, link: Path, faults: Faults | None = None) -> None:
        self._link = link
        self._faults = faults or Faults()
        self._now = SystemClock().monotonic
        self._lock = threading.Lock()
        self._end = -1
        self._dribble = bytearray()
        self._drips_at = 0.0
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_read, False)
        os.set_blocking(self._wake_write, False)
        self._closed = False
        self.dropped_bytes = 0
        try:
            self.plug()
        except BaseException:
            self.close()
            raise

    @property
    def plugged(self) -> bool:
        return self._end >= 0

    def plug(self) -> None:
        """A new line under the same link, as a device that comes back; nothing if plugged in."""
        with self._lock:
            if self._end >= 0 or self._closed:
                return
            self._end = self._make()
            self._wake()

    def unplug(self) -> None:
        """Hangs up on whoever has the line open, and removes the link."""
        with self._lock:
            if self._end < 0:
                return
            self._wake()  # a reader still polling the descriptor would keep the line up
            self._remove()
            os.close(self._end)
            self._end = -1
            self._dribble.clear()

    def write(self, *frames: bytes, checksum_at: int = -1) -> None:
        """Sends frames as the line's faults make them, never blocking.

        What does not fit, because nobody reads, is dropped and counted. `checksum_at` is where the
        last byte of a frame's checksum stands.
        """
        data = b"".join(self._faults.damage(frame, checksum_at) for frame in frames)
        with self._lock:
            if self._end < 0:
                return
            own, programs = self._rates()
            if data and own is not None and programs is not None:
                data = resample(data, own, programs)
            if self._faults.kind != "slow":
                self._put(bytes(self._dribble) + data)
                self._dribble.clear()
            elif len(self._dribble) + len(data) <= SLOW_BUFFER or not self._dribble:
                self._dribble += data
            else:
                self.dropped_bytes += len(data)

    def read(self, timeout: float) -> bytes:
        """What has arrived, waiting at most `timeout` seconds for it; b"" if nothing did.

        A device must keep calling it: a slow line dribbles on meanwhile.
        """
        until = self._now() + timeout
        while self._drip():
            left = until - self._now()
            data = self._wait(min(left, max(0.0, self._drips_at - self._now())))
            if data or left <= 0:
                return data
        return self._wait(until - self._now())

    def wake(self) -> None:
        """Ends a read that is waiting."""
        with self._lock:
            if not self._closed:
                self._wake()

    def close(self) -> None:
        self.unplug()
        with self._lock:
            if not self._closed:
                self._closed = True
                os.close(self._wake_read)
                os.close(self._wake_write)

    @abstractmethod
    def _make(self) -> int:
        """Puts the link in place; the descriptor of our end, which never blocks."""

    @abstractmethod
    def _remove(self) -> None:
        """Takes the link away, and whatever else _make() opened."""

    def _rates(self) -> tuple[int | None, int | None]:
        """The device's own baud rate, and the one that the program's end is set to, if any."""
        return None, None

    def _put(self, data: bytes) -> None:
        sent = 0
        try:
            while sent < len(data):
                sent += os.write(self._end, data[sent:])
        except OSError:  # full, or nobody there
            self.dropped_bytes += len(data) - sent

    def _drip(self) -> bool:
        """Lets the next byte of a slow line fall when it is time; whether there are more."""
        with self._lock:
            if self._dribble and self._end >= 0 and self._now() >= self._drips_at:
                self._drips_at = self._now() + 1 / SLOW_BYTES_PER_S
                self._put(bytes(self._dribble[:1]))
                del self._dribble[:1]
            return bool(self._dribble)

    def _wait(self, timeout: float) -> bytes:
        poll = select.poll()
        with self._lock:
            if self._closed:
                return b""
            end = self._end if self._brings_bytes else -1
            poll.register(self._wake_read, select.POLLIN)
            if end >= 0:
                poll.register(end, select.POLLIN)
        poll.poll(max(0.0, timeout) * 1000)
        with self._lock:
            if self._closed:
                return b""
            with contextlib.suppress(BlockingIOError):
                os.read(self._wake_read, _CHUNK)
            if end < 0 or self._end != end:
                return b""
            try:
                data = os.read(end, _CHUNK)
            except OSError:  # nothing there
                return b""
            own, programs = self._rates()
            if own is None or programs is None:
                return data
            return resample(data, programs, own)

    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.write(self._wake_write, b"w")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
