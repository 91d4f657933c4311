"""Curves as small as a chart needs them: of one athlete's part, and of a class side by side."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, cast

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from kiosk.desk_port import PartSeen
from kiosk.errors import HistoryError
from kiosk.history.database import reading
from kiosk.history.found import entry_of, find_session, plan_of
from kiosk.history.minutes import columns_of
from kiosk.history.recorded import zones_of
from kiosk.history.results import Part, Results
from kiosk.history.schema import SessionAthleteRow, SessionRow, result
from kiosk.past_port import GroupPart, GroupSeen
from kiosk.session.records import SampleFlag
from kiosk.session.state import TracePoint
from kiosk.training.measure import Measure

MOST_POINTS: Final = 400
"""Of a curve: more than one in three pixels of a large screen nobody sees."""
JUMP_S: Final = 6 * 3600
"""A clock that was set in the middle of a session tears it apart; nobody pauses for so long."""
_Values = Sequence[int | None]


def curve_of(engine: Engine, part: Part, most: int = MOST_POINTS) -> tuple[TracePoint, ...]:
    """The part's heart rate and what guided it, by its own seconds (pauses are in none), at most
    so many points; () for a part that there is not. Raises HistoryError.

    A point is the mean of its stretch, not its least and most: a heart takes half a minute to
    follow, so a mean of seconds bends nothing, while extremes would draw every reading that is one
    beat off as a saw. What was highest is a measure, taken from every second.
    """
    with reading(engine) as connection, Session(connection) as session:
        row = session.get(SessionRow, part.session_id)
        entry = None if row is None else entry_of(row, part.athlete_id)
        return () if row is None or entry is None else _curve(connection, row, entry, most)


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
            points=_curve(connection, row, entry, MOST_POINTS),
            zones=zones_of(entry),
            measures=measures,
        )


def _curve(
    connection: Connection, row: SessionRow, entry: SessionAthleteRow, most: int
) -> tuple[TracePoint, ...]:
    names = ("elapsed_s", "bpm", "guide_low_deci", "guide_high_deci", "flags")
    (columns,) = columns_of(connection, row, [entry], names)
    elapsed, bpm, low, high, flags = columns
    seconds, heart = cast("list[int]", elapsed), _worn(bpm, flags)
    stride = max(1, math.ceil(len(seconds) / most))
    return tuple(
        TracePoint(
            seconds[first] + stride // 2,
            _rounded(_mean(heart[first:end])),
            _tenth(_mean(low[first:end])),
            _tenth(_mean(high[first:end])),
        )
        for first, end in _stretches(seconds, stride)
    )


# -- a class ---------------------------------------------------------------------------------------


def group_of(engine: Engine, session_id: int, most: int = MOST_POINTS) -> GroupSeen:
    """Everybody's results and heart rate on the session's own time axis, of at most so many points.

    Raises HistoryError, also when there is no such session.
    """
    with reading(engine) as connection, Session(connection) as session:
        row = find_session(session, session_id)
        measures = _measures(connection, session_id)
        hearts = _hearts(connection, row)
        length_s = max((places[-1] + 1 for places, _ in hearts if places), default=0)
        stride = max(1, math.ceil(length_s / most))
        count = math.ceil(length_s / stride)
        return GroupSeen(
            session_id=row.id,
            protocol_name=row.protocol_name,
            started_utc_ms=row.opened_utc_ms,
            utc_offset_min=row.utc_offset_min,
            axis_s=range(0, count * stride, stride),
            parts=tuple(
                GroupPart(
                    athlete_id=entry.athlete_id,
                    name=entry.name,
                    duration_s=entry.samples or 0,
                    missing_s=entry.missing_s or 0,
                    is_complete=bool(entry.complete),
                    measures=tuple(measures.get(entry.id, ())),
                    bpm=_on_axis(*heart, stride, count),
                )
                for entry, heart in zip(row.athletes, hearts, strict=True)
            ),
        )


def wall_places(utc_ms: Sequence[int], started_ms: int) -> Sequence[int] | None:
    """Seconds after the session's start by the clock on the wall, one for each row, in order; None
    where that clock was set in between, so that only the athlete's own seconds are in order.
    """
    if not utc_ms:
        return ()
    first = (utc_ms[0] - started_ms + 500) // 1000
    if first >= 0 and utc_ms == [*range(utc_ms[0], utc_ms[0] + 1000 * len(utc_ms), 1000)]:
        return range(first, first + len(utc_ms))  # no pause, no cut: nearly always
    places = [(ms - started_ms + 500) // 1000 for ms in utc_ms]
    jumps = (later - place for place, later in pairwise(places))
    return None if first < 0 or any(not 0 < jump < JUMP_S for jump in jumps) else places


def _hearts(connection: Connection, row: SessionRow) -> list[tuple[Sequence[int], _Values]]:
    """Everybody's places on the session's axis and heart rates there."""
    found: list[tuple[Sequence[int], _Values]] = []
    columns = columns_of(connection, row, row.athletes, ("utc_ms", "bpm", "flags"))
    for entry, (utc_ms, bpm, flags) in zip(row.athletes, columns, strict=True):
        places = wall_places(cast("list[int]", utc_ms), row.opened_utc_ms)
        if places is None:
            ((own,),) = columns_of(connection, row, [entry], ("elapsed_s",))
            places = cast("list[int]", own)
        found.append((places, _worn(bpm, flags)))
    return found


def _on_axis(
    places: Sequence[int], bpm: _Values, stride: int, count: int
) -> tuple[int | None, ...]:
    points: list[int | None] = [None] * count
    for first, end in _stretches(places, stride):
        points[places[first] // stride] = _rounded(_mean(bpm[first:end]))
    return tuple(points)


def _measures(connection: Connection, session_id: int) -> dict[int, list[Measure]]:
    """By session_athlete id, in the order in which they are shown; of results that still hold."""
    c, part = result.c, SessionAthleteRow
    rows = connection.execute(
        select(part.id, c.key, c.name, c.value, c.unit, c.digits, c.missing, c.note)
        .join(result, c.session_athlete_id == part.id)
        .where(part.session_id == session_id, part.measured_utc_ms.is_not(None))
        .order_by(part.id, c.position)
    )
    found: dict[int, list[Measure]] = {}
    for entry, *measure in rows:
        found.setdefault(entry, []).append(Measure(*measure))
    return found


# -- fewer points ----------------------------------------------------------------------------------


def _worn(bpm: _Values, flags: _Values) -> _Values:
    """The heart rates of a strap that is worn."""
    not_worn = int(SampleFlag.NOT_WORN)
    if not any((flag or 0) & not_worn for flag in set(flags)):
        return bpm
    off = [bool((flag or 0) & not_worn) for flag in flags]
    return [None if is_off else one for one, is_off in zip(bpm, off, strict=True)]


def _stretches(seconds: Sequence[int], stride: int) -> Iterator[tuple[int, int]]:
    """Where the rows of each stretch of so many seconds begin and end; of those that have any."""
    first = 0
    if seconds and seconds[-1] - seconds[0] == len(seconds) - 1:  # none is missing
        ends = range(stride - seconds[0] % stride, len(seconds), stride)
        yield from pairwise((0, *ends, len(seconds)))
        return
    while first < len(seconds):
        next_s = (seconds[first] // stride + 1) * stride
        at_most = first + max(1, next_s - seconds[first])
        end = bisect_left(seconds, next_s, first + 1, min(len(seconds), at_most))
        yield first, end
        first = end


def _mean(values: _Values) -> float | None:
    """Of what is known."""
    known = values if None not in values else [one for one in values if one is not None]
    return sum(cast("Sequence[int]", known)) / len(known) if known else None


def _rounded(value: float | None) -> int | None:
    return None if value is None else round(value)


def _tenth(value: float | None) -> float | None:
    return None if value is None else value / 10
