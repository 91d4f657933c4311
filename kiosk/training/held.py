"""How well the heart was held in its bands: time in band and overshoot, second by second."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from kiosk.training.facts import BY_EFFORT, RECOVERY, WALK, Facts, Row
from kiosk.training.guidance import (
    DOWNWARD_SILENCE_S,
    OVER_MARGIN_BPM,
    START_S,
    ease_in_s,
)
from kiosk.training.guiding import UNKNOWN_LENGTH_S
from kiosk.training.plan import Step

KNOWN_SHARE = 0.9
"""With fewer of the judged seconds known there is no time in band."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the steps with a heart-rate target came to."""

    in_band_s: int
    known_s: int
    """Judged seconds with a heart rate, or on a recovery walk of one's own."""
    judged_s: int
    overshoot_bpm_min: float

    @property
    def time_in_band(self) -> float | None:
        """Fraction of the known judged seconds; None when too few are known."""
        if not self.known_s or self.known_s < KNOWN_SHARE * self.judged_s:
            return None
        return self.in_band_s / self.known_s


class Judging:
    """Takes one row after the other; the same while a session runs and when it is over.

    A step of length D is judged from t ≥ E + min(60, D/10), E its way in (guidance.ease_in_s):
    in band is guide_low ≤ HR < guide_high. A second on the recovery walk that the ceiling asked
    for counts as out of it. The way in begins anew after such a walk, after a turn of a partner on
    the station, and where a late joiner is let in at a harder step. Seconds without a usable heart
    rate, and off the station for a partner, are unknown. Overshoot is ∫ max(0, HR − upper − 2),
    bpm·min, from the first second, but from 180 s on where the step began above its band and the
    heart first has to come down.
    """

    def __init__(self) -> None:
        self.in_band_s = self.known_s = self.judged_s = 0
        self._over_bpm_s = 0.0
        self._is_targeted = False
        self._hearts: deque[int | None] = deque(maxlen=START_S)
        self._before: Row | None = None
        self._from_s = self._over_from_s = 0.0

    @property
    def held(self) -> Held | None:
        """So far; None before the first step with a target."""
        if not self._is_targeted:
            return None
        return Held(self.in_band_s, self.known_s, self.judged_s, self._over_bpm_s / 60)

    def take(self, row: Row, step: Step | None) -> None:
        """The next second, and the plan's step of it."""
        if step is not None and step.kind == "work" and step.target is not None:
            self._is_targeted = True
            self._judge(row, step)
        self._hearts.append(row.heart)
        self._before = row

    def _judge(self, row: Row, step: Step) -> None:
        if _begins(self._before, row):
            self._over_from_s = row.step_s + self._silence_s(row)
            self._from_s = _judged_from_s(step, row)
        elif _is_eased_anew(self._before, row):
            self._from_s = _judged_from_s(step, row)
        if row.step_s >= self._over_from_s:
            self._over_bpm_s += _over(row)
        if row.step_s >= self._from_s:
            self.judged_s += 1
            self.known_s += _is_known(row)
            self.in_band_s += _is_in_band(row)

    def _silence_s(self, first: Row) -> float:
        known = [bpm for bpm in self._hearts if bpm is not None]
        high = first.target_high_bpm
        return DOWNWARD_SILENCE_S if known and high is not None and fmean(known) > high else 0.0


def held_of(facts: Facts, rows: Sequence[Row]) -> Held | None:
    """Time in band and overshoot of all work steps with a target; None if there are none."""
    judging = Judging()
    for row in rows:
        judging.take(row, facts.step(row))
    return judging.held


def _begins(before: Row | None, row: Row) -> bool:
    """Whether a step begins with this row; a block of a rotation does the same steps again."""
    return before is None or before.step_index != row.step_index or row.step_s < before.step_s


def _is_eased_anew(before: Row | None, row: Row) -> bool:
    if before is None:
        return False
    if before.flags & ~row.flags & (WALK | RECOVERY):
        return True
    then, now = before.target_high_bpm, row.target_high_bpm
    return then is not None and now is not None and now > then


def _judged_from_s(step: Step, row: Row) -> float:
    """Second of the step from which somebody is judged whose way in begins with this row."""
    length_s = max(1.0, (step.planned_s or UNKNOWN_LENGTH_S) - row.step_s)
    return row.step_s + ease_in_s(length_s) + min(60.0, length_s / 10)


def _over(row: Row) -> float:
    if row.heart is None or row.guide_high_bpm is None or row.flags & RECOVERY:
        return 0.0
    return max(0.0, row.heart - row.guide_high_bpm - OVER_MARGIN_BPM)


def _is_known(row: Row) -> bool:
    if row.flags & WALK:
        return True
    is_guided = row.guide_low_bpm is not None and row.guide_high_bpm is not None
    return is_guided and row.heart is not None and not row.flags & (RECOVERY | BY_EFFORT)


def _is_in_band(row: Row) -> bool:
    low, high, bpm = row.guide_low_bpm, row.guide_high_bpm, row.heart
    if not _is_known(row) or row.flags & WALK or low is None or high is None or bpm is None:
        return False
    return low <= bpm < high
