"""What a recorded second asked of the body: its oxygen uptake by the equations."""

from kiosk.training.facts import RECOVERY, Facts, Machine, Row
from kiosk.training.physiology import vo2_stair_machine, vo2_treadmill
from kiosk.training.plan import Step


def vo2_of(facts: Facts, row: Row) -> float | None:
    """Gross oxygen uptake, ml/kg/min; None where speed and grade, or the stairs, are not known,
    and for somebody who stepped off for a partner.
    """
    return uptake(row, facts.step(row), facts.machine(row), facts.athlete.weight_kg)


def uptake(row: Row, step: Step | None, machine: Machine, weight_kg: float | None) -> float | None:
    """The same of one second alone; `step` None is a late joiner's own warm-up."""
    if row.flags & RECOVERY:
        return None
    if _is_stair(step, machine):
        return _on_stairs(row, step, machine, weight_kg)
    if row.speed_kmh is None or row.grade_percent is None or row.speed_kmh < 0:
        return None
    return vo2_treadmill(row.speed_kmh, row.grade_percent)


def is_on_stairs(facts: Facts, row: Row) -> bool:
    """Whether the row's step is done on a stair machine."""
    return _is_stair(facts.step(row), facts.machine(row))


def _is_stair(step: Step | None, machine: Machine) -> bool:
    kind = machine.kind if step is None or step.station_kind is None else step.station_kind
    return kind == "stair"


def _on_stairs(
    row: Row, step: Step | None, machine: Machine, weight_kg: float | None
) -> float | None:
    if row.cadence_spm is None or machine.step_height_m is None or row.cadence_spm < 0:
        return None
    load_kg = 0.0 if step is None else step.load_kg or 0.0
    if load_kg and not weight_kg:
        return None
    return vo2_stair_machine(row.cadence_spm, machine.step_height_m, weight_kg, load_kg)
