"""How well a workout by heart rate was held: time in the band, overshoot, the step-up score."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, stdev

from kiosk.training.athlete import Sex
from kiosk.training.facts import BY_EFFORT, RECOVERY, WALK, Facts, Row, mean_heart
from kiosk.training.guidance import (
    DOWNWARD_SILENCE_S,
    OVER_MARGIN_BPM,
    START_S,
    ease_in_s,
)
from kiosk.training.guiding import UNKNOWN_LENGTH_S
from kiosk.training.load import banister_rate, max_hr_of, resting_hr_of

KNOWN_SHARE = 0.9
"""With fewer of the judged seconds known there is no time in band."""
RISE_BPM = 3.0
HOLD_S, HOLD_SHARE = 120, 0.9
CENTROID = 0.52


@dataclass(frozen=True, slots=True)
class Held:
    """What the steps with a heart-rate target came to."""

    in_band_s: int
    known_s: int
    """Judged seconds with a heart rate, or on a recovery walk of one's own."""
    judged_s: int
    overshoot_bpm_min: float

    @property
    def time_in_band(self) -> float | None:
        """Fraction of the known judged seconds; None when too few are known."""
        if not self.known_s or self.known_s < KNOWN_SHARE * self.judged_s:
            return None
        return self.in_band_s / self.known_s


def step_up_score(time_in_band: float, overshoot_bpm_min: float, building: bool) -> float:
    """100·(.60·TIB + .25·(1 − min(1, OS/60)) + .15·BL), points; our own.

    TIB a fraction, OS in bpm·min. .82, 12 and built: 84.2; not built: 69.2.
    """
    held = 1 - min(1.0, overshoot_bpm_min / 60)
    return 100 * (0.60 * time_in_band + 0.25 * held + 0.15 * building)


