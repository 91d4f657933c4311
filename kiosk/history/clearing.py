"""Takes the rows of packed parts out of live and beat, a few pages at a time.

Athletes' rows lie mixed, second by second: one person's rows are on every page of a session, and
taking people out one by one would write each page as often as there are people.
"""

from typing import Final

from sqlalchemy import Connection, Engine, Select, Table, delete, select

from kiosk.history.database import reading, writing
from kiosk.history.schema import SessionAthleteRow, SessionRow, beat, live
from kiosk.history.summary import reach_back, within

_AT_ONCE: Final = 4000
"""Rows in one transaction: whoever records waits for it, and a fifth of a second is nothing."""


def clear_some(engine: Engine, session_id: int) -> bool:
    """Takes out some rows of the session's packed parts; False when there is none left.

    Raises HistoryError.
    """
    with reading(engine) as connection:
        if not any(_firsts(connection, session_id)):
            return False
    with writing(engine) as connection:
        firsts = _firsts(connection, session_id)
        for table, first in zip((live, beat), firsts, strict=True):
            if first is not None:
                here = within(table, first, first + _AT_ONCE - 1)
                ours = table.c.session_athlete_id.in_(_packed_parts(session_id))
                connection.execute(delete(table).where(here, ours))
        reach_back(connection)
    return True


def clear_part(connection: Connection, entry: int, session_id: int) -> None:
    """Takes out all rows of one part."""
    for table, first, last in _stretches(connection, session_id):
        here = within(table, first, last) & (table.c.session_athlete_id == entry)
        connection.execute(delete(table).where(here))
    reach_back(connection)


def left_over(engine: Engine) -> tuple[int, int] | None:
    """A packed part, and its session, whose rows are the first in their table; else None: what is
    there is not packed yet. Raises HistoryError.
    """
    with reading(engine) as connection:
        for table in (live, beat):
            first = select(table.c.session_athlete_id).order_by(table.c.id).limit(1)
            entry = connection.scalar(first)
            found = connection.execute(
                select(SessionAthleteRow.id, SessionAthleteRow.session_id).where(
                    SessionAthleteRow.id == entry, SessionAthleteRow.packed_utc_ms.is_not(None)
                )
            ).one_or_none()
            if found is not None:
                return found[0], found[1]
    return None


def _firsts(connection: Connection, session_id: int) -> list[int | None]:
    """The first row of a packed part in live and in beat."""
    firsts: list[int | None] = []
    for table, first, last in _stretches(connection, session_id):
        here = within(table, first, last)
        ours = table.c.session_athlete_id.in_(_packed_parts(session_id))
        query = select(table.c.id).where(here, ours).order_by(table.c.id).limit(1)
        firsts.append(connection.scalar(query))
    return firsts


def _stretches(connection: Connection, session_id: int) -> list[tuple[Table, int, int | None]]:
    columns = (SessionRow.live_from, SessionRow.live_to, SessionRow.beat_from, SessionRow.beat_to)
    where = connection.execute(select(*columns).where(SessionRow.id == session_id)).one()
    return [(live, where[0], where[1]), (beat, where[2], where[3])]


def _packed_parts(session_id: int) -> Select[int]:
    return select(SessionAthleteRow.id).where(
        SessionAthleteRow.session_id == session_id, SessionAthleteRow.packed_utc_ms.is_not(None)
    )
