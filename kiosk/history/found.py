"""One session as it lies on the disk: the row, somebody's part in it, its plan and its events."""

import json

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from kiosk.errors import HistoryError
from kiosk.history.schema import SessionAthleteRow, SessionRow, event
from kiosk.session.records import Note
from kiosk.training.plan import Plan


def find_session(session: Session, session_id: int) -> SessionRow:
    row = session.get(SessionRow, session_id)
    if row is None:
        raise HistoryError(
            f"There is no session {session_id}: 'switchback sessions list' shows which there are."
        )
    return row


def plan_of(row: SessionRow) -> Plan:
    try:
        return Plan.from_json(row.plan_json)
    except (ValueError, KeyError, TypeError) as error:
        raise HistoryError(
            f"The steps of session {row.id} cannot be read ({error}): close it with 'switchback "
            f"sessions close {row.id}'."
        ) from error


def notes_of(connection: Connection, session_id: int) -> list[Note]:
    rows = connection.execute(
        select(
            event.c.utc_ms,
            event.c.kind,
            SessionAthleteRow.athlete_id,
            event.c.elapsed_s,
            event.c.detail,
        )
        .outerjoin(SessionAthleteRow, SessionAthleteRow.id == event.c.session_athlete_id)
        .where(event.c.session_id == session_id)
        .order_by(event.c.id)
    )
    return [
        Note(session_id, utc_ms, kind, athlete_id, elapsed_s, json.loads(detail))
        for utc_ms, kind, athlete_id, elapsed_s, detail in rows
    ]


def entry_of(row: SessionRow, athlete_id: int) -> SessionAthleteRow | None:
    """Their part in the session."""
    return next((entry for entry in row.athletes if entry.athlete_id == athlete_id), None)
