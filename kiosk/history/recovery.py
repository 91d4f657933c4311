"""Sessions that a cut left open: which ones, closing them, and where to pick them up."""

from typing import cast

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from kiosk.errors import HistoryError
from kiosk.history.database import reading, writing
from kiosk.history.found import find_session, notes_of, plan_of
from kiosk.history.lists import summaries
from kiosk.history.roster_rows import athlete_of
from kiosk.history.schema import (
    AthleteRow,
    PoolStrapRow,
    SessionAthleteRow,
    SessionRow,
    StrapRow,
)
from kiosk.history.summary import seal
from kiosk.history.traces import NO_ROW, LastRow, Traces, class_stand, last_rows
from kiosk.past_port import SessionSummary
from kiosk.session.commands import ClockKind, Restore, ResumeAthlete
from kiosk.training.athlete import Athlete


def cut_sessions(engine: Engine) -> list[SessionSummary]:
    """Sessions that are not closed, oldest first.

    They were cut when nobody runs them: ask with the data lock held, before any session starts.
    """
    with reading(engine) as connection:
        return summaries(connection, [SessionRow.closed_utc_ms.is_(None)])[::-1]


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
        present = [entry for entry in row.athletes if entry.closed_utc_ms is None]
        if not present:
            raise HistoryError(
                f"Everybody had left session {session_id}: close it with 'switchback sessions "
                f"close {session_id}'."
            )
        plan, notes = plan_of(row), notes_of(connection, session_id)
        marks = last_rows(connection, row)
        athletes = [
            _resume_athlete(
                session, entry, Traces(entry.athlete_id, notes), marks.get(entry.id, NO_ROW)
            )
            for entry in present
        ]
        stand = class_stand(connection, row, plan, notes, marks)
        return Restore(
            at=at,
            session_id=session_id,
            plan=plan,
            clock=cast("ClockKind", row.clock),
            step_index=stand.step_index,
            step_s=stand.step_s,
            extended_s=stand.extended_s,
            elapsed_s=stand.elapsed_s,
            last_utc_ms=stand.last_utc_ms,
            athletes=tuple(athletes),
            gone=tuple(
                (entry.athlete_id, marks.get(entry.id, NO_ROW).rows)
                for entry in row.athletes
                if entry.closed_utc_ms is not None
            ),
            block=stand.block,
            in_block_s=stand.in_block_s,
        )


def _find_open(session: Session, session_id: int) -> SessionRow:
    row = find_session(session, session_id)
    if row.closed_utc_ms is not None:
        raise HistoryError(
            f"Session {session_id} is closed already: 'switchback sessions list' shows which are "
            "open."
        )
    return row


def _resume_athlete(
    session: Session, entry: SessionAthleteRow, own: Traces, last: LastRow
) -> ResumeAthlete:
    begun, way = own.newest("step"), own.way
    last = own.after_beginning(last)
    station, is_resting = _place(entry, own)
    block = own.newest("block")
    aim = own.number(begun, "aim_index")
    return ResumeAthlete(
        athlete=athlete_at(session, entry),
        station=station,
        elapsed_s=last.rows,
        hr0_bpm=own.number(begun, "hr0_bpm"),
        step_distance_m=last.step_distance_m,
        late_warm_up_s=0 if way else own.warm_up_left_s(last.rows),
        eased_from_s=int(own.number(begun, "eased_from_s") or 0),
        is_paused=own.kind_of_newest("pause", "resume") == "pause",
        strap=_strap(session, entry, own),
        is_resting=is_resting,
        ascent_m=last.ascent_m,
        own_way=way,
        step_index=last.step_index,
        step_s=last.step_s,
        extended_s=own.extended_s(last.step_index),
        lanes=own.lanes,
        next_station=own.text(block, "station"),
        aim_index=None if aim is None else int(aim),
        walks=own.walks,
        is_walking=own.is_walking,
    )


def _place(entry: SessionAthleteRow, own: Traces) -> tuple[str | None, bool]:
    """The station at the cut, and whether they had stepped off it."""
    note = own.newest("station", "leave")
    if note is None:
        return entry.station, False
    if note.kind == "leave":  # left and came back: the station was somebody else's meanwhile
        return None, False
    station = own.text(note, "station")
    return station, station is None


def _strap(session: Session, entry: SessionAthleteRow, own: Traces) -> int | None:
    """The strap last worn; None when it is somebody else's by now."""
    changed = own.newest("strap")
    worn = entry.strap if changed is None else own.number(changed, "strap")
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


def athlete_at(session: Session, entry: SessionAthleteRow) -> Athlete:
    """As the roster knows them now; of someone taken off it only what the session remembers."""
    known = session.get_one(AthleteRow, entry.athlete_id)
    if known.removed_utc_ms is None:
        return athlete_of(known)
    straps = () if entry.strap is None else (entry.strap,)
    return Athlete(entry.athlete_id, entry.name, straps)
