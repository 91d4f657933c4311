"""Who may do what, whatever the machines can: locked workouts, and when to stop at once."""

from datetime import date
from typing import Final

from kiosk.training import readiness
from kiosk.training.athlete import Athlete
from kiosk.training.fitness_tests import TESTS
from kiosk.training.plan import Plan
from kiosk.words import named, text

STOP_AT_ONCE: Final = (
    text("Pain, pressure or tightness in the chest, or pain that spreads to arm, jaw or back"),
    text("Dizzy, light-headed, confused, or about to faint"),
    text("Much shorter of breath than the work explains"),
    text("The heart stumbles, races or misses beats"),
    text("Cold sweat, sudden paleness, or feeling sick"),
    text("Sudden weakness, numbness, or trouble seeing or speaking"),
    text("A sharp pain in a muscle, joint or tendon"),
    text("Your steps are no longer sure, or you cannot keep up with the belt"),
)
"""Any one is enough: step off, sit down, call the coach. In our own words."""
STOP_HEADING: Final = text("Stop at once, step off and call for help if you notice:")
ADULT_FROM: Final = 18


def may_be_minor(athlete: Athlete, today: date | None) -> bool:
    """Whether they may be under 18: only the year of birth is known, so all through the year of
    their 18th birthday. Somebody whose year nobody entered counts as grown up here.
    """
    if today is None or athlete.birth_year is None:
        return False
    return today.year - athlete.birth_year <= ADULT_FROM


def lock(
    plan: Plan,
    athlete: Athlete,
    today: date | None,
    *,
    supervised: bool = True,
    asks_readiness: bool = True,
) -> str:
    """Why this athlete may not do this workout: one sentence that names the next action, "" when
    nothing speaks against it.

    `today` None: the clock is not set. `supervised`: a coach is present.
    """
    if asks_readiness and readiness.is_due(athlete, today):
        return readiness.ASK_FIRST
    if readiness.is_held_back(athlete) and not readiness.is_gentle(plan):
        return readiness.SEE_SOMEBODY
    if may_be_minor(athlete, today) and athlete.guardian_on is None:
        return text("Under 18 a guardian's consent must be on the roster first: ask your coach.")
    test = None if plan.test is None else TESTS.get(plan.test)
    if athlete.is_effort_only and test is not None and test.is_by_heart:
        return text(
            "You train by effort, and this test is read from the heart rate: choose another."
        )
    return _lock_maximal(plan, athlete, today, supervised=supervised) if plan.maximal else ""


def _lock_maximal(plan: Plan, athlete: Athlete, today: date | None, *, supervised: bool) -> str:
    if not supervised:
        return text(
            "{plan} is all out: it is done only with a coach present.", plan=named(plan.name)
        )
    if today is None:
        return text(
            "{plan} is all out and needs your age, but the kiosk's clock is not set: "
            "connect it to the network first.",
            plan=named(plan.name),
        )
    if athlete.birth_year is None:
        return text(
            "{plan} is all out, not for under 18: have your year of birth entered first.",
            plan=named(plan.name),
        )
    if may_be_minor(athlete, today):
        return text(
            "{plan} is all out, and that is not for anybody under 18: choose another.",
            plan=named(plan.name),
        )
    if athlete.cleared_on is None:
        return text(
            "{plan} is all out: a doctor's clearance must be on the roster first.",
            plan=named(plan.name),
        )
    if athlete.test_ceiling_hr is None:
        return text(
            "{plan} is all out: your coach must set a ceiling for tests first.",
            plan=named(plan.name),
        )
    return ""
