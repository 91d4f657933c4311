"""Heart rates for virtual straps: constant, wandering, or replayed from a recorded session."""

import csv
import math
import random
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path

from kiosk.errors import SettingsError

BpmSource = Callable[[float], int | None]
"""Beats a minute at so many seconds after the start; None while there is no valid value."""

# Amplitude (bpm) and shortest period (s) of three waves around 135 bpm: 100–170 in all, and never
# steeper than 1.95 bpm a second, so that whole numbers change by at most 2.
_MIDDLE_BPM = 135
_WAVES = ((20, 180.0), (10, 90.0), (5, 57.0))
_SLOWEST = 1.5


def constant(bpm: int | None) -> BpmSource:
    """The same heart rate for ever."""
    return lambda _t_s: bpm


def wander(seed: int) -> BpmSource:
    """Slowly up and down within 100–170 bpm, by at most 2 a second; the same for the same seed."""
    chance = random.Random(seed)
    waves = [
        (
            height,
            math.tau / (period * chance.uniform(1, _SLOWEST)),
            chance.uniform(0, math.tau),
        )
        for height, period in _WAVES
    ]

    def bpm(t_s: float) -> int:
        swing = sum(height * math.sin(speed * t_s + phase) for height, speed, phase in waves)
        return round(_MIDDLE_BPM + swing)

    return bpm


def replay(path: Path, column: str = "hr_bpm", time_column: str = "t_s") -> BpmSource:
    """The heart rates of a CSV file: at each time those of the last row with a value until then.

    Raises SettingsError when the file cannot be read or has no such columns.
    """
    times: list[float] = []
    values: list[int] = []
    try:
        with path.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row[column]:
                    times.append(float(row[time_column]))
                    values.append(round(float(row[column])))
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be read ({error.strerror}): name another file"
        ) from error
    except (KeyError, TypeError, ValueError) as error:
        raise SettingsError(
            f"{path} cannot be replayed: it needs columns {time_column} and {column} with numbers"
        ) from error

    def bpm(t_s: float) -> int | None:
        index = bisect_right(times, t_s)
        return values[index - 1] if index else None

    return bpm
