"""A WitMotion sensor without hardware, on a deck that tilts and shakes like a real one."""

import math
import random
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from drivers.incline.filter import Axis
from drivers.incline.witmotion import (
    ACCELERATION,
    ANGLE,
    FULL_SCALE,
    FULL_SCALE_DEG,
    FULL_SCALE_G,
    HEADER,
    checksum,
)
from drivers.virtual.faults import Faults
from drivers.virtual.twin import LATE_S, Twin

DECK_PERCENT_PER_S = 0.75
"""How fast a treadmill's motor lifts the deck; real ones do 0.5–1 % a second."""
OTHER_AXIS_DEG = -0.6
"""Nobody mounts a sensor quite level; also tells a reader of the wrong axis from a flat deck."""
SPIKE_CHANCE = 0.02
SPIKE_FACTOR = 6.0
STEP_G = 0.3
HEADING_NOISE_DEG = 0.02

GradeSource = float | Callable[[float], float]
"""Percent, or percent as a function of the seconds since the start."""


class Shake:
    """What a runner adds to a deck's angle: their steps, and now and then a spike.

    Steps are a sine of `deg` at `hz` (1.8–3 Hz for people); one sample in fifty is off by six
    times as much. The same seed gives the same spikes. `hz` and `deg` may be set at any time.
    """

    def __init__(self, hz: float, deg: float, seed: int = 1) -> None:
        self.hz = hz
        self.deg = deg
        self._random = random.Random(seed)

    def angle_deg(self, t: float) -> float:
        """The next sample's share, `t` seconds after the start."""
        spike = 0.0
        if self._random.random() < SPIKE_CHANCE:
            spike = self._random.choice((-SPIKE_FACTOR, SPIKE_FACTOR))
        return self.deg * (math.sin(2.0 * math.pi * self.hz * t) + spike)

    def vertical_g(self, t: float) -> float:
        if not self.deg:
            return 0.0
        return STEP_G * math.sin(2.0 * math.pi * self.hz * t)


class VirtualIncline(Twin):
    """Streams acceleration and angle frames on a pty linked at `link`.

    `grade` is the wanted grade in percent and may be set at any time; the deck starts there, and
    from then on follows at `slew_percent_per_s` (None: at once). `log` gets a CSV line with the
    time and the true grade, without shaking, for each angle frame that went onto the line.
    Raises DeviceError from start() when the link cannot be made.
    """

    log_header = "utc_ms,grade_percent\n"

    def __init__(
        self,
        link: Path,
        grade: GradeSource = 0.0,
        *,
        rate_hz: float = 50.0,
        axis: Axis = "pitch",
        slew_percent_per_s: float | None = DECK_PERCENT_PER_S,
        shake: Shake | None = None,
        faults: Faults | None = None,
        log: TextIO | None = None,
        baud: int | None = None,
    ) -> None:
        super().__init__(link, baud=baud, faults=faults, log=log)
        self.grade: GradeSource = grade
        self.shake = shake or Shake(hz=0.0, deg=0.0)
        self._period_s = 1.0 / rate_hz
        self._axis: Axis = axis
        self._slew = slew_percent_per_s
        self._noise = Noise()
        self._due_s = 0.0
        self._percent: float | None = None

    def start(self) -> None:
        self._due_s, self._percent = 0.0, None
        super().start()

    def _turn(self, t_s: float) -> float:
        if t_s >= self._due_s:
            self._percent = self._towards(self._wanted(t_s))
            self._stream(t_s, self._percent)
            self._due_s += self._period_s
            if t_s - self._due_s > LATE_S:
                self._due_s = t_s
        return self._due_s - (self._clock.monotonic() - self._began)

    def _wanted(self, t_s: float) -> float:
        grade = self.grade
        return grade(t_s) if callable(grade) else grade

    def _towards(self, wanted: float) -> float:
        if self._slew is None or self._percent is None:
            return wanted
        most = self._slew * self._period_s
        return self._percent + min(most, max(-most, wanted - self._percent))

    def _stream(self, t_s: float, percent: float) -> None:
        tilt = math.degrees(math.atan(percent / 100.0)) + self.shake.angle_deg(t_s)
        roll, pitch = (OTHER_AXIS_DEG, tilt) if self._axis == "pitch" else (tilt, OTHER_AXIS_DEG)
        gravity = gravity_frame(roll, pitch, self.shake.vertical_g(t_s), self._noise.shiver_g())
        angle = angle_frame(roll, pitch, self._noise.heading_deg())
        if self._send(self.faults.hold("gravity", gravity), self.faults.hold("angle", angle)):
            self._note(f"{percent:.4f}")


class Noise:
    """What no real sensor is without: the last bits of its acceleration and its heading wander."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._heading_deg = 0.0

    def heading_deg(self) -> float:
        """A heading without a compass, which drifts slowly, and never far."""
        self._heading_deg = 0.999 * self._heading_deg + self._random.gauss(0.0, HEADING_NOISE_DEG)
        return self._heading_deg

    def shiver_g(self) -> tuple[float, float, float]:
        unit = FULL_SCALE_G / FULL_SCALE
        x, y, z = (self._random.choice((-unit, 0.0, unit)) for _ in range(3))
        return x, y, z


def stepwise(first: float, plan: Sequence[tuple[float, float]]) -> Callable[[float], float]:
    """The grade by time: `first`, then each step of (seconds, percent) from its time on."""
    steps = sorted(plan)

    def grade(t: float) -> float:
        reached = [percent for at_s, percent in steps if at_s <= t]
        return reached[-1] if reached else first

    return grade


def angle_frame(roll_deg: float, pitch_deg: float, yaw_deg: float = 0.0) -> bytes:
    """An angle frame as the sensor sends it, with its version number in the last field."""
    unit = FULL_SCALE_DEG / FULL_SCALE
    return _frame(ANGLE, roll_deg / unit, pitch_deg / unit, yaw_deg / unit, 0x3845)


def gravity_frame(
    roll_deg: float,
    pitch_deg: float,
    vertical_g: float = 0.0,
    shiver_g: tuple[float, float, float] = (0.0, 0.0, 0.0),
) -> bytes:
    """The acceleration frame of a sensor held at these angles, shaken up and down, and noisy."""
    roll, pitch = math.radians(roll_deg), math.radians(pitch_deg)
    unit = FULL_SCALE_G / FULL_SCALE
    x = -math.sin(pitch)
    y = math.sin(roll) * math.cos(pitch)
    z = math.cos(roll) * math.cos(pitch) + vertical_g
    fields = (each + shiver for each, shiver in zip((x, y, z), shiver_g, strict=True))
    return _frame(ACCELERATION, *(each / unit for each in fields), 2500)  # 25.00 °C


def _frame(kind: int, *fields: float) -> bytes:
    body = struct.pack("<BB4h", HEADER, kind, *(_int16(field) for field in fields))
    return body + bytes([checksum(body)])


def _int16(value: float) -> int:
    return min(FULL_SCALE - 1, max(-FULL_SCALE, round(value)))
