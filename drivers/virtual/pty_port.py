"""A serial port without hardware: a pty that can be plugged in, unplugged and plugged in again."""

import contextlib
import os
import select
import threading
import tty
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.errors import DeviceError

_CHUNK = 4096


class PtyPort:
    """The device's end of a virtual serial cable; programs open `link` as their serial port.

    Any thread may call any method. While unplugged, writes go nowhere and reads bring nothing.
    """

    def __init__(self, link: Path) -> None:
        self._link = link
        self._lock = threading.Lock()
        self._master = -1
        self._slave = -1  # one end of ours stays open, or a program's closing would hang us up
        self._slave_name = ""
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
        return self._master >= 0

    def plug(self) -> None:
        """A new pty under the same link, as a stick that comes back; nothing if plugged in."""
        with self._lock:
            if self._master >= 0 or self._closed:
                return
            master, slave = os.openpty()
            try:
                tty.setraw(slave)  # a cooked pty echoes
                os.set_blocking(master, False)
                _point(self._link, os.ttyname(slave))
            except BaseException:
                os.close(master)
                os.close(slave)
                raise
            self._master, self._slave, self._slave_name = master, slave, os.ttyname(slave)
            self._wake()

    def unplug(self) -> None:
        """Hangs up on whoever has the port open, and removes the link."""
        with self._lock:
            if self._master < 0:
                return
            self._wake()  # a reader still polling the descriptor would keep the line up
            with contextlib.suppress(OSError):
                if self._link.readlink() == Path(self._slave_name):
                    self._link.unlink()
            os.close(self._slave)
            os.close(self._master)
            self._master = self._slave = -1

    def write(self, data: bytes) -> None:
        """Sends `data`; what does not fit because nobody reads is dropped and counted."""
        with self._lock:
            if self._master < 0:
                return
            sent = 0
            try:
                while sent < len(data):
                    sent += os.write(self._master, data[sent:])
            except OSError:  # full
                self.dropped_bytes += len(data) - sent

    def read(self, timeout: float) -> bytes:
        """What has arrived, waiting at most `timeout` seconds for it; b"" if nothing did."""
        poll = select.poll()
        with self._lock:
            if self._closed:
                return b""
            master = self._master
            poll.register(self._wake_read, select.POLLIN)
            if master >= 0:
                poll.register(master, select.POLLIN)
        poll.poll(max(0.0, timeout) * 1000)
        with self._lock:
            if self._closed:
                return b""
            with contextlib.suppress(BlockingIOError):
                os.read(self._wake_read, _CHUNK)
            if master < 0 or self._master != master:
                return b""
            try:
                return os.read(master, _CHUNK)
            except OSError:  # nothing there
                return b""

    def close(self) -> None:
        self.unplug()
        with self._lock:
            if not self._closed:
                self._closed = True
                os.close(self._wake_read)
                os.close(self._wake_write)

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


def _point(link: Path, target: str) -> None:
    """Puts `link` in place in one step; a stale link of an earlier run is replaced."""
    if link.exists() and not link.is_symlink():
        raise DeviceError(f"{link} exists and is not a link: choose another path with --link")
    fresh = link.with_name(f".{link.name}.{os.getpid()}")
    try:
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(target)
        fresh.replace(link)
    except OSError as error:
        raise DeviceError(
            f"{link} cannot be made ({error.strerror}): choose another path with --link"
        ) from error
