"""The pins a panel is wired to: the Pi's own, or a virtual panel's over a pty; all of gpiozero.

A virtual panel speaks lines, "PIN LEVEL": its end says how the inputs are, as they change and all
of them twice a second, and is told each output as it is set.
"""

import contextlib
import os
import re
import tempfile
import threading
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from gpiozero import DigitalInputDevice, DigitalOutputDevice, PinUnknownPi
from gpiozero.pins import Factory, PinInfo
from gpiozero.pins.mock import MockFactory, MockPin

from drivers.serial_port import SerialPort, open_port, read_available
from kiosk.errors import DeviceError
from kiosk.words import text

CHIPS = Path("/dev")
BAUD = 115200
FIRST_LEVELS_S = 1.0
"""A virtual panel says within this time how its inputs are; a pin it does not name is open."""
LONGEST_LINE = 80
ANY_PI = "a02082"
"""Whose pins the virtual panel has: a Pi 3, with the header of every Pi since 2014."""
_LINE = re.compile(rb"(\d{1,2}) ([01])")


class Pins:
    """Claimed pins, by GPIO number; close() gives all of them back."""

    def __init__(self, factory: Factory, where: str) -> None:
        self.where = where
        self.board = factory.board_info.description
        self._factory = factory
        self._claimed = ExitStack()

    @property
    def lost(self) -> bool:
        """Whether the cable to the pins was pulled."""
        return isinstance(self._factory, LineFactory) and self._factory.lost.is_set()

    def watch(self, pin: int, changed: Callable[[bool], None]) -> bool:
        """Pulls the pin up; `changed` is told, in any thread, when it closes to ground or opens.

        Returns whether it is closed now. Raises an error of gpiozero's or lgpio's many.
        """
        # No bounce_time: lgpio would report a debounced edge late, and pulses come fast.
        device = DigitalInputDevice(pin, pull_up=True, bounce_time=None, pin_factory=self._factory)
        self._claimed.callback(device.close)
        device.when_activated = lambda: changed(True)
        device.when_deactivated = lambda: changed(False)
        return device.is_active

    def output(self, pin: int) -> DigitalOutputDevice:
        """The pin as an output, off. Raises as watch() does."""
        device = DigitalOutputDevice(pin, pin_factory=self._factory)
        self._claimed.callback(device.close)
        self._claimed.callback(device.off)
        return device

    def close(self) -> None:
        """Everything off, then everything closed: gpiozero's own way is `__del__`, some time."""
        with contextlib.closing(self._factory):
            if isinstance(self._factory, LineFactory):
                self._factory.stop_listening()  # nothing may call a device that is being closed
            self._claimed.close()


@contextmanager
def open_pins(path: str) -> Generator[Pins]:
    """The Pi's pins for "gpio", else a virtual panel's at `path`.

    Raises DeviceAbsent or DeviceError with what is missing and the command that mends it.
    """
    if path == "gpio":
        with contextlib.closing(Pins(_pi_factory(), text("the Pi's pins"))) as pins:
            yield pins
    else:
        with contextlib.closing(Pins(LineFactory(path), path)) as pins:
            yield pins


# -- the Pi's own --------------------------------------------------------------------------------


def _pi_factory() -> Factory:
    chips = sorted(CHIPS.glob("gpiochip*"))
    if not chips:
        raise DeviceError(
            text(
                "This machine has no pins for a panel: run the kiosk on a Raspberry Pi, or "
                "take the pins out of the configuration"
            )
        )
    if not any(os.access(chip, os.R_OK | os.W_OK) for chip in chips):
        raise DeviceError(
            text(
                "The panel's pins may not be used by this user: run `sudo usermod -aG gpio "
                "$USER`, then log in again"
            )
        )
    try:
        with _where_lgpio_may_write():
            from gpiozero.pins.lgpio import LGPIOFactory  # noqa: PLC0415 - loads lgpio
        return LGPIOFactory()
    except ImportError as error:
        raise DeviceError(
            text(
                "The panel's pins cannot be used because lgpio is missing: run `sudo apt "
                "install python3-lgpio && make setup` in the kiosk's folder"
            )
        ) from error
    except PinUnknownPi as error:
        raise DeviceError(
            text(
                "This machine is no Raspberry Pi, and its pins are not known: take the pins "
                "out of the configuration"
            )
        ) from error
    except Exception as error:  # lgpio's error is a bare Exception
        raise DeviceError(
            text(
                "The panel's pins cannot be opened ({error}): close other programs that use "
                "them, then restart the Pi",
                error=error,
            )
        ) from error


