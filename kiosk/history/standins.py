"""Stand-ins for a person, a session or a part whose own row is lost: what was done is not."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from typing import Any, Final

from kiosk.history.chunks import DamagedChunkError, unpack
from kiosk.history.integrity import READ_ERRORS
from kiosk.history.names import name_key
from kiosk.history.rows import SECOND_COLUMNS
from kiosk.training.plan import Plan, Step

_NAMES: Final = [column.name for column in SECOND_COLUMNS]
_STEP, _UTC = _NAMES.index("step_index"), _NAMES.index("utc_ms")
_ID: Final = "salvaged"


def stand_in(
    source: sqlite3.Connection,
    into: sqlite3.Connection,
    whole: frozenset[str],
    utc_ms: int,
    lost: list[str],
) -> None:
    """For those who are missing from a table that is not among the `whole` ones: from those they
    were taken on purpose. Adds to `lost`. Raises sqlite3.Error.
    """
    if "session_athlete" not in whole:
        _parts(source, into, lost)
    if "athlete" not in whole:
        _people(into, utc_ms, lost)
    if "session" not in whole:
        _sessions(into, lost)


def _parts(source: sqlite3.Connection, into: sqlite3.Connection, lost: list[str]) -> None:
    """An index knows whose part in which session it is; those without any second stay lost."""
    try:
        indexed = _all(
            source,
            "SELECT id, session_id, athlete_id FROM session_athlete"
            " INDEXED BY sqlite_autoindex_session_athlete_1",
        )
    except READ_ERRORS:
        return
    trained = "SELECT session_athlete_id FROM minute UNION SELECT session_athlete_id FROM live"
    known = {row[0] for row in _all(into, "SELECT id FROM session_athlete")}
    wanted = {row[0] for row in _all(into, trained)} - known
    for part, session_id, athlete_id in indexed:
        if part not in wanted:
            continue
        into.execute(
            "INSERT OR IGNORE INTO session_athlete"
            " (id, session_id, athlete_id, name, zone_inputs, late, joined_utc_ms,"
            " closed_utc_ms, close_reason)"
            " SELECT ?, ?, ?, coalesce((SELECT name FROM athlete WHERE id = ?), ?), '{}', 0,"
            " coalesce((SELECT opened_utc_ms FROM session WHERE id = ?), 0),"
            " (SELECT closed_utc_ms FROM session WHERE id = ?),"
            " (SELECT 'cut' FROM session WHERE id = ? AND closed_utc_ms IS NOT NULL)",
            (part, session_id, athlete_id, athlete_id, f"Athlete {athlete_id}") + (session_id,) * 3,
        ).close()
        lost.append(f"session_athlete: of part {part} only what was trained is left.")


def _people(into: sqlite3.Connection, utc_ms: int, lost: list[str]) -> None:
    """With the name that a session of theirs remembers, and off the roster."""
    query = (
        "SELECT athlete_id, min(name), min(joined_utc_ms) FROM session_athlete"
        " WHERE athlete_id NOT IN (SELECT id FROM athlete) GROUP BY athlete_id"
    )
    for athlete_id, name, joined_utc_ms in _all(into, query):
        day = datetime.fromtimestamp(joined_utc_ms / 1000, UTC).date().isoformat()
        into.execute(
            "INSERT INTO athlete (id, name, name_key, consent_on, consent_by, created_utc_ms,"
            " removed_utc_ms) VALUES (?, ?, ?, ?, 'staff', ?, ?)",
            (athlete_id, name, name_key(name), day, joined_utc_ms, utc_ms),
        ).close()
        lost.append(f"athlete: of athlete {athlete_id} only the name is left.")


def _sessions(into: sqlite3.Connection, lost: list[str]) -> None:
    """Closed, with a plan of as many steps as were trained."""
    query = (
        "SELECT session_id, min(joined_utc_ms) FROM session_athlete"
        " WHERE session_id NOT IN (SELECT id FROM session) GROUP BY session_id"
    )
    for session_id, began in _all(into, query):
        steps, last_utc_ms = Counter[int](), int(began)
        for step, utc_ms in _seconds(into, session_id):
            steps[step] += 1
            last_utc_ms = max(last_utc_ms, utc_ms)
        plan = Plan(
            _ID,
            "Salvaged",
            "any",
            tuple(
                Step(f"Step {number + 1}", "work", duration_s=max(1, steps[number]))
                for number in range(max(steps, default=0) + 1)
            ),
        )
        places = [
            value
            for table in ("live", "beat")
            for value in _one(
                into,
                f"SELECT coalesce(min(id), 1), coalesce(max(id), 0) FROM {table}"  # noqa: S608
                " WHERE session_athlete_id IN"
                " (SELECT id FROM session_athlete WHERE session_id = ?)",
                (session_id,),
            )
        ]
        into.execute(
            "INSERT INTO session (id, clock, protocol_id, protocol_name, plan_json, opened_utc_ms,"
            " utc_offset_min, synchronised, supervised, software_version, closed_utc_ms,"
            " close_reason, recovered, live_from, live_to, beat_from, beat_to)"
            " VALUES (?, 'group', ?, ?, ?, ?, 0, 0, 1, ?, ?, 'cut', 1, ?, ?, ?, ?)",
            (
                session_id,
                plan.protocol_id,
                plan.name,
                plan.to_json(),
                began,
                _ID,
                last_utc_ms + 1000,
                *places,
            ),
        ).close()
        into.execute(
            "UPDATE session_athlete SET closed_utc_ms = ?, close_reason = 'cut'"
            " WHERE session_id = ? AND closed_utc_ms IS NULL",
            (last_utc_ms + 1000, session_id),
        ).close()
        lost.append(f"session: of session {session_id} only what was trained is left.")


def _seconds(into: sqlite3.Connection, session_id: int) -> Iterator[tuple[int, int]]:
    """Step and milliseconds since 1970 of every second of everybody."""
    parts = "(SELECT id FROM session_athlete WHERE session_id = ?)"
    query = f"SELECT seconds FROM minute WHERE session_athlete_id IN {parts}"  # noqa: S608
    for (packed,) in _all(into, query, (session_id,)):
        try:
            columns = unpack(packed)
        except DamagedChunkError:
            continue
        for step, utc_ms in zip(columns[_STEP], columns[_UTC], strict=True):
            if step is not None and utc_ms is not None:
                yield step, utc_ms
    query = f"SELECT step_index, utc_ms FROM live WHERE session_athlete_id IN {parts}"  # noqa: S608
    yield from _all(into, query, (session_id,))


def _all(into: sqlite3.Connection, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
    with closing(into.execute(query, values)) as cursor:
        return cursor.fetchall()


def _one(into: sqlite3.Connection, query: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(_all(into, query, values)[0])
