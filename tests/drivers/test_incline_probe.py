"""What speaks on a port: every kind found with the lines to write, and silence told from noise."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from drivers.incline import probe as probe_module
from drivers.incline.probe import Probed, probe
from drivers.virtual.ascii_lines import VirtualAscii
from drivers.virtual.csafe import VirtualCsafe
from drivers.virtual.faults import Faults
from drivers.virtual.incline import VirtualIncline
from drivers.virtual.machine import VirtualMachine
from drivers.virtual.modbus import VirtualModbus
from drivers.virtual.pty_port import PtyPort
from drivers.virtual.trackmaster import VirtualTrackmaster
from drivers.virtual.twin import Twin
from kiosk.clock import SystemClock
from tests.stopwatch import Stopwatch

MACHINE = VirtualMachine(grade_percent=4.0, speed_kmh=8.0)

pytestmark = pytest.mark.usefixtures("no_descriptor_is_left_over")


@pytest.fixture(autouse=True)
def _tries_are_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Virtual devices speak often and answer at once."""
    monkeypatch.setattr(probe_module, "LISTEN_S", 0.25)
    monkeypatch.setattr(probe_module, "ASK_S", 0.3)


def looked(link: Path) -> Probed:
    return probe(str(link), SystemClock(), threading.Event())


def test_the_whole_look_takes_twenty_seconds_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    listening = len(probe_module.LISTEN_BAUDS) * probe_module.LISTEN_S
    assert listening + 3 * probe_module.ASK_S <= 15.0


def line_sensor(link: Path) -> Twin:
    return VirtualAscii(link, MACHINE, preset="json", baud=38400)


def foreign_modbus(link: Path) -> Twin:
    """Refuses our question, and so is known all the same."""
    return VirtualModbus(link, MACHINE, pitch_register=1, roll_register=2)


TWINS: dict[str, tuple[Callable[[Path], Twin], str]] = {
    "witmotion": (
        lambda link: VirtualIncline(link, 4.0, baud=9600),
        'driver = "witmotion"\nbaud = 9600',
    ),
    "csafe": (lambda link: VirtualCsafe(link, MACHINE), 'driver = "csafe"\nbaud = 9600'),
    "trackmaster": (
        lambda link: VirtualTrackmaster(link, MACHINE),
        'driver = "trackmaster"\nbaud = 4800',
    ),
    "modbus": (foreign_modbus, 'driver = "modbus"\nbaud = 9600'),
    "lines": (line_sensor, 'driver = "ascii"\nbaud = 38400\nascii = { preset = "json" }'),
}


@pytest.mark.parametrize("name", TWINS)
def test_what_speaks_is_found_with_the_lines_to_write(link: Path, name: str) -> None:
    make, lines = TWINS[name]
    with make(link):
        found = looked(link)
    assert found.is_known
    assert found.configuration == lines
    assert f'driver = "{found.kind}"' in lines
    assert f"baud = {found.baud}" in lines
    assert lines.replace("\n", " and ") in found.sentence


def test_a_machine_is_asked_nothing_that_could_move_it(link: Path) -> None:
    for twin in (VirtualTrackmaster(link, MACHINE), VirtualCsafe(link, MACHINE)):
        twin.faults.kind = "mute"
        with twin:
            assert looked(link).kind == "silent"
        assert twin.heard
        assert not twin.heard & set(range(0xA0, 0xAD))


def test_silence_has_its_sentence(link: Path) -> None:
    with PtyPort(link):
        found = looked(link)
    assert (found.kind, found.is_known, found.baud) == ("silent", False, None)
    assert found.sentence.startswith(f"Nothing speaks on {link}: switch the machine")


def test_noise_has_another(link: Path) -> None:
    with VirtualIncline(link, faults=Faults(kind="garbage")):
        found = looked(link)
    assert (found.kind, found.is_known) == ("noise", False)
    assert "make no sense at 4800, 9600, 19200, 38400, 57600, 115200 baud" in found.sentence


def test_lines_that_no_preset_fits_are_shown(link: Path) -> None:
    stop = threading.Event()

    def speak(port: PtyPort) -> None:
        while not stop.wait(0.05):
            port.write(b"T=1 roll 1.5 pitch 0.3\r\n")

    with PtyPort(link) as port:
        speaker = threading.Thread(target=speak, args=(port,))
        speaker.start()
        found = looked(link)
        stop.set()
        speaker.join()
    assert (found.kind, found.is_known, found.baud) == ("lines", False, 115200)
    assert "such as 'T=1 roll 1.5 pitch 0.3'" in found.sentence


def test_a_port_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    found = looked(tmp_path / "nowhere")
    assert (found.kind, found.is_known) == ("unusable", False)
    assert "is not there: plug the cable in" in found.sentence


def test_a_port_that_is_pulled_out_meanwhile_says_so(link: Path) -> None:
    with PtyPort(link) as port:
        cutter = threading.Timer(0.2, port.unplug)
        cutter.start()
        found = looked(link)
        cutter.join()
    assert "was unplugged meanwhile" in found.sentence


def test_a_look_can_be_stopped_at_once(link: Path) -> None:
    stop = threading.Event()
    stop.set()
    with PtyPort(link), Stopwatch() as watch:
        assert not probe(str(link), SystemClock(), stop).is_known
    assert watch.s < 1.0
