"""Hill homework on the disk: given, brought back, and as a session of somebody's past."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, cast

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.orm import Session

from kiosk.errors import RosterError
from kiosk.history.database import reading, writing
from kiosk.history.roster_rows import athlete_of, present_row
from kiosk.history.schema import AthleteRow, HomeworkRow
from kiosk.history.sentences import kept, told
from kiosk.session.records import HomeworkGiven
from kiosk.training.activity import Activity
from kiosk.training.athlete import Athlete
from kiosk.training.homework import (
    OPEN_DAYS,
    SAME_START_MS,
    Given,
    homework_measures,
    is_whole,
    nearest,
)
from kiosk.training.measure import Measure
from kiosk.training.past import PastSession
from kiosk.training.plan import Category, Plan
from kiosk.training.race import day_words
from kiosk.training.zones import ceiling_for
from kiosk.words import listed, named, text


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What an activity is, or would be, taken for."""

    athlete: Athlete
    given: Given
    on: date
    """Local day on which it was done."""
    activity: Activity
    measures: tuple[Measure, ...]

    @property
    def is_whole(self) -> bool:
        return is_whole(self.measures)


class AskError(RosterError):
    """An activity may belong to more than one homework: `choices` are those."""

    def __init__(self, sentence: str, choices: Sequence[Given]) -> None:
        super().__init__(sentence)
        self.choices = tuple(choices)


class TakenBeforeError(RosterError):
    """An activity has been counted already."""


def keep_given(connection: Connection, record: HomeworkGiven) -> None:
    """Writes it down; the same workout given twice on one day is one homework."""
    plan = Plan.from_json(record.plan_json)
    row = connection.execute(
        select(AthleteRow.removed_utc_ms).where(AthleteRow.id == record.athlete_id)
    ).one_or_none()
    if row is None or row.removed_utc_ms is not None:
        return  # erased or taken off the roster meanwhile
    on = record.on.isoformat()
    connection.execute(
        delete(HomeworkRow).where(
            HomeworkRow.athlete_id == record.athlete_id,
            HomeworkRow.given_on == on,
            HomeworkRow.protocol_id == plan.protocol_id,
            HomeworkRow.taken_utc_ms.is_(None),
        )
    )
    connection.execute(
        insert(HomeworkRow).values(
            athlete_id=record.athlete_id,
            given_utc_ms=record.utc_ms,
            given_on=on,
            protocol_id=plan.protocol_id,
            protocol_name=plan.name,
            category=plan.category,
            choices=json.dumps(plan.choices),
            plan_json=record.plan_json,
        )
    )


def give(engine: Engine, record: HomeworkGiven) -> None:
    """The same in a transaction of its own. Raises HistoryError."""
    with writing(engine) as connection:
        keep_given(connection, record)


def to_do(
    engine: Engine, athlete_id: int, today: date | None = None
) -> tuple[Athlete, list[Given]]:
    """Whose it is, and what they have not brought back, the newest first; with `today` only what
    may still be. Raises RosterError for somebody who is not on the roster.
    """
    with reading(engine) as connection, Session(connection) as session:
        athlete = athlete_of(present_row(session, athlete_id))
        found = open_homework(connection, athlete_id)
    return athlete, [g for g in found if today is None or (today - g.on).days <= OPEN_DAYS]


def look(
    engine: Engine, athlete_id: int, activity: Activity, on: date, homework_id: int | None = None
) -> BroughtBack:
    """What the activity of that local day would be taken for; nothing is written.

    Raises AskError when it may belong to several and `homework_id` does not say to which;
    RosterError when it was taken before, when there is no homework for it, and for somebody who is
    not on the roster.
    """
    with reading(engine) as connection, Session(connection) as session:
        athlete = athlete_of(present_row(session, athlete_id))
        return _look(connection, athlete, activity, on, homework_id)


def take(
    engine: Engine,
    athlete_id: int,
    activity: Activity,
    on: date,
    utc_ms: int,
    homework_id: int | None = None,
) -> BroughtBack:
    """Counts the activity as the homework that it belongs to, in one transaction; raises as look
    does, and HistoryError when the history cannot be written.
    """
    with writing(engine) as connection, Session(connection) as session:
        athlete = athlete_of(present_row(session, athlete_id))
        found = _look(connection, athlete, activity, on, homework_id)
        measures = [
            {key: kept(value) if isinstance(value, str) else value for key, value in row.items()}
            for row in map(asdict, found.measures)
        ]
        connection.execute(
            update(HomeworkRow)
            .where(HomeworkRow.id == found.given.id)
            .values(
                taken_utc_ms=utc_ms,
                started_utc_ms=activity.started_utc_ms,
                done_on=on.isoformat(),
                duration_s=activity.duration_s,
                complete=found.is_whole,
                source=activity.kind,
                measures=json.dumps(measures, ensure_ascii=False),
            )
        )
    return found


