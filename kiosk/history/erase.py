"""Erasing: everything that the history knows of one person goes, a little at a time."""

import json
import logging
import sqlite3
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, delete, select, update

from kiosk.errors import HistoryError, RosterError
from kiosk.history.database import make_engine, reading, writing
from kiosk.history.erased import Entry, data_of, erased_in, note_erased, take_back
from kiosk.history.schema import (
    AthleteRow,
    FootPodRow,
    HomeworkRow,
    PlannedRow,
    PoolStrapRow,
    SessionAthleteRow,
    SessionRow,
    StrapRow,
    TagRow,
    TakenRow,
    answer,
    beat,
    event,
    hike_window,
    live,
    minute,
    result,
)
from kiosk.history.summary import reach_back, within
from kiosk.words import text

_PARTS: Final = 8
"""In one transaction: whoever records waits for it."""
_REST_S: Final = 0.02
"""Between two of them, so that whoever records comes in."""

_logger = logging.getLogger(__name__)


def _rest() -> None:
    threading.Event().wait(_REST_S)


def erase(engine: Engine, athlete_id: int, utc_ms: int, rest: Callable[[], None] = _rest) -> None:
    """Seconds, beats, events, answers, results, plans, devices and the name itself are gone, and
    sessions that nobody else was in; a strap of the club's that they had is nobody's.

    At once they are off the roster and on the list of kiosk.history.erased, in one transaction;
    their sessions follow a few at a time, and `finish_erasing` goes on after a power cut. Nothing
    of it stays in the file: SQLite overwrites what is deleted (secure_delete), and the write-ahead
    log is emptied, at the next chance when somebody is just reading. Backups on this kiosk follow:
    kiosk.history.forgetting. Sticks and exported files made before are for whoever keeps them.

    Raises RosterError while a session that they were in is open, running or cut and undecided, and
    when there is no such person; HistoryError when the history cannot be written.
    """
    data = data_of(engine)
    entries: list[Entry] = []
    try:
        with writing(engine) as connection:
            entries = _take_off(connection, athlete_id, utc_ms)
            note_erased(data, entries, utc_ms)
    except OSError as error:
        with suppress(OSError):
            take_back(data, entries)
        raise HistoryError(
            text(
                "Nobody can be erased now ({strerror}): make room on the disk and try again.",
                strerror=error.strerror,
            )
        ) from error
    except HistoryError:
        if entries:  # noted, and then the disk did not take the rest
            with suppress(OSError):
                take_back(data, entries)
        raise
    _erase_rest(engine, athlete_id, rest)


def finish_erasing(engine: Engine) -> None:
    """What a power cut interrupted; at the start. Raises HistoryError, OSError."""
    entries = erased_in(data_of(engine))
    for athlete_id in _present(engine, entries) if entries else ():
        with writing(engine) as connection:
            if is_in_open_session(connection, athlete_id):
                continue
            _forget_person(connection, athlete_id)
        _erase_rest(engine, athlete_id, _rest)


def forget(engine: Engine, erased: Mapping[Entry, int]) -> bool:
    """Erases whoever of them is in this history, a copy that nobody else has open, even from
    sessions that were open when it was made; whether anybody was. Raises HistoryError.
    """
    found = _present(engine, erased)
    for athlete_id in found:
        with writing(engine) as connection:
            _forget_person(connection, athlete_id)
        _erase_rest(engine, athlete_id, lambda: None)
    return bool(found)


def guests(engine: Engine) -> list[tuple[int, str, bool]]:
    """Everybody who came as a guest and has not become a member: id, ISO day on which they came,
    and whether a session that they were in is still open. Raises HistoryError.
    """
    with reading(engine) as connection:
        rows = connection.execute(
            select(AthleteRow.id, AthleteRow.guest_on)
            .where(AthleteRow.guest_on.is_not(None))
            .order_by(AthleteRow.id)
        ).all()
        return [(i, str(day), is_in_open_session(connection, i)) for i, day in rows]


def is_in_open_session(connection: Connection, athlete_id: int) -> bool:
    """Whether they have a part in a session that is not closed, even if they have left it."""
    part = (
        select(SessionRow.id)
        .join(SessionAthleteRow, SessionAthleteRow.session_id == SessionRow.id)
        .where(SessionAthleteRow.athlete_id == athlete_id, SessionRow.closed_utc_ms.is_(None))
    )
    return connection.scalar(part.limit(1)) is not None


def entries_of(athlete_id: int, created_utc_ms: int, merged: str) -> list[Entry]:
    """A row's own, and of those that were merged into it."""
    return [(athlete_id, created_utc_ms), *((one, at) for one, at in json.loads(merged))]


def _present(engine: Engine, erased: Mapping[Entry, int]) -> list[int]:
    """Whose rows are there, be it under an entry that was merged into theirs."""
    columns = (AthleteRow.id, AthleteRow.created_utc_ms, AthleteRow.merged)
    with reading(engine) as connection:
        rows = connection.execute(select(*columns)).all()
    return [row[0] for row in rows if not erased.keys().isdisjoint(entries_of(*row))]


