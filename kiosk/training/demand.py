"""What a recorded second asked of the body: its oxygen uptake by the equations."""

from kiosk.training.facts import RECOVERY, Facts, Row
from kiosk.training.physiology import vo2_stair_machine, vo2_treadmill


def vo2_of(facts: Facts, row: Row) -> float | None:
    """Gross oxygen uptake, ml/kg/min; None where speed and grade, or the stairs, are not known,
    and for somebody who stepped off for a partner.
    """
    if row.flags & RECOVERY:
        return None
    if is_on_stairs(facts, row):
        return _on_stairs(facts, row)
    if row.speed_kmh is None or row.grade_percent is None or row.speed_kmh < 0:
        return None
    return vo2_treadmill(row.speed_kmh, row.grade_percent)


def is_on_stairs(facts: Facts, row: Row) -> bool:
    """Whether the row's step is done on a stair machine."""
    step = facts.step(row)
    kind = facts.station_kind if step is None or step.station_kind is None else step.station_kind
    return kind == "stair"


def _on_stairs(facts: Facts, row: Row) -> float | None:
    if row.cadence_spm is None or facts.step_height_m is None or row.cadence_spm < 0:
        return None
    step = facts.step(row)
    load_kg = 0.0 if step is None else step.load_kg or 0.0
    weight_kg = facts.athlete.weight_kg
    if load_kg and not weight_kg:
        return None
    return vo2_stair_machine(row.cadence_spm, facts.step_height_m, weight_kg, load_kg)
