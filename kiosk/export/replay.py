"""A past session read back whole, everybody's seconds on one clock, to be looked at again."""

from kiosk.coach_port import Replay, ReplayAthlete, ReplayRow, ReplayWord
from kiosk.days import time_then
from kiosk.errors import HistoryError
from kiosk.history.curves import wall_places
from kiosk.history.queries import History
from kiosk.history.steps import step_name
from kiosk.session.records import Sample
from kiosk.training.plan import Plan


def replay_of(history: History, session_id: int) -> Replay:
    """Raises HistoryError when there is no such session or it cannot be read."""
    session, zones, notes = (
        history.session(session_id),
        history.zones(session_id),
        history.events(session_id),
    )
    plan = _plan(history, session_id)
    started_ms = session.started_utc_ms
    started = time_then(session.started_utc_ms, session.utc_offset_min)
    athletes: list[ReplayAthlete] = []
    for who in session.athletes:
        rows, is_torn = _rows(history.samples(session_id, who.athlete_id), plan, started_ms)
        words = tuple(
            ReplayWord(
                (note.elapsed_s or 0) if is_torn else round((note.utc_ms - started_ms) / 1000),
                str(note.detail.get("code", "")),
            )
            for note in notes
            if note.kind == "alert" and note.athlete_id == who.athlete_id
        )
        athletes.append(
            ReplayAthlete(who.athlete_id, who.name, rows, zones.get(who.athlete_id), words)
        )
    last = max((who.rows[-1].at_s + 1 for who in athletes if who.rows), default=0)
    return Replay(session_id, session.protocol_name, started, last, plan, tuple(athletes))


def _plan(history: History, session_id: int) -> Plan | None:
    """An old session may have steps that cannot be read any more: its seconds can."""
    try:
        return history.plan(session_id)
    except HistoryError:
        return None


def _rows(
    samples: list[Sample], plan: Plan | None, started_ms: int
) -> tuple[tuple[ReplayRow, ...], bool]:
    """Their seconds, and whether the clock was torn: then they are the athlete's own."""
    places = wall_places([sample.utc_ms for sample in samples], started_ms)
    torn = places is None
    if places is None:
        places = [sample.elapsed_s for sample in samples]
    rows: list[ReplayRow] = []
    has_begun = False
    for sample, place in zip(samples, places, strict=True):
        has_begun = has_begun or sample.step_index >= 0
        rows.append(
            ReplayRow(
                place,
                sample.heart_rate_bpm,
                sample.guide_low_bpm,
                sample.guide_high_bpm,
                sample.grade_percent,
                sample.speed_kmh,
                "" if plan is None else step_name(plan, sample.step_index, has_begun=has_begun),
                sample.step_index,
            )
        )
    return tuple(rows), torn
