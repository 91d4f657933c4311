"""Counting what a session recorded: while it is open, and once for good when it closes."""

from sqlalchemy import ColumnElement, Connection, Table, and_, func, select, update

from kiosk.history.schema import SessionAthleteRow, SessionRow, beat, live


def within(table: Table, first: int, last: int | None) -> ColumnElement[bool]:
    """The stretch of live or beat that holds a session's rows, among those of others."""
    begun = table.c.id >= first
    return begun if last is None else and_(begun, table.c.id <= last)


def counts(
    connection: Connection, session_id: int, live_from: int, live_to: int | None
) -> dict[int, tuple[int, int]]:
    """(rows, rows without a heart rate) by session_athlete id; who has no row is not in it."""
    members = select(SessionAthleteRow.id).where(SessionAthleteRow.session_id == session_id)
    rows = connection.execute(
        select(live.c.session_athlete_id, func.count(), func.count(live.c.bpm))
        .where(within(live, live_from, live_to), live.c.session_athlete_id.in_(members))
        .group_by(live.c.session_athlete_id)
    )
    return {entry: (total, total - heard) for entry, total, heard in rows}


def seal(connection: Connection, session_id: int, utc_ms: int, reason: str) -> bool:
    """Closes an open session and keeps its counts; False when it is unknown or closed already.

    With the reason "cut" whoever was still in it is closed too, and it counts as recovered.
    """
    session = connection.execute(
        select(SessionRow.live_from).where(
            SessionRow.id == session_id, SessionRow.closed_utc_ms.is_(None)
        )
    ).one_or_none()
    if session is None:
        return False
    connection.execute(
        update(SessionRow)
        .where(SessionRow.id == session_id)
        .values(
            closed_utc_ms=utc_ms,
            close_reason=reason,
            live_to=select(func.coalesce(func.max(live.c.id), 0)).scalar_subquery(),
            beat_to=select(func.coalesce(func.max(beat.c.id), 0)).scalar_subquery(),
        )
    )
    if reason == "cut":
        mark_recovered(connection, session_id)
        connection.execute(
            update(SessionAthleteRow)
            .where(
                SessionAthleteRow.session_id == session_id,
                SessionAthleteRow.closed_utc_ms.is_(None),
            )
            .values(closed_utc_ms=utc_ms, close_reason=reason, measured_utc_ms=None)
        )
    counted = counts(connection, session_id, session.live_from, None)
    members = select(SessionAthleteRow.id).where(SessionAthleteRow.session_id == session_id)
    for entry in connection.scalars(members).all():
        samples, missing_s = counted.get(entry, (0, 0))
        connection.execute(
            update(SessionAthleteRow)
            .where(SessionAthleteRow.id == entry)
            .values(samples=samples, missing_s=missing_s)
        )
    return True


def reach_back(connection: Connection) -> None:
    """SQLite gives the numbers of deleted last rows again: a session that has just been opened, and
    has no row yet, must not look for its rows only after them.
    """
    for table, first in ((live, SessionRow.live_from), (beat, SessionRow.beat_from)):
        after_last = (connection.scalar(select(func.max(table.c.id))) or 0) + 1
        connection.execute(
            update(SessionRow)
            .where(SessionRow.closed_utc_ms.is_(None), first > after_last)
            .values({first.key: after_last})
        )


def mark_recovered(connection: Connection, session_id: int) -> None:
    """A cut session that goes on, or is closed as it is; the mark stays for good."""
    connection.execute(update(SessionRow).where(SessionRow.id == session_id).values(recovered=True))
