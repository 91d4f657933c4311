"""Lists of sessions, of all and of one athlete, and the search in them: summaries, no seconds."""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from kiosk.history.names import name_key
from kiosk.history.schema import AthleteRow, SessionAthleteRow, SessionRow, result
from kiosk.history.summary import counts
from kiosk.past_port import AthleteSummary, PartLine, SessionSummary, ValueThen
from kiosk.training.plan import Category

_LINE: Final[tuple[Any, ...]] = (
    SessionRow.id,
    SessionRow.opened_utc_ms,
    SessionRow.utc_offset_min,
    SessionRow.protocol_id,
    SessionRow.protocol_name,
    SessionRow.closed_utc_ms,
    SessionRow.recovered,
    SessionRow.live_from,
    SessionRow.live_to,
)
_WHO: Final[tuple[Any, ...]] = (
    SessionAthleteRow.id,
    SessionAthleteRow.session_id,
    SessionAthleteRow.athlete_id,
    SessionAthleteRow.name,
    SessionAthleteRow.samples,
    SessionAthleteRow.missing_s,
)
_PART: Final[tuple[Any, ...]] = (
    SessionRow.id,
    SessionRow.opened_utc_ms,
    SessionRow.utc_offset_min,
    SessionRow.protocol_id,
    SessionRow.protocol_name,
    SessionRow.category,
    SessionAthleteRow.samples,
    SessionAthleteRow.missing_s,
    SessionAthleteRow.ascent_mm,
    SessionAthleteRow.complete,
    SessionAthleteRow.measured_utc_ms,
)
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?|(\d{1,2})\.(\d{1,2})\.(\d{4})")
_AT_ONCE: Final = 500
_FARTHEST: Final = timedelta(hours=15)
"""No local time is farther from UTC."""


def summaries(
    connection: Connection, where: Sequence[ColumnElement[bool]] = (), limit: int | None = None
) -> list[SessionSummary]:
    """Sessions for which all of this holds, the newest first, with whoever was in them."""
    query = select(*_LINE).where(*where)
    if limit is not None:
        query = query.order_by(SessionRow.id.desc()).limit(limit)
    # Sorted here where all are wanted: a database would read all of them to have the order.
    lines = sorted(connection.execute(query).all(), key=lambda line: -line[0])
    people: dict[int, list[Any]] = defaultdict(list)
    for some in in_batches([line[0] for line in lines]):
        query = select(*_WHO).where(SessionAthleteRow.session_id.in_(some))
        for row in sorted(connection.execute(query).all(), key=lambda row: row[0]):
            people[row[1]].append(row)
    return [_summary(connection, line, people[line[0]]) for line in lines]


def in_batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """As many as a statement takes well."""
    for first in range(0, len(numbers), _AT_ONCE):
        yield numbers[first : first + _AT_ONCE]


def _summary(connection: Connection, line: Any, people: Sequence[Any]) -> SessionSummary:
    number, opened, offset, protocol_id, protocol_name, closed, recovered, first, last = line
    counted = counts(connection, number, first, last) if closed is None else {}
    athletes: list[AthleteSummary] = []
    for entry, _, athlete_id, name, samples, missing_s in people:
        rows, silent = counted.get(entry, (samples or 0, missing_s or 0))
        athletes.append(AthleteSummary(athlete_id, name, rows, silent))
    return SessionSummary(
        id=number,
        started_utc_ms=opened,
        utc_offset_min=offset,
        protocol_id=protocol_id,
        protocol_name=protocol_name,
        state="open" if closed is None else "recovered" if recovered else "complete",
        athletes=tuple(athletes),
    )


# -- one athlete -----------------------------------------------------------------------------------


