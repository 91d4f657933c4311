"""One athlete's part in one session, as small as a screen needs it: its curve, and what it was."""

import math
from collections.abc import Sequence
from itertools import groupby

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from kiosk.desk_port import PartSeen
from kiosk.errors import HistoryError
from kiosk.history.database import reading
from kiosk.history.minutes import Second, seconds_of
from kiosk.history.queries import entry_of, find_session, plan_of
from kiosk.history.recorded import zones_of
from kiosk.history.results import Part, Results
from kiosk.history.rows import SECOND_COLUMNS
from kiosk.history.schema import SessionAthleteRow, SessionRow
from kiosk.session.records import SampleFlag
from kiosk.session.state import TracePoint

_NAMES = [column.name for column in SECOND_COLUMNS]
_ELAPSED, _BPM, _FLAGS = (_NAMES.index(name) for name in ("elapsed_s", "bpm", "flags"))
_LOW, _HIGH = _NAMES.index("guide_low_deci"), _NAMES.index("guide_high_deci")
_Heard = tuple[int, int | None, int | None, int | None]

MOST_POINTS = 400
"""Of a curve: more than one in three pixels of a large screen nobody sees."""


def curve_of(engine: Engine, part: Part) -> tuple[TracePoint, ...]:
    """The part's heart rate and what guided it, by its own seconds (pauses are in none), at most
    400 points; () for a part that there is not. Raises HistoryError.
    """
    with reading(engine) as connection, Session(connection) as session:
        row = session.get(SessionRow, part.session_id)
        entry = None if row is None else entry_of(row, part.athlete_id)
        return () if row is None or entry is None else _curve(connection, row, entry)


def part_seen(engine: Engine, part: Part) -> PartSeen:
    """Everything that a summary says of the part. Raises HistoryError, also when it is gone."""
    measures = Results(engine).kept(part)
    with reading(engine) as connection, Session(connection) as session:
        row = find_session(session, part.session_id)
        entry = entry_of(row, part.athlete_id)
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


def _curve(
    connection: Connection, row: SessionRow, entry: SessionAthleteRow
) -> tuple[TracePoint, ...]:
    seconds = [_heard(second) for second in seconds_of(connection, row, entry)]
    stride = max(1, math.ceil(len(seconds) / MOST_POINTS))
    stretches = groupby(seconds, key=lambda second: second[0] // stride)
    return tuple(_point([*stretch], stride) for _, stretch in stretches)


def _heard(second: Second) -> _Heard:
    """When, the heart rate of a strap that is worn, and the band that guided."""
    worn = not second[_FLAGS] & SampleFlag.NOT_WORN
    return second[_ELAPSED], second[_BPM] if worn else None, second[_LOW], second[_HIGH]


def _point(stretch: Sequence[_Heard], stride: int) -> TracePoint:
    """The mean of each over the stretch, as far as it is known."""
    seconds, bpm, low, high = zip(*stretch, strict=True)
    heart = _mean(bpm)
    return TracePoint(
        seconds[0] + stride // 2,
        None if heart is None else round(heart),
        _mean(low, 10),
        _mean(high, 10),
    )


def _mean(values: Sequence[int | None], factor: int = 1) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) / factor if known else None
