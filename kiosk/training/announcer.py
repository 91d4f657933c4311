"""Announces the next step a minute and ten seconds ahead, and when it begins."""

from kiosk.training.cues import CueCode
from kiosk.training.plan import Step

_AHEAD = ((60, CueCode.NEXT_60), (10, CueCode.NEXT_10), (0, CueCode.NEXT_0))
_EXTENDED_S = 5
"""A step that has at least this much more than an announcement said was made longer, and is
announced again; an estimate of the time left does not jump so far."""


class Announcer:
    """Of one athlete's steps; `update` once a second, `begin` with every step."""

    def __init__(self) -> None:
        self._said: set[CueCode] = set()
        self._left_s: int | None = None
        self._is_due = False

    def begin(self, *, is_first: bool) -> None:
        """A step begins; one that nobody saw coming is announced as it does."""
        self._is_due = not is_first and CueCode.NEXT_0 not in self._said
        self._said.clear()
        self._left_s = None

    def update(
        self, step: Step, following: Step | None, left_s: int | None
    ) -> tuple[CueCode, str] | None:
        """What to say in this second and the name of the step it is about."""
        if self._is_due:
            self._is_due = False
            self._left_s = left_s
            return CueCode.NEXT_0, step.name
        before, self._left_s = self._left_s, left_s
        if left_s is None or following is None:
            return None
        due: CueCode | None = None
        for ahead_s, code in _AHEAD:
            if left_s >= ahead_s + _EXTENDED_S:
                self._said.discard(code)
            elif left_s <= ahead_s and code not in self._said and _crosses(before, ahead_s, left_s):
                due = code
                self._said.add(code)
        return None if due is None else (due, following.name)


def _crosses(before_s: int | None, ahead_s: int, left_s: int) -> bool:
    return left_s == ahead_s if before_s is None else before_s > ahead_s
