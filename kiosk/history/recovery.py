"""Sessions that a cut left open: which ones, closing them, and where to pick them up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import ColumnElement, Connection, Engine, and_, case, func, select
from sqlalchemy.orm import Session

from kiosk.errors import HistoryError
from kiosk.history.database import reading, writing
from kiosk.history.queries import History, SessionSummary, find_session, notes_of, plan_of
from kiosk.history.roster import athlete_of
from kiosk.history.schema import (
    AthleteRow,
    PoolStrapRow,
    SessionAthleteRow,
    SessionRow,
    StrapRow,
    live,
)
from kiosk.history.summary import seal, within
from kiosk.session.commands import ClockKind, Restore, ResumeAthlete
from kiosk.session.records import Note
from kiosk.training.athlete import Athlete


def cut_sessions(engine: Engine) -> list[SessionSummary]:
    """Sessions that are not closed, oldest first.

    They were cut when nobody runs them: ask with the data lock held, before any session starts.
    """
    return [session for session in History(engine).sessions() if session.state == "open"]


def close_session(engine: Engine, session_id: int, utc_ms: int) -> None:
    """Closes a session that a cut left open; it counts as recovered from then on.

    Call with the data lock held. Raises HistoryError when there is none of that number or when it
    is closed already.
    """
    with writing(engine) as connection, Session(connection) as session:
        _find_open(session, session_id)
        seal(connection, session_id, utc_ms, "cut")


def resume_point(engine: Engine, session_id: int, at: float) -> Restore:
    """Where a cut session stood after its last recorded second, as a command for the engine.

    `at` is monotonic seconds. Raises HistoryError like close_session, and when everybody had left.
    """
    with reading(engine) as connection, Session(connection) as session:
        row = _find_open(session, session_id)
        notes = notes_of(connection, session_id)
        stand = _stand(connection, row, notes)
        present = [entry for entry in row.athletes if entry.closed_utc_ms is None]
        if not present:
            raise HistoryError(
                f"Everybody had left session {session_id}: close it with 'switchback sessions "
                f"close {session_id}'."
            )
        return Restore(
            at=at,
            session_id=session_id,
            plan=plan_of(row),
            clock=cast("ClockKind", row.clock),
            step_index=stand.step_index,
            step_s=stand.step_s,
            extended_s=sum(
                int(_number(note, "seconds") or 0)
                for note in notes
                if note.kind == "extend" and _step_index(note) == stand.step_index
            ),
            elapsed_s=stand.elapsed_s,
            last_utc_ms=stand.last_utc_ms,
            athletes=_resume_athletes(connection, session, row, present, notes, stand.step_index),
            gone=_gone(connection, row),
        )


def _find_open(session: Session, session_id: int) -> SessionRow:
    row = find_session(session, session_id)
    if row.closed_utc_ms is not None:
        raise HistoryError(
            f"Session {session_id} is closed already: 'switchback sessions list' shows which are "
            "open."
        )
    return row


@dataclass(frozen=True, slots=True)
class _Stand:
    """How far the session's own clock had come."""

    step_index: int
    step_s: int
    elapsed_s: int
    last_utc_ms: int


def _stand(connection: Connection, row: SessionRow, notes: Sequence[Note]) -> _Stand:
    index, next_s, elapsed_s, last_utc_ms = 0, 0, 0, row.opened_utc_ms
    seconds = connection.execute(
        select(live.c.utc_ms, func.max(live.c.step_index), func.max(live.c.step_s))
        .where(_rows_of(row))
        .group_by(live.c.utc_ms)
        .order_by(func.min(live.c.id))
    )
    for last_utc_ms, step_index, step_s in seconds:  # noqa: B007 - the last one is wanted
        if step_index >= 0:
            index = step_index
        elif step_s < next_s:
            index += 1  # only a late joiner's warm-up is left: the step's clock began anew
        next_s = step_s + 1
        elapsed_s += 1
    noted = max((_step_index(note) for note in notes if note.kind == "step"), default=0)
    if noted > index:  # a step was begun, but has no second yet: the cut came right at the change
        index, next_s = noted, 0
    return _Stand(index, next_s, elapsed_s, last_utc_ms)


def _gone(connection: Connection, row: SessionRow) -> tuple[tuple[int, int], ...]:
    """Athletes who had left, with the number of rows they have."""
    left = {entry.id: entry.athlete_id for entry in row.athletes if entry.closed_utc_ms is not None}
    counted = connection.execute(
        select(live.c.session_athlete_id, func.max(live.c.elapsed_s) + 1)
        .where(within(live, row.live_from, row.live_to), live.c.session_athlete_id.in_(left))
        .group_by(live.c.session_athlete_id)
    )
    rows = {int(entry): int(count) for entry, count in counted}
    return tuple((athlete_id, rows.get(entry, 0)) for entry, athlete_id in left.items())


