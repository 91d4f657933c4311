"""Opening serial ports: every reason for not opening one is a sentence that says what to do."""

import termios
import threading
import time
from pathlib import Path

import pytest
import serial

from drivers.serial_port import open_port, read_available, read_batch, send
from drivers.virtual.pty_port import PtyPort
from kiosk.errors import DeviceAbsent, DeviceError


def test_an_absent_port_is_said_to_be_absent(tmp_path: Path) -> None:
    with pytest.raises(DeviceAbsent, match=r"is not there: plug the cable in"):
        open_port(str(tmp_path / "nowhere"), 9600)


def test_a_port_held_by_another_program_is_refused(link: Path) -> None:
    with PtyPort(link):
        other = open_port(str(link), 9600)
        with pytest.raises(DeviceError, match=r"held by another program: close that program"):
            open_port(str(link), 9600)
        other.close()
        open_port(str(link), 9600).close()


@pytest.mark.parametrize("name", ["file", "folder"])
def test_what_is_no_serial_port_is_named_as_such(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.mkdir() if name == "folder" else path.write_bytes(b"text")
    with pytest.raises(DeviceError, match=r"is not a serial port: correct the port"):
        open_port(str(path), 9600)


def test_no_permission_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_args: object, **_options: object) -> None:
        raise serial.SerialException(13, "Permission denied")

    monkeypatch.setattr("drivers.serial_port.SerialPort", forbidden)
    with pytest.raises(DeviceError, match=r"sudo usermod -aG dialout"):
        open_port("/dev/ttyUSB0", 9600)


@pytest.mark.parametrize("baud", [0, -1])
def test_an_impossible_baud_rate_is_refused(link: Path, baud: int) -> None:
    with PtyPort(link), pytest.raises(DeviceError, match=r"cannot run at .* baud: choose"):
        open_port(str(link), baud)


def test_a_baud_rate_that_the_line_cannot_do_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def picky(*_args: object, **_options: object) -> None:
        raise ValueError("Failed to set custom baud rate")

    monkeypatch.setattr("drivers.serial_port.SerialPort", picky)
    with pytest.raises(DeviceError, match=r"cannot run at 12345 baud"):
        open_port("/dev/ttyUSB0", 12345)


def test_a_port_that_goes_while_it_is_opened_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def vanishing(*_args: object, **_options: object) -> None:
        raise termios.error(5, "Input/output error")

    monkeypatch.setattr("drivers.serial_port.SerialPort", vanishing)
    with pytest.raises(DeviceError):
        open_port("/dev/ttyUSB0", 9600)


def test_reading_brings_all_that_is_there_without_waiting_for_more(link: Path) -> None:
    with PtyPort(link) as device, open_port(str(link), 9600) as port:
        device.write(b"\x00\x01\r\n\x03\xff")
        assert read_available(port) == b"\x00\x01\r\n\x03\xff"


def test_reading_from_a_silent_port_brings_nothing(link: Path) -> None:
    with PtyPort(link), open_port(str(link), 9600) as port:
        assert read_available(port) == b""


def test_reading_from_an_unplugged_port_is_an_error(link: Path) -> None:
    with PtyPort(link) as device, open_port(str(link), 9600) as port:
        device.unplug()
        with pytest.raises(OSError, match=r"."):
            read_available(port)


def test_a_batch_is_what_came_until_its_end(link: Path) -> None:
    with PtyPort(link) as device, open_port(str(link), 9600) as port:
        assert read_batch(port, 0.01) == b""
        device.write(b"\x00\x01")
        device.write(b"\r\n\xff")
        assert read_batch(port, 0.01) == b"\x00\x01\r\n\xff"
        assert read_batch(port, 0.01) == b""


def test_unplugging_ends_the_wait_for_a_batch(link: Path) -> None:
    with PtyPort(link) as device, open_port(str(link), 9600) as port:
        cutter = threading.Timer(0.05, device.unplug)
        cutter.start()
        began = time.monotonic()
        with pytest.raises(OSError, match="hung up"):
            read_batch(port, 30.0)
        assert time.monotonic() - began < 10.0
        cutter.join()
        with pytest.raises(OSError, match=r"."):
            send(port, b"x")


def test_what_nobody_reads_is_dropped_without_waiting(link: Path) -> None:
    with PtyPort(link) as device, open_port(str(link), 9600) as port:
        send(port, b"first")
        for _ in range(200):
            send(port, bytes(1000))
        assert device.read(1.0).startswith(b"first")


def test_a_failed_opening_leaves_no_descriptor(
    tmp_path: Path, no_descriptor_is_left_over: None
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"")
    with pytest.raises(DeviceError):
        open_port(str(path), 9600)
