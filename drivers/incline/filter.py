"""From a shaking deck's angles to its grade: refuse, de-spike, smooth, at any sample rate."""

import math
from collections import deque
from typing import Literal

from drivers.incline.readings import Angle
from kiosk.calibration import Calibration

Axis = Literal["pitch", "roll"]

LARGEST_TILT_DEG = 30.0
"""Further from zero than any deck goes (58 %)."""
CUTOFF_HZ = 0.25
GAP_S = 2.0
"""After a longer silence the deck may be anywhere: start again."""
LONGEST_HOLD_S = 0.5
"""Of one sample: the first one after a pause must not weigh more than this."""
MEDIAN_SPAN_S = 0.05
"""Three samples within this are a fast stream: their median costs no lag and kills spikes. In a
slow one it would turn steps at a third of the sample rate into a false tilt."""

WINDOW_S = 1.5
JUMP_DEG = 0.75
"""Further from the output than a moving deck gets; less (1.3 %) is never taken for a spike."""
HAMPEL_SCALES = 3.0
MAD_TO_SIGMA = 1.4826
JUMP_LASTS_S = 1.0
"""After this a jump is believed, and followed at once: a sensor was turned, not knocked."""
JUMP_SHARE = 0.9

START_SPAN_S = 0.4
FEWEST = 3
AGREE_DEG = 3.0


class GradeFilter:
    """One station's grade from its sensor's angles.

    Per sample: the tilt is refused beyond 30° from zero; the median of three removes single
    spikes of fast streams; a Hampel test over the last 1.5 s leaves out what a deck cannot do
    (F. R. Hampel, JASA 69, 1974: three scaled median deviations) unless it lasts; a second-order
    Butterworth low-pass at 0.25 Hz takes away the runner's steps (1.8–3 Hz).
    The low-pass is stepped through its exact solution over each measured interval, so it is the
    same filter at 5 and at 200 samples a second, with jitter and with lost frames.
    """

    def __init__(self, calibration: Calibration) -> None:
        self._calibration = calibration
        self._low_pass: LowPass | None = None
        self._raw: deque[tuple[float, float]] = deque(maxlen=3)
        self._window: deque[tuple[float, float]] = deque()
        self._last_at = -math.inf

    def calibrate(self, calibration: Calibration) -> None:
        """From now on the deck's tilt is found so; what was heard before no longer counts."""
        self._calibration = calibration
        self.restart()

    def restart(self) -> None:
        """Begins anew, as after a long silence."""
        self._low_pass = None
        self._raw.clear()
        self._window.clear()

    def tilt_deg(self, angle: Angle) -> float:
        """The deck's tilt from zero, uphill positive, degrees."""
        how = self._calibration
        read = angle.pitch_deg if how.axis == "pitch" else angle.roll_deg
        turned = (read - how.zero_deg + 180.0) % 360.0 - 180.0
        return turned * (-how.span if how.invert else how.span)

    def feed(self, at: float, angle: Angle) -> float | None:
        """The grade in percent, 100·tan(tilt), after a sample heard at `at` (monotonic seconds).

        None until a few samples agree, and for a tilt that no deck has.
        """
        tilt = self.tilt_deg(angle)
        if abs(tilt) > LARGEST_TILT_DEG:
            return None
        if at - self._last_at > GAP_S:
            self.restart()
        self._last_at = at = max(at, self._last_at)
        value = self._without_spike(at, tilt)
        self._window.append((at, value))
        while len(self._window) > FEWEST and at - self._window[0][0] > WINDOW_S:
            self._window.popleft()
        if self._low_pass is None:
            self._start(at)
        else:
            self._go_on(self._low_pass, at, value)
        if self._low_pass is None:
            return None
        return 100.0 * math.tan(math.radians(self._low_pass.level))

    def _without_spike(self, at: float, tilt: float) -> float:
        self._raw.append((at, tilt))
        if len(self._raw) < 3 or at - self._raw[0][0] > MEDIAN_SPAN_S:
            return tilt
        return _median([value for _, value in self._raw])

    def _start(self, at: float) -> None:
        """Begins at the first tilt that most samples agree on, not with a ramp from zero."""
        if at - self._window[0][0] >= START_SPAN_S:
            self._begin(at, [value for _, value in self._window])

    def _begin(self, at: float, values: list[float]) -> None:
        middle = _median(values)
        agreeing = [value for value in values if abs(value - middle) <= AGREE_DEG]
        if len(values) >= FEWEST and 2 * len(agreeing) > len(values):
            self._low_pass = LowPass(CUTOFF_HZ, at, sum(agreeing) / len(agreeing))

    def _go_on(self, low_pass: "LowPass", at: float, value: float) -> None:
        offset = value - low_pass.level
        if abs(offset) > JUMP_DEG:
            if self._has_jumped(low_pass.level, at, math.copysign(JUMP_DEG, offset)):
                self._begin(at, self._recent(at))
                return
            scale = _median([abs(each - low_pass.level) for _, each in self._window])
            if self._is_young(at) or abs(offset) > HAMPEL_SCALES * MAD_TO_SIGMA * scale:
                value = low_pass.level
        low_pass.feed(at, value)

    def _is_young(self, at: float) -> bool:
        """Whether the window, after a pause, is too short to tell a knock from a new level."""
        return at - self._window[0][0] < JUMP_SHARE * JUMP_LASTS_S

    def _has_jumped(self, level: float, at: float, jump: float) -> bool:
        """Whether nearly all samples of the last second lie more than `jump` from `level`."""
        recent = self._recent(at)
        beyond = sum((value - level) / jump > 1.0 for value in recent)
        many = len(recent) >= FEWEST and beyond >= JUMP_SHARE * len(recent)
        return many and not self._is_young(at)

    def _recent(self, at: float) -> list[float]:
        return [value for heard, value in self._window if at - heard <= JUMP_LASTS_S]


class LowPass:
    """A second-order Butterworth low-pass for samples at any times."""

    def __init__(self, cutoff_hz: float, at: float, level: float) -> None:
        # Both poles have real and imaginary parts of this size.
        self._sigma = 2.0 * math.pi * cutoff_hz / math.sqrt(2.0)
        self._at = at
        self._input = level
        self._rate = 0.0
        self.level = level

    def feed(self, at: float, value: float) -> None:
        """Goes to `at` with the input held halfway between the last sample and this one.

        Between samples e = level − input obeys e″ + 2σe′ + 2σ²e = 0, whose solution is
        e^(−σt)·(e₀·cos σt + (e₀ + e₀′/σ)·sin σt).
        """
        span = min(at - self._at, LONGEST_HOLD_S)
        held = (self._input + value) / 2.0
        self._at, self._input = at, value
        sigma, rate, error = self._sigma, self._rate, self.level - held
        decay = math.exp(-sigma * span)
        cos, sin = math.cos(sigma * span), math.sin(sigma * span)
        self.level = held + decay * (error * cos + (error + rate / sigma) * sin)
        self._rate = decay * (rate * cos - (2.0 * sigma * error + rate) * sin)


def _median(values: list[float]) -> float:
    """A value that occurs: of two in the middle the higher."""
    return sorted(values)[len(values) // 2]
