"""The two ways to an ANT stick: a serial port, or a USB stick through openant's USB drivers."""

import contextlib
import errno
import threading
from collections.abc import Iterable
from typing import Protocol

from openant.base.driver import USB2Driver, USB3Driver, USBDriver
from usb.core import Device, NoBackendError, USBError, USBTimeoutError, find

from drivers.serial_port import SerialPort, open_port, read_available
from kiosk.errors import DeviceAbsent, DeviceError
from kiosk.words import text

BAUD = 115200
_USB_READ_BYTES = 4096
_USB_READ_TIMEOUT_MS = 100
_PRODUCTS = frozenset((USB2Driver.ID_PRODUCT, USB3Driver.ID_PRODUCT))
_NO_STICK = text("No ANT stick found: plug one into a USB port")


class Transport(Protocol):
    """Carries bytes to and from a stick; `name` is how people find it."""

    @property
    def name(self) -> str: ...

    def open(self) -> None:
        """Raises DeviceError with the reason."""
        ...

    def read(self) -> bytes:
        """What has arrived, or b"" after a tenth of a second; OSError when the stick is gone."""
        ...

    def write(self, data: bytes) -> None:
        """Raises OSError when the stick is gone or takes nothing."""
        ...

    def close(self) -> None: ...


class SerialTransport:
    """An ANT module on a serial port, 115200 baud."""

    def __init__(self, path: str) -> None:
        self.name = path
        self._port: SerialPort | None = None

    def open(self) -> None:
        self._port = open_port(self.name, BAUD)

    def read(self) -> bytes:
        return read_available(self._opened())

    def write(self, data: bytes) -> None:
        self._opened().write(data)

    def close(self) -> None:
        if self._port is not None:
            self._port.close()
            self._port = None

    def _opened(self) -> SerialPort:
        if self._port is None:
            raise OSError(errno.EBADF, "the port is closed")
        return self._port


class _Stick(USBDriver):
    """One given stick. openant's own opening takes the first it finds, and its own read waits a
    whole second, which would make every stop that slow.
    """

    def __init__(self, device: Device) -> None:
        self._device = device
        super().__init__()

    @property
    def dev(self) -> Device:
        return self._device

    @dev.setter
    def dev(self, found: object) -> None:
        """What openant finds is not what was asked for."""

    def read(self) -> Iterable[int]:
        return self._in.read(_USB_READ_BYTES, _USB_READ_TIMEOUT_MS)


class UsbSticks:
    """Who uses which USB stick, so that no two radios ever open the same one.

    The first in line comes first: with a single stick plugged in, the others find none.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._taken: dict[int, tuple[int, int]] = {}  # bus and address by place in the line

    def take(self, place: int) -> Device:
        """A stick that nobody has; raises DeviceAbsent, or what pyusb raises."""
        with self._lock:
            self._taken.pop(place, None)  # one whose opening failed in a way that nobody foresaw
            is_my_turn = place == 0 or 0 in self._taken
            for device in _plugged_in() if is_my_turn else ():
                if (device.bus, device.address) not in self._taken.values():
                    self._taken[place] = (device.bus, device.address)
                    return device
        raise DeviceAbsent(_NO_STICK if place == 0 else text("No second ANT stick found"))

    def give_back(self, place: int) -> None:
        with self._lock:
            self._taken.pop(place, None)


def _plugged_in() -> list[Device]:
    """Every ANT stick on the USB, always in the same order."""
    found = find(find_all=True, idVendor=USBDriver.ID_VENDOR) or ()
    sticks = [device for device in found if device.idProduct in _PRODUCTS]
    return sorted(sticks, key=lambda device: (device.bus, device.address))


class UsbTransport:
    """An ANT stick on the USB, ANTUSB2 (0fcf:1008) or ANTUSB-m (0fcf:1009), that is free."""

    def __init__(self, sticks: UsbSticks | None = None, place: int = 0) -> None:
        self.name = "USB"
        self._sticks = sticks or UsbSticks()
        self._place = place
        self._driver: _Stick | None = None

    def open(self) -> None:
        try:
            device = self._sticks.take(self._place)
            self.name = text(
                "USB (bus {bus}, device {address})", bus=device.bus, address=device.address
            )
            self._driver = _Stick(device)
            self._driver.open()
        except NoBackendError as error:
            raise DeviceError(
                text("USB sticks need one more package: run `sudo apt install libusb-1.0-0`")
            ) from error
        except (OSError, ValueError, AssertionError) as error:  # openant asserts its endpoints
            self.close()
            raise _usb_sentence(error) from error

    def read(self) -> bytes:
        driver = self._opened()
        try:
            return bytes(driver.read())
        except USBTimeoutError:
            return b""

    def write(self, data: bytes) -> None:
        self._opened().write(data)

    def close(self) -> None:
        driver, self._driver = self._driver, None
        if driver is not None:
            with contextlib.suppress(
                USBError
            ):  # pulled out, or there was no kernel driver to give back
                driver.close()
        self._sticks.give_back(self._place)

    def _opened(self) -> _Stick:
        if self._driver is None:
            raise OSError(errno.EBADF, "the stick is closed")
        return self._driver


def _usb_sentence(error: Exception) -> DeviceError:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EACCES:
        return DeviceError(
            text(
                "The ANT stick may not be used by this user: install the udev rule, run `sudo "
                "usermod -aG plugdev $USER`, log in again and plug the stick in again"
            )
        )
    if number == errno.EBUSY:
        return DeviceError(
            text(
                "The ANT stick is held by another program: close that program (Zwift, Garmin…) "
                "first"
            )
        )
    if number == errno.ENODEV or isinstance(error, ValueError):  # pulled out while opening
        return DeviceAbsent(_NO_STICK)
    return DeviceError(
        text(
            "The ANT stick cannot be opened ({error}): unplug it, wait five seconds, plug it "
            "in again",
            error=error,
        )
    )
