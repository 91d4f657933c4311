"""The ways to a stick: what is said when a USB stick cannot be had, and how one is read."""

import pytest
from usb.core import NoBackendError, USBError, USBTimeoutError

from drivers.ant import transport
from drivers.ant.transport import SerialTransport, UsbTransport
from kiosk.errors import DeviceAbsent, DeviceError


class Endpoint:
    """Plays what a USB stick sends."""

    def __init__(self, *results: bytes | Exception) -> None:
        self._results = list(results)

    def read(self, size_or_buffer: int, timeout: int | None = None) -> bytes:
        assert timeout is not None
        assert timeout <= 100
        result = self._results.pop(0)
        if isinstance(result, Exception):
            raise result
        return result


def found(monkeypatch: pytest.MonkeyPatch, opening: Exception | None = None) -> None:
    """A stick of the newer kind is plugged in."""

    def open_stick(_self: object) -> None:
        if opening is not None:
            raise opening

    monkeypatch.setattr(transport._Usb3, "find", lambda: True)
    monkeypatch.setattr(transport._Usb3, "open", open_stick)


def test_no_stick_at_all_is_absence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport._Usb3, "find", lambda: False)
    monkeypatch.setattr(transport._Usb2, "find", lambda: False)
    with pytest.raises(DeviceAbsent, match=r"^No ANT stick found: plug one into a USB port$"):
        UsbTransport().open()


def test_no_usb_library_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_backend() -> bool:
        raise NoBackendError("No backend available")

    monkeypatch.setattr(transport._Usb3, "find", no_backend)
    with pytest.raises(DeviceError, match=r"sudo apt install libusb-1\.0-0") as caught:
        UsbTransport().open()
    assert not isinstance(caught.value, DeviceAbsent)


@pytest.mark.parametrize(
    ("error", "kind", "sentence"),
    [
        (USBError("denied", errno=13), DeviceError, "sudo usermod -aG plugdev"),
        (USBError("busy", errno=16), DeviceError, "held by another program"),
        (USBError("gone", errno=19), DeviceAbsent, "No ANT stick found"),
        (ValueError("Device not found"), DeviceAbsent, "No ANT stick found"),
        (USBError("pipe", errno=32), DeviceError, "unplug it, wait five seconds"),
        (AssertionError(), DeviceError, "unplug it, wait five seconds"),
    ],
)
def test_a_stick_that_cannot_be_opened_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, error: Exception, kind: type[DeviceError], sentence: str
) -> None:
    found(monkeypatch, error)
    with pytest.raises(kind, match=sentence) as caught:
        UsbTransport().open()
    assert type(caught.value) is kind


def test_a_silent_stick_is_no_loss_and_a_pulled_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    found(monkeypatch)
    stick = UsbTransport()
    stick.open()
    assert stick._driver is not None
    stick._driver._in = Endpoint(
        b"\xa4\x01", USBTimeoutError("timeout", errno=110), USBError("gone", errno=19)
    )
    assert stick.read() == b"\xa4\x01"
    assert stick.read() == b""
    with pytest.raises(OSError, match="gone"):
        stick.read()


def test_closing_a_pulled_stick_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    found(monkeypatch)

    def complain(_self: object) -> None:
        raise USBError("Entity not found", errno=2)

    monkeypatch.setattr(transport._Usb3, "close", complain)
    stick = UsbTransport()
    stick.open()
    assert stick._driver is not None
    stick._driver.dev = object()
    stick.close()
    stick.close()
    with pytest.raises(OSError, match="closed"):
        stick.read()


def test_a_closed_port_is_an_error_like_a_lost_one() -> None:
    port = SerialTransport("/dev/ttyUSB0")
    with pytest.raises(OSError, match="closed"):
        port.read()
    with pytest.raises(OSError, match="closed"):
        port.write(b"\0")
    port.close()
