"""The ways to a stick: what is said when a USB stick cannot be had, and how one is read."""

from collections.abc import Iterator
from typing import cast

import pytest
from usb.core import Device, NoBackendError, USBError, USBTimeoutError

from drivers.ant import transport
from drivers.ant.transport import SerialTransport, UsbSticks, UsbTransport
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


class Plugged:
    """A stick in a USB port, as far as it is looked at before it is opened."""

    def __init__(self, address: int, product: int = 0x1009, bus: int = 1) -> None:
        self.bus, self.address, self.idProduct = bus, address, product


@pytest.fixture
def usb(monkeypatch: pytest.MonkeyPatch) -> list[Plugged]:
    """What is plugged in now."""
    plugged: list[Plugged] = []

    def find(**_: object) -> Iterator[Plugged]:
        return iter(plugged)

    def nothing(_self: object) -> None:
        pass

    monkeypatch.setattr(transport, "find", find)
    monkeypatch.setattr(transport._Stick, "open", nothing)
    monkeypatch.setattr(transport._Stick, "close", nothing)
    return plugged


def opened(stick: UsbTransport) -> Plugged:
    stick.open()
    assert stick._driver is not None
    return cast("Plugged", stick._driver.dev)


def test_no_stick_at_all_is_absence(usb: list[Plugged]) -> None:
    usb.append(Plugged(4, product=0x1004))  # of the same maker, and no stick
    with pytest.raises(DeviceAbsent, match=r"^No ANT stick found: plug one into a USB port$"):
        UsbTransport().open()


def test_no_usb_library_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_backend(**_: object) -> list[Plugged]:
        raise NoBackendError("No backend available")

    monkeypatch.setattr(transport, "find", no_backend)
    with pytest.raises(DeviceError, match=r"sudo apt install libusb-1\.0-0") as caught:
        UsbTransport().open()
    assert not isinstance(caught.value, DeviceAbsent)


def test_two_radios_never_open_the_same_stick(usb: list[Plugged]) -> None:
    usb += [Plugged(9), Plugged(7, product=0x1008)]
    sticks = UsbSticks()
    first, second = UsbTransport(sticks, 0), UsbTransport(sticks, 1)
    assert opened(first).address == 7
    assert opened(second).address == 9
    assert (first.name, second.name) == ("USB (bus 1, device 7)", "USB (bus 1, device 9)")
    first.close()
    assert opened(first).address == 7, "not the one that the other has"


def test_of_one_stick_the_first_in_line_gets_it(usb: list[Plugged]) -> None:
    usb.append(Plugged(7))
    sticks = UsbSticks()
    first, second = UsbTransport(sticks, 0), UsbTransport(sticks, 1)
    with pytest.raises(DeviceAbsent, match="No second ANT stick"):
        second.open()
    assert opened(first).address == 7
    with pytest.raises(DeviceAbsent, match="No second ANT stick"):
        second.open()
    usb.append(Plugged(8))
    assert opened(second).address == 8


def test_the_second_keeps_its_stick_when_the_first_is_pulled(usb: list[Plugged]) -> None:
    usb += [Plugged(7), Plugged(8)]
    sticks = UsbSticks()
    first, second = UsbTransport(sticks, 0), UsbTransport(sticks, 1)
    opened(first)
    opened(second)
    first.close()
    del usb[0]
    with pytest.raises(DeviceAbsent, match="plug one into a USB port"):
        first.open()
    usb.append(Plugged(12))
    assert opened(first).address == 12


def test_openant_opens_the_very_stick_that_was_chosen() -> None:
    chosen = Plugged(9)
    stick = transport._Stick(cast("Device", chosen))
    stick.dev = object()  # as openant's own opening does with the first it finds
    assert stick.dev is chosen


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
    monkeypatch: pytest.MonkeyPatch,
    usb: list[Plugged],
    error: Exception,
    kind: type[DeviceError],
    sentence: str,
) -> None:
    def fail(_self: object) -> None:
        raise error

    usb.append(Plugged(7))
    monkeypatch.setattr(transport._Stick, "open", fail)
    with pytest.raises(kind, match=sentence) as caught:
        UsbTransport().open()
    assert type(caught.value) is kind


def test_a_stick_that_cannot_be_opened_is_free_again(
    monkeypatch: pytest.MonkeyPatch, usb: list[Plugged]
) -> None:
    def busy(_self: object) -> None:
        raise USBError("busy", errno=16)

    usb.append(Plugged(7))
    sticks = UsbSticks()
    with monkeypatch.context() as patch:
        patch.setattr(transport._Stick, "open", busy)
        with pytest.raises(DeviceError):
            UsbTransport(sticks).open()
    assert opened(UsbTransport(sticks)).address == 7


def test_a_stick_is_found_again_whatever_its_opening_failed_with(
    monkeypatch: pytest.MonkeyPatch, usb: list[Plugged]
) -> None:
    def surprise(_self: object) -> None:
        raise NotImplementedError

    usb.append(Plugged(7))
    sticks = UsbSticks()
    with monkeypatch.context() as patch:
        patch.setattr(transport._Stick, "open", surprise)
        with pytest.raises(NotImplementedError):
            UsbTransport(sticks).open()
    assert opened(UsbTransport(sticks)).address == 7


def test_a_silent_stick_is_no_loss_and_a_pulled_one_is(usb: list[Plugged]) -> None:
    usb.append(Plugged(7))
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


def test_closing_a_pulled_stick_is_quiet(
    monkeypatch: pytest.MonkeyPatch, usb: list[Plugged]
) -> None:
    usb.append(Plugged(7))

    def complain(_self: object) -> None:
        raise USBError("Entity not found", errno=2)

    monkeypatch.setattr(transport._Stick, "close", complain)
    stick = UsbTransport()
    stick.open()
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
