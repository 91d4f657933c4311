"""A recorded second as measurements take it, live and from the disk."""

from kiosk.session.pace import StationFacts
from kiosk.session.records import Sample
from kiosk.training.facts import Machine, Row


def row_of(sample: Sample) -> Row:
    """What measurements need of it."""
    return Row(
        elapsed_s=sample.elapsed_s,
        utc_ms=sample.utc_ms,
        step_index=sample.step_index,
        step_s=sample.step_s,
        bpm=sample.heart_rate_bpm,
        flags=int(sample.flags),
        grade_percent=sample.grade_percent,
        speed_kmh=sample.speed_kmh,
        speed_source=sample.speed_source,
        cadence_spm=sample.cadence_spm,
        cadence_source=sample.cadence_source,
        ascent_m=sample.ascent_m,
        target_low_bpm=sample.target_low_bpm,
        target_high_bpm=sample.target_high_bpm,
        guide_low_bpm=sample.guide_low_bpm,
        guide_high_bpm=sample.guide_high_bpm,
    )


def machine_of(station: StationFacts | None) -> Machine:
    """What a station is to whoever is on it; None: the floor, or nobody knows."""
    if station is None:
        return Machine()
    return Machine(station.kind, station.step_height_m if station.kind == "stair" else None)
