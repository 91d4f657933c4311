"""Where a session stands in its plan: how long the present step is and when it is over."""

from collections.abc import Sequence

from kiosk.errors import KioskError
from kiosk.session.commands import ClockKind
from kiosk.session.state import Course, Session
from kiosk.training.plan import Plan, Rotation, Step
from kiosk.words import named, text

REST_OF_PLAN = -1
"""Step index, in rows and notes, of what is no step of the plan: a late joiner's own warm-up, an
own cool-down where the plan has none.
"""
WORK_KINDS = ("work", "recovery")


class CommandRefused(KioskError):
    """A command that cannot be carried out now; the sentence says why and what to do."""


def check_group_plan(plan: Plan) -> None:
    """Refuses what one clock for all cannot run: a distance that no speed turns into time."""
    for step in plan.steps:
        if step.distance_m is not None and step.planned_s is None:
            raise CommandRefused(
                text(
                    '"{step}" in {plan} ends by distance but prescribes no speed: add '
                    "speed_kmh to the step, or start it alone instead of as a class.",
                    step=named(step.name),
                    plan=named(plan.name),
                )
            )


def main_course(plan: Plan, clock: ClockKind) -> Course:
    """The way of everybody through a plan, from its first step.

    In a rotation it goes by the first lane while the blocks last, on time alone: nobody is on it
    then, but it says when the block is over.
    """
    rotation = plan.rotation
    if rotation is None:
        return Course(plan, clock, tuple(range(len(plan.steps))))
    first = rotation.lanes[0]
    block = (rotation.change, *range(first.first, first.first + first.count))
    lead_in, lead_out = range(rotation.lead_in), range(rotation.lead_out, len(plan.steps))
    return Course(plan, clock, (*lead_in, *block * rotation.blocks, *lead_out))


def recorded_index(session: Session, course: Course) -> int:
    """The present step's index as rows and notes have it."""
    index = course.step_index
    return index if index < len(session.plan.steps) else REST_OF_PLAN


def ends_by_own_distance(course: Course, step: Step) -> bool:
    """Whether the step ends by metres; in a class a distance is a window of time."""
    return step.distance_m is not None and course.clock == "own"


def awaits_button(step: Step, clock: ClockKind) -> bool:
    """Whether a step ends by the button only; in a class repetitions are a window of time."""
    return step.waits_for_button and (clock == "own" or step.reps is None)


def ends_by_button(course: Course) -> bool:
    """Whether the present step waits for the button."""
    return awaits_button(course.step, course.clock)


def step_length_s(course: Course) -> int | None:
    """Seconds of the present step with its extensions; None when only metres or a button end it.

    Of a step that a heart rate ends it is the longest that it may take.
    """
    step = course.step
    if step.planned_s is None or ends_by_own_distance(course, step) or ends_by_button(course):
        return None
    return step.planned_s + course.extended_s


def time_left_s(course: Course) -> int | None:
    """Seconds to the end of the present step, estimated for a distance; None when unknown."""
    step = course.step
    length = step_length_s(course)
    if length is not None:
        return max(0, length - course.step_s)
    if step.distance_m is None or step.planned_s is None:
        return None
    share_left = max(0.0, 1 - course.step_distance_m / step.distance_m)
    return round(step.planned_s * share_left)


def fraction(course: Course) -> float:
    """How much of the present step has gone by, 0…1, extensions not counted; for ramps."""
    step = course.step
    if step.distance_m is not None and ends_by_own_distance(course, step):
        return course.step_distance_m / step.distance_m
    return course.step_s / step.planned_s if step.planned_s else 0.0


def is_step_over(course: Course) -> bool:
    """By time or metres; what a heart rate ends is asked of kiosk.session.gates besides."""
    step = course.step
    if step.distance_m is not None and ends_by_own_distance(course, step):
        return course.step_distance_m >= step.distance_m - 1e-6
    length = step_length_s(course)
    return length is not None and course.step_s >= length


def go_to_next_step(course: Course) -> bool:
    """Moves to the start of the next step; False when that was the last one."""
    if course.place + 1 >= len(course.path):
        return False
    go_to(course, course.place + 1)
    return True


def go_to(course: Course, place: int) -> None:
    """To the start of the step at this place of the path."""
    course.place = place
    course.step_s = 0
    course.extended_s = 0
    course.step_distance_m = 0.0


def left_s(course: Course, kinds: Sequence[str] = WORK_KINDS) -> int | None:
    """Seconds that the present step and those to come still take, of these kinds only; None when
    that cannot be known.
    """
    lengths = [(course.step, time_left_s(course))]
    lengths += [(step, step.planned_s) for step in course.to_come]
    total = 0
    for step, length in lengths:
        if step.kind in kinds:
            if length is None:
                return None
            total += length
    return total


# -- rotations -------------------------------------------------------------------------------------


def block_at(rotation: Rotation, place: int) -> tuple[int, int] | None:
    """Block and step in it (0 is the change before it) at a place of the main course; None before
    and after the rotation.
    """
    block, step = divmod(place - rotation.lead_in, 1 + rotation.lanes[0].count)
    return (block, step) if 0 <= block < rotation.blocks else None


def place_of(rotation: Rotation, block: int, step: int = 0) -> int:
    """The inverse of block_at."""
    return rotation.lead_in + block * (1 + rotation.lanes[0].count) + step


def block_left_s(session: Session) -> int | None:
    """Seconds to the end of the present block or change of a rotation; None outside of one."""
    rotation, main = session.plan.rotation, session.main
    stand = None if rotation is None else block_at(rotation, main.place)
    if rotation is None or stand is None:
        return None
    left = time_left_s(main) or 0
    if stand[1] > 0:
        rest = main.path[main.place + 1 : place_of(rotation, stand[0] + 1)]
        left += sum(session.plan.steps[index].planned_s or 0 for index in rest)
    return left


def following(session: Session, athlete_id: int) -> Step | None:
    """The step that comes after this athlete's present one; None when it is the last, or when
    that is not settled yet.
    """
    course, main, rotation = session.course(athlete_id), session.main, session.plan.rotation
    stand = None if rotation is None else block_at(rotation, main.place)
    if course is main and stand is not None and stand[1] == 0:
        return None  # every lane begins otherwise
    if course.place + 1 < len(course.path):
        return course.plan.steps[course.path[course.place + 1]]
    if rotation is None or stand is None or course is main or course.clock == "own":
        return None
    after = place_of(rotation, stand[0] + 1)
    return session.plan.steps[main.path[after]] if after < len(main.path) else None
