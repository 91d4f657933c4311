"""Results of sessions: measured from the recorded rows, kept, and read back."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.orm import Session

from kiosk.days import day_then
from kiosk.errors import HistoryError
from kiosk.history.database import reading, writing
from kiosk.history.found import find_session, notes_of, plan_of
from kiosk.history.recorded import answers_of, beats_of_part, rows_of, timed, zones_of
from kiosk.history.recovery import athlete_at
from kiosk.history.schema import SessionAthleteRow, answer, hike_window, result
from kiosk.history.sentences import kept, told
from kiosk.session.pace import StationFacts
from kiosk.session.records import Note
from kiosk.session.second import machine_of
from kiosk.training.facts import Machine
from kiosk.training.measure import Measure
from kiosk.training.measures import Facts, session_measures, windows
from kiosk.training.past import Window
from kiosk.training.zones import zones_for

_CUT_SHORT = frozenset({"partial", "leave", "skip", "cool-down"})
"""Notes that say that somebody did not do all of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One athlete's part in one session."""

    session_id: int
    athlete_id: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What one part came to, and what it was made from."""

    part: Part
    measures: tuple[Measure, ...]
    windows: tuple[Window, ...]
    is_complete: bool
    samples: int
    missing_s: int
    stamp: tuple[object, ...]
    """Of what may change meanwhile: the closing and the answers."""


class Results:
    """Measures what has been recorded.

    Everything is read in one view of the history and written in one short transaction, so that
    whoever records meanwhile never waits. Every method raises HistoryError when the history cannot
    be read or written.
    """

    def __init__(self, engine: Engine, stations: Sequence[StationFacts] = ()) -> None:
        self._engine = engine
        self._stations: Mapping[str, StationFacts] = {s.name: s for s in stations}

    def unmeasured(self, athlete_id: int | None = None, limit: int | None = None) -> list[Part]:
        """Parts that are over and have no results yet, or old ones; the newest first."""
        query = (
            select(SessionAthleteRow.session_id, SessionAthleteRow.athlete_id)
            .where(
                SessionAthleteRow.closed_utc_ms.is_not(None),
                SessionAthleteRow.measured_utc_ms.is_(None),
            )
            .order_by(SessionAthleteRow.closed_utc_ms.desc(), SessionAthleteRow.id)
            .limit(limit)
        )
        if athlete_id is not None:
            query = query.where(SessionAthleteRow.athlete_id == athlete_id)
        with reading(self._engine) as connection:
            return [Part(*row) for row in connection.execute(query)]

    def kept(self, part: Part) -> tuple[Measure, ...] | None:
        """The results on the disk; None where there are none, or none that still hold."""
        with reading(self._engine) as connection:
            entry = connection.scalar(
                select(SessionAthleteRow.id).where(
                    SessionAthleteRow.session_id == part.session_id,
                    SessionAthleteRow.athlete_id == part.athlete_id,
                    SessionAthleteRow.measured_utc_ms.is_not(None),
                )
            )
            if entry is None:
                return None
            return _stored(connection, entry)

    def measure(self, part: Part) -> Measured:
        """What the part has come to, from its rows on the disk; nothing is written.

        Raises HistoryError also when there is no such part.
        """
        with reading(self._engine) as connection, Session(connection) as session:
            row = find_session(session, part.session_id)
            entry = next((e for e in row.athletes if e.athlete_id == part.athlete_id), None)
            if entry is None:
                raise HistoryError(
                    f"Nobody of that name was in session {part.session_id}: 'switchback sessions "
                    "list' shows who was."
                )
            rows = rows_of(connection, row, entry)
            notes = [
                note
                for note in notes_of(connection, row.id)
                if note.athlete_id in (None, entry.athlete_id)
            ]
            stations = self._stations_of(entry, notes)
            athlete = athlete_at(session, entry)
            on = day_then(row.opened_utc_ms, row.utc_offset_min)
            facts = Facts(
                athlete=athlete,
                # Where nothing was known then, what was said later is better than nothing.
                zones=zones_of(entry) or zones_for(athlete, on),
                plan=plan_of(row),
                on=on,
                answers=answers_of(connection, part.session_id, part.athlete_id),
                notes=timed(notes, rows),
                beats=beats_of_part(connection, row, entry),
                is_late=entry.late,
                left=entry.close_reason != "finished" or any(n.kind == "leave" for n in notes),
                session_id=row.id,
                station_kind=stations[0].kind if stations else None,
                step_height_m=next((s.step_height_m for s in stations if s.kind == "stair"), None),
                machines=self._machines_of(entry, notes),
            )
            stamp = _stamp(connection, part)
        finished = entry.close_reason == "finished" and not entry.late
        return Measured(
            part=part,
            measures=session_measures(facts, rows),
            windows=windows(facts, rows),
            is_complete=finished and not any(note.kind in _CUT_SHORT for note in notes),
            samples=len(rows),
            missing_s=sum(row.bpm is None for row in rows),
            stamp=stamp,
        )

    def keep(self, measured: Measured, utc_ms: int) -> bool:
        """Stores results in place of older ones; False when something came meanwhile that they do
        not know of: then they have to be measured again.
        """
        part = measured.part
        with writing(self._engine) as connection:
            if _stamp(connection, part) != measured.stamp:
                return False
            entry, dropped_utc_ms = connection.execute(
                update(SessionAthleteRow)
                .where(
                    SessionAthleteRow.session_id == part.session_id,
                    SessionAthleteRow.athlete_id == part.athlete_id,
                )
                .values(
                    measured_utc_ms=utc_ms,
                    complete=measured.is_complete,
                    samples=measured.samples,
                    missing_s=measured.missing_s,
                )
                .returning(SessionAthleteRow.id, SessionAthleteRow.beats_dropped_utc_ms)
            ).one()
            if dropped_utc_ms is not None:
                measured = _with_former(_stored(connection, entry), measured)
            _replace(connection, entry, measured)
        return True

    def _stations_of(self, entry: SessionAthleteRow, notes: Sequence[Note]) -> list[StationFacts]:
        """The ones they were on, in that order."""
        names = [str(entry.station)]
        names += [str(n.detail.get("station")) for n in notes if n.kind in ("station", "block")]
        return [self._stations[name] for name in names if name in self._stations]

    def _machines_of(
        self, entry: SessionAthleteRow, notes: Sequence[Note]
    ) -> list[tuple[int, Machine]]:
        """What they were on, from which of their seconds on; of a station that the kiosk does not
        have any more nothing is known.
        """
        changes = [(0, str(entry.station))]
        changes += [
            (note.elapsed_s, str(note.detail.get("station")))
            for note in notes
            if note.kind == "station" and note.elapsed_s is not None
        ]
        return [(elapsed_s, machine_of(self._stations.get(name))) for elapsed_s, name in changes]


def _stored(connection: Connection, entry: int) -> tuple[Measure, ...]:
    c = result.c
    rows = connection.execute(
        select(c.key, c.name, c.value, c.unit, c.digits, c.missing, c.note)
        .where(c.session_athlete_id == entry)
        .order_by(c.position)
    )
    return tuple(
        Measure(
            row.key,
            told(row.name),
            row.value,
            told(row.unit),
            row.digits,
            told(row.missing),
            told(row.note),
        )
        for row in rows
    )


def _with_former(former: Sequence[Measure], measured: Measured) -> Measured:
    """The raw beats have been dropped: what was measured of them while they were there stays."""
    known = {one.key: one for one in former if one.value is not None}
    new = {one.key for one in measured.measures}
    measures = [known.get(one.key, one) if one.value is None else one for one in measured.measures]
    measures += [one for key, one in known.items() if key not in new]
    return replace(measured, measures=tuple(measures))


def _stamp(connection: Connection, part: Part) -> tuple[object, ...]:
    newest_answer = (
        select(func.max(answer.c.id))
        .where(answer.c.athlete_id == part.athlete_id, answer.c.session_id == part.session_id)
        .scalar_subquery()
    )
    row = connection.execute(
        select(SessionAthleteRow.closed_utc_ms, newest_answer).where(
            SessionAthleteRow.session_id == part.session_id,
            SessionAthleteRow.athlete_id == part.athlete_id,
        )
    ).one_or_none()
    return () if row is None else tuple(row)  # erased meanwhile


def _columns(measure: Measure) -> dict[str, object]:
    return {
        name: kept(value) if isinstance(value, str) else value
        for name, value in asdict(measure).items()
    }


def _replace(connection: Connection, entry: int, measured: Measured) -> None:
    for table in (result, hike_window):
        connection.execute(delete(table).where(table.c.session_athlete_id == entry))
    if measured.measures:
        rows = [
            {"session_athlete_id": entry, "position": position, **_columns(measure)}
            for position, measure in enumerate(measured.measures)
        ]
        connection.execute(insert(result), rows)
    if measured.windows:
        rows = [
            {
                "session_athlete_id": entry,
                "position": position,
                "grade_percent": window.grade_percent,
                "speed_kmh": window.speed_kmh,
                "heart_rate_bpm": window.heart_rate_bpm,
            }
            for position, window in enumerate(measured.windows)
        ]
        connection.execute(insert(hike_window), rows)
