"""What the kiosk says to somebody who trains: codes for the record, words for the screen."""

from dataclasses import dataclass
from enum import StrEnum


class CueCode(StrEnum):
    """Why something is said; stored with the session."""

    FASTER = "faster"
    SLOWER = "slower"
    TURNOVER = "turnover"
    """A little more turnover instead of more speed, where cadence is known."""
    EASE_OFF = "ease off"
    WALK = "walk"
    """A recovery walk of their own begins."""
    REJOIN = "rejoin"
    COOL_DOWN = "cool down"
    """The second time: a cool-down of their own begins."""
    BY_EFFORT = "by effort"
    """No heart rate to guide by: the effort counts."""
    ALL_RIGHT = "are you all right"
    SET_GRADE = "set grade"
    GRADE_SET = "grade set"
    SHORT_STEPS = "short steps"
    """Downhill: cadence has fallen below what was asked."""
    NEXT_60 = "next in 60"
    NEXT_10 = "next in 10"
    NEXT_0 = "next now"


NUDGES = frozenset({CueCode.FASTER, CueCode.SLOWER, CueCode.TURNOVER, CueCode.SHORT_STEPS})
"""These keep their distance from each other and fall silent after a while; the others are said when
they are due."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing said to one athlete."""

    code: CueCode
    at_s: int
    """Second of the athlete's session, its elapsed_s."""
    amount: float | None = None
    """km/h for faster and slower, steps a minute for turnover, percent for a grade."""
    step: str | None = None
    """Name of the step that comes next, for the announcements."""
