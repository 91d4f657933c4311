"""What the readers of FIT and TCX activities share: their limits, their refusals, their points."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, Literal

from kiosk.errors import ActivityError
from kiosk.training.activity import Activity, Point
from kiosk.words import text

MAX_POINTS: Final = 45_000
"""Twelve hours and a half, one a second."""
MAX_S: Final = 86_400.0
LEAST_S: Final = 60.0
"""Of less nothing can be said."""
EARLIEST_UTC_S: Final = 946_684_800.0
"""2000-01-01: a watch that has not found the time yet says less."""
LATEST_UTC_S: Final = 4_102_444_800.0
"""2100-01-01."""
_ONE_FOOT_UP_TO: Final = 130.0
"""Nobody does so many steps a minute with one foot: a file whose usual cadence is above counts both
feet, against the standard."""
_BPM, _ALTITUDE_M, _DISTANCE_M, _ONE_FOOT = (30, 230), (-500, 9000), (0, 1_000_000), (0, 300)


@dataclass(frozen=True, slots=True)
class RawPoint:
    """As the file says it."""

    utc_s: float
    bpm: float | None = None
    altitude_m: float | None = None
    distance_m: float | None = None
    revolutions: float | None = None
    """A minute: steps of one foot."""


def activity(
    kind: Literal["fit", "tcx"],
    found: Sequence[RawPoint],
    laps_utc_s: Iterable[float],
    source: str,
) -> Activity:
    """What is believable of the points; raises ActivityError where too little is."""
    points = [p for p in found if EARLIEST_UTC_S <= p.utc_s <= LATEST_UTC_S]
    if not points:
        raise ActivityError(
            text(
                "{source} has no recorded points with a time; export it again from where it came "
                "from.",
                source=source,
            )
        )
    start_s = min(point.utc_s for point in points)
    end_s = max(point.utc_s for point in points)
    if end_s - start_s > MAX_S:
        raise ActivityError(
            text(
                "{source} is longer than a day, or its clock was set while it ran; cut it to the "
                "one activity and export it again.",
                source=source,
            )
        )
    if end_s - start_s < LEAST_S:
        raise ActivityError(
            text(
                "{source} is shorter than a minute; choose the file of the whole activity.",
                source=source,
            )
        )
    laps = sorted(at - start_s for at in laps_utc_s if start_s <= at <= end_s)
    return Activity(kind, round(start_s * 1000), tuple(_cleaned(points, start_s)), tuple(laps))


def too_many(source: str) -> ActivityError:
    return ActivityError(
        text(
            "{source} has more than {count} points; cut it to one activity and export it again.",
            source=source,
            count=MAX_POINTS,
        )
    )


def not_readable(source: str) -> ActivityError:
    return ActivityError(
        text(
            "{source} is damaged, or no FIT or TCX file; export it again from where it came from.",
            source=source,
        )
    )


def more_than_one(source: str) -> ActivityError:
    return ActivityError(
        text(
            "{source} holds more than one activity; export each into a file of its own.",
            source=source,
        )
    )


def _cleaned(points: Sequence[RawPoint], start_s: float) -> Iterator[Point]:
    """In the order of time, one a moment; what nobody can believe is missing."""
    heard = [p.revolutions for p in points if p.revolutions]
    feet = 1 if heard and median(heard) > _ONE_FOOT_UP_TO else 2
    last, way = -math.inf, 0.0
    for raw in sorted(points, key=lambda one: one.utc_s):
        if raw.utc_s <= last:
            continue
        last = raw.utc_s
        distance = _within(raw.distance_m, _DISTANCE_M)
        if distance is not None:
            distance = way = max(way, distance)  # a watch that corrects itself walks nowhere
        bpm, turns = _within(raw.bpm, _BPM), _within(raw.revolutions, _ONE_FOOT)
        yield Point(
            raw.utc_s - start_s,
            None if bpm is None else round(bpm),
            _within(raw.altitude_m, _ALTITUDE_M),
            distance,
            None if turns is None else turns * feet,
        )


def _within(value: float | None, limits: tuple[float, float]) -> float | None:
    if value is None or not math.isfinite(value) or not limits[0] <= value <= limits[1]:
        return None
    return float(value)
