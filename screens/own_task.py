"""What one athlete does now, what there is to think of, and what comes next."""

from typing import Final

from kiosk.session.course import following, time_left_s
from kiosk.session.state import Course, Participant, Phase, Session, Signal
from kiosk.training.ceiling import WALK_UNTIL_BELOW_BPM
from kiosk.training.guidance import Verdict
from kiosk.training.zones import shown_bpm
from screens import coached, outline, sets, wording
from screens.faces import TileFace
from screens.tongue import said, tr

CUE_S: Final = 20
"""A cue stands so long, then the next one of the step takes its place."""
SOON_S: Final = 60
"""From here on the next step is worth a look."""
LIVE: Final = (Phase.RUNNING, Phase.PAUSED)
HEARD: Final = (Signal.LIVE, Signal.WEAK)
DETOURS: Final = ("late warm-up", "recovery walk", "own cool-down")


def walks(who: Participant) -> bool:
    """Whether the ceiling has sent them on a recovery walk."""
    return who.detour == "recovery walk"


def is_late(who: Participant) -> bool:
    return who.late_warm_up_s > 0


def task_of(who: Participant, session: Session | None, tile: TileFace) -> tuple[str, str, str]:
    """What the athlete does now, how long still, and how that ends if not by time."""
    if session is None or who.phase not in LIVE or is_late(who):
        return tile.step, tile.remaining, ""
    if walks(who):  # not the step's time left: what ends it is the heart
        return tr("Walk"), "", _walk_ending(who)
    course = session.course(who.athlete.id)
    step = course.step
    name = said(step.name)
    if step.rounds > 1:
        name = tr("{step} {round} of {rounds}", step=name, round=step.round, rounds=step.rounds)
    if step.gate is not None:
        return name, wording.clock_span(course.step_s), coached.gate(step.gate, who)
    if is_up_to_them(course):
        return name, wording.clock_span(course.step_s), sets.until_done(step)
    if step.waits_for_button and step.reps is None:
        return name, wording.clock_span(course.step_s), tr("the coach goes on")
    return name, tile.remaining, ""


def _walk_ending(who: Participant) -> str:
    if who.ceiling_hr is None:
        return ""
    bpm = shown_bpm(who.ceiling_hr - WALK_UNTIL_BELOW_BPM)
    return tr("until below {bpm} bpm for a minute", bpm=bpm)


def is_up_to_them(course: Course) -> bool:
    """Whether the step ends when the athlete says so."""
    return course.step.waits_for_button and course.clock == "own"


def cue_of(who: Participant, session: Session | None) -> str:
    """One of the step's cues; nothing while there is something else to heed or to wait for."""
    if session is None or is_late(who) or who.resting or who.detour in DETOURS:
        return ""
    course = session.course(who.athlete.id)
    if not course.step.cues:
        return ""
    if not who.phase is session.phase is Phase.RUNNING:
        return ""
    if who.signal not in HEARD or _is_coming_down(who):
        return ""
    return said(course.step.cues[course.step_s // CUE_S % len(course.step.cues)])


def _is_coming_down(who: Participant) -> bool:
    """After harder work the heart takes minutes to settle: nothing to be told meanwhile."""
    if who.verdict is not Verdict.EASING or who.band is None or who.shown_bpm is None:
        return False
    return who.shown_bpm >= who.band.high


def after_of(who: Participant, session: Session) -> tuple[str, str]:
    """What comes next, and what it asks for: for a late joiner the class's present step."""
    course = session.course(who.athlete.id)
    if is_late(who) or who.detour == "recovery walk":
        then = tr("Then: {step}", step=said(course.step.name))
        return then, outline.outline(course.step, who, whole=False)
    if coached.next_place(who, course):
        place = said(who.lane) if who.lane else tr("your place")
        return tr("Next: {step}", step=place), wording.rough_span(_block_s(session))
    step = following(session, who.athlete.id)
    if step is None:
        return tr("The last step"), ""
    return tr("Next: {step}", step=said(step.name)), outline.outline(step, who)


def _block_s(session: Session) -> int:
    return 0 if session.plan.rotation is None else session.plan.rotation.block_s


def is_soon(course: Course) -> bool:
    left = time_left_s(course)
    return left is not None and left <= SOON_S
