"""How high people climbed in the newest sessions, for the mountain of the evening."""

from collections.abc import Sequence
from datetime import timedelta, tzinfo

from sqlalchemy import Engine, and_, func, or_, select, union

from kiosk.days import day_then, local_time
from kiosk.evening import Climbed
from kiosk.history.database import reading
from kiosk.history.schema import SessionAthleteRow, SessionRow, live


def climbed_since_yesterday(
    engine: Engine, utc_ms: int, time_zone: tzinfo | None
) -> Sequence[Climbed]:
    """Of sessions that began yesterday or today, and of those still open, which may go on.

    `utc_ms` is now; days are those of `time_zone`, None is the system's. Raises HistoryError when
    the history cannot be read.
    """
    today = local_time(utc_ms, time_zone).replace(hour=0, minute=0, second=0, microsecond=0)
    since_ms = int((today - timedelta(days=1)).timestamp() * 1000)
    when = SessionRow.id.in_(  # each half by its own index: an `or` reads every session there is
        union(
            select(SessionRow.id).where(SessionRow.opened_utc_ms >= since_ms),
            select(SessionRow.id).where(SessionRow.closed_utc_ms.is_(None)),
        )
    )
    part = (
        SessionRow.id,
        SessionAthleteRow.athlete_id,
        SessionRow.opened_utc_ms,
        SessionRow.utc_offset_min,
    )
    joined = SessionRow.id == SessionAthleteRow.session_id
    packed = select(*part, SessionAthleteRow.ascent_mm).where(
        joined, when, SessionAthleteRow.packed_utc_ms.is_not(None)
    )
    ours = and_(
        live.c.session_athlete_id == SessionAthleteRow.id,
        live.c.id >= SessionRow.live_from,
        or_(SessionRow.live_to.is_(None), live.c.id <= SessionRow.live_to),
    )
    unpacked = (
        select(*part, func.sum(live.c.ascent_mm))
        .where(joined, when, SessionAthleteRow.packed_utc_ms.is_(None), ours)
        .group_by(*part)
    )
    with reading(engine) as connection:
        return [
            Climbed(session_id, athlete_id, day_then(opened, offset), millimetres / 1000)
            for asked in (packed, unpacked)
            for session_id, athlete_id, opened, offset, millimetres in connection.execute(asked)
            if millimetres is not None
        ]
