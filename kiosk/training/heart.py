"""How a heart answers: recovery after work, decoupling in long work, variability at rest."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median, pstdev

from kiosk.training.demand import is_on_stairs, vo2_of
from kiosk.training.facts import (
    RECOVERY,
    Facts,
    Row,
    by_step,
    is_next,
    mean_heart,
    unbroken,
    work_end,
)
from kiosk.training.guidance import ease_in_s
from kiosk.words import text

RECOVERY_S = 60
_LEAST_OF_FIVE = 3
STEADY_S = 1200
"""Shorter work says nothing of decoupling."""
STEADY_CV_PERCENT = 10.0
LEVEL_PERCENT = 0.5
"""A grade that counts as flat."""
FLAGGED_SHARE = 0.05
"""More flagged beats than this, and the recording is not good enough."""
REST_S = 60
"""Shortest rest whose variability is worth a number (Esco and Flatt 2014: 60 s suffice)."""
_LOST_BEATS_S = 3


@dataclass(frozen=True, slots=True)
class Recovery:
    """What the heart rate fell by within a minute, and what was done in it."""

    fall_bpm: float | None
    missing: str = ""
    step: str = ""
    speed_kmh: float | None = None


def recovery_60(before: Iterable[Row], after: Iterable[Row]) -> float | None:
    """Heart rate recovery, bpm: mean of the last 5 s of work minus mean of the 58th to 62nd second
    after; 172 to 138 is 34. None with fewer than three usable readings in either.

    The minute and its mean follow Cole (1999); it depends on posture and on how hard one goes on,
    so it compares only with itself, and it is no diagnosis.
    """
    end, minute = mean_heart(before, _LEAST_OF_FIVE), mean_heart(after, _LEAST_OF_FIVE)
    return None if end is None or minute is None else end - minute


def recovery_of(facts: Facts, rows: Sequence[Row]) -> Recovery:
    """Heart rate recovery after the session's last work."""
    end = work_end(facts, rows)
    if end is None:
        return Recovery(None, text("no work was recorded"))
    minute = rows[end : end + RECOVERY_S + 3]
    if len(minute) < RECOVERY_S + 3:
        return Recovery(
            None,
            text("less than a minute was recorded after the work: stay for it"),
        )
    if not all(is_next(a, b) for a, b in pairwise(rows[end - 1 : end + RECOVERY_S + 3])):
        return Recovery(None, text("the minute after the work was interrupted"))
    fall = recovery_60(rows[max(0, end - 5) : end], minute[58:63])
    if fall is None:
        return Recovery(None, text("no heart rate at the end of the work or a minute after"))
    step = facts.step(rows[end])
    speeds = [row.speed_kmh for row in minute if row.speed_kmh is not None]
    speed = fmean(speeds) if speeds else None
    return Recovery(fall, step="" if step is None else step.name, speed_kmh=speed)


def decoupling(work: Sequence[float], bpm: Sequence[float]) -> float:
    """Aerobic decoupling, percent: (EF1 − EF2)/EF1·100 of the first and the second half, EF the
    mean of the work over the mean heart rate.

    `work` and `bpm` second by second: m/min on the level, ml/kg/min on a grade. Friel (2009).
    180 m/min at 140, then at 147 bpm: 4.76. Raises ValueError where the first half has no work or
    the lengths differ.
    """
    if len(work) != len(bpm) or len(work) < 2:
        raise ValueError("decoupling needs a heart rate for every second of work")
    half = len(work) // 2
    first = fmean(work[:half]) / fmean(bpm[:half])
    second = fmean(work[half:]) / fmean(bpm[half:])
    if not first > 0:
        raise ValueError("no work was done in the first half")
    return (first - second) / first * 100


@dataclass(frozen=True, slots=True)
class Decoupling:
    """The result for a session's longest steady work; `by` is "speed" or "VO2"."""

    percent: float | None
    missing: str = ""
    seconds: int = 0
    by: str = ""
    prescribed: bool = False


