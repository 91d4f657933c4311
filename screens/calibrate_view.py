"""What the page that calibrates an incline sensor says at each step: without a pixel."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from kiosk.calibration import Calibration
from kiosk.events import Tilt
from kiosk.session.state import KioskState, Participant, Phase
from kiosk.words import listed
from screens.tongue import number, said, tr
from screens.wording import DASH, percent

_THIN = "\N{NARROW NO-BREAK SPACE}"


class Step(StrEnum):
    """What is being done."""

    FLAT = "flat"
    RAISED = "raised"
    GRADE = "grade"
    DONE = "done"


_STEPS: Final = (Step.FLAT, Step.RAISED, Step.GRADE)


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
        return _axis("pitch", tilt.pitch_deg), _axis("roll", tilt.roll_deg)
    angle = tilt.pitch_deg if calibration.axis == "pitch" else tilt.roll_deg
    grade = percent(grade_percent(calibration, tilt), 1)
    return f"{grade}{_THIN}%", _axis(calibration.axis, angle)


Axis = Literal["pitch", "roll"]


def _axis(axis: Axis, angle: float) -> str:
    return f"{axis_name(axis)} {degrees(angle)}"


def axis_name(axis: Axis) -> str:
    return tr("pitch") if axis == "pitch" else tr("roll")


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
    axis = axis_name(calibration.axis)
    if calibration.invert:
        return tr("Found: {axis} falls as the deck goes up.", axis=axis)
    return tr("Found: {axis} rises as the deck goes up.", axis=axis)


def result(calibration: Calibration) -> str:
    """A calibration in words."""
    return tr(
        "Flat was {angle}, {axis}, uphill is {sign}, ×{factor}.",
        angle=degrees(calibration.zero_deg),
        axis=axis_name(calibration.axis),
        sign=tr("negative") if calibration.invert else tr("positive"),
        factor=number(calibration.span, 2),
    )


def steadiness(tilt: Tilt | None, *, is_steady: bool) -> tuple[str, str]:
    """The verdict on the angle and its word."""
    if tilt is None:
        return "problem", tr("no angle: is the sensor plugged in?")
    return ("ok", tr("steady")) if is_steady else ("note", tr("moving: wait"))


def progress(step: Step) -> str:
    if step not in _STEPS:
        return tr("Done")
    return tr("Step {number} of {count}", number=_STEPS.index(step) + 1, count=len(_STEPS))


def todo(step: Step) -> str:
    match step:
        case Step.FLAT:
            return tr("Set the deck flat, step off, and wait.")
        case Step.RAISED:
            return tr("Raise the deck to about 5 % or more, step off, and wait.")
        case Step.GRADE:
            return tr("Do you know the grade? Type what a digital level on the deck says.")
        case Step.DONE:
            return tr("Saved. Lower the deck and look: flat must say about 0 %.")


def hint(step: Step, calibration: Calibration | None) -> str:
    """Beneath what is to be done."""
    if calibration is None:
        return _what_for(step)
    return found(calibration) if step is Step.GRADE else result(calibration)


def _what_for(step: Step) -> str:
    if step is Step.FLAT:
        return tr("Flat is what a spirit level on the belt says, not what the console says.")
    if step is Step.RAISED:
        return tr("This shows which way the sensor is mounted.")
    return ""


def lost() -> str:
    """The sensor, in the middle of it."""
    return tr(
        "The sensor was lost: nothing has been changed. "
        "Plug it in and begin again with the deck flat."
    )


def undone() -> str:
    return tr("It counts again as it did before.")


def in_the_way(state: KioskState, station: str) -> str:
    """Who trains on the machine; a session's grade does not change its meaning half-way."""
    names = [who.athlete.name for who in _training(state) if who.station == station]
    if not names:
        return ""
    if len(names) == 1:
        return tr(
            "{name} is training on {station}: calibrate it when nobody is.",
            name=names[0],
            station=station,
        )
    return tr(
        "{names} are training on {station}: calibrate it when nobody is.",
        names=said(listed(names)),
        station=station,
    )


def _training(state: KioskState) -> Iterable[Participant]:
    return (
        who
        for who in state.participants.values()
        if who.phase in (Phase.RUNNING, Phase.PAUSED) and not who.resting
    )


def unfinished(station: str) -> str:
    return tr(
        "The calibration of {station} was not finished: nothing has been changed.", station=station
    )
