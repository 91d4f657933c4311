"""Somebody's week: what is planned for which day."""

from collections.abc import Callable, Sequence
from datetime import date, tzinfo

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.orm import Session

from kiosk.clock import Clock
from kiosk.coach_port import DayPlan
from kiosk.days import day_of
from kiosk.desk_port import PastLoaded
from kiosk.errors import RosterError
from kiosk.history.database import reading, writing
from kiosk.history.past import past_of
from kiosk.history.roster_rows import present_row
from kiosk.history.schema import PlannedRow
from kiosk.training.past import Planned
from kiosk.words import text

LONGEST_WORDS = 80
MOST_A_DAY = 6


def plan_day(engine: Engine, athlete_id: int, on: date, entries: Sequence[Planned]) -> None:
    """What is planned for that day from now on, instead of what was; nothing clears the day.

    Raises RosterError when the person is not on the roster any more or the words cannot be kept,
    HistoryError when the history cannot be written.
    """
    plan_days(engine, [DayPlan(athlete_id, on, tuple(entries))])


def plan_days(engine: Engine, days: Sequence[DayPlan]) -> None:
    """The same for several days at once: all of them or, when it raises, none."""
    for day in days:
        check_entries(day.entries)
    with writing(engine) as connection, Session(connection) as session:
        for day in days:
            present_row(session, day.athlete_id)
            session.execute(
                delete(PlannedRow).where(
                    PlannedRow.athlete_id == day.athlete_id, PlannedRow.day == day.on.isoformat()
                )
            )
        rows = [row for day in days for row in _rows(day)]
        if rows:
            session.execute(insert(PlannedRow), rows)
        session.flush()


def check_entries(entries: Sequence[Planned]) -> None:
    """Raises RosterError for what no day can hold."""
    if len(entries) > MOST_A_DAY:
        raise RosterError(
            text("A day can hold {most} entries at most: give fewer.", most=MOST_A_DAY)
        )
    for entry in entries:
        if len(entry.words) > LONGEST_WORDS or not entry.words.isprintable():
            raise RosterError(
                text(
                    "These words cannot be kept: give up to {most} plain characters a day.",
                    most=LONGEST_WORDS,
                )
            )


def _rows(day: DayPlan) -> list[dict[str, object]]:
    return [
        {
            "athlete_id": day.athlete_id,
            "day": day.on.isoformat(),
            "position": position,
            "protocol_id": entry.protocol_id,
            "words": entry.words,
        }
        for position, entry in enumerate(day.entries)
    ]


def planned_from(engine: Engine, today: date) -> dict[int, tuple[Planned, ...]]:
    """What everybody plans from that day on, by athlete id, day by day in order.

    Raises HistoryError when the history cannot be read.
    """
    row = PlannedRow
    query = (
        select(row.athlete_id, row.day, row.protocol_id, row.words)
        .where(row.day >= today.isoformat())
        .order_by(row.athlete_id, row.day, row.position)
    )
    weeks: dict[int, list[Planned]] = {}
    with reading(engine) as connection:
        for athlete_id, day, protocol_id, words in connection.execute(query):
            entry = Planned(date.fromisoformat(day), protocol_id, words)
            weeks.setdefault(athlete_id, []).append(entry)
    return {athlete_id: tuple(entries) for athlete_id, entries in weeks.items()}


class Weeks:
    """Plans, and tells at once what is planned now."""

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        post: Callable[[PastLoaded], None],
        time_zone: tzinfo | None = None,
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._post = post
        self._time_zone = time_zone

    def plan(self, days: Sequence[DayPlan]) -> None:
        """Raises like `plan_days`."""
        plan_days(self._engine, days)
        today = day_of(self._clock.utc_ms(), self._time_zone)
        people = list(dict.fromkeys(day.athlete_id for day in days))
        past = past_of(self._engine, people, today, self._time_zone)
        self._post(PastLoaded(self._clock.monotonic(), past))
