"""Steps that a heart rate ends: whether the hearts have come down, or up, far enough."""

from collections.abc import Sequence
from datetime import date

from kiosk.session.follower import Follower
from kiosk.session.state import Course
from kiosk.training.plan import HeartRateGate
from kiosk.training.zones import max_hr_for


def look(gate: HeartRateGate, follower: Follower, day: date) -> None:
    """Once a second: whoever has passed has passed, wherever their heart goes after."""
    bpm = follower.coach.shown
    if bpm is not None and not follower.is_past_gate:
        follower.is_past_gate = _passes(gate, follower, bpm, day)


def is_open(course: Course, followers: Sequence[Follower]) -> bool:
    """Whether the step is over for those who are on it: when everybody with a heart rate has
    passed, and never before its least time. With no heart rate at all the longest time counts.
    """
    gate = course.step.gate
    if gate is None or course.step.duration_s is not None:
        return False
    if course.step_s < gate.at_least_s + course.extended_s:
        return False
    heard = [f for f in followers if f.coach.shown is not None and not f.participant.resting]
    return bool(heard) and all(follower.is_past_gate for follower in heard)


def _passes(gate: HeartRateGate, follower: Follower, bpm: float, day: date) -> bool:
    if gate.below_bpm is not None and bpm < gate.below_bpm:
        return True
    if gate.above_bpm is not None and bpm > gate.above_bpm:
        return True
    began = follower.began_bpm
    if gate.fall_bpm is not None and began is not None and began - bpm >= gate.fall_bpm:
        return True
    if gate.below_percent_max is None:
        return False
    maximum = max_hr_for(follower.participant.athlete, day)
    return maximum is not None and bpm <= gate.below_percent_max / 100 * maximum