def _resume_athletes(
    connection: Connection,
    session: Session,
    row: SessionRow,
    entries: Sequence[SessionAthleteRow],
    notes: Sequence[Note],
    step_index: int,
) -> tuple[ResumeAthlete, ...]:
    in_step, in_warm_up = live.c.step_index == step_index, live.c.step_index < 0
    recorded = {
        entry: (elapsed_s, centi, warm_up_s, ascent_mm)
        for entry, elapsed_s, centi, warm_up_s, ascent_mm in connection.execute(
            select(
                live.c.session_athlete_id,
                func.max(live.c.elapsed_s) + 1,
                func.sum(case((in_step, func.coalesce(live.c.speed_centi, 0)), else_=0)),
                func.sum(case((in_warm_up, 1), else_=0)),
                func.sum(func.coalesce(live.c.ascent_mm, 0)),
            )
            .where(_rows_of(row))
            .group_by(live.c.session_athlete_id)
        )
    }
    resumed: list[ResumeAthlete] = []
    for entry in entries:
        elapsed_s, centi, warm_up_s, ascent_mm = recorded.get(entry.id, (0, 0, 0, 0))
        own = [note for note in reversed(notes) if note.athlete_id == entry.athlete_id]
        steps = (n for n in own if n.kind == "step" and _step_index(n) == step_index)
        begun = next(steps, None)
        paused = next((n.kind for n in own if n.kind in ("pause", "resume")), "resume")
        station, is_resting = _place(entry, own)
        owed_s = _number(next((n for n in own if n.kind == "join"), None), "late_warm_up_s")
        resumed.append(
            ResumeAthlete(
                athlete=_athlete(session, entry),
                station=station,
                elapsed_s=elapsed_s,
                hr0_bpm=_number(begun, "hr0_bpm"),
                step_distance_m=centi / 100 / 3.6,
                late_warm_up_s=max(0, int(owed_s or 0) - warm_up_s),
                eased_from_s=int(_number(begun, "eased_from_s") or 0),
                is_paused=paused == "pause",
                strap=_strap(session, entry, own),
                is_resting=is_resting,
                ascent_m=ascent_mm / 1000,
            )
        )
    return tuple(resumed)


def _place(entry: SessionAthleteRow, own: Sequence[Note]) -> tuple[str | None, bool]:
    """The station at the cut, and whether they had stepped off it; `own` notes newest first."""
    for note in own:
        if note.kind == "station":
            station = _text(note, "station")
            return station, station is None
        if note.kind == "leave":  # left and came back: the station was somebody else's meanwhile
            return None, False
    return entry.station, False


def _strap(session: Session, entry: SessionAthleteRow, own: Sequence[Note]) -> int | None:
    """The strap last worn, newest of `own` notes first; None when it is somebody else's by now."""
    changed = next((note for note in own if note.kind == "strap"), None)
    worn = entry.strap if changed is None else _number(changed, "strap")
    if worn is None:
        return None
    strap = int(worn)
    holders = session.scalars(
        select(PoolStrapRow.holder_athlete_id).where(PoolStrapRow.device_number == strap)
    ).all()
    owners = session.scalars(
        select(StrapRow.athlete_id).where(StrapRow.device_number == strap)
    ).all()
    whose = {*holders, *owners}
    return strap if not whose or entry.athlete_id in whose else None


def _athlete(session: Session, entry: SessionAthleteRow) -> Athlete:
    """As the roster knows them now; of someone taken off it only what the session remembers."""
    known = session.get_one(AthleteRow, entry.athlete_id)
    if known.removed_utc_ms is None:
        return athlete_of(known)
    straps = () if entry.strap is None else (entry.strap,)
    return Athlete(entry.athlete_id, entry.name, straps)


def _rows_of(row: SessionRow) -> ColumnElement[bool]:
    members = select(SessionAthleteRow.id).where(SessionAthleteRow.session_id == row.id)
    here = within(live, row.live_from, row.live_to)
    return and_(here, live.c.session_athlete_id.in_(members))


def _step_index(note: Note) -> int:
    return int(_number(note, "step_index") or 0)


def _text(note: Note, key: str) -> str | None:
    value = note.detail.get(key)
    return value if isinstance(value, str) else None


def _number(note: Note | None, key: str) -> float | None:
    value = None if note is None else note.detail.get(key)
    return value if isinstance(value, int | float) else None
