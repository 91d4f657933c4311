"""The roster and the weeks as tables to edit: `kiosk.imports` reads them again from the stick."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Final

from kiosk.export.csv_files import defused, write_rows
from kiosk.training.athlete import Athlete
from kiosk.training.past import Planned
from kiosk.training.zones import zones_for

ROSTER_FILE: Final = "roster.csv"
PLAN_FILE: Final = "plan.csv"
ROSTER: Final = (
    "number",
    "name",
    "birth year",
    "max heart rate (bpm)",
    "resting heart rate (bpm)",
    "threshold (bpm)",
    "ceiling (bpm)",
    "zone model",
    "zone edges (bpm)",
    "strap numbers",
)
PLAN: Final = ("date", "name", "workout", "note")


def write_roster(people: Sequence[Athlete], today: date) -> bytes:
    """A row for everybody; an empty cell is not known. The zone model is the one that follows from
    what is known on that day: it is told, and cannot be chosen.
    """
    return _table(ROSTER, [_row(who, today) for who in people])


def write_plan(names: Mapping[int, str], weeks: Mapping[int, Sequence[Planned]]) -> bytes:
    """A row for each entry of everybody's weeks, by day and name; `names` of the roster by id."""
    entries = [
        (entry.on.isoformat(), names[number], entry.protocol_id or "", entry.words)
        for number, week in weeks.items()
        if number in names
        for entry in week
    ]
    entries.sort(key=lambda entry: entry[:2])  # a day's entries stay in their order
    return _table(PLAN, [(on, *map(defused, texts)) for on, *texts in entries])


def _row(who: Athlete, today: date) -> tuple[object, ...]:
    zones = zones_for(who, today)
    return (
        who.id,
        defused(who.name),
        who.birth_year,
        _bpm(who.max_hr),
        _bpm(who.resting_hr),
        _bpm(who.threshold_hr),
        _bpm(who.ceiling_hr),
        None if zones is None else str(zones.model),
        None if who.zone_edges is None else " ".join(f"{edge:g}" for edge in who.zone_edges),
        " ".join(str(strap) for strap in who.straps),
    )


def _bpm(value: float | None) -> str | None:
    return None if value is None else f"{value:g}"


def _table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    file = BytesIO()
    write_rows(file, [header, *rows])
    return file.getvalue()
