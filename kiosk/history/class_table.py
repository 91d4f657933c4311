"""What everybody in some sessions came to, as a coach asks for it afterwards: no seconds read."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, select

from kiosk.history.lists import in_batches
from kiosk.history.schema import AthleteRow, SessionAthleteRow, SessionRow, answer, event, result

KEYS: Final = ("time_in_band", "hr_mean", "hr_max", "ascent_m", "time_unknown", "hr_std")
"""Results that it reads: training.measure.Measure.key."""
_KINDS: Final = ("alert", "walk", "cool-down")
"""Events that a coach should hear of."""
BEFORE_MS: Final = 6 * 3_600_000
"""So long before a session an answer about the day was given on the way to it."""


@dataclass(frozen=True, slots=True)
class PartDone:
    """One athlete's part in one session."""

    session_id: int
    started_utc_ms: int
    athlete_id: int
    name: str
    """As it is now."""
    duration_s: int
    missing_s: int
    """Without a heart rate."""
    is_complete: bool | None
    """Did all of it; None: not measured yet."""
    has_left: bool
    """Before the end."""
    is_effort_only: bool
    """Nobody expects a heart rate of them."""
    results: Mapping[str, float] = field(default_factory=dict[str, float])
    """Of KEYS what there is, by key."""
    effort: float | None = None
    """Of 10, of the whole session."""
    soreness: float | None = None
    """Of 10, said on the way to it."""
    alerts: frozenset[str] = frozenset()
    """session.state.Alert."""
    walks: int = 0
    """Recovery walks that the ceiling sent them on."""
    cooled_down_early: bool = False
    """The ceiling did, a second time."""
    was_stopped: bool = False
    """Somebody pressed the stop button, which stops everybody."""


_PART: Final[tuple[Any, ...]] = (
    SessionAthleteRow.id,
    SessionAthleteRow.session_id,
    SessionRow.opened_utc_ms,
    SessionAthleteRow.athlete_id,
    AthleteRow.name,
    SessionAthleteRow.samples,
    SessionAthleteRow.missing_s,
    SessionAthleteRow.complete,
    SessionAthleteRow.close_reason,
    AthleteRow.is_effort_only,
)


@dataclass(frozen=True, slots=True)
class PersonKnown:
    """Somebody whom the history knows, on the roster or not."""

    athlete_id: int
    name: str
    mark: str
    """Nobody else's, in this history or in another one, now or later."""


def people_known(connection: Connection) -> list[PersonKnown]:
    """Those who came first come first."""
    rows = connection.execute(
        select(AthleteRow.id, AthleteRow.name, AthleteRow.created_utc_ms).order_by(AthleteRow.id)
    )
    return [PersonKnown(number, name, mark_of(number, created)) for number, name, created in rows]


def mark_of(athlete_id: int, created_utc_ms: int) -> str:
    """Of an entry of the roster."""
    return f"{athlete_id}-{created_utc_ms}"


def class_tables(
    connection: Connection, session_ids: Sequence[int], athlete_id: int | None = None
) -> dict[int, tuple[PartDone, ...]]:
    """By session, in the order in which they joined; a session without anybody has none."""
    found: dict[int, list[PartDone]] = defaultdict(list)
    for some in in_batches(session_ids):
        for part in _parts(connection, some, athlete_id):
            found[part.session_id].append(part)
    return {number: tuple(found[number]) for number in session_ids}


