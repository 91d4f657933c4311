"""Whose homework an activity is that lies on a stick, as far as that can be told."""

from datetime import date

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.orm import Session

from kiosk.errors import RosterError
from kiosk.history.class_table import mark_of
from kiosk.history.database import reading
from kiosk.history.homework import (
    BroughtBack,
    TakenBeforeError,
    open_homework,
    refuse_twice,
)
from kiosk.history.roster_rows import athlete_of, everybody
from kiosk.history.schema import AthleteRow, HomeworkRow
from kiosk.training.activity import Activity
from kiosk.training.athlete import Athlete
from kiosk.training.homework import OPEN_DAYS, SAME_START_MS, Given, homework_measures, nearest
from kiosk.training.measure import Measure
from kiosk.training.plan import Plan
from kiosk.training.race import day_words
from kiosk.training.zones import ceiling_for
from kiosk.words import named, text

_SAME_MS = 2000
"""Files of one activity differ by no more: one format has whole seconds."""


def match(
    engine: Engine, activity: Activity, on: date, mark: str = ""
) -> tuple[tuple[BroughtBack, ...], bool]:
    """What an activity of that local day may be taken for, and whether that is certain: a coach is
    to be asked else. `mark` says in whose folder it lay: see kiosk.history.class_table.

    With several nobody's ceiling is known, and so no time above it. Raises TakenBeforeError when it
    has been counted already, RosterError when it answers no homework.
    """
    with reading(engine) as connection, Session(connection) as session:
        rows = [
            row for row in everybody(session) if mark in ("", mark_of(row.id, row.created_utc_ms))
        ]
        people = [athlete_of(row) for row in rows]
        if mark:
            if not people:
                raise RosterError(
                    text(
                        "This folder is of nobody who is on the roster: put the file beside the "
                        "folders, then the kiosk asks whose it is."
                    )
                )
            refuse_twice(connection, people[0], activity)
            others: set[int] = set()
        else:
            _refuse_taken(connection, activity)
            others = _taken_then(connection, activity)
        due = [
            (who, given)
            for who in people
            if who.id not in others
            for given in nearest(open_homework(connection, who.id), on)
        ]
    if not due:
        raise _nobodys(people[0] if mark else None, on)
    is_sure = len(due) == 1 and not others
    return _measured(due, activity, on, is_sure=is_sure), is_sure


def _nobodys(who: Athlete | None, on: date) -> RosterError:
    if who is None:
        return RosterError(
            text(
                "Nobody has hill homework that was given in the {days} days before {day}: give it "
                "first, or take the file off the stick.",
                days=OPEN_DAYS,
                day=day_words(on),
            )
        )
    return RosterError(
        text(
            "{name} has no hill homework that was given in the {days} days before {day}: give it "
            "first, or take the file off the stick.",
            name=who.name,
            days=OPEN_DAYS,
            day=day_words(on),
        )
    )


def _measured(
    due: list[tuple[Athlete, Given]], activity: Activity, on: date, *, is_sure: bool
) -> tuple[BroughtBack, ...]:
    """Each plan once: a whole class may have the same to do."""
    known: dict[Plan, tuple[Measure, ...]] = {}
    found: list[BroughtBack] = []
    for who, given in due:
        if given.plan not in known:
            ceiling = ceiling_for(who, on) if is_sure else None
            known[given.plan] = homework_measures(given.plan, activity, ceiling)
        found.append(BroughtBack(who, given, on, activity, known[given.plan]))
    return tuple(found)


def _refuse_taken(connection: Connection, activity: Activity) -> None:
    """By whomever: what has counted for one counts for no other."""
    start = activity.started_utc_ms
    row = connection.execute(
        select(AthleteRow.name, HomeworkRow.protocol_name, HomeworkRow.done_on)
        .join(AthleteRow, AthleteRow.id == HomeworkRow.athlete_id)
        .where(
            HomeworkRow.started_utc_ms.between(start - _SAME_MS, start + _SAME_MS),
            func.abs(HomeworkRow.duration_s - activity.duration_s) * 1000 <= _SAME_MS,
        )
        .limit(1)
    ).one_or_none()
    if row is not None:
        raise TakenBeforeError(
            text(
                "This activity has been taken before, as {workout} of {name} on {day}: nothing is "
                "counted twice.",
                workout=named(row.protocol_name),
                name=row.name,
                day=day_words(date.fromisoformat(row.done_on)),
            )
        )


def _taken_then(connection: Connection, activity: Activity) -> set[int]:
    """Whoever has brought an activity that began with this one: perhaps they ran together."""
    start = activity.started_utc_ms
    return set(
        connection.scalars(
            select(HomeworkRow.athlete_id).where(
                HomeworkRow.started_utc_ms > start - SAME_START_MS,
                HomeworkRow.started_utc_ms < start + SAME_START_MS,
            )
        )
    )
