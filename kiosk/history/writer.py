"""Turns records into rows, inside a transaction of the caller's."""

import json
from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

import kiosk
from kiosk.days import offset_min
from kiosk.errors import HistoryError
from kiosk.history.homework import keep_given
from kiosk.history.rows import beat_row, live_row, take_in
from kiosk.history.schema import (
    AthleteRow,
    SessionAthleteRow,
    SessionRow,
    answer,
    beat,
    event,
    live,
    station_shown,
)
from kiosk.history.summary import mark_recovered, seal
from kiosk.session.records import (
    CLOCK_SET,
    AnswerGiven,
    AthleteClosed,
    AthleteJoined,
    Beats,
    HomeworkGiven,
    Note,
    Record,
    Sample,
    SessionClosed,
    SessionOpened,
    StationShown,
)
from kiosk.training.plan import Plan

_Fact = (
    SessionOpened
    | AthleteJoined
    | Note
    | AnswerGiven
    | HomeworkGiven
    | StationShown
    | AthleteClosed
    | SessionClosed
)
"""Everything that does not come every second."""


class Writer:
    """Remembers the row number of everybody in a session; `time_zone` None is the system's."""

    def __init__(self, time_zone: tzinfo | None = None) -> None:
        self._time_zone = time_zone
        self._entries: dict[tuple[int, int], int] = {}

    def forget(self) -> None:
        """After a rollback: numbers given in the transaction may never have been."""
        self._entries.clear()

    def write(self, connection: Connection, records: Sequence[Record]) -> None:
        """Appends `records` in their order.

        Raises HistoryError, ValueError, OverflowError or SQLAlchemy's errors for what cannot be
        written; the caller then rolls back.
        """
        seconds: list[dict[str, Any]] = []
        beats: list[dict[str, Any]] = []
        for record in records:
            if isinstance(record, Sample):
                seconds.append(live_row(record, self._entry(connection, record)))
            elif isinstance(record, Beats):
                heard = beat_row(record, self._entry(connection, record))
                if not take_in(seconds[-1] if seconds else None, heard):
                    beats.append(heard)
            else:
                _append(connection, seconds, beats)  # what closes a session counts them
                self._write_fact(connection, record)
        _append(connection, seconds, beats)

    def _write_fact(self, connection: Connection, record: _Fact) -> None:
        match record:
            case SessionOpened():
                self._open(connection, record)
            case AthleteJoined():
                self._join(connection, record)
            case Note():
                self._note(connection, record)
            case AnswerGiven():
                _keep_answer(connection, record)
            case HomeworkGiven():
                keep_given(connection, record)
            case StationShown():
                _keep_shown(connection, record)
            case AthleteClosed():
                self._close_athlete(connection, record)
            case SessionClosed():
                self._close(connection, record)

    def _open(self, connection: Connection, record: SessionOpened) -> None:
        category, choices, test = _said_by(record.plan_json)
        connection.execute(
            insert(SessionRow).values(
                id=record.session_id,
                clock=record.clock,
                protocol_id=record.protocol_id,
                protocol_name=record.protocol_name,
                plan_json=record.plan_json,
                opened_utc_ms=record.utc_ms,
                utc_offset_min=offset_min(record.utc_ms, self._time_zone),
                synchronised=record.synchronised,
                supervised=record.supervised,
                software_version=kiosk.__version__,
                category=category,
                choices=choices,
                test=test,
                recovered=False,
                live_from=select(func.coalesce(func.max(live.c.id), 0) + 1).scalar_subquery(),
                beat_from=select(func.coalesce(func.max(beat.c.id), 0) + 1).scalar_subquery(),
            )
        )

    def _join(self, connection: Connection, record: AthleteJoined) -> None:
        entry = connection.scalar(
            insert(SessionAthleteRow)
            .values(
                session_id=record.session_id,
                athlete_id=record.athlete_id,
                name=record.name,
                station=record.station,
                strap=record.strap,
                zone_model=record.zone_model,
                zone_inputs=_json(dict(record.zone_inputs)),
                late=record.late,
                joined_utc_ms=record.utc_ms,
            )
            .returning(SessionAthleteRow.id)
        )
        if entry is not None:
            self._entries[record.session_id, record.athlete_id] = entry

    def _note(self, connection: Connection, record: Note) -> None:
        entry = None if record.athlete_id is None else self._entry(connection, record)
        connection.execute(
            insert(event).values(
                session_id=record.session_id,
                session_athlete_id=entry,
                utc_ms=record.utc_ms,
                elapsed_s=record.elapsed_s,
                kind=record.kind,
                detail=_json(dict(record.detail) | _version(record)),
            )
        )
        if record.kind == CLOCK_SET:
            began, sure = record.detail["opened_utc_ms"], record.detail["synchronised"]
            self._set_beginning(connection, record.session_id, int(str(began)), sure=bool(sure))
        if record.kind == "resumed-after-cut":
            mark_recovered(connection, record.session_id)
        if record.kind == "join" and entry is not None:
            # Someone who had left is back; that they were away stays in the events.
            connection.execute(
                update(SessionAthleteRow)
                .where(SessionAthleteRow.id == entry, SessionAthleteRow.closed_utc_ms.is_not(None))
                .values(closed_utc_ms=None, close_reason=None, measured_utc_ms=None)
            )

    def _close_athlete(self, connection: Connection, record: AthleteClosed) -> None:
        closed = connection.execute(
            update(SessionAthleteRow)
            .where(
                SessionAthleteRow.id == self._entry(connection, record),
                SessionAthleteRow.closed_utc_ms.is_(None),
            )
            .values(closed_utc_ms=record.utc_ms, close_reason=record.reason, measured_utc_ms=None)
        )
        if closed.rowcount == 0:
            raise HistoryError(
                f"Athlete {record.athlete_id} has left session {record.session_id} already."
            )

    def _close(self, connection: Connection, record: SessionClosed) -> None:
        session_id = record.session_id
        if not seal(connection, session_id, record.utc_ms, record.reason):
            raise HistoryError(f"Session {session_id} is not open, so it cannot be closed.")
        for key in [key for key in self._entries if key[0] == session_id]:
            del self._entries[key]

    def _entry(self, connection: Connection, record: Sample | Beats | Note | AthleteClosed) -> int:
        if record.athlete_id is None:
            raise HistoryError(f"A record of session {record.session_id} names nobody.")
        key = (record.session_id, record.athlete_id)
        entry = self._entries.get(key)
        if entry is None:  # joined before a restart
            entry = connection.scalar(
                select(SessionAthleteRow.id).where(
                    SessionAthleteRow.session_id == record.session_id,
                    SessionAthleteRow.athlete_id == record.athlete_id,
                )
            )
            if entry is None:
                raise HistoryError(
                    f"Athlete {record.athlete_id} is not in session {record.session_id}."
                )
            self._entries[key] = entry
        return entry

    def _set_beginning(
        self, connection: Connection, session_id: int, utc_ms: int, *, sure: bool
    ) -> None:
        """The clock was not known when the session began, and now it is; what it said then stays
        in the seconds and in the event.
        """
        connection.execute(
            update(SessionRow)
            .where(SessionRow.id == session_id)
            .values(
                opened_utc_ms=utc_ms,
                utc_offset_min=offset_min(utc_ms, self._time_zone),
                synchronised=sure,
            )
        )


