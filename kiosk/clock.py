"""The only place that reads time: monotonic for durations, UTC for records."""

import ctypes
import time
from typing import Final, Protocol

CLOCK_SET_FROM: Final = 2025
"""An earlier year is that of a clock that nobody has set."""
_TIME_ERROR = 5  # adjtimex(2): the kernel's clock is not synchronised


class Clock(Protocol):
    """Monotonic seconds and UTC milliseconds; tests pass a ManualClock instead."""

    def monotonic(self) -> float: ...
    def utc_ms(self) -> int: ...
    def synchronised(self) -> bool: ...


class SystemClock:
    """The machine's clocks."""

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._request = ctypes.create_string_buffer(1024)  # struct timex; modes = 0 only asks

    def monotonic(self) -> float:
        return time.monotonic()

    def utc_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def synchronised(self) -> bool:
        """Whether the kernel says that a time service has set the clock (adjtimex, read only)."""
        return int(self._libc.adjtimex(self._request)) not in (-1, _TIME_ERROR)


class ManualClock:
    """A clock that moves only when told: an 80-minute session runs in milliseconds."""

    def __init__(self, utc_ms: int = 1_767_225_600_000, monotonic: float = 1000.0) -> None:
        self._monotonic = monotonic
        self._utc_ms = float(utc_ms)
        self.is_synchronised = True

    def monotonic(self) -> float:
        return self._monotonic

    def utc_ms(self) -> int:
        return int(self._utc_ms)

    def synchronised(self) -> bool:
        return self.is_synchronised

    def advance(self, seconds: float) -> None:
        self._monotonic += seconds
        self._utc_ms += seconds * 1000

    def jump_wall(self, seconds: float) -> None:
        """Moves only the wall clock, as a time service does."""
        self._utc_ms += seconds * 1000
