"""The two ways to an ANT stick: a serial port, or a USB stick through openant's USB drivers."""

import contextlib
import errno
from collections.abc import Iterable
from typing import Protocol

from openant.base.driver import USB2Driver, USB3Driver, USBDriver
from usb.core import NoBackendError, USBError, USBTimeoutError

from drivers.serial_port import SerialPort, open_port, read_available
from kiosk.errors import DeviceAbsent, DeviceError

BAUD = 115200
_USB_READ_BYTES = 4096
_USB_READ_TIMEOUT_MS = 100


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


class _Usb2(USB2Driver):
    """ANTUSB2; openant's own read waits a whole second, which would make every stop that slow."""

    def read(self) -> Iterable[int]:
        return self._in.read(_USB_READ_BYTES, _USB_READ_TIMEOUT_MS)


class _Usb3(USB3Driver):
    """ANTUSB-m; see _Usb2."""

    def read(self) -> Iterable[int]:
        return self._in.read(_USB_READ_BYTES, _USB_READ_TIMEOUT_MS)


class UsbTransport:
    """The first ANT stick on the USB, ANTUSB2 (0fcf:1008) or ANTUSB-m (0fcf:1009)."""

    def __init__(self) -> None:
        self.name = "USB"
        self._driver: USBDriver | None = None

    def open(self) -> None:
        try:
            kind = next((kind for kind in (_Usb3, _Usb2) if kind.find()), None)
            if kind is None:
                raise DeviceAbsent("No ANT stick found: plug one into a USB port")
            self._driver = kind()
            self._driver.open()
        except NoBackendError as error:
            raise DeviceError(
                "USB sticks need one more package: run `sudo apt install libusb-1.0-0`"
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
        if driver is None or driver.dev is None:
            return
        with contextlib.suppress(
            USBError
        ):  # pulled out, or there was no kernel driver to give back
            driver.close()

    def _opened(self) -> USBDriver:
        if self._driver is None:
            raise OSError(errno.EBADF, "the stick is closed")
        return self._driver


def _usb_sentence(error: Exception) -> DeviceError:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EACCES:
        return DeviceError(
            "The ANT stick may not be used by this user: install the udev rule, run"
            " `sudo usermod -aG plugdev $USER`, log in again and plug the stick in again"
        )
    if number == errno.EBUSY:
        return DeviceError(
            "The ANT stick is held by another program: close that program (Zwift, Garmin…) first"
        )
    if number == errno.ENODEV or isinstance(error, ValueError):  # pulled out while opening
        return DeviceAbsent("No ANT stick found: plug one into a USB port")
    return DeviceError(
        f"The ANT stick cannot be opened ({error}): unplug it, wait five seconds, plug it in again"
    )
