"""Compares a history with what was put into it: how much is there, and whether it is right."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine, text

from kiosk.history.chunks import is_intact
from kiosk.history.database import reading
from kiosk.history.queries import History, SessionSummary
from tests.rigs.gym import beats, notes, sample


@dataclass(slots=True)
class Found:
    """What a history holds."""

    seconds: dict[int, int] = field(default_factory=dict[int, int])
    """By session, of every athlete in it."""
    open_sessions: list[int] = field(default_factory=list[int])
    complaints: list[str] = field(default_factory=list[str])


def look(engine: Engine, people: list[int], *, newest: int | None = 2) -> Found:
    """Counts every session, compares the values of the `newest` ones (None: of all), and has the
    file and every packed minute checked.
    """
    found = Found()
    history = History(engine)
    sessions = history.sessions()
    for session in sessions:
        lengths = {one.samples for one in session.athletes}
        if len(lengths) != 1 or len(session.athletes) != len(people):
            found.complaints.append(f"session {session.id} is uneven: {sorted(lengths)}")
        found.seconds[session.id] = max(lengths, default=0)
        if session.state == "open":
            found.open_sessions.append(session.id)
    some = sessions if newest is None else sessions[-newest:]
    for session in some:
        found.complaints += wrong_values(history, session, people)
    found.complaints += wrong_bytes(engine)
    return found


def wrong_values(history: History, session: SessionSummary, people: list[int]) -> list[str]:
    """Seconds, beats and events that are not those that were put."""
    complaints: list[str] = []
    length_s = max((one.samples for one in session.athletes), default=0)
    for who in people:
        where = f"of athlete {who} in session {session.id}"
        if history.samples(session.id, who) != [
            sample(session.id, who, k) for k in range(length_s)
        ]:
            complaints.append(f"seconds {where} are wrong")
        if history.beats(session.id, who) != [beats(session.id, who, k) for k in range(length_s)]:
            complaints.append(f"beats {where} are wrong")
    cues = [one for one in history.events(session.id) if one.kind == "cue"]
    if cues != list(notes(session.id, people, length_s)):
        complaints.append(f"events of session {session.id} are wrong")
    return complaints


def wrong_bytes(engine: Engine) -> list[str]:
    """What SQLite's own check and the minutes' checksums say."""
    complaints: list[str] = []
    with reading(engine) as connection:
        said = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
        if said != ["ok"]:
            complaints.append(f"integrity: {said[0]}")
        if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
            complaints.append("a row points at nothing")
        for entry, number, *blobs in connection.execute(
            text("SELECT session_athlete_id, number, seconds, beats FROM minute")
        ):
            if not all(blob is None or is_intact(blob) for blob in blobs):
                complaints.append(f"minute {number} of part {entry} is damaged")
    return complaints


def lost(put: Sequence[tuple[int, int]], found: Found) -> tuple[int, list[str]]:
    """Seconds put and not found, of pairs (session, seconds put); and what was found too much."""
    complaints: list[str] = []
    seconds = 0
    for session_id, count in put:
        there = found.seconds.get(session_id, 0)
        if there > count:
            complaints.append(f"session {session_id} has {there - count} seconds too many")
        seconds += max(0, count - there)
    return seconds, complaints
