"""Two entries of the roster that are the same person become one."""

import json
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, Select, delete, insert, select, update
from sqlalchemy.orm import Session, aliased

from kiosk.errors import RosterError
from kiosk.history.claims import MAX_DEVICES
from kiosk.history.database import reading, writing
from kiosk.history.erase import entries_of, erase_part, is_in_open_session
from kiosk.history.roster_rows import present_row
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
    answer,
)
from kiosk.words import text

_STRAY_S: Final = 60
"""With fewer heart rates in a session that the other was in too, somebody had tapped in twice."""
_FACTS: Final = (
    ("sex",),
    ("birth_year",),
    ("max_hr",),
    ("resting_hr",),
    ("threshold_hr", "threshold_on"),
    ("zone_edges",),
    ("ceiling_hr",),
    ("weight_kg",),
    ("vo2max",),
    ("marathon_pace_s_per_km",),
    ("test_ceiling_hr",),
    ("cleared_on",),
    ("guardian_on",),
    ("readiness_on", "is_ready"),
    ("race_on", "race_name"),
)
"""What belongs together: taken over where the entry that stays has nothing in the first."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came, or would come, of it."""

    sessions: int
    """That have a new owner."""
    dropped: int
    """Sessions that both were in: of each the part with hardly a heart rate goes."""


def merge(engine: Engine, from_id: int, into_id: int) -> Merged:
    """Everything of `from_id` becomes that of `into_id`, in one transaction; the former is gone.

    Sessions, answers, straps, foot pods and tags go over, under the name that stays. Of what is
    known of the body, of consent and of what others see, that of `into_id` stands; what it has
    not comes from the other. "See a doctor first" stays when either says it, and the lower ceiling.
    On a day for which both had planned, the plan of `into_id` stands. A strap of the club's that
    `from_id` has is given back when `into_id` has one too. In a session that both were in, the
    part with less than a minute of heart rates goes.

    Raises RosterError when both have more than that in one session, for then they are two; while
    either is in a session that is open; for more straps or foot pods than one may have; and when
    either is not on the roster. HistoryError when the history cannot be written.
    """
    with writing(engine) as connection, Session(connection) as session:
        plan = _look(connection, session, from_id, into_id)
        source, target = present_row(session, from_id), present_row(session, into_id)
        for stray in plan.strays:
            row = session.get_one(SessionRow, stray[1])
            lives, beats = (row.live_from, row.live_to), (row.beat_from, row.beat_to)
            erase_part(connection, row.id, stray[0], lives, beats)
        _know(source, target)
        entries = entries_of(source.id, source.created_utc_ms, source.merged)
        target.merged = json.dumps([*json.loads(target.merged), *entries])
        session.flush()
        _move_devices(connection, source, target)
        _move_rest(connection, from_id, into_id, target.name)
        session.expunge(source)
        connection.execute(delete(AthleteRow).where(AthleteRow.id == from_id))
        return plan.merged


def look(engine: Engine, from_id: int, into_id: int) -> Merged:
    """What `merge` would do; raises as it does."""
    with reading(engine) as connection, Session(connection) as session:
        return _look(connection, session, from_id, into_id).merged


@dataclass(frozen=True, slots=True)
class _Plan:
    strays: tuple[tuple[int, int], ...]
    """Parts that go, each with its session."""
    merged: Merged


def _look(connection: Connection, session: Session, from_id: int, into_id: int) -> _Plan:
    source, target = present_row(session, from_id), present_row(session, into_id)
    if from_id == into_id:
        raise RosterError(text("{name} is one entry already.", name=source.name))
    for row in (source, target):
        if is_in_open_session(connection, row.id):
            raise RosterError(
                text(
                    "{name} is still in a session that has not ended: end it first, then merge.",
                    name=row.name,
                )
            )
    for one, other in ((source.straps, target.straps), (source.foot_pods, target.foot_pods)):
        if len({device.device_number for device in (*one, *other)}) > MAX_DEVICES:
            raise RosterError(
                text(
                    "{name} would have more than {count} straps or foot pods: take one off first.",
                    name=target.name,
                    count=MAX_DEVICES,
                )
            )
    strays: list[tuple[int, int]] = []
    for first, second in _both(connection, from_id, into_id):
        heard = [(part.samples or 0) - (part.missing_s or 0) for part in (first, second)]
        if min(heard) > _STRAY_S:
            raise RosterError(
                text(
                    "{one} and {other} trained side by side in session {session}: they are two.",
                    one=source.name,
                    other=target.name,
                    session=first.session_id,
                )
            )
        stray = first if heard[0] <= heard[1] else second
        strays.append((stray.id, stray.session_id))
    parts = select(SessionAthleteRow.id).where(SessionAthleteRow.athlete_id == from_id)
    own = len(connection.scalars(parts).all())
    return _Plan(tuple(strays), Merged(own - len(strays), len(strays)))


