"""The same work on a belt that is not steep enough: less grade, more speed, equal cost."""

import re
from dataclasses import replace
from typing import Final

from kiosk.training.capability import SHORT_PERCENT
from kiosk.training.physiology import RUNS_FROM_KMH
from kiosk.training.plan import Plan, Ramp, Step
from kiosk.words import named, short, text

FASTEST_WALK_KMH: Final = RUNS_FROM_KMH - 0.01
"""Quicker is no walk any more, for people and for the equations."""
FASTEST_RUN_KMH: Final = 20.0
"""Gym belts end here."""
COST_GIVEN_UP: Final = 0.05
"""A walk that would have become a run stays the fastest walk, if that costs no more than this share
less than it should; a brisk hike at 15 % is then still worth its name at 12 %."""
GRADE_KEPT: Final = 2 / 3
"""Of a step without a speed, led by effort: with less of its grade it is another workout."""
_FIGURE: Final = re.compile(r"\d\s*(%|mph|km/h|miles|mi\b|m\b|min/)")


def at_equal_cost(plan: Plan, top_percent: float) -> Plan | None:
    """The plan for a station that goes no steeper than `top_percent`, or None if there is none.

    Every step that is steeper goes at the top instead, and so much faster that it costs the same
    by ACSM's equations (Guidelines, 10th ed. 2018): 12 % at 4.45 mph for 15 % at 3.8. The ends of a
    ramp are matched, its middle is a few percent off. A distance changes so that the time stays. A
    walk stays a walk and a run a run. What a changed step says in figures is left out.
    """
    top = round(top_percent * 2) / 2  # what people set on the console
    steps: list[Step] = []
    for step in plan.steps:
        changed = _step(step, top, top_percent + SHORT_PERCENT)
        if changed is None:
            return None
        steps.append(changed)
    return replace(
        plan,
        name=text("{plan} at {top} %", plan=named(plan.name), top=short(top)),
        steps=tuple(steps),
    )


def equal_speed(speed_kmh: float, grade_percent: float, to_percent: float) -> float:
    """Km/h at which `to_percent` costs what `speed_kmh` at `grade_percent` does, in the same gait.

    ACSM above rest: walking S·(.1 + 1.8·G), running S·(.2 + .9·G). 3.8 mph at 15 % is 4.45 at 12 %.
    """
    level, climb = (0.2, 0.9) if speed_kmh >= RUNS_FROM_KMH else (0.1, 1.8)
    before, after = (level + climb * g / 100 for g in (grade_percent, to_percent))
    return speed_kmh * before / after


def _step(step: Step, top: float, steepest: float) -> Step | None:
    """As it is up to `steepest`, above that at `top`."""
    grade = step.grade_percent
    if grade is None or max(grade.start, grade.end) <= steepest:
        return step
    less = Ramp(min(grade.start, top), min(grade.end, top))
    speed = step.speed_kmh
    if speed is None:
        is_enough = top >= GRADE_KEPT * max(grade.start, grade.end)
        return _said_without_figures(replace(step, grade_percent=less)) if is_enough else None
    start = _speed(speed.start, grade.start, less.start)
    end = _speed(speed.end, grade.end, less.end)
    if start is None or end is None:
        return None
    metres = step.distance_m
    if metres is not None and speed.start + speed.end > 0:
        metres *= (start + end) / (speed.start + speed.end)
    return _said_without_figures(
        replace(step, grade_percent=less, speed_kmh=Ramp(start, end), distance_m=metres)
    )


def _speed(kmh: float, grade: float, less: float) -> float | None:
    wanted = equal_speed(kmh, grade, less)
    if kmh >= RUNS_FROM_KMH:
        return wanted if wanted <= FASTEST_RUN_KMH else None
    walked = min(wanted, FASTEST_WALK_KMH)
    return walked if walked >= wanted * (1 - COST_GIVEN_UP) else None


def _said_without_figures(step: Step) -> Step:
    """Its words without those that name the grade or the speed of before."""
    cues = tuple(cue for cue in step.cues if not _FIGURE.search(cue))
    pace = step.pace if step.pace is None or not _FIGURE.search(step.pace) else None
    return replace(step, cues=cues, pace=pace)
