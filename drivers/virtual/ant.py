"""An ANT stick without hardware: the stick's serial protocol on a pty, for virtual straps."""

import heapq
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from drivers.ant.frames import build_frame
from drivers.virtual.faults import Faults
from drivers.virtual.pty_port import PtyPort
from drivers.virtual.stick import CommandReader, StickState
from drivers.virtual.strap import VirtualStrap
from kiosk.clock import Clock, SystemClock

__all__ = ["LOG_HEADER", "PERIOD_S", "VirtualStick", "VirtualStrap", "serve"]

PERIOD_S = 8070 / 32768
"""Between two messages of a strap: 4.06 a second."""
LOG_HEADER = "utc_ms,device_number,bpm\n"
_RESET = 0x4A
_START_UP = 0x6F
_AFTER_COMMAND = 0x20
_TURN_S = 0.1
_LATE_S = 1.0
_STOP_LIMIT_S = 5.0


class VirtualStick:
    """A stick at `link` that hears `straps`. Its own thread by start() and stop(), or run().

    `unplug_plan`: (seconds after the start, for so many seconds) each. `log` gets one CSV line for
    each message sent, before any damage. `period_s` can be shortened to crowd the air. `mute` may
    be set at any time: the stick stays plugged in and says nothing.
    """

    def __init__(
        self,
        link: Path,
        straps: Sequence[VirtualStrap],
        faults: Faults | None = None,
        log: TextIO | None = None,
        clock: Clock | None = None,
        *,
        unplug_plan: Sequence[tuple[float, float]] = (),
        period_s: float = PERIOD_S,
        boot_s: float = 0.05,
        agc: bool = False,
        refuses_one_way: bool = False,
    ) -> None:
        self.straps = list(straps)
        self.mute = False
        self._faults = faults
        self._log = log
        self._clock: Clock = clock or SystemClock()
        self._plan = sorted(
            step for at, length in unplug_plan for step in ((at, False), (at + length, True))
        )
        self._period_s = period_s
        self._boot_s = boot_s
        self._agc = agc
        self._refuses_one_way = refuses_one_way
        self._port = PtyPort(link)
        self._began = self._clock.monotonic()
        self._flushed = self._began
        self._state = self._fresh()
        self._commands = CommandReader()
        self._boots_at: float | None = None
        self._due = [
            (self._began + period_s * index / max(1, len(self.straps)), index)
            for index in range(len(self.straps))
        ]
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def dropped_bytes(self) -> int:
        """Bytes that nobody read in time."""
        return self._port.dropped_bytes

    def unplug(self) -> None:
        """Pulls the stick out; time goes on for the straps. Any thread."""
        self._port.unplug()
        self._state = self._fresh()

    def plug(self) -> None:
        """Puts it back, unconfigured, under the same link. Any thread."""
        self._port.plug()

    def start(self) -> None:
        self._thread = threading.Thread(
            target=self.run, args=(self._stop,), name="virtual ANT stick", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_STOP_LIMIT_S)
            self._thread = None
        self._port.close()

    def run(self, stop: threading.Event) -> None:
        """Until `stop` is set; closes the port and flushes the log at the end."""
        if self._log is not None:
            self._log.write(LOG_HEADER)
        try:
            while not stop.is_set():
                now = self._clock.monotonic()
                self._follow_plan(now)
                self._send_due(now)
                self._flush_log(now)
                self._obey(self._port.read(self._wait_s()))
        finally:
            self._port.close()
            if self._log is not None:
                self._log.flush()

    def _fresh(self) -> StickState:
        return StickState(agc=self._agc, refuses_one_way=self._refuses_one_way)

    def _wait_s(self) -> float:
        now = self._clock.monotonic()
        wakes = [self._due[0][0]] if self._due else []
        if self._boots_at is not None:
            wakes.append(self._boots_at)
        return min(_TURN_S, max(0.0, min(wakes, default=now + _TURN_S) - now))

    def _follow_plan(self, now: float) -> None:
        while self._plan and now - self._began >= self._plan[0][0]:
            _, plugged = self._plan.pop(0)
            if plugged:
                self.plug()
            else:
                self.unplug()

    def _obey(self, data: bytes) -> None:
        for message_id, body in self._commands.feed(data):
            if message_id == _RESET:
                self._state = self._fresh()
                self._boots_at = self._clock.monotonic() + self._boot_s
            elif self._boots_at is None:  # while it starts up, a stick is deaf
                self._send(self._state.answer(message_id, body))

    def _send_due(self, now: float) -> None:
        """What the straps have sent until now, and the start-up message when it is time."""
        if self._boots_at is not None and now >= self._boots_at:
            self._boots_at = None
            self._send(build_frame(_START_UP, bytes((_AFTER_COMMAND,))))
        while self._due and self._due[0][0] <= now:
            due, index = self._due[0]
            following = due + self._period_s if now - due < _LATE_S else now + self._period_s
            heapq.heapreplace(self._due, (following, index))
            self._transmit(self.straps[index], now)

    def _transmit(self, strap: VirtualStrap, now: float) -> None:
        state = self._state
        if strap.muted or self.mute or not self._port.plugged or not state.hears():
            return
        t_s = now - self._began
        bpm = strap.bpm_at(t_s)
        frame = state.data_frame(strap, strap.payload(t_s, bpm), t_s)
        if self._log is not None:
            self._log.write(f"{self._clock.utc_ms()},{strap.device_number},{bpm}\n")
        self._send(frame)

    def _send(self, frames: bytes) -> None:
        if not self.mute:
            self._port.write(self._faults.damage(frames) if self._faults else frames)

    def _flush_log(self, now: float) -> None:
        if self._log is not None and now - self._flushed >= 1:
            self._flushed = now
            self._log.flush()


def serve(
    link: Path,
    straps: Sequence[VirtualStrap],
    stop: threading.Event,
    faults: Faults | None = None,
    log: TextIO | None = None,
    unplug_plan: Sequence[tuple[float, float]] = (),
) -> None:
    """A virtual stick until `stop` is set; for the command line."""
    VirtualStick(link, straps, faults, log, unplug_plan=unplug_plan).run(stop)
