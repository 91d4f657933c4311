"""What holds for every virtual device: it is plugged and unplugged, fails on command, and ends."""

import io
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drivers.virtual.ant import VirtualStick, VirtualStrap
from drivers.virtual.ascii_lines import VirtualAscii
from drivers.virtual.csafe import VirtualCsafe
from drivers.virtual.faults import FAULT_KINDS
from drivers.virtual.incline import VirtualIncline
from drivers.virtual.machine import VirtualMachine
from drivers.virtual.modbus import VirtualModbus
from drivers.virtual.panel import VirtualPanel
from drivers.virtual.reader import VirtualReader
from drivers.virtual.trackmaster import VirtualTrackmaster
from drivers.virtual.twin import Twin, failing, serve, unplugging
from kiosk.errors import DeviceError
from tests.stopwatch import Stopwatch

Eventually = Callable[..., None]
ROUNDS = 20
MACHINE = VirtualMachine(5.0, 9.5, 170.0, 142.0)
MAKERS: dict[str, Callable[[Path], Twin]] = {
    "ant": lambda link: VirtualStick(link, [VirtualStrap(10)]),
    "incline": lambda link: VirtualIncline(link, 5.0),
    "csafe": lambda link: VirtualCsafe(link, MACHINE),
    "trackmaster": lambda link: VirtualTrackmaster(link, MACHINE),
    "modbus": lambda link: VirtualModbus(link, MACHINE),
    "ascii": lambda link: VirtualAscii(link, MACHINE),
    "panel": lambda link: VirtualPanel(link, {17: 1}),
    "reader": VirtualReader,
}

pytestmark = pytest.mark.usefixtures("no_descriptor_is_left_over")


@pytest.fixture(params=MAKERS)
def twin(request: pytest.FixtureRequest, link: Path) -> Iterator[Twin]:
    made = MAKERS[request.param](link)
    made.start()
    yield made
    made.stop()


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_twenty_rounds_of_unplugging_leave_nothing_behind(twin: Twin, link: Path) -> None:
    before = descriptors(), threading.active_count()
    for _ in range(ROUNDS):
        twin.unplug()
        assert not os.path.lexists(link)
        twin.plug()
        reader = os.open(link, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
        twin.unplug()
        twin.plug()
        os.close(reader)
    assert (descriptors(), threading.active_count()) == before
    assert os.path.lexists(link)


def test_every_fault_can_come_and_go_while_it_runs(twin: Twin, eventually: Eventually) -> None:
    for kind in (*FAULT_KINDS, "none"):
        twin.faults.kind = kind
        time.sleep(0.02)  # a few turns in each
    thread = twin._thread
    assert thread is not None
    assert thread.is_alive()


def test_it_stops_at_once_and_takes_its_link_away(twin: Twin, link: Path) -> None:
    with Stopwatch() as watch:
        twin.stop()
    assert watch.s < 1.0
    assert not os.path.lexists(link)
    twin.stop()
    twin.unplug()
    twin.plug()
    assert not os.path.lexists(link)


@pytest.mark.parametrize("name", sorted(set(MAKERS) - {"ant"}))
def test_it_can_be_started_again(name: str, link: Path) -> None:
    twin = MAKERS[name](link)
    for _ in range(2):
        with twin:
            assert os.path.lexists(link)
        assert not os.path.lexists(link)


@pytest.mark.parametrize("name", MAKERS)
def test_it_never_replaces_somebody_s_file(name: str, link: Path) -> None:
    link.write_text("precious")
    with pytest.raises(DeviceError, match="choose another path"):
        MAKERS[name](link).start()
    assert link.read_text() == "precious"


def test_a_plan_is_carried_out_in_time(link: Path) -> None:
    seen: list[tuple[float, str, bool]] = []
    stop = threading.Event()
    twin = VirtualAscii(link, MACHINE, log=io.StringIO())
    began = time.monotonic()

    def note() -> None:
        seen.append((time.monotonic() - began, twin.faults.kind, link.exists()))

    plan = [
        *failing(twin, "mute", 0.3, 0.2),
        *unplugging(twin, 0.1, 0.1),
        *((at, note) for at in (0.05, 0.15, 0.25, 0.35, 0.55)),
        (0.6, stop.set),
    ]
    serve(twin, stop, plan)
    assert [(kind, is_there) for _, kind, is_there in seen] == [
        ("none", True),
        ("none", False),
        ("none", True),
        ("mute", True),
        ("none", True),
    ]
    assert all(at >= due for (at, _, _), due in zip(seen, (0.05, 0.15, 0.25), strict=False))
