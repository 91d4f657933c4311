"""How often somebody is nudged: never twice in 30 s, and after three of a kind 90 s of silence."""

import math

from kiosk.training.cues import NUDGES, Cue, CueCode

SPACING_S = 30
REPEATS, SILENCE_S = 3, 90
ASK_A_CHANGE = frozenset({CueCode.EASE_OFF, CueCode.REJOIN})
"""No nudges, but a nudge waits after them too: their answer has yet to come."""


class Spacing:
    """Of one athlete's nudges, over all the steps of a session."""

    def __init__(self) -> None:
        self._last_s = self._held_s = -math.inf
        self._code: CueCode | None = None
        self._count = 0

    def note(self, code: CueCode, at_s: int) -> None:
        """Something was said."""
        if code in ASK_A_CHANGE:
            self.hold(at_s)
        if code not in NUDGES:
            return
        is_repeated = code is self._code and at_s - self._last_s < SILENCE_S
        self._count = self._count + 1 if is_repeated else 1
        self._code, self._last_s = code, at_s

    def hold(self, at_s: int) -> None:
        """The next nudge keeps its distance from this second too."""
        self._held_s = at_s

    def allows(self, at_s: int) -> bool:
        """Whether a nudge may be given in this second."""
        needed_s = SILENCE_S if self._count >= REPEATS else SPACING_S
        return at_s - self._last_s >= needed_s and at_s - self._held_s >= SPACING_S

    def quiet_s(self, at_s: int) -> float:
        """Seconds since anything was asked of them; endless where nothing was."""
        return at_s - max(self._last_s, self._held_s)

    def is_in_vain(self, code: CueCode, at_s: int) -> bool:
        """Whether this nudge has just been given twice in a row."""
        return code is self._code and self._count >= 2 and at_s - self._last_s < SILENCE_S

    def restore(self, cues: tuple[Cue, ...]) -> None:
        """Takes up where the cues said so far, oldest first, have left it."""
        for cue in cues:
            self.note(cue.code, cue.at_s)
