"""RFID readers that type like a keyboard: their keys are read here and reach nobody else.

The kernel's records are read as they are (24 bytes each): the evdev package has no wheel for a Pi.
"""

import errno
import fcntl
import os
import select
import stat
import struct
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager

from drivers.supervisor import Ready
from kiosk.clock import Clock
from kiosk.errors import DeviceAbsent, DeviceError
from kiosk.events import DeviceFacts, Event, Tag
from kiosk.settings import ReaderSettings
from kiosk.tags import FastTyping
from kiosk.words import Opening, text

RECORD = struct.Struct("llHHi")
"""`struct input_event`, in this machine's own sizes: seconds, microseconds, type, code, value."""
EV_SYN, EV_KEY = 0, 1
SYN_DROPPED = 3
PRESSED = 1

PAUSE_S = 0.5
"""Longer inside a number, and it is none."""
TURN_MS = 50

_EVIOCGRAB = 0x40044590
_EVIOCGNAME_256 = 0x81004506
_ABSENT = {errno.ENOENT, errno.ENXIO, errno.ENODEV, errno.ENOTDIR}
_ROW = {code: str((code - 1) % 10) for code in range(2, 12)}
_KEYPAD = dict(zip((82, 79, 80, 81, 75, 76, 77, 71, 72, 73), "0123456789", strict=True))
_LETTERS = dict(zip((30, 48, 46, 32, 18, 33), "ABCDEF", strict=True))
_ENTER = dict.fromkeys((28, 96), "\n")
CHARACTERS = _ROW | _KEYPAD | _LETTERS | _ENTER
"""By the kernel's key code; a reader types no others that matter."""


class TagText:
    """Bytes of input records in, numbers of tags out; any bytes, in any portions."""

    def __init__(self) -> None:
        self._rest = b""
        self._typing = FastTyping(PAUSE_S, fewest=1)

    def feed(self, data: bytes, at: float) -> list[str]:
        """The numbers that were completed by `data`, which came at `at` (seconds, monotonic)."""
        data = self._rest + data
        whole = len(data) // RECORD.size * RECORD.size
        self._rest = data[whole:]
        numbers: list[str] = []
        for _, _, kind, code, value in RECORD.iter_unpack(data[:whole]):
            if kind == EV_SYN and code == SYN_DROPPED:
                self._typing.spoil()
            elif kind == EV_KEY and value == PRESSED and code in CHARACTERS:
                number = self._typing.feed(CHARACTERS[code], at)
                if number is not None:
                    numbers.append(number)
        return numbers


class TagReader:
    """One reader; a device for the supervisor. `seal` makes of a tag's number what may be known."""

    optional = False

    def __init__(
        self,
        path: str,
        station: str | None,
        seal: Callable[[str], str],
        post: Callable[[Event], None],
        clock: Clock,
    ) -> None:
        self.name = f"reader:{station or 'kiosk'}"
        self.spoken = (
            text("the tag reader of {station}", station=station)
            if station
            else text("the kiosk's tag reader")
        )
        self._path = path
        self._station = station
        self._seal = seal
        self._post = post
        self._clock = clock

    def run(self, ready: Ready, stop: threading.Event) -> None:
        """Posts a Tag for each number until `stop` is set.

        Raises DeviceAbsent when no reader is there, DeviceError when it may not be opened, is held
        by another program, is no reader or was unplugged, and when the tags' key cannot be used.
        """
        with self._opened() as reader:
            self._seal("0")  # whoever taps should not be the one to find the key damaged
            self._post(DeviceFacts(self._clock.monotonic(), self.name, self._path, _maker(reader)))
            ready(text("Tag reader on {path}", path=self._path))
            poll = select.poll()
            poll.register(reader, select.POLLIN)
            typed = TagText()
            while not stop.is_set():
                for _, what in poll.poll(TURN_MS):
                    self._take(typed, self._read(reader, what))

    def _take(self, typed: TagText, data: bytes) -> None:
        now = self._clock.monotonic()
        for number in typed.feed(data, now):
            self._post(Tag(now, self._seal(number), self._station))

    def _read(self, reader: int, what: int) -> bytes:
        try:
            data = os.read(reader, 64 * RECORD.size) if what & select.POLLIN else b""
        except BlockingIOError:
            return b""
        except OSError:  # the kernel's word for a device that was pulled
            data = b""
        if not data:
            raise DeviceError(
                text("{reader} was unplugged: plug it in again", reader=Opening(self.spoken))
            )
        return data

    @contextmanager
    def _opened(self) -> Generator[int]:
        try:
            reader = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except OSError as error:
            raise self._sentence(error) from error
        try:
            self._grab(reader)
            yield reader
        finally:
            os.close(reader)  # which lets go of the grab as well

    def _grab(self, reader: int) -> None:
        """From now on its keys reach only us; a virtual reader is a FIFO and has nobody else."""
        if stat.S_ISFIFO(os.fstat(reader).st_mode):
            return
        try:
            fcntl.ioctl(reader, _EVIOCGRAB, 1)
        except OSError as error:
            raise self._sentence(error) from error

    def _sentence(self, error: OSError) -> DeviceError:
        if error.errno in _ABSENT:
            return DeviceAbsent(
                text(
                    "No tag reader is at {path}: plug it in, or correct the port of the reader "
                    "in the configuration",
                    path=self._path,
                )
            )
        if error.errno in {errno.EACCES, errno.EPERM}:
            return DeviceError(
                text(
                    "{path} may not be opened by this user: run `sudo usermod -aG input "
                    "$USER`, then log in again",
                    path=self._path,
                )
            )
        if error.errno == errno.EBUSY:
            return DeviceError(
                text(
                    "The tag reader on {path} is held by another program: close that program first",
                    path=self._path,
                )
            )
        return DeviceError(
            text(
                "{path} is not a tag reader: write the one under /dev/input/by-id that ends in "
                "-event-kbd into the configuration",
                path=self._path,
            )
        )


def reader_device(
    reader: ReaderSettings,
    seal: Callable[[str], str],
    post: Callable[[Event], None],
    clock: Clock,
) -> TagReader:
    """The reader as the configuration has it, named "reader:<station or kiosk>"."""
    return TagReader(reader.port, reader.station, seal, post, clock)


def _maker(reader: int) -> str | None:
    """What the reader calls itself; None for one that does not say."""
    name = bytearray(256)
    try:
        fcntl.ioctl(reader, _EVIOCGNAME_256, name)
    except OSError:
        return None
    return name.split(b"\0", 1)[0].decode("utf-8", "replace").strip() or None
