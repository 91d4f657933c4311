"""The seconds and beats of a part: packed into minutes once its session is over, and read back.

A running session is appended to `live` and `beat`, row by row. What is over is packed, a part at a
time, in one short transaction: whoever reads finds it whole, here or there.
"""

import logging
import struct
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, cast

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.orm import Session

from kiosk.errors import HistoryError
from kiosk.history.chunks import DamagedChunkError, pack, unpack
from kiosk.history.clearing import clear_part, clear_some, left_over
from kiosk.history.database import reading, writing
from kiosk.history.rows import BEAT_COLUMNS, LIVE_BEAT_COLUMNS, SECOND_COLUMNS
from kiosk.history.schema import SessionAthleteRow, SessionRow, beat, live, minute
from kiosk.history.summary import within

MINUTE_S: Final = 60
_AT_ONCE: Final = 1000
_NAMES: Final = [column.name for column in SECOND_COLUMNS]
_ELAPSED, _ASCENT = _NAMES.index("elapsed_s"), _NAMES.index("ascent_mm")

log = logging.getLogger(__name__)

Second = Sequence[Any]
"""Values of SECOND_COLUMNS."""


def seconds_of(
    connection: Connection, row: SessionRow, entry: SessionAthleteRow
) -> Iterator[Second]:
    """In order. A damaged minute is missing, and said in the log."""
    if entry.packed_utc_ms is None:
        query = (
            select(*SECOND_COLUMNS)
            .where(within(live, row.live_from, row.live_to), live.c.session_athlete_id == entry.id)
            .order_by(live.c.id)
            .execution_options(yield_per=_AT_ONCE)
        )
        yield from connection.execute(query)
        return
    for number, packed in _minutes(connection, entry.id, "seconds"):
        try:
            columns = unpack(packed)
        except DamagedChunkError:
            log.error("Minute %d of part %d of session %d is damaged", number, entry.id, row.id)  # noqa: TRY400
        else:
            yield from zip(*columns, strict=True)


def columns_of(
    connection: Connection,
    row: SessionRow,
    entries: Sequence[SessionAthleteRow],
    names: Sequence[str],
) -> list[list[list[int | None]]]:
    """For each part only these of SECOND_COLUMNS, in their order, each as one list: far quicker
    than the rows. A damaged minute is missing, and said in the log.
    """
    numbers = [_NAMES.index(name) for name in names]
    found: dict[int, list[list[int | None]]] = {}
    for entry in entries:
        found[entry.id] = [[] for _ in numbers]
        if entry.packed_utc_ms is None:
            query = (
                select(*(SECOND_COLUMNS[number] for number in numbers))
                .where(within(live, row.live_from, row.live_to))
                .where(live.c.session_athlete_id == entry.id)
                .order_by(live.c.id)
            )
            for some in connection.execute(query).partitions(_AT_ONCE):
                for column, values in zip(found[entry.id], zip(*some, strict=True), strict=True):
                    column.extend(values)
    c = minute.c
    packed = [entry.id for entry in entries if entry.packed_utc_ms is not None]
    query = (
        select(c.session_athlete_id, c.number, c.seconds)
        .where(c.session_athlete_id.in_(packed))
        .order_by(c.session_athlete_id, c.number)
    )
    for entry_id, number, chunk in connection.execute(query).all():
        try:
            columns = unpack(chunk, numbers)
        except DamagedChunkError:
            log.error("Minute %d of part %d of session %d is damaged", number, entry_id, row.id)  # noqa: TRY400
            continue
        for column, values in zip(found[entry_id], columns, strict=True):
            column.extend(values)
    return [found[entry.id] for entry in entries]


def intervals_of(
    connection: Connection, row: SessionRow, entry: SessionAthleteRow
) -> Iterator[tuple[int, bytes]]:
    """Values of BEAT_COLUMNS, in order; a damaged minute is missing, and said in the log."""
    if entry.packed_utc_ms is None:
        beside = (
            select(*BEAT_COLUMNS)
            .where(within(beat, row.beat_from, row.beat_to), beat.c.session_athlete_id == entry.id)
            .order_by(beat.c.id)
        )
        inside = (
            select(*LIVE_BEAT_COLUMNS)
            .where(within(live, row.live_from, row.live_to), live.c.session_athlete_id == entry.id)
            .where(live.c.intervals.is_not(None))
            .order_by(live.c.id)
        )
        both = (connection.execute(query).all() for query in (beside, inside))
        for elapsed_s, intervals in merge(*both, key=itemgetter(0)):
            yield elapsed_s, intervals
        return
    for number, packed in _minutes(connection, entry.id, "beats"):
        try:
            elapsed, ticks = unpack(packed)
        except DamagedChunkError:
            log.error("Beats of minute %d of part %d are damaged", number, entry.id)  # noqa: TRY400
            continue
        pairs = zip(cast("list[int]", elapsed), cast("list[int]", ticks), strict=True)
        for elapsed_s, group in groupby(pairs, key=lambda pair: pair[0]):
            heard = [tick for _, tick in group]
            yield elapsed_s, struct.pack(f"<{len(heard)}H", *heard)


