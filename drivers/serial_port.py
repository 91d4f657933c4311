"""Opens serial ports, or says why one cannot be opened: the only user of pyserial."""

import errno
import os
import select
import termios

import serial

from kiosk.errors import DeviceAbsent, DeviceError
from kiosk.words import text

SerialPort = serial.Serial
"""An open port, for those who may not know pyserial."""

READ_TIMEOUT_S = 0.1
WRITE_TIMEOUT_S = 1.0
_CHUNK = 4096

_ABSENT = {errno.ENOENT, errno.ENXIO, errno.ENODEV, errno.EIO, errno.ENOTDIR}
_HELD = {errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK}
_FORBIDDEN = {errno.EACCES, errno.EPERM}


def open_port(path: str, baud: int) -> SerialPort:
    """Opens `path` for us alone at `baud` bits a second, 8N1, with a short read timeout.

    Raises DeviceAbsent when nothing is there, and DeviceError for a port that may not be used,
    is held by another program, is no serial port, or cannot do this baud rate.
    """
    if baud <= 0:
        raise _bad_baud(path, baud)
    try:
        return SerialPort(
            path,
            baud,
            timeout=READ_TIMEOUT_S,
            write_timeout=WRITE_TIMEOUT_S,
            exclusive=True,
        )
    except ValueError as error:  # pyserial's word for a rate that the line cannot do
        raise _bad_baud(path, baud) from error
    except OSError as error:  # SerialException is one; its errno is the system's, or None
        raise _sentence(path, error) from error
    except termios.error as error:  # the port went away, or turned out to be no terminal, midway
        raise _not_serial(path) from error


def read_available(port: SerialPort) -> bytes:
    """All that has arrived, as soon as anything has; b"" if nothing does for READ_TIMEOUT_S.

    pyserial's own read waits for a full buffer or its timeout, which would make every reading late.
    Raises OSError when the port is gone.
    """
    return _read(port) if _happens(port, select.POLLIN, READ_TIMEOUT_S) else b""


def read_batch(port: SerialPort, seconds: float) -> bytes:
    """All that has arrived after `seconds`: one wake-up for many bytes.

    Raises OSError when the port is gone, and that at once.
    """
    if _happens(port, 0, seconds):  # hanging up needs no asking for
        raise _hung_up()
    return _read(port) if _happens(port, select.POLLIN, 0) else b""


def send(port: SerialPort, data: bytes) -> None:
    """Sends what the line takes at once; what it does not take is dropped, as nobody listens.

    Raises OSError when the port is gone.
    """
    try:
        os.write(port.fileno(), data)
    except BlockingIOError:
        return


def _happens(port: SerialPort, events: int, seconds: float) -> bool:
    """Whether one of `events`, or a hang-up, comes within so many seconds."""
    poll = select.poll()
    poll.register(port.fileno(), events)
    return bool(poll.poll(seconds * 1000))


def _read(port: SerialPort) -> bytes:
    try:
        data = os.read(port.fileno(), _CHUNK)
    except BlockingIOError:  # another program took it in between
        return b""
    if not data:  # always readable and never a byte: hung up
        raise _hung_up()
    return data


def _hung_up() -> OSError:
    return OSError(errno.EIO, "the port hung up")


def _sentence(path: str, error: OSError) -> DeviceError:
    if error.errno in _ABSENT:
        return DeviceAbsent(
            text(
                "{path} is not there: plug the cable in, or correct the port in the configuration",
                path=path,
            )
        )
    if error.errno in _FORBIDDEN:
        return DeviceError(
            text(
                "{path} may not be opened by this user: run `sudo usermod -aG dialout $USER`, "
                "then log in again",
                path=path,
            )
        )
    if error.errno in _HELD:
        return DeviceError(
            text("{path} is held by another program: close that program first", path=path)
        )
    return _not_serial(path)


def _not_serial(path: str) -> DeviceError:
    return DeviceError(
        text("{path} is not a serial port: correct the port in the configuration", path=path)
    )


def _bad_baud(path: str, baud: int) -> DeviceError:
    return DeviceError(
        text(
            "{path} cannot run at {baud} baud: choose 4800, 9600, 19200, 38400, 57600 or "
            "115200 in the configuration",
            path=path,
            baud=baud,
        )
    )