def _take_off(connection: Connection, athlete_id: int, utc_ms: int) -> list[Entry]:
    """Off the roster; which entries the person has. Raises RosterError."""
    columns = (
        AthleteRow.name,
        AthleteRow.created_utc_ms,
        AthleteRow.merged,
    )
    found = connection.execute(select(*columns).where(AthleteRow.id == athlete_id)).one_or_none()
    if found is None:
        raise RosterError(text("This person is not on the roster any more."))
    name, created_utc_ms, merged = found
    if is_in_open_session(connection, athlete_id):
        raise RosterError(
            text(
                "{name} is still in a session that has not ended: end it first, then erase.",
                name=name,
            )
        )
    _forget_person(connection, athlete_id)
    connection.execute(
        update(AthleteRow)
        .where(AthleteRow.id == athlete_id)
        .values(removed_utc_ms=utc_ms, guest_on=None)
    )
    return entries_of(athlete_id, created_utc_ms, merged)


def _forget_person(connection: Connection, athlete_id: int) -> None:
    """What is not of a session; the row stays for as long as sessions point at it."""
    connection.execute(
        update(PoolStrapRow)
        .where(PoolStrapRow.holder_athlete_id == athlete_id)
        .values(holder_athlete_id=None)
    )
    for row in (StrapRow, FootPodRow, TagRow, PlannedRow, HomeworkRow):
        connection.execute(delete(row).where(row.athlete_id == athlete_id))
    connection.execute(delete(answer).where(answer.c.athlete_id == athlete_id))


def _erase_rest(engine: Engine, athlete_id: int, rest: Callable[[], None]) -> None:
    # For every part and session that goes, SQLite would look through all events and answers for
    # rows that point at it; there are none: they have just gone.
    quick = _without_foreign_keys(engine)
    try:
        has_more = True
        while has_more:
            with writing(quick) as connection:
                has_more = _erase_parts(connection, athlete_id)
                if not has_more:
                    connection.execute(delete(answer).where(answer.c.athlete_id == athlete_id))
                    connection.execute(
                        delete(HomeworkRow).where(HomeworkRow.athlete_id == athlete_id)
                    )
                    connection.execute(delete(AthleteRow).where(AthleteRow.id == athlete_id))
            rest()
    finally:
        if quick is not engine:
            quick.dispose()
    _empty_the_log(engine)


def _without_foreign_keys(engine: Engine) -> Engine:
    name = engine.url.database
    if data_of(engine) is None or name is None:
        return engine
    return make_engine(Path(name), foreign_keys=False)


def _erase_parts(connection: Connection, athlete_id: int) -> bool:
    """A few of their sessions; whether there may be more."""
    parts = connection.execute(
        select(
            SessionAthleteRow.id,
            SessionRow.id,
            SessionRow.live_from,
            SessionRow.live_to,
            SessionRow.beat_from,
            SessionRow.beat_to,
        )
        .join(SessionRow, SessionRow.id == SessionAthleteRow.session_id)
        .where(SessionAthleteRow.athlete_id == athlete_id)
        .limit(_PARTS)
    ).all()
    for entry, session_id, live_from, live_to, beat_from, beat_to in parts:
        erase_part(connection, session_id, entry, (live_from, live_to), (beat_from, beat_to))
        _erase_if_empty(connection, session_id)
    reach_back(connection)
    return len(parts) == _PARTS


def erase_part(
    connection: Connection,
    session_id: int,
    entry: int,
    lives: tuple[int, int | None],
    beats: tuple[int, int | None],
) -> None:
    """One part of a session with all its rows: those in live and beat lie in these stretches."""
    for table, (first, last) in ((live, lives), (beat, beats)):
        here = within(table, first, last) & (table.c.session_athlete_id == entry)
        connection.execute(delete(table).where(here))
    theirs = (event.c.session_id == session_id) & (event.c.session_athlete_id == entry)
    connection.execute(delete(event).where(theirs))
    for table in (minute, result, hike_window):
        connection.execute(delete(table).where(table.c.session_athlete_id == entry))
    connection.execute(delete(SessionAthleteRow).where(SessionAthleteRow.id == entry))


def _erase_if_empty(connection: Connection, session_id: int) -> None:
    others = select(SessionAthleteRow.id).where(SessionAthleteRow.session_id == session_id)
    if connection.scalar(others.limit(1)) is None:
        connection.execute(delete(event).where(event.c.session_id == session_id))
        connection.execute(delete(TakenRow).where(TakenRow.session_id == session_id))
        connection.execute(delete(SessionRow).where(SessionRow.id == session_id))


def _empty_the_log(engine: Engine) -> None:
    """What was overwritten is still in the log's older pages; a reader may hold it for a moment."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError as error:
        _logger.info("The log is emptied later: %s", error)
    finally:
        raw.close()
