"""Where a session stands in its plan: how long the present step is and when it is over."""

from kiosk.errors import KioskError
from kiosk.session.state import Course
from kiosk.training.plan import Plan, Step


class CommandRefused(KioskError):
    """A command that cannot be carried out now; the sentence says why and what to do."""


def check_group_plan(plan: Plan) -> None:
    """Refuses what one clock for all cannot run: a distance that no speed turns into time."""
    for step in plan.steps:
        if step.distance_m is not None and step.planned_s is None:
            raise CommandRefused(
                f'"{step.name}" in {plan.name} ends by distance but prescribes no speed: add '
                "speed_kmh to the step, or start it alone instead of as a class."
            )


def ends_by_own_distance(course: Course, step: Step) -> bool:
    """Whether the step ends by metres; in a class a distance is a window of time."""
    return step.distance_m is not None and course.clock == "own"


def step_length_s(course: Course) -> int | None:
    """Seconds of the present step with its extensions; None when only metres or a button end it."""
    step = course.step
    if step.planned_s is None or ends_by_own_distance(course, step):
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
    step = course.step
    if step.distance_m is not None and ends_by_own_distance(course, step):
        return course.step_distance_m >= step.distance_m - 1e-6
    length = step_length_s(course)
    return length is not None and course.step_s >= length


def go_to_next_step(course: Course) -> bool:
    """Moves to the start of the next step; False when that was the last one."""
    if course.place + 1 >= len(course.path):
        return False
    course.place += 1
    course.step_s = 0
    course.extended_s = 0
    course.step_distance_m = 0.0
    return True
