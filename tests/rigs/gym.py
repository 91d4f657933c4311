"""Thirty-two athletes whose every second can be told in advance, and so compared afterwards."""

import math
import random
from collections.abc import Iterator

from kiosk.history.roster import Roster
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

CROWD = 32
BEGAN_UTC_MS = 1_767_225_600_000
"""2026-01-01T00:00:00Z"""
_APART_MS = 10_800_000
"""Between the beginnings of two sessions."""
NOTE_EVERY_S = 20
CLIMB_S = 90
_NOISE = random.Random(7).choices(range(256), k=4096)

PLAN = Plan(
    "hills",
    "Hills",
    "treadmill",
    tuple(
        Step(
            f"Climb {number}",
            "work",
            duration_s=CLIMB_S,
            target=ZoneTarget(3, "mid"),
            grade_percent=Ramp(4 + number % 8, 4 + number % 8),
            speed_kmh=Ramp(6.5, 6.5),
        )
        for number in range(1, 41)
    ),
)
"""An hour of it."""


def hire(roster: Roster, count: int = CROWD) -> list[int]:
    """Puts them on the roster; gives their numbers."""
    return [
        roster.add(f"Athlete {number}", [1000 + number], max_hr=190, resting_hr=50).id
        for number in range(1, count + 1)
    ]


def opening(session_id: int, people: list[int]) -> list[Record]:
    began = _began(session_id)
    records: list[Record] = [
        SessionOpened(
            session_id=session_id,
            utc_ms=began,
            clock="group",
            protocol_id=PLAN.protocol_id,
            protocol_name=PLAN.name,
            plan_json=PLAN.to_json(),
            supervised=True,
            synchronised=True,
        )
    ]
    records += [
        AthleteJoined(
            session_id=session_id,
            athlete_id=who,
            name=f"Athlete {who}",
            utc_ms=began,
            station=f"Treadmill {who}",
            strap=1000 + who,
            zone_model="reserve",
            zone_inputs={"max_hr": 190.0, "resting_hr": 50.0},
        )
        for who in people
    ]
    return records


def closing(session_id: int, people: list[int], length_s: int) -> list[Record]:
    at = _began(session_id) + 1000 * length_s
    return [
        *(AthleteClosed(session_id, who, at, "finished") for who in people),
        SessionClosed(session_id, at, "finished"),
    ]


def second_of(session_id: int, people: list[int], elapsed_s: int) -> list[Record]:
    """What the pump puts once a second: rows and beats of everybody, now and then an event."""
    records: list[Record] = []
    for who in people:
        records += (sample(session_id, who, elapsed_s), beats(session_id, who, elapsed_s))
    if elapsed_s % NOTE_EVERY_S == 0:
        records.append(note(session_id, people, elapsed_s))
    return records


def sample(session_id: int, who: int, elapsed_s: int) -> Sample:
    """One second; equal to what comes back from the disk."""
    step, step_s = divmod(elapsed_s, CLIMB_S)
    grade_centi = 100 * (5 + step % 8) + _noise(session_id, who, elapsed_s, 3) // 32 - 4
    ascent_mm = round(6.5 / 3.6 * 1000 * grade_centi / 10_000)
    bpm = _bpm(session_id, who, elapsed_s)
    return Sample(
        session_id=session_id,
        athlete_id=who,
        elapsed_s=elapsed_s,
        utc_ms=_began(session_id) + 1000 * elapsed_s,
        step_index=step,
        step_s=step_s,
        heart_rate_bpm=None if elapsed_s % 97 == who else bpm,
        grade_percent=grade_centi / 100,
        speed_kmh=6.5,
        speed_source="console",
        target_low_bpm=134,
        target_high_bpm=141,
        guide_low_bpm=(1340 - max(0, 30 - step_s)) / 10,
        guide_high_bpm=1410 / 10,
        flags=SampleFlag.SUSPECT if _noise(session_id, who, elapsed_s, 5) == 0 else SampleFlag.NONE,
        cadence_spm=(1600 + _noise(session_id, who, elapsed_s, 11) // 12) / 10,
        cadence_source="console",
        ascent_m=ascent_mm / 1000,
    )


def beats(session_id: int, who: int, elapsed_s: int) -> Beats:
    """Two or three intervals that vary as those of a heart at work."""
    bpm = _bpm(session_id, who, elapsed_s)
    count = (bpm * (elapsed_s + 1)) // 60 - (bpm * elapsed_s) // 60
    ticks = (
        61_440 // bpm + _noise(session_id, who, elapsed_s, 13 + each) // 16 - 8
        for each in range(max(1, count))
    )
    return Beats(session_id, who, elapsed_s, tuple(tick / 1.024 for tick in ticks))


def note(session_id: int, people: list[int], elapsed_s: int) -> Note:
    who = people[elapsed_s // NOTE_EVERY_S % len(people)]
    at = _began(session_id) + 1000 * elapsed_s
    return Note(session_id, at, "cue", who, elapsed_s, {"code": "slower", "amount": 0.5})


def notes(session_id: int, people: list[int], length_s: int) -> Iterator[Note]:
    """All of so many seconds."""
    for elapsed_s in range(0, length_s, NOTE_EVERY_S):
        yield note(session_id, people, elapsed_s)


def _bpm(session_id: int, who: int, elapsed_s: int) -> int:
    wave = 14 * math.sin((elapsed_s + 37 * who) / 95) + 12 * (1 - math.exp(-elapsed_s / 240))
    return round(126 + who % 7 + wave) + _noise(session_id, who, elapsed_s // 3, 17) // 100


def _noise(session_id: int, who: int, elapsed_s: int, kind: int) -> int:
    return _NOISE[(elapsed_s * 31 + who * 977 + session_id * 131 + kind * 577) % len(_NOISE)]


def _began(session_id: int) -> int:
    return BEGAN_UTC_MS + _APART_MS * session_id
