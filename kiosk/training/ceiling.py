"""The ceiling: ease off, then a recovery walk, then back a little lower, then a cool-down."""

from typing import Literal

from kiosk.training.cues import CueCode
from kiosk.training.zones import CEILING_MARGIN_BPM

EASE_OFF_AFTER_S, WALK_AFTER_S = 10, 30
FAR_OVER_BPM, FAR_OVER_AFTER_S = 5.0, 10
WALK_UNTIL_BELOW_BPM, WALK_UNTIL_S = 15.0, 60
REJOIN_LOWER_BPM = 5.0
REPEAT_S = 30
"""A heart that dances around its ceiling is told to ease off no more often than this."""
STILL_HIGH_S = 180
"""A minute of walking brings a heart down by 12 bpm and more (Cole 1999); one that is still at its
ceiling after three is not well, or is no heart: somebody should look. Our own."""
CeilingOrder = Literal["walk", "rejoin", "cool-down", "are you all right"]


class CeilingWatch:
    """Holds one athlete below their ceiling through a session; `update` once a second.

    At the ceiling for 10 s: EASE_OFF. For 30 s, or 5 bpm over it for 10 s: a recovery walk, until
    below ceiling − 15 for 60 s; then they rejoin, 5 bpm lower from then on. The second time they
    go to a cool-down of their own; after that they can only be told to ease off. A heart that stays
    at the ceiling for 3 min of the walk or of that cool-down: ALL_RIGHT, and every 3 min again.
    """

    def __init__(self, ceiling_hr: float | None, walks: int = 0, is_walking: bool = False) -> None:
        self.ceiling_hr = ceiling_hr
        self.is_walking = is_walking
        self.walks = walks
        """Recovery walks begun."""
        self.is_cooling_down = False
        self._at_s = self._far_s = self._calm_s = self._high_s = 0
        self._eased_at_s: int | None = None

    @property
    def lowered_bpm(self) -> float:
        """By how much every band is lower since the recovery walk."""
        return REJOIN_LOWER_BPM if self.walks and not self.is_walking else 0.0

    def allows_more(self, highest_hr: float) -> bool:
        """Whether more work may be asked for at a heart rate, bpm, of now or expected: not in a
        recovery walk, nor within 3 bpm of the ceiling.
        """
        if self.is_walking or self.is_cooling_down:
            return False
        return self.ceiling_hr is None or highest_hr < self.ceiling_hr - CEILING_MARGIN_BPM

    def update(
        self, control_hr: float | None, at_s: int
    ) -> tuple[CueCode, CeilingOrder | None] | None:
        """What to say, and what is decided; `at_s` counts the athlete's seconds.

        Without a heart rate all the waiting starts anew.
        """
        if self.ceiling_hr is None or control_hr is None:
            self._at_s = self._far_s = self._calm_s = self._high_s = 0
            return None
        if self._stays_high(control_hr, self.ceiling_hr):
            return CueCode.ALL_RIGHT, "are you all right"
        if self.is_walking:
            return self._walk(control_hr, self.ceiling_hr)
        self._at_s = self._at_s + 1 if control_hr >= self.ceiling_hr else 0
        self._far_s = self._far_s + 1 if control_hr >= self.ceiling_hr + FAR_OVER_BPM else 0
        too_long = self._at_s >= WALK_AFTER_S or self._far_s >= FAR_OVER_AFTER_S
        if too_long and not self.is_cooling_down:
            return self._send_away()
        if self._at_s >= EASE_OFF_AFTER_S and self._may_repeat(at_s):
            self._eased_at_s = at_s
            return CueCode.EASE_OFF, None
        return None

    def _walk(self, control_hr: float, ceiling: float) -> tuple[CueCode, CeilingOrder] | None:
        self._calm_s = self._calm_s + 1 if control_hr < ceiling - WALK_UNTIL_BELOW_BPM else 0
        if self._calm_s < WALK_UNTIL_S:
            return None
        self.is_walking = False
        return CueCode.REJOIN, "rejoin"

    def _stays_high(self, control_hr: float, ceiling: float) -> bool:
        """Whether they should be asked: sent to rest, and the heart does not come down."""
        is_high = control_hr >= ceiling and (self.is_walking or self.is_cooling_down)
        self._high_s = self._high_s + 1 if is_high else 0
        return is_high and self._high_s % STILL_HIGH_S == 0

    def _send_away(self) -> tuple[CueCode, CeilingOrder]:
        self._at_s = self._far_s = self._calm_s = self._high_s = 0
        if self.walks:
            self.is_cooling_down = True
            return CueCode.COOL_DOWN, "cool-down"
        self.walks, self.is_walking = 1, True
        return CueCode.WALK, "walk"

    def _may_repeat(self, at_s: int) -> bool:
        return self._eased_at_s is None or at_s - self._eased_at_s >= REPEAT_S