def _parts(
    connection: Connection, session_ids: Sequence[int], athlete_id: int | None
) -> list[PartDone]:
    anybody = [] if athlete_id is None else [SessionAthleteRow.athlete_id == athlete_id]
    rows = connection.execute(
        select(*_PART)
        .join(SessionRow, SessionRow.id == SessionAthleteRow.session_id)
        .join(AthleteRow, AthleteRow.id == SessionAthleteRow.athlete_id)
        .where(SessionAthleteRow.session_id.in_(session_ids), *anybody)
        .order_by(SessionAthleteRow.id)
    ).all()
    values = _values(connection, [row[0] for row in rows])
    happened = _happened(connection, session_ids)
    efforts, sores = _answers(connection, rows)
    stopped = set(
        connection.scalars(
            select(event.c.session_id).where(
                event.c.session_id.in_(session_ids), event.c.kind == "stop"
            )
        )
    )
    parts: list[PartDone] = []
    for entry, number, began, who, name, samples, missing_s, complete, reason, by in rows:
        alerts, walks, cooled = happened.get(entry, (frozenset[str](), 0, False))
        said = [value for at, value in sores.get(who, ()) if _is_near(at, began, samples)]
        parts.append(
            PartDone(
                session_id=number,
                started_utc_ms=began,
                athlete_id=who,
                name=name,
                duration_s=samples or 0,
                missing_s=missing_s or 0,
                is_complete=complete,
                has_left=reason == "left",
                is_effort_only=by,
                results=values.get(entry, {}),
                effort=efforts.get((who, number)),
                soreness=said[-1] if said else None,
                alerts=alerts,
                walks=walks,
                cooled_down_early=cooled,
                was_stopped=number in stopped,
            )
        )
    return parts


def _values(connection: Connection, entries: Sequence[int]) -> dict[int, dict[str, float]]:
    found: dict[int, dict[str, float]] = defaultdict(dict)
    c = result.c
    for some in in_batches(entries):
        query = select(c.session_athlete_id, c.key, c.value).where(
            c.session_athlete_id.in_(some), c.key.in_(KEYS), c.value.is_not(None)
        )
        for entry, key, value in connection.execute(query):
            found[entry][key] = value
    return found


def _happened(
    connection: Connection, session_ids: Sequence[int]
) -> dict[int, tuple[frozenset[str], int, bool]]:
    """Alerts, recovery walks and an early cool-down, by part."""
    found: dict[int, tuple[frozenset[str], int, bool]] = {}
    c = event.c
    query = (
        select(c.session_athlete_id, c.kind, c.detail)
        .where(
            c.session_id.in_(session_ids),
            c.kind.in_(_KINDS),
            c.session_athlete_id.is_not(None),
        )
        .order_by(c.id)
    )
    for entry, kind, text in connection.execute(query):
        detail = json.loads(text)
        alerts, walks, cooled = found.get(entry, (frozenset[str](), 0, False))
        if kind == "alert":
            alerts |= {str(detail.get("code"))}
        elif kind == "walk":
            walks += detail.get("state") == "begun"
        else:
            cooled = cooled or detail.get("by") == "ceiling"
        found[entry] = alerts, walks, cooled
    return found


def _answers(
    connection: Connection, rows: Sequence[Any]
) -> tuple[dict[tuple[int, int], float], dict[int, list[tuple[int, float]]]]:
    """Efforts by athlete and session, and soreness by athlete with when it was said."""
    efforts: dict[tuple[int, int], float] = {}
    sores: dict[int, list[tuple[int, float]]] = defaultdict(list)
    if not rows:
        return efforts, sores
    first = min(row[2] for row in rows) - BEFORE_MS
    c = answer.c
    for some in in_batches(sorted({row[3] for row in rows})):
        query = (
            select(c.athlete_id, c.session_id, c.utc_ms, c.kind, c.value)
            .where(c.athlete_id.in_(some), c.utc_ms >= first, c.kind.in_(("rpe", "soreness")))
            .order_by(c.id)
        )
        for athlete_id, session_id, utc_ms, kind, value in connection.execute(query):
            if kind == "soreness":
                sores[athlete_id].append((utc_ms, value))
            elif session_id is not None:
                efforts[athlete_id, session_id] = value
    return efforts, sores


def _is_near(utc_ms: int, began_ms: int, samples: int | None) -> bool:
    return began_ms - BEFORE_MS <= utc_ms <= began_ms + 1000 * (samples or 0)
