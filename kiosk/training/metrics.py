"""Heart rates over time: how long each reading stands, and the seconds in each zone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.training.zones import Zones

HOLDS_S = 5.0
"""A reading stands for this long at most; a longer gap is unknown time."""


@dataclass(frozen=True, slots=True)
class TimeInZone:
    """Seconds by zone label, "0" below the first zone; `unknown_s` had no heart rate."""

    seconds: Mapping[str, float]
    unknown_s: float


def spans(
    readings: Iterable[tuple[float, float | None]], end_s: float | None = None
) -> list[tuple[float, float, float]]:
    """(second, bpm, seconds that it stands) of each reading: until the next, but 5 s at most.

    Readings are (second, bpm) in order, None where missing. The last one stands until `end_s`, or
    not at all without it.
    """
    known = [(t, bpm) for t, bpm in readings if bpm is not None]
    following = [t for t, _ in known[1:]]
    if known:
        following.append(known[-1][0] if end_s is None else max(end_s, known[-1][0]))
    return [
        (t, bpm, min(until - t, HOLDS_S)) for (t, bpm), until in zip(known, following, strict=True)
    ]


def time_in_zone(
    readings: Iterable[tuple[float, float | None]], zones: Zones, end_s: float | None = None
) -> TimeInZone:
    """Seconds spent in each zone; readings are (second, bpm), in order, None where missing.

    Each reading holds until the next; of a gap longer than 5 s the first 5 s count and the rest is
    unknown. The last reading holds until `end_s`, or not at all without it. With a threshold of
    170, the readings 0:150 1:152 2:153 3:161 4:162 16:163 17:170 18:170 give zone 2 2 s, zone 3
    2 s, zone 4 6 s, zone 5a 1 s and 7 s unknown.
    """
    seconds = dict.fromkeys(("0", *zones.labels), 0.0)
    held = spans(readings, end_s)
    for _, bpm, held_s in held:
        seconds[zones.label_at(bpm)] += held_s
    if not held:
        return TimeInZone(seconds, 0.0)
    last_s = held[-1][0] if end_s is None else max(end_s, held[-1][0])
    return TimeInZone(seconds, last_s - held[0][0] - sum(held_s for _, _, held_s in held))