@contextmanager
def _where_lgpio_may_write() -> Generator[None]:
    """lgpio leaves a pipe in the working directory, and LG_WD makes it move there for good.

    It opens the pipe at once, so that a folder which is gone afterwards is enough; only where it
    is needed, for other threads move along.
    """
    with ExitStack() as stack:
        here = "."
        if not os.access(here, os.W_OK):
            here = stack.enter_context(tempfile.TemporaryDirectory(prefix="switchback-"))
        stack.enter_context(contextlib.chdir(here))
        yield


# -- a virtual panel's ---------------------------------------------------------------------------


class LinePin(MockPin):
    """A pin at the other end of the line."""

    def __init__(self, factory: "LineFactory", info: PinInfo) -> None:
        super().__init__(factory, info)
        self._lines = factory

    def _set_function(self, value: str) -> None:
        with self._lines.changing:  # the listener drives inputs only
            super()._set_function(value)

    def _set_pull(self, value: str) -> None:
        super()._set_pull(value)
        self._lines.repeat_to(self, self._number)

    def _set_state(self, value: float) -> None:
        super()._set_state(value)
        self._lines.send(self._number, bool(value))


class LineFactory(MockFactory):
    """Pins by lines over the port at `path`; a thread of its own listens to it.

    Raises what open_port() raises.
    """

    def __init__(self, path: str) -> None:
        super().__init__(revision=ANY_PI, pin_class=LinePin)
        self.lost = threading.Event()
        self._levels: dict[int, bool] = {}
        self.changing = threading.RLock()
        self._first = threading.Event()
        self._stop = threading.Event()
        self._port: SerialPort = open_port(path, BAUD)
        self._thread = threading.Thread(target=self._listen, name=f"pins {path}", daemon=True)
        self._thread.start()
        self._first.wait(FIRST_LEVELS_S)

    def close(self) -> None:
        self.stop_listening()
        with contextlib.closing(self._port):
            super().close()

    def stop_listening(self) -> None:
        self._stop.set()
        self._thread.join()

    def send(self, pin: int, level: bool) -> None:
        self._write(b"%d %d\n" % (pin, level))

    def repeat_to(self, pin: MockPin, number: int) -> None:
        """An input that was just claimed learns how it was last said to be."""
        with self.changing:
            if number in self._levels:
                _drive(pin, self._levels[number])

    def _write(self, line: bytes) -> None:
        try:
            self._port.write(line)
        except OSError:
            self.lost.set()

    def _listen(self) -> None:
        rest = b""
        while not self._stop.is_set():
            try:
                *lines, rest = (rest + read_available(self._port)).split(b"\n")
            except OSError:
                self.lost.set()
                return
            rest = rest[-LONGEST_LINE:]
            understood = [self._take(line) for line in lines]
            if any(understood):
                self._first.set()

    def _take(self, line: bytes) -> bool:
        said = _LINE.fullmatch(line.strip())
        if said is None:
            return False
        number, level = int(said[1]), said[2] == b"1"
        with self.changing:
            self._levels[number] = level
            for pin in list(self.pins.values()):
                if pin.info.name == f"GPIO{number}" and pin.function == "input":
                    _drive(pin, level)
        return True


def _drive(pin: MockPin, level: bool) -> None:
    if level:
        pin.drive_high()
    else:
        pin.drive_low()
