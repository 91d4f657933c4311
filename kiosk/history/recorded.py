"""One athlete's part in a session, read from the disk as measurements take it."""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from sqlalchemy import Connection, select

from kiosk.history.minutes import intervals_of, seconds_of
from kiosk.history.rows import beats_of, sample_of
from kiosk.history.schema import SessionAthleteRow, SessionRow, answer
from kiosk.session.records import Note
from kiosk.session.second import row_of
from kiosk.training.measures import Row
from kiosk.training.zones import ZoneModel, Zones, zones_from

_SECOND_MS: Final = 1000


def rows_of(connection: Connection, row: SessionRow, entry: SessionAthleteRow) -> list[Row]:
    """Its seconds, in order."""
    seconds = seconds_of(connection, row, entry)
    return [row_of(sample_of(second, row.id, entry.athlete_id)) for second in seconds]


def beats_of_part(
    connection: Connection, row: SessionRow, entry: SessionAthleteRow
) -> list[tuple[int, tuple[float, ...]]]:
    """Second and intervals in ms, in order."""
    found = (
        beats_of(one, row.id, entry.athlete_id) for one in intervals_of(connection, row, entry)
    )
    return [(beats.elapsed_s, beats.rr_ms) for beats in found]


def answers_of(connection: Connection, session_id: int, athlete_id: int) -> dict[str, float]:
    """By kind; the last answer counts."""
    c = answer.c
    rows = connection.execute(
        select(c.kind, c.value)
        .where(c.athlete_id == athlete_id, c.session_id == session_id)
        .order_by(c.id)
    )
    return {row.kind: row.value for row in rows}


def timed(
    notes: Sequence[Note], rows: Sequence[Row]
) -> list[tuple[str, int, Mapping[str, object]]]:
    """Each with the athlete's own second: one for everybody has that of the session's clock, which
    for a late joiner, and after a pause of their own, is another.
    """
    times = [row.utc_ms for row in rows]
    is_torn = any(after < before for before, after in pairwise(times))
    found: list[tuple[str, int, Mapping[str, object]]] = []
    for note in notes:
        elapsed_s = note.elapsed_s
        if note.athlete_id is None or elapsed_s is None:
            at = _torn_place(times, note) if is_torn else bisect_left(times, note.utc_ms)
            elapsed_s = rows[at].elapsed_s if at < len(rows) else len(rows)
        found.append((note.kind, elapsed_s, note.detail))
    return found


def _torn_place(times: Sequence[int], note: Note) -> int:
    """Where the wall clock has gone back a time may come twice: then it is the one that the
    session's clock is nearer to. What came in a pause has only that clock.
    """
    meant = note.elapsed_s or 0
    close = (at for at, utc_ms in enumerate(times) if 0 <= utc_ms - note.utc_ms < _SECOND_MS)
    return min(close, key=lambda at: abs(at - meant), default=min(meant, len(times)))


def zones_of(entry: SessionAthleteRow) -> Zones | None:
    """As they were then."""
    if entry.zone_model is None:
        return None
    return zones_from(ZoneModel(entry.zone_model), json.loads(entry.zone_inputs))
