"""Reading the history: the list of sessions, and what one athlete recorded in one of them."""

import json
from collections.abc import Generator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.orm import Session

from kiosk.errors import HistoryError
from kiosk.history.database import reading
from kiosk.history.minutes import intervals_of, seconds_of
from kiosk.history.rows import beats_of, sample_of
from kiosk.history.schema import SessionAthleteRow, SessionRow, event
from kiosk.history.summary import counts
from kiosk.session.records import Beats, Note, Sample
from kiosk.training.plan import Plan

State = Literal["complete", "recovered", "open"]


@dataclass(frozen=True, slots=True)
class AthleteSummary:
    """One athlete's part in a session."""

    athlete_id: int
    name: str
    """As it was then."""
    samples: int
    """Rows recorded, one a second."""
    missing_s: int
    """Rows without a heart rate."""

    @property
    def duration_s(self) -> int:
        return self.samples


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line of the list of sessions."""

    id: int
    started_utc_ms: int
    utc_offset_min: int
    """Local time minus UTC at the start."""
    protocol_id: str
    protocol_name: str
    state: State
    """open: running, or cut and undecided; recovered: closed after a cut; else complete."""
    athletes: tuple[AthleteSummary, ...]


class History:
    """Reads only; safe beside a running kiosk, and nothing it does makes the recorder wait.

    Every method raises HistoryError when the history cannot be read.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._given = 0

    def next_session_id(self) -> int:
        """A number no session has; each call gives another one, recorded yet or not."""
        with reading(self._engine) as connection:
            newest = connection.scalar(select(func.max(SessionRow.id))) or 0
        self._given = max(self._given, newest) + 1
        return self._given

    def sessions(self) -> list[SessionSummary]:
        """Every session, oldest first."""
        with reading(self._engine) as connection, Session(connection) as session:
            rows = session.scalars(select(SessionRow).order_by(SessionRow.id)).all()
            return [_summary(connection, row) for row in rows]

    def session(self, session_id: int) -> SessionSummary:
        """One session. Raises HistoryError when there is none of that number."""
        with reading(self._engine) as connection, Session(connection) as session:
            return _summary(connection, find_session(session, session_id))

    def plan(self, session_id: int) -> Plan:
        """What the session did, step by step."""
        with reading(self._engine) as connection, Session(connection) as session:
            return plan_of(find_session(session, session_id))

    def iter_samples(self, session_id: int, athlete_id: int) -> Generator[Sample]:
        """The athlete's seconds in order, a few at a time; none for someone who was not in it.

        Close it when you stop half-way: it keeps its view of the history until then.
        """
        with reading(self._engine) as connection, Session(connection) as session:
            row = find_session(session, session_id)
            entry = entry_of(row, athlete_id)
            if entry is not None:
                for second in seconds_of(connection, row, entry):
                    yield sample_of(second, session_id, athlete_id)

    def samples(self, session_id: int, athlete_id: int) -> list[Sample]:
        """The athlete's seconds in order."""
        return list(self.iter_samples(session_id, athlete_id))

    def beats(self, session_id: int, athlete_id: int) -> list[Beats]:
        """The athlete's beat intervals, second by second."""
        with reading(self._engine) as connection, Session(connection) as session:
            row = find_session(session, session_id)
            entry = entry_of(row, athlete_id)
            found = () if entry is None else intervals_of(connection, row, entry)
            return [beats_of(one, session_id, athlete_id) for one in found]

    def events(self, session_id: int) -> list[Note]:
        """What happened in the session, in order of recording."""
        with reading(self._engine) as connection:
            return notes_of(connection, session_id)


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


def _summary(connection: Connection, row: SessionRow) -> SessionSummary:
    is_open = row.closed_utc_ms is None
    counted = counts(connection, row.id, row.live_from, row.live_to) if is_open else {}
    athletes: list[AthleteSummary] = []
    for entry in row.athletes:
        samples, missing_s = counted.get(entry.id, (entry.samples or 0, entry.missing_s or 0))
        athletes.append(AthleteSummary(entry.athlete_id, entry.name, samples, missing_s))
    return SessionSummary(
        id=row.id,
        started_utc_ms=row.opened_utc_ms,
        utc_offset_min=row.utc_offset_min,
        protocol_id=row.protocol_id,
        protocol_name=row.protocol_name,
        state="open" if is_open else "recovered" if row.recovered else "complete",
        athletes=tuple(athletes),
    )