def _keep_answer(connection: Connection, record: AnswerGiven) -> None:
    """What it says about a session is measured with it, so that session is measured once more."""
    person = connection.execute(
        select(AthleteRow.removed_utc_ms).where(AthleteRow.id == record.athlete_id)
    ).one_or_none()
    if person is None or (person.removed_utc_ms is not None and record.session_id is None):
        return  # erased or taken off the roster meanwhile, and forgotten
    connection.execute(
        insert(answer).values(
            athlete_id=record.athlete_id,
            session_id=record.session_id,
            utc_ms=record.utc_ms,
            kind=record.kind,
            value=record.value,
        )
    )
    if record.session_id is not None:
        connection.execute(
            update(SessionAthleteRow)
            .where(
                SessionAthleteRow.session_id == record.session_id,
                SessionAthleteRow.athlete_id == record.athlete_id,
            )
            .values(measured_utc_ms=None)
        )


def _keep_shown(connection: Connection, record: StationShown) -> None:
    connection.execute(
        insert(station_shown).values(
            station=record.station,
            utc_ms=record.utc_ms,
            lowest_percent=record.lowest_percent,
            highest_percent=record.highest_percent,
            shown_by=record.by,
        )
    )


def _said_by(plan_json: str) -> tuple[str, str, str | None]:
    """The plan's category, its choices as JSON, its test; a plan that is none has none of them."""
    try:
        plan = Plan.from_json(plan_json)
    except ValueError:
        return "", "[]", None
    return plan.category, json.dumps(plan.choices, ensure_ascii=False), plan.test


def _version(record: Note) -> dict[str, Any]:
    """Of whatever goes on with a session: it may be newer than what began it."""
    return {"version": kiosk.__version__} if record.kind == "resumed-after-cut" else {}


def _append(
    connection: Connection, seconds: list[dict[str, Any]], beats: list[dict[str, Any]]
) -> None:
    for table, rows in ((live, seconds), (beat, beats)):
        if rows:
            connection.execute(insert(table), rows)
            rows.clear()


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
