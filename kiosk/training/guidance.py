"""What one athlete is told, second by second: smoothing, the ease-in, over and under."""

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, median

from kiosk.training.zones import Band

MEDIAN_S = 5
CONTROL_SMOOTHING = 1 - math.exp(-1 / 5)
"""α of the control heart rate's moving average: a time constant of 5 s at one value a second."""
OVER_MARGIN_BPM, OVER_AFTER_S, OVER_CLEARS_S = 2.0, 10.0, 5.0
UNDER_MARGIN_BPM, UNDER_AFTER_S, UNDER_GRACE_S = 2.0, 20.0, 60.0
DOWNWARD_SILENCE_S = 180.0
START_S = 30
SLOPE_S = 30
PROJECTION_S = 30.0
_MIN_SLOPE_READINGS = 10
SUSPECT_JUMP_BPM = 30.0
SUSPECT_WINDOW_S = 10


class Verdict(StrEnum):
    """Where the athlete stands against the band they are guided by."""

    NONE = "none"
    """No band, or no fresh heart rate: nothing to say."""
    EASING = "easing"
    """On the way in, not yet judged for being low."""
    IN = "in"
    OVER = "over"
    UNDER = "under"


def ease_in_s(duration_s: float) -> float:
    """Seconds a step gives its athletes to get into the band: min(clamp(0.2·D, 120, 300), D/3).

    A step of 1200 s gives 240, 600 gives 120, 225 gives 75.
    """
    return min(max(120.0, min(300.0, duration_s / 5)), duration_s / 3)


def ease_band(band: Band, hr0: float | None, t_s: float, ease_s: float) -> Band:
    """The band that guides at second `t_s` of a step begun at `hr0` (None: the band itself).

    With f = min(1, t/E): upper = U0 + (high − U0)·f from U0 = min(high, hr0 + 4), and lower =
    (hr0 − 5) + (low − hr0 + 5)·f. hr0 150, band 155–160, E 240: at t = 60 147.5–155.5, at 120
    150.0–157.0. Lower never lies above the band's own low: towards a band below hr0 the formula
    would begin above it, so there the band holds from the first second, and BandWatch keeps
    silent while the heart comes down.
    """
    if hr0 is None:
        return band
    f = min(1.0, max(0.0, t_s / ease_s)) if ease_s > 0 else 1.0
    upper = min(band.high, hr0 + 4)
    lower = min(band.low, hr0 - 5)
    if f == 1.0:
        return band
    return Band(lower + (band.low - lower) * f, upper + (band.high - upper) * f)


def starting_hr(history: Sequence[float | None]) -> float | None:
    """hr0 of a step: the mean of the last 30 one-second readings, bpm; None if all are missing."""
    heard = [bpm for bpm in history[-START_S:] if bpm is not None]
    return fmean(heard) if heard else None


def is_suspect(recent: Sequence[float | None], bpm: float, *, work_changed: bool) -> bool:
    """Whether a reading jumped by more than 30 bpm within 10 s without a change of work.

    `recent` are the one-second readings before it, newest last. The jump is measured from the
    median of the last ten, so that one wild reading does not throw suspicion on the good ones
    after it, and a level that stays becomes believable by itself.
    """
    heard = [value for value in recent[-SUSPECT_WINDOW_S:] if value is not None]
    if not heard or work_changed:
        return False
    if max(heard) - SUSPECT_JUMP_BPM <= bpm <= min(heard) + SUSPECT_JUMP_BPM:
        return False  # near all of them: most seconds, and no median needed
    return abs(bpm - median(heard)) > SUSPECT_JUMP_BPM


def projection(history: Sequence[float | None]) -> float | None:
    """The heart rate to expect in 30 s, bpm: HR + 30·slope, slope by least squares over the last
    30 one-second values (newest last). None without a newest value or with fewer than ten.
    """
    newest = history[-1] if history else None
    points = [(t, bpm) for t, bpm in enumerate(history[-SLOPE_S:]) if bpm is not None]
    if len(points) < _MIN_SLOPE_READINGS or newest is None:
        return None
    mean_t, mean_bpm = (sum(values) / len(points) for values in zip(*points, strict=True))
    covariance = variance = 0.0
    for t, bpm in points:
        covariance += (t - mean_t) * (bpm - mean_bpm)
        variance += (t - mean_t) * (t - mean_t)
    return newest + PROJECTION_S * covariance / variance


