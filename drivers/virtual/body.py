"""Simulated athletes: a heart that answers work slowly, and people who aim at different efforts."""

import math
import random
from collections import deque
from typing import Literal

Style = Literal["steady", "eager", "lazy"]

NOISE_MEMORY_S = 15.0
LIGHT_RESERVE_SHARE = 0.55
"""What people do when nothing guides them: warm-up, cool-down."""
EAGER_BPM = 8.0
LAZY_BPM = 5.0
HEEDS_AFTER_S = 15.0
HEEDS_FOR_S = 120.0


class VirtualBody:
    """A heart rate that follows demand: a pure delay, then a first-order lag, plus smooth noise.

    The time constant of 58 s is the mean that Hunt (2015) measured on treadmills; the delay of
    10 s stands for the time before the heart answers at all. The noise is a first-order
    autoregressive series with a standard deviation of `noise_bpm`; the same seed gives the same.
    """

    def __init__(
        self,
        resting_hr: float,
        max_hr: float,
        *,
        tau_s: float = 58.0,
        delay_s: float = 10.0,
        noise_bpm: float = 1.0,
        seed: int = 1,
    ) -> None:
        self._resting_hr = resting_hr
        self._max_hr = max_hr
        self._tau_s = tau_s
        self._delay_s = delay_s
        self._noise_bpm = noise_bpm
        self._random = random.Random(seed)
        self._heart_rate = resting_hr
        self._noise = 0.0
        self._now_s = 0.0
        self._felt = resting_hr
        self._coming: deque[tuple[float, float]] = deque()
        """Demands on their way: from when they are felt, and how much."""

    def step(self, dt_s: float, demand_bpm: float) -> float:
        """Lets `dt_s` seconds pass under a demand; the heart rate then, never above the maximum.

        `demand_bpm` is the heart rate that the work would settle at.
        """
        self._coming.append((self._now_s + self._delay_s, demand_bpm))
        self._now_s += dt_s
        while self._coming and self._coming[0][0] < self._now_s:
            self._felt = self._coming.popleft()[1]
        aim = min(self._max_hr, max(self._resting_hr, self._felt))
        self._heart_rate += (aim - self._heart_rate) * -math.expm1(-dt_s / self._tau_s)
        memory = math.exp(-dt_s / NOISE_MEMORY_S)
        fresh = self._noise_bpm * math.sqrt(1.0 - memory * memory)
        self._noise = memory * self._noise + self._random.gauss(0.0, fresh)
        return min(self._max_hr, self._heart_rate + self._noise)


class VirtualWill:
    """What an athlete of a certain style aims at, in bpm.

    Steady people aim at the middle of their band. Eager ones aim 8 bpm above it, lazy ones 5 bpm
    below, until they have been told so for 15 s; then they aim at the middle for two minutes.
    """

    def __init__(self, style: Style, resting_hr: float, max_hr: float) -> None:
        self._style: Style = style
        self._light = resting_hr + LIGHT_RESERVE_SHARE * (max_hr - resting_hr)
        self._told_s = 0.0
        self._heeds_s = 0.0

    def demand(
        self, dt_s: float, guide_low: float | None, guide_high: float | None, verdict: str
    ) -> float:
        """The demand for the next `dt_s` seconds.

        The guide is the band as shown, None where there is none; `verdict` is what the screen
        says of the heart rate: "over", "under", or anything else for neither.
        """
        self._heeds_s = max(0.0, self._heeds_s - dt_s)
        fault = {"steady": None, "eager": "over", "lazy": "under"}[self._style]
        self._told_s = self._told_s + dt_s if verdict == fault else 0.0
        if self._told_s >= HEEDS_AFTER_S:
            self._heeds_s = HEEDS_FOR_S
        if guide_low is None or guide_high is None:
            return self._light
        if self._style == "eager" and not self._heeds_s:
            return guide_high + EAGER_BPM
        if self._style == "lazy" and not self._heeds_s:
            return guide_low - LAZY_BPM
        return (guide_low + guide_high) / 2.0