def _both(
    connection: Connection, from_id: int, into_id: int
) -> list[tuple[SessionAthleteRow, SessionAthleteRow]]:
    """The parts of sessions that both were in."""
    first, second = aliased(SessionAthleteRow), aliased(SessionAthleteRow)
    query: Select[SessionAthleteRow, SessionAthleteRow] = (
        select(first, second)
        .join(second, second.session_id == first.session_id)
        .where(first.athlete_id == from_id, second.athlete_id == into_id)
        .order_by(first.session_id)
    )
    with Session(connection) as session:
        found = [(row[0], row[1]) for row in session.execute(query)]
        session.expunge_all()
        return found


def _know(source: AthleteRow, target: AthleteRow) -> None:
    is_ready = False if False in (source.is_ready, target.is_ready) else None
    ceilings = [row.ceiling_hr for row in (source, target) if row.ceiling_hr is not None]
    for names in _FACTS:
        if getattr(target, names[0]) is None:
            for name in names:
                setattr(target, name, getattr(source, name))
    if is_ready is not None:
        target.is_ready = is_ready
    if ceilings:
        target.ceiling_hr = min(ceilings)
    if target.guest_on is not None and source.guest_on is None:
        target.guest_on = None  # a member's sessions are not erased when the day is over
        target.is_effort_only = source.is_effort_only


def _move_devices(connection: Connection, source: AthleteRow, target: AthleteRow) -> None:
    for row, had, has in (
        (StrapRow, source.straps, target.straps),
        (FootPodRow, source.foot_pods, target.foot_pods),
    ):
        known = {device.device_number for device in has}
        new = [device.device_number for device in had if device.device_number not in known]
        connection.execute(delete(row).where(row.athlete_id == source.id))
        for position, number in enumerate(new, len(known)):
            values = {"device_number": number, "athlete_id": target.id, "position": position}
            connection.execute(insert(row).values(values))


def _move_rest(connection: Connection, from_id: int, into_id: int, name: str) -> None:
    connection.execute(
        update(TagRow).where(TagRow.athlete_id == from_id).values(athlete_id=into_id)
    )
    holds = select(PoolStrapRow.number).where(PoolStrapRow.holder_athlete_id == into_id).limit(1)
    holder = into_id if connection.scalar(holds) is None else None
    connection.execute(
        update(PoolStrapRow)
        .where(PoolStrapRow.holder_athlete_id == from_id)
        .values(holder_athlete_id=holder)
    )
    days = select(PlannedRow.day).where(PlannedRow.athlete_id == into_id)
    connection.execute(
        delete(PlannedRow).where(PlannedRow.athlete_id == from_id, PlannedRow.day.in_(days))
    )
    connection.execute(
        update(PlannedRow).where(PlannedRow.athlete_id == from_id).values(athlete_id=into_id)
    )
    connection.execute(
        update(answer).where(answer.c.athlete_id == from_id).values(athlete_id=into_id)
    )
    starts = select(HomeworkRow.started_utc_ms).where(
        HomeworkRow.athlete_id == into_id, HomeworkRow.taken_utc_ms.is_not(None)
    )
    connection.execute(  # brought back for both: counted once
        delete(HomeworkRow).where(
            HomeworkRow.athlete_id == from_id, HomeworkRow.started_utc_ms.in_(starts)
        )
    )
    connection.execute(
        update(HomeworkRow).where(HomeworkRow.athlete_id == from_id).values(athlete_id=into_id)
    )
    connection.execute(
        update(SessionAthleteRow)
        .where(SessionAthleteRow.athlete_id == from_id)
        .values(athlete_id=into_id, name=name)
    )
