"""Somebody's week: what is planned for which day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Engine, delete, insert
from sqlalchemy.orm import Session

from kiosk.errors import RosterError
from kiosk.history.database import writing
from kiosk.history.roster import present_row
from kiosk.history.schema import PlannedRow
from kiosk.training.past import Planned

LONGEST_WORDS = 80
MOST_A_DAY = 6


def plan_day(engine: Engine, athlete_id: int, on: date, entries: Sequence[Planned]) -> None:
    """What is planned for that day from now on, instead of what was; nothing clears the day.

    Raises RosterError when the person is not on the roster any more or the words cannot be kept,
    HistoryError when the history cannot be written.
    """
    if len(entries) > MOST_A_DAY:
        raise RosterError(f"A day can hold {MOST_A_DAY} entries at most: give fewer.")
    for entry in entries:
        if len(entry.words) > LONGEST_WORDS or not entry.words.isprintable():
            raise RosterError(
                f"These words cannot be kept: give up to {LONGEST_WORDS} plain characters a day."
            )
    with writing(engine) as connection, Session(connection) as session:
        present_row(session, athlete_id)
        session.execute(
            delete(PlannedRow).where(
                PlannedRow.athlete_id == athlete_id, PlannedRow.day == on.isoformat()
            )
        )
        rows = [
            {
                "athlete_id": athlete_id,
                "day": on.isoformat(),
                "position": position,
                "protocol_id": entry.protocol_id,
                "words": entry.words,
            }
            for position, entry in enumerate(entries)
        ]
        if rows:
            session.execute(insert(PlannedRow), rows)
        session.flush()
