"""Recorded seconds made up for the measurements' tests."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

from kiosk.training.athlete import Athlete
from kiosk.training.measures import Facts, Row
from kiosk.training.plan import Plan, Ramp, Step, ZoneTarget
from kiosk.training.units import KMH_PER_MPH
from kiosk.training.zones import zones_for

ON = date(2026, 6, 3)
START_MS = 1_780_000_000_000
ANN = Athlete(
    1, "Ann", max_hr=190, resting_hr=50, birth_year=1986, sex="m", weight_kg=70, vo2max=50
)
MPH = KMH_PER_MPH


def plan_of(*steps: Step, **fields: Any) -> Plan:
    return Plan("made-up", "Made up", "any", steps, **fields)


def facts_of(plan: Plan, athlete: Athlete = ANN, **fields: Any) -> Facts:
    facts = Facts(athlete, zones_for(athlete, ON), plan, ON, station_kind="treadmill")
    return replace(facts, **fields)


def step(name: str, seconds: int, kind: Any = "work", **fields: Any) -> Step:
    return Step(name, kind, duration_s=seconds, **fields)


def work(seconds: int, grade: float | None = None, **fields: Any) -> Step:
    ramp = None if grade is None else Ramp(grade, grade)
    return step("Work", seconds, "work", grade_percent=ramp, **fields)


def rows_of(plan: Plan, *parts: Mapping[str, Any], begun: int = 0) -> list[Row]:
    """One mapping for each step: `n` rows (else its duration) with the given values; a value that
    is a list has one entry for each row.
    """
    rows: list[Row] = []
    for index, part in enumerate(parts):
        values = dict(part)
        count = values.pop("n", plan.steps[index].duration_s or 0)
        for second in range(count):
            t = begun + len(rows)
            here = {key: _at(given, second) for key, given in values.items()}
            rows.append(Row(t, START_MS + 1000 * t, index, second, **here))
    return rows


def _at(given: Any, second: int) -> Any:
    return cast("list[Any]", given)[second] if isinstance(given, list) else given


def value(measures: Sequence[Any], key: str) -> float | None:
    return {measure.key: measure.value for measure in measures}[key]


def missing(measures: Sequence[Any], key: str) -> str:
    return {measure.key: measure.missing for measure in measures}[key]


def note(measures: Sequence[Any], key: str) -> str:
    return {measure.key: measure.note for measure in measures}[key]


STEP_UP = plan_of(
    step("Warm-up", 1200, "warm-up"),
    step("One", 1200, target=ZoneTarget(2, "high")),
    step("Two", 1200, target=ZoneTarget(3, "mid")),
    step("Three", 600, target=ZoneTarget(4)),
    step("Cool-down", 600, "cool-down"),
    category="step-up",
)
"""The bands of Ann (reserve 140, rest 50): 142–147, 152–157, 162–175."""
BANDS = ((141.5, 147.5), (151.5, 157.5), (162.0, 176.0))


def step_up_rows(
    bpms: Sequence[Any] = (100, 144, 154, 168, 120), plan: Plan = STEP_UP
) -> list[Row]:
    """Step by step; every band holds from its first second."""
    parts: list[dict[str, Any]] = [{"bpm": bpm} for bpm in bpms]
    for part, (low, high) in zip(parts[1:4], BANDS, strict=False):
        part |= {"guide_low_bpm": low, "guide_high_bpm": high}
        part |= {"target_low_bpm": int(low + 0.5), "target_high_bpm": int(high - 0.5)}
    return rows_of(plan, *parts)
