"""A belt's honesty: what its console says against what its pulses measure."""

import math
from collections import deque


class Honesty:
    """How much more a console says than the belt's own pulses, over the last minute of both."""

    SECONDS = 60
    AT_LEAST_S = 10
    MOVING_KMH = 0.5

    def __init__(self) -> None:
        self._pairs: deque[tuple[float, float]] = deque(maxlen=self.SECONDS)

    def compare(self, console_kmh: float | None, belt_kmh: float | None) -> None:
        """Takes one second; a belt that stands still says nothing of its console."""
        if console_kmh is not None and belt_kmh is not None and belt_kmh >= self.MOVING_KMH:
            self._pairs.append((console_kmh, belt_kmh))

    @property
    def percent(self) -> float | None:
        """100·(console/belt − 1) of the means; None before ten seconds of both."""
        if len(self._pairs) < self.AT_LEAST_S:
            return None
        said, ran = (math.fsum(values) for values in zip(*self._pairs, strict=True))
        return 100 * (said / ran - 1)
