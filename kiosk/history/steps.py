"""A session step by step: what an athlete's seconds say of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean

from kiosk.session.records import Sample, SampleFlag
from kiosk.training.plan import Plan
from kiosk.words import text

LATE_WARM_UP = text("Late warm-up")
OWN_COOL_DOWN = text("Own cool-down")
_NO_HEART = SampleFlag.SUSPECT | SampleFlag.NOT_WORN


@dataclass(frozen=True, slots=True)
class StepDone:
    """One step as it was done; None where nothing was recorded of it."""

    name: str
    step_index: int
    """Into the plan's steps; -1 for a warm-up or cool-down that is not the plan's."""
    duration_s: int
    mean_bpm: float | None
    """Of worn, unsuspicious readings."""
    max_bpm: int | None
    mean_grade_percent: float | None
    mean_kmh: float | None


def step_name(plan: Plan, step_index: int, *, has_begun: bool) -> str:
    """The step's name, as every file and table has it; `has_begun`: steps of the plan were done
    before, so that what is not one of them is a cool-down, else a late joiner's warm-up.
    """
    if 0 <= step_index < len(plan.steps):
        return plan.steps[step_index].name
    return OWN_COOL_DOWN if has_begun else LATE_WARM_UP


def steps_done(plan: Plan, samples: Iterable[Sample]) -> list[StepDone]:
    """In the order of doing; whoever comes back to a step has it twice."""
    done: list[StepDone] = []
    has_begun = False
    for index, seconds in groupby(samples, lambda sample: sample.step_index):
        has_begun = has_begun or index >= 0
        rows = list(seconds)
        bpm = [
            row.heart_rate_bpm
            for row in rows
            if row.heart_rate_bpm is not None and not row.flags & _NO_HEART
        ]
        done.append(
            StepDone(
                name=step_name(plan, index, has_begun=has_begun),
                step_index=index,
                duration_s=len(rows),
                mean_bpm=fmean(bpm) if bpm else None,
                max_bpm=max(bpm, default=None),
                mean_grade_percent=_mean(row.grade_percent for row in rows),
                mean_kmh=_mean(row.speed_kmh for row in rows),
            )
        )
    return done


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
