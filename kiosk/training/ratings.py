"""When to ask how hard it is: late in every work step, and regularly where effort guides."""

from kiosk.training.plan import Step

SHORTEST_S = 120
BY_EFFORT_EVERY_S = 300


class Ratings:
    """Of one athlete through a session; `follow` once a second, `begin_step` with every step."""

    def __init__(self) -> None:
        self.wants = False
        self.last: int | None = None
        """RPE 1–10, as rated last."""
        self._is_rated = False
        self._rated_at_s: int | None = None
        self._now_s = 0

    def begin_step(self) -> None:
        self._is_rated = False

    def rate(self, rpe: int) -> None:
        """They have said how hard it is, RPE 1–10."""
        self.last = rpe
        self.wants = False
        self._is_rated = True
        self._rated_at_s = self._now_s

    def follow(
        self, step: Step, step_s: int, left_s: int | None, at_s: int, *, by_effort: bool
    ) -> None:
        """The second `step_s` of a step with `left_s` to go; `at_s` counts the athlete's own."""
        self._now_s = at_s
        if self._rated_at_s is None:
            self._rated_at_s = at_s
        is_late = left_s is not None and _is_last_third(step_s + 1, left_s)
        is_due = step.kind == "work" and is_late and not self._is_rated
        is_overdue = by_effort and at_s - self._rated_at_s >= BY_EFFORT_EVERY_S
        self.wants = is_due or is_overdue


def _is_last_third(done_s: int, left_s: int) -> bool:
    length_s = done_s + left_s
    return length_s >= SHORTEST_S and 3 * done_s > 2 * length_s
