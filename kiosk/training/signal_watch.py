"""What a lost strap means: after half a minute the effort guides, after a minute hard work ends."""

EFFORT_AFTER_S = 30.0
STEP_BACK_AFTER_S = 60.0


class SignalWatch:
    """Of one athlete through a session; `update` once a second."""

    def __init__(self) -> None:
        self.is_silent = False
        """Too long without a heart rate: the effort counts."""
        self._is_said = False
        self.has_stepped_back = False
        """Longer still, in hard work: the effort of the step before counts."""

    def update(self, silent_s: float, *, is_hard: bool, is_told: bool = True) -> tuple[bool, bool]:
        """Whether the first is to be said now, and whether the second has just begun. Where nobody
        is told anything the first is said as soon as somebody is.
        """
        has_stepped_back = self.has_stepped_back
        self.is_silent = silent_s > EFFORT_AFTER_S
        self.has_stepped_back = is_hard and silent_s > STEP_BACK_AFTER_S
        is_due = self.is_silent and is_told and not self._is_said
        self._is_said = self.is_silent and (self._is_said or is_told)
        return is_due, self.has_stepped_back and not has_stepped_back

    def begin_step(self) -> None:
        """Another step may be hard anew, and is then said to be."""
        self.has_stepped_back = False
