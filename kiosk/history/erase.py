"""Erasing: everything that the history knows of one person goes, in one transaction."""

import logging
import sqlite3

from sqlalchemy import Connection, Engine, delete, select, update

from kiosk.errors import RosterError
from kiosk.history.database import reading, writing
from kiosk.history.schema import (
    AthleteRow,
    FootPodRow,
    PlannedRow,
    PoolStrapRow,
    SessionAthleteRow,
    SessionRow,
    StrapRow,
    TagRow,
    answer,
    beat,
    event,
    hike_window,
    live,
    minute,
    result,
)
from kiosk.history.summary import reach_back, within
from kiosk.words import text

_logger = logging.getLogger(__name__)


def erase(engine: Engine, athlete_id: int) -> None:
    """Seconds, beats, events, answers, results, plans, devices and the name itself are gone, and
    sessions that nobody else was in; a strap of the club's that they had is nobody's.

    Nothing of it stays in the file: SQLite overwrites what is deleted (secure_delete), and the
    write-ahead log is emptied, at the next chance when somebody is just reading. Backups and
    exported files made before are other files: whoever keeps them erases there too.

    Raises RosterError while a session that they were in is open, running or cut and undecided, and
    when there is no such person; HistoryError when the history cannot be written.
    """
    with writing(engine) as connection:
        name = connection.scalar(select(AthleteRow.name).where(AthleteRow.id == athlete_id))
        if name is None:
            raise RosterError(text("This person is not on the roster any more."))
        if is_in_open_session(connection, athlete_id):
            raise RosterError(
                text(
                    "{name} is still in a session that has not ended: end it first, then erase.",
                    name=name,
                )
            )
        _erase_parts(connection, athlete_id)
        _erase_person(connection, athlete_id)
    _empty_the_log(engine)


def guests(engine: Engine) -> list[tuple[int, str, bool]]:
    """Everybody who came as a guest and has not become a member: id, ISO day on which they came,
    and whether a session that they were in is still open. Raises HistoryError.
    """
    with reading(engine) as connection:
        rows = connection.execute(
            select(AthleteRow.id, AthleteRow.guest_on)
            .where(AthleteRow.guest_on.is_not(None))
            .order_by(AthleteRow.id)
        ).all()
        return [(i, str(day), is_in_open_session(connection, i)) for i, day in rows]


def is_in_open_session(connection: Connection, athlete_id: int) -> bool:
    """Whether they have a part in a session that is not closed, even if they have left it."""
    part = (
        select(SessionRow.id)
        .join(SessionAthleteRow, SessionAthleteRow.session_id == SessionRow.id)
        .where(SessionAthleteRow.athlete_id == athlete_id, SessionRow.closed_utc_ms.is_(None))
    )
    return connection.scalar(part.limit(1)) is not None


def _erase_parts(connection: Connection, athlete_id: int) -> None:
    connection.execute(delete(answer).where(answer.c.athlete_id == athlete_id))
    parts = connection.execute(
        select(
            SessionAthleteRow.id,
            SessionRow.id,
            SessionRow.live_from,
            SessionRow.live_to,
            SessionRow.beat_from,
            SessionRow.beat_to,
        )
        .join(SessionRow, SessionRow.id == SessionAthleteRow.session_id)
        .where(SessionAthleteRow.athlete_id == athlete_id)
    ).all()
    for entry, session_id, live_from, live_to, beat_from, beat_to in parts:
        for table, first, last in ((live, live_from, live_to), (beat, beat_from, beat_to)):
            here = within(table, first, last) & (table.c.session_athlete_id == entry)
            connection.execute(delete(table).where(here))
        for table in (minute, event, result, hike_window):
            connection.execute(delete(table).where(table.c.session_athlete_id == entry))
        connection.execute(delete(SessionAthleteRow).where(SessionAthleteRow.id == entry))
        _erase_if_empty(connection, session_id)
    reach_back(connection)


def _erase_if_empty(connection: Connection, session_id: int) -> None:
    others = select(SessionAthleteRow.id).where(SessionAthleteRow.session_id == session_id)
    if connection.scalar(others.limit(1)) is None:
        connection.execute(delete(event).where(event.c.session_id == session_id))
        connection.execute(delete(SessionRow).where(SessionRow.id == session_id))


def _erase_person(connection: Connection, athlete_id: int) -> None:
    connection.execute(
        update(PoolStrapRow)
        .where(PoolStrapRow.holder_athlete_id == athlete_id)
        .values(holder_athlete_id=None)
    )
    for row in (StrapRow, FootPodRow, TagRow, PlannedRow):
        connection.execute(delete(row).where(row.athlete_id == athlete_id))
    connection.execute(delete(AthleteRow).where(AthleteRow.id == athlete_id))


def _empty_the_log(engine: Engine) -> None:
    """What was overwritten is still in the log's older pages; a reader may hold it for a moment."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError as error:
        _logger.info("The log is emptied later: %s", error)
    finally:
        raw.close()
