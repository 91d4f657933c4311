"""An RFID reader without tags: a FIFO with the key presses that a keyboard-wedge reader makes."""

import contextlib
import os
import struct
from pathlib import Path
from typing import TextIO

from drivers.virtual.cable import Cable
from drivers.virtual.faults import Faults
from drivers.virtual.twin import Twin
from kiosk.errors import DeviceError, SettingsError

EVENT = "llHHi"
"""A record of Linux's input layer: seconds, microseconds, type, code, value, in native sizes."""
_EV_SYN, _EV_KEY, _EV_MSC = 0, 1, 4
_SYN_REPORT, _MSC_SCAN = 0, 4
_KEYBOARD_PAGE = 0x70000
_ENTER = "\n"
_LETTERS = {"A": 30, "B": 48, "C": 46, "D": 32, "E": 18, "F": 33}
# Key codes of the number row and of Enter, and what the USB keyboard page calls the same keys.
_KEYS = {
    **{digit: (code, 0x1C + code) for code, digit in enumerate("1234567890", start=2)},
    **{letter: (code, 0x04 + place) for place, (letter, code) in enumerate(_LETTERS.items())},
    _ENTER: (28, 0x28),
}


class VirtualReader(Twin):
    """A reader at `link`, which is a FIFO of input records; `tap` holds a tag to it.

    Like a real reader it types for whoever has it open, and for nobody else. `log` gets a CSV line
    for each tap. Raises DeviceError from start() when the FIFO cannot be made.
    """

    log_header = "utc_ms,tag\n"

    def __init__(
        self, link: Path, *, faults: Faults | None = None, log: TextIO | None = None
    ) -> None:
        super().__init__(link, faults=faults, log=log)

    def tap(self, number: str) -> None:
        """Types a tag's digits (or hexadecimal letters) and Enter. Any thread.

        Raises SettingsError for a number that no such reader types.
        """
        records = [
            record
            for key in checked_tag(number) + _ENTER
            for record in _typed(key, self._clock.utc_ms())
        ]
        if self._send(*self.faults.hold("tag", records)):
            self._note(number)

    def _make_port(self) -> Cable:
        return FifoPort(self._link, self.faults)


class FifoPort(Cable):
    """A FIFO at `link`. Whoever reads it sees its end when it is unplugged, as a reader's would be.

    What is written while nobody reads is gone.
    """

    _brings_bytes = False

    def _make(self) -> int:
        link = self._link
        if link.exists() and not link.is_fifo():
            raise DeviceError(f"{link} exists and is no FIFO: choose another path with --link")
        fresh = link.with_name(f".{link.name}.{os.getpid()}")
        try:
            fresh.unlink(missing_ok=True)
            os.mkfifo(fresh, 0o600)
            ours = os.open(fresh, os.O_RDONLY | os.O_NONBLOCK)  # or nobody could write
            try:
                end = os.open(fresh, os.O_WRONLY | os.O_NONBLOCK)
            finally:
                os.close(ours)
            fresh.replace(link)
        except OSError as error:
            raise DeviceError(
                f"{link} cannot be made ({error.strerror}): choose another path with --link"
            ) from error
        return end

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            if self._link.stat().st_ino == os.fstat(self._end).st_ino:
                self._link.unlink()


def checked_tag(number: str) -> str:
    """`number` as a reader can type it. Raises SettingsError when it cannot."""
    if not number or not set(number) <= set(_KEYS) - {_ENTER}:
        raise SettingsError(f'"{number}" is no tag: a reader types digits, or letters from A to F')
    return number


def _typed(key: str, utc_ms: int) -> list[bytes]:
    """A key going down and up again: what was scanned, the key, and the end of the report."""
    code, usage = _KEYS[key]
    time = (utc_ms // 1000, utc_ms % 1000 * 1000)
    return [
        struct.pack(EVENT, *time, *record)
        for value in (1, 0)
        for record in (
            (_EV_MSC, _MSC_SCAN, _KEYBOARD_PAGE | usage),
            (_EV_KEY, code, value),
            (_EV_SYN, _SYN_REPORT, 0),
        )
    ]
