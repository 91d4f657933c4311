"""How hard a step a late joiner is let in at: one above the hardest they have held."""

from collections.abc import Callable

from kiosk.training.plan import Plan, Step

HELD_S = 300
"""So long must a step be held before the next harder one."""

Hardness = Callable[[Step], float | None]
"""Of a step for this athlete, on any scale that is the same for the whole plan."""


class Ladder:
    """The work steps of a plan by how hard they are for one athlete, and how far up they may go.

    Whoever has only warmed up begins at the easiest work step. After five minutes there in all,
    with the heart in it, the next harder one is allowed, and so on. A step whose hardness is not
    known is never held against anybody.
    """

    def __init__(self, plan: Plan, hardness: Hardness, first_aim: int | None = None) -> None:
        """`first_aim` is the plan's step they were let in at before a cut."""
        self._plan = plan
        self._hardness = hardness
        rungs = {_rounded(hardness(step)) for step in plan.steps if step.kind == "work"}
        self._rungs = sorted(rung for rung in rungs if rung is not None)
        self._allowed = 0
        self._held_s = 0
        if first_aim is not None and first_aim < len(plan.steps):
            self._allowed = self._rung_of(plan.steps[first_aim]) or 0

    def aim(self, step: Step) -> int | None:
        """Index of the plan's step whose effort is asked for instead of this one's; None when this
        one is allowed.
        """
        rung = self._rung_of(step)
        if rung is None or rung <= self._allowed:
            return None
        wanted = self._rungs[self._allowed]
        return next(
            index
            for index, easier in enumerate(self._plan.steps)
            if easier.kind == "work" and _rounded(self._hardness(easier)) == wanted
        )

    def hold(self, step: Step, *, is_held: bool) -> bool:
        """Takes in a second of this step; True when a harder one has just become allowed."""
        rung = self._rung_of(step)
        if rung is None or rung < self._allowed or not is_held:
            return False
        self._held_s += 1
        if self._held_s < HELD_S or self._allowed + 1 >= len(self._rungs):
            return False
        self._allowed += 1
        self._held_s = 0
        return True

    def _rung_of(self, step: Step) -> int | None:
        hardness = _rounded(self._hardness(step)) if step.kind == "work" else None
        return None if hardness is None else self._rungs.index(hardness)


def _rounded(hardness: float | None) -> float | None:
    return None if hardness is None else round(hardness, 3)
