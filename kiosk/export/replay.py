"""A past session read back whole, everybody's seconds on one clock, to be looked at again."""

from datetime import UTC, datetime, timedelta

from kiosk.coach_port import Replay, ReplayAthlete, ReplayRow
from kiosk.history.curves import wall_places
from kiosk.history.queries import History
from kiosk.history.steps import step_name
from kiosk.session.records import Sample
from kiosk.training.plan import Plan


def replay_of(history: History, session_id: int) -> Replay:
    """Raises HistoryError when there is no such session or it cannot be read."""
    session, plan = history.session(session_id), history.plan(session_id)
    utc = datetime.fromtimestamp(session.started_utc_ms // 1000, UTC)
    started = (utc + timedelta(minutes=session.utc_offset_min)).replace(tzinfo=None)
    athletes = tuple(
        ReplayAthlete(
            who.athlete_id,
            who.name,
            _rows(history.samples(session_id, who.athlete_id), plan, session.started_utc_ms),
        )
        for who in session.athletes
    )
    last = max((who.rows[-1].at_s + 1 for who in athletes if who.rows), default=0)
    return Replay(session_id, session.protocol_name, started, last, plan, athletes)


def _rows(samples: list[Sample], plan: Plan, started_ms: int) -> tuple[ReplayRow, ...]:
    places = wall_places([sample.utc_ms for sample in samples], started_ms)
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
                step_name(plan, sample.step_index, has_begun=has_begun),
            )
        )
    return tuple(rows)
