"""A station's device in a thread of its own, for tests, and all it said."""

import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypeVar

from drivers.incline.codec import Codec
from drivers.incline.station import StationDevice, station_device
from drivers.serial_port import SerialPort
from kiosk.calibration import Calibration
from kiosk.clock import Clock, SystemClock
from kiosk.errors import DeviceError
from kiosk.events import Event, Grade, Motion
from kiosk.settings import InclineSettings, StationSettings

STATION = "Treadmill 1"
HANGS_S = 60.0
E = TypeVar("E", bound=Event)


def device(
    path: Path,
    post: Callable[[Event], None],
    clock: Clock,
    *,
    calibration: Calibration | None = None,
    kind: Literal["treadmill", "stair"] = "treadmill",
    **incline: Any,
) -> StationDevice:
    settings = InclineSettings.model_validate({"driver": "witmotion", "port": str(path), **incline})
    station = StationSettings(name=STATION, kind=kind, incline=settings)
    made = station_device(station, calibration, post, clock)
    assert made is not None
    return made


class Running:
    """One run of a device until it is stopped or fails."""

    def __init__(self, path: Path, clock: Clock, **options: Any) -> None:
        self.events: list[Event] = []
        self.sentences: list[str] = []
        self.faults: list[str] = []
        self.error: DeviceError | None = None
        self.stop = threading.Event()
        self.device = device(path, self.events.append, clock, **options)
        self.thread = threading.Thread(target=self._run)
        self._turns = 0
        self._usual_ask, self.device._ask = self.device._ask, self._ask

    def _run(self) -> None:
        try:
            self.device.run(self._ready, self.stop)
        except DeviceError as error:
            self.error = error

    def _ask(self, port: SerialPort, codec: Codec, now: float) -> None:
        """Each turn of the device begins with it."""
        self._turns += 1
        self._usual_ask(port, codec, now)

    def keeps_up(self) -> None:
        """Returns when what was written before has been read: a test that moves the clock while
        the machine lets the device wait would make it late.
        """
        seen, deadline = self._turns, time.monotonic() + HANGS_S
        while self._turns < seen + 2 and not self.ended():
            assert time.monotonic() < deadline
            self.thread.join(0.005)

    def _ready(self, how: str, /, *, fault: bool = False) -> None:
        (self.faults if fault else self.sentences).append(how)

    def all(self, kind: type[E]) -> list[E]:
        return [event for event in self.events.copy() if isinstance(event, kind)]

    @property
    def grades(self) -> list[Grade]:
        return self.all(Grade)

    @property
    def speeds(self) -> list[float]:
        return [motion.speed_kmh for motion in self.all(Motion) if motion.speed_kmh is not None]

    @property
    def cadences(self) -> list[float]:
        return [m.cadence_spm for m in self.all(Motion) if m.cadence_spm is not None]

    def ended(self) -> bool:
        return not self.thread.is_alive()


@contextmanager
def running(path: Path, clock: Clock | None = None, **options: Any) -> Generator[Running]:
    run = Running(path, clock or SystemClock(), **options)
    run.thread.start()
    try:
        yield run
    finally:
        run.stop.set()
        run.thread.join()
