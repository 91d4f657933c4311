"""One second and its beats as integers for the disk, and back."""

import math
import struct
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from kiosk.history.schema import beat, live
from kiosk.session.records import Beats, CadenceSource, Sample, SampleFlag, SpeedSource

_SPEED: dict[SpeedSource | None, int | None] = {
    None: None,
    "typed": 1,
    "prescribed": 2,
    "console": 3,
    "foot pod": 4,
    "pulses": 5,
}
_CADENCE: dict[CadenceSource | None, int | None] = {
    None: None,
    "typed": 1,
    "console": 3,
    "foot pod": 4,
    "pulses": 5,
    "deck": 6,
}
_SPEED_SOURCES: dict[int | None, SpeedSource | None] = {n: word for word, n in _SPEED.items()}
_CADENCE_SOURCES: dict[int | None, CadenceSource | None] = {n: word for word, n in _CADENCE.items()}


def speed_source_of(number: int | None) -> SpeedSource | None:
    """As the disk has it."""
    return _SPEED_SOURCES[number]


def cadence_source_of(number: int | None) -> CadenceSource | None:
    return _CADENCE_SOURCES[number]


_flags_of = cache(SampleFlag)
"""For thousands of seconds: there are few different ones."""
_LONGEST = 0xFFFF
"""64 s in 1/1024 s: longer intervals are no heart."""


def live_row(sample: Sample, session_athlete_id: int) -> dict[str, Any]:
    """Raises ValueError or OverflowError for a number that is none."""
    return {
        "session_athlete_id": session_athlete_id,
        "elapsed_s": sample.elapsed_s,
        "utc_ms": sample.utc_ms,
        "step_index": sample.step_index,
        "step_s": sample.step_s,
        "bpm": sample.heart_rate_bpm,
        "grade_centi": _scaled(sample.grade_percent, 100),
        "speed_centi": _scaled(sample.speed_kmh, 100),
        "speed_source": _SPEED[sample.speed_source],
        "target_low_bpm": sample.target_low_bpm,
        "target_high_bpm": sample.target_high_bpm,
        "guide_low_deci": _scaled(sample.guide_low_bpm, 10),
        "guide_high_deci": _scaled(sample.guide_high_bpm, 10),
        "flags": int(sample.flags),
        "cadence_deci": _scaled(sample.cadence_spm, 10),
        "cadence_source": _CADENCE[sample.cadence_source],
        "ascent_mm": _scaled(sample.ascent_m, 1000),
        "intervals": None,
    }


def beat_row(beats: Beats, session_athlete_id: int) -> dict[str, Any]:
    """Intervals in the straps' own unit, 1/1024 s, so that what they sent comes back exactly."""
    ticks = [min(_LONGEST, max(0, math.floor(ms * 1.024 + 0.5))) for ms in beats.rr_ms]
    return {
        "session_athlete_id": session_athlete_id,
        "elapsed_s": beats.elapsed_s,
        "intervals": struct.pack(f"<{len(ticks)}H", *ticks),
    }


def take_in(row: dict[str, Any] | None, beats: dict[str, Any]) -> bool:
    """Puts a beat_row's intervals into the live_row of the same second; False when it is of
    another one, or has some already.
    """
    if row is None or row["intervals"] is not None:
        return False
    if any(row[name] != beats[name] for name in ("session_athlete_id", "elapsed_s")):
        return False
    row["intervals"] = beats["intervals"]
    return True


_NOT_OF_SECONDS = ("id", "session_athlete_id", "intervals")
SECOND_COLUMNS = tuple(c for c in live.c if c.name not in _NOT_OF_SECONDS)
"""What one second says. Packed minutes have them in this order: a new one goes to the end."""
BEAT_COLUMNS = (beat.c.elapsed_s, beat.c.intervals)
LIVE_BEAT_COLUMNS = (live.c.elapsed_s, live.c.intervals)
"""The same of beats that lie in their second's row."""


class SecondRow(NamedTuple):
    """The same by name, whole numbers as on the disk: what is quick for thousands of them."""

    elapsed_s: int
    utc_ms: int
    step_index: int
    step_s: int
    bpm: int | None
    grade_centi: int | None
    speed_centi: int | None
    speed_source: int | None
    target_low_bpm: int | None
    target_high_bpm: int | None
    guide_low_deci: int | None
    guide_high_deci: int | None
    flags: int
    cadence_deci: int | None
    cadence_source: int | None
    ascent_mm: int | None


def sample_of(row: Sequence[Any], session_id: int, athlete_id: int) -> Sample:
    """The inverse of live_row, for a row of SECOND_COLUMNS."""
    (
        elapsed_s,
        utc_ms,
        step_index,
        step_s,
        bpm,
        grade_centi,
        speed_centi,
        speed_source,
        target_low,
        target_high,
        guide_low,
        guide_high,
        flags,
        cadence_deci,
        cadence_source,
        ascent_mm,
    ) = row
    return Sample(
        session_id=session_id,
        athlete_id=athlete_id,
        elapsed_s=elapsed_s,
        utc_ms=utc_ms,
        step_index=step_index,
        step_s=step_s,
        heart_rate_bpm=bpm,
        grade_percent=_unscaled(grade_centi, 100),
        speed_kmh=_unscaled(speed_centi, 100),
        speed_source=_SPEED_SOURCES[speed_source],
        target_low_bpm=target_low,
        target_high_bpm=target_high,
        guide_low_bpm=_unscaled(guide_low, 10),
        guide_high_bpm=_unscaled(guide_high, 10),
        flags=_flags_of(flags),
        cadence_spm=_unscaled(cadence_deci, 10),
        cadence_source=_CADENCE_SOURCES[cadence_source],
        ascent_m=_unscaled(ascent_mm, 1000),
    )


def beats_of(row: Sequence[Any], session_id: int, athlete_id: int) -> Beats:
    """The inverse of beat_row, for a row of BEAT_COLUMNS."""
    elapsed_s, intervals = row
    ticks: Sequence[int] = struct.unpack(f"<{len(intervals) // 2}H", intervals)
    return Beats(session_id, athlete_id, elapsed_s, tuple([tick / 1.024 for tick in ticks]))


def _scaled(value: float | None, factor: int) -> int | None:
    return None if value is None else math.floor(value * factor + 0.5)


def _unscaled(value: int | None, factor: int) -> float | None:
    return None if value is None else value / factor
