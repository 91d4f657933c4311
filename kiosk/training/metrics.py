"""What a session came to: measurements of one athlete's recorded seconds."""

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
    unknown_s = 0.0
    known = [(t, bpm) for t, bpm in readings if bpm is not None]
    following = [t for t, _ in known[1:]]
    if known:
        following.append(known[-1][0] if end_s is None else max(end_s, known[-1][0]))
    for (t, bpm), until in zip(known, following, strict=True):
        held = min(until - t, HOLDS_S)
        seconds[zones.label_at(bpm)] += held
        unknown_s += until - t - held
    return TimeInZone(seconds, unknown_s)
