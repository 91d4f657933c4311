"""One athlete's part in one session, as small as a screen needs it: its curve, and what it was."""

import math
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, select
from sqlalchemy.orm import Session

from kiosk.desk_port import PartSeen
from kiosk.errors import HistoryError
from kiosk.history.database import reading
from kiosk.history.queries import find_session, plan_of
from kiosk.history.recorded import zones_of
from kiosk.history.results import Part, Results
from kiosk.history.schema import SessionAthleteRow, SessionRow, live
from kiosk.history.summary import within
from kiosk.session.records import SampleFlag
from kiosk.session.state import TracePoint

MOST_POINTS = 400
"""Of a curve: more than one in three pixels of a large screen nobody sees."""


def curve_of(engine: Engine, part: Part) -> tuple[TracePoint, ...]:
    """The part's heart rate and what guided it, by its own seconds (pauses are in none), at most
    400 points; () for a part that there is not. Raises HistoryError.
    """
    with reading(engine) as connection, Session(connection) as session:
        row = session.get(SessionRow, part.session_id)
        entry = None if row is None else _entry(row, part.athlete_id)
        return () if row is None or entry is None else _curve(connection, row, entry)


def part_seen(engine: Engine, part: Part) -> PartSeen:
    """Everything that a summary says of the part. Raises HistoryError, also when it is gone."""
    measures = Results(engine).kept(part)
    with reading(engine) as connection, Session(connection) as session:
        row = find_session(session, part.session_id)
        entry = _entry(row, part.athlete_id)
        if entry is None:
            raise HistoryError("This session is not there any more.")
        return PartSeen(
            session_id=row.id,
            athlete_id=entry.athlete_id,
            name=entry.name,
            plan=plan_of(row),
            started_utc_ms=row.opened_utc_ms,
            utc_offset_min=row.utc_offset_min,
            duration_s=entry.samples or 0,
            missing_s=entry.missing_s or 0,
            is_complete=bool(entry.complete),
            has_left=entry.close_reason != "finished",
            points=_curve(connection, row, entry),
            zones=zones_of(entry),
            measures=measures,
        )


def _entry(row: SessionRow, athlete_id: int) -> SessionAthleteRow | None:
    return next((entry for entry in row.athletes if entry.athlete_id == athlete_id), None)


def _curve(
    connection: Connection, row: SessionRow, entry: SessionAthleteRow
) -> tuple[TracePoint, ...]:
    longest = entry.samples
    if longest is None:  # the session still runs for others, or was cut
        longest = connection.scalar(
            select(func.max(live.c.elapsed_s) + 1).where(
                within(live, row.live_from, row.live_to), live.c.session_athlete_id == entry.id
            )
        )
    stride = max(1, math.ceil((longest or 0) / MOST_POINTS))
    return tuple(_point(*found) for found in connection.execute(curve_query(row, entry.id, stride)))


def _point(second: int, bpm: float | None, low: float | None, high: float | None) -> TracePoint:
    return TracePoint(
        second,
        None if bpm is None else round(bpm),
        None if low is None else low / 10,
        None if high is None else high / 10,
    )


def curve_query(row: SessionRow, entry: int, stride: int) -> Select[Any, Any, Any, Any]:
    """One row for `stride` seconds: the disk averages, so that few rows come up from it."""
    c = live.c
    heard = func.iif(c.flags.op("&")(int(SampleFlag.NOT_WORN)) == 0, c.bpm, None)
    return (
        select(
            func.min(c.elapsed_s) + stride // 2,
            func.avg(heard),
            func.avg(c.guide_low_deci),
            func.avg(c.guide_high_deci),
        )
        .where(within(live, row.live_from, row.live_to), c.session_athlete_id == entry)
        .group_by(c.elapsed_s.op("/")(stride))
        .order_by(func.min(c.elapsed_s))
    )