class Smoother:
    """One athlete's readings, one update a second, as a number to show and one to steer by.

    A missing second is never filled in: the median is of what was heard in the last 5 s, and
    both values are None as soon as nothing was.
    """

    def __init__(self) -> None:
        self._readings: deque[float | None] = deque(maxlen=MEDIAN_S)
        self._shown: float | None = None
        self._control: float | None = None

    def update(self, bpm: float | None) -> None:
        """Takes the next second's reading, bpm; None when there was none."""
        self._readings.append(bpm)
        heard = [value for value in self._readings if value is not None]
        value = self._shown = median(heard) if heard else None
        if value is None or self._control is None:
            self._control = value
        else:
            self._control += CONTROL_SMOOTHING * (value - self._control)

    @property
    def shown(self) -> float | None:
        """Median of the last 5 s, bpm; shown as a number by zones.shown_bpm."""
        return self._shown

    @property
    def control(self) -> float | None:
        """Moving average of the shown value, α = 1 − e^(−1/5), bpm; starts at its first value."""
        return self._control


@dataclass(slots=True)
class _Held:
    """How long a condition has held without a break, by the times it is asked."""

    since_s: float | None = None

    def for_s(self, condition: bool, t_s: float) -> float:
        """Seconds it has held at `t_s`; −1 while it does not."""
        if not condition:
            self.since_s = None
            return -1.0
        if self.since_s is None:
            self.since_s = t_s
        return t_s - self.since_s


class BandWatch:
    """The verdict on one athlete in one step, with hysteresis; make a new one for every step.

    OVER: above the guide's upper + 2 for 10 s, until at or below upper for 5 s. UNDER: below the
    target's low − 2 for 20 s, never before t = E + 60, until at or above low. Within these
    margins and times nobody is bothered: IN. Warm-ups and cool-downs are not watched at all.

    A step is downward if hr0 lies at or above the target's high; then neither is said before
    t = 180, because the heart takes that long to settle.
    """

    def __init__(self) -> None:
        self._over = self._under = False
        self._above, self._settled, self._below = _Held(), _Held(), _Held()
        self._hr0: float | None = None
        self.is_downward = False
        """Whether the heart has to come down first; known after the first update."""

    def update(
        self,
        t_s: float,
        control_hr: float | None,
        guide: Band,
        target: Band,
        ease_s: float,
        hr0: float | None = None,
    ) -> Verdict:
        """The verdict at second `t_s` of the step; call once a second, times must not go back.

        `control_hr` and `hr0` in bpm; without an hr0 the first control heart rate stands in.
        A missing control heart rate is NONE and starts all the waiting anew.
        """
        if control_hr is None:
            self._forget()
            return Verdict.NONE
        if self._hr0 is None:
            self._hr0 = control_hr if hr0 is None else hr0
            self.is_downward = self._hr0 >= target.high
        self._judge_over(t_s, control_hr, guide.high)
        self._judge_under(t_s, control_hr, target.low)
        if self.is_downward and t_s < DOWNWARD_SILENCE_S:
            return Verdict.IN if target.low <= control_hr < target.high else Verdict.EASING
        if self._over:
            return Verdict.OVER
        if t_s < ease_s + UNDER_GRACE_S:
            return Verdict.EASING if control_hr < target.low else Verdict.IN
        return Verdict.UNDER if self._under else Verdict.IN

    def _judge_over(self, t_s: float, bpm: float, upper: float) -> None:
        above_s = self._above.for_s(bpm > upper + OVER_MARGIN_BPM, t_s)
        settled_s = self._settled.for_s(bpm <= upper, t_s)
        if self._over:
            self._over = settled_s < OVER_CLEARS_S
        else:
            self._over = above_s >= OVER_AFTER_S

    def _judge_under(self, t_s: float, bpm: float, low: float) -> None:
        below_s = self._below.for_s(bpm < low - UNDER_MARGIN_BPM, t_s)
        self._under = bpm < low and (self._under or below_s >= UNDER_AFTER_S)

    def _forget(self) -> None:
        self._over = self._under = False
        self._above, self._settled, self._below = _Held(), _Held(), _Held()
