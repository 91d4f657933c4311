"""Tells at once that something was plugged in, as udev says it; the only user of pyudev."""

import logging
import os
import select
import threading
from collections.abc import Callable
from pathlib import Path

import pyudev

from kiosk.words import text

SUBSYSTEMS = ("tty", "usb", "input")
REST_S = 0.5
"""After an error of the netlink socket, so that a broken one costs nothing."""
UDEV_CONTROL = Path("/run/udev/control")

_NO_LIBRARY = text(
    "What is plugged in is noticed up to a second late, because libudev is missing: run "
    "`sudo apt install libudev1`"
)
_NO_SERVICE = text(
    "What is plugged in is noticed up to a second late, because udev does not run: run "
    "`sudo systemctl start systemd-udevd`"
)

_logger = logging.getLogger(__name__)


class Hotplug:
    """Calls the `wake` it is started with whenever a device of ours may have come.

    Where udev is missing nothing happens: then devices are found by trying again and again.
    """

    def __init__(self) -> None:
        self.missing: str | None = None
        """After start(): why nothing is told, and the command that mends it."""
        self._end = -1
        self._thread: threading.Thread | None = None

    def start(self, wake: Callable[[], None]) -> None:
        self.missing = None if UDEV_CONTROL.exists() else _NO_SERVICE
        try:
            context = pyudev.Context()
        except (ImportError, OSError):  # pyudev's ways to say that there is no library
            self.missing = _NO_LIBRARY
            return
        try:
            monitor = _monitor(context)
        except (OSError, ValueError, MemoryError) as error:  # pyudev's errors for each errno
            self.missing = text(
                "What is plugged in is noticed up to a second late, because the kernel lets nobody "
                "listen to it here ({reason}): run the kiosk outside of this container",
                reason=error,
            )
            return
        self._end = os.eventfd(0)
        self._thread = threading.Thread(
            target=_listen, args=(monitor, self._end, wake), name="hotplug", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        if self._thread is not None:
            os.eventfd_write(self._end, 1)
            self._thread.join()
            os.close(self._end)
            self._thread, self._end = None, -1


def _monitor(context: pyudev.Context) -> pyudev.Monitor:
    monitor = pyudev.Monitor.from_netlink(context)
    for subsystem in SUBSYSTEMS:
        monitor.filter_by(subsystem)
    monitor.start()
    return monitor


def _listen(monitor: pyudev.Monitor, end: int, wake: Callable[[], None]) -> None:
    """Until `end` can be read. The monitor closes its socket when the last name for it is gone."""
    poll = select.poll()
    poll.register(end, select.POLLIN)
    poll.register(monitor.fileno(), select.POLLIN)
    ended = select.poll()
    ended.register(end, select.POLLIN)
    while not ended.poll(0):
        try:
            if any(ready != end for ready, _ in poll.poll()) and _something_came(monitor):
                wake()
        except OSError as error:  # too many at once for the socket: some of them may have been ours
            _logger.debug("udev's messages were lost: %s", error)
            wake()
            ended.poll(REST_S * 1000)


def _something_came(monitor: pyudev.Monitor) -> bool:
    """Whether anything but a removal was told: whoever was unplugged notices by itself."""
    came = False
    while (device := monitor.poll(timeout=0)) is not None:
        came = came or device.action != "remove"
    return came