def _look(
    connection: Connection, athlete: Athlete, activity: Activity, on: date, homework_id: int | None
) -> BroughtBack:
    refuse_twice(connection, athlete, activity)
    due = nearest(open_homework(connection, athlete.id), on)
    if homework_id is not None:
        due = [one for one in open_homework(connection, athlete.id) if one.id == homework_id]
    if not due:
        raise RosterError(
            text(
                "{name} has no hill homework that was given in the {days} days before {day}: give "
                "it first, or choose the right person.",
                name=athlete.name,
                days=OPEN_DAYS,
                day=day_words(on),
            )
        )
    if len(due) > 1:
        raise AskError(
            text(
                "{name} was given {names} on {day}: say which of them this is.",
                name=athlete.name,
                names=listed([named(one.plan.name) for one in due]),
                day=day_words(due[0].on),
            ),
            due,
        )
    measures = homework_measures(due[0].plan, activity, ceiling_for(athlete, on))
    return BroughtBack(athlete, due[0], on, activity, measures)


def refuse_twice(connection: Connection, athlete: Athlete, activity: Activity) -> None:
    """Raises TakenBeforeError when they have brought this activity already."""
    start = activity.started_utc_ms
    before = connection.execute(
        select(HomeworkRow.protocol_name, HomeworkRow.done_on)
        .where(
            HomeworkRow.athlete_id == athlete.id,
            HomeworkRow.started_utc_ms > start - SAME_START_MS,
            HomeworkRow.started_utc_ms < start + SAME_START_MS,
        )
        .limit(1)
    ).one_or_none()
    if before is not None:
        raise TakenBeforeError(
            text(
                "This activity has been taken before, as {workout} on {day}: nothing is counted "
                "twice.",
                workout=named(before.protocol_name),
                day=day_words(date.fromisoformat(before.done_on)),
            )
        )


def open_homework(connection: Connection, athlete_id: int) -> list[Given]:
    """What they have not brought back, the newest first."""
    rows = connection.execute(
        select(HomeworkRow.id, HomeworkRow.given_on, HomeworkRow.plan_json)
        .where(HomeworkRow.athlete_id == athlete_id, HomeworkRow.taken_utc_ms.is_(None))
        .order_by(HomeworkRow.given_on.desc(), HomeworkRow.id.desc())
    )
    return [
        Given(row.id, date.fromisoformat(row.given_on), Plan.from_json(row.plan_json))
        for row in rows
    ]


# -- looking back --------------------------------------------------------------------------------


def outside_sessions(
    connection: Connection, athlete_ids: Sequence[int], since: date
) -> dict[int, list[PastSession]]:
    """What these athletes have brought back, by athlete, done since that day."""
    h = HomeworkRow
    rows = connection.execute(
        select(
            h.id,
            h.athlete_id,
            h.done_on,
            h.started_utc_ms,
            h.protocol_id,
            h.protocol_name,
            h.category,
            h.choices,
            h.duration_s,
            h.complete,
            h.measures,
        ).where(
            h.athlete_id.in_(athlete_ids),
            h.taken_utc_ms.is_not(None),
            h.done_on >= (since - timedelta(1)).isoformat(),
        )
    )
    found: dict[int, list[PastSession]] = {}
    for row in rows:
        values = {one.key: one.value for one in measures_of(row.measures) if one.value is not None}
        found.setdefault(row.athlete_id, []).append(
            PastSession(
                session_id=-row.id,
                on=date.fromisoformat(row.done_on),
                started_utc_ms=row.started_utc_ms,
                protocol_id=row.protocol_id,
                protocol_name=row.protocol_name,
                category=cast("Category", row.category),
                duration_s=row.duration_s,
                is_complete=bool(row.complete),
                results=values,
                choices=tuple((key, value) for key, value in json.loads(row.choices)),
                is_outside=True,
            )
        )
    return found


def homework_stamps(connection: Connection, since: date) -> list[tuple[int, str, object]]:
    """Athlete, a word, and what changes when homework of theirs is brought back or forgotten."""
    rows = connection.execute(
        select(HomeworkRow.athlete_id, HomeworkRow.taken_utc_ms)
        .where(HomeworkRow.done_on >= since.isoformat())
        .order_by(HomeworkRow.athlete_id, HomeworkRow.id)
    )
    return [(athlete_id, "homework", taken) for athlete_id, taken in rows]


def measures_of(column: str) -> tuple[Measure, ...]:
    """Of a row's measures."""
    found: list[Measure] = []
    for row in cast("list[dict[str, Any]]", json.loads(column)):
        words = {key: told(row[key]) for key in ("name", "unit", "missing", "note")}
        found.append(Measure(row["key"], value=row["value"], digits=row["digits"], **words))
    return tuple(found)


def homework_as_json(connection: Connection, athlete_id: int) -> list[dict[str, Any]]:
    """Everything of it, for whoever wants to take it home."""
    h = HomeworkRow
    with Session(connection) as session:
        found = session.scalars(select(h).where(h.athlete_id == athlete_id).order_by(h.id))
        return [
            {
                "given_on": row.given_on,
                "workout": row.protocol_name,
                "choices": json.loads(row.choices),
                "plan": json.loads(row.plan_json),
                "brought_back": row.taken_utc_ms is not None,
                "began_utc_ms": row.started_utc_ms,
                "done_on": row.done_on,
                "file": row.source,
                "duration_s": row.duration_s,
                "did_all_of_it": row.complete,
                "results": [
                    {k: v for k, v in asdict(one).items() if v not in ("", None) and k != "digits"}
                    for one in measures_of(row.measures)
                ],
            }
            for row in found
        ]
