"""What somebody's own watch recorded outside: validated points, and whole seconds of them."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

BRIDGED_S: Final = 10.0
"""Watches that record "smartly" leave out so many seconds where little changes; a longer gap is a
pause, and nothing is known of it."""


@dataclass(frozen=True, slots=True)
class Point:
    """What was recorded at one moment; None is missing, never a stand-in. Where is not read."""

    at_s: float
    """Since the activity's start."""
    bpm: int | None = None
    """30…230."""
    altitude_m: float | None = None
    distance_m: float | None = None
    """From the start, never less than before."""
    cadence_spm: float | None = None
    """Steps a minute, of both feet."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of somebody on foot, or of a kind that the file does not say."""

    kind: Literal["fit", "tcx"]
    started_utc_ms: int
    points: tuple[Point, ...]
    """By time, each later than the one before."""
    laps_s: tuple[float, ...] = ()
    """When each lap began."""

    @property
    def duration_s(self) -> int:
        """From the first to the last point, pauses included."""
        return round(self.points[-1].at_s) if self.points else 0


@dataclass(frozen=True, slots=True)
class Second:
    """One whole second of it."""

    bpm: int | None
    altitude_m: float | None
    distance_m: float | None
    cadence_spm: float | None


def seconds(activity: Activity) -> list[Second]:
    """Second k is what was so at k s: altitude and distance straight between two points at most
    BRIDGED_S apart, heart rate and cadence of the last point no older than that.
    """
    count = activity.duration_s + 1 if activity.points else 0
    altitudes = _straight(activity.points, lambda point: point.altitude_m, count)
    distances = _straight(activity.points, lambda point: point.distance_m, count)
    times = [point.at_s for point in activity.points]
    found: list[Second] = []
    for second in range(count):
        last = activity.points[bisect_right(times, second + 0.5) - 1]
        is_known = second - last.at_s <= BRIDGED_S
        found.append(
            Second(
                last.bpm if is_known else None,
                altitudes[second],
                distances[second],
                last.cadence_spm if is_known else None,
            )
        )
    return found


def _straight(
    points: Sequence[Point], value_of: Callable[[Point], float | None], count: int
) -> list[float | None]:
    known = [(p.at_s, value) for p in points if (value := value_of(p)) is not None]
    found: list[float | None] = [None] * count
    for (start, before), (end, after) in pairwise(known):
        if end - start > BRIDGED_S:
            continue
        for second in range(max(0, -int(-start // 1)), min(count - 1, int(end)) + 1):
            found[second] = before + (after - before) * (second - start) / (end - start)
    return found
