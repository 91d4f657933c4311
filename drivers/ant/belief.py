"""When a number off the air is believed: about one damaged message in 256 passes its checksum."""

import math
from dataclasses import dataclass
from enum import IntEnum


class Heard(IntEnum):
    """What became of a number; false when it is not believed."""

    DOUBTED = 0
    ANEW = 1
    """The first one, or a jump, borne out by the message before."""
    FOLLOWS = 2
    """In line with what was believed before."""


@dataclass(slots=True)
class Belief:
    """One number of one device, followed from message to message.

    A number in line with the last believed one is believed at once; a first one, and a jump, only
    when the next message bears it out. In line: off by `slack` and `per_s` for each second between
    at most, and no more than `silence_s` seconds apart.
    """

    slack: float
    per_s: float
    limits: tuple[float, float] = (-math.inf, math.inf)
    """A number outside them is never believed."""
    silence_s: float = 5.0
    value: float | None = None
    at: float = 0.0
    _doubted: float | None = None
    _doubted_at: float = 0.0

    def hear(self, at: float, value: float) -> Heard:
        """Takes the number of a message that arrived at `at` seconds."""
        if not self.limits[0] <= value <= self.limits[1]:
            return Heard.DOUBTED
        if self._is_in_line(self.value, self.at, at, value):
            heard = Heard.FOLLOWS
        elif self._is_in_line(self._doubted, self._doubted_at, at, value):
            heard = Heard.ANEW
        else:
            self._doubted, self._doubted_at = value, at
            return Heard.DOUBTED
        self.value, self.at, self._doubted = value, at, None
        return heard

    def since(self, earliest: float) -> float | None:
        """The believed number, unless it is older than `earliest` (monotonic seconds)."""
        return self.value if self.at >= earliest else None

    def forget(self) -> None:
        """The device says that it has no such number."""
        self.value = self._doubted = None

    def _is_in_line(self, old: float | None, old_at: float, at: float, value: float) -> bool:
        if old is None:
            return False
        elapsed = at - old_at
        return elapsed <= self.silence_s and abs(value - old) <= self.slack + self.per_s * elapsed
