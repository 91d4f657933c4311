"""What systemd hears of the kiosk, through a real datagram socket."""

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.events import DeviceStatus
from kiosk.service_manager import STATUS_EVERY_S, Patience, Pulse, ServiceManager, status_line
from kiosk.session.state import KioskState
from tests.unit.app_rig import Kiosk


class Ear:
    """systemd's end of the socket."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(f"\0{address[1:]}" if address.startswith("@") else address)
        self._socket.setblocking(False)
        self.environment = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "30000000"}

    def heard(self) -> list[str]:
        """Since last asked."""
        said: list[str] = []
        while True:
            try:
                said.append(self._socket.recv(4096).decode())
            except BlockingIOError:
                return said

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(params=["path", "abstract"])
def ear(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ear]:
    ear = Ear(f"@switchback-{os.getpid()}" if request.param == "abstract" else f"{tmp_path}/notify")
    yield ear
    ear.close()


@pytest.fixture
def manager(ear: Ear) -> Iterator[ServiceManager]:
    manager = ServiceManager(ear.environment)
    yield manager
    manager.close()


def test_ready_is_said_once_and_stopping_at_the_end(ear: Ear, manager: ServiceManager) -> None:
    manager.ready()
    manager.ready()
    manager.stopping()
    assert ear.heard() == ["READY=1", "STOPPING=1"]


def test_the_watchdog_is_fed_at_a_third_of_its_limit_and_only_by_the_pump(
    ear: Ear, manager: ServiceManager
) -> None:
    state = KioskState(now=1000.0)
    pulse = Pulse(manager, state)
    fed: list[float] = []
    for beat in range(600):  # a minute of beats
        state.now = 1000.0 + beat / 10
        pulse.look()
        fed += [state.now for said in ear.heard() if said == "WATCHDOG=1"]
    assert fed == [1000.0 + 10 * n for n in range(6)]
    state.now += 120  # no beat meanwhile: nothing is said
    assert ear.heard() == []


def test_a_limit_for_another_process_counts_all_the_same(ear: Ear) -> None:
    """Under a compositor the unit's main process is the compositor."""
    manager = ServiceManager({**ear.environment, "WATCHDOG_PID": "1"})
    assert manager.feed_every_s == 10.0
    manager.close()


@pytest.mark.parametrize("limit", ["", "0", "-1", "soon", "1e6", "²"])
def test_without_a_usable_limit_nobody_is_fed(ear: Ear, limit: str) -> None:
    manager = ServiceManager({**ear.environment, "WATCHDOG_USEC": limit})
    Pulse(manager, KioskState(now=5.0)).look()
    assert ear.heard() == ["STATUS=0 here, 0 training."]
    manager.close()


def test_without_systemd_nothing_is_said_and_no_thread_starts() -> None:
    manager = ServiceManager({})
    with Patience(manager) as patience:
        assert patience.EVERY_S > 0
        manager.ready()
        Pulse(manager, KioskState()).look()
    assert (manager.is_listening, manager.feed_every_s) == (False, None)


def test_a_long_start_asks_for_more_time_from_a_thread_of_its_own(
    ear: Ear, manager: ServiceManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Patience, "EVERY_S", 0.01)
    monkeypatch.setattr(Patience, "MOST_S", 0.03)
    with Patience(manager) as patience:
        patience._thread.join(20)
    assert ear.heard() == ["EXTEND_TIMEOUT_USEC=20000"] * 3


def test_the_status_says_how_many_and_what_is_wrong_and_never_who(
    ear: Ear, manager: ServiceManager
) -> None:
    kiosk = Kiosk()
    kiosk.roster(1, 2)
    kiosk.app.tap_in(1)
    kiosk.app.tap_in(2)
    kiosk.run(1)
    kiosk.app.start_class(kiosk.app.plans[0])
    kiosk.run(2)
    assert status_line(kiosk.app.state) == "2 here, 2 training."
    trouble = "The ANT stick is not there:\nplug it in."
    for device in ("ant", "incline:Treadmill 1"):
        kiosk.app.state.devices[device] = DeviceStatus(0.0, device, "lost", trouble)
    pulse = Pulse(manager, kiosk.app.state)
    pulse.look()
    pulse.look()
    said = [line for line in ear.heard() if line.startswith("STATUS")]
    assert said == [
        "STATUS=2 here, 2 training. The ANT stick is not there: plug it in. (and 1 more)"
    ]
    kiosk.app.state.devices.clear()
    kiosk.run(STATUS_EVERY_S)
    pulse.look()
    assert "STATUS=2 here, 2 training." in ear.heard()
    manager.status("long " * 100)
    assert len(ear.heard()[0]) == len("STATUS=") + 200


def test_a_socket_that_nobody_reads_holds_nothing_up_and_is_told_of_once(
    ear: Ear, manager: ServiceManager, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        for _ in range(2000):  # more than a datagram socket keeps
            manager.alive()
    assert len(caplog.records) == 1
    ear.heard()
    manager.alive()
    assert ear.heard() == ["WATCHDOG=1"]
    ear.close()
    caplog.clear()
    manager.alive()
    manager.alive()
    assert len(caplog.records) == 1
