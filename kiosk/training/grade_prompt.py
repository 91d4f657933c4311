"""Asks for a grade until the belt is there: the sensor says so, or the athlete does."""

from typing import Literal

from kiosk.training.cues import CueCode

State = Literal["none", "set", "agreed", "unknown"]
"""none: no grade is asked for; set: the belt is not there yet; agreed: it is, by the sensor or by
the athlete's word; unknown: no sensor says, and the athlete has not confirmed it."""
TOLERANCE_PERCENT, STEADY_S = 0.5, 3
MOVING_TOLERANCE_PERCENT = 1.0
"""While a ramp moves what is wanted: belts go in steps of half a percent or one."""
SENSOR_GONE_S = 5
ASK_AGAIN_S, ASK_AGAIN_PERCENT = 30, 1.0
"""Along a ramp the new grade is asked for when it has moved this far, and no more often."""


class GradePrompt:
    """One athlete's grade, wanted against sensed; `update` once a second."""

    def __init__(self) -> None:
        self.state: State = "none"
        self._wanted: float | None = None
        self._moved_s_ago = STEADY_S
        self._close_s = 0
        self._unsensed_s = SENSOR_GONE_S
        self._agreed_percent: float | None = None
        """The wanted grade that the belt was last known to be at."""
        self._asked: tuple[float, int] | None = None
        self._ticked_percent: float | None = None

    def forget(self) -> None:
        """Another belt, or somebody else was on it."""
        self.__init__()

    def confirm(self) -> None:
        """The athlete says that it is there; where a sensor says otherwise it is not."""
        if self.state == "unknown":
            self._agreed_percent = self._wanted
            self.state = "agreed"

    def update(self, wanted: float | None, sensed: float | None, at_s: int) -> CueCode | None:
        """What to say in this second: SET_GRADE, GRADE_SET or nothing. Grades in percent."""
        if wanted is None:
            self.forget()
            return None
        moved = self._wanted is not None and abs(wanted - self._wanted) > 1e-9
        self._moved_s_ago = 0 if moved else self._moved_s_ago + 1
        self._wanted = wanted
        self._unsensed_s = 0 if sensed is not None else self._unsensed_s + 1
        if sensed is not None:
            self._compare(wanted, sensed)
        elif self._unsensed_s >= SENSOR_GONE_S:
            self._close_s = 0
            self.state = "agreed" if self._is_agreed(wanted) else "unknown"
        if self.state == "agreed":
            return self._tick(wanted)
        return None if self._close_s else self._ask(wanted, at_s)

    @property
    def _tolerance(self) -> float:
        is_moving = self._moved_s_ago < STEADY_S
        return MOVING_TOLERANCE_PERCENT if is_moving else TOLERANCE_PERCENT

    def _compare(self, wanted: float, sensed: float) -> None:
        is_close = abs(sensed - wanted) <= self._tolerance + 1e-9
        self._close_s = self._close_s + 1 if is_close else 0
        if self._close_s >= STEADY_S or (is_close and self.state == "agreed"):
            self.state, self._agreed_percent = "agreed", wanted
        else:
            self.state, self._agreed_percent = "set", None

    def _is_agreed(self, wanted: float) -> bool:
        agreed = self._agreed_percent
        return agreed is not None and abs(agreed - wanted) <= self._tolerance + 1e-9

    def _tick(self, wanted: float) -> CueCode | None:
        if self._moved_s_ago < STEADY_S or self._ticked_percent == wanted:
            return None
        self._ticked_percent = wanted
        return CueCode.GRADE_SET

    def _ask(self, wanted: float, at_s: int) -> CueCode | None:
        if self._asked is not None:
            percent, asked_at_s = self._asked
            is_near = abs(wanted - percent) < ASK_AGAIN_PERCENT
            is_still_ramping = self._moved_s_ago < STEADY_S
            if wanted == percent or (is_near and is_still_ramping):
                return None
            if at_s - asked_at_s < ASK_AGAIN_S and is_still_ramping:
                return None
        self._asked = (wanted, at_s)
        return CueCode.SET_GRADE
