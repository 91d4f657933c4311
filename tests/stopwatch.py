"""How long something took, without the time in which this machine let nobody work."""

import threading
import time
from types import TracebackType
from typing import Self

TICK_S = 0.005
FELT_S = 0.15
"""A halt that is shorter costs nobody a message."""


class Stopwatch:
    """`s` seconds have gone by, as a thread beside the test has lived them.

    What waits is measured in full, whatever it waits for. When the machine stands still so does
    this thread, and the halt counts as one tick: `assert watch.s < 0.2` says that nothing waited,
    not that the machine was quick.
    """

    def __init__(self) -> None:
        self.s = 0.0
        self._halts: list[tuple[float, float]] = []
        """From when to when, of the monotonic clock."""
        self._to_utc = time.time() - time.monotonic()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="stopwatch")

    def lost_s(self, began: float, ended: float) -> float:
        """How much of the time between these moments of the monotonic clock was a halt."""
        both = ((max(began, a), min(ended, b)) for a, b in self._halts)
        return sum(b - a for a, b in both if b > a)

    def was_halted(self, from_ms: float, to_ms: float) -> bool:
        """Whether there was a halt between these moments, in UTC, that others have felt, too."""
        began, ended = (ms / 1000 - self._to_utc for ms in (from_ms, to_ms))
        return any(b > began and a < ended for a, b in self._halts if b - a > FELT_S)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        before = time.monotonic()
        while not self._stop.wait(TICK_S):
            now = time.monotonic()
            self.s += min(now - before, 2 * TICK_S)
            if now - before > 2 * TICK_S:
                self._halts.append((before + TICK_S, now))
            before = now
