"""Raw beat intervals go after a set time; every second, and what was measured, stays."""

import shutil
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, select, update

from kiosk.history.database import reading, writing
from kiosk.history.schema import SessionAthleteRow, SessionRow, minute

DAY_MS: Final = 24 * 3600 * 1000


_LEAP_DAYS: Final = 60
"""A clock that nobody sets is not believed when nothing was recorded for so long."""


CROWDED_PERCENT: Final = 90.0
CROWDED_DAYS: Final = 90
"""On a disk as full as that, beats go this early: what they leave free in the history's own file is
written again, so that recording finds room when nothing else on the disk gives way.
"""


def days_to_keep(keep_days: int, data: Path) -> int:
    """`keep_days`, or less while the disk of `data` is nearly full; 0, for good, stays 0."""
    if keep_days <= CROWDED_DAYS:
        return keep_days
    try:
        usage = shutil.disk_usage(data)
    except OSError:
        return keep_days
    is_crowded = usage.used >= CROWDED_PERCENT / 100 * (usage.used + usage.free)
    return CROWDED_DAYS if is_crowded else keep_days


def drop_beats(engine: Engine, utc_ms: int, keep_days: int, *, synchronised: bool) -> bool:
    """Drops the beats of one part whose time is over; False when there is none, or while a session
    is open. `keep_days` 0 keeps them for good.

    Age goes by the order of sessions: whatever came before one that began, by a clock that had been
    set, `keep_days` ago. On a kiosk without any time service, whose clock is not `synchronised`
    now, every session counts, but only while time goes on from the newest. Raises HistoryError.
    """
    if not keep_days:
        return False
    part = SessionAthleteRow
    with reading(engine) as connection:
        is_open = select(SessionRow.id).where(SessionRow.closed_utc_ms.is_(None)).limit(1)
        if connection.scalar(is_open) is not None:
            return False
        old = select(SessionRow.id).where(SessionRow.opened_utc_ms < utc_ms - keep_days * DAY_MS)
        if synchronised:
            old = old.where(SessionRow.synchronised.is_(True))
        elif not _goes_on(connection, utc_ms):
            return False
        newest = connection.scalar(old.order_by(SessionRow.opened_utc_ms.desc()).limit(1))
        entry = connection.scalar(
            select(part.id)
            .where(
                part.session_id <= (newest or 0),
                part.beats_dropped_utc_ms.is_(None),
                part.packed_utc_ms.is_not(None),
            )
            .order_by(part.session_id)
            .limit(1)
        )
    if entry is None:
        return False
    with writing(engine) as connection:
        # A minute's beats are a chunk of their own, with a sum of its own: the seconds' stays.
        connection.execute(
            update(minute)
            .where(minute.c.session_athlete_id == entry, minute.c.beats.is_not(None))
            .values(beats=None)
        )
        connection.execute(update(part).where(part.id == entry).values(beats_dropped_utc_ms=utc_ms))
    return True


def _goes_on(connection: Connection, utc_ms: int) -> bool:
    newest = select(SessionRow.opened_utc_ms).order_by(SessionRow.id.desc()).limit(1)
    opened_utc_ms = connection.scalar(newest)
    return opened_utc_ms is not None and 0 <= utc_ms - opened_utc_ms < _LEAP_DAYS * DAY_MS
