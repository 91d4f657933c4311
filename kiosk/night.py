"""When it is night at the club, and where a clock stands so that it burns into no screen."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

_WORDS: Final = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_COLUMNS, _ROWS = 7, 5
"""Places for the clock; their numbers have nothing in common, so that it comes to each of them."""


@dataclass(frozen=True, slots=True)
class Night:
    """From and until when, by the clock on the wall."""

    begins: time
    ends: time

    def covers(self, now: time) -> bool:
        if self.begins <= self.ends:
            return self.begins <= now < self.ends
        return now >= self.begins or now < self.ends


def night_of(words: str) -> Night | None:
    """ "22:30-06:00"; None for "". Raises ValueError for anything else."""
    if not words:
        return None
    found = _WORDS.fullmatch(words.strip())
    numbers = [int(number) for number in found.groups()] if found is not None else []
    if not numbers or max(numbers[0], numbers[2]) > 23 or max(numbers[1], numbers[3]) > 59:
        raise ValueError('write from when until when, like "22:30-06:00", or "" for never')
    return Night(time(numbers[0], numbers[1]), time(numbers[2], numbers[3]))


def place_of(minute: int) -> tuple[float, float]:
    """Where in the free room something stands in this minute, from 0 to 1 across and down."""
    return minute % _COLUMNS / (_COLUMNS - 1), minute % _ROWS / (_ROWS - 1)
