"""A small session to record: two steps, as many athletes as wanted, a row a second for each."""

from collections.abc import Iterator, Sequence

from kiosk.session.records import (
    AthleteClosed,
    AthleteJoined,
    Beats,
    Note,
    Record,
    Sample,
    SampleFlag,
    SessionClosed,
    SessionOpened,
)
from kiosk.training.plan import Plan, Ramp, Step, ZoneTarget

UTC_MS = 1_767_225_600_000
"""2026-01-01T00:00:00Z"""
WARM_UP_S = 60

PLAN = Plan(
    "short-hills",
    "Short hills",
    "treadmill",
    (
        Step("Warm-up", "warm-up", duration_s=WARM_UP_S),
        Step(
            "Climb",
            "work",
            duration_s=90,
            target=ZoneTarget(3, "mid"),
            grade_percent=Ramp(10, 10),
            speed_kmh=Ramp(5.5, 5.5),
        ),
    ),
)


def opened(session_id: int = 1, utc_ms: int = UTC_MS, plan: Plan = PLAN) -> SessionOpened:
    return SessionOpened(
        session_id=session_id,
        utc_ms=utc_ms,
        clock="group",
        protocol_id=plan.protocol_id,
        protocol_name=plan.name,
        plan_json=plan.to_json(),
        supervised=True,
        synchronised=True,
    )


def joined(athlete_id: int, name: str, session_id: int = 1, late: bool = False) -> AthleteJoined:
    return AthleteJoined(
        session_id=session_id,
        athlete_id=athlete_id,
        name=name,
        utc_ms=UTC_MS,
        station="Treadmill 1",
        strap=100 + athlete_id,
        zone_model="reserve",
        zone_inputs={"max_hr": 190.0, "resting_hr": 50.0},
        late=late,
    )


def second(athlete_id: int, elapsed_s: int, session_id: int = 1, bpm: int | None = 120) -> Sample:
    """What PLAN gives in that second, everybody from its start."""
    step_index = 0 if elapsed_s < WARM_UP_S else 1
    work = step_index == 1
    return Sample(
        session_id=session_id,
        athlete_id=athlete_id,
        elapsed_s=elapsed_s,
        utc_ms=UTC_MS + 1000 * elapsed_s,
        step_index=step_index,
        step_s=elapsed_s - step_index * WARM_UP_S,
        heart_rate_bpm=bpm,
        grade_percent=10.25 if work else None,
        speed_kmh=5.5 if work else None,
        speed_source="prescribed" if work else None,
        target_low_bpm=140 if work else None,
        target_high_bpm=145 if work else None,
        guide_low_bpm=133.4 if work else None,
        guide_high_bpm=141.0 if work else None,
        flags=SampleFlag.SUSPECT if bpm is not None and bpm > 200 else SampleFlag.NONE,
    )


def batches(
    athlete_ids: Sequence[int], first: int, last: int, session_id: int = 1
) -> Iterator[list[Record]]:
    """What the pump puts each second from `first` up to, not including, `last`."""
    for elapsed_s in range(first, last):
        batch: list[Record] = []
        for athlete_id in athlete_ids:
            batch.append(second(athlete_id, elapsed_s, session_id))
            batch.append(Beats(session_id, athlete_id, elapsed_s, (500.0,)))
        yield batch


def step_note(athlete_id: int, index: int, at_s: int, hr0_bpm: float | None) -> Note:
    return Note(
        1,
        UTC_MS + 1000 * at_s,
        "step",
        athlete_id,
        at_s,
        {"step_index": index, "name": PLAN.steps[index].name, "hr0_bpm": hr0_bpm},
    )


def athlete_closed(athlete_id: int, at_s: int, reason: str = "finished") -> AthleteClosed:
    return AthleteClosed(1, athlete_id, UTC_MS + 1000 * at_s, reason)


def session_closed(at_s: int, reason: str = "finished") -> SessionClosed:
    return SessionClosed(1, UTC_MS + 1000 * at_s, reason)
