"""What the kiosk says to somebody who trains: codes for the record, words for the screen."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from kiosk.training.units import KMH_PER_MPH


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


def words(cue: Cue, units: Literal["metric", "imperial"] = "metric") -> str:
    """A cue as one line for the screen, short enough to read at arm's length."""
    match cue.code:
        case CueCode.FASTER | CueCode.SLOWER:
            return _speed(cue, units)
        case CueCode.TURNOVER:
            more = "" if cue.amount is None else f": +{cue.amount:.0f} a minute"
            return f"Quicker steps{more}"
        case CueCode.SET_GRADE:
            return "Set the grade" if cue.amount is None else f"Set {_percent(cue.amount)}"
        case CueCode.GRADE_SET:
            return "Grade set" if cue.amount is None else f"At {_percent(cue.amount)}"
        case CueCode.NEXT_60 | CueCode.NEXT_10 | CueCode.NEXT_0:
            return f"{_WHEN[cue.code]}: {cue.step or 'next step'}"
        case code:
            return _PLAIN[code]


_PLAIN = {
    CueCode.EASE_OFF: "Ease off",
    CueCode.WALK: "Slow to a walk",
    CueCode.REJOIN: "Join in again, a little easier",
    CueCode.COOL_DOWN: "Enough today: cool down now",
    CueCode.BY_EFFORT: "No heart rate: go by feel",
    CueCode.ALL_RIGHT: "Slow to a walk. Are you all right?",
    CueCode.SHORT_STEPS: "Shorter, quicker steps",
}
_WHEN = {CueCode.NEXT_60: "In a minute", CueCode.NEXT_10: "In 10 s", CueCode.NEXT_0: "Now"}


def _speed(cue: Cue, units: Literal["metric", "imperial"]) -> str:
    word, sign = ("faster", "+") if cue.code is CueCode.FASTER else ("slower", "−")
    if cue.amount is None:
        return f"A touch {word}"
    amount, unit = (cue.amount, "km/h") if units == "metric" else (cue.amount / KMH_PER_MPH, "mph")
    return f"A touch {word}: {sign}{amount:.1f} {unit}"


def _percent(grade: float) -> str:
    halves = round(grade * 2) / 2 + 0.0  # + 0.0: never "−0"
    return f"{halves:g} %".replace("-", "−")
