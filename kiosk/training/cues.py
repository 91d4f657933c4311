"""What the kiosk says to somebody who trains: codes for the record, words for the screen."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from kiosk.training.units import KMH_PER_MPH
from kiosk.words import Number, named, short, text


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
        case CueCode.TURNOVER | CueCode.SET_GRADE | CueCode.GRADE_SET:
            return _work(cue)
        case CueCode.NEXT_60 | CueCode.NEXT_10 | CueCode.NEXT_0:
            step = named(cue.step) if cue.step else text("next step")
            return text("{when}: {step}", when=_WHEN[cue.code], step=step)
        case code:
            return _PLAIN[code]


def _work(cue: Cue) -> str:
    match cue.code, cue.amount:
        case CueCode.TURNOVER, None:
            return text("Quicker steps")
        case CueCode.TURNOVER, steps:
            return text("Quicker steps: +{steps} a minute", steps=Number(steps))
        case CueCode.SET_GRADE, None:
            return text("Set the grade")
        case CueCode.SET_GRADE, grade:
            return text("Set {grade}", grade=_percent(grade))
        case _, None:
            return text("Grade set")
        case _, grade:
            return text("At {grade}", grade=_percent(grade))


_PLAIN = {
    CueCode.EASE_OFF: text("Ease off"),
    CueCode.WALK: text("Slow to a walk"),
    CueCode.REJOIN: text("Join in again, a little easier"),
    CueCode.COOL_DOWN: text("Enough today: cool down now"),
    CueCode.BY_EFFORT: text("No heart rate: go by effort"),
    CueCode.ALL_RIGHT: text("Slow to a walk. Are you all right?"),
    CueCode.SHORT_STEPS: text("Shorter, quicker steps"),
}
_WHEN = {
    CueCode.NEXT_60: text("In a minute"),
    CueCode.NEXT_10: text("In 10 s"),
    CueCode.NEXT_0: text("Now"),
}


def _speed(cue: Cue, units: Literal["metric", "imperial"]) -> str:
    is_faster = cue.code is CueCode.FASTER
    if cue.amount is None:
        return text("A touch faster") if is_faster else text("A touch slower")
    amount, unit = (cue.amount, "km/h") if units == "metric" else (cue.amount / KMH_PER_MPH, "mph")
    said = {"amount": Number(amount, 1), "unit": unit}
    if is_faster:
        return text("A touch faster: +{amount} {unit}", **said)
    return text("A touch slower: −{amount} {unit}", **said)


def _percent(grade: float) -> str:
    halves = round(grade * 2) / 2 + 0.0  # + 0.0: never "−0"
    if halves < 0:
        return text("−{percent} %", percent=short(-halves))
    return text("{percent} %", percent=short(halves))
