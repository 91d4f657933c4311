"""Keeps every device running: opens, watches, closes and reopens it, and says how it is doing."""

import logging
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Protocol, Self

from kiosk.clock import Clock, SystemClock
from kiosk.errors import DeviceAbsent, DeviceError
from kiosk.events import DeviceState, DeviceStatus, Event
from kiosk.words import Opening, text

BACK_OFF_S = (0.25, 0.5, 1.0)
SHORTEST_PAUSE_S = 0.05
"""However often something is plugged in: a flapping cable must not become a busy loop."""
STOP_LIMIT_S = 5.0

_logger = logging.getLogger(__name__)


class Ready(Protocol):
    """How a device says that it works."""

    def __call__(self, how: str, /, *, fault: bool = False) -> None:
        """`how` is one sentence on how it is connected; with `fault` one on what of it does not
        work, and what to do, while the rest of it does. May be called again when that changes.
        """
        ...


class Device(Protocol):
    """One piece of hardware, driven by a thread of the supervisor."""

    @property
    def name(self) -> str:
        """As in DeviceStatus: "ant" or "incline:<station>"."""
        ...

    @property
    def spoken(self) -> str:
        """As people say it in the middle of a sentence: "the ANT stick"."""
        ...

    @property
    def optional(self) -> bool:
        """True: nobody misses it. It is told of only once it was found, or found unusable."""
        ...

    def run(self, ready: Ready, stop: threading.Event) -> None:
        """Opens the device and reads it until `stop` is set; closes all it opened on every way out.

        Calls `ready` with a sentence on how it is connected once it is proven to work.
        Raises DeviceAbsent when it is not plugged in, DeviceError when it fails or is lost.
        """
        ...


class WakeSource(Protocol):
    """Whatever learns that something was plugged in, as Hotplug does."""

    def start(self, wake: Callable[[], None]) -> None:
        """From now on calls `wake`, from any thread, when a device may have come."""
        ...

    def stop(self) -> None: ...


class Supervisor:
    """One thread per device; a device that fails is tried again with a growing pause, and at once
    when `wake` says that something was plugged in.
    """

    def __init__(
        self,
        devices: Sequence[Device],
        post: Callable[[Event], None],
        clock: Clock,
        wake: WakeSource | None = None,
    ) -> None:
        self._keepers = [_Keeper(device, post, clock) for device in devices]
        self._wake_source = wake
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        self._stop = threading.Event()  # a new one: a driver that hung keeps the one it was told by
        self._threads = [
            threading.Thread(
                target=keeper.keep, args=(self._stop,), name=f"device {keeper.name}", daemon=True
            )
            for keeper in self._keepers
        ]
        if self._wake_source is not None:
            self._wake_source.start(self.wake)
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Something was plugged in: whoever pauses tries again now. From any thread."""
        for keeper in self._keepers:
            keeper.nudged.set()

    def stop(self) -> None:
        """Ends all devices; waits STOP_LIMIT_S at most and logs who has not ended by then."""
        self._stop.set()
        self.wake()
        if self._wake_source is not None:
            self._wake_source.stop()
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
        self.nudged = threading.Event()
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
        if not self._device.optional:
            self._say("searching", text("Looking for {device}", device=self._device.spoken))
        while not stop.is_set():
            try:
                self._device.run(self._ready, stop)
                if stop.is_set():
                    return
                self._failed(
                    DeviceError(
                        text(
                            "{device} ended by itself: trying again",
                            device=Opening(self._device.spoken),
                        )
                    )
                )
            except DeviceError as error:
                if not stop.is_set():  # else it is only the echo of our own stopping
                    self._failed(error)
            except Exception as error:  # noqa: BLE001 - a bug in a driver must not end the session
                self._surprised(error)
            self._pause(stop)

    def _pause(self, stop: threading.Event) -> None:
        """The back-off; what was plugged in while the device was failing counts as well."""
        pause_s = BACK_OFF_S[max(0, min(self._failures, len(BACK_OFF_S)) - 1)]
        shortest_s = min(SHORTEST_PAUSE_S, pause_s)
        if not stop.wait(shortest_s):
            self.nudged.wait(pause_s - shortest_s)
        self.nudged.clear()

    def _ready(self, how: str, /, *, fault: bool = False) -> None:
        if fault:
            self._log_once(f"{self.name} is not whole: {how}", how)
        elif self._logged:
            _logger.warning("%s is back: %s", self.name, how)
            self._logged = ""
        self._failures = 0
        self._live = self._was_live = True
        self._say("failed" if fault else "live", how)

    def _failed(self, error: DeviceError) -> None:
        if self._device.optional and not self._was_live and isinstance(error, DeviceAbsent):
            self._failures += 1
            return
        if self._live or not self._logged:
            what = "lost" if self._live else "not working"
            self._logged = f"{type(error).__name__}: {error}"
            _logger.warning("%s is %s: %s", self.name, what, error)
        self._down(self._state_after(error), str(error))

    def _log_once(self, line: str, fault: str) -> None:
        if fault != self._logged:
            self._logged = fault
            _logger.warning("%s", line)

    def _surprised(self, error: Exception) -> None:
        fault = f"{type(error).__name__}: {error}"
        if fault != self._logged:
            self._logged = fault
            _logger.error("%s stopped unexpectedly", self.name, exc_info=error)
        self._down(
            "failed",
            text(
                "{device} stopped because of a fault in the program: it is being started "
                "again; if this stays, restart the kiosk",
                device=Opening(self._device.spoken),
            ),
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
