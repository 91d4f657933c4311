"""How well a workout was done: the step-up score, and the steadiness of hill repeats."""

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean, stdev

from kiosk.training.athlete import Sex
from kiosk.training.facts import Facts, Row, mean_heart
from kiosk.training.load import banister_rate, max_hr_of, resting_hr_of
from kiosk.words import named, text

RISE_BPM = 3.0
HOLD_S, HOLD_SHARE = 120, 0.9
CENTROID = 0.52
SPENT_RPE = 9


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
        return None, text("needs two stretches with a measured speed: type in what the belt shows")
    return variation_percent(speeds), ""


def partial(facts: Facts, rows: Sequence[Row]) -> str:
    """Why the session was not all of it; "" when every work step was done to its end."""
    if facts.is_late:
        return text("joined late")
    if facts.left:
        return text("left before the end")
    done = dict.fromkeys(range(len(facts.plan.steps)), 0)
    for row in rows:
        if row.step_index in done:
            done[row.step_index] += 1
    for index, step in enumerate(facts.plan.steps):
        if step.kind == "work" and done[index] < (step.duration_s or 1):
            return text("{step} was cut short", step=named(step.name))
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
        return None, text("a step without heart rate")
    rises = all(b - a >= RISE_BPM for a, b in pairwise(known))
    end = [(row.heart, row.guide_low_bpm) for row in steps[-1][-HOLD_S:]]
    held = [bpm >= low for bpm, low in end if bpm is not None and low is not None]
    holds = bool(held) and fmean(held) >= HOLD_SHARE
    if not (rises and holds):
        return False, ""
    return _is_weighted_late(facts, [row for part in steps for row in part])


def is_spent(facts: Facts) -> bool:
    """Whether the last work was rated 9 or 10: finished and spent is what a step-up is for, but not
    that of beginners.
    """
    steps = facts.plan.steps
    last = max((n for n, step in enumerate(steps) if step.kind == "work"), default=None)
    rated = [
        rpe
        for kind, _, detail in facts.notes
        if kind == "effort" and detail.get("step_index") == last
        if isinstance(rpe := detail.get("rpe"), int)
    ]
    return bool(rated) and rated[-1] >= SPENT_RPE and facts.plan.level != "beginner"


def centroid(rates: Sequence[float | None]) -> float | None:
    """Where, from 0 to 1, the middle of a load lies that is given second by second."""
    known = [(n + 0.5, rate) for n, rate in enumerate(rates) if rate is not None]
    total = math.fsum(rate for _, rate in known)
    return math.fsum(t * rate for t, rate in known) / total / len(rates) if total > 0 else None


def _is_weighted_late(facts: Facts, rows: Sequence[Row]) -> tuple[bool | None, str]:
    top, rest = max_hr_of(facts), resting_hr_of(facts)
    if top is None:
        return None, facts.roster(text("maximum heart rate or year of birth"), "max-hr")
    if rest is None or rest >= top[0]:
        return None, facts.roster(text("resting heart rate"), "resting-hr")
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
