"""What was plugged in is noticed at once, by udev's own messages; without udev it is said why."""

import fcntl
import os
import socket
import struct
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import pyudev

from drivers import hotplug
from drivers.hotplug import Hotplug

Eventually = Callable[..., None]

KOBJECT_UEVENT = 15
"""The netlink protocol that the kernel and udev tell of devices by."""
UDEV_GROUP = 2
MAGIC = 0xFEEDCAFE
MASK = 0xFFFFFFFF


def hash_of(word: bytes) -> int:
    """MurmurHash2 with seed 0: what the kernel's filter knows a subsystem by."""
    factor = 0x5BD1E995
    state = len(word)
    whole = len(word) // 4 * 4
    for at in range(0, whole, 4):
        part = int.from_bytes(word[at : at + 4], "little") * factor & MASK
        state = (state * factor & MASK) ^ ((part ^ part >> 24) * factor & MASK)
    if word[whole:]:
        state = (state ^ int.from_bytes(word[whole:], "little")) * factor & MASK
    state = (state ^ state >> 13) * factor & MASK
    return state ^ state >> 15


def message(subsystem: str, action: str) -> bytes:
    """As udev sends it to everybody who listens."""
    said = {
        "ACTION": action,
        "DEVPATH": "/devices/virtual/test/test0",
        "SUBSYSTEM": subsystem,
        "SEQNUM": "4711",
        "DEVNAME": "/dev/test0",
        "MAJOR": "4",
        "MINOR": "99",
    }
    properties = b"".join(f"{name}={value}".encode() + b"\0" for name, value in said.items())
    head = struct.pack(">8sI", b"libudev\0", MAGIC)
    sizes = struct.pack("=III", 40, 40, len(properties))
    return head + sizes + struct.pack(">IIII", hash_of(subsystem.encode()), 0, 0, 0) + properties


Tell = Callable[[str, str], None]


@pytest.fixture
def tell() -> Iterator[Tell]:
    """Sends a message as udev would; only root may. All on this machine hear it: one at a time."""
    alone = Path(tempfile.gettempdir(), f"switchback-hotplug-{os.getuid()}.lock")
    with alone.open("w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield from _teller()


def _teller() -> Iterator[Tell]:
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, KOBJECT_UEVENT) as sender:
        try:
            sender.bind((0, 0))
            sender.sendto(message("block", "add"), (0, UDEV_GROUP))
        except ConnectionRefusedError:  # nobody listens yet, and we may
            pass
        except OSError as error:
            pytest.skip(f"udev's messages cannot be sent from here: {error}")

        def send(subsystem: str, action: str) -> None:
            sender.sendto(message(subsystem, action), (0, UDEV_GROUP))

        yield send


def _is_heard() -> bool:
    """libudev stops listening where it sees that no udev can be."""
    return hotplug.UDEV_CONTROL.exists() or "00000002" in Path("/proc/net/netlink").read_text()


@pytest.mark.parametrize(
    ("subsystem", "action"), [("tty", "add"), ("usb", "bind"), ("input", "add")]
)
def test_a_device_that_comes_wakes_at_once(
    subsystem: str,
    action: str,
    tell: Tell,
    eventually: Eventually,
    no_descriptor_is_left_over: None,
) -> None:
    woken: list[str] = []
    plugged = Hotplug()
    plugged.start(lambda: woken.append("now"))
    try:
        if not _is_heard():
            pytest.skip("libudev does not listen here: there is no udev")
        tell(subsystem, action)
        eventually(lambda: woken)
    finally:
        plugged.stop()
    assert woken == ["now"]


def test_what_goes_and_what_is_none_of_ours_wakes_nobody(
    tell: Tell, eventually: Eventually
) -> None:
    woken: list[str] = []
    plugged = Hotplug()
    plugged.start(lambda: woken.append("now"))
    try:
        if not _is_heard():
            pytest.skip("libudev does not listen here: there is no udev")
        tell("block", "add")
        tell("tty", "remove")
        assert not woken
        tell("tty", "add")
        eventually(lambda: woken)
    finally:
        plugged.stop()
    assert woken == ["now"], "they arrive in order: only the last was for us"


def test_it_can_be_started_and_ended_again_and_again(no_descriptor_is_left_over: None) -> None:
    plugged = Hotplug()
    before = threading.active_count()
    for _ in range(10):
        plugged.start(lambda: None)
        plugged.stop()
    plugged.stop()
    assert threading.active_count() == before


def test_without_libudev_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_library(_name: str) -> None:
        return None

    monkeypatch.setattr("pyudev._ctypeslib.utils.find_library", no_library)
    plugged = Hotplug()
    plugged.start(lambda: None)
    plugged.stop()
    assert plugged.missing is not None
    assert "`sudo apt install libudev1`" in plugged.missing


def test_without_a_netlink_socket_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_context: pyudev.Context, _source: str = "udev") -> pyudev.Monitor:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(pyudev.Monitor, "from_netlink", refused)
    plugged = Hotplug()
    plugged.start(lambda: None)
    plugged.stop()
    assert plugged.missing is not None
    assert "Operation not permitted" in plugged.missing


@pytest.mark.parametrize("runs", [True, False])
def test_without_the_service_it_says_what_to_start(
    runs: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    control = tmp_path / "control"
    if runs:
        control.touch()
    monkeypatch.setattr(hotplug, "UDEV_CONTROL", control)
    plugged = Hotplug()
    plugged.start(lambda: None)
    plugged.stop()
    expected = None if runs else "run `sudo systemctl start systemd-udevd`"
    assert (plugged.missing or "").endswith(expected or "")
    assert (plugged.missing is None) == runs
