"""An incline sensor on a serial port: read, decode, filter, post the station's grade."""

import threading
from collections.abc import Callable
from contextlib import closing
from typing import Literal

from drivers.incline.filter import LARGEST_TILT_DEG, Axis, GradeFilter
from drivers.incline.witmotion import Angle, WitMotionReader
from drivers.serial_port import open_port
from kiosk.clock import Clock
from kiosk.errors import DeviceError
from kiosk.events import Event, Grade

AUTO_BAUDS = (115200, 9600)
SILENT_S = 3.0
POST_EVERY_S = 0.2
FEW_FRAMES = 3
"""Fewer in SILENT_S are chance hits in noise."""
POLL_S = 0.05
"""Bytes are fetched in batches: a short sleep each, not a wake-up for every byte."""


class InclinePort:
    """One station's WitMotion sensor; a device for the supervisor."""

    def __init__(
        self,
        station: str,
        path: str,
        baud: int | Literal["auto"],
        *,
        axis: Axis,
        zero_deg: float = 0.0,
        invert: bool = False,
        post: Callable[[Event], None],
        clock: Clock,
    ) -> None:
        self.name = f"incline:{station}"
        self._station = station
        self._path = path
        self._bauds = AUTO_BAUDS if baud == "auto" else (baud,)
        self._axis: Axis = axis
        self._zero_deg = zero_deg
        self._invert = invert
        self._post = post
        self._clock = clock

    def run(self, ready: Callable[[str], None], stop: threading.Event) -> None:
        """Reads until `stop` is set; of several baud rates keeps the first that brings frames.

        Calls `ready` at the first angle that a deck can have. Raises DeviceError when the port
        cannot be opened or is lost, and when no such angle has come for 3 s; the sentence tells a
        silent sensor from a wrong baud rate, from one that sends other things than angles and
        from one mounted askew.
        """
        line = _Line(GradeFilter(self._axis, self._zero_deg, self._invert))
        for baud in self._bauds:
            self._follow(baud, line, ready, stop)
            if stop.is_set():
                return
            if line.reader.frames >= FEW_FRAMES:
                break
        raise DeviceError(self._complaint(line))

    def _follow(
        self, baud: int, line: "_Line", ready: Callable[[str], None], stop: threading.Event
    ) -> None:
        """Until `stop` is set or nothing usable has come for too long."""
        with closing(open_port(self._path, baud)) as port:
            patience = SILENT_S / len(self._bauds)
            usable_at = fetched_at = self._clock.monotonic()
            posted_at = fetched_at - POST_EVERY_S
            while not stop.wait(POLL_S):
                try:
                    data = port.read(port.in_waiting)
                except OSError as error:  # pyserial's own error is one too
                    raise self._unplugged() from error
                now = self._clock.monotonic()
                if line.take(data, fetched_at, now):
                    usable_at = now
                    if not line.proven:
                        line.proven, patience = True, SILENT_S
                        ready(f"WitMotion sensor on {self._path} at {baud} baud")
                fetched_at = now
                if line.fresh_percent is not None and now - posted_at >= POST_EVERY_S:
                    self._post(Grade(now, self._station, line.fresh_percent))
                    posted_at, line.fresh_percent = now, None
                if now - usable_at >= patience:
                    return

    def _unplugged(self) -> DeviceError:
        return DeviceError(
            f"The incline sensor of {self._station} was unplugged:"
            f" plug its cable into {self._path} again"
        )

    def _complaint(self, line: "_Line") -> str:
        """Why nothing usable has come lately, and what to do."""
        sensor = f"The incline sensor of {self._station} on {self._path}"
        if not line.silent_bytes:
            return f"{sensor} is silent: check its power and cable"
        if line.silent_frames < FEW_FRAMES:
            rates = " or ".join(str(baud) for baud in self._bauds)
            return (
                f"{sensor} sends bytes that make no sense at {rates} baud: the baud rate is"
                " probably wrong, set the sensor's own in the configuration"
            )
        if line.askew_deg is None:
            return f"{sensor} sends no angles: switch on its angle output with the maker's program"
        return (
            f"{sensor} reads {line.askew_deg:.0f}° from its zero, more than"
            f" {LARGEST_TILT_DEG:.0f}°: check how it is mounted, or set its axis and zero in"
            " the configuration"
        )


class _Line:
    """What comes over the wire, and what has come since it was last of use."""

    def __init__(self, grade_filter: GradeFilter) -> None:
        self.reader = WitMotionReader()
        self.proven = False
        self._filter = grade_filter
        self.fresh_percent: float | None = None
        """The newest grade, until it is posted."""
        self.silent_bytes = 0
        self.silent_frames = 0
        self.askew_deg: float | None = None

    def take(self, data: bytes, since: float, now: float) -> bool:
        """Whether the bytes fetched between `since` and `now` brought a usable angle."""
        frames_before = self.reader.frames
        angles = [each for each in self.reader.feed(data) if isinstance(each, Angle)]
        usable = False
        for number, angle in enumerate(angles, start=1):
            tilt = self._filter.tilt_deg(angle)
            if abs(tilt) > LARGEST_TILT_DEG:
                self.askew_deg = tilt
                continue
            usable = True
            # Frames of one batch came one after another: the filter wants to know when.
            at = since + (now - since) * number / len(angles)
            percent = self._filter.feed(at, angle)
            self.fresh_percent = self.fresh_percent if percent is None else percent
        if usable:
            self.silent_bytes = self.silent_frames = 0
            self.askew_deg = None
        else:
            self.silent_bytes += len(data)
            self.silent_frames += self.reader.frames - frames_before
        return usable
