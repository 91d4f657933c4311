"""A session in one table: a line for each athlete, every number with its unit in the header."""

import re
from collections.abc import Sequence
from typing import BinaryIO, Final

from kiosk.export.csv_files import decimals, defused, utc_time, write_rows
from kiosk.export.recording import Recording
from kiosk.export.totals import Totals
from kiosk.training.measure import Measure

_FIRST: Final = (
    "athlete",
    "started_utc",
    "workout",
    "duration_s",
    "missing_s",
    "ascent_m",
    "descent_m",
    "distance_m",
    "heart_rate_mean_bpm",
    "heart_rate_max_bpm",
)
_MEASURES_FIRST: Final = ("time_in_band", "step_up_score")
_IN_FIRST: Final = ("ascent_m", "distance_m", "hr_mean", "hr_max", "time_unknown")
"""Results that the first columns have already, as the seconds say it."""
_UNITS: Final = {"%": "percent", "passed": ""}
_NO_WORD: Final = re.compile("[^0-9a-z]+")


def write_summary(file: BinaryIO, recordings: Sequence[Recording]) -> None:
    """Of results that were not measured, or could not be, the cell is empty."""
    measured = [recording.measures() for recording in recordings]
    units = {key: measured_by[key].unit for measured_by in measured for key in measured_by}
    found = [key for key in units if key not in (*_IN_FIRST, *_MEASURES_FIRST)]
    keys = [*_MEASURES_FIRST, *found]
    units = {"time_in_band": "%", "step_up_score": "points"} | units
    header = (*_FIRST, *(_column(key, units[key]) for key in keys))
    lines = [
        (*_line(recording), *(_cell(measures.get(key)) for key in keys))
        for recording, measures in zip(recordings, measured, strict=True)
    ]
    write_rows(file, [header, *lines])


def _line(recording: Recording) -> tuple[object, ...]:
    totals, session = Totals(), recording.session
    for lap in recording.laps():
        totals.merge(lap.totals)
    return (
        defused(recording.who.name),
        utc_time(session.started_utc_ms),
        defused(session.protocol_name),
        recording.who.duration_s,
        recording.who.missing_s,
        decimals(totals.ascent_m if totals.climb_s else None, 1),
        decimals(totals.descent_m if totals.climb_s else None, 1),
        decimals(totals.distance_m if totals.speed_s else None, 1),
        decimals(totals.mean_bpm, 1),
        totals.max_bpm,
    )


def _column(key: str, unit: str) -> str:
    """A key that ends with its unit has it already."""
    word = _NO_WORD.sub("_", _UNITS.get(unit, unit.replace("/", " per ")).lower()).strip("_")
    return key if not word or key.endswith(f"_{word}") else f"{key}_{word}"


def _cell(measure: Measure | None) -> str | None:
    return None if measure is None else decimals(measure.value, measure.digits)
