"""What a step asks of one athlete: the band of its heart-rate target, and its effort."""

import math
from datetime import date

from kiosk.training.athlete import Athlete
from kiosk.training.plan import PercentTarget, RangeTarget, Step, ZoneTarget
from kiosk.training.zones import Band, Zones, clip, max_hr_for

_RPE_OF_ZONE = {1: (2, 3), 2: (4, 5), 3: (6, 7), 4: (8, 9), 5: (9, 10)}
"""What a step without an effort of its own asks, 1–10: the step-up's own pairs of zone and effort,
carried on to zones 1 and 5."""


def is_downhill(step: Step) -> bool:
    """Whether the step goes down: it is then led by effort and cadence, because running at −10 %
    costs 2.15 J/kg/m where the level costs 3.60 (Minetti 2002) and the heart says too little.
    """
    grade = step.grade_percent
    return grade is not None and min(grade.start, grade.end) < 0


def band_for(
    step: Step, athlete: Athlete, zones: Zones | None, ceiling: float | None, on: date | None
) -> Band | None:
    """The step's target as this athlete's band, bpm, at least 3 below `ceiling`.

    None without a target, downhill, for somebody who trains by effort only, and where nothing is
    known to make the band of. `on` is the day of the session, for a max estimated from age.
    """
    if step.target is None or athlete.is_effort_only or is_downhill(step):
        return None
    match step.target:
        case RangeTarget(low, high):
            band = Band(low, math.floor(high) + 1)  # "140 to 150" means 150 too
        case PercentTarget(low, high):
            maximum = max_hr_for(athlete, on)
            if maximum is None:
                return None
            band = Band(low * maximum / 100, high * maximum / 100)
        case ZoneTarget(zone, part):
            if zones is None:
                return None
            band = zones.band(zone, part)
    return band if ceiling is None else clip(band, ceiling)


def effort_for(step: Step) -> tuple[int, int] | None:
    """The effort a step asks for, RPE lowest and highest: its own, else that of its target's zone;
    None where neither says anything.
    """
    if step.rpe is not None:
        return step.rpe
    match step.target:
        case ZoneTarget(zone, _):
            return _RPE_OF_ZONE[min(5, max(1, zone))]
        case PercentTarget(low, high):
            return _RPE_OF_ZONE[min(5, max(1, int((low + high) / 20) - 4))]
        case _:
            return None


def effort_below(
    step: Step, athlete: Athlete, zones: Zones | None, ceiling: float | None, on: date | None
) -> tuple[int, int] | None:
    """The effort a step asks of somebody who has a ceiling: where its band had to be moved down to
    another zone, no more than that zone's. Without a heart rate the effort is all that keeps them
    below the ceiling.
    """
    asked = effort_for(step)
    whole = band_for(step, athlete, zones, None, on)
    if asked is None or zones is None or ceiling is None or whole is None:
        return asked
    kept = clip(whole, ceiling)
    if kept == whole:
        return asked
    zone, wanted = (zones.number_at((band.low + band.high) / 2) for band in (kept, whole))
    if zone >= wanted:
        return asked
    low, high = _RPE_OF_ZONE[max(1, zone)]
    return min(asked[0], low), min(asked[1], high)


def one_step_easier(rpe: tuple[int, int] | None) -> tuple[int, int] | None:
    """Two lower, the distance of a step-up's steps; never below 1."""
    return None if rpe is None else (max(1, rpe[0] - 2), max(1, rpe[1] - 2))


def is_hard(step: Step, band: Band | None, zones: Zones | None) -> bool:
    """Whether a step's target lies in zone 4 or above."""
    if isinstance(step.target, ZoneTarget):
        return step.target.zone >= 4
    if band is None or zones is None:
        return False
    return zones.number_at((band.low + band.high) / 2) >= 4