def part_lines(
    connection: Connection,
    athlete_id: int,
    period_ms: tuple[int | None, int | None],
    before: int | None,
    limit: int | None,
) -> list[PartLine]:
    """See queries.History.parts_of."""
    query = (
        _theirs(_PART, athlete_id, period_ms)
        .where(SessionAthleteRow.closed_utc_ms.is_not(None))
        .order_by(SessionRow.id.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(SessionRow.id < before)
    return [_part_line(row) for row in connection.execute(query)]


def _part_line(row: Any) -> PartLine:
    number, opened, offset, protocol_id, protocol_name, category, *more = row
    samples, missing_s, climbed, complete, measured = more
    return PartLine(
        session_id=number,
        started_utc_ms=opened,
        utc_offset_min=offset,
        protocol_id=protocol_id,
        protocol_name=protocol_name,
        category=cast("Category", category),
        duration_s=samples or 0,
        missing_s=missing_s or 0,
        ascent_m=None if climbed is None else climbed / 1000,
        is_complete=bool(complete),
        has_results=measured is not None,
    )


def values_of(
    connection: Connection, athlete_id: int, key: str, period_ms: tuple[int | None, int | None]
) -> list[ValueThen]:
    """See queries.History.values."""
    columns = (SessionRow.id, SessionRow.opened_utc_ms, SessionRow.utc_offset_min, result.c.value)
    query = (
        _theirs(columns, athlete_id, period_ms)
        .join(result, result.c.session_athlete_id == SessionAthleteRow.id)
        .where(result.c.key == key, result.c.value.is_not(None))
        .order_by(SessionRow.id)
    )
    return [ValueThen(*row) for row in connection.execute(query).all()]


def _theirs(
    columns: tuple[Any, ...], athlete_id: int, period_ms: tuple[int | None, int | None]
) -> Select[*tuple[Any, ...]]:
    since_ms, until_ms = period_ms
    query = (
        select(*columns)
        .select_from(SessionAthleteRow)
        .join(SessionRow, SessionRow.id == SessionAthleteRow.session_id)
        .where(SessionAthleteRow.athlete_id == athlete_id)
    )
    if since_ms is not None:
        query = query.where(SessionRow.opened_utc_ms >= since_ms)
    if until_ms is not None:
        query = query.where(SessionRow.opened_utc_ms < until_ms)
    return query


# -- searching -------------------------------------------------------------------------------------


def matching(connection: Connection, words: str) -> list[ColumnElement[bool]]:
    """That every one of the words is part of a name, part of a workout's name, or the day."""
    return [_matching(connection, word) for word in words.split()]


def _matching(connection: Connection, word: str) -> ColumnElement[bool]:
    """Names are compared here: databases differ in what is the same letter."""
    key = name_key(word)
    people = [
        number
        for number, name in connection.execute(select(AthleteRow.id, AthleteRow.name_key))
        if key in name
    ]
    workouts = [
        name
        for name in connection.scalars(select(SessionRow.protocol_name).distinct())
        if key in name_key(name)
    ]
    there = select(SessionAthleteRow.session_id).where(SessionAthleteRow.athlete_id.in_(people))
    found = [SessionRow.id.in_(there), SessionRow.protocol_name.in_(workouts)]
    days = _days(word)
    return or_(*found) if days is None else or_(*found, _on(*days))


def _days(word: str) -> tuple[date, date] | None:
    """First day and the day after the last, of "2026", "2026-03", "2026-03-14", "14.3.2026"."""
    match = _DAY.fullmatch(word)
    if match is None:
        return None
    year, month, day, *other_way = (None if n is None else int(n) for n in match.groups())
    if other_way[0] is not None:
        day, month, year = other_way
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first + timedelta(days=1)
    last_month = month or 12
    last = date(first.year, last_month, monthrange(first.year, last_month)[1])
    return first, last + timedelta(days=1)


def _on(first: date, end: date) -> ColumnElement[bool]:
    """Sessions whose local day, where they began, is one of these."""
    since, until = (datetime(d.year, d.month, d.day, tzinfo=UTC) for d in (first, end))
    local_ms = SessionRow.opened_utc_ms + SessionRow.utc_offset_min * 60_000
    return and_(
        SessionRow.opened_utc_ms >= _ms(since - _FARTHEST),  # these two the index can answer
        SessionRow.opened_utc_ms < _ms(until + _FARTHEST),
        local_ms >= _ms(since),
        local_ms < _ms(until),
    )


def _ms(at: datetime) -> int:
    return int(at.timestamp()) * 1000
