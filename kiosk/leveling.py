"""Calibrating an incline sensor at its machine: deck flat, deck raised, deck at a known grade."""

import math
from collections import deque
from dataclasses import replace
from statistics import fmean
from typing import Literal

from kiosk.calibration import Calibration
from kiosk.errors import KioskError
from kiosk.events import Tilt
from kiosk.words import Number, short, text

STEADY_S = 2.0
"""How long the deck must have rested."""
FEWEST = 5
STALE_S = 1.0
SPREAD_DEG = 0.2
"""Between the lowest and the highest angle of a deck at rest."""
LARGEST_ZERO_DEG = 90.0

RAISED_DEG = 1.0
"""Less (1.7 %) cannot be told from leaning on the machine."""
ALIKE_SHARE = 0.6
"""The other angle moves this much of it when the sensor is turned by 31° on the deck."""
KNOWN_DEG = 1.7
"""3 %: at a smaller slope the sensor's own error would make a wrong span."""
SPAN_LIMITS = (0.8, 1.25)


class LevelingError(KioskError):
    """A step of the calibration cannot be taken; says what to do first."""


class Leveling:
    """The calibration of one station's sensor, step by step, from its tilts.

    Flat first. Raised finds axis and direction; a known grade finds the span. With the `present`
    calibration a new zero alone is enough. Times are monotonic seconds.
    """

    def __init__(self, station: str, present: Calibration | None = None) -> None:
        self.station = station
        self._present = present
        self._found: Calibration | None = present
        self._tilts: deque[Tilt] = deque()
        self._flat: dict[Literal["pitch", "roll"], float] | None = None

    def feed(self, tilt: Tilt) -> None:
        """Takes a tilt; those of other stations are passed over."""
        if tilt.station != self.station:
            return
        if self._tilts and tilt.at - self._tilts[-1].at > STALE_S:
            self._tilts.clear()
        self._tilts.append(tilt)
        while self._tilts and tilt.at - self._tilts[0].at > STEADY_S:
            self._tilts.popleft()

    def steady(self, now: float) -> bool:
        """Whether the deck has rested long enough for a step."""
        return self._is_heard(now) and self._rests()

    def note_flat(self, now: float) -> None:
        """Zero, on whichever axis. Raises LevelingError unless the deck rests."""
        flat = self._resting(now)
        if max(abs(flat["pitch"]), abs(flat["roll"])) > LARGEST_ZERO_DEG:
            raise LevelingError(
                text(
                    "The sensor hangs upside down: turn it over, fix it again, then start with "
                    "the deck flat."
                )
            )
        self._flat = flat
        if self._present is not None:
            self._found = replace(self._present, zero_deg=flat[self._present.axis])

    def note_raised(self, now: float) -> None:
        """Axis and direction, from which angle moved more and which way.

        Raises LevelingError unless the deck rests, is raised and is clearly on one axis.
        """
        flat = self._known_flat()
        raised = self._resting(now)
        pitch = _turned(raised["pitch"], flat["pitch"])
        roll = _turned(raised["roll"], flat["roll"])
        larger, smaller = max(abs(pitch), abs(roll)), min(abs(pitch), abs(roll))
        if larger < RAISED_DEG:
            raise LevelingError(
                text(
                    "The sensor has not noticed the deck rise: raise it by 5 % or more, and "
                    "check that the sensor sits on the part that moves."
                )
            )
        if smaller > ALIKE_SHARE * larger:
            raise LevelingError(
                text(
                    "The sensor is turned on the deck, both its angles move alike: fix it with "
                    "one edge along the belt, then start again with the deck flat."
                )
            )
        axis = "pitch" if larger == abs(pitch) else "roll"
        moved = pitch if axis == "pitch" else roll
        self._found = Calibration(axis=axis, zero_deg=flat[axis], invert=moved < 0)

    def note_grade(self, now: float, percent: float) -> None:
        """Span, with the deck at this grade by the console or by a spirit level.

        Raises LevelingError unless the deck rests, and for a span that no mounting explains.
        """
        flat = self._known_flat()
        found = self._known_axis()
        if not math.isfinite(percent) or math.degrees(math.atan(percent / 100)) < KNOWN_DEG:
            raise LevelingError(
                text("That grade is too small to measure by: raise the deck to 3 % or more.")
            )
        read = _turned(self._resting(now)[found.axis], flat[found.axis])
        read = -read if found.invert else read
        if read < RAISED_DEG:
            raise LevelingError(
                text(
                    "The sensor does not see {percent} %: raise the deck to that grade, wait "
                    "until it rests, then type it again.",
                    percent=short(percent),
                )
            )
        span = math.degrees(math.atan(percent / 100)) / read
        if not SPAN_LIMITS[0] <= span <= SPAN_LIMITS[1]:
            raise LevelingError(
                text(
                    "The sensor reads {read} % where it should be {percent} %, too far apart "
                    "to be right: measure the grade again, or start again with the deck flat.",
                    read=Number(100 * math.tan(math.radians(read)), 1),
                    percent=short(percent),
                )
            )
        self._found = replace(found, span=round(span, 4))

    def result(self) -> Calibration:
        """What was found. Raises LevelingError before there is enough."""
        self._known_flat()
        return self._known_axis()

    def _known_flat(self) -> dict[Literal["pitch", "roll"], float]:
        if self._flat is None:
            raise LevelingError(
                text("The deck was not flat yet: lower it all the way and begin there.")
            )
        return self._flat

    def _known_axis(self) -> Calibration:
        if self._found is None:
            raise LevelingError(text("It is not known yet which way is up: raise the deck by 5 %."))
        return self._found

    def _is_heard(self, now: float) -> bool:
        return (
            len(self._tilts) >= FEWEST
            and now - self._tilts[-1].at <= STALE_S
            and self._tilts[-1].at - self._tilts[0].at >= 0.75 * STEADY_S
        )

    def _rests(self) -> bool:
        first = self._tilts[0]
        pitches = [_turned(tilt.pitch_deg, first.pitch_deg) for tilt in self._tilts]
        rolls = [_turned(tilt.roll_deg, first.roll_deg) for tilt in self._tilts]
        return all(max(angles) - min(angles) <= SPREAD_DEG for angles in (pitches, rolls))

    def _resting(self, now: float) -> dict[Literal["pitch", "roll"], float]:
        """The deck's angles, degrees from −180 to 180."""
        if not self._is_heard(now):
            raise LevelingError(
                text(
                    "The incline sensor of {station} is not heard: wait two seconds; if it "
                    "stays so, look at the devices' page.",
                    station=self.station,
                )
            )
        if not self._rests():
            raise LevelingError(
                text(
                    "The deck moves too much: step off, wait until it stands still, then try again."
                )
            )
        first = self._tilts[0]
        pitch = fmean(_turned(tilt.pitch_deg, first.pitch_deg) for tilt in self._tilts)
        roll = fmean(_turned(tilt.roll_deg, first.roll_deg) for tilt in self._tilts)
        return {
            "pitch": _turned(first.pitch_deg + pitch, 0.0),
            "roll": _turned(first.roll_deg + roll, 0.0),
        }


def _turned(angle: float, since: float) -> float:
    """From one angle to another the short way round, degrees from −180 to 180."""
    return (angle - since + 180.0) % 360.0 - 180.0
