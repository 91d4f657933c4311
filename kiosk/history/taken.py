"""Which coach took which sessions with them, and so what is new for whom."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Engine, and_, delete, exists, insert

from kiosk.history.database import writing
from kiosk.history.schema import SessionRow, TakenRow


def take(engine: Engine, coach_id: int, session_ids: Sequence[int], utc_ms: int) -> None:
    """Notes that the coach has these now. Raises HistoryError, also when there is no such coach or
    no such session any more.
    """
    if not session_ids:
        return
    rows = [
        {"coach_id": coach_id, "session_id": number, "utc_ms": utc_ms}
        for number in dict.fromkeys(session_ids)
    ]
    with writing(engine) as connection:
        again = (TakenRow.coach_id == coach_id) & TakenRow.session_id.in_([*session_ids])
        connection.execute(delete(TakenRow).where(again))
        connection.execute(insert(TakenRow), rows)


def is_new_for(coach_id: int) -> ColumnElement[bool]:
    """Of sessions that are over, those that the coach has not taken, or took before they ended."""
    has_it = exists().where(
        TakenRow.coach_id == coach_id,
        TakenRow.session_id == SessionRow.id,
        TakenRow.utc_ms >= SessionRow.closed_utc_ms,
    )
    return and_(SessionRow.closed_utc_ms.is_not(None), ~has_it)
