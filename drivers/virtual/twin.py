"""What all virtual devices share: a thread that serves a port, a cable to pull, faults, a log."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from drivers.virtual.cable import Cable
from drivers.virtual.faults import FaultKind, Faults
from drivers.virtual.pty_port import PtyPort
from kiosk.clock import Clock, SystemClock

Plan = Sequence[tuple[float, Callable[[], object]]]
"""What happens to a device: seconds after the start, and what then."""

TURN_S = 0.1
LATE_S = 1.0
"""Whoever is later than this goes on from now and makes up for nothing."""
FLUSH_S = 1.0
_STOP_LIMIT_S = 5.0


class Twin:
    """A virtual device at `link`. Its own thread by start() and stop(), or run().

    A twin says what it does in `_turn` and `_hear`. `faults` may be changed at any time. With a
    `baud` it runs at that rate only. `log` gets `log_header` and then what the twin adds.
    Raises DeviceError from start() or run() when the link cannot be made.
    """

    log_header = ""

    def __init__(
        self,
        link: Path,
        *,
        baud: int | None = None,
        faults: Faults | None = None,
        log: TextIO | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.faults = faults or Faults()
        self._link = link
        self._baud = baud
        self._log = log
        self._clock: Clock = clock or SystemClock()
        self._port: Cable | None = None
        self._began = self._flushed = self._clock.monotonic()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def dropped_bytes(self) -> int:
        """Bytes that nobody read in time."""
        return self._port.dropped_bytes if self._port else 0

    def unplug(self) -> None:
        """Pulls the cable out. Any thread."""
        if self._port:
            self._port.unplug()

    def plug(self) -> None:
        """Puts it back under the same link. Any thread."""
        if self._port:
            self._port.plug()

    def start(self) -> None:
        self._stop.clear()
        self._open()
        self._thread = threading.Thread(
            target=self.run, args=(self._stop,), name=f"virtual {self._link.name}", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._port:
            self._port.wake()
        if self._thread:
            self._thread.join(_STOP_LIMIT_S)
        if self._port:
            self._port.close()
        self._thread = self._port = None

    def run(self, stop: threading.Event) -> None:
        """Until `stop` is set; closes the port and flushes the log at the end."""
        port = self._open()
        self._began = self._flushed = self._clock.monotonic()
        if self._log:
            self._log.write(self.log_header)
        try:
            while not stop.is_set():
                now = self._clock.monotonic()
                wait_s = self._turn(now - self._began)
                if self._log and now - self._flushed >= FLUSH_S:
                    self._log.flush()
                    self._flushed = now
                self._hear(port.read(max(0.0, min(TURN_S, wait_s))))
        finally:
            port.close()
            if self._log:
                self._log.flush()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _open(self) -> Cable:
        if self._port is None:
            self._port = self._make_port()
        return self._port

    def _make_port(self) -> Cable:
        return PtyPort(self._link, self._baud, self.faults)

    def _turn(self, t_s: float) -> float:
        """Does what is due `t_s` seconds after the start; seconds until the next turn."""
        del t_s
        return TURN_S

    def _hear(self, data: bytes) -> None:
        """Answers what a program wrote; nothing in most turns."""

    def _send(self, *frames: bytes, checksum_at: int = -1) -> bool:
        """Whether the frames went onto the line whole, but for the faults that are wanted."""
        port = self._port
        if port is None or not port.plugged or self.faults.kind == "mute":
            return False
        dropped_before = port.dropped_bytes
        port.write(*frames, checksum_at=checksum_at)
        return port.dropped_bytes == dropped_before

    def _note(self, *values: object) -> None:
        """A line in the log: the time in UTC milliseconds, then `values`."""
        if self._log:
            self._log.write(",".join(map(str, (self._clock.utc_ms(), *values))) + "\n")


def unplugging(twin: Twin, at_s: float, for_s: float) -> Plan:
    """The cable comes out, and goes back."""
    return [(at_s, twin.unplug), (at_s + for_s, twin.plug)]


def failing(twin: Twin, kind: FaultKind, at_s: float, for_s: float) -> Plan:
    """A fault comes and goes."""

    def become(wanted: FaultKind) -> Callable[[], None]:
        return lambda: setattr(twin.faults, "kind", wanted)

    return [(at_s, become(kind)), (at_s + for_s, become("none"))]


def serve(twin: Twin, stop: threading.Event, plan: Plan = ()) -> None:
    """Runs `twin` until `stop` is set and carries out `plan` meanwhile, for the command line.

    Raises DeviceError when the link cannot be made.
    """
    clock = SystemClock()
    with twin:
        start = clock.monotonic()
        for at_s, action in sorted(plan, key=lambda step: step[0]):
            if stop.wait(max(0.0, start + at_s - clock.monotonic())):
                return
            action()
        stop.wait()
