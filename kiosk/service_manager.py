"""Tells systemd that the kiosk is ready, alive and how it is doing; without systemd, nothing."""

import logging
import os
import socket
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Final, Self

from kiosk.session.state import KioskState, Phase

# Own code, although libraries exist: under a compositor the kiosk is not the unit's main process,
# so WATCHDOG_PID names another one, and they keep silent then; they also wait where nobody reads.

STATUS_EVERY_S: Final = 10.0
LONGEST: Final = 200
"""Characters of a status line."""

_logger = logging.getLogger(__name__)


class ServiceManager:
    """sd_notify(3): datagrams to NOTIFY_SOCKET. Nothing here waits or raises; any thread."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        named = environment.get("NOTIFY_SOCKET", "")
        # An abstract name is told with @ where the kernel wants a zero byte.
        self._address = f"\0{named[1:]}" if named.startswith("@") else named
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) if named else None
        self._is_ready = False
        self._is_told_off = False
        limit_us = environment.get("WATCHDOG_USEC", "")
        usable = bool(named) and limit_us.isascii() and limit_us.isdigit() and int(limit_us) > 0
        self.feed_every_s: float | None = int(limit_us) / 3e6 if usable else None
        """A third of what the watchdog allows; None: nobody watches."""

    @property
    def is_listening(self) -> bool:
        return self._socket is not None

    def ready(self) -> None:
        """The kiosk can be used from now on; said once."""
        if not self._is_ready:
            self._is_ready = True
            self._send("READY=1")

    def starting(self, seconds: float) -> None:
        """Not ready yet, and that is as it should be: it may take so long from now."""
        self._send(f"EXTEND_TIMEOUT_USEC={round(seconds * 1e6)}")

    def alive(self) -> None:
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        self._send("STOPPING=1")

    def status(self, line: str) -> None:
        """What `systemctl status` shows; on one line, cut where it is too long."""
        self._send("STATUS=" + " ".join(line.split())[:LONGEST])

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _send(self, message: str) -> None:
        if self._socket is None:
            return
        try:
            self._socket.sendto(message.encode(), socket.MSG_DONTWAIT, self._address)
        except OSError as error:
            if not self._is_told_off:
                self._is_told_off = True
                _logger.warning("systemd cannot be told how the kiosk is doing: %s", error)
        else:
            self._is_told_off = False


class Pulse:
    """Feeds the watchdog from the pump: call `look` after each. In the window that is the GUI
    thread's own timer, so a loop that is blocked feeds nothing and is started again.
    """

    def __init__(self, manager: ServiceManager, state: KioskState) -> None:
        self._manager = manager
        self._state = state
        self._fed_at = self._told_at = float("-inf")
        self._line = ""

    def look(self) -> None:
        now, every = self._state.now, self._manager.feed_every_s
        if every is not None and now - self._fed_at >= every:
            self._fed_at = now
            self._manager.alive()
        if now - self._told_at >= STATUS_EVERY_S:
            self._told_at = now
            line = status_line(self._state)
            if line != self._line:
                self._line = line
                self._manager.status(line)


class Patience:
    """While the history is put right or migrated, systemd is asked for more time, by a thread of
    its own: such a start may take minutes, and to begin it anew would help nobody.
    """

    EVERY_S: Final = 20.0
    MOST_S: Final = 1800.0
    """Then something hangs, and a start anew may help."""

    def __init__(self, manager: ServiceManager) -> None:
        self._manager = manager
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._ask, name="patience", daemon=True)

    def __enter__(self) -> Self:
        if self._manager.is_listening:
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _ask(self) -> None:
        asked_s = 0.0
        while asked_s < self.MOST_S:
            self._manager.starting(2 * self.EVERY_S)
            if self._over.wait(self.EVERY_S):
                return
            asked_s += self.EVERY_S


def status_line(state: KioskState) -> str:
    """How many are here and train, and what is wrong; never who."""
    here = list(state.participants.values())
    training = sum(who.phase in (Phase.RUNNING, Phase.PAUSED) for who in here)
    wrong = [status.message for status in state.devices.values() if status.state != "live"]
    line = f"{len(here)} here, {training} training."
    if not wrong:
        return line
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    return f"{line} {wrong[0]}{more}"
