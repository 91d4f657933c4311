"""An athlete's step begins: its band, and the easier effort that a late joiner is asked for."""

from kiosk.session.book import Book
from kiosk.session.follower import Follower
from kiosk.session.ladder import Ladder
from kiosk.session.state import Participant, Session
from kiosk.training.bands import band_for, effort_for
from kiosk.training.plan import Plan, Step
from kiosk.words import text

LATE_WARM_UP = Step(text("Warm up first"), "warm-up", rpe=(2, 3))
"""What a late joiner does before being let in."""


def begin(
    book: Book,
    session: Session,
    follower: Follower,
    at: float,
    at_step_s: int = 0,
    hr0: float | None = None,
) -> None:
    """Begins the step that the athlete's way is at, `at_step_s` seconds into it."""
    step = session.course(follower.participant.athlete.id).step
    follower.begin_step(step, at_step_s, hr0, aim_of(session, follower, step))
    book.note_step(session, follower, at)


def aim_of(session: Session, follower: Follower, step: Step) -> Step | None:
    """The easier step that a late joiner is let in at; None for whoever may do the present one."""
    index = None if follower.ladder is None else follower.ladder.aim(step)
    return None if index is None else session.plan.steps[index]


def take_typed_back(follower: Follower, step: Step) -> None:
    """A step that prescribes a speed or a cadence asks the machine for another one now."""
    if step.speed_kmh is not None:
        follower.typed_speed_kmh = None
    if step.cadence_spm is not None:
        follower.typed_cadence_spm = None


def ladder_for(
    book: Book, follower: Follower, plan: Plan, at: float, first_aim: int | None = None
) -> Ladder:
    """By the middle of the athlete's own bands where every work step has one, else by effort."""
    who, day = follower.participant, book.today(at)

    def by_heart(step: Step) -> float | None:
        band = band_for(step, who.athlete, who.zones, follower.ceiling, day)
        return None if band is None else (band.low + band.high) / 2

    work = [step for step in plan.steps if step.kind == "work"]
    has_bands = all(by_heart(step) is not None for step in work)
    return Ladder(plan, by_heart if has_bands else _by_effort, first_aim)


def is_held(who: Participant, control_hr: float | None, *, by_effort: bool) -> bool:
    """Whether this second counts as held: the heart is in the band or above, or is not asked."""
    if by_effort or who.band is None:
        return True
    return control_hr is not None and control_hr >= who.band.low


def _by_effort(step: Step) -> float | None:
    effort = effort_for(step)
    return None if effort is None else sum(effort) / 2
