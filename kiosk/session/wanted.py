"""What an athlete's step asks of the machine now: grade and speed."""

from kiosk.session.book import ACTIVE
from kiosk.session.course import fraction
from kiosk.session.follower import Follower
from kiosk.session.state import Session
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Step
from kiosk.training.units import KMH_PER_MPH


def want(session: Session, follower: Follower) -> None:
    """Nothing is asked of somebody who warms up late, rests, or walks to recover."""
    who = follower.participant
    step, at = _asked(session, follower)
    grade = None if step is None else step.grade_percent
    who.wanted_grade_percent = None if grade is None else grade.at(at)
    who.wanted_speed_kmh = None if step is None else speed_of(step, who.athlete, at)


def prescribed_kmh(session: Session, follower: Follower) -> float | None:
    """The speed that the present step prescribes for this athlete."""
    step, at = _asked(session, follower)
    return None if step is None else speed_of(step, follower.participant.athlete, at)


def speed_of(step: Step, athlete: Athlete, at: float) -> float | None:
    """Km/h at a fraction of a step: the athlete's own marathon pace with what the step adds, in
    the middle of its range, where both are known; else the speed it prescribes.
    """
    added, pace = step.marathon_pace, athlete.marathon_pace_s_per_km
    if added is not None and pace is not None:
        per_mile = (added.low_s_per_mile + added.high_s_per_mile) / 2
        return 3600 / (pace + per_mile / KMH_PER_MPH)
    return None if step.speed_kmh is None else step.speed_kmh.at(at)


def _asked(session: Session, follower: Follower) -> tuple[Step | None, float]:
    """The step whose grade and speed count, and how much of it has gone by."""
    who = follower.participant
    is_asked = who.phase in ACTIVE and not (who.late_warm_up_s or who.resting)
    if not is_asked or follower.coach.is_walking:
        return None, 0.0
    course = session.course(who.athlete.id)
    return follower.aim or course.step, fraction(course)