def targeted(facts: Facts, rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each work step that has a heart-rate target, step by step."""
    steps: dict[int, list[Row]] = {}
    for row in rows:
        step = facts.step(row)
        if step is not None and step.kind == "work" and step.target is not None:
            steps.setdefault(row.step_index, []).append(row)
    return list(steps.values())


def held_of(facts: Facts, rows: Sequence[Row]) -> Held | None:
    """Time in band and overshoot of all work steps with a target; None if there are none.

    A step of length D is judged from t ≥ E + min(60, D/10), E its way in (guidance.ease_in_s):
    in band is guide_low ≤ HR < guide_high. A second on the recovery walk that the ceiling asked
    for counts as out of it, and after it there is a way in again. Seconds without a usable heart
    rate, and off the station for a partner, are unknown. Overshoot is ∫ max(0, HR − upper − 2),
    bpm·min, from the first second, but from 180 s on where the step began above its band and the
    heart first has to come down.
    """
    steps = targeted(facts, rows)
    before = {row.elapsed_s: n for n, row in enumerate(rows)}
    in_band = known = judged = 0
    over = 0.0
    for part in steps:
        place = before[part[0].elapsed_s]
        over_from_s = part[0].step_s + _silence_s(rows[max(0, place - START_S) : place], part)
        from_s, walked = _judged_from_s(facts, part[0]), False
        for row in part:
            if walked and not row.flags & WALK:
                from_s = _judged_from_s(facts, row)
            walked = bool(row.flags & WALK)
            if row.step_s >= over_from_s:
                over += _over(row)
            if row.step_s >= from_s:
                judged += 1
                known += _is_judged(row)
                in_band += _is_in_band(row)
    return Held(in_band, known, judged, over / 60) if steps else None


def variation_percent(values: Sequence[float]) -> float:
    """Coefficient of variation, percent: the sample's standard deviation over its mean.

    Raises ValueError for fewer than two values or a mean that is not positive.
    """
    if len(values) < 2 or not fmean(values) > 0:
        raise ValueError("a variation needs two values with a positive mean")
    return stdev(values) / fmean(values) * 100


def steadiness_of(facts: Facts, rows: Sequence[Row]) -> tuple[float | None, str]:
    """The score of hill repeats: how much the mean speeds of its stretches up and down vary,
    percent, the less the better; or None and why.

    A stretch is a step with a distance; it counts where its speed was measured for half of its
    time. One that was walked counts as it was: slower.
    """
    stretches: dict[int, list[float | None]] = {}
    for row in rows:
        step = facts.step(row)
        if step is not None and step.distance_m is not None and step.kind in {"work", "recovery"}:
            is_measured = row.speed_source != "prescribed"
            stretches.setdefault(row.step_index, []).append(row.speed_kmh if is_measured else None)
    known = [[v for v in stretch if v is not None] for stretch in stretches.values()]
    halves = zip(known, stretches.values(), strict=True)
    speeds = [fmean(speed) for speed, stretch in halves if speed and 2 * len(speed) >= len(stretch)]
    if len(speeds) < 2 or not fmean(speeds) > 0:
        return None, "needs two stretches with a measured speed: type in what the belt shows"
    return variation_percent(speeds), ""


def partial(facts: Facts, rows: Sequence[Row]) -> str:
    """Why the session was not all of it; "" when every work step was done to its end."""
    if facts.is_late:
        return "joined late"
    if facts.left:
        return "left before the end"
    done = dict.fromkeys(range(len(facts.plan.steps)), 0)
    for row in rows:
        if row.step_index in done:
            done[row.step_index] += 1
    for index, step in enumerate(facts.plan.steps):
        if step.kind == "work" and done[index] < (step.duration_s or 1):
            return f"{step.name} was cut short"
    return ""


def is_building(facts: Facts, rows: Sequence[Row]) -> tuple[bool | None, str]:
    """Whether the work climbed step by step (BL), or None and why that cannot be said.

    True if each step's mean heart rate is at least 3 bpm above the one before, the last 120 s of
    the last step stay at or above its low (nine seconds in ten: one stray beat is no fading), and
    the centroid of Banister's impulse over the work lies beyond .52 of it.
    """
    steps = targeted(facts, rows)
    means = [mean_heart(part) for part in steps]
    known = [mean for mean in means if mean is not None]
    if not steps or len(known) < len(means):
        return None, "a step without heart rate"
    rises = all(b - a >= RISE_BPM for a, b in pairwise(known))
    end = [(row.heart, row.guide_low_bpm) for row in steps[-1][-HOLD_S:]]
    held = [bpm >= low for bpm, low in end if bpm is not None and low is not None]
    holds = bool(held) and fmean(held) >= HOLD_SHARE
    if not (rises and holds):
        return False, ""
    return _is_weighted_late(facts, [row for part in steps for row in part])


def centroid(rates: Sequence[float | None]) -> float | None:
    """Where, from 0 to 1, the middle of a load lies that is given second by second."""
    known = [(n + 0.5, rate) for n, rate in enumerate(rates) if rate is not None]
    total = math.fsum(rate for _, rate in known)
    return math.fsum(t * rate for t, rate in known) / total / len(rates) if total > 0 else None


def _is_weighted_late(facts: Facts, rows: Sequence[Row]) -> tuple[bool | None, str]:
    top, rest = max_hr_of(facts), resting_hr_of(facts)
    if top is None:
        return None, facts.roster("maximum heart rate or year of birth", "max-hr")
    if rest is None or rest >= top[0]:
        return None, facts.roster("resting heart rate", "resting-hr")
    sex = facts.athlete.sex
    sexes: tuple[Sex, ...] = ("f", "m") if sex is None else (sex,)
    late = {
        (middle := centroid(_rates(rows, rest, top[0], sex))) is not None and middle > CENTROID
        for sex in sexes
    }
    return (late.pop(), "") if len(late) == 1 else (None, facts.roster("sex", "sex"))


def _rates(rows: Sequence[Row], rest: float, top: float, sex: Sex) -> list[float | None]:
    hearts = [row.heart for row in rows]
    return [None if bpm is None else banister_rate(bpm, rest, top, sex) for bpm in hearts]


def _judged_from_s(facts: Facts, row: Row) -> float:
    """Second of the step from which somebody is judged whose way in begins with this row."""
    step = facts.step(row)
    planned_s = None if step is None else step.planned_s
    length_s = max(1.0, (planned_s or UNKNOWN_LENGTH_S) - row.step_s)
    return row.step_s + ease_in_s(length_s) + min(60.0, length_s / 10)


def _silence_s(before: Sequence[Row], part: Sequence[Row]) -> float:
    hr0, high = mean_heart(before), part[0].target_high_bpm
    return DOWNWARD_SILENCE_S if hr0 is not None and high is not None and hr0 > high else 0.0


def _over(row: Row) -> float:
    if row.heart is None or row.guide_high_bpm is None or row.flags & RECOVERY:
        return 0.0
    return max(0.0, row.heart - row.guide_high_bpm - OVER_MARGIN_BPM)


def _is_judged(row: Row) -> bool:
    if row.flags & WALK:
        return True
    is_guided = row.guide_low_bpm is not None and row.guide_high_bpm is not None
    return is_guided and row.heart is not None and not row.flags & (RECOVERY | BY_EFFORT)


def _is_in_band(row: Row) -> bool:
    low, high, bpm = row.guide_low_bpm, row.guide_high_bpm, row.heart
    if not _is_judged(row) or row.flags & WALK or low is None or high is None or bpm is None:
        return False
    return low <= bpm < high
