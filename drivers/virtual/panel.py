"""A panel without buttons or wires: the Pi's pins as lines of text on a pty."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from drivers.virtual.faults import Faults
from drivers.virtual.twin import LATE_S, TURN_S, Twin

REPEAT_S = 0.5
"""Whoever opens the line late still learns how the inputs stand."""
_LONGEST_LINE = 20


@dataclass(slots=True)
class _Pulses:
    hz: float
    due_s: float | None = None


class VirtualPanel(Twin):
    """Says `PIN LEVEL` for inputs, and hears the same for outputs; pins by GPIO number.

    `idle` has the inputs' levels when nobody touches them: 1 for a button that pulls its pin low,
    0 for a stop button, whose wire is closed. `levels` has what the kiosk has set the outputs to.
    `log` gets a CSV line for every change of a pin, either way.
    """

    log_header = "utc_ms,pin,level\n"

    def __init__(
        self,
        link: Path,
        idle: Mapping[int, int],
        *,
        faults: Faults | None = None,
        log: TextIO | None = None,
    ) -> None:
        super().__init__(link, faults=faults, log=log)
        self.levels: dict[int, int] = {}
        self._idle = dict(idle)
        self._inputs = dict(idle)
        self._lock = threading.RLock()
        self._repeat_s = 0.0
        self._later: list[tuple[float, Callable[[], None]]] = []
        self._pulses: dict[int, _Pulses] = {}
        self._rest = b""

    def start(self) -> None:
        self._repeat_s = 0.0
        super().start()

    def plug(self) -> None:
        """Puts it back; the inputs say at once how they stand. Any thread."""
        super().plug()
        self._repeat_s = 0.0

    def set(self, pin: int, level: int) -> None:
        """An input goes to `level` and stays there: a button held, a wire cut. Any thread."""
        with self._lock:
            self._inputs[pin] = level
            if self._send(_line(pin, self.faults.hold(pin, level))):
                self._note(pin, level)

    def press(self, pin: int, for_s: float = 0.2) -> None:
        """An input leaves its idle level for `for_s` seconds. Any thread."""
        idle = self._idle.get(pin, 1)
        with self._lock:
            self.set(pin, 1 - idle)
            until = self._clock.monotonic() + for_s
            self._later.append((until, lambda: self.set(pin, idle)))
        if self._port:
            self._port.wake()

    def pulse(self, pin: int, hz: float) -> None:
        """From now on so many pulses a second on an input, 0 for none. Any thread."""
        with self._lock:
            self._pulses[pin] = _Pulses(hz)
        if self._port:
            self._port.wake()

    def _turn(self, t_s: float) -> float:
        with self._lock:
            now = self._clock.monotonic()
            for step in [step for step in self._later if step[0] <= now]:
                self._later.remove(step)
                step[1]()
            if t_s >= self._repeat_s:
                self._repeat_s = t_s + REPEAT_S
                inputs = self.faults.hold("inputs", dict(self._inputs))
                self._send(*(_line(pin, level) for pin, level in inputs.items()))
            waits = [at - now for at, _ in self._later]
            waits += [self._beat(pin, pulses, t_s) for pin, pulses in self._pulses.items()]
            return min(waits, default=TURN_S)

    def _beat(self, pin: int, pulses: _Pulses, t_s: float) -> float:
        """Sends what pulses are due; seconds until the next."""
        if not pulses.hz:
            return TURN_S
        period_s = 1 / pulses.hz
        due_s = t_s + period_s if pulses.due_s is None else pulses.due_s
        while due_s <= t_s:
            idle = self._idle.get(pin, 1)
            self.set(pin, 1 - idle)
            self.set(pin, idle)
            due_s = due_s + period_s if t_s - due_s < LATE_S else t_s + period_s
        pulses.due_s = due_s
        return due_s - t_s

    def _hear(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        self._rest = self._rest[-_LONGEST_LINE:]
        for line in lines:
            pin, _, level = line.strip().partition(b" ")
            if pin.isdigit() and level in {b"0", b"1"} and len(pin) < 4:
                self.levels[int(pin)] = int(level)
                self._note(int(pin), int(level))


def _line(pin: int, level: int) -> bytes:
    return f"{pin} {level}\n".encode("ascii")
