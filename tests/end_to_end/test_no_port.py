"""Nothing of the kiosk can be reached over a network: none of its sockets is one."""

import os
import socket
from pathlib import Path

from kiosk.compose import running_kiosk
from kiosk.settings import LoadedSettings, Settings
from tests.end_to_end.rig import Rig

NETWORK = ("tcp", "tcp6", "udp", "udp6", "udplite", "raw", "raw6", "icmp", "icmp6", "packet")


def sockets_of(pid: int) -> set[str]:
    """Inodes of every socket that a process has open."""
    found: set[str] = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = descriptor.readlink().name
        except FileNotFoundError:
            continue
        if target.startswith("socket:["):
            found.add(target.removeprefix("socket:[").removesuffix("]"))
    return found


def on_the_network(pid: int) -> list[str]:
    """The lines about its sockets in the kernel's tables of the network."""
    inodes = sockets_of(pid)
    tables = [Path(f"/proc/{pid}/net/{name}") for name in NETWORK]
    lines = [line for table in tables if table.exists() for line in table.read_text().splitlines()]
    return [line for line in lines if inodes & set(line.split())]


def test_the_look_at_the_network_finds_a_socket_that_is_one() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as heard:
        heard.bind(("127.0.0.1", 0))
        assert len(on_the_network(os.getpid())) == 1


def test_a_kiosk_that_runs_has_no_socket_on_the_network(rig: Rig) -> None:
    loaded = LoadedSettings(Settings(data_directory=str(rig.data)), "this test")
    with running_kiosk(loaded, tap_in_by_strap=True) as kiosk:
        kiosk.start_devices()
        for _ in range(5):
            kiosk.mailbox.wait(0.1)
            kiosk.app.pump()
        assert kiosk.app.state.devices, "its threads have begun to look for their devices"
        assert on_the_network(os.getpid()) == []
