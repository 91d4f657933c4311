"""Reports made up for the drawing: any length, any steps, with or without a heart rate."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate

from kiosk.desk_port import PartSeen
from kiosk.past_port import AthleteSummary, SessionSummary
from kiosk.report_port import GroupReport, PartReport, StepSeen
from kiosk.session.state import TracePoint
from kiosk.training.measure import Measure
from kiosk.training.past import Past, PastSession
from kiosk.training.plan import Plan, Ramp, Step, ZoneTarget
from kiosk.training.zones import ZoneModel, zones_from

ZONES = zones_from(ZoneModel.RESERVE, {"max_hr": 190.0, "resting_hr": 50.0})
DAY = date(2026, 3, 2)
DAY_MS = 1_772_470_800_000
"""2026-03-02, 18:00 where the club is, an hour east of Greenwich."""
LONG_NAME = "Maximiliane-Anastasia Freifrau von Hohenstein-Schwarzenberg und zu Łódź"


def climb(seconds: int, number: int = 0, times: int = 1) -> Step:
    return Step(
        "Climb" if number % 2 else "Walk down and let the heart come back slowly",
        "work" if number % 2 else "recovery",
        duration_s=seconds,
        target=ZoneTarget(3, "mid") if number % 2 else None,
        rpe=(2, 3),
        grade_percent=Ramp(12, 12),
        speed_kmh=Ramp(5.5, 5.5),
        round=number // 2 + 1,
        rounds=times,
    )


def report(
    name: str = "Zoë Łęgß-Núñez",
    *,
    seconds: int = 1800,
    steps: int = 5,
    heard: bool = True,
    sessions: int = 6,
    number: int = 1,
    reasons: Sequence[str] = (),
) -> PartReport:
    """A part of that many equal steps."""
    each = [climb(seconds // steps, place, (steps + 1) // 2) for place in range(steps)]
    plan = Plan("hills", "Hills: é ß Ł and back again", "treadmill", tuple(each), "step-up")
    stride = max(1, seconds // 400)
    points = tuple(_point(at, heard=heard) for at in range(0, seconds, stride))
    begins = accumulate((step.duration_s or 0 for step in each), initial=0)
    done = tuple(
        StepSeen(
            step.name, step, begin, step.duration_s or 0,
            142 if step.target else None, 147 if step.target else None,
            143.4 if heard else None, 61.5 if heard and step.target else None, 11.9, 5.5,
        )
        for begin, step in zip(begins, each, strict=False)
    )  # fmt: skip
    measures = _measures(seconds) if heard else _unmeasured()
    summary = AthleteSummary(number, name, seconds, 0 if heard else seconds)
    session = SessionSummary(1, DAY_MS, 60, "hills", plan.name, "complete", (summary,))
    seen = PartSeen(
        1, number, name, plan, DAY_MS, 60, seconds, summary.missing_s,
        is_complete=True, has_left=False, points=points, zones=ZONES, measures=measures,
    )  # fmt: skip
    return PartReport(
        session=session,
        seen=seen,
        past=_past(sessions),
        steps=done,
        grades=tuple((at, 12.0 if at % 600 > 200 else -3.0) for at in range(0, seconds, stride)),
        straps=(4711,),
        reasons=tuple(reasons),
        effort=7.0,
    )


def group(count: int) -> GroupReport:
    """People of whom some have long names, and every third needs a word."""
    why = ("effort 9 of 10", "no heart rate for 12 min: look at the strap", "left before the end")
    parts = tuple(
        report(
            f"{LONG_NAME} {number}" if number % 5 == 0 else f"Athlete {number}",
            number=number,
            heard=number % 7 != 0,
            seconds=1800 if number % 4 else 600,
            reasons=why if number % 3 == 0 else (),
        )
        for number in range(1, count + 1)
    )
    who = tuple(part.session.athletes[0] for part in parts)
    first = parts[0].session if parts else report().session
    session = SessionSummary(1, DAY_MS, 60, "hills", first.protocol_name, "complete", who)
    return GroupReport(session, parts)


def _point(at: int, *, heard: bool) -> TracePoint:
    beat = 135 + round(20 * math.sin(at / 200)) if heard and at % 500 > 40 else None
    return TracePoint(at, beat, 138.0 if at > 300 else None, 148.0 if at > 300 else None)


def _measures(seconds: int) -> tuple[Measure, ...]:
    return (
        Measure("step_up_score", "Step-up score", 73.0, "points"),
        Measure("time_in_band", "Time in band", 61.4, "%", note="28 s without heart rate left out"),
        Measure("hr_mean", "Mean heart rate", 141.6, "bpm"),
        Measure("hr_max", "Highest heart rate", 171.0, "bpm"),
        *(
            Measure(f"time_in_zone_{zone}", f"Time in zone {zone}", seconds / 6, "s")
            for zone in range(1, 6)
        ),
        Measure("time_below_zones", "Time below zone 1", seconds / 6, "s"),
        Measure("time_unknown", "Time without heart rate", 28.0, "s"),
        Measure("ascent_m", "Ascent", 312.4, "m", note="speed as prescribed, not measured"),
        Measure("hr_std", "Heart rate at 15 %, 4 mph", 158.2, "bpm", 1),
        Measure("hr_recovery_60", "Fall in the first minute", 31.0, "bpm"),
    )


def _unmeasured() -> tuple[Measure, ...]:
    why = "no heart rate was heard: moisten the strap"
    return tuple(
        Measure(key, name, None, unit, missing=why)
        for key, name, unit in (
            ("step_up_score", "Step-up score", "points"),
            ("time_in_band", "Time in band", "%"),
            ("hr_mean", "Mean heart rate", "bpm"),
        )
    )


def _past(count: int) -> Past:
    """Newest first, a week apart."""
    return Past(
        tuple(
            PastSession(
                1 if not back else 100 + back, DAY - timedelta(7 * back),
                DAY_MS - back * 7 * 86_400_000, "hills", "Hills: é ß Ł and back again", "step-up",
                1800, True, {"step_up_score": 73.0 - back, "hr_std": 158.0 + back},
            )
            for back in range(count)
        )
    )  # fmt: skip