def decoupling_of(facts: Facts, rows: Sequence[Row]) -> Decoupling:
    """Decoupling of the longest unbroken work of at least 20 min in one step without a ramp.

    Where a heart rate is steered into a band, the way in (E) is left out: there the work changes
    on purpose. Steady means that the means of its minutes vary by no more than 10 %.
    """
    steady = max(_long_work(facts, rows), key=len, default=None)
    if steady is None or len(steady) < STEADY_S:
        return Decoupling(
            None,
            text("needs {minutes} min of steady work without a break", minutes=STEADY_S // 60),
        )
    by_speed = _is_level(facts, steady)
    pairs = [
        (row.elapsed_s, work, row.heart)
        for row in steady
        if (work := _metres_a_minute(row) if by_speed else vo2_of(facts, row)) is not None
    ]
    known = [(work, bpm) for _, work, bpm in pairs if bpm is not None]
    if len(known) < 0.9 * len(steady):
        return Decoupling(None, text("too many seconds without heart rate, speed or grade"))
    minutes: dict[int, list[float]] = {}
    for t, work, _ in pairs:
        minutes.setdefault((t - steady[0].elapsed_s) // 60, []).append(work)
    means = [fmean(minute) for minute in minutes.values() if len(minute) >= 30]
    if fmean(means) <= 0 or pstdev(means) / fmean(means) * 100 > STEADY_CV_PERCENT:
        return Decoupling(None, text("the work was not steady enough"))
    return Decoupling(
        decoupling([work for work, _ in known], [bpm for _, bpm in known]),
        seconds=len(steady),
        by=text("speed") if by_speed else text("VO2"),
        prescribed=any(row.speed_source == "prescribed" for row in steady),
    )


def _long_work(facts: Facts, rows: Sequence[Row]) -> Iterable[Sequence[Row]]:
    for part in by_step(rows):
        step = facts.step(part[0])
        if step is None or step.kind != "work" or any(row.flags & RECOVERY for row in part):
            continue
        ramps = (step.grade_percent, step.speed_kmh)
        if any(ramp is not None and ramp.start != ramp.end for ramp in ramps):
            continue
        way_in_s = 0 if step.target is None else ease_in_s(step.planned_s or len(part))
        yield from unbroken([row for row in part if row.step_s >= way_in_s])


def _is_level(facts: Facts, rows: Sequence[Row]) -> bool:
    """Whether speed alone says how hard it was; an unknown grade is taken as flat."""
    if any(is_on_stairs(facts, row) for row in rows):
        return False
    return all(abs(row.grade_percent or 0.0) <= LEVEL_PERCENT for row in rows)


def _metres_a_minute(row: Row) -> float | None:
    return None if row.speed_kmh is None else row.speed_kmh * 1000 / 60


@dataclass(frozen=True, slots=True)
class Variability:
    """RMSSD in ms of all beats and of the clean ones; None where no difference is left."""

    raw_ms: float | None
    clean_ms: float | None
    flagged: int
    beats: int

    @property
    def is_good(self) -> bool:
        """Whether few enough beats were flagged for the clean value to count."""
        return self.clean_ms is not None and self.flagged <= FLAGGED_SHARE * self.beats


def rmssd(rr_ms: Sequence[float]) -> Variability:
    """Root mean square of successive differences of beat intervals, ms; only at rest.

    Task Force of ESC and NASPE (1996). Intervals more than 20 % off the median of the five around
    them are flagged, and differences that touch one are dropped (our own rule). 800 810 790 805
    795 520 1080 800 812 798: raw 228.23, clean 13.93, two flagged.
    """
    odd = [
        abs(rr - (local := median(rr_ms[max(0, n - 2) : n + 3]))) > 0.2 * local
        for n, rr in enumerate(rr_ms)
    ]
    differences = [(b - a, odd[n] or odd[n + 1]) for n, (a, b) in enumerate(pairwise(rr_ms))]
    clean = [difference for difference, touched in differences if not touched]
    raw = _root_mean_square([difference for difference, _ in differences])
    return Variability(raw, _root_mean_square(clean), sum(odd), len(rr_ms))


def rmssd_of(facts: Facts, rows: Sequence[Row]) -> tuple[Variability | None, str]:
    """Variability of a rest before the work, or the reason why there is none.

    The only rest that a session records is a first step of kind "recovery": sitting still before
    it begins. Beats during or after work measure the work.
    """
    first = next(by_step(rows), None)
    step = None if first is None else facts.step(first[0])
    if first is None or step is None or step.kind != "recovery":
        return None, text("measured at rest only; this session has no rest before the work")
    span = range(first[0].elapsed_s, first[-1].elapsed_s + 1)
    beats = [(t, rr) for t, rr in facts.beats if t in span and rr]
    if any(later - t > _LOST_BEATS_S for (t, _), (later, _) in pairwise(beats)):
        return None, text("beats were lost during the rest: wet the strap and repeat")
    intervals = [ms for _, rr in beats for ms in rr]
    if math.fsum(intervals) < 0.9 * REST_S * 1000:
        return None, text("needs a minute of beat intervals at rest")
    result = rmssd(intervals)
    if not result.is_good:
        return None, text(
            "{flagged} of {beats} beats look wrong: wet the strap, repeat",
            flagged=result.flagged,
            beats=result.beats,
        )
    return result, ""


def _root_mean_square(values: Sequence[float]) -> float | None:
    return math.sqrt(fmean(value * value for value in values)) if values else None