def ticks_of(
    connection: Connection, row: SessionRow, entry: SessionAthleteRow
) -> Iterator[tuple[int, Sequence[int]]]:
    """The same as numbers, 1/1024 s, and quicker where they are packed."""
    if entry.packed_utc_ms is None:
        for elapsed_s, intervals in intervals_of(connection, row, entry):
            yield elapsed_s, struct.unpack(f"<{len(intervals) // 2}H", intervals)
        return
    for number, packed in _minutes(connection, entry.id, "beats"):
        try:
            elapsed, ticks = cast("list[list[int]]", unpack(packed))
        except DamagedChunkError:
            log.error("Beats of minute %d of part %d are damaged", number, entry.id)  # noqa: TRY400
            continue
        begin = 0
        for end in range(1, len(ticks) + 1):
            if end == len(ticks) or elapsed[end] != elapsed[begin]:
                yield elapsed[begin], ticks[begin:end]
                begin = end


def _minutes(connection: Connection, entry: int, what: str) -> Iterator[tuple[int, bytes]]:
    column = minute.c[what]
    query = (
        select(minute.c.number, column)
        .where(minute.c.session_athlete_id == entry, column.is_not(None))
        .order_by(minute.c.number)
    )
    yield from ((number, packed) for number, packed in connection.execute(query))


# -- packing ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Minute:
    seconds: list[Second] = field(default_factory=list[Second])
    beats: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    """Second and interval in 1/1024 s."""


def pack_next(engine: Engine, utc_ms: int, leave: frozenset[int] = frozenset()) -> int | None:
    """Packs one part of a session that is over, except those of `leave`, or takes some rows of
    packed parts away; gives the part's number, and None when there is nothing left to do.

    The packed minutes are read back before the rows go. Raises HistoryError when the history
    cannot be read or written, PackingError when this part cannot.
    """
    found = _next(engine, leave)
    if found is None:
        return _sweep(engine)
    entry, session_id, is_last = found
    if is_last and clear_some(engine, session_id):
        return entry
    try:
        minutes, ascent_mm = _packed(engine, entry)
    except (ValueError, OverflowError, struct.error, DamagedChunkError) as error:
        raise PackingError(entry) from error
    with writing(engine) as connection:
        still = connection.execute(
            update(SessionAthleteRow)
            .where(SessionAthleteRow.id == entry, SessionAthleteRow.packed_utc_ms.is_(None))
            .values(packed_utc_ms=utc_ms, ascent_mm=ascent_mm)
            .returning(SessionAthleteRow.session_id)
        ).scalar()
        if still is None:
            return entry  # erased meanwhile
        if minutes:
            connection.execute(insert(minute), minutes)
        if is_last:
            clear_part(connection, entry, session_id)
    return entry


class PackingError(HistoryError):
    """A part that stays as it is."""

    def __init__(self, entry: int) -> None:
        super().__init__(f"Part {entry} of the history could not be packed, and stays as it is.")
        self.entry = entry


def _next(engine: Engine, leave: frozenset[int]) -> tuple[int, int, bool] | None:
    """A part to pack, its session, and whether it is the last one of that."""
    query = (
        select(SessionAthleteRow.id, SessionAthleteRow.session_id)
        .join(SessionRow, SessionRow.id == SessionAthleteRow.session_id)
        .where(SessionAthleteRow.packed_utc_ms.is_(None), SessionRow.closed_utc_ms.is_not(None))
        .order_by(SessionAthleteRow.session_id, SessionAthleteRow.id)
        .limit(len(leave) + 2)
    )
    with reading(engine) as connection:
        some = [(entry, of) for entry, of in connection.execute(query) if entry not in leave]
    if not some:
        return None
    entry, session_id = some[0]
    return entry, session_id, all(of != session_id for _, of in some[1:])


def _sweep(engine: Engine) -> int | None:
    """Rows that stayed when the last part of their session was erased, or could not be packed."""
    found = left_over(engine)
    if found is None:
        return None
    entry, session_id = found
    return entry if clear_some(engine, session_id) else None


def _packed(engine: Engine, entry_id: int) -> tuple[list[dict[str, Any]], int | None]:
    """The rows of minute, and what was climbed, mm."""
    minutes: dict[int, _Minute] = defaultdict(_Minute)
    climbed: list[int] = []
    with reading(engine) as connection, Session(connection) as session:
        entry = session.get_one(SessionAthleteRow, entry_id)
        row = session.get_one(SessionRow, entry.session_id)
        for second in seconds_of(connection, row, entry):
            minutes[second[_ELAPSED] // MINUTE_S].seconds.append(second)
            if second[_ASCENT] is not None:
                climbed.append(second[_ASCENT])
        for elapsed_s, intervals in intervals_of(connection, row, entry):
            ticks: Sequence[int] = struct.unpack(f"<{len(intervals) // 2}H", intervals)
            minutes[elapsed_s // MINUTE_S].beats += [(elapsed_s, tick) for tick in ticks]
    rows = [
        {
            "session_athlete_id": entry_id,
            "number": number,
            "seconds": _checked(one.seconds, len(SECOND_COLUMNS)),
            "beats": _checked(one.beats, 2) if one.beats else None,
        }
        for number, one in sorted(minutes.items())
    ]
    return rows, sum(climbed) if climbed else None


def _checked(rows: Sequence[Second], width: int) -> bytes:
    """Packed, and read back as it was."""
    columns = [[row[number] for row in rows] for number in range(width)]
    packed = pack(columns)
    if unpack(packed) != columns:
        raise ValueError("packed rows do not come back as they were")
    return packed
