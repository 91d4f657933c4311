"""What edges on a pin mean: presses of a button, the pace of a belt or of stairs; no I/O."""

from collections import deque
from itertools import pairwise
from statistics import fmean, median

SETTLE_S = 0.03
"""A contact bounces for 10 ms, and a motor's spark is shorter; no finger is."""
STUCK_S = 5.0

BOUNCE_S = 0.005
WINDOW_S = 2.0
FEWEST_INTERVALS = 3
MOST_INTERVALS = 64
REGULAR = 0.4
"""How far from the typical interval a regular one may be, as a share of it."""
REGULAR_SHARE = 0.75
OVERDUE = 1.5
"""A pulse that is waited for longer than this many intervals is overdue."""
SLOWING, SLOWER, SLOWEST = 3, 1.2, 1.5
"""So many intervals, each longer than the one before and all of them longer than the typical one by
the first share, the last by the second: it was slowing down when the pulses ended. Less may be a
machine that is late with its time stamps."""
STOPPED_S = 3.0
"""Nothing for so long: it stands still."""
GONE_S = 10.0
"""Nothing for so long: it may as well be the wire."""


class Button:
    """A button's level over time; times in seconds, monotonic.

    A press counts once, when the level has held for SETTLE_S, and from when it began. One that is
    pressed from the start is stuck and no press.
    """

    def __init__(self, at: float, pressed: bool) -> None:
        self._level = self._stable = pressed
        self._since = at
        self._from_start = pressed
        self._presses: list[float] = []

    def change(self, at: float, pressed: bool) -> None:
        self._settle(at)
        if pressed != self._level:
            self._level, self._since = pressed, at

    def presses(self, now: float) -> list[float]:
        """When each press began that has been found since the last call."""
        self._settle(now)
        found, self._presses = self._presses, []
        return found

    def is_stuck(self, now: float) -> bool:
        return self._stable and (self._from_start or now - self._since >= STUCK_S)

    def _settle(self, now: float) -> None:
        if self._level != self._stable and now - self._since >= SETTLE_S:
            self._stable, self._from_start = self._level, False
            if self._stable:
                self._presses.append(self._since)


class PulseMeter:
    """The pace of something that gives a pulse every `per_pulse` metres or steps.

    What is faster than `most_per_s` or irregular is no belt and no stairs, and is not believed.
    """

    def __init__(self, per_pulse: float, most_per_s: float) -> None:
        self.pulses = 0
        self.ignored = 0
        self._per_pulse = per_pulse
        self._most_per_s = most_per_s
        self._bounce_s = min(BOUNCE_S, per_pulse / most_per_s / 2)
        self._times: deque[float] = deque(maxlen=MOST_INTERVALS + 1)

    def pulse(self, at: float) -> None:
        """One edge, in seconds, monotonic."""
        self.pulses += 1
        if self._times:
            since = at - self._times[-1]
            if since < self._bounce_s:
                self.ignored += 1
                return
            if since >= STOPPED_S:  # it stood still in between: that interval says nothing
                self._times.clear()
        self._times.append(at)
        while len(self._times) > FEWEST_INTERVALS + 1 and at - self._times[0] > WINDOW_S:
            self._times.popleft()

    def per_s(self, now: float) -> float | None:
        """Metres or steps a second; 0 once it stands still, None when nothing can be said.

        No belt stops from one pulse to the next. So when pulses end that had not slowed down, the
        wire may be cut as well as the belt at rest, and nothing is said.
        """
        since = now - self._times[-1] if self._times else GONE_S
        intervals = [later - earlier for earlier, later in pairwise(self._times)]
        if since >= GONE_S or len(intervals) < FEWEST_INTERVALS:
            return None
        typical = median(intervals)
        if since > OVERDUE * typical:
            if not _is_slowing(intervals, typical):
                return None
            return 0.0 if since >= STOPPED_S else self._per_pulse / since
        regular = [each for each in intervals if abs(each - typical) <= REGULAR * typical]
        if len(regular) < REGULAR_SHARE * len(intervals):
            return None
        pace = self._per_pulse / fmean(regular)
        return pace if pace <= self._most_per_s else None


def _is_slowing(intervals: list[float], typical: float) -> bool:
    last = intervals[-SLOWING:]
    grew = all(later > earlier for earlier, later in pairwise(last))
    longer = len(last) == SLOWING and last[0] >= SLOWER * typical
    return grew and longer and last[-1] >= SLOWEST * typical
