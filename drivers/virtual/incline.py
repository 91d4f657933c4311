"""A WitMotion sensor without hardware, on a deck that tilts and shakes like a real one."""

import math
import random
import struct
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

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
from drivers.virtual.pty_port import PtyPort
from kiosk.clock import SystemClock

DECK_PERCENT_PER_S = 0.75
"""How fast a treadmill's motor lifts the deck; real ones do 0.5–1 % a second."""
OTHER_AXIS_DEG = -0.6
"""Nobody mounts a sensor quite level; also tells a reader of the wrong axis from a flat deck."""
SPIKE_CHANCE = 0.02
SPIKE_FACTOR = 6.0
STEP_G = 0.3
FLUSH_S = 1.0
LATE_S = 1.0

GradeSource = float | Callable[[float], float]
"""Percent, or percent as a function of the seconds since the start."""


class Shake:
    """What a runner adds to a deck's angle: their steps, and now and then a spike.

    Steps are a sine of `deg` at `hz` (1.8–3 Hz for people); one sample in fifty is off by six
    times as much. The same seed gives the same spikes.
    """

    def __init__(self, hz: float, deg: float, seed: int = 1) -> None:
        self._hz = hz
        self._deg = deg
        self._random = random.Random(seed)

    def angle_deg(self, t: float) -> float:
        """The next sample's share, `t` seconds after the start."""
        spike = 0.0
        if self._random.random() < SPIKE_CHANCE:
            spike = self._random.choice((-SPIKE_FACTOR, SPIKE_FACTOR))
        return self._deg * (math.sin(2.0 * math.pi * self._hz * t) + spike)

    def vertical_g(self, t: float) -> float:
        if not self._deg:
            return 0.0
        return STEP_G * math.sin(2.0 * math.pi * self._hz * t)


class VirtualIncline:
    """Streams acceleration and angle frames on a pty linked at `link`, from a thread of its own.

    `grade` is the wanted grade in percent and may be set at any time; the deck starts there, and
    from then on follows at `slew_percent_per_s` (None: at once). `log` gets a CSV line with the
    time and the true grade, without shaking, for each angle frame that went onto the line.
    Raises DeviceError from start() when the link cannot be made.
    """

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
    ) -> None:
        self.grade: GradeSource = grade
        self._link = link
        self._period_s = 1.0 / rate_hz
        self._axis: Axis = axis
        self._slew = slew_percent_per_s
        self._shake = shake or Shake(hz=0.0, deg=0.0)
        self._faults = faults or Faults()
        self._log = log
        self._clock = SystemClock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._port: PtyPort | None = None

    def start(self) -> None:
        self._stop.clear()
        self._port = port = PtyPort(self._link)
        if self._log:
            self._log.write("utc_ms,grade_percent\n")
        self._thread = threading.Thread(
            target=self._stream, args=(port,), name=f"virtual incline {self._link.name}"
        )
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread:
            self._thread.join()
        if self._port:
            self._port.close()
        if self._log:
            self._log.flush()
        self._thread = self._port = None

    def unplug(self) -> None:
        if self._port:
            self._port.unplug()

    def plug(self) -> None:
        if self._port:
            self._port.plug()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _stream(self, port: PtyPort) -> None:
        start = due = flushed = self._clock.monotonic()
        percent = self._wanted(0.0)
        while True:
            now = self._clock.monotonic()
            percent = self._towards(self._wanted(now - start), percent)
            self._send(port, now - start, percent)
            if self._log and now - flushed >= FLUSH_S:
                self._log.flush()
                flushed = now
            due += self._period_s
            if now - due > LATE_S:  # the machine slept: go on from here, not in a burst
                due = now
            if self._stop.wait(max(0.0, due - self._clock.monotonic())):
                return

    def _wanted(self, t: float) -> float:
        grade = self.grade
        return grade(t) if callable(grade) else grade

    def _towards(self, wanted: float, percent: float) -> float:
        if self._slew is None:
            return wanted
        most = self._slew * self._period_s
        return percent + min(most, max(-most, wanted - percent))

    def _send(self, port: PtyPort, t: float, percent: float) -> None:
        tilt = math.degrees(math.atan(percent / 100.0)) + self._shake.angle_deg(t)
        roll, pitch = (OTHER_AXIS_DEG, tilt) if self._axis == "pitch" else (tilt, OTHER_AXIS_DEG)
        damage = self._faults.damage
        dropped_before = port.dropped_bytes
        was_plugged = port.plugged
        port.write(damage(gravity_frame(roll, pitch, self._shake.vertical_g(t))))
        port.write(damage(angle_frame(roll, pitch)))
        if self._log and was_plugged and port.dropped_bytes == dropped_before:
            self._log.write(f"{self._clock.utc_ms()},{percent:.4f}\n")


def serve(
    sensor: VirtualIncline, stop: threading.Event, unplug: Sequence[tuple[float, float]] = ()
) -> None:
    """Runs `sensor` until `stop` is set, for the command line.

    `unplug` has pairs of seconds: how long after the start the cable comes out, and for how long.
    Raises DeviceError when the link cannot be made.
    """
    clock = SystemClock()
    with sensor:
        start = clock.monotonic()
        for at_s, for_s in sorted(unplug):
            for when, action in ((at_s, sensor.unplug), (at_s + for_s, sensor.plug)):
                if stop.wait(max(0.0, start + when - clock.monotonic())):
                    return
                action()
        stop.wait()


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


def gravity_frame(roll_deg: float, pitch_deg: float, vertical_g: float = 0.0) -> bytes:
    """The acceleration frame of a sensor held at these angles and shaken up and down."""
    roll, pitch = math.radians(roll_deg), math.radians(pitch_deg)
    unit = FULL_SCALE_G / FULL_SCALE
    x = -math.sin(pitch)
    y = math.sin(roll) * math.cos(pitch)
    z = math.cos(roll) * math.cos(pitch) + vertical_g
    return _frame(ACCELERATION, x / unit, y / unit, z / unit, 2500)  # 25.00 °C


def _frame(kind: int, *fields: float) -> bytes:
    body = struct.pack("<BB4h", HEADER, kind, *(_int16(field) for field in fields))
    return body + bytes([checksum(body)])


def _int16(value: float) -> int:
    return min(FULL_SCALE - 1, max(-FULL_SCALE, round(value)))
