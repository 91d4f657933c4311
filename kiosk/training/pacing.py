"""Whether to ask for more work or less, and how much: the cue that one second calls for."""

from dataclasses import dataclass

from kiosk.training.cues import CueCode
from kiosk.training.physiology import vo2_run, vo2_walk
from kiosk.training.units import KMH_PER_MPH
from kiosk.training.zones import Band

TOUCH_KMH = 0.1 * KMH_PER_MPH
"""Belts go in tenths; every amount is a whole number of these."""
HIKE_FROM_PERCENT = 10.0
RUN_TOUCHES, HIKE_TOUCHES = 4, 2
"""The most at a time. Steep, a touch costs twice as much."""
BPM_PER_VO2 = 3.0
"""What a heart answers to one ml/kg/min: (max − rest)/(VO2max − 3.5) of a body with 190, 50 and 50
is 3.01; fit or not, most lie between 2.3 and 4."""
FASTER_MARGIN_BPM = 1.0
AIM_BPM = 4.0
"""So far into the band an amount aims at most: the middle of a narrow one."""
CREEPING_BPM, CREEPING_AFTER_S = 1.5, 90
"""A heart that has crept this close to the upper edge is taken back before it is over, but only
when the last nudge is long answered."""
TURNOVER_SPM, TURNOVER_MOST_SPM, TURNOVER_BPM = 2.0, 4.0, 3.0
"""+2 steps a minute, one more for every 3 bpm that are missing, 4 at most."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What the decision rests on; heart rates in bpm."""

    control_hr: float
    projected_hr: float
    """In 30 s."""
    mean_hr: float
    """Of the last 30 s."""
    guide: Band
    grade_percent: float
    speed_kmh: float | None
    cadence_spm: float | None
    quiet_s: float
    """Since anything was asked of them."""
    is_turnover_in_vain: bool = False
    """Asked for twice in a row, and the heart is still below: on a belt whose speed stays, quicker
    steps are shorter steps."""


@dataclass(frozen=True, slots=True)
class Nudge:
    code: CueCode
    amount: float | None
    """Km/h, or steps a minute for turnover; None where only the athlete can say."""


def nudge_for(pace: Pace) -> Nudge | None:
    """More if the heart is below the guide and not on its way in, less if it is above or will be.

    More: HR < low and projection < low + 1. Less: HR and projection above high, or their mean of
    30 s and projection within 1.5 bpm of it when nothing was said for 90 s. The amount is what
    brings the projection into the band by the ACSM equations, 0.1–0.4 mph (0.1–0.2 from 10 %).

    In `tests.coach.simulation`, 200 bodies and 200 unlike the model: always 0.2 mph, and less only
    once 2 bpm over for 10 s, holds 80.9 % and 73.0 % of the judged seconds in band with 4.6 and 5.3
    cues a step; always 0.2 mph with the rule above 90.7 % and 85.9 % with 6.5 and 7.5; sized
    amounts 94.4 % and 91.3 % with 5.8 and 6.7. Mean overshoot is 0.75 and 1.15 bpm, 0.15 and 0.31,
    0.48 and 0.60.
    """
    low, high = pace.guide.low, pace.guide.high
    middle = (low + high) / 2
    if pace.control_hr < low and pace.projected_hr < low + FASTER_MARGIN_BPM:
        missing = min(middle, low + AIM_BPM) - pace.projected_hr
        is_belt = pace.speed_kmh is not None
        if pace.cadence_spm is None or (is_belt and pace.is_turnover_in_vain):
            return Nudge(CueCode.FASTER, amount_kmh(missing, pace.grade_percent))
        more = TURNOVER_SPM + max(0.0, missing // TURNOVER_BPM)
        return Nudge(CueCode.TURNOVER, min(TURNOVER_MOST_SPM, more))
    is_over = min(pace.control_hr, pace.projected_hr) > high
    edge = high - min(CREEPING_BPM, (high - low) / 3)
    is_creeping = pace.quiet_s >= CREEPING_AFTER_S and min(pace.mean_hr, pace.projected_hr) > edge
    if not (is_over or is_creeping):
        return None
    if pace.cadence_spm is not None and pace.speed_kmh is None:
        return Nudge(CueCode.SLOWER, None)
    too_much = pace.projected_hr - max(middle, high - AIM_BPM) if is_over else 0.0
    return Nudge(CueCode.SLOWER, amount_kmh(too_much, pace.grade_percent))


def amount_kmh(bpm: float, grade_percent: float) -> float:
    """The change of speed, km/h, that a heart answers with so many bpm: whole tenths of a mph, at
    least one, at most four, from 10 % grade two.
    """
    is_hike = grade_percent >= HIKE_FROM_PERCENT
    cost = vo2_walk if is_hike else vo2_run
    grade = max(0.0, grade_percent)
    touch_bpm = BPM_PER_VO2 * (cost(TOUCH_KMH, grade) - cost(0.0, grade))
    most = HIKE_TOUCHES if is_hike else RUN_TOUCHES
    return TOUCH_KMH * max(1, min(most, round(bpm / touch_bpm)))
