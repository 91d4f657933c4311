"""Everything that the history has of one person, for whoever wants to take it home."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from kiosk.errors import HistoryError
from kiosk.history.database import reading
from kiosk.history.roster_rows import athlete_of
from kiosk.history.schema import (
    AthleteRow,
    PlannedRow,
    SessionAthleteRow,
    SessionRow,
    answer,
    result,
)
from kiosk.history.sentences import told

_NOT_TOLD = ("id", "tags")
"""Numbers that mean something only in this kiosk; a tag's is the hash that opens their page."""


_PART: tuple[Any, ...] = (
    SessionAthleteRow.id,
    SessionAthleteRow.session_id,
    SessionRow.opened_utc_ms,
    SessionRow.protocol_name,
    SessionRow.choices,
    SessionAthleteRow.name,
    SessionAthleteRow.station,
    SessionAthleteRow.samples,
    SessionAthleteRow.missing_s,
    SessionAthleteRow.complete,
    SessionAthleteRow.zone_model,
    SessionAthleteRow.zone_inputs,
)


def sessions_of(engine: Engine, athlete_id: int) -> list[int]:
    """The numbers of the sessions that they were in and that are over for them, oldest first."""
    with reading(engine) as connection:
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
    """What is known of the person, their week, what they answered, and what each session came to.

    Raises HistoryError when there is no such person.
    """
    with reading(engine) as connection, Session(connection) as session:
        row = session.get(AthleteRow, athlete_id)
        if row is None:
            raise HistoryError("This person is not on the roster any more.")
        known = {
            key: value for key, value in asdict(athlete_of(row)).items() if key not in _NOT_TOLD
        }
        return {
            "person": known | {"tags": len(row.tags)},
            "consent": {"on": row.consent_on, "recorded_by": row.consent_by},
            "on_the_roster_since": _time(row.created_utc_ms),
            "week": _week(connection, athlete_id),
            "answers": _answers(connection, athlete_id),
            "sessions": _sessions(connection, athlete_id),
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


def _sessions(connection: Connection, athlete_id: int) -> list[dict[str, object]]:
    part = SessionAthleteRow
    rows = connection.execute(
        select(*_PART)
        .join(SessionRow, SessionRow.id == part.session_id)
        .where(part.athlete_id == athlete_id, part.closed_utc_ms.is_not(None))
        .order_by(SessionRow.id)
    ).all()
    measures = _measures(connection, athlete_id)
    return [
        {
            "session": row.session_id,
            "began": _time(row.opened_utc_ms),
            "workout": row.protocol_name,
            "choices": json.loads(row.choices),
            "name_then": row.name,
            "station": row.station,
            "duration_s": row.samples,
            "without_heart_rate_s": row.missing_s,
            "did_all_of_it": row.complete,
            "zones": {"model": row.zone_model, **json.loads(row.zone_inputs)},
            "results": measures.get(row.id, []),
        }
        for row in rows
    ]


def _measures(connection: Connection, athlete_id: int) -> Mapping[int, list[dict[str, object]]]:
    """By session_athlete id, in the order in which they are shown."""
    c = result.c
    found: dict[int, list[dict[str, object]]] = {}
    rows = connection.execute(
        select(c.session_athlete_id, c.name, c.value, c.unit, c.missing, c.note)
        .join(SessionAthleteRow, SessionAthleteRow.id == c.session_athlete_id)
        .where(SessionAthleteRow.athlete_id == athlete_id)
        .order_by(c.session_athlete_id, c.position)
    )
    for entry, name, value, unit, missing, note in rows:
        row = {
            "name": told(name),
            "value": value,
            "unit": told(unit),
            "missing": told(missing),
            "note": told(note),
        }
        found.setdefault(entry, []).append({key: v for key, v in row.items() if v != ""})
    return found


def _time(utc_ms: int) -> str:
    whole = datetime.fromtimestamp(utc_ms // 1000, UTC)
    return whole.isoformat().replace("+00:00", "Z")
