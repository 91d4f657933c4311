"""How much a session was, in one number: training load by heart rate and by effort."""

import math
from collections.abc import Mapping, Sequence

from kiosk.training.athlete import Sex
from kiosk.training.facts import Facts, Row
from kiosk.training.metrics import spans, time_in_zone
from kiosk.training.zones import ZoneModel, estimated_max_hr, zones_from

_BANISTER: dict[Sex, tuple[float, float]] = {"m": (0.64, 1.92), "f": (0.86, 1.67)}


def edwards(minutes: Sequence[float]) -> float:
    """Edwards' summated zones, points: Σ minutes·1…5 in zones of 50/60/70/80/90 % of max.

    Edwards (1993). 10, 20, 30, 15 and 5 minutes: 225.
    """
    return math.fsum(number * spent for number, spent in enumerate(minutes, 1))


def reserve_share(bpm: float, resting_hr: float, max_hr: float) -> float:
    """Fraction of the heart rate reserve (Karvonen 1957), kept within 0…1. 150 bpm of 50/190 is
    71.4 %, 140 of 60/170 is 72.7 %: of two people the one with fewer beats may work harder.

    Raises ValueError for a max not above rest.
    """
    if not max_hr > resting_hr:
        raise ValueError("the maximum must lie above the resting heart rate")
    return min(1.0, max(0.0, (bpm - resting_hr) / (max_hr - resting_hr)))


def banister_rate(bpm: float, resting_hr: float, max_hr: float, sex: Sex) -> float:
    """Banister's training impulse of one minute: r·a·e^(b·r), r the fraction of the reserve kept
    within 0…1; a, b = .64, 1.92 for men and .86, 1.67 for women.

    Banister (1991), Morton (1990). Raises ValueError for a max not above rest.
    """
    r = reserve_share(bpm, resting_hr, max_hr)
    a, b = _BANISTER[sex]
    return r * a * math.exp(b * r)


def banister(minutes: float, bpm: float, resting_hr: float, max_hr: float, sex: Sex) -> float:
    """Banister's training impulse: minutes at a heart rate. 30 min at 155 (50/190): 60.78 for
    men, 67.71 for women.
    """
    return minutes * banister_rate(bpm, resting_hr, max_hr, sex)


def session_rpe(rpe: float, minutes: float) -> float:
    """Session RPE load: how hard all of it was, 1–10, times its minutes (Foster 2001). 7 for
    80 min: 560.
    """
    return rpe * minutes


def max_hr_of(facts: Facts) -> tuple[float, bool] | None:
    """(maximum heart rate, whether it is only estimated from age); as stored with the session,
    else as the roster has it now; None when nothing is known.
    """
    inputs: Mapping[str, float] = {} if facts.zones is None else facts.zones.inputs
    if "max_hr" in inputs:
        return inputs["max_hr"], "age" in inputs
    if facts.athlete.max_hr is not None:
        return facts.athlete.max_hr, False
    return None if facts.age is None else (estimated_max_hr(facts.age), True)


def resting_hr_of(facts: Facts) -> float | None:
    """As stored with the session, else as the roster has it now."""
    inputs: Mapping[str, float] = {} if facts.zones is None else facts.zones.inputs
    return inputs.get("resting_hr", facts.athlete.resting_hr)


def edwards_of(rows: Sequence[Row], max_hr: float) -> float:
    """Edwards' points of recorded seconds; below half of max nothing counts."""
    zones = zones_from(ZoneModel.PERCENT_MAX, {"max_hr": max_hr})
    end_s = rows[-1].elapsed_s + 1.0 if rows else None
    spent = time_in_zone(((row.elapsed_s, row.heart) for row in rows), zones, end_s)
    return edwards([spent.seconds[label] / 60 for label in zones.labels])


def banister_of(rows: Sequence[Row], resting_hr: float, max_hr: float, sex: Sex) -> float:
    """Banister's impulse of recorded seconds, each weighted by its own heart rate, so that
    intervals are not averaged away; a reading holds for 5 s at most.
    """
    end_s = rows[-1].elapsed_s + 1.0 if rows else None
    held = spans(((row.elapsed_s, row.heart) for row in rows), end_s)
    return math.fsum(banister(s / 60, bpm, resting_hr, max_hr, sex) for _, bpm, s in held)
