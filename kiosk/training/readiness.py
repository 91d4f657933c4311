"""The questions before the first session, and what their answer means."""

from dataclasses import replace
from datetime import date
from typing import Final

from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan
from kiosk.words import text

HEADING: Final = text("Before your first session: does any of this apply to you?")
QUESTIONS: Final = (
    text("A doctor has found a heart condition or high blood pressure in you."),
    text(
        "You feel pain or pressure in your chest, at rest, in daily life or when you exert "
        "yourself."
    ),
    text("In the last twelve months you fainted, or were so dizzy that you lost your balance."),
    text(
        "You have another lasting illness, such as diabetes, asthma, epilepsy or a kidney disease."
    ),
    text(
        "You take medicine for a lasting illness, a beta-blocker for example, or have a pacemaker."
    ),
    text("A bone, joint, muscle or tendon hurts and could get worse by training."),
    text("A doctor told you to train only under supervision, or you are pregnant."),
)
"""In the spirit of the PAR-Q+ (Warburton 2011), in our own words."""
ANSWERS: Final = ((text("Nothing applies to me"), 1.0), (text("Something applies to me"), 0.0))
"""For all of them together: which one it is stays with the athlete."""
VALID_DAYS: Final = 365
"""The PAR-Q+ is good for twelve months; then it is asked again."""

ASK_FIRST: Final = text("Answer the questions about your health first: touch your name.")
SEE_SOMEBODY: Final = text(
    "Something on the health questions applies to you: only gentle workouts by effort "
    "until a doctor's clearance is on the roster; talk to your coach."
)
GENTLE: Final = frozenset({"free"})
"""Categories open to whoever has still to be cleared; so is everything made for beginners."""


def is_due(athlete: Athlete, today: date | None) -> bool:
    """Whether the questions must be answered before the next session; without a date (the clock is
    not set) an answer stays good.
    """
    if athlete.is_ready is None or athlete.readiness_on is None:
        return True
    return today is not None and (today - athlete.readiness_on).days > VALID_DAYS


def is_held_back(athlete: Athlete) -> bool:
    """Whether something spoke against training and no clearance has been recorded since."""
    if athlete.is_ready is not False:
        return False
    asked, cleared = athlete.readiness_on, athlete.cleared_on
    return cleared is None or (asked is not None and cleared < asked)


def is_gentle(plan: Plan) -> bool:
    """Whether a workout is open to whoever has still to be cleared."""
    return not plan.maximal and (plan.level == "beginner" or plan.category in GENTLE)


def as_guided(athlete: Athlete) -> Athlete:
    """The athlete as guidance should take them: by effort alone while they are held back, because
    a medicine may be the reason, and a heart rate that it keeps low would drive them too hard.
    """
    return replace(athlete, is_effort_only=True) if is_held_back(athlete) else athlete
