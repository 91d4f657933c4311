"""Keeps every device running: opens, watches, closes and reopens it, and says how it is doing."""

import logging
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Protocol, Self

from kiosk.clock import Clock, SystemClock
from kiosk.errors import DeviceAbsent, DeviceError
from kiosk.events import DeviceState, DeviceStatus, Event

BACK_OFF_S = (0.25, 0.5, 1.0)
STOP_LIMIT_S = 5.0

_logger = logging.getLogger(__name__)


class Device(Protocol):
    """One piece of hardware, driven by a thread of the supervisor."""

    @property
    def name(self) -> str:
        """As in DeviceStatus: "ant" or "incline:<station>"."""
        ...

    def run(self, ready: Callable[[str], None], stop: threading.Event) -> None:
        """Opens the device and reads it until `stop` is set; closes all it opened on every way out.

        Calls `ready` with a sentence on how it is connected once it is proven to work.
        Raises DeviceAbsent when it is not plugged in, DeviceError when it fails or is lost.
        """
        ...


class Supervisor:
    """One thread per device; a device that fails is tried again with a growing pause."""

    def __init__(
        self, devices: Sequence[Device], post: Callable[[Event], None], clock: Clock
    ) -> None:
        self._keepers = [_Keeper(device, post, clock) for device in devices]
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        self._stop.clear()
        self._threads = [
            threading.Thread(
                target=keeper.keep, args=(self._stop,), name=f"device {keeper.name}", daemon=True
            )
            for keeper in self._keepers
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends all devices; waits STOP_LIMIT_S at most and logs who has not ended by then."""
        self._stop.set()
        now = SystemClock().monotonic  # a real wait, whatever clock the events use
        deadline = now() + STOP_LIMIT_S
        for thread in self._threads:
            thread.join(max(0.0, deadline - now()))
            if thread.is_alive():
                _logger.error("%s did not end within %g s", thread.name, STOP_LIMIT_S)
        self._threads = []

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


class _Keeper:
    """Runs one device again and again, and reports each change of its state once."""

    def __init__(self, device: Device, post: Callable[[Event], None], clock: Clock) -> None:
        self.name = device.name
        self._device = device
        self._post = post
        self._clock = clock
        self._said: tuple[DeviceState, str] | None = None
        self._live = False
        self._was_live = False
        self._failures = 0
        self._logged = ""
        """What was last logged about the fault at hand: the same fault is not logged again."""

    def keep(self, stop: threading.Event) -> None:
        self._say("searching", f"Looking for {_spoken(self.name)}")
        while not stop.is_set():
            try:
                self._device.run(self._ready, stop)
                if stop.is_set():
                    return
                self._failed(DeviceError(f"{_capital(self.name)} ended by itself: trying again"))
            except DeviceError as error:
                if not stop.is_set():  # else it is only the echo of our own stopping
                    self._failed(error)
            except Exception as error:  # noqa: BLE001 - a bug in a driver must not end the session
                self._surprised(error)
            stop.wait(BACK_OFF_S[min(self._failures, len(BACK_OFF_S)) - 1])

    def _ready(self, how: str) -> None:
        if self._logged:
            _logger.warning("%s is back: %s", self.name, how)
        self._logged = ""
        self._failures = 0
        self._live = self._was_live = True
        self._say("live", how)

    def _failed(self, error: DeviceError) -> None:
        if not self._logged:
            what = "lost" if self._live else "not working"
            self._logged = f"{type(error).__name__}: {error}"
            _logger.warning("%s is %s: %s", self.name, what, error)
        self._down(self._state_after(error), str(error))

    def _surprised(self, error: Exception) -> None:
        fault = f"{type(error).__name__}: {error}"
        if fault != self._logged:
            self._logged = fault
            _logger.error("%s stopped unexpectedly", self.name, exc_info=error)
        self._down(
            "failed",
            f"{_capital(self.name)} stopped because of a fault in the program:"
            " it is being started again; if this stays, restart the kiosk",
        )

    def _state_after(self, error: DeviceError) -> DeviceState:
        if self._live:
            return "lost"
        if isinstance(error, DeviceAbsent):
            return "lost" if self._was_live else "searching"
        return "failed"

    def _down(self, state: DeviceState, message: str) -> None:
        self._live = False
        self._failures += 1
        self._say(state, message)

    def _say(self, state: DeviceState, message: str) -> None:
        if (state, message) != self._said:
            self._said = (state, message)
            self._post(DeviceStatus(self._clock.monotonic(), self.name, state, message))


def _spoken(name: str) -> str:
    """ "incline:Treadmill 1" as people say it."""
    if name == "ant":
        return "the ANT stick"
    kind, _, station = name.partition(":")
    return f"the {kind} sensor of {station}" if station else f"the {kind}"


def _capital(name: str) -> str:
    spoken = _spoken(name)
    return spoken[0].upper() + spoken[1:]
