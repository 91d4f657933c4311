"""Everything that the history has of one person, for whoever wants to take it home."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from kiosk.errors import HistoryError
from kiosk.history.database import reading
from kiosk.history.found import entry_of, find_session, notes_of
from kiosk.history.homework import homework_as_json
from kiosk.history.provenance import provenance_of
from kiosk.history.roster_rows import athlete_of
from kiosk.history.schema import (
    AthleteRow,
    PlannedRow,
    PoolStrapRow,
    SessionAthleteRow,
    SessionRow,
    answer,
    hike_window,
    result,
)
from kiosk.history.sentences import told
from kiosk.session.records import Note

_NOT_TOLD: Final = ("id", "tags")
"""Numbers that mean something only in this kiosk; a tag's is the hash that opens their page."""
_OF_OTHERS: Final = "device"
"""Kind of the session's events that may name anybody's strap."""


def sessions_of(connection: Connection, athlete_id: int) -> list[int]:
    """The numbers of the sessions that they were in and that are over for them, oldest first."""
    rows = connection.scalars(
        select(SessionAthleteRow.session_id)
        .where(
            SessionAthleteRow.athlete_id == athlete_id,
            SessionAthleteRow.closed_utc_ms.is_not(None),
        )
        .order_by(SessionAthleteRow.session_id)
    )
    return list(rows)


def person_as_json(engine: Engine, athlete_id: int) -> dict[str, Any]:
    """What is known of the person, their week, and what they answered.

    Raises HistoryError when there is no such person.
    """
    with reading(engine) as connection, Session(connection) as session:
        row = session.get(AthleteRow, athlete_id)
        if row is None:
            raise HistoryError("This person is not on the roster any more.")
        known = {
            key: value for key, value in asdict(athlete_of(row)).items() if key not in _NOT_TOLD
        }
        borrowed = select(PoolStrapRow.device_number).where(
            PoolStrapRow.holder_athlete_id == athlete_id
        )
        return {
            "person": known | {"has_tags": bool(row.tags)},
            "straps_borrowed": list(connection.scalars(borrowed)),
            "consent": {"on": row.consent_on, "recorded_by": row.consent_by},
            "on_the_roster_since": _time(row.created_utc_ms),
            "off_the_roster_since": _time(row.removed_utc_ms),
            "week": _week(connection, athlete_id),
            "answers": _answers(connection, athlete_id),
            "homework": homework_as_json(connection, athlete_id),
        }


def part_as_json(engine: Engine, session_id: int, athlete_id: int) -> dict[str, Any]:
    """What is known of their part in a session but the seconds and beats: its plan, zones, results,
    events, and where the numbers come from. Nothing in it is of anybody else.

    Raises HistoryError when there is no such session, or they were not in it.
    """
    with reading(engine) as connection, Session(connection) as session:
        row = find_session(session, session_id)
        entry = entry_of(row, athlete_id)
        if entry is None:
            raise HistoryError(f"They were not in session {session_id}.")
        return {
            "session": row.id,
            "began": _time(row.opened_utc_ms),
            "utc_offset_min": row.utc_offset_min,
            "joined": _time(entry.joined_utc_ms),
            "ended": _time(entry.closed_utc_ms),
            "ended_because": entry.close_reason,
            "was_late": entry.late,
            "was_cut": row.recovered,
            "workout": row.protocol_name,
            "workout_id": row.protocol_id,
            "category": row.category,
            "test": row.test,
            "choices": json.loads(row.choices),
            "supervised": row.supervised,
            "name_then": entry.name,
            "station": entry.station,
            "strap": entry.strap,
            "duration_s": entry.samples,
            "without_heart_rate_s": entry.missing_s,
            "ascent_m": None if entry.ascent_mm is None else entry.ascent_mm / 1000,
            "did_all_of_it": entry.complete,
            "zones": {"model": entry.zone_model, **json.loads(entry.zone_inputs)},
            "plan": json.loads(row.plan_json),
            "results": _measures(connection, entry.id),
            "hike_windows": _windows(connection, entry.id),
            "events": [
                _event(note)
                for note in notes_of(connection, session_id)
                if note.athlete_id == athlete_id
                or (note.athlete_id is None and note.kind != _OF_OTHERS)
            ],
            "provenance": _provenance(connection, row, athlete_id),
        }


def _week(connection: Connection, athlete_id: int) -> list[dict[str, object]]:
    columns = (PlannedRow.day, PlannedRow.protocol_id, PlannedRow.words)
    rows = connection.execute(
        select(*columns)
        .where(PlannedRow.athlete_id == athlete_id)
        .order_by(PlannedRow.day, PlannedRow.position)
    )
    return [{"day": day, "workout": protocol, "words": words} for day, protocol, words in rows]


def _answers(connection: Connection, athlete_id: int) -> list[dict[str, object]]:
    c = answer.c
    rows = connection.execute(
        select(c.utc_ms, c.kind, c.value, c.session_id)
        .where(c.athlete_id == athlete_id)
        .order_by(c.id)
    )
    return [
        {"at": _time(utc_ms), "about": kind, "value": value, "session": session_id}
        for utc_ms, kind, value, session_id in rows
    ]


def _measures(connection: Connection, entry: int) -> list[dict[str, object]]:
    """In the order in which they are shown; nothing empty."""
    c = result.c
    rows = connection.execute(
        select(c.key, c.name, c.value, c.unit, c.digits, c.missing, c.note)
        .where(c.session_athlete_id == entry)
        .order_by(c.position)
    )
    found: list[dict[str, object]] = []
    for key, name, value, unit, digits, missing, note in rows:
        row: dict[str, object] = {
            "key": key,
            "name": told(name),
            "value": value,
            "unit": told(unit),
            "digits": digits,
            "missing": told(missing),
            "note": told(note),
        }
        found.append({key: v for key, v in row.items() if v != ""})
    return found


def _windows(connection: Connection, entry: int) -> list[dict[str, float]]:
    """The steady minutes of a hike: training.economy."""
    c = hike_window.c
    rows = connection.execute(
        select(c.grade_percent, c.speed_kmh, c.heart_rate_bpm)
        .where(c.session_athlete_id == entry)
        .order_by(c.position)
    )
    return [dict(row) for row in rows.mappings()]


def _event(note: Note) -> dict[str, object]:
    return {
        "at": _time(note.utc_ms),
        "elapsed_s": note.elapsed_s,
        "kind": note.kind,
        "is_own": note.athlete_id is not None,
        **({"detail": note.detail} if note.detail else {}),
    }


def _provenance(connection: Connection, row: SessionRow, athlete_id: int) -> dict[str, object]:
    found = provenance_of(connection, row, athlete_id)
    (part,) = found.parts
    own = asdict(part)
    dropped = own.pop("beats_dropped_utc_ms")
    del own["athlete_id"]
    return {
        "software": found.versions,
        "clock_was_set": found.synchronised,
        "sensors": [asdict(one) for one in found.sensors if one.station in part.stations],
        **own,
        "beats_dropped": _time(dropped),
    }


def _time(utc_ms: int | None) -> str | None:
    """ISO 8601, UTC, with milliseconds."""
    if utc_ms is None:
        return None
    seconds, ms = divmod(utc_ms, 1000)
    return f"{datetime.fromtimestamp(seconds, UTC).isoformat()[:19]}.{ms:03d}Z"
