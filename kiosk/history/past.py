"""Looking back: what people did in the last year, and what stations have shown they can do."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, func, select
from sqlalchemy.orm import join

from kiosk.days import day_of, day_then
from kiosk.history.database import reading
from kiosk.history.homework import homework_stamps, outside_sessions
from kiosk.history.lists import in_batches
from kiosk.history.schema import (
    AthleteRow,
    PlannedRow,
    SessionAthleteRow,
    SessionRow,
    answer,
    event,
    hike_window,
    result,
    station_shown,
)
from kiosk.training.capability import Capability
from kiosk.training.past import (
    AnswerKind,
    Past,
    PastAnswer,
    PastSession,
    PastSet,
    Planned,
    Window,
)
from kiosk.training.plan import Category

DAYS_BACK = 400
"""More than a year, so that the same race a year ago is in it."""


def past_of(
    engine: Engine, athlete_ids: Sequence[int], today: date, time_zone: tzinfo | None = None
) -> dict[int, Past]:
    """What these athletes did in the last 400 days, and have planned from `today` on.

    Sessions that still run for them are not in it; one that has not been measured yet has no
    results. Sessions are of the day on which they began, where they began; other days are those of
    `time_zone`, None is the system's. Hill homework that was brought back stands among them.
    Raises HistoryError when the history cannot be read.
    """
    if not athlete_ids:
        return {}
    since = datetime.combine(today - timedelta(days=DAYS_BACK), datetime.min.time(), UTC)
    with reading(engine) as connection:
        reader = _Reader(connection, athlete_ids, int(since.timestamp() * 1000), time_zone)
        sessions, answers = reader.sessions(), reader.answers()
        plan = reader.plan(today)
        outside = outside_sessions(connection, athlete_ids, today - timedelta(days=DAYS_BACK))
    for athlete_id, done in outside.items():
        both = [*sessions[athlete_id], *done]
        sessions[athlete_id] = tuple(sorted(both, key=lambda one: -one.started_utc_ms))
    return {i: Past(sessions[i], answers[i], plan[i]) for i in athlete_ids}


def people_present(engine: Engine) -> list[int]:
    """Ids of everybody on the roster; those who trained last come first."""
    newest = func.max(SessionAthleteRow.session_id)
    query = (
        select(AthleteRow.id, func.coalesce(newest, 0))
        .outerjoin(SessionAthleteRow, SessionAthleteRow.athlete_id == AthleteRow.id)
        .where(AthleteRow.removed_utc_ms.is_(None))
        .group_by(AthleteRow.id)
    )
    with reading(engine) as connection:
        rows = connection.execute(query).all()
    return [athlete_id for athlete_id, _ in sorted(rows, key=lambda row: (-row[1], row[0]))]


def plan_stamps(engine: Engine, today: date) -> dict[int, tuple[tuple[object, ...], ...]]:
    """By athlete: equal for as long as nothing planned from `today` on has changed, nor what was
    brought back from outside.
    """
    with reading(engine) as connection:
        rows = connection.execute(
            select(*_PLANNED)
            .where(PlannedRow.day >= today.isoformat())
            .order_by(PlannedRow.athlete_id, PlannedRow.day, PlannedRow.position)
        )
        stamps: dict[int, list[tuple[object, ...]]] = defaultdict(list)
        for row in rows:
            stamps[row[0]].append(tuple(row))
        for stamp in homework_stamps(connection, today - timedelta(days=DAYS_BACK)):
            stamps[stamp[0]].append(stamp)
    return {athlete_id: tuple(entries) for athlete_id, entries in stamps.items()}


def capabilities(engine: Engine) -> dict[str, Capability]:
    """What each station has ever shown, by its name; one that has shown nothing is not in it."""
    c = station_shown.c
    whole = (
        select(
            c.station,
            func.min(c.lowest_percent).label("lowest"),
            func.max(c.highest_percent).label("highest"),
            func.max(c.id).label("newest"),
        )
        .group_by(c.station)
        .subquery()
    )
    usual = Capability()
    with reading(engine) as connection:
        rows = connection.execute(
            select(whole.c.station, whole.c.lowest, whole.c.highest, c.shown_by).join(
                station_shown, c.id == whole.c.newest
            )
        )
        return {
            station: Capability(
                min(lowest, usual.lowest_percent), max(highest, usual.highest_percent), by
            )
            for station, lowest, highest, by in rows
        }


_PARTS = join(SessionAthleteRow, SessionRow, SessionRow.id == SessionAthleteRow.session_id)
_SESSION: tuple[Any, ...] = (
    SessionAthleteRow.id,
    SessionAthleteRow.athlete_id,
    SessionRow.id,
    SessionRow.opened_utc_ms,
    SessionRow.utc_offset_min,
    SessionRow.protocol_id,
    SessionRow.protocol_name,
    SessionRow.category,
    SessionRow.choices,
    SessionRow.test,
    SessionAthleteRow.samples,
    SessionAthleteRow.complete,
    SessionAthleteRow.late,
    SessionAthleteRow.close_reason,
)
_PLANNED = (PlannedRow.athlete_id, PlannedRow.day, PlannedRow.protocol_id, PlannedRow.words)


@dataclass(frozen=True, slots=True)
class _Reader:
    """The parts of a past, each with one query for everybody."""

    connection: Connection
    athlete_ids: Sequence[int]
    since_ms: int
    time_zone: tzinfo | None

    def sessions(self) -> dict[int, tuple[PastSession, ...]]:
        """By athlete, newest first; () for who has none."""
        rows = self.connection.execute(
            select(*_SESSION)
            .select_from(_PARTS)
            .where(self._theirs())
            .order_by(SessionRow.opened_utc_ms.desc(), SessionRow.id.desc())
        ).all()
        entries = sorted(row[0] for row in rows)
        results, windows = self._results(entries), self._windows(entries)
        sets, answers = self._sets(entries), self._answers_about_sessions()
        found: dict[int, list[PastSession]] = defaultdict(list)
        for row in rows:
            entry, athlete_id, session_id, utc_ms, offset, protocol_id, protocol_name, *more = row
            category, choices, test, samples, is_complete, late, reason = more
            if is_complete is None:  # not measured yet
                is_complete = reason == "finished" and not late
            on = day_then(utc_ms, offset)
            found[athlete_id].append(
                PastSession(
                    session_id=session_id,
                    on=on,
                    started_utc_ms=utc_ms,
                    protocol_id=protocol_id,
                    protocol_name=protocol_name,
                    category=cast("Category", category),
                    duration_s=samples or 0,
                    is_complete=is_complete,
                    results=results.get(entry, {}),
                    answers=answers.get((athlete_id, session_id), {}),
                    windows=tuple(Window(session_id, on, *one) for one in windows.get(entry, ())),
                    choices=_pairs(choices),
                    sets=tuple(sets.get(entry, ())),
                    test=test,
                )
            )
        return {i: tuple(found[i]) for i in self.athlete_ids}

    def answers(self) -> dict[int, tuple[PastAnswer, ...]]:
        """By athlete, newest first; () for who gave none."""
        found: dict[int, list[PastAnswer]] = defaultdict(list)
        for athlete_id, session_id, utc_ms, kind, value in self._answer_rows():
            word = cast("AnswerKind", sys.intern(kind))
            said = PastAnswer(day_of(utc_ms, self.time_zone), utc_ms, word, value, session_id)
            found[athlete_id].append(said)
        return {i: tuple(reversed(found[i])) for i in self.athlete_ids}

    def plan(self, today: date) -> dict[int, tuple[Planned, ...]]:
        """By athlete, from today on."""
        found: dict[int, list[Planned]] = defaultdict(list)
        rows = self.connection.execute(
            select(*_PLANNED)
            .where(PlannedRow.athlete_id.in_(self.athlete_ids), PlannedRow.day >= today.isoformat())
            .order_by(PlannedRow.day, PlannedRow.position)
        )
        for athlete_id, day, protocol_id, words in rows:
            found[athlete_id].append(Planned(date.fromisoformat(day), protocol_id, words))
        return {i: tuple(found[i]) for i in self.athlete_ids}

    def _results(self, entries: Sequence[int]) -> dict[int, dict[str, float]]:
        """Values by session_athlete id and key."""
        found: dict[int, dict[str, float]] = defaultdict(dict)
        c = result.c
        query = select(c.session_athlete_id, c.key, c.value).where(c.value.is_not(None))
        # By number, not by joining again: of these rows there are most.
        for entry, key, value in self._of(query, c.session_athlete_id, entries):
            found[entry][sys.intern(key)] = value
        return found

    def _windows(self, entries: Sequence[int]) -> dict[int, list[tuple[float, float, float]]]:
        found: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
        c = hike_window.c
        query = select(
            c.session_athlete_id, c.grade_percent, c.speed_kmh, c.heart_rate_bpm
        ).order_by(c.session_athlete_id, c.position)
        for entry, grade, speed, bpm in self._of(query, c.session_athlete_id, entries):
            found[entry].append((grade, speed, bpm))
        return found

    def _sets(self, entries: Sequence[int]) -> dict[int, list[PastSet]]:
        found: dict[int, list[PastSet]] = defaultdict(list)
        c = event.c
        query = select(c.session_athlete_id, c.detail).where(c.kind == "set").order_by(c.id)
        for entry, detail in self._of(query, c.session_athlete_id, entries):
            found[entry].append(_set_of(json.loads(detail)))
        return found

    def _of(
        self, query: Select[*tuple[Any, ...]], column: ColumnElement[Any], entries: Sequence[int]
    ) -> Iterator[Any]:
        """The query for these parts; all rows of a batch at once, which takes half the time."""
        for some in in_batches(entries):
            yield from self.connection.execute(query.where(column.in_(some))).all()

    def _answers_about_sessions(self) -> dict[tuple[int, int], dict[str, float]]:
        """By athlete and session; the last answer of a kind counts."""
        found: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
        for athlete_id, session_id, _, kind, value in self._answer_rows():
            if session_id is not None:
                found[athlete_id, session_id][sys.intern(kind)] = value
        return found

    def _answer_rows(self) -> Iterator[Any]:
        c = answer.c
        return iter(
            self.connection.execute(
                select(c.athlete_id, c.session_id, c.utc_ms, c.kind, c.value)
                .where(c.athlete_id.in_(self.athlete_ids), c.utc_ms >= self.since_ms)
                .order_by(c.id)
            )
        )

    def _theirs(self) -> ColumnElement[bool]:
        """What is over for one of them, and not too long ago."""
        return and_(
            SessionAthleteRow.athlete_id.in_(self.athlete_ids),
            SessionAthleteRow.closed_utc_ms.is_not(None),
            SessionRow.opened_utc_ms >= self.since_ms,
        )


def _set_of(detail: dict[str, Any]) -> PastSet:
    return PastSet(
        exercise=str(detail.get("name", "")),
        reps=detail.get("reps"),
        load_kg=detail.get("load_kg"),
        side=detail.get("side"),
        completed=bool(detail.get("completed", False)),
    )


def _pairs(choices: str) -> tuple[tuple[str, str], ...]:
    return () if choices == "[]" else tuple((key, value) for key, value in json.loads(choices))
