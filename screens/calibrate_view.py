"""What the page that calibrates an incline sensor says at each step: without a pixel."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kiosk.calibration import Calibration
from kiosk.events import Tilt
from kiosk.session.state import KioskState, Participant, Phase
from screens.wording import DASH, percent

NOTHING_CHANGED = "nothing has been changed"
LOST = f"The sensor was lost: {NOTHING_CHANGED}. Plug it in and begin again with the deck flat."
UNDONE = "It counts again as it did before."
_THIN = "\N{NARROW NO-BREAK SPACE}"


class Step(StrEnum):
    """What is being done."""

    FLAT = "flat"
    RAISED = "raised"
    GRADE = "grade"
    DONE = "done"


_STEPS: Final = (Step.FLAT, Step.RAISED, Step.GRADE)
_TODO: Final = {
    Step.FLAT: "Set the deck flat, step off, and wait.",
    Step.RAISED: "Raise the deck to about 5 % or more, step off, and wait.",
    Step.GRADE: "Do you know the grade? Type what a digital level on the deck says.",
    Step.DONE: "Saved. Lower the deck and look: flat must say about 0 %.",
}
_HINT: Final = {
    Step.FLAT: "Flat is what a spirit level on the belt says, not what the console says.",
    Step.RAISED: "This shows which way the sensor is mounted.",
}


@dataclass(frozen=True, slots=True)
class CalibrateView:
    """Everything on the page that changes."""

    step: str = Step.FLAT
    progress: str = ""
    station: str = ""
    todo: str = ""
    hint: str = ""
    trouble: str = ""
    """Why something was not done, or what is in the way."""
    first: str = DASH
    """The live value, large."""
    second: str = ""
    verdict: str = "problem"
    """Of the angle, for its sign: ok | note | problem."""
    word: str = ""
    """The same as a word: steady, moving, no angle."""
    typed: str = ""
    """The grade as typed."""
    blocked: bool = False
    """Nothing can be done here now."""


def live(tilt: Tilt | None, calibration: Calibration | None) -> tuple[str, str]:
    """The angles as the sensor says them; with a calibration the grade, and the angle it uses."""
    if tilt is None:
        return DASH, ""
    if calibration is None:
        return f"pitch {degrees(tilt.pitch_deg)}", f"roll {degrees(tilt.roll_deg)}"
    angle = tilt.pitch_deg if calibration.axis == "pitch" else tilt.roll_deg
    grade = percent(grade_percent(calibration, tilt), 1)
    return f"{grade}{_THIN}%", f"{calibration.axis} {degrees(angle)}"


def grade_percent(calibration: Calibration, tilt: Tilt) -> float:
    """The grade of this tilt: 100·tan of the calibrated angle."""
    angle = tilt.pitch_deg if calibration.axis == "pitch" else tilt.roll_deg
    sign = -1.0 if calibration.invert else 1.0
    turned = (angle - calibration.zero_deg + 180.0) % 360.0 - 180.0  # the short way round
    return 100 * math.tan(math.radians(sign * calibration.span * turned))


def degrees(angle: float) -> str:
    return f"{percent(angle, 1)}°"


def found(calibration: Calibration) -> str:
    """What raising the deck has shown."""
    way = "falls" if calibration.invert else "rises"
    return f"Found: {calibration.axis} {way} as the deck goes up."


def result(calibration: Calibration) -> str:
    """A calibration in words."""
    uphill = "negative" if calibration.invert else "positive"
    return (
        f"Flat was {degrees(calibration.zero_deg)}, {calibration.axis}, uphill is {uphill}, "
        f"×{calibration.span:.2f}."
    )


def steadiness(tilt: Tilt | None, *, is_steady: bool) -> tuple[str, str]:
    """The verdict on the angle and its word."""
    if tilt is None:
        return "problem", "no angle: is the sensor plugged in?"
    return ("ok", "steady") if is_steady else ("note", "moving: wait")


def progress(step: Step) -> str:
    return f"Step {_STEPS.index(step) + 1} of {len(_STEPS)}" if step in _STEPS else "Done"


def todo(step: Step) -> str:
    return _TODO[step]


def hint(step: Step, calibration: Calibration | None) -> str:
    """Beneath what is to be done."""
    if calibration is None:
        return _HINT.get(step, "")
    return found(calibration) if step is Step.GRADE else result(calibration)


def in_the_way(state: KioskState, station: str) -> str:
    """Who trains on the machine; a session's grade does not change its meaning half-way."""
    names = [who.athlete.name for who in _training(state) if who.station == station]
    if not names:
        return ""
    verb = "is" if len(names) == 1 else "are"
    return f"{' and '.join(names)} {verb} training on {station}: calibrate it when nobody is."


def _training(state: KioskState) -> Iterable[Participant]:
    return (
        who
        for who in state.participants.values()
        if who.phase in (Phase.RUNNING, Phase.PAUSED) and not who.resting
    )


def unfinished(station: str) -> str:
    return f"The calibration of {station} was not finished: {NOTHING_CHANGED}."
