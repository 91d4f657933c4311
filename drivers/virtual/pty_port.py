"""A serial port without hardware: a pty that can be plugged in, unplugged and plugged in again."""

import contextlib
import os
import termios
import tty
from pathlib import Path

from drivers.virtual.cable import Cable
from drivers.virtual.faults import Faults
from kiosk.errors import DeviceError

WRONG_BAUD = 19200
"""What a device runs at that was set to a wrong rate; twice that if this is its own."""
_OUTPUT_SPEED = 5  # in what tcgetattr gives
_BAUDS = {
    getattr(termios, f"B{baud}"): baud
    for baud in (
        *(1200, 2400, 4800, 9600, 19200, 38400),
        *(57600, 115200, 230400, 460800, 921600),
    )
}


class PtyPort(Cable):
    """The device's end of a virtual serial cable; programs open `link` as their serial port.

    With a `baud`, what a program writes or reads at another rate arrives as a UART would sample it.
    """

    def __init__(self, link: Path, baud: int | None = None, faults: Faults | None = None) -> None:
        self._baud = baud
        self._slave = -1  # one end of ours stays open, or a program's closing would hang us up
        self._slave_name = ""
        super().__init__(link, faults)

    def _make(self) -> int:
        master, slave = os.openpty()
        try:
            tty.setraw(slave)  # a cooked pty echoes
            os.set_blocking(master, False)
            _point(self._link, os.ttyname(slave))
        except BaseException:
            os.close(master)
            os.close(slave)
            raise
        self._slave, self._slave_name = slave, os.ttyname(slave)
        return master

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            if self._link.readlink() == Path(self._slave_name):
                self._link.unlink()
        os.close(self._slave)
        self._slave = -1

    def _rates(self) -> tuple[int | None, int | None]:
        own = self._baud
        if self._faults.kind == "wrong baud":
            own = WRONG_BAUD if own != WRONG_BAUD else 2 * WRONG_BAUD
        if own is None:
            return None, None
        return own, _BAUDS.get(termios.tcgetattr(self._slave)[_OUTPUT_SPEED])


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
