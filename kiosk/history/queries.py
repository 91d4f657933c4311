"""Looking into the history: the one place that screens, exports and commands read it by."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Engine, func, select
from sqlalchemy.orm import Session

from kiosk.days import day_then
from kiosk.desk_port import PartSeen
from kiosk.history.class_table import PartDone, PersonKnown, class_tables, mark_of, people_known
from kiosk.history.curves import MOST_POINTS, curve_of, group_of, part_seen
from kiosk.history.database import reading
from kiosk.history.erased import data_of, erased_in
from kiosk.history.found import entry_of, find_session, notes_of, plan_of
from kiosk.history.homework import to_do
from kiosk.history.lists import matching, part_lines, summaries, values_of
from kiosk.history.minutes import intervals_of, seconds_of, ticks_of
from kiosk.history.past import past_of
from kiosk.history.person import part_as_json, person_as_json, sessions_of
from kiosk.history.provenance import Provenance, provenance_of
from kiosk.history.recorded import zones_of
from kiosk.history.results import Part, Results
from kiosk.history.roster_rows import athlete_of, everybody
from kiosk.history.rows import SecondRow, beats_of, sample_of
from kiosk.history.schema import SessionRow
from kiosk.history.taken import is_new_for
from kiosk.history.week import planned_from
from kiosk.past_port import (
    AthleteSummary,
    GroupSeen,
    PartLine,
    SessionSummary,
    State,
    ValueThen,
)
from kiosk.session.records import Beats, Note, Sample
from kiosk.session.state import TracePoint
from kiosk.training.athlete import Athlete
from kiosk.training.homework import Given
from kiosk.training.measure import Measure
from kiosk.training.past import Past, Planned
from kiosk.training.plan import Plan
from kiosk.training.zones import Zones

__all__ = ["AthleteSummary", "History", "SessionSummary", "State"]

PAGE = 50
"""Sessions of a list at a time, where nobody says how many."""


class History:
    """Reads only; safe beside a running kiosk, and nothing it does makes the recorder wait.

    Lists are of summaries, the newest first, and come by the page: the id of the last one of a page
    is `before` of the next. Every method raises HistoryError when the history cannot be read.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._given = 0

    def next_session_id(self) -> int:
        """A number no session has; each call gives another one, recorded yet or not."""
        with reading(self._engine) as connection:
            newest = connection.scalar(select(func.max(SessionRow.id))) or 0
        self._given = max(self._given, newest) + 1
        return self._given

    # -- lists -------------------------------------------------------------------------------------

    def sessions(self) -> list[SessionSummary]:
        """Every session, oldest first; after years that is a long list."""
        with reading(self._engine) as connection:
            return summaries(connection)[::-1]

    def newest(self, limit: int = PAGE, before: int | None = None) -> list[SessionSummary]:
        """One page of all sessions."""
        return self._page([], limit, before)

    def search(
        self, words: str, limit: int = PAGE, before: int | None = None
    ) -> list[SessionSummary]:
        """One page of those of which every word is part of somebody's name or of the workout's, or
        the local day, month or year on which it began: "anna hills 2026-03".
        """
        with reading(self._engine) as connection:
            conditions = matching(connection, words)
        return self._page(conditions, limit, before)

    def new_for(
        self, coach_id: int, limit: int = PAGE, before: int | None = None
    ) -> list[SessionSummary]:
        """One page of what is over and what this coach has not taken since: kiosk.history.taken."""
        return self._page([is_new_for(coach_id)], limit, before)

    def new_ids(self, coach_id: int) -> frozenset[int]:
        """The same, all of them, by their numbers."""
        with reading(self._engine) as connection:
            return frozenset(connection.scalars(select(SessionRow.id).where(is_new_for(coach_id))))

    def _page(
        self, conditions: Sequence[ColumnElement[bool]], limit: int, before: int | None
    ) -> list[SessionSummary]:
        older = [] if before is None else [SessionRow.id < before]
        with reading(self._engine) as connection:
            return summaries(connection, [*conditions, *older], limit)

    def parts_of(
        self,
        athlete_id: int,
        *,
        since_ms: int | None = None,
        until_ms: int | None = None,
        before: int | None = None,
        limit: int | None = None,
    ) -> list[PartLine]:
        """The athlete's own sessions that are over for them, and began from `since_ms` on and
        before `until_ms` (UTC).
        """
        with reading(self._engine) as connection:
            return part_lines(connection, athlete_id, (since_ms, until_ms), before, limit)

    def values(
        self,
        athlete_id: int,
        key: str,
        *,
        since_ms: int | None = None,
        until_ms: int | None = None,
    ) -> list[ValueThen]:
        """One result (training.measure.Measure.key) of all the athlete's sessions of that time, as
        far as they have it, the oldest first: what a trend is made of.
        """
        with reading(self._engine) as connection:
            return values_of(connection, athlete_id, key, (since_ms, until_ms))

    def class_tables(
        self, session_ids: Sequence[int], athlete_id: int | None = None
    ) -> dict[int, tuple[PartDone, ...]]:
        """What everybody, or only one athlete, came to in these sessions: class_table.PartDone."""
        with reading(self._engine) as connection:
            return class_tables(connection, session_ids, athlete_id)

    # -- people ------------------------------------------------------------------------------------

    def people_known(self) -> list[PersonKnown]:
        """Everybody whom the history knows, also off the roster; the first to come first."""
        with reading(self._engine) as connection:
            return people_known(connection)

    def erased_marks(self) -> frozenset[str]:
        """Of everybody who had themselves erased, as PersonKnown has them; none where that cannot
        be read: their folders go the next time.
        """
        try:
            return frozenset(mark_of(*entry) for entry in erased_in(data_of(self._engine)))
        except OSError:
            return frozenset()

    def roster(self) -> list[Athlete]:
        """Whoever is on the roster, by name."""
        with reading(self._engine) as connection, Session(connection) as session:
            return [athlete_of(row) for row in everybody(session)]

    def planned_from(self, today: date) -> dict[int, tuple[Planned, ...]]:
        """What everybody plans from that day on: week.planned_from."""
        return planned_from(self._engine, today)

    # -- one person --------------------------------------------------------------------------------

    def person(self, athlete_id: int) -> dict[str, Any]:
        """Who they are, for themselves: see person.person_as_json."""
        return person_as_json(self._engine, athlete_id)

    def homework(self, athlete_id: int, today: date | None = None) -> tuple[Athlete, list[Given]]:
        """Whose it is, and what they have not brought back: see homework.to_do."""
        return to_do(self._engine, athlete_id, today)

    def sessions_of(self, athlete_id: int) -> list[int]:
        """The numbers of the sessions that are over for them, oldest first."""
        with reading(self._engine) as connection:
            return sessions_of(connection, athlete_id)

    def part(self, session_id: int, athlete_id: int) -> dict[str, Any]:
        """Their part in a session, without the seconds: see person.part_as_json."""
        return part_as_json(self._engine, session_id, athlete_id)

    # -- one session -------------------------------------------------------------------------------

    def session(self, session_id: int) -> SessionSummary:
        """One session. Raises HistoryError when there is none of that number."""
        with reading(self._engine) as connection, Session(connection) as session:
            find_session(session, session_id)
            return summaries(connection, [SessionRow.id == session_id])[0]

    def group(self, session_id: int, most: int = MOST_POINTS) -> GroupSeen:
        """Everybody in it on one time axis: see curves.group_of."""
        return group_of(self._engine, session_id, most)

    def curve(
        self, session_id: int, athlete_id: int, most: int = MOST_POINTS
    ) -> tuple[TracePoint, ...]:
        """One athlete's, in at most so many points: see curves.curve_of."""
        return curve_of(self._engine, Part(session_id, athlete_id), most)

    def seen(self, session_id: int, athlete_id: int) -> PartSeen:
        """Everything that a summary says of the part; measured now where no results are kept."""
        part = Part(session_id, athlete_id)
        seen = part_seen(self._engine, part)
        if seen.measures is not None:
            return seen
        return replace(seen, measures=Results(self._engine).measure(part).measures)

    def past(self, athlete_id: int, session: SessionSummary) -> Past:
        """What the athlete did in the 400 days before the session's day, and since."""
        day = day_then(session.started_utc_ms, session.utc_offset_min)
        return past_of(self._engine, [athlete_id], day)[athlete_id]

    def plan(self, session_id: int) -> Plan:
        """What the session did, step by step."""
        with reading(self._engine) as connection, Session(connection) as session:
            return plan_of(find_session(session, session_id))

    def iter_samples(self, session_id: int, athlete_id: int) -> Generator[Sample]:
        """The athlete's seconds in order, a few at a time; none for someone who was not in it.

        Close it when you stop half-way: it keeps its view of the history until then.
        """
        with reading(self._engine) as connection, Session(connection) as session:
            row = find_session(session, session_id)
            entry = entry_of(row, athlete_id)
            if entry is not None:
                for second in seconds_of(connection, row, entry):
                    yield sample_of(second, session_id, athlete_id)

    def samples(self, session_id: int, athlete_id: int) -> list[Sample]:
        """The athlete's seconds in order."""
        return list(self.iter_samples(session_id, athlete_id))

    def iter_seconds(self, session_id: int, athlete_id: int) -> Generator[SecondRow]:
        """The same seconds as they lie on the disk, many times as quick; to be closed likewise."""
        with reading(self._engine) as connection, Session(connection) as session:
            row = find_session(session, session_id)
            entry = entry_of(row, athlete_id)
            if entry is not None:
                yield from map(SecondRow._make, seconds_of(connection, row, entry))

    def iter_ticks(self, session_id: int, athlete_id: int) -> Generator[tuple[int, Sequence[int]]]:
        """Seconds and their beat intervals, 1/1024 s; to be closed likewise."""
        with reading(self._engine) as connection, Session(connection) as session:
            row = find_session(session, session_id)
            entry = entry_of(row, athlete_id)
            if entry is not None:
                yield from ticks_of(connection, row, entry)

    def beats(self, session_id: int, athlete_id: int) -> list[Beats]:
        """The athlete's beat intervals, second by second."""
        with reading(self._engine) as connection, Session(connection) as session:
            row = find_session(session, session_id)
            entry = entry_of(row, athlete_id)
            found = () if entry is None else intervals_of(connection, row, entry)
            return [beats_of(one, session_id, athlete_id) for one in found]

    def measures(self, session_id: int, athlete_id: int) -> tuple[Measure, ...]:
        """The athlete's results as they are kept; () while there are none that hold."""
        return Results(self._engine).kept(Part(session_id, athlete_id)) or ()

    def zones(self, session_id: int) -> dict[int, Zones | None]:
        """Everybody's zones as they were then, by athlete."""
        with reading(self._engine) as connection, Session(connection) as session:
            athletes = find_session(session, session_id).athletes
            return {entry.athlete_id: zones_of(entry) for entry in athletes}

    def provenance(self, session_id: int) -> Provenance:
        """Where its numbers come from: straps, sensors, zones, software and clock."""
        with reading(self._engine) as connection, Session(connection) as session:
            return provenance_of(connection, find_session(session, session_id))

    def events(self, session_id: int) -> list[Note]:
        """What happened in the session, in order of recording."""
        with reading(self._engine) as connection:
            return notes_of(connection, session_id)
