"""Tells the coach of a power supply that is too weak, while it is: what is written may be lost."""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import Final

from kiosk.clock import Clock
from kiosk.machine_health import TOO_WEAK
from kiosk.pi_health import Throttling, throttling

LOOK_S: Final = 30.0
CALM_S: Final = 600.0
"""A weak supply comes and goes with the load: it is good after so long without."""


class PowerWatch:
    """`look` is called in the pump's thread; `disk` reads, which may ask a command."""

    def __init__(
        self,
        clock: Clock,
        disk: Executor,
        tell: Callable[[str | None], None],
        read: Callable[[], Throttling | None] = throttling,
    ) -> None:
        self._clock, self._disk, self._tell, self._read = clock, disk, tell, read
        self._next = clock.monotonic()
        self._weak_at = float("-inf")

    def look(self) -> None:
        now = self._clock.monotonic()
        if now >= self._next:
            self._next = now + LOOK_S
            self._disk.submit(self._look)

    def _look(self) -> None:
        found, now = self._read(), self._clock.monotonic()
        if found is not None and found.undervoltage:
            self._weak_at = now
            self._tell(TOO_WEAK)
        elif now - self._weak_at >= CALM_S:
            self._tell(None)
